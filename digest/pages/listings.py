"""The pages across events: index, outlets, people, topics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from digest.language import Language
from digest.model import Account, Page
from digest.pages.directory import SPOKEN, spoken
from digest.pages.edition import Edition, quote_anchor, tally
from digest.pages.event import Chapter
from digest.pages.views import (
    Choice,
    Coverage,
    EventEntry,
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


def index_pages(chapters: Sequence[Chapter], title: str, language: Language) -> Iterator[Page]:
    """All events, the latest first, those without a date last; as many pages as they need."""
    entries = latest_first(chapters)
    starts = range(0, max(len(entries), 1), _EVENTS_A_PAGE)
    urls = ["index.html", *(f"index-{number}.html" for number in range(2, len(starts) + 1))]
    outlets, totals = _outlet_choices(chapters), _totals(chapters, language)
    for at, (start, url) in enumerate(zip(starts, urls, strict=True)):
        context = IndexPage(
            events=tuple(entries[start : start + _EVENTS_A_PAGE]),
            outlets=outlets,
            tallies=totals,
            newer=urls[at - 1] if at else "",
            older=urls[at + 1] if at + 1 < len(urls) else "",
        )
        yield Page(url=url, template="index.html", title=title, context=context)


def latest_first(chapters: Sequence[Chapter]) -> list[EventEntry]:
    """The events, the latest first, those without a date last."""
    entries = sorted((chapter.entry for chapter in chapters), key=lambda entry: (entry.title, entry.url))
    return sorted(entries, key=lambda entry: entry.iso_date, reverse=True)


def outlet_pages(chapters: Sequence[Chapter], language: Language) -> Iterator[Page]:
    """The list of outlets and a page for each that is known by name."""
    entries = []
    for name, url in _addresses(chapters, "outlets"):
        page = _outlet(name, chapters, language)
        entries.append(ListEntry(name=name, url=url, tallies=page.tallies, siglum=page.siglum))
        yield Page(url=url, template="outlet.html", title=name, context=page)
    intro = language.gettext("Every outlet that is known by name, with what it reported and whom it quotes.")
    yield _list("outlets.html", language.gettext("Outlets"), intro, entries)


def people_pages(chapters: Sequence[Chapter], language: Language) -> Iterator[Page]:
    """The list of people who are quoted and a page for each."""
    said: dict[str, list[EventPart[Remark]]] = {}
    variants: dict[str, set[str]] = {}
    for chapter in chapters:
        for name, remarks in _remarks(chapter.edition).items():
            said.setdefault(name, []).append(EventPart(event=chapter.entry, entries=tuple(remarks)))
        for person in chapter.edition.comparison.collation.people:
            variants.setdefault(person.name, set()).update(person.variants)
    entries = []
    for name, url in _addresses(chapters, "people"):
        page = _person(name, sorted(variants.get(name, set()) - {name}), said[name], language)
        entries.append(ListEntry(name=name, url=url, tallies=page.tallies))
        yield Page(url=url, template="person.html", title=name, context=page)
    entries.sort(key=lambda entry: -entry.tallies[0].number)
    intro = language.gettext("Everyone who is quoted, the most quoted first.")
    yield _list("people.html", language.gettext("People"), intro, entries)


def topic_pages(chapters: Sequence[Chapter], language: Language) -> Iterator[Page]:
    """The list of topics that more than one event shares and a page for each."""
    parts: dict[str, list[EventPart[Coverage]]] = {}
    for chapter in chapters:
        for row in chapter.rows:
            cells = tuple(cell for cell in row.cells if cell.first)
            parts.setdefault(row.name, []).append(EventPart(event=chapter.entry, entries=cells))
    entries = []
    for name, url in _addresses(chapters, "topics"):
        accounts = sum(len(part.entries) for part in parts[name])
        tallies = (
            tally(language, accounts, "account", "accounts"),
            tally(language, len(parts[name]), "event", "events"),
        )
        page = TopicPage(name=name, tallies=tallies, events=tuple(parts[name]))
        entries.append(ListEntry(name=name, url=url, tallies=tallies))
        yield Page(url=url, template="topic.html", title=name, context=page)
    intro = language.gettext("Topics that more than one event shares.")
    yield _list("topics.html", language.gettext("Topics"), intro, entries)


def _addresses(chapters: Sequence[Chapter], kind: str) -> list[tuple[str, str]]:
    return list(getattr(chapters[0].edition.directory, kind).items()) if chapters else []


def _list(url: str, title: str, intro: str, entries: Sequence[ListEntry]) -> Page:
    context = ListPage(title=title, intro=intro, entries=tuple(entries))
    return Page(url=url, template="list.html", title=title, context=context)


def _outlet_choices(chapters: Sequence[Chapter]) -> tuple[Choice, ...]:
    """The known outlets with the number of their events; none if there is nothing to choose."""
    often = Counter(name for chapter in chapters for name in {siglum.outlet for siglum in chapter.entry.sigla})
    choices = tuple(
        Choice(value=name, label=name, number=often[name], siglum=_siglum(name, chapters))
        for name, _ in _addresses(chapters, "outlets")
    )
    return choices if len(chapters) > 1 and len(choices) > 1 else ()


def _siglum(outlet: str, chapters: Sequence[Chapter]) -> Siglum:
    """A known outlet's siglum outside events."""
    places = chapters[0].edition.directory
    return Siglum(letters=places.letters[outlet], colour=places.colours[outlet], outlet=outlet, account="")


