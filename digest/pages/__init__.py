"""Laying out: comparisons become pages, each with a view model that its template only has to place.

A page has a key of what it is made from, so that nothing is laid out that is known already. What one event's page
depends on beside its comparison is a part of the site's directory, and the other pages are made from chapters; so
a change of one article reaches the page of its event, and of the others only those that show what has changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from digest.cache import Cache, Kept, Key, key_of
from digest.config import Site
from digest.language import Language
from digest.model import Comparison, Page
from digest.pages.book import Book
from digest.pages.cards import card_sheets
from digest.pages.chapter import Chapter, chapter_of
from digest.pages.coverage import topic_rows
from digest.pages.directory import Directory, directory
from digest.pages.edition import Edition, tally
from digest.pages.event import event_page
from digest.pages.index import index_sheets
from digest.pages.listings import outlet_sheets, people_sheets, topic_sheets
from digest.pages.machines import feed_sheets, search_sheets, sitemap
from digest.pages.outline import Outline, language_notes
from digest.pages.sheet import Sheet, leaf
from digest.pages.views.about import MethodPage, Note, NotFoundPage, ReportPage
from digest.pages.views.event import EventPage
from digest.read import SetAside
from digest.workers import Track, untracked

__all__ = ["Sheet", "chapter_key", "event_sheet", "lay_out"]


def lay_out(
    comparisons: Kept[Comparison],
    outlines: Sequence[Outline],
    site: Site,
    set_aside: Sequence[SetAside],
    language: Language,
    cache: Cache,
    track: Track = untracked,
) -> Iterator[Sheet]:
    """All pages of the core, in a language; those of the events first."""
    places = directory(outlines)
    chapters = []
    urls = []
    for number, outline in enumerate(track("rendering", outlines, len(outlines))):
        sheet, chapter = event_sheet(comparisons, number, places.part(outline), language, cache)
        chapters.append(chapter)
        urls.append(sheet.url)
        yield sheet
    book = Book(chapters, cache, places, language)
    for sheet in (*_across(book, site), *_about(outlines, site, set_aside, language)):
        urls.append(sheet.url)
        yield sheet
    yield from sitemap(urls, site)


def chapter_key(comparison: Key, places: Directory, language: Language) -> Key:
    """The key of an event's chapter, given that of its comparison and its part of the directory."""
    return key_of("chapter", comparison, language.key, msgspec.msgpack.encode(places))


def event_sheet(
    comparisons: Kept[Comparison], number: int, places: Directory, language: Language, cache: Cache
) -> tuple[Sheet, Chapter]:
    """The page of an event and its chapter; where that is not known yet, both are laid out at once."""
    (url,) = places.events.values()
    key = chapter_key(comparisons.keys[number], places, language)

    def page() -> Page:
        edition = Edition(comparisons[number], places, language)
        return _page(event_page(edition, topic_rows(edition)), url)

    known = cache.get(key, Chapter)
    if known and all(part in cache for part in known.parts):
        return Sheet(url, key, page), known
    edition = Edition(comparisons[number], places, language)
    rows = topic_rows(edition)
    shown = event_page(edition, rows)
    made = chapter_of(edition, shown, rows, cache)
    cache.put(key, made)
    return Sheet(url, key, lambda: _page(shown, url)), made


def _page(shown: EventPage, url: str) -> Page:
    return Page(url=url, template="event.html", title=shown.title, context=shown)


def _across(book: Book, site: Site) -> Iterator[Sheet]:
    yield from index_sheets(book, site.title)
    yield from outlet_sheets(book)
    yield from people_sheets(book)
    yield from topic_sheets(book)
    yield from search_sheets(book)
    yield from card_sheets(book, site)
    yield from feed_sheets(book, site)


def _about(
    outlines: Sequence[Outline], site: Site, set_aside: Sequence[SetAside], language: Language
) -> Iterator[Sheet]:
    """The pages about the site itself."""
    method = MethodPage(plugins=tuple(entry.name for entry in site.plugins))
    yield leaf("method.html", "method.html", language.gettext("Method"), method)
    report = _report(outlines, set_aside, language)
    yield leaf("report.html", "report.html", language.gettext("Build report"), report)
    yield leaf("404.html", "404.html", language.gettext("Not found"), NotFoundPage())


def _report(outlines: Sequence[Outline], set_aside: Sequence[SetAside], language: Language) -> ReportPage:
    files = [file for outline in outlines for file in outline.files]
    notes = sorted([*((file.path, note) for file in files for note in file.notes), *language_notes(outlines)])
    return ReportPage(
        tallies=(
            tally(language, len(files), "article read", "articles read"),
            tally(language, len(outlines), "event", "events"),
            tally(language, len(set_aside), "set aside", "set aside"),
        ),
        set_aside=tuple(Note(path=item.path, line=item.line, text=item.reason) for item in set_aside),
        notes=tuple(Note(path=path, line=None, text=note) for path, note in notes),
    )
