"""The date that partial dates can mean."""

from __future__ import annotations

import datetime

import pytest
from digest.standard.events.dating import DateEvidence, Mention, date_evidence, event_date, fits

DAY = datetime.date(2024, 4, 26)  # a Friday


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-04-26", True),
        ("XXXX-04-26", True),
        ("XXXX-XX-26", True),
        ("XXXX-WXX-5", True),
        ("2023-04-26", False),
        ("XXXX-04-25", False),
        ("XXXX-WXX-4", False),
        ("2024-04", False),
        ("UNDEF-last-year", False),
    ],
)
def test_fits(value, expected) -> None:
    """A TIMEX3 value of one day fits a date that it may mean; months and years fit none."""
    assert fits(value, DAY) is expected


def test_one_account_does_not_outvote_the_others() -> None:
    """An account that says the day of an update over and over does not move the event from the day that all name."""
    update = DateEvidence(tuple(Mention("2024-04-27", 4.5) for _ in range(4)), None, None, True, None, ())
    reports = [DateEvidence((Mention("2024-04-26", 2.0),), None, None, True, None, ()) for _ in range(2)]
    assert event_date([update, *reports]) == DAY
    assert event_date([update]) == DAY + datetime.timedelta(1)


@pytest.mark.parametrize(
    "body",
    [
        "The old mill has burnt down.\nThe keeper is asleep.\nIt was built after the flood of 3 May 1912.",
        "The old mill burnt down on a Friday.\nThe keeper is asleep.\nA first fire was put out on 26 April 2024.",
        "The old mill is seen in this still image of 26 April 2024.",
        "The old mill is to be opened on 26 April 2024.",
        "The old mill has burnt down.\nCAPTION: The mill on 26 April 2024.",
    ],
)
def test_background_dates_no_event_whose_pages_have_no_date(tell, body) -> None:
    """Without a page's date a day further down, of a picture or still to come is not the event's day."""
    accounts = [tell("a", f"Mill fire\n{body}"), tell("b", "Fire at the mill\nThe old mill has burnt down.")]
    assert event_date([date_evidence(account) for account in accounts]) is None


def test_an_opening_dates_an_event_whose_pages_have_no_date(tell) -> None:
    """A full date in the opening of one account is the event's day."""
    accounts = [
        tell("a", "Mill fire\nThe old mill burnt down on 26 April 2024."),
        tell("b", "Fire at the mill\nThe old mill has burnt down."),
    ]
    assert event_date([date_evidence(account) for account in accounts]) == DAY


@pytest.mark.parametrize(("opening", "expected"), [("On Friday", "2024-04-26"), ("", "2031-03-05")])
def test_a_day_long_past_is_the_event_only_if_its_weekday_is_named(tell, opening, expected) -> None:
    """A page dated years after the day its story opens with is a reprint if the weekday agrees, or looks back."""
    body = f"{opening} the council of Port Ellery, as it was since April 26, 2024, closed the old bridge.".strip()
    account = tell("a", f"Port Ellery closes its bridge\n{body}", datetime.date(2031, 3, 5))
    assert str(date_evidence(account).date) == expected
