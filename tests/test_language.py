"""Languages: catalogues of a theme and its layers, dates, direction, what is not known."""

from __future__ import annotations

import datetime
import logging
from pathlib import Path

import pytest

from digest.errors import ThemeError
from digest.language import ENGLISH, load_language
from digest.theme import load_theme

DAY = datetime.date(2031, 3, 4)
STANDARD = load_theme("broadsheet", Path()).layers


def layer(folder: Path, **catalogues: str) -> Path:
    """A theme's folder with catalogues; `de_AT` stands for `de-AT.po`."""
    (folder / "locale").mkdir(parents=True)
    for name, text in catalogues.items():
        header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
        (folder / "locale" / f"{name.replace('_', '-')}.po").write_text(header + text, "utf-8")
    return folder


def message(source: str, translation: str) -> str:
    return f'msgid "{source}"\nmsgstr "{translation}"\n'


@pytest.mark.parametrize(
    ("tag", "full", "long", "medium"),
    [
        ("en", "Tuesday 4 March 2031", "4 March 2031", "4 Mar 2031"),
        ("en-US", "Tuesday, March 4, 2031", "March 4, 2031", "Mar 4, 2031"),
        ("de", "Dienstag, 4. März 2031", "4. März 2031", "04.03.2031"),
    ],
)
def test_dates_are_those_of_the_locale(tag: str, full: str, long: str, medium: str) -> None:
    """A day is written as the country does, in English without a country with the day before the month."""
    language = load_language(tag, STANDARD)
    assert [language.date(DAY, length) for length in ("full", "long", "medium")] == [full, long, medium]
    assert language.date(None, "full") == ""


def test_plurals_follow_the_language(tmp_path: Path) -> None:
    """A language with three forms has all three, by its own rule."""
    polish = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"\n\n'
        'msgid "event"\nmsgid_plural "events"\n'
        'msgstr[0] "wydarzenie"\nmsgstr[1] "wydarzenia"\nmsgstr[2] "wydarzeń"\n'
    )
    folder = layer(tmp_path)
    (folder / "locale" / "pl.po").write_text(polish, "utf-8")
    language = load_language("pl", {"mine": folder})
    forms = [language.ngettext("event", "events", number) for number in (1, 3, 5, 22)]
    assert forms == ["wydarzenie", "wydarzenia", "wydarzeń", "wydarzenia"]


def test_german_has_two_forms() -> None:
    """One account, two accounts, no accounts, in the standard German catalogue."""
    german = load_language("de", STANDARD)
    assert [german.ngettext("account", "accounts", n) for n in (0, 1, 2)] == ["Berichte", "Bericht", "Berichte"]


def test_the_nearest_catalogue_wins_message_by_message(tmp_path: Path) -> None:
    """A site's theme rewords what it wants; country before language, and the rest from the standard theme."""
    mine = layer(tmp_path, de=message("Events", "Vorfälle"), de_AT=message("People", "Leute"))
    language = load_language("de-at", {"mine": mine, **STANDARD})
    assert language.tag == "de-AT"
    assert [language.gettext(text) for text in ("People", "Events", "Topics", "Xyz")] == [
        "Leute",
        "Vorfälle",
        "Themen",
        "Xyz",
    ]


def test_english_can_be_reworded(tmp_path: Path) -> None:
    """A catalogue for English changes the words of the source."""
    mine = layer(tmp_path, en=message("Events", "Stories"))
    assert load_language("en", {"mine": mine, **STANDARD}).gettext("Events") == "Stories"


@pytest.mark.parametrize("tag", ["fr", "not a tag", "", "../../de"])
def test_without_words_it_is_english_and_says_so(tag: str, caplog: pytest.LogCaptureFixture) -> None:
    """For a language without a catalogue the pages are English, as they state, and a warning tells why."""
    with caplog.at_level(logging.WARNING):
        assert load_language(tag, STANDARD).tag == "en"
    assert f"no theme has words in {tag!r}; the pages are in English" in caplog.text


def test_the_direction_is_that_of_the_locale(tmp_path: Path) -> None:
    """Hebrew runs from right to left, English doesn't."""
    assert load_language("he", {"mine": layer(tmp_path, he=message("Events", "אירועים"))}).direction == "rtl"
    assert ENGLISH.direction == "ltr"


@pytest.mark.parametrize("broken", [b'msgid "a"\nnothing known\n', b'msgid "a"\nmsgstr "\xff"\n'])
def test_a_faulty_catalogue_is_named(broken: bytes, tmp_path: Path) -> None:
    """A catalogue that can't be read is a fault of the theme, with its file."""
    folder = layer(tmp_path)
    (folder / "locale" / "de.po").write_bytes(broken)
    with pytest.raises(ThemeError, match=r"mine/locale/de\.po.*is no catalogue of messages"):
        load_language("de", {"mine": folder})
