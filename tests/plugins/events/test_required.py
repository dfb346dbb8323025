"""How similar two stories must be, by what they say of their day."""

from __future__ import annotations

import datetime

import pytest
from digest.standard.events.dating import DateEvidence, Mention
from digest.standard.events.required import required

SATURDAY, SUNDAY = Mention("XXXX-WXX-6", 3.0), Mention("XXXX-WXX-7", 3.0)


def undated(*mentions: Mention) -> DateEvidence:
    """A story without a date whose text opens with the weekday of the first mention."""
    return DateEvidence(mentions, None, None, False, int(mentions[0].value[-1]), ())


def test_stories_of_two_weekdays_must_be_more_alike() -> None:
    """Undated stories that open with two weekdays need more in common, unless one speaks of the other's day as well."""
    same = required(undated(SATURDAY), undated(SATURDAY))
    assert required(undated(SATURDAY), undated(SUNDAY)) > same
    assert required(undated(SATURDAY), undated(SUNDAY, SATURDAY)) == same


@pytest.mark.parametrize(("days", "certain", "expected"), [(2, True, True), (30, True, False), (30, False, True)])
def test_certain_dates_far_apart_rule_an_event_out(days, certain, expected) -> None:
    """Two stories whose texts say different days weeks apart are never one event; a page's date rules nothing out."""
    day = datetime.date(2031, 3, 4)
    first = DateEvidence((Mention(day.isoformat(), 4.5),), day, day, True, None, ())
    later = day + datetime.timedelta(days)
    second = DateEvidence((Mention(later.isoformat(), 4.5),) if certain else (), later, later, certain, None, ())
    assert (required(first, second) is not None) is expected
