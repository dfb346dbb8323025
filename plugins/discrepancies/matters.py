"""Which figures of two accounts are about one matter: for each the one for which most speaks, if enough does.

What an account says of one amount is taken together: the place that is nearest to the other account's words decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import log

import msgspec

from ..english.synonyms import concept
from .amounts import Quantity, are_comparable, of_one_course
from .contexts import Figure
from .evidence import Evidence, evidence

# The least evidence for one matter, and how much more it must be than for any other figure. That two accounts give
# the same number speaks for one matter, and each further amount of a sort against it.
_ENOUGH, _MARGIN, _RIVAL = 0.1, 0.3, -0.9
SAME_NUMBER = 1.0
# Two figures for one matter seldom differ by more; but how long one meeting was is told in all ways.
_FURTHEST, _FURTHEST_IN_COURSE = 2.5, 12.0
# A short statement whose words nearly all stand with the other figure too.
_CONTAINED, _LEAST = 0.8, 0.5
# The numbers up to this and the round ones stand with all sorts of things.
_COMMON_NUMBERS = 12


class Pair(msgspec.Struct, frozen=True):
    """Two amounts of different accounts, where they stand nearest to each other, and what speaks for one matter.

    `contained` says that the shorter context is nearly all shared.
    """

    first: Quantity
    second: Quantity
    nearest: tuple[Figure, Figure]
    evidence: Evidence
    contained: bool

    @property
    def weight(self) -> float:
        """What speaks for one matter."""
        return self.evidence.weight

    @property
    def ratio(self) -> float:
        """How many times the smaller amount the greater is."""
        low, high = sorted((self.first.amount, self.second.amount))
        return high / low


def same_matter(one: Sequence[Quantity], other: Sequence[Quantity], weights: Mapping[str, float]) -> Iterator[Pair]:
    """The pairs of amounts of two accounts that are about one matter and differ."""
    rivals = [[_rivals(quantity, known) for quantity in known] for known in (one, other)]
    pairs = [
        pair
        for first, of_first in zip(one, rivals[0], strict=True)
        for second, of_second in zip(other, rivals[1], strict=True)
        if (pair := _pair(first, second, of_first + of_second, weights))
    ]
    for pair in pairs:
        if pair.first.is_same(pair.second) or _is_told_apart(pair, one, other):
            continue
        furthest = _FURTHEST_IN_COURSE if of_one_course(*pair.nearest) else _FURTHEST
        enough = pair.weight >= _ENOUGH and pair.ratio <= furthest
        if (enough and _is_best(pair, pairs)) or _has_other_unit(pair):
            yield pair


def _rivals(quantity: Quantity, known: Sequence[Quantity]) -> int:
    """How many other amounts of its sort an account gives."""
    return sum(not quantity.is_same(other) and _is_sort(quantity, other) for other in known)


def _is_sort(quantity: Quantity, other: Quantity) -> bool:
    claim, known = quantity.figures[0].claim, other.figures[0].claim
    if (claim.kind, claim.unit) != (known.kind, known.unit):
        return False
    if claim.kind == "duration":
        return claim.value.split()[-1] == known.value.split()[-1]
    return claim.kind != "number" or concept(claim.counted or "") == concept(known.counted or "")


def _pair(first: Quantity, second: Quantity, rivals: int, weights: Mapping[str, float]) -> Pair | None:
    both = [(one, two) for one in first.figures for two in second.figures if are_comparable(one, two)]
    if not both:
        return None
    found = [evidence(one, two, weights) for one, two in both]
    place = max(range(len(both)), key=lambda number: (found[number].weight, -number))
    weight = found[place].weight + _RIVAL * log(1 + rivals)
    if first.is_same(second):
        weight += SAME_NUMBER
    contained = any(_is_contained(one, two, weights) for one, two in both)
    return Pair(first, second, both[place], Evidence(weight, found[place].reasons), contained)


def _is_contained(one: Figure, two: Figure, weights: Mapping[str, float]) -> bool:
    if one.listed or two.listed:
        return False
    shared = sum(weights.get(word, 0.0) for word in sorted(one.words & two.words))
    shorter = min(sum(weights.get(word, 0.0) for word in sorted(figure.words)) for figure in (one, two))
    return shared >= _LEAST and shared >= _CONTAINED * shorter


def _is_best(pair: Pair, pairs: Sequence[Pair]) -> bool:
    """Whether less speaks for either amount being of one matter with any other."""
    return all(
        rival.weight <= pair.weight - _MARGIN
        for rival in pairs
        if rival is not pair and (rival.first is pair.first or rival.second is pair.second)
    )


# ── what tells two figures apart for certain ───────────────────────────────────────────────────────────────────


def _is_told_apart(pair: Pair, one: Sequence[Quantity], other: Sequence[Quantity]) -> bool:
    return _given_by_both(pair, one, other) or _is_whole_and_part(pair)


def _given_by_both(pair: Pair, one: Sequence[Quantity], other: Sequence[Quantity]) -> bool:
    """Whether an account has the other's amount too, and no common one: it tells the two apart, and so should we."""
    return any(_is_uncommon(pair.second) and known.is_same(pair.second) for known in one) or any(
        _is_uncommon(pair.first) and known.is_same(pair.first) for known in other
    )


def _is_uncommon(quantity: Quantity) -> bool:
    return quantity.amount > _COMMON_NUMBERS or quantity.amount % 1 > 0


def _is_whole_and_part(pair: Pair) -> bool:
    """Whether one amount is the other and what is counted beside it: 12, and "ten sailors and two pilots"."""
    return any(pair.second.amount in figure.with_others for figure in pair.first.figures) or any(
        pair.first.amount in figure.with_others for figure in pair.second.figures
    )


def _has_other_unit(pair: Pair) -> bool:
    """Whether one number stands with two units of a dimension, as "24 weeks" and "24 months", among common words."""
    (number, unit), (other, other_unit) = (figure.claim.value.split(" ", 1) for figure in pair.nearest)
    uncommon = number.isdigit() and int(number) > _COMMON_NUMBERS and not number.endswith("0")
    return uncommon and number == other and unit != other_unit and pair.weight > -1
