"""One act at two times: the same verb beside two days, years or clock times, and neither account has the other's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from digest import Collation, Discrepancy, Event

from ..claims.compare import relation
from ..english.synonyms import concept
from .contexts import Figure, figures, word_weights
from .readings import distinct, reading, who_gives_what
from .summaries import act_matter

# Days of a month, years and times of day: weekdays and "last week" are too easily of another week.
_SORTS = (
    ("Date", re.compile(r"(?:\d{4}|XXXX)-(?P<when>\d\d-\d\d)")),
    ("Year", re.compile(r"(?P<when>\d{4})")),
    ("Time", re.compile(r"T(?P<when>\d\d:\d\d)")),
)
# The weight of the words that must stand near both dates, the act among them. Of years and times a story names many.
_LEAST_SHARED = {"Date": 0.5, "Year": 1.0, "Time": 1.0}


def differing_days(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each act that accounts put on different days of the calendar, years or times of day."""
    dated = [list(figures(collation, account, ("date",))) for account in collation.event.accounts]
    weights = word_weights(collation.event)
    for sort, form in _SORTS:
        accounts = [[figure for figure in found if form.fullmatch(figure.claim.value)] for found in dated]
        acts: dict[str | None, dict[str, Figure]] = {}
        for one, other in combinations(accounts, 2):
            for first, second in product(one, other):
                if _is_one_act(sort, first, second, weights) and _are_alone(form, first, second, one, other):
                    told = acts.setdefault(_act(first), {})
                    told.update((figure.claim.id, figure) for figure in (first, second))
        for told in acts.values():
            yield _discrepancy(collation.event, sort, list(told.values()))


def _is_one_act(sort: str, first: Figure, second: Figure, weights: Mapping[str, float]) -> bool:
    """Whether one act of the same people, as far as they are named, is dated to times that differ."""
    if sort == "Time" and _is_slip(first, second):
        return True
    if first.people and second.people and not first.people & second.people:
        return False
    shared = sum(weights.get(word, 0.0) for word in sorted(first.near & second.near))
    same = _act(first) == _act(second) is not None and shared >= _LEAST_SHARED[sort]
    return same and relation(first.claim, second.claim) == "contradiction"


def _act(figure: Figure) -> str | None:
    return figure.claim.counted and concept(figure.claim.counted)


def _is_slip(first: Figure, second: Figure) -> bool:
    """Whether one time has the digits of the other in another order: 5:42 and 5:24."""
    one, two = (figure.claim.value for figure in (first, second))
    return one != two and one[-2] != one[-1] and sorted(one) == sorted(two)


def _are_alone(
    form: re.Pattern[str], first: Figure, second: Figure, one: Sequence[Figure], other: Sequence[Figure]
) -> bool:
    """Whether neither account has the other's time, nor the same act at a further time."""
    times = {_when(form, figure) for figure in one}, {_when(form, figure) for figure in other}
    further = {_when(form, figure) for figure in (*one, *other) if _act(figure) == _act(first)}
    both = {_when(form, first), _when(form, second)}
    return _when(form, second) not in times[0] and _when(form, first) not in times[1] and further <= both


def _when(form: re.Pattern[str], figure: Figure) -> str:
    match = form.fullmatch(figure.claim.value)
    return match["when"] if match else ""


def _discrepancy(event: Event, sort: str, found: Sequence[Figure]) -> Discrepancy:
    readings = distinct(reading(figure.claim, figure.claim.text) for figure in found)
    return Discrepancy(
        kind="date",
        severity="contradiction",
        confidence=0.6,
        summary=act_matter(sort, found[0].claim.counted),
        explanation=who_gives_what(event, readings),
        readings=readings,
        rule="the same act beside two dates",
    )
