"""All pages of a site together."""

from __future__ import annotations

import datetime
from typing import Any

import msgspec
import pytest
from layouts import laid_out

from digest.config import Site
from digest.model import Account, Comparison, Page
from digest.pages.views.about import ReportPage
from digest.pages.views.event import EventPage
from digest.pages.views.listings import IndexPage, OutletPage, PersonPage, TopicPage
from digest.read import SetAside


def copied(comparison: Comparison, number: int) -> Comparison:
    """The comparison as another event, a day later for each number."""
    event = msgspec.structs.replace(
        comparison.event, id=f"event-{number}", date=datetime.date(2031, 1, 1) + datetime.timedelta(number)
    )
    return msgspec.structs.replace(comparison, collation=msgspec.structs.replace(comparison.collation, event=event))


def pages(site: Site, *comparisons: Comparison, set_aside: tuple[SetAside, ...] = ()) -> dict[str, Page]:
    return {page.url: page for page in laid_out(comparisons, site, set_aside)}


def test_every_page_once_in_order(site: Site, ferries: Comparison) -> None:
    """A site has a page for each event, outlet and speaker, and its lists, by address."""
    found = laid_out([ferries], site)
    assert [page.url for page in found] == [
        "404.html",
        "events/ferries-2031.html",
        "index.html",
        "method.html",
        "outlets.html",
        "outlets/harbour-gazette.html",
        "outlets/northern-wire.html",
        "outlets/the-daily-lantern.html",
        "people.html",
        "people/aldo-verrin.html",
        "people/jonas-brekke.html",
        "people/mette-arnholt.html",
        "people/sunniva-rask.html",
        "report.html",
        "search-index.js",
        "search.html",
        "topics.html",
    ]
    assert found == laid_out([ferries], site)


def test_an_entry_shows_what_is_told_differently(site: Site, ferries: Comparison) -> None:
    """The first differences of an event stand in its entry with their values and who gives them."""
    (entry,) = pages(site, ferries)["index.html"].context.events
    closed = entry.highlights[0]
    assert closed.text == "How long the harbour was closed"
    assert [(value, [siglum.letters for siglum in who]) for value, who in closed.readings] == [
        ("more than six hours", ["N", "D"]),
        ("five hours", ["H"]),
    ]


def test_an_empty_site_has_its_pages(site: Site) -> None:
    """Without any event the lists are there and empty."""
    found = pages(site)
    index: Any = found["index.html"].context
    assert index.events == ()
    assert {"outlets.html", "people.html", "topics.html", "report.html"} <= found.keys()


def test_the_head_counts(site: Site, ferries: Comparison) -> None:
    """Accounts that share text are fewer independent ones; versions of a quotation and doubts are no facts."""
    event: EventPage = pages(site, ferries)["events/ferries-2031.html"].context
    assert [(t.number, t.noun) for t in event.tallies] == [
        (4, "accounts"),
        (3, "independent"),
        (12, "quotations"),
        (2, "in more than one version"),
        (3, "facts told differently"),
    ]
    assert [d.summary for d in event.unsure] == ["The name of the captain"]
    assert [d.summary for d in event.finer] == ["The day of the fine"]
    assert event.shared[0].percent == 42
    assert event.shared[0].origin == "Northern Wire"


def test_counts_that_say_nothing_are_left_out(site: Site, ferries: Comparison) -> None:
    """With nothing shared and nothing in versions, only accounts, quotations and differences are counted."""
    collation = msgspec.structs.replace(ferries.collation, reuse=(), alignments=())
    event: EventPage = pages(site, msgspec.structs.replace(ferries, collation=collation))[
        "events/ferries-2031.html"
    ].context
    assert [t.noun for t in event.tallies] == ["accounts", "quotations", "facts told differently"]


def test_the_latest_event_first_and_long_lists_in_parts(site: Site, ferries: Comparison) -> None:
    """Fifty events a page, the latest first, with a way to the next page and back."""
    found = pages(site, *(copied(ferries, number) for number in range(101)))
    index: list[IndexPage] = [found[url].context for url in ("index.html", "index-2.html", "index-3.html")]
    assert [len(page.events) for page in index] == [50, 50, 1]
    assert index[0].events[0].url == "events/event-100.html"
    assert [(page.newer, page.older) for page in index] == [
        ("", "index-2.html"),
        ("index.html", "index-3.html"),
        ("index-2.html", ""),
    ]


