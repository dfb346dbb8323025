"""How many half-alike stories stand around a story, and what that asks of two of them."""

from __future__ import annotations

import datetime

from digest.standard.events.clustering import cluster
from digest.standard.events.crowds import crowds
from digest.standard.events.dating import DateEvidence

DAY = datetime.date(2031, 3, 4)
NAMELESS = [frozenset[str]()]
UNKNOWN = DateEvidence((), None, None, False, None, ())


def dated(days: int = 0, certain: bool = True) -> DateEvidence:
    """A story of so many days after the first."""
    day = DAY + datetime.timedelta(days)
    return DateEvidence((), day, day, certain, None, ())


def test_only_half_alike_stories_of_its_days_crowd_a_story() -> None:
    """Neither unrelated stories, nor those of its event, nor old or undated ones are a crowd."""

    def crowd(similarity: float, others: DateEvidence, number: int = 12) -> float:
        return crowds([(similarity, 0, other) for other in range(1, number + 1)], [dated(), *[others] * number])[0]

    assert crowd(0.12, dated(1)) == 1.0
    assert 0 < crowd(0.12, dated(1), number=6) < 1
    assert crowd(0.12, dated(1), number=3) == 0
    assert crowd(0.02, dated(1)) == crowd(0.5, dated(1)) == 0
    assert crowd(0.12, dated(30)) == crowd(0.12, UNKNOWN) == 0


def test_comments_on_a_running_story_are_no_event() -> None:
    """Two stories without a day of their own are one event by what they share, but not in a crowd."""
    subject = {"harbour": 0.36, "toll": 0.30}
    comments = [subject | {f"own-{number}": 0.883} for number in range(2)]
    crowd = [{"harbour": 0.36, "toll": 0.02, f"other-{number}": 0.93} for number in range(12)]
    unsure = dated(certain=False)
    assert cluster(comments, NAMELESS * 2, [unsure] * 2, ["en"] * 2) == [(0, 1)]
    groups = cluster(comments + crowd, NAMELESS * 14, [unsure] * 2 + [dated()] * 12, ["en"] * 14)
    assert (0,) in groups
    assert (1,) in groups
    reports = cluster(comments + crowd, NAMELESS * 14, [dated()] * 14, ["en"] * 14)
    assert (0, 1) in reports
