"""The outlets, people and topics of a site: a list of each kind, and a page for each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeVar

import msgspec

from digest.cache import Key, key_of
from digest.model import Page
from digest.pages.book import Book
from digest.pages.chapter import OutletLine, PersonLine, TopicLine
from digest.pages.edition import tally
from digest.pages.linked_data import quotation_data
from digest.pages.sheet import Sheet, leaf
from digest.pages.views.coverage import Coverage
from digest.pages.views.listings import (
    EventPart,
    ListEntry,
    ListPage,
    OutletAccount,
    OutletPage,
    PersonPage,
    Remark,
    TopicPage,
)

T = TypeVar("T")


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
        entry = ListEntry(name=name, url=url, tallies=tallies, siglum=book.siglum(name))
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
    lines = [book.chapters[number].outlets[entry.name] for number in book.outlets[entry.name]]
    context = OutletPage(
        name=entry.name,
        siglum=entry.siglum,
        tallies=entry.tallies,
        events=_parts(lines, EventPart[OutletAccount], book),
        quoted=quoted,
    )
    return Page(url=entry.url, template="outlet.html", title=entry.name, context=context)


def _person(entry: ListEntry, book: Book) -> Page:
    lines = [book.chapters[number].people[entry.name] for number in book.people[entry.name]]
    parts = _parts(lines, EventPart[Remark], book)
    context = PersonPage(
        name=entry.name,
        variants=tuple(book.variants.get(entry.name, ())),
        tallies=entry.tallies,
        events=parts,
        linked_data=quotation_data(entry.name, parts, "../" * entry.url.count("/")),
    )
    return Page(url=entry.url, template="person.html", title=entry.name, context=context)


def _topic(entry: ListEntry, book: Book) -> Page:
    lines = [book.chapters[number].topics[entry.name] for number in book.topics[entry.name]]
    events = _parts(lines, EventPart[Coverage], book)
    context = TopicPage(name=entry.name, tallies=entry.tallies, events=events)
    return Page(url=entry.url, template="topic.html", title=entry.name, context=context)


def _parts(
    lines: Iterable[OutletLine | PersonLine | TopicLine], kind: type[EventPart[T]], book: Book
) -> tuple[EventPart[T], ...]:
    """What a page shows of each event, given its line in the event's chapter."""
    return tuple(book.cache.kept([line.part for line in lines], kind))


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
