"""The pages across events: index, outlets, people, topics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from digest.model import Account, Page
from digest.pages.accounts import witnesses
from digest.pages.coverage import topic_rows
from digest.pages.directory import SPOKEN, spoken
from digest.pages.edition import Edition, quote_anchor, tally
from digest.pages.event import event_entry
from digest.pages.views import (
    Choice,
    EventPart,
    IndexPage,
    Link,
    ListEntry,
    ListPage,
    OutletAccount,
    OutletPage,
    PersonPage,
    Remark,
    Siglum,
    Tally,
    TopicPage,
)

_EVENTS_A_PAGE = 50


def index_pages(editions: Sequence[Edition], title: str) -> Iterator[Page]:
    """All events, the latest first, those without a date last; as many pages as they need."""
    dated = sorted(editions, key=lambda e: e.comparison.event.title)
    dated.sort(key=lambda e: e.comparison.event.date.toordinal() if e.comparison.event.date else 0, reverse=True)
    entries = [event_entry(edition) for edition in dated]
    starts = range(0, max(len(entries), 1), _EVENTS_A_PAGE)
    urls = ["index.html", *(f"index-{number}.html" for number in range(2, len(starts) + 1))]
    outlets, totals = _outlet_choices(editions), _totals(editions)
    for at, (start, url) in enumerate(zip(starts, urls, strict=True)):
        context = IndexPage(
            events=tuple(entries[start : start + _EVENTS_A_PAGE]),
            outlets=outlets,
            tallies=totals,
            newer=urls[at - 1] if at else "",
            older=urls[at + 1] if at + 1 < len(urls) else "",
        )
        yield Page(url=url, template="index.html", title=title, context=context)


def outlet_pages(editions: Sequence[Edition]) -> Iterator[Page]:
    """The list of outlets and a page for each that is known by name."""
    entries = []
    for name, url in _addresses(editions, "outlets"):
        page = _outlet(name, editions)
        entries.append(ListEntry(name=name, url=url, tallies=page.tallies, siglum=page.siglum))
        yield Page(url=url, template="outlet.html", title=name, context=page)
    intro = "Every outlet that is known by name, with what it reported and whom it quotes."
    yield _list("outlets.html", "Outlets", intro, entries)


def people_pages(editions: Sequence[Edition]) -> Iterator[Page]:
    """The list of people who are quoted and a page for each."""
    entries = []
    for name, url in _addresses(editions, "people"):
        page = _person(name, editions)
        entries.append(ListEntry(name=name, url=url, tallies=page.tallies))
        yield Page(url=url, template="person.html", title=name, context=page)
    entries.sort(key=lambda entry: -entry.tallies[0].number)
    yield _list("people.html", "People", "Everyone who is quoted, the most quoted first.", entries)


def topic_pages(editions: Sequence[Edition]) -> Iterator[Page]:
    """The list of topics that more than one event shares and a page for each."""
    entries = []
    rows = [(edition, topic_rows(edition)) for edition in editions]
    for name, url in _addresses(editions, "topics"):
        parts = [
            EventPart(event=event_entry(edition), entries=tuple(cell for cell in row.cells if cell.first))
            for edition, found in rows
            for row in found
            if row.name == name
        ]
        accounts = sum(len(part.entries) for part in parts)
        tallies = (tally(accounts, "account", "accounts"), tally(len(parts), "event", "events"))
        page = TopicPage(name=name, tallies=tallies, events=tuple(parts))
        entries.append(ListEntry(name=name, url=url, tallies=tallies))
        yield Page(url=url, template="topic.html", title=name, context=page)
    yield _list("topics.html", "Topics", "Topics that more than one event shares.", entries)


def _addresses(editions: Sequence[Edition], kind: str) -> list[tuple[str, str]]:
    return list(getattr(editions[0].directory, kind).items()) if editions else []


def _list(url: str, title: str, intro: str, entries: Sequence[ListEntry]) -> Page:
    context = ListPage(title=title, intro=intro, entries=tuple(entries))
    return Page(url=url, template="list.html", title=title, context=context)


def _outlet_choices(editions: Sequence[Edition]) -> tuple[Choice, ...]:
    """The outlets by name with the number of their events; none if there is nothing to choose."""
    often: Counter[str] = Counter()
    sigla: dict[str, Siglum] = {}
    for edition in editions:
        found = {siglum.outlet: siglum for siglum in edition.sigla.values()}
        often.update(found.keys())
        sigla |= found
    choices = tuple(Choice(value=name, label=name, number=often[name], siglum=sigla[name]) for name in sorted(often))
    return choices if len(editions) > 1 and len(choices) > 1 else ()


def _totals(editions: Sequence[Edition]) -> tuple[Tally, ...]:
    people = _addresses(editions, "people")
    accounts = sum(len(edition.sigla) for edition in editions)
    return (
        tally(len(editions), "event", "events"),
        tally(accounts, "account", "accounts"),
        tally(len(people), "person quoted", "people quoted"),
    )


def _outlet(name: str, editions: Sequence[Edition]) -> OutletPage:
    parts: list[EventPart[OutletAccount]] = []
    quoted: Counter[str] = Counter()
    siglum: Siglum | None = None
    for edition in editions:
        own = [a for a in edition.comparison.event.accounts if a.article.outlet == name]
        if own:
            siglum = edition.sigla[own[0].id]
            found = tuple(_outlet_account(account, edition) for account in own)
            parts.append(EventPart(event=event_entry(edition), entries=found))
            quoted.update(quote.speaker for account in own for quote in spoken(account) if quote.speaker)
    people = editions[0].directory.people
    return OutletPage(
        name=name,
        tallies=(
            tally(sum(len(part.entries) for part in parts), "account", "accounts"),
            tally(len(parts), "event", "events"),
            tally(quoted.total(), "quotation", "quotations"),
        ),
        events=tuple(parts),
        quoted=tuple(
            ListEntry(name=person, url=people[person], tallies=(tally(number, "quotation", "quotations"),))
            for person, number in sorted(quoted.items(), key=lambda item: (-item[1], item[0]))
        ),
        siglum=siglum,
    )


def _outlet_account(account: Account, edition: Edition) -> OutletAccount:
    concerned = [
        discrepancy
        for discrepancy in edition.comparison.discrepancies
        if any(reading.article == account.id for reading in discrepancy.readings)
    ]
    siglum = edition.sigla[account.id]
    return OutletAccount(
        witness=next(witness for witness in witnesses(edition) if witness.siglum == siglum),
        page=edition.url,
        differences=tuple(Link(text=d.summary, url=f"{edition.url}#{d.id}") for d in concerned),
    )


def _person(name: str, editions: Sequence[Edition]) -> PersonPage:
    parts: list[EventPart[Remark]] = []
    variants: set[str] = set()
    for edition in editions:
        remarks = tuple(_remarks(name, edition))
        if remarks:
            parts.append(EventPart(event=event_entry(edition), entries=remarks))
        for person in edition.comparison.collation.people:
            if person.name == name:
                variants.update(person.variants)
    number = sum(len(part.entries) for part in parts)
    outlets = {remark.citation.siglum.outlet for part in parts for remark in part.entries}
    return PersonPage(
        name=name,
        variants=tuple(sorted(variants - {name})),
        tallies=(
            tally(number, "quotation", "quotations"),
            tally(len(outlets), "outlet", "outlets"),
            tally(len(parts), "event", "events"),
        ),
        events=tuple(parts),
    )


def _remarks(name: str, edition: Edition) -> Iterator[Remark]:
    utterance = {
        member.quote: alignment.id
        for alignment in edition.comparison.collation.alignments
        for member in alignment.members
    }
    for account in edition.comparison.event.accounts:
        for quote in account.quotes:
            if quote.speaker == name and quote.kind in SPOKEN:
                anchor = quote_anchor(quote)
                yield Remark(citation=edition.cite(quote, anchor), anchor=anchor, utterance=utterance.get(quote.id, ""))
