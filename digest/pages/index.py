"""The pages that list all events, with the filters of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from digest.language import N_, Language
from digest.pages.book import Book
from digest.pages.edition import tally
from digest.pages.sheet import Sheet, leaf
from digest.pages.views.listings import IndexPage
from digest.pages.views.shared import Choice, EventEntry, Tally

_EVENTS_A_PAGE = 50
_KINDS = {"differ": N_("with differences"), "alike": N_("no difference found"), "alone": N_("one account only")}


def index_sheets(book: Book, title: str) -> Iterator[Sheet]:
    """All events, the latest first, those without a date last; as many pages as they need."""
    entries = book.latest_first
    starts = range(0, max(len(entries), 1), _EVENTS_A_PAGE)
    urls = ["index.html", *(f"index-{number}.html" for number in range(2, len(starts) + 1))]
    totals = _totals(book)
    for at, (start, url) in enumerate(zip(starts, urls, strict=True)):
        shown = entries[start : start + _EVENTS_A_PAGE]
        context = IndexPage(
            events=shown,
            kinds=_kind_choices(shown, book.language),
            outlets=_outlet_choices(shown, book),
            tallies=totals,
            newer=urls[at - 1] if at else "",
            older=urls[at + 1] if at + 1 < len(urls) else "",
        )
        yield leaf(url, "index.html", title, context)


def _kind_choices(events: Sequence[EventEntry], language: Language) -> tuple[Choice, ...]:
    """The kinds of these events with their number; none if there is nothing to choose."""
    often: Counter[str] = Counter(event.kind for event in events)
    choices = tuple(
        Choice(value=kind, label=language.gettext(label), number=often[kind])
        for kind, label in _KINDS.items()
        if often[kind]
    )
    return choices if len(choices) > 1 else ()


def _outlet_choices(events: Sequence[EventEntry], book: Book) -> tuple[Choice, ...]:
    """The known outlets of these events with the number of these; none if there is nothing to choose."""
    often = Counter(outlet for event in events for outlet in {siglum.outlet for siglum in event.sigla})
    choices = tuple(
        Choice(value=name, label=name, number=often[name], siglum=book.siglum(name))
        for name in book.directory.outlets
        if often[name]
    )
    return choices if len(events) > 1 and len(choices) > 1 else ()


def _totals(book: Book) -> tuple[Tally, ...]:
    accounts = sum(len(chapter.entry.sigla) for chapter in book.chapters)
    return (
        tally(book.language, len(book.chapters), "event", "events"),
        tally(book.language, accounts, "account", "accounts"),
        tally(book.language, len(book.directory.people), "person quoted", "people quoted"),
    )
