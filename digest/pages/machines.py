"""What is for machines: the search index, the feeds, the sitemap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest.config import Site
from digest.pages.book import Book
from digest.pages.sheet import Sheet, leaf
from digest.pages.views.machines import FeedPage, Found, SearchIndex, SearchPage, SitemapPage
from digest.pages.views.shared import EventEntry

_EVENTS_IN_FEED = 50


def search_sheets(book: Book) -> Iterator[Sheet]:
    """The search page and the index that it looks in."""
    title = book.language.gettext("Search")
    found = [entry for chapter in book.chapters for entry in chapter.found]
    events = (entry for entry in found if entry.kind == "event")
    quotations = (entry for entry in found if entry.kind == "quotation")
    index = SearchIndex(entries=(*events, *_names(book), *quotations))
    yield leaf("search.html", "search.html", title, SearchPage())
    yield leaf("search-index.js", "search-index.js", title, index)


def feed_sheets(book: Book, site: Site) -> Iterator[Sheet]:
    """The feeds of the site and of each outlet and person. They need the site's address."""
    if not site.base_url:
        return
    yield from _feed(site.title, "", "feed", book.latest_first)
    places = book.directory
    for urls, chapters in ((places.outlets, book.outlets), (places.people, book.people)):
        for name, url in urls.items():
            told = {book.chapters[number].entry.url for number in chapters[name]}
            found = [event for event in book.latest_first if event.url in told]
            yield from _feed(f"{name} – {site.title}", url, url.removesuffix(".html"), found)


def sitemap(urls: Sequence[str], site: Site) -> Iterator[Sheet]:
    """The list of these pages, by address. It needs the site's address."""
    if site.base_url:
        pages = sorted(url for url in urls if url.endswith(".html") and url != "404.html")
        yield leaf("sitemap.xml", "sitemap.xml", site.title, SitemapPage(urls=tuple(pages)))


def _feed(title: str, about: str, name: str, events: Sequence[EventEntry]) -> Iterator[Sheet]:
    """A feed in both formats, under one name."""
    latest = tuple(events[:_EVENTS_IN_FEED])
    context = FeedPage(
        about=about,
        events=latest,
        updated=max((event.iso_date for event in latest), default="") or "1970-01-01",
        summaries=tuple(", ".join(f"{t.number} {t.noun}" for t in event.tallies) for event in latest),
    )
    for suffix in ("xml", "json"):
        yield leaf(f"{name}.{suffix}", f"feed.{suffix}", title, context)


def _names(book: Book) -> Iterator[Found]:
    places = book.directory
    yield from (Found(kind="outlet", title=name, url=url) for name, url in places.outlets.items())
    for name, url in places.people.items():
        yield Found(kind="person", title=name, url=url, more=", ".join(book.variants.get(name, ())))
    yield from (Found(kind="topic", title=name, url=url) for name, url in places.topics.items())
