"""An event as the other pages of a site show it: its entry in lists, what it has of each outlet, person and topic.

It is laid out together with the event's page, and kept: other pages are made from chapters, not from comparisons.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from digest.cache import Cache, Key, key_of
from digest.model import Account
from digest.pages.coverage import extent
from digest.pages.edition import Edition, mark_anchor
from digest.pages.outline import SPOKEN, spoken
from digest.pages.views.coverage import Coverage, TopicRow
from digest.pages.views.differences import Difference
from digest.pages.views.event import EventPage
from digest.pages.views.listings import EventPart, OutletAccount, Remark
from digest.pages.views.machines import Found
from digest.pages.views.shared import EventEntry, Highlight, Link

_MOST_TOPICS = 5
_MOST_HIGHLIGHTS = 3


class OutletLine(msgspec.Struct, frozen=True):
    """How many accounts of the event an outlet has, and how often each person is quoted in them."""

    accounts: int
    quoted: dict[str, int]
    part: Key


class PersonLine(msgspec.Struct, frozen=True):
    """How many quotations of a person the event has, and by which outlets."""

    quotations: int
    outlets: tuple[str, ...]
    part: Key


class TopicLine(msgspec.Struct, frozen=True):
    """How many accounts of the event mention a topic that has a page."""

    accounts: int
    part: Key


class Chapter(msgspec.Struct, frozen=True):
    """An event in short, by name: all that lists need.

    The `part` of each line is the key under which the cache has what the page of that outlet, person or topic shows of
    the event. `variants` are the forms of people's names, `found` the event's entries in the search index.
    """

    entry: EventEntry
    outlets: dict[str, OutletLine]
    people: dict[str, PersonLine]
    topics: dict[str, TopicLine]
    variants: dict[str, tuple[str, ...]]
    found: tuple[Found, ...]

    @property
    def parts(self) -> Iterator[Key]:
        """The parts of all lines."""
        return (line.part for lines in (self.outlets, self.people, self.topics) for line in lines.values())


def chapter_of(edition: Edition, page: EventPage, rows: Sequence[TopicRow], cache: Cache) -> Chapter:
    """The chapter of an event, given its page and all its topics; its parts are put into the cache."""
    entry = _entry(edition, page, rows)

    def part(entries: tuple[OutletAccount | Remark | Coverage, ...]) -> Key:
        # Of the event no more than these pages show: they stay the same while other things of it change.
        shown = EventPart(
            title=entry.title,
            url=entry.url,
            date=entry.date,
            iso_date=entry.iso_date,
            place=entry.place,
            entries=entries,
        )
        key = key_of("part", msgspec.msgpack.encode(shown))
        cache.put(key, shown)
        return key

    own = [row for row in rows if row.url]
    people = edition.comparison.collation.people
    remarks = _remarks(edition)
    return Chapter(
        entry=entry,
        outlets={
            name: OutletLine(len(found), _quoted(name, edition), part(found))
            for name, found in _accounts(edition, page).items()
        },
        people={
            name: PersonLine(len(found), tuple(sorted(map(_outlet, found))), part(found))
            for name, found in remarks.items()
        },
        topics={row.name: TopicLine(extent(row), part(tuple(c for c in row.cells if c.first))) for row in own},
        variants={person.name: person.variants for person in people if person.variants},
        found=tuple(_found(entry, rows, remarks, edition)),
    )


def _entry(edition: Edition, page: EventPage, rows: Sequence[TopicRow]) -> EventEntry:
    between = [difference for difference in page.differences if not difference.within]
    return EventEntry(
        title=page.title,
        url=edition.url,
        date=page.date,
        iso_date=page.iso_date,
        place=page.place,
        sigla=tuple(edition.sigla.values()),
        tallies=page.tallies,
        highlights=tuple(_highlight(difference, edition) for difference in between[:_MOST_HIGHLIGHTS]),
        topics=tuple(row.name for row in rows[:_MOST_TOPICS]),
        kind="differ" if page.differences or page.unsure else "alike" if len(page.witnesses) > 1 else "alone",
    )


def _highlight(difference: Difference, edition: Edition) -> Highlight:
    quoted = edition.language.gettext("“%(words)s”") if difference.utterance else "%(words)s"
    return Highlight(
        text=difference.summary,
        url=f"{edition.url}#{difference.anchor}",
        readings=tuple(
            (quoted % {"words": version.value}, version.sigla)
            for version in difference.versions
            if version.size == "large"
        ),
    )


def _accounts(edition: Edition, page: EventPage) -> dict[str, tuple[OutletAccount, ...]]:
    """The accounts of each known outlet."""
    witnesses = {witness.siglum: witness for witness in page.witnesses}
    found: dict[str, tuple[OutletAccount, ...]] = {}
    for account in edition.comparison.event.accounts:
        if outlet := account.article.outlet:
            shown = OutletAccount(
                witness=witnesses[edition.sigla[account.id]],
                page=edition.url,
                differences=_differences(account, edition),
            )
            found[outlet] = (*found.get(outlet, ()), shown)
    return found


def _differences(account: Account, edition: Edition) -> tuple[Link, ...]:
    return tuple(
        Link(text=discrepancy.summary, url=f"{edition.url}#{discrepancy.id}")
        for discrepancy in edition.comparison.discrepancies
        if any(reading.article == account.id for reading in discrepancy.readings)
    )


def _quoted(outlet: str, edition: Edition) -> dict[str, int]:
    own = (account for account in edition.comparison.event.accounts if account.article.outlet == outlet)
    return Counter(quote.speaker for account in own for quote in spoken(account) if quote.speaker)


def _remarks(edition: Edition) -> dict[str, tuple[Remark, ...]]:
    """What each speaker who has a page is quoted with, in the order of the accounts."""
    utterances = {m.quote: alignment.id for alignment in edition.alignments for m in alignment.members}
    found: dict[str, tuple[Remark, ...]] = {}
    for account in edition.comparison.event.accounts:
        for quote in account.quotes:
            if quote.speaker in edition.directory.people and quote.kind in SPOKEN:
                anchor = mark_anchor(quote)
                remark = Remark(
                    citation=edition.cite(quote, anchor), anchor=anchor, utterance=utterances.get(quote.id, "")
                )
                found[quote.speaker] = (*found.get(quote.speaker, ()), remark)
    return found


def _found(
    entry: EventEntry, rows: Sequence[TopicRow], said: Mapping[str, tuple[Remark, ...]], edition: Edition
) -> Iterator[Found]:
    """The event and its quotations for the search index."""
    topics = ", ".join(row.name for row in rows)
    yield Found(kind="event", title=entry.title, url=entry.url, more=f"{entry.date} {entry.place} {topics}".strip())
    for name, remarks in sorted(said.items()):
        for remark in remarks:
            url = f"{edition.directory.people[name]}#{remark.anchor}"
            yield Found(kind="quotation", title=remark.citation.words, url=url, more=f"{name}, {_outlet(remark)}")


def _outlet(remark: Remark) -> str:
    return remark.citation.siglum.outlet
