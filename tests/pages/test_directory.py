"""Addresses, letters and colours of a site."""

from __future__ import annotations

import msgspec

from digest.model import Comparison
from digest.pages.directory import directory, sigla_of
from digest.pages.outline import outline, spoken


def renamed(comparison: Comparison, event_id: str, outlets: list[str | None]) -> Comparison:
    accounts = tuple(
        msgspec.structs.replace(
            account,
            article=msgspec.structs.replace(
                account.article, metadata=msgspec.structs.replace(account.article.metadata, outlet=outlet)
            ),
        )
        for account, outlet in zip(comparison.event.accounts, outlets, strict=True)
    )
    event = msgspec.structs.replace(comparison.event, id=event_id, accounts=accounts)
    collation = msgspec.structs.replace(comparison.collation, event=event)
    return msgspec.structs.replace(comparison, collation=collation)


def test_letters_are_initials_and_unique(ferries: Comparison) -> None:
    """An outlet has its initial; if that is taken initials, another of its letters, a number; articles don't count."""
    names = ["Harbour Gazette", "Harbour Herald", "The Harbour Herald", "Harbour Hour"]
    letters = directory([outline(renamed(ferries, "e", names))]).letters
    assert letters == {"Harbour Gazette": "H", "Harbour Herald": "HH", "Harbour Hour": "Ha", "The Harbour Herald": "Hr"}
    letters = directory([outline(renamed(ferries, "e", ["Oo", "O", "oo.example", "O 1"]))]).letters
    assert letters == {"O": "O", "O 1": "O1", "Oo": "Oo", "oo.example": "Oe"}


def test_names_without_letters_have_sigla(ferries: Comparison) -> None:
    """Outlets named in other scripts or by signs alone get letters and addresses too."""
    places = directory([outline(renamed(ferries, "e", ["港口报", "***", "أخبار المرفأ", "!"]))])
    assert sorted(places.letters.values()) == ["#2", "#3", "أ", "港"]
    assert len(set(places.outlets.values())) == 4


def test_unknown_outlets_are_numbered_and_second_accounts_too(ferries: Comparison) -> None:
    """A file without an outlet has a number, an outlet's second account its letter with a small 2."""
    assert sigla_of(["Wire", "a.txt", "Wire", "b.txt", "Post"], {"Wire": "W", "Post": "P"}) == [
        "W¹",
        "1",
        "W²",
        "2",
        "P",
    ]


def test_outlets_that_meet_have_different_colours(ferries: Comparison) -> None:
    """Among outlets of one event no colour is given twice while others are free."""
    first = renamed(ferries, "one", ["A", "B", "C", "D"])
    second = renamed(ferries, "two", ["E", "F", "A", "G"])
    colours = directory([outline(first), outline(second)]).colours
    assert len({colours[name] for name in "ABCD"}) == 4
    assert len({colours[name] for name in "AEFG"}) == 4


def test_colours_are_reused_when_there_are_too_few(ferries: Comparison) -> None:
    """With more outlets than colours, all outlets have one of the eight."""
    crowd = [renamed(ferries, f"e{n}", [f"{n}{name}" for name in "ABCD"]) for n in range(5)]
    assert set(directory([outline(event) for event in crowd]).colours.values()) == set(range(1, 9))


def test_addresses_are_safe_and_apart(ferries: Comparison) -> None:
    """Hostile and equal names become different paths of plain characters."""
    places = directory([outline(renamed(ferries, "../../etc", ["<script>", "../x", "x", "X?"]))])
    assert places.events == {"../../etc": "events/etc.html"}
    assert sorted(places.outlets.values()) == [
        "outlets/script.html",
        "outlets/x-2.html",
        "outlets/x-3.html",
        "outlets/x.html",
    ]


def test_a_topic_of_one_event_has_no_page(ferries: Comparison) -> None:
    """A topic has a page when more than one event has it."""
    other = renamed(ferries, "other", ["A", "B", "C", "D"])
    assert directory([outline(ferries)]).topics == {}
    assert "fog" in directory([outline(ferries), outline(other)]).topics


def test_spoken_counts_an_interrupted_quotation_once(ferries: Comparison) -> None:
    """Parts of one utterance are one quotation; headlines and scare quotes are none."""
    account = ferries.event.accounts[0]
    first, second, partial, long = account.quotes
    quotes = (
        msgspec.structs.replace(first, utterance=first.start),
        msgspec.structs.replace(second, utterance=first.start),
        msgspec.structs.replace(partial, kind="scare"),
        long,
    )
    assert list(spoken(msgspec.structs.replace(account, quotes=quotes))) == [quotes[0], long]
