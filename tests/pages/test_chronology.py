"""What happened when."""

from __future__ import annotations

import msgspec
import pytest
from layouts import edition_of

from digest.model import Account, Claim, Comparison
from digest.pages.chronology import dated, days
from digest.pages.edition import Edition


def edition(comparison: Comparison, change: dict[str, object] | None = None) -> Edition:
    def changed(account: Account) -> Account:
        claims = tuple(msgspec.structs.replace(claim, **(change or {})) for claim in account.claims)
        return msgspec.structs.replace(account, claims=claims)

    event = comparison.event
    event = msgspec.structs.replace(event, accounts=tuple(changed(account) for account in event.accounts))
    collation = msgspec.structs.replace(comparison.collation, event=event)
    comparison = msgspec.structs.replace(comparison, collation=collation)
    return edition_of(comparison)


def test_days_in_order_with_those_who_tell_of_them(ferries: Comparison) -> None:
    """The earliest day first, the event's own day named, one sentence of each account."""
    found = days(dated(edition(ferries)), edition(ferries))
    assert [(day.iso_date, day.is_event) for day in found] == [("2031-02-02", False), ("2031-03-14", True)]
    assert found[1].date == "Friday 14 March 2031"
    assert [[c.siglum.letters for c in group] for group in found[1].sentences] == [["H"], ["N", "D"]]


@pytest.mark.parametrize(
    "change",
    [
        {"low": None},
        {"high": None},
        {"low": 741_000.0},
        {"low": 0.0, "high": 0.0},
        {"low": 9e9, "high": 9e9},
        {"hedge": "about"},
        {"value": "UNDEF-minus-6-week"},
        {"value": "UNDEF-last-W1"},
        {"kind": "number"},
        {"unit": "time", "low": 730.0, "high": 730.0},
    ],
    ids=str,
)
def test_only_certain_days_count(ferries: Comparison, change: dict[str, object]) -> None:
    """Periods, days of an unknown year, impossible days, rough ones and times of day are not put on the timeline."""
    assert dated(edition(ferries, change)) == {}


def test_one_day_is_no_timeline(ferries: Comparison) -> None:
    """If all accounts name one day only, the head of the page says it."""
    assert dated(edition(ferries, {"low": 741_515.0, "high": 741_515.0})) == {}


def test_datelines_are_not_events(ferries: Comparison) -> None:
    """A date in a byline says when the account was written."""
    wire = ferries.event.accounts[1]
    start = wire.article.text.index("March 14")
    claim: Claim = msgspec.structs.replace(wire.claims[0], start=start, end=start + 8, text="March 14", low=741_502.0)
    claim = msgspec.structs.replace(claim, high=741_502.0)
    wire = msgspec.structs.replace(wire, claims=(claim,))
    event = msgspec.structs.replace(ferries.event, accounts=(ferries.event.accounts[0], wire))
    collation = msgspec.structs.replace(ferries.collation, event=event)
    comparison = msgspec.structs.replace(ferries, collation=collation)
    assert [day.isoformat() for day in dated(edition_of(comparison))] == [
        "2031-02-02",
        "2031-03-14",
    ]


def test_what_is_today_in_a_remark_is_no_day(ferries: Comparison) -> None:
    """A remark may be older than the account that quotes it; a date with its year is the same for both."""
    lantern = ferries.event.accounts[2]
    quote = next(quote for quote in lantern.quotes if quote.kind == "direct")

    def days_of(value: str) -> list[str]:
        own = msgspec.structs.replace(
            lantern.claims[0], start=quote.start, end=quote.end, text=quote.text, kind="date", value=value,
            low=741_502.0, high=741_502.0, unit="date", hedge="exact",
        )  # fmt: skip
        accounts = (*ferries.event.accounts[:2], msgspec.structs.replace(lantern, claims=(own,)))
        event = msgspec.structs.replace(ferries.event, accounts=accounts)
        collation = msgspec.structs.replace(ferries.collation, event=event)
        found = dated(edition_of(msgspec.structs.replace(ferries, collation=collation)))
        return [day.isoformat() for day, claims in found.items() if lantern.id in claims]

    assert days_of("UNDEF-this-day") == []
    assert days_of("2031-03-01") == ["2031-03-01"]


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("XXXX-03-14", "2031-03-14"),
        ("XXXX-03-24", "2031-03-24"),
        ("XXXX-03-25", None),
        ("XXXX-XX-04", "2031-03-04"),
        ("XXXX-XX-03", None),
        ("XXXX-02-30", None),
        ("XXXX-WXX-5", "2031-03-14"),
        ("XXXX-WXX-5TMO", "2031-03-14"),
        ("XXXX-WXX-4", None),
        ("UNDEF-last-W5", None),
        ("2031", None),
    ],
)
def test_partial_dates_are_days_around_the_event(ferries: Comparison, value: str, day: str | None) -> None:
    """A day without its year or month is the one within ten days of the event, a weekday only that of the event."""
    gazette, wire, *_ = ferries.event.accounts
    partial = msgspec.structs.replace(gazette.claims[0], kind="date", value=value, low=None, high=None, hedge="exact")
    certain = [
        msgspec.structs.replace(wire.claims[0], kind="date", low=at, high=at, hedge="exact")
        for at in (735_000.0, 735_001.0)
    ]
    accounts = (
        msgspec.structs.replace(gazette, claims=(partial,)),
        msgspec.structs.replace(wire, claims=tuple(certain)),
    )
    event = msgspec.structs.replace(ferries.event, accounts=accounts)
    comparison = msgspec.structs.replace(ferries, collation=msgspec.structs.replace(ferries.collation, event=event))
    found = [day.isoformat() for day in dated(edition_of(comparison))][2:]
    assert found == ([day] if day else [])