def test_an_event_without_date_or_place_stands_last(site: Site, ferries: Comparison) -> None:
    """What is not known is left out, not made up."""
    event = msgspec.structs.replace(ferries.event, date=None, place=None)
    undated = msgspec.structs.replace(ferries, collation=msgspec.structs.replace(ferries.collation, event=event))
    index: IndexPage = pages(site, undated, copied(ferries, 1))["index.html"].context
    assert [(e.date, e.iso_date, e.place) for e in index.events] == [
        ("Thursday 2 January 2031", "2031-01-02", "Port Sallow"),
        ("", "", ""),
    ]


def test_a_person_has_all_quotations_of_all_events(site: Site, ferries: Comparison) -> None:
    """A person's page joins outlets and events, leads to the words, and to other versions where there are some."""
    person: PersonPage = pages(site, copied(ferries, 1), copied(ferries, 2))["people/mette-arnholt.html"].context
    assert [(t.number, t.noun) for t in person.tallies] == [(8, "quotations"), (3, "outlets"), (2, "events")]
    first, second, *_ = person.events[0].entries
    assert first.utterance == ferries.collation.alignments[0].id
    assert second.utterance == ""
    assert first.anchor == first.citation.anchor
    assert person.variants == ("Arnholt", "Captain Mette Arnholt")


def test_an_outlet_has_its_accounts_and_differences(site: Site, ferries: Comparison) -> None:
    """An outlet's page shows its account, where it differs, and whom it quotes."""
    outlet: OutletPage = pages(site, ferries)["outlets/northern-wire.html"].context
    account = outlet.events[0].entries[0]
    assert account.witness.headline == "At least 17 injured as passenger ferries crash in fog"
    assert len(account.differences) == 6
    assert account.differences[0].url == f"events/ferries-2031.html#{ferries.discrepancies[0].id}"
    assert [(q.name, q.tallies[0].number) for q in outlet.quoted] == [("Aldo Verrin", 2), ("Mette Arnholt", 1)]


def test_a_topic_page_has_every_event_that_mentions_it(site: Site, ferries: Comparison) -> None:
    """A topic's page has the accounts that mention it, event by event, and leaves out those that don't."""
    topic: TopicPage = pages(site, copied(ferries, 1), copied(ferries, 2))["topics/fog.html"].context
    assert [[cell.siglum.letters for cell in part.entries] for part in topic.events] == [["H", "N", "D"]] * 2


def test_the_report_tells_what_was_set_aside(site: Site, ferries: Comparison) -> None:
    """Files that could not be read are named with the reason, remarks about the others beside them."""
    report: ReportPage = pages(site, ferries, set_aside=(SetAside("a.pdf", "no plugin reads it", 3),))[
        "report.html"
    ].context
    assert [(n.path, n.line, n.text) for n in report.set_aside] == [("a.pdf", 3, "no plugin reads it")]
    assert [(n.path, n.text) for n in report.notes] == [("ferries/radio.txt", "encoding guessed: windows-1252")]


@pytest.mark.parametrize("number", [1, 40])
def test_any_number_of_accounts(site: Site, ferries: Comparison, number: int) -> None:
    """One account alone and forty of one outlet are laid out, each with letters of its own."""
    gazette = ferries.event.accounts[0]
    accounts = tuple(
        Account(msgspec.structs.replace(gazette.article, id=f"gazette-{n}"), quotes=(), claims=())
        for n in range(number)
    )
    event = msgspec.structs.replace(ferries.event, accounts=accounts)
    collation = msgspec.structs.replace(ferries.collation, event=event, alignments=(), reuse=(), people=())
    comparison = Comparison(collation=collation, discrepancies=(), topics=(), statements=())
    page: EventPage = pages(site, comparison)["events/ferries-2031.html"].context
    assert len({w.siglum.letters for w in page.witnesses}) == number
    assert page.differences == ()
    assert {a.open for a in page.accounts} == {number == 1}


def test_the_page_of_a_person_stays_while_other_things_of_an_event_change(site: Site, ferries: Comparison) -> None:
    """Without its differences an event has another entry in the list, and its people's pages are what they were."""
    before, after = pages(site, ferries), pages(site, msgspec.structs.replace(ferries, discrepancies=()))
    people = [url for url in before if url.startswith("people/")]
    assert people
    assert [before[url] for url in people] == [after[url] for url in people]
    assert before["index.html"] != after["index.html"]
