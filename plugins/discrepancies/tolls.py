"""The toll of the event: how many were killed, hurt or arrested, as the opening of each account has it.

Tolls rise from hour to hour. Two of one day differ if neither allows for the other; of later days only if they fall.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, islice

from digest import Account, Event, Severity

from ..claims.compare import relation
from ..claims.sameness import comparable
from .amounts import own_weight, shared_weight
from .contexts import Figure

_FATES = ("killed", "injured", "missing", "arrested", "rescued", "displaced", "infected", "hospitalised")
# The headline and so many paragraphs are the opening.
_OPENING = 2
# The weight of the words that two tolls must share beside those of the toll, and by what factor they differ at most.
_SHARED, _FURTHEST = 0.3, 5.0


def event_tolls(
    told: Sequence[tuple[Account, Sequence[Figure]]], weights: Mapping[str, float]
) -> Iterator[list[Figure]]:
    """For each fate the tolls of one event in the openings of accounts, each given with its figures."""
    for fate in _FATES:
        first = [toll for account, figures in told if (toll := _opening_toll(account, figures, fate))]
        yield [toll for toll in first if any(_are_of_one(toll, other, weights) for other in first)]


def toll_severity(event: Event, tolls: Sequence[Figure]) -> Severity | None:
    """The hardest way in which two tolls of an event differ."""
    severities = {_difference(event, *pair) for pair in combinations(tolls, 2)}
    return "contradiction" if "contradiction" in severities else "imprecision" if "imprecision" in severities else None


def _opening_toll(account: Account, figures: Sequence[Figure], fate: str) -> Figure | None:
    """The first toll in the opening of an account, if it is not that of a part or of another time."""
    opening = [*account.article.blocks_of("title"), *islice(account.article.blocks_of("body"), _OPENING)]
    tolls = [
        figure
        for figure in figures
        if (figure.claim.unit or "").endswith(f" {fate}")
        and any(block.start <= figure.claim.start < block.end for block in opening)
    ]
    first = tolls[0] if tolls else None
    if first is None or first.is_vague or first.with_others or _is_narrowed(first) or not first.amount:
        return None
    return with_hedge([first, *(toll for toll in tolls if toll.amount == first.amount)])


def with_hedge(tolls: Sequence[Figure]) -> Figure:
    """Of the places where an account gives one toll the first with a hedge: a headline leaves that to the text."""
    return next((toll for toll in tolls if toll.claim.hedge != "exact"), tolls[0])


def _is_narrowed(toll: Figure) -> bool:
    known = toll.qualifiers
    return bool(known.is_part or known.scopes or known.past or known.lot)


def _are_of_one(one: Figure, other: Figure, weights: Mapping[str, float]) -> bool:
    """Whether two tolls count the same people, as far as their words tell, and are not too far apart."""
    low, high = sorted((one.amount or 1.0, other.amount or 1.0))
    telling = shared_weight(one, other, weights) - own_weight(one, other, weights)
    return one is not other and comparable(one.claim, other.claim) and telling >= _SHARED and high <= low * _FURTHEST


def _difference(event: Event, first: Figure, second: Figure) -> Severity | None:
    """How two tolls differ: exact ones of one day contradict; of others the earlier may have risen.

    An outlet brings its own up to date, or tells of something else.
    """
    known = relation(first.claim, second.claim)
    one, other = (event.outlet(figure.claim.article) for figure in (first, second))
    if known in (None, "equal", "granularity") or one == other:
        return None
    days = [event.by_id[figure.claim.article].article.metadata.published for figure in (first, second)]
    if days[0] and days[1] and days[0] != days[1]:
        early, late = (first, second) if days[0] < days[1] else (second, first)
        fell = (late.amount or 0.0) < (early.amount or 0.0)
        return "imprecision" if fell and known == "contradiction" else None
    exact = first.claim.hedge == second.claim.hedge == "exact"
    return "contradiction" if exact and known == "contradiction" else "imprecision"
