"""The days that accounts name, as a picture."""

from __future__ import annotations

import datetime

import msgspec
import pytest
from layouts import edition_of

from digest.model import Claim, Comparison
from digest.pages.edition import Edition
from digest.pages.picture import picture

EVENT = datetime.date(2031, 3, 14)


def drawn(comparison: Comparison, *offsets: int) -> tuple[Edition, dict[datetime.date, dict[str, Claim]]]:
    """Days so far from the event, all told by the first account, that of the event by the second one too."""
    claim = comparison.event.accounts[0].claims[0]
    days = {EVENT + datetime.timedelta(offset): {"gazette": claim} for offset in sorted(offsets)}
    if EVENT in days:
        days[EVENT]["wire"] = msgspec.structs.replace(claim, article="wire")
    return edition_of(comparison), days


def test_days_stand_in_order_between_the_ends(ferries: Comparison) -> None:
    """The first day is at 0, the last at 1000, and a gap four times as long is twice as wide."""
    edition, days = drawn(ferries, -40, 0, 10)
    found = picture(days, edition)
    assert found is not None
    assert [(dot.x, dot.y) for dot in found.dots] == [(0, 0), (667, 0), (667, 1), (1000, 0)]
    assert [siglum.letters for siglum in found.rows] == ["H", "N"]
    assert (found.event, found.height) == (667, 60)
    assert [(tick.label, tick.anchor) for tick in found.ticks] == [
        ("2 Feb 2031", "start"),
        ("14 Mar 2031", "middle"),
        ("24 Mar 2031", "end"),
    ]


def test_labels_do_not_run_into_each_other(ferries: Comparison) -> None:
    """The event's day keeps its label; an end that is too near has none. Other days have one where there is room."""
    edition, days = drawn(ferries, -1000, -90, -1, 0)
    found = picture(days, edition)
    assert found is not None
    assert [(tick.label, tick.roomy) for tick in found.ticks] == [
        ("17 Jun 2028", False),
        ("14 Dec 2030", True),
        ("14 Mar 2031", False),
    ]


@pytest.mark.parametrize("offsets", [(), (0,), (-1, 0), (-3, -2, -1)])
def test_few_days_need_no_picture(ferries: Comparison, offsets: tuple[int, ...]) -> None:
    """Below three days, or with one account alone, the list says it better."""
    edition, days = drawn(ferries, *offsets)
    assert picture(days, edition) is None


def test_an_event_without_a_day_has_no_line(ferries: Comparison) -> None:
    """Where no account names the event's day, no line stands for it and the ends are labelled."""
    edition, days = drawn(ferries, -20, -10, -5)
    days[min(days)]["wire"] = next(iter(days[min(days)].values()))
    found = picture(days, edition)
    assert found is not None
    assert found.event is None
    assert [tick.roomy for tick in found.ticks] == [False, True, False]