def _totals(chapters: Sequence[Chapter], language: Language) -> tuple[Tally, ...]:
    people = _addresses(chapters, "people")
    accounts = sum(len(chapter.entry.sigla) for chapter in chapters)
    return (
        tally(language, len(chapters), "event", "events"),
        tally(language, accounts, "account", "accounts"),
        tally(language, len(people), "person quoted", "people quoted"),
    )


def _outlet(name: str, chapters: Sequence[Chapter], language: Language) -> OutletPage:
    parts: list[EventPart[OutletAccount]] = []
    quoted: Counter[str] = Counter()
    for chapter in chapters:
        own = [a for a in chapter.edition.comparison.event.accounts if a.article.outlet == name]
        if own:
            found = tuple(_outlet_account(account, chapter) for account in own)
            parts.append(EventPart(event=chapter.entry, entries=found))
            quoted.update(quote.speaker for account in own for quote in spoken(account) if quote.speaker)
    people = chapters[0].edition.directory.people
    return OutletPage(
        name=name,
        tallies=(
            tally(language, sum(len(part.entries) for part in parts), "account", "accounts"),
            tally(language, len(parts), "event", "events"),
            tally(language, quoted.total(), "quotation", "quotations"),
        ),
        events=tuple(parts),
        quoted=tuple(
            ListEntry(name=person, url=people[person], tallies=(tally(language, number, "quotation", "quotations"),))
            for person, number in sorted(quoted.items(), key=lambda item: (-item[1], item[0]))
        ),
        siglum=_siglum(name, chapters),
    )


def _outlet_account(account: Account, chapter: Chapter) -> OutletAccount:
    edition = chapter.edition
    concerned = [
        discrepancy
        for discrepancy in edition.comparison.discrepancies
        if any(reading.article == account.id for reading in discrepancy.readings)
    ]
    siglum = edition.sigla[account.id]
    return OutletAccount(
        witness=next(witness for witness in chapter.page.witnesses if witness.siglum == siglum),
        page=edition.url,
        differences=tuple(Link(text=d.summary, url=f"{edition.url}#{d.id}") for d in concerned),
    )


def _person(name: str, variants: Sequence[str], parts: Sequence[EventPart[Remark]], language: Language) -> PersonPage:
    outlets = {remark.citation.siglum.outlet for part in parts for remark in part.entries}
    return PersonPage(
        name=name,
        variants=tuple(variants),
        tallies=(
            tally(language, sum(len(part.entries) for part in parts), "quotation", "quotations"),
            tally(language, len(outlets), "outlet", "outlets"),
            tally(language, len(parts), "event", "events"),
        ),
        events=tuple(parts),
    )


def _remarks(edition: Edition) -> dict[str, list[Remark]]:
    """What each speaker is quoted with in an event, in the order of the accounts."""
    utterances = {
        m.quote: alignment.id for alignment in edition.comparison.collation.alignments for m in alignment.members
    }
    found: dict[str, list[Remark]] = {}
    for account in edition.comparison.event.accounts:
        for quote in account.quotes:
            if quote.speaker and quote.kind in SPOKEN:
                anchor = quote_anchor(quote)
                remark = Remark(
                    citation=edition.cite(quote, anchor), anchor=anchor, utterance=utterances.get(quote.id, "")
                )
                found.setdefault(quote.speaker, []).append(remark)
    return found
