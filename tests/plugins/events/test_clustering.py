"""Groups of stories that are alike, from small vectors."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from digest.standard.events.clustering import Story, cluster
from digest.standard.events.dating import DateEvidence

UNKNOWN = DateEvidence((), None, None, False, None, ())


def story(**weights: float) -> dict[str, float]:
    """A vector of length 1."""
    length = sum(weight**2 for weight in weights.values()) ** 0.5
    return {term: weight / length for term, weight in weights.items()}


def grouped(
    vectors: list[dict[str, float]], dates: list[DateEvidence] | None = None, names: Sequence[str] | None = None
) -> list[tuple[int, ...]]:
    """The groups of stories of one language, without dates or names unless given: a name for each."""
    named = [frozenset([name]) for name in names] if names else [frozenset[str]()] * len(vectors)
    dates = dates or [UNKNOWN] * len(vectors)
    return cluster([Story(*given) for given in zip(vectors, dates, named, strict=True)])


def test_a_round_up_joins_no_two_events() -> None:
    """Stories that are alike only through a third one stay apart."""
    fire, flood = story(fire=1, mill=1, smoke=1), story(flood=1, dam=1, rain=1)
    round_up = story(fire=1, mill=1, flood=1, dam=1)
    assert grouped([fire, fire, flood, flood, round_up]) in ([(0, 1, 4), (2, 3)], [(0, 1), (2, 3, 4)])


def test_one_odd_story_of_many_keeps_nobody_out() -> None:
    """A story joins a large group though one of its stories has nothing in common with it."""
    many = [story(fire=2, mill=2, smoke=1) for _ in range(6)]
    odd = story(fire=1, mill=0.1, hero=1.5, dog=1.5)
    new = story(mill=2, smoke=1, engine=2)
    assert grouped([*many, odd, new]) == [(0, 1, 2, 3, 4, 5, 6, 7)]


def test_a_stray_date_splits_no_event() -> None:
    """One date among many stories that rules another out does not keep a story from the others that are like it."""
    day = datetime.date(2031, 3, 4)
    stray = DateEvidence((), None, None, False, None, ("XXXX-09-11",))
    sure = DateEvidence((), None, day, True, None, ())
    fire = story(fire=1, mill=1, smoke=1)
    assert grouped([fire] * 7, [UNKNOWN] * 5 + [stray, sure]) == [(0, 1, 2, 3, 4, 5, 6)]
    assert len(grouped([fire] * 2, [stray, sure])) == 2


def test_twins_have_other_names() -> None:
    """Two accidents of one kind stay apart where both give their day and no name is common to both, and only then."""
    days = [DateEvidence((), None, datetime.date(2031, 3, day), True, None, ()) for day in (4, 5)]
    told = {"train": 2.0, "rail": 2.0, "crane": 1.0}
    towns = [story(**told, torvik=2), story(**told, marne=2)]
    assert grouped(towns, days, ["torvik", "marne"]) == [(0,), (1,)]
    assert grouped(towns, [days[0]] * 2, ["torvik", "marne"]) == [(0,), (1,)]
    assert grouped(towns, [days[0], UNKNOWN], ["torvik", "marne"]) == [(0, 1)]
    assert grouped(towns, days) == [(0, 1)]
    assert grouped([towns[0]] * 2, days, ["torvik", "torvik"]) == [(0, 1)]
