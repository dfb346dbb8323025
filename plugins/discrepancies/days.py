"""One act on two days of the calendar: the same verb beside the dates, and neither account has the other's date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from digest import Collation, Discrepancy, Event

from ..claims.compare import relation
from .contexts import Figure, figures, word_weights
from .readings import distinct, reading, who_gives_what
from .summaries import act_matter

# A day of a month: weekdays and "last week" are too easily of another week.
_DAY_OF_MONTH = re.compile(r"(?:\d{4}|XXXX)-(?P<day>\d\d-\d\d)")
# The weight of the words that must stand near both dates, the act among them.
_LEAST_SHARED = 0.5


def differing_days(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each act that two accounts put on different days of the calendar."""
    weights = word_weights(collation.event)
    accounts = [
        [figure for figure in figures(collation, account, ("date",)) if _DAY_OF_MONTH.fullmatch(figure.claim.value)]
        for account in collation.event.accounts
    ]
    for one, other in combinations(accounts, 2):
        for first, second in product(one, other):
            shared = sum(weights.get(word, 0.0) for word in sorted(first.near & second.near))
            if _is_same_act(first, second) and shared >= _LEAST_SHARED and _are_alone(first, second, one, other):
                yield _discrepancy(collation.event, (first, second))


def _is_same_act(first: Figure, second: Figure) -> bool:
    act = first.claim.counted
    return act is not None and act == second.claim.counted and relation(first.claim, second.claim) == "contradiction"


def _are_alone(first: Figure, second: Figure, one: Sequence[Figure], other: Sequence[Figure]) -> bool:
    """Whether neither account has the other's day, nor the same act on a further day."""
    days = {_day(figure) for figure in one}, {_day(figure) for figure in other}
    acts = [figure.claim.counted for figure in (*one, *other)]
    return _day(second) not in days[0] and _day(first) not in days[1] and acts.count(first.claim.counted) == 2


def _day(figure: Figure) -> str:
    match = _DAY_OF_MONTH.fullmatch(figure.claim.value)
    return match["day"] if match else ""


def _discrepancy(event: Event, found: Sequence[Figure]) -> Discrepancy:
    readings = distinct(reading(figure.claim, figure.claim.text) for figure in found)
    return Discrepancy(
        kind="date",
        severity="contradiction",
        confidence=0.6,
        summary=act_matter(found[0].claim.counted or ""),
        explanation=who_gives_what(event, readings),
        readings=readings,
        rule="the same act beside two dates",
    )
