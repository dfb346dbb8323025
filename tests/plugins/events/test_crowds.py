"""How many half-alike stories stand around a story, and what that asks of two of them."""

from __future__ import annotations

import datetime

from digest.standard.events.clustering import Story, cluster
from digest.standard.events.crowds import crowds
from digest.standard.events.dating import DateEvidence

DAY = datetime.date(2031, 3, 4)
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


def test_a_running_story_is_no_event() -> None:
    """In a crowd, two stories without a day of their own and an outlet's next article need more in common."""
    subject = {"harbour": 0.36, "toll": 0.30}
    two = [subject | {f"own-{number}": 0.883} for number in range(2)]
    crowd = [Story({"harbour": 0.36, "toll": 0.02, f"other-{number}": 0.93}, dated()) for number in range(12)]

    def are_one_event(
        around: list[Story], first: DateEvidence, second: DateEvidence, outlet: str | None = None
    ) -> bool:
        pair = [Story(vector, dates, outlet=outlet) for vector, dates in zip(two, (first, second), strict=True)]
        return (0, 1) in cluster([*pair, *around])

    unsure = dated(certain=False)
    assert are_one_event([], unsure, unsure)
    assert not are_one_event(crowd, unsure, unsure)
    assert are_one_event(crowd, dated(), dated(1))
    assert not are_one_event(crowd, dated(), dated(1), outlet="The Quay")
    assert are_one_event(crowd, dated(), dated(), outlet="The Quay")
    assert are_one_event([], dated(), dated(1), outlet="The Quay")
