"""Laying out: comparisons become pages, each with a view model that its template only has to place."""

from __future__ import annotations

from collections.abc import Sequence

from digest.config import Site
from digest.model import Comparison, Page
from digest.pages.directory import directory
from digest.pages.edition import Edition, tally
from digest.pages.event import chapter
from digest.pages.listings import index_pages, latest_first, outlet_pages, people_pages, topic_pages
from digest.pages.machines import feed_pages, search_pages
from digest.pages.views import MethodPage, Note, NotFoundPage, ReportPage
from digest.read import SetAside

__all__ = ["lay_out"]


def lay_out(comparisons: Sequence[Comparison], site: Site, set_aside: Sequence[SetAside] = ()) -> list[Page]:
    """All pages of the core, by address."""
    places = directory(comparisons)
    chapters = [chapter(Edition(comparison, places)) for comparison in comparisons]
    pages = [
        *(Page(url=c.entry.url, template="event.html", title=c.page.title, context=c.page) for c in chapters),
        *index_pages(chapters, site.title),
        *outlet_pages(chapters),
        *people_pages(chapters),
        *topic_pages(chapters),
        Page(
            url="method.html",
            template="method.html",
            title="Method",
            context=MethodPage(plugins=tuple(entry.name for entry in site.plugins)),
        ),
        Page(url="report.html", template="report.html", title="Build report", context=_report(comparisons, set_aside)),
        Page(url="404.html", template="404.html", title="Not found", context=NotFoundPage()),
    ]
    pages += search_pages(chapters, pages)
    pages += feed_pages(latest_first(chapters), pages, site)
    return sorted(pages, key=lambda page: page.url)


def _report(comparisons: Sequence[Comparison], set_aside: Sequence[SetAside]) -> ReportPage:
    documents = [account.article.document for c in comparisons for account in c.event.accounts]
    notes = sorted((document.path, note) for document in documents for note in document.notes)
    return ReportPage(
        tallies=(
            tally(len(documents), "article read", "articles read"),
            tally(len(comparisons), "event", "events"),
            tally(len(set_aside), "set aside", "set aside"),
        ),
        set_aside=tuple(Note(path=item.path, line=item.line, text=item.reason) for item in set_aside),
        notes=tuple(Note(path=path, line=None, text=note) for path, note in notes),
    )
