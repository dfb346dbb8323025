"""What programs read rather than people: feeds, cards, the sitemap, the search index."""

from __future__ import annotations

from typing import Literal

import msgspec

from digest.pages.views.shared import EventEntry, Siglum


class FeedPage(msgspec.Struct, frozen=True, kw_only=True):
    """`feed.xml`, `feed.json`: the latest events as an Atom feed (RFC 4287) and as a JSON Feed (jsonfeed.org, 1.1).

    The site has one, and each outlet and person; for sites with a `base_url`.
    """

    about: str
    """Address of the page that it is the feed of; nothing for the site."""
    events: tuple[EventEntry, ...]
    """At most fifty events, the latest first."""
    updated: str
    """The day of the latest event as YYYY-MM-DD; builds have no clock, so that they can be repeated."""
    summaries: tuple[str, ...]
    """The counts of each event in a line."""


class CardPage(msgspec.Struct, frozen=True, kw_only=True):
    """`card.svg`: the picture that stands for an event where its address is shared, for sites with a `base_url`."""

    event: EventEntry
    """The event."""
    lines: tuple[str, ...]
    """Its title in lines that fit."""
    sigla: tuple[Siglum, ...]
    """As many of its accounts as fit."""


class SitemapPage(msgspec.Struct, frozen=True, kw_only=True):
    """`sitemap.xml`: the addresses of all pages, for sites with a `base_url`."""

    urls: tuple[str, ...]
    """Addresses relative to the site's root."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of the search index."""

    kind: Literal["event", "outlet", "person", "topic", "quotation"]
    """What it is."""
    title: str
    """The words to show and to search in."""
    url: str
    """Address relative to the site's root."""
    more: str = ""
    """More words to search in and to show below."""


class SearchIndex(msgspec.Struct, frozen=True, kw_only=True):
    """`search-index.js`: what the search page looks in."""

    entries: tuple[Found, ...]
    """Events, outlets, people, topics and quotations."""


class SearchPage(msgspec.Struct, frozen=True, kw_only=True):
    """`search.html`: search in all of the site."""
