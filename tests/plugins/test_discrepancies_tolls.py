"""Tolls of an event: which figure is an account's toll, and when two of them differ."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from digest.standard.claims import extract_claims
from digest.standard.discrepancies.measures import differing_measures

from digest import Collation, Event

Collate = Callable[..., Collation]
DAY = datetime.date(2031, 5, 16)
LATER = "\n\nThe mayor was away. Rain fell on the quay.\n\nA lawyer wrote letters."
TOLL = "the first toll in the opening of each account"


def tolls(collate: Collate, *accounts: tuple[str, int]) -> list[tuple[str, list[str]]]:
    """The tolls found in accounts, each published so many days after the event."""
    found = []
    for number, (text, day) in enumerate(accounts):
        name = f"paper{number}"
        texts = {name: f"Orrin quay\n\n{text}{LATER}"}
        collation = collate(texts, extract_claims=extract_claims, published=DAY + datetime.timedelta(day))
        found += collation.event.accounts
    event = Event(id="event", title="Event", date=None, place=None, accounts=tuple(found))
    return [
        (discrepancy.severity, [reading.value for reading in discrepancy.readings])
        for discrepancy in differing_measures(Collation(event, (), (), ()))
        if discrepancy.rule == TOLL
    ]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # Of one day: exact tolls contradict, open ones are of different hours.
        (
            ("A blast on the Orrin quay killed 12 people.", 0),
            ("The blast on the Orrin quay killed 14 people.", 0),
            [("contradiction", ["12 people", "14 people"])],
        ),
        (
            ("A blast on the Orrin quay killed at least two people.", 0),
            ("The death toll of the Orrin blast on the quay rose to at least six on Friday.", 0),
            [("imprecision", ["at least two people", "at least six"])],
        ),
        (
            ("Blast kills 12 people on the Orrin quay. At least 12 people died in the blast.", 0),
            ("The blast on the Orrin quay killed at least 12 people.", 0),
            [],
        ),
        # Tolls rise; one that falls is worth a remark.
        (
            ("A blast on the Orrin quay killed 12 people.", 0),
            ("The blast on the Orrin quay killed 14 people.", 1),
            [],
        ),
        (
            ("A blast on the Orrin quay killed 14 people.", 0),
            ("The blast on the Orrin quay killed 12 people.", 1),
            [("imprecision", ["14 people", "12 people"])],
        ),
        # Parts, other blasts, and what stands further down are not the toll of the event.
        (
            ("A blast on the Orrin quay killed ten sailors and two pilots.", 0),
            ("The blast on the Orrin quay killed 12 people.", 0),
            [],
        ),
        (
            ("A blast on the Orrin quay killed 12 people.", 0),
            ("The blast on the Orrin quay shook all. A previous blast killed 14 people.", 0),
            [],
        ),
        (
            ("A blast on the Orrin quay killed 12 people.", 0),
            ("A blast on the Orrin quay.\n\nIt was loud.\n\nA blast on the Orrin quay in Velmar killed 14 people.", 0),
            [],
        ),
    ],
)
def test_tolls_of_the_event(
    collate: Collate, first: tuple[str, int], second: tuple[str, int], expected: list[tuple[str, list[str]]]
) -> None:
    """Tolls in the openings are compared by their day; parts, other times and later paragraphs are left out."""
    assert tolls(collate, first, second) == expected
