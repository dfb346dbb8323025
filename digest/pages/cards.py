"""The picture that stands for an event where its address is shared."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from digest.config import Site
from digest.pages.book import Book
from digest.pages.sheet import Sheet, leaf
from digest.pages.views.machines import CardPage
from digest.pages.views.shared import EventEntry

# What fits the card's width and height, in letters and lines of its largest type.
_LETTERS, _LINES = 34, 4
_MOST_SIGLA = 14


def card_sheets(book: Book, site: Site) -> Iterator[Sheet]:
    """A card for each event; pictures are shared by whole addresses, so it needs the site's."""
    if site.base_url:
        for chapter in book.chapters:
            entry = chapter.entry
            yield leaf(entry.url.removesuffix(".html") + ".svg", "card.svg", entry.title, _card(entry))


def _card(entry: EventEntry) -> CardPage:
    lines = textwrap.wrap(entry.title, _LETTERS, max_lines=_LINES, placeholder=" …")
    return CardPage(event=entry, lines=tuple(lines), sigla=entry.sigla[:_MOST_SIGLA])
