"""What is for machines: the search index, the feeds, the sitemap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest.config import Site
from digest.language import Language
from digest.model import Page
from digest.pages.event import Chapter
from digest.pages.views import EventEntry, FeedPage, Found, OutletPage, PersonPage, SearchIndex, SearchPage, SitemapPage

_EVENTS_IN_FEED = 50


def search_pages(chapters: Sequence[Chapter], pages: Sequence[Page], language: Language) -> Iterator[Page]:
    """The search page and the index that it looks in."""
    title = language.gettext("Search")
    entries = (*_events(chapters), *_names(pages), *_quotations(pages))
    yield Page(url="search.html", template="search.html", title=title, context=SearchPage())
    yield Page(url="search-index.js", template="search-index.js", title=title, context=SearchIndex(entries=entries))


def feed_pages(events: Sequence[EventEntry], pages: Sequence[Page], site: Site) -> Iterator[Page]:
    """The feeds of the site, given its events, and of each outlet and person, and the sitemap.

    All events are given the latest first. Feeds and sitemap need the site's address.
    """
    if not site.base_url:
        return
    yield from _feed(site.title, "", "feed", events)
    for page in pages:
        if isinstance(page.context, OutletPage | PersonPage):
            told = {part.event.url for part in page.context.events}
            found = [event for event in events if event.url in told]
            yield from _feed(f"{page.title} – {site.title}", page.url, page.url.removesuffix(".html"), found)
    urls = tuple(page.url for page in pages if page.url.endswith(".html") and page.url != "404.html")
    yield Page(url="sitemap.xml", template="sitemap.xml", title=site.title, context=SitemapPage(urls=urls))


def _feed(title: str, about: str, name: str, events: Sequence[EventEntry]) -> Iterator[Page]:
    """A feed in both formats, under one name."""
    latest = tuple(events[:_EVENTS_IN_FEED])
    context = FeedPage(
        about=about,
        events=latest,
        updated=max((event.iso_date for event in latest), default="") or "1970-01-01",
        summaries=tuple(", ".join(f"{t.number} {t.noun}" for t in event.tallies) for event in latest),
    )
    for suffix in ("xml", "json"):
        yield Page(url=f"{name}.{suffix}", template=f"feed.{suffix}", title=title, context=context)


def _events(chapters: Sequence[Chapter]) -> Iterator[Found]:
    for chapter in chapters:
        entry = chapter.entry
        topics = ", ".join(row.name for row in chapter.rows)
        yield Found(kind="event", title=entry.title, url=entry.url, more=f"{entry.date} {entry.place} {topics}".strip())


def _names(pages: Sequence[Page]) -> Iterator[Found]:
    for page in pages:
        match page.template:
            case "outlet.html":
                yield Found(kind="outlet", title=page.title, url=page.url)
            case "person.html":
                yield Found(kind="person", title=page.title, url=page.url, more=", ".join(page.context.variants))
            case "topic.html":
                yield Found(kind="topic", title=page.title, url=page.url)


def _quotations(pages: Sequence[Page]) -> Iterator[Found]:
    for page in pages:
        if isinstance(page.context, PersonPage):
            for part in page.context.events:
                for remark in part.entries:
                    outlet = remark.citation.siglum.outlet
                    url = f"{page.url}#{remark.anchor}"
                    yield Found(
                        kind="quotation", title=remark.citation.words, url=url, more=f"{page.context.name}, {outlet}"
                    )
