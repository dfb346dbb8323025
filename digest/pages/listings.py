"""The pages across events: index, outlets, people, topics; made from chapters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import TypeVar

import msgspec

from digest.cache import Cache, Key, key_of
from digest.language import N_, Language
from digest.model import Page
from digest.pages.chapter import Chapter, OutletLine, PersonLine, TopicLine
from digest.pages.directory import Directory
from digest.pages.edition import tally
from digest.pages.linked_data import quotation_data
from digest.pages.sheet import Sheet, leaf
from digest.pages.views.coverage import Coverage
from digest.pages.views.listings import (
    EventPart,
    IndexPage,
    ListEntry,
    ListPage,
    OutletAccount,
    OutletPage,
    PersonPage,
    Remark,
    TopicPage,
)
from digest.pages.views.shared import Choice, EventEntry, Siglum, Tally

T = TypeVar("T")

_EVENTS_A_PAGE = 50
_KINDS = {"differ": N_("with differences"), "alike": N_("no difference found"), "alone": N_("one account only")}


class Book(msgspec.Struct, frozen=True, dict=True):
    """The chapters of a site, the cache with their parts, and in what language: all that other pages are made from."""

    chapters: Sequence[Chapter]
    cache: Cache
    directory: Directory
    language: Language

    @cached_property
    def latest_first(self) -> tuple[EventEntry, ...]:
        """The events, the latest first, those without a date last; of one day, those with most accounts first."""
        return tuple(self.chapters[number].entry for number in self._order)

    @cached_property
    def _order(self) -> list[int]:
        """The numbers of the chapters in this order."""
        entries = [chapter.entry for chapter in self.chapters]
        order = sorted(range(len(entries)), key=lambda n: (-len(entries[n].sigla), entries[n].title, entries[n].url))
        return sorted(order, key=lambda number: entries[number].iso_date, reverse=True)

    def _places(self, lines: Sequence[Mapping[str, object]]) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number in self._order:
            for name in lines[number]:
                found.setdefault(name, []).append(number)
        return found

    @cached_property
    def outlets(self) -> dict[str, list[int]]:
        """The numbers of the chapters that have an outlet, by its name, the latest first."""
        return self._places([chapter.outlets for chapter in self.chapters])

    @cached_property
    def people(self) -> dict[str, list[int]]:
        """The numbers of the chapters that quote a person, by name, the latest first."""
        return self._places([chapter.people for chapter in self.chapters])

    @cached_property
    def topics(self) -> dict[str, list[int]]:
        """The numbers of the chapters that have a topic, by its name, the latest first."""
        return self._places([chapter.topics for chapter in self.chapters])

    @cached_property
    def variants(self) -> dict[str, list[str]]:
        """The other forms of people's names."""
        found: dict[str, set[str]] = {}
        for chapter in self.chapters:
            for name, variants in chapter.variants.items():
                found.setdefault(name, set()).update(variants)
        return {name: sorted(variants - {name}) for name, variants in found.items()}


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
            outlets=_outlet_choices(shown, book.directory),
            tallies=totals,
            newer=urls[at - 1] if at else "",
            older=urls[at + 1] if at + 1 < len(urls) else "",
        )
        yield leaf(url, "index.html", title, context)


def outlet_sheets(book: Book) -> Iterator[Sheet]:
    """The list of outlets and a page for each that is known by name."""
    entries = []
    for name, url in book.directory.outlets.items():
        lines = [book.chapters[number].outlets[name] for number in book.outlets[name]]
        quoted: Counter[str] = Counter()
        for line in lines:
            quoted.update(line.quoted)
        tallies = (
            tally(book.language, sum(line.accounts for line in lines), "account", "accounts"),
            tally(book.language, len(lines), "event", "events"),
            tally(book.language, quoted.total(), "quotation", "quotations"),
        )
        entry = ListEntry(name=name, url=url, tallies=tallies, siglum=_siglum(name, book.directory))
        entries.append(entry)
        people = tuple(_person_quoted(person, number, book) for person, number in _most_first(quoted))
        key = _key(entry, people, *(line.part for line in lines))
        yield Sheet(url, key, partial(_outlet, entry, people, book))
    intro = book.language.gettext("Every outlet that is known by name, with what it reported and whom it quotes.")
    yield _list("outlets.html", book.language.gettext("Outlets"), intro, entries)


def people_sheets(book: Book) -> Iterator[Sheet]:
    """The list of people who are quoted and a page for each."""
    entries = []
    for name, url in book.directory.people.items():
        lines = [book.chapters[number].people[name] for number in book.people[name]]
        outlets = {outlet for line in lines for outlet in line.outlets}
        tallies = (
            tally(book.language, sum(line.quotations for line in lines), "quotation", "quotations"),
            tally(book.language, len(outlets), "outlet", "outlets"),
            tally(book.language, len(lines), "event", "events"),
        )
        entry = ListEntry(name=name, url=url, tallies=tallies)
        entries.append(entry)
        key = _key(entry, book.variants.get(name), *(line.part for line in lines))
        yield Sheet(url, key, partial(_person, entry, book))
    entries.sort(key=lambda entry: -entry.tallies[0].number)
    intro = book.language.gettext("Everyone who is quoted, the most quoted first.")
    yield _list("people.html", book.language.gettext("People"), intro, entries)


