"""Articles, accounts and comparisons from plain text, the way of a build, and what is expected of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from digest.annotate import annotate
from digest.compare import compare
from digest.config import STANDARD_PLUGINS, PluginEntry, Site, spelt_out
from digest.errors import ContentError
from digest.model import Account, Article, Comparison, Event, Metadata, Quote, Source
from digest.plugins import Host
from digest.read import read
from digest.text import slug

READING = ("text", "cleaning", "metadata")
ANNOTATING = (*READING, "quotes", "claims")


def make_article(
    text: str,
    *,
    outlet: str | None = None,
    published: datetime.date | None = None,
    plugins: Sequence[object] = READING,
) -> Article:
    """The article that a text file gives. Outlet and date go before what is found.

    Its first line is the title, if a sentence of some length follows: a list of short lines has none.
    """
    return make_account(text, outlet=outlet, published=published, plugins=plugins).article


def make_account(
    text: str,
    *,
    outlet: str | None = None,
    published: datetime.date | None = None,
    plugins: Sequence[object] = ANNOTATING,
) -> Account:
    """The article that a text file gives, with its quotations and claims. Its id is the outlet's name, or `story`."""
    return _account(text, outlet, published, host_of(plugins))


def make_comparison(
    texts: Mapping[str, str],
    *,
    published: datetime.date | None = None,
    plugins: Sequence[object] = STANDARD_PLUGINS,
) -> Comparison:
    """One event as these outlets tell it: `texts` has the text of each by the outlet's name."""
    host = host_of(plugins)
    accounts = tuple(_account(text, outlet, published, host) for outlet, text in texts.items())
    return compare(Event(id="event", title="Event", date=published, place=None, accounts=accounts), host)


def _account(text: str, outlet: str | None, published: datetime.date | None, host: Host) -> Account:
    name = slug(outlet or "story")
    [document] = read(Source(f"{name}.txt", text.encode()), host)
    if isinstance(document, ContentError):
        raise document
    known = Metadata(outlet=outlet, published=published)
    document = msgspec.structs.replace(document, metadata=known.or_else(document.metadata))
    return annotate(document, name, host)


def host_of(plugins: Iterable[object]) -> Host:
    """A host of plugins that are named or given, with the current directory as the site's."""
    named = [(plugin if isinstance(plugin, str) else _name(plugin), plugin) for plugin in plugins]
    here = Path()
    entries = spelt_out([PluginEntry(name) for name, _ in named])
    site = Site(root=here, content=here / "content", output=here / "public", plugins=entries)
    return Host(site, {name: plugin for name, plugin in named if not isinstance(plugin, str)})


def _name(plugin: object) -> str:
    """The name of a plugin's module."""
    return str(getattr(plugin, "__name__", type(plugin).__module__)).rpartition(".")[2]


def assert_quotes(found: Account | Iterable[Quote], expected: Sequence[tuple[str | None, str]]) -> None:
    """Check speaker and words of all that somebody is reported to have said, in the order of the text.

    Terms and titles in quotation marks are passed over.
    """
    quotes = found.quotes if isinstance(found, Account) else found
    said = [(quote.speaker, quote.text) for quote in quotes if quote.kind not in ("scare", "title")]
    assert said == list(expected)
