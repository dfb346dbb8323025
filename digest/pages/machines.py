"""What is for machines: the search index, the feed, the sitemap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest.config import Site
from digest.language import Language
from digest.model import Page
from digest.pages.event import Chapter
from digest.pages.views import EventEntry, FeedPage, Found, PersonPage, SearchIndex, SearchPage, SitemapPage

_EVENTS_IN_FEED = 50


def search_pages(chapters: Sequence[Chapter], pages: Sequence[Page], language: Language) -> Iterator[Page]:
    """The search page and the index that it looks in."""
    title = language.gettext("Search")
    entries = (*_events(chapters), *_names(pages), *_quotations(pages))
    yield Page(url="search.html", template="search.html", title=title, context=SearchPage())
    yield Page(url="search-index.js", template="search-index.js", title=title, context=SearchIndex(entries=entries))


def feed_pages(events: Sequence[EventEntry], pages: Sequence[Page], site: Site) -> Iterator[Page]:
    """The feed of events, given the latest first, and the sitemap; both need the site's address."""
    if site.base_url:
        latest = tuple(events[:_EVENTS_IN_FEED])
        updated = max((event.iso_date for event in latest), default="") or "1970-01-01"
        urls = tuple(page.url for page in pages if page.url.endswith(".html") and page.url != "404.html")
        feed = FeedPage(events=latest, updated=updated)
        yield Page(url="feed.xml", template="feed.xml", title=site.title, context=feed)
        yield Page(url="sitemap.xml", template="sitemap.xml", title=site.title, context=SitemapPage(urls=urls))


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