def topic_sheets(book: Book) -> Iterator[Sheet]:
    """The list of topics that more than one event shares and a page for each."""
    entries = []
    for name, url in book.directory.topics.items():
        lines = [book.chapters[number].topics[name] for number in book.topics[name]]
        tallies = (
            tally(book.language, sum(line.accounts for line in lines), "account", "accounts"),
            tally(book.language, len(lines), "event", "events"),
        )
        entry = ListEntry(name=name, url=url, tallies=tallies)
        entries.append(entry)
        yield Sheet(url, _key(entry, *(line.part for line in lines)), partial(_topic, entry, book))
    entries.sort(key=lambda entry: -entry.tallies[1].number)
    intro = book.language.gettext("Topics that more than one event shares, the most shared first.")
    yield _list("topics.html", book.language.gettext("Topics"), intro, entries)


# ── pages ──────────────────────────────────────────────────────────────────────────────────────────────────


def _outlet(entry: ListEntry, quoted: tuple[ListEntry, ...], book: Book) -> Page:
    assert entry.siglum is not None
    lines = {number: book.chapters[number].outlets[entry.name] for number in book.outlets[entry.name]}
    context = OutletPage(
        name=entry.name,
        siglum=entry.siglum,
        tallies=entry.tallies,
        events=_parts(lines, tuple[OutletAccount, ...], book),
        quoted=quoted,
    )
    return Page(url=entry.url, template="outlet.html", title=entry.name, context=context)


def _person(entry: ListEntry, book: Book) -> Page:
    lines = {number: book.chapters[number].people[entry.name] for number in book.people[entry.name]}
    parts = _parts(lines, tuple[Remark, ...], book)
    context = PersonPage(
        name=entry.name,
        variants=tuple(book.variants.get(entry.name, ())),
        tallies=entry.tallies,
        events=parts,
        linked_data=quotation_data(entry.name, parts, "../" * entry.url.count("/")),
    )
    return Page(url=entry.url, template="person.html", title=entry.name, context=context)


def _topic(entry: ListEntry, book: Book) -> Page:
    lines = {number: book.chapters[number].topics[entry.name] for number in book.topics[entry.name]}
    events = _parts(lines, tuple[Coverage, ...], book)
    context = TopicPage(name=entry.name, tallies=entry.tallies, events=events)
    return Page(url=entry.url, template="topic.html", title=entry.name, context=context)


def _parts(
    lines: Mapping[int, OutletLine | PersonLine | TopicLine], kind: type[tuple[T, ...]], book: Book
) -> tuple[EventPart[T], ...]:
    """What a page shows of each event, given its line in the chapter of that number."""
    found = zip(lines, book.cache.kept([line.part for line in lines.values()], kind), strict=True)
    return tuple(EventPart(event=book.chapters[number].entry, entries=entries) for number, entries in found)


def _list(url: str, title: str, intro: str, entries: Sequence[ListEntry]) -> Sheet:
    return leaf(url, "list.html", title, ListPage(title=title, intro=intro, entries=tuple(entries)))


# ── what they have ─────────────────────────────────────────────────────────────────────────────────────────


def _key(entry: ListEntry, *more: object) -> Key:
    return key_of(msgspec.msgpack.encode((entry, more)))


def _most_first(often: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(often.items(), key=lambda item: (-item[1], item[0]))


def _person_quoted(name: str, number: int, book: Book) -> ListEntry:
    tallies = (tally(book.language, number, "quotation", "quotations"),)
    return ListEntry(name=name, url=book.directory.people[name], tallies=tallies)


def _kind_choices(events: Sequence[EventEntry], language: Language) -> tuple[Choice, ...]:
    """The kinds of these events with their number; none if there is nothing to choose."""
    often: Counter[str] = Counter(event.kind for event in events)
    choices = tuple(
        Choice(value=kind, label=language.gettext(label), number=often[kind])
        for kind, label in _KINDS.items()
        if often[kind]
    )
    return choices if len(choices) > 1 else ()


def _outlet_choices(events: Sequence[EventEntry], places: Directory) -> tuple[Choice, ...]:
    """The known outlets of these events with the number of these; none if there is nothing to choose."""
    often = Counter(outlet for event in events for outlet in {siglum.outlet for siglum in event.sigla})
    choices = tuple(
        Choice(value=name, label=name, number=often[name], siglum=_siglum(name, places))
        for name in places.outlets
        if often[name]
    )
    return choices if len(events) > 1 and len(choices) > 1 else ()


def _siglum(outlet: str, places: Directory) -> Siglum:
    """A known outlet's siglum outside events."""
    return Siglum(letters=places.letters[outlet], colour=places.colours[outlet], outlet=outlet, account="")


def _totals(book: Book) -> tuple[Tally, ...]:
    accounts = sum(len(chapter.entry.sigla) for chapter in book.chapters)
    return (
        tally(book.language, len(book.chapters), "event", "events"),
        tally(book.language, accounts, "account", "accounts"),
        tally(book.language, len(book.directory.people), "person quoted", "people quoted"),
    )
