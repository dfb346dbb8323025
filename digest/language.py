"""The language of the interface: its words from message catalogues, its dates and its direction from the locale.

A catalogue is a gettext file `locale/TAG.po` in a theme's folder; the standard theme has one for every language that
digest speaks. English is the language of the source and needs none. Catalogues are read as they are, so that there
is no compiled form to keep up to date.
"""

from __future__ import annotations

import datetime
import gettext
import io
import itertools
import logging
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from typing import Literal

import msgspec
from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from digest.cache import Key, key_of
from digest.errors import ThemeError

SOURCE = "en"
# English without a country: day before month, as most English-speaking countries write it.
_SOURCE_DATES = {"full": "EEEE d MMMM y", "long": "d MMMM y", "medium": "d MMM y"}
_log = logging.getLogger(__name__)


class Language(msgspec.Struct, frozen=True):
    """A language to write pages in."""

    tag: str
    """BCP 47, as the pages state it."""
    locale: Locale
    translations: gettext.NullTranslations
    key: Key = b""
    """Depends on the tag and on all catalogues."""

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return self.locale.text_direction

    def gettext(self, message: str) -> str:
        """A message in this language, or as it is if that has none for it."""
        return self.translations.gettext(message)

    def ngettext(self, one: str, many: str, number: int) -> str:
        """The form of a message for a number, by the language's rule for plurals."""
        return self.translations.ngettext(one, many, number)

    def date(self, day: datetime.date | None, length: Literal["full", "long", "medium"]) -> str:
        """A day in words: `full` with its weekday, `medium` as short as it can be; nothing for None."""
        if day is None:
            return ""
        return format_date(day, _SOURCE_DATES[length] if self.tag == SOURCE else length, self.locale)


ENGLISH = Language(SOURCE, Locale(SOURCE), gettext.NullTranslations())


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """The message as it is. Marks for the catalogues what is translated where it is shown."""
    return message


def load_language(tag: str, layers: Mapping[str, Traversable]) -> Language:
    """The language with that BCP 47 tag from the catalogues of a theme's folders, the nearest first.

    What one catalogue lacks is looked for in the next: of `de-AT` in `de-AT.po`, then in `de.po`. Without any, the
    language is English, and a warning says so. Raises ThemeError for a faulty catalogue.
    """
    locale = _locale(tag)
    names = list(_lineage(str(locale).replace("_", "-"))) if locale else []
    sources = [source for layer, folder in layers.items() for source in _sources(layer, folder, names)]
    found = [_catalogue(source, name, place) for name, place, source in sources]
    if locale is None or not (found or locale.language == SOURCE):
        _log.warning(
            "site.yaml: language: no theme has words in %r; the pages are in English. "
            "A theme's locale/%s.po could hold them",
            tag,
            names[-1] if names else "TAG",
        )
        return load_language(SOURCE, layers)
    for nearer, farther in itertools.pairwise(found):
        nearer.add_fallback(farther)
    key = key_of(tag, *(source for _, _, source in sources))
    return Language(names[0], locale, found[0] if found else gettext.NullTranslations(), key)


def _locale(tag: str) -> Locale | None:
    try:
        return Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        return None


def _lineage(tag: str) -> Iterator[str]:
    """A tag and the more general ones that it begins with."""
    while tag:
        yield tag
        tag = tag.rpartition("-")[0]


def _sources(layer: str, folder: Traversable, names: list[str]) -> Iterator[tuple[str, str, bytes]]:
    """The catalogues in a theme's folder: tag, place and content of each."""
    for name in names:
        file = folder / "locale" / f"{name}.po"
        if file.is_file():
            yield name, f"{layer}/locale/{name}.po", file.read_bytes()


def _catalogue(source: bytes, tag: str, place: str) -> gettext.GNUTranslations:
    compiled = io.BytesIO()
    try:
        write_mo(compiled, read_po(io.BytesIO(source), Locale.parse(tag, sep="-"), abort_invalid=True))
    except PoFileError as error:
        raise ThemeError(f"is no catalogue of messages: {error}", template=place, line=error.lineno + 1) from error
    except ValueError as error:
        raise ThemeError(f"is no catalogue of messages: {error}", template=place) from error
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
