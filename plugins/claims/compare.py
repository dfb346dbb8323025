"""How two claims about one matter relate.

A figure stands for what its hedge and its rounding allow: "nearly 300,000" and
298,400 agree, "five hours" and "more than five and a half hours" do not.
"""

from __future__ import annotations

from math import inf, isclose
from typing import Literal

from digest import Claim

from ..english.calendar import compatible
from ..english.hedges import rounding
from .sameness import FIGURES, same_counted, same_dimension
from .units import UNITS

Relation = Literal["equal", "granularity", "vaguer", "contradiction"]
Interval = tuple[float, float]

# What a hedged figure can be off and still be called the same at another granularity, as a share of it.
_CLOSE = 0.05
_MINUTES_APART = 30
# What a whole percentage is rounded by, at most.
_HALF_A_PERCENT = 0.49
# Units that differ by no more than this factor are taken for each other, as tons and tonnes.
_DIALECTS = 1.15


def relation(first: Claim, second: Claim) -> Relation | None:
    """How two figures or dates of one matter relate; None where that cannot be told, as of a figure and a date.

    "granularity": both are true, one is rounder or the calendar makes them agree. "vaguer": both can
    be true, but one is hedged differently. "contradiction": they cannot both be true. Neither order nor account
    of the claims matters.
    """
    if first.kind != second.kind:
        return None
    if first.kind == "date":
        return _dates(first, second)
    if is_tally(first) or is_tally(second):
        return "equal" if sorted(first.value.split("-")) == sorted(second.value.split("-")) else "contradiction"
    if first.kind not in FIGURES or not same_dimension(first, second) or not same_counted(first, second):
        return None
    return _figures(first, second)


def is_tally(claim: Claim) -> bool:
    """Whether a claim is the result of a vote or a match, two figures in one: "52-48"."""
    return claim.unit in ("vote", "score") and claim.hedge != "range" and "-" in claim.value


# ── figures ────────────────────────────────────────────────────────────────────────────────────────────────


def _figures(first: Claim, second: Claim) -> Relation:
    one, two = _magnitude(first), _magnitude(second)
    if _same_in_dialect(first, second):
        return "granularity"
    if isclose(one, two, rel_tol=_EXACT if _same_unit(first, second) else _CONVERTED):
        if first.hedge == second.hedge and _same_bounds(first, second):
            return "equal"
        converted = first.hedge == second.hedge != "range" and not _same_unit(first, second)
        if converted or {first.hedge, second.hedge} <= _NEARLY:
            return "granularity"
        return "contradiction" if {first.hedge, second.hedge} in _OPPOSED else "vaguer"
    if not _overlap(first, second):
        return "contradiction"
    # Near enough to be the same figure, rounded: 298,400 and "nearly 300,000".
    distance = abs(one - two)
    slack = max(_rounding(first), _rounding(second))
    exact = first.hedge == second.hedge == "exact"
    return "granularity" if distance < slack or (not exact and distance <= _CLOSE * abs(one)) else "vaguer"


def _same_unit(first: Claim, second: Claim) -> bool:
    return first.value.partition(" ")[2] == second.value.partition(" ")[2]


def _same_in_dialect(first: Claim, second: Claim) -> bool:
    """Whether one number stands with two units that are taken for each other: "25 tons", "25 tonnes"."""
    (number, unit), (other, other_unit) = (claim.value.split(" ", 1) for claim in (first, second))
    known = [UNITS.get(name.replace("-", " ")) for name in (unit, other_unit)]
    if number != other or known[0] is None or known[1] is None:
        return False
    low, high = sorted((known[0].factor, known[1].factor))
    return low < high <= low * _DIALECTS


# What a figure is off at most when it is given in another unit.
_EXACT, _CONVERTED = 1e-6, 0.015
# Nobody means these to be told apart.
_NEARLY = {"about", "nearly"}
# Of one round figure the others are told apart by their hedges, but can hardly be meant against each other.
_OPPOSED = ({"more-than", "less-than"}, {"at-least", "less-than"})


def _overlap(first: Claim, second: Claim) -> bool:
    """Whether the intervals meet: in more than the bound that "more than" or "less than" leaves out."""
    (low, high), (other_low, other_high) = _interval(first), _interval(second)
    bottom, top = max(low, other_low), min(high, other_high)
    return bottom < top or (bottom == top and not (_leaves_out(first, bottom) or _leaves_out(second, bottom)))


def _leaves_out(claim: Claim, bound: float) -> bool:
    return (claim.hedge == "more-than" and bound == claim.low) or (claim.hedge == "less-than" and bound == claim.high)


def _interval(claim: Claim) -> Interval:
    """What a figure stands for: its bounds, widened by its rounding where it is not hedged otherwise."""
    low = -inf if claim.low is None else claim.low
    high = inf if claim.high is None else claim.high
    slack = _rounding(claim) if claim.hedge in ("exact", "about") else 0.0
    return low - slack, high + slack


def _magnitude(claim: Claim) -> float:
    """The figure in the unit of its dimension, its hedge aside; of a range its lower end."""
    bound = claim.low if claim.hedge not in ("about", "nearly", "at-most", "less-than") else claim.high
    if claim.hedge == "about" and claim.low is not None and claim.high is not None:
        return (claim.low + claim.high) / 2
    return bound or 0.0


def _rounding(claim: Claim) -> float:
    number, _, unit = claim.value.partition(" ")
    if claim.hedge == "range":
        return 0.0
    known = UNITS.get(unit.replace("-", " "))
    if claim.unit == "percent":
        return 0.0 if "." in number else _HALF_A_PERCENT
    # "Five hours" is rounded to the hour; five people have been counted.
    discrete = known is None or claim.unit in ("year old", "rank", "magnitude")
    return rounding(float(number), discrete) * (known.factor if known else 1.0)


def _same_bounds(first: Claim, second: Claim) -> bool:
    pairs = ((first.low, second.low), (first.high, second.high))
    return all(isclose(a or 0.0, b or 0.0, rel_tol=1e-6) for a, b in pairs)


# ── dates ────────────────────────────────────────────────────────────────────────────────────────────────


def _dates(first: Claim, second: Claim) -> Relation | None:
    if first.value == second.value:
        return "equal"
    if first.unit == "time" or second.unit == "time":
        return _times(first, second)
    agree = compatible(first.value, second.value)
    if agree is not None and (agree or "UNDEF" not in first.value + second.value):
        return "granularity" if agree else "contradiction"
    if first.low is None or first.high is None or second.low is None or second.high is None:
        return None
    return "granularity" if first.low <= second.high and second.low <= first.high else "contradiction"


def _times(first: Claim, second: Claim) -> Relation | None:
    if first.unit != second.unit or first.low is None or second.low is None:
        return None
    return "vaguer" if abs(first.low - second.low) <= _MINUTES_APART else "contradiction"
