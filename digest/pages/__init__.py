"""Laying out: comparisons become pages, each with a view model that its template only has to place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from digest.config import Site
from digest.language import ENGLISH, Language
from digest.model import Comparison, Page
from digest.pages.cards import card_pages
from digest.pages.directory import directory
from digest.pages.edition import Edition, tally
from digest.pages.event import chapter
from digest.pages.listings import index_pages, latest_first, outlet_pages, people_pages, topic_pages
from digest.pages.machines import feed_pages, search_pages
from digest.pages.views import MethodPage, Note, NotFoundPage, ReportPage
from digest.read import SetAside

__all__ = ["language_notes", "lay_out"]


def lay_out(
    comparisons: Sequence[Comparison],
    site: Site,
    set_aside: Sequence[SetAside] = (),
    language: Language = ENGLISH,
) -> list[Page]:
    """All pages of the core, by address, in a language."""
    places = directory(comparisons)
    chapters = [chapter(Edition(comparison, places, language)) for comparison in comparisons]
    pages = [
        *(Page(url=c.entry.url, template="event.html", title=c.page.title, context=c.page) for c in chapters),
        *index_pages(chapters, site.title, language),
        *outlet_pages(chapters, language),
        *people_pages(chapters, language),
        *topic_pages(chapters, language),
        Page(
            url="method.html",
            template="method.html",
            title=language.gettext("Method"),
            context=MethodPage(plugins=tuple(entry.name for entry in site.plugins)),
        ),
        Page(
            url="report.html",
            template="report.html",
            title=language.gettext("Build report"),
            context=_report(comparisons, set_aside, language),
        ),
        Page(url="404.html", template="404.html", title=language.gettext("Not found"), context=NotFoundPage()),
    ]
    pages += search_pages(chapters, pages, language)
    pages += card_pages(chapters, site)
    pages += feed_pages(latest_first(chapters), pages, site)
    return sorted(pages, key=lambda page: page.url)


def language_notes(comparisons: Iterable[Comparison]) -> list[tuple[str, str]]:
    """A remark, with its path, on each article that is not in the language that most are in, and so stays apart."""
    articles = [account.article for comparison in comparisons for account in comparison.event.accounts]
    languages = {a.document.path: (a.metadata.language or "").split("-")[0] for a in articles}
    counted = Counter(language for language in languages.values() if language)
    usual = min(counted, key=lambda language: (-counted[language], language), default="")
    return [
        (path, f"is in the language {language!r}, most articles in {usual!r}; articles are compared within a language")
        for path, language in sorted(languages.items())
        if language and language != usual
    ]


def _report(comparisons: Sequence[Comparison], set_aside: Sequence[SetAside], language: Language) -> ReportPage:
    documents = [account.article.document for c in comparisons for account in c.event.accounts]
    own = [(document.path, note) for document in documents for note in document.notes]
    notes = sorted([*own, *language_notes(comparisons)])
    return ReportPage(
        tallies=(
            tally(language, len(documents), "article read", "articles read"),
            tally(language, len(comparisons), "event", "events"),
            tally(language, len(set_aside), "set aside", "set aside"),
        ),
        set_aside=tuple(Note(path=item.path, line=item.line, text=item.reason) for item in set_aside),
        notes=tuple(Note(path=path, line=None, text=note) for path, note in notes),
    )
