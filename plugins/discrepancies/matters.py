"""Which figures of two accounts are about one matter: told by the words around them and by what else is counted.

What an account says of one amount is taken together: the place that is nearest to the other account's words decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from ..english.synonyms import concept
from .amounts import Quantity, are_comparable, of_one_course, own_weight, shared_weight
from .contexts import Figure
from .qualifiers import narrowed_otherwise

# Two figures for one matter seldom differ by more; those that do mostly are for two matters.
_FURTHEST = 2.5
# How long one meeting was is told in all ways.
_FURTHEST_IN_COURSE = 12.0
# Figures that are the only ones of their sort need more than what is counted in common if they are further apart.
_NEAR_ENOUGH, _TELLING = 1.5, 0.6
# The weight of the words that must be shared, where the same is counted and where that is not said; and for figures
# that are the only ones of their sort.
_SAME_COUNTED, _NOT_COUNTED, _ALONE, _NOT_SAID, _OF_SUMS = 1.4, 1.7, 0.5, 0.7, 1.0
# A short statement whose words nearly all stand with the other figure too needs no more of them.
_CONTAINED, _LEAST = 0.8, 0.5
# From how many on, and within which factor, counts of the same are close; how many digits a long number has.
_MANY, _NEARLY, _LONG = 100, 1.15, 4
# Beyond this weight two figures are of one matter whoever is named beside them.
_SURE = 2.0
# How much less any other figure of the two accounts must have in common with either, and how far off it can be.
_MARGIN, _RIVALLING = 0.8, 5.0
# In hours.
_ONE_DAY = 24
# Units that are used for one thing alone.
_TELLING_UNITS = ("magnitude", "vote")
# The numbers up to this and the round ones stand with all sorts of units.
_COMMON_NUMBERS = 12


class Pair(msgspec.Struct, frozen=True):
    """Two amounts of different accounts, and where they stand nearest to each other.

    `weight` is that of the words shared there, `telling` without those of the unit and of what is counted, and
    `contained` says that the shorter context is nearly all shared.
    """

    first: Quantity
    second: Quantity
    nearest: tuple[Figure, Figure]
    weight: float
    telling: float
    contained: bool

    @property
    def ratio(self) -> float:
        """How many times the smaller amount the greater is."""
        low, high = sorted((self.first.amount, self.second.amount))
        return high / low


def same_matter(one: Sequence[Quantity], other: Sequence[Quantity], weights: Mapping[str, float]) -> Iterator[Pair]:
    """The pairs of amounts of two accounts that are about one matter and differ."""
    pairs = [pair for first in one for second in other if (pair := _pair(first, second, weights))]
    for pair in pairs:
        if _given_by_both(pair, one, other) or _is_narrowed(pair) or _is_whole_and_part(pair):
            continue
        alone = _is_alone(pair, one, other)
        furthest = _FURTHEST_IN_COURSE if alone and of_one_course(*pair.nearest) else _FURTHEST
        fits = pair.ratio <= furthest and (alone or _is_nearest(pair, pairs)) and _measures_alike(pair)
        if fits or (pair.ratio <= _FURTHEST and _is_slip(pair)) or _has_other_unit(pair):
            yield pair


def _pair(first: Quantity, second: Quantity, weights: Mapping[str, float]) -> Pair | None:
    both = [(one, two) for one in first.figures for two in second.figures if are_comparable(one, two)]
    if not both:
        return None
    weight, place = max((shared_weight(one, two, weights), -place) for place, (one, two) in enumerate(both))
    nearest = both[-place]
    contained = any(_is_contained(one, two, weights) for one, two in both)
    return Pair(first, second, nearest, weight, max(0.0, weight - own_weight(*nearest, weights)), contained)


def _is_contained(one: Figure, two: Figure, weights: Mapping[str, float]) -> bool:
    if one.listed or two.listed:
        return False
    shared = sum(weights.get(word, 0.0) for word in sorted(one.words & two.words))
    shorter = min(sum(weights.get(word, 0.0) for word in sorted(figure.words)) for figure in (one, two))
    return shared >= _LEAST and shared >= _CONTAINED * shorter


# ── what speaks against one matter ─────────────────────────────────────────────────────────────────────────────


def _given_by_both(pair: Pair, one: Sequence[Quantity], other: Sequence[Quantity]) -> bool:
    """Whether an account has the other's amount too: then it tells the two apart, and so should we."""
    return any(known.is_same(pair.second) for known in one) or any(known.is_same(pair.first) for known in other)


def _is_narrowed(pair: Pair) -> bool:
    first, second = pair.nearest
    if first.is_conversion or second.is_conversion:
        return True
    return (pair.weight < _SURE and _are_of_others(first, second)) or narrowed_otherwise(
        first.qualifiers, second.qualifiers, (first.words, second.words)
    )


def _are_of_others(first: Figure, second: Figure) -> bool:
    """Whether two figures are told of different people, or are in quotations of different speakers."""
    if first.people and second.people and not first.people & second.people:
        return True
    return bool(first.speaker and second.speaker) and first.speaker != second.speaker


def _is_whole_and_part(pair: Pair) -> bool:
    """Whether one amount is the other and what is counted beside it: 12, and "ten sailors and two pilots"."""
    return any(pair.second.amount in figure.with_others for figure in pair.first.figures) or any(
        pair.first.amount in figure.with_others for figure in pair.second.figures
    )


# ── what speaks for it ─────────────────────────────────────────────────────────────────────────────────────────


def _measures_alike(pair: Pair) -> bool:
    """Whether the clauses of two measures share a word, as a verb or an end of the way; things counted need none."""
    first, second = pair.nearest
    claim = first.claim
    if pair.weight >= _SURE or "/" in (claim.unit or "") or claim.unit == claim.counted:
        return True
    # The hours of some people together are of one meeting, whatever is said of it.
    if claim.kind == "duration" and pair.first.amount <= _ONE_DAY and len(first.people & second.people) > 1:
        return True
    clauses = (first.clause or first.near) & (second.clause or second.near)
    return bool(clauses - {"distance"}) or of_one_course(first, second)


def _is_nearest(pair: Pair, pairs: Sequence[Pair]) -> bool:
    """Whether two amounts share enough words, and neither fits another amount about as well."""
    needed = _SAME_COUNTED if _says_what(pair) else _NOT_COUNTED
    enough = pair.weight >= needed or pair.contained
    return enough and not any(_rivals(rival, pair) for rival in pairs)


def _rivals(rival: Pair, pair: Pair) -> bool:
    """Whether one of two amounts fits another amount about as well; a unit or a thing counted alone is no fit."""
    if rival is pair or (rival.first is not pair.first and rival.second is not pair.second):
        return False
    return rival.ratio <= _RIVALLING and rival.telling > 0 and rival.telling > pair.telling * _MARGIN


def _says_what(pair: Pair) -> bool:
    """Whether both say what they measure: what is counted, or a unit of one use as a price per share."""
    first, second = pair.nearest
    return _measures(first, second) and _measures(second, first)


def _measures(figure: Figure, other: Figure) -> bool:
    claim = figure.claim
    if figure.subject and (figure.subject == other.subject or figure.subject in other.near):
        return True
    if claim.counted not in (None, "time") or "/" in (claim.unit or "") or claim.unit in _TELLING_UNITS:
        return True
    return other.claim.counted is not None and concept(other.claim.counted) in figure.near


def _is_alone(pair: Pair, one: Sequence[Quantity], other: Sequence[Quantity]) -> bool:
    """Whether two amounts can only be of one matter, as neither account has another of their sort that is left over.

    So are durations of the same people together, as of one meeting, and figures among some of the same words.
    """
    first, second = pair.nearest
    if _others_of_sort(pair.first, first, one, other) or _others_of_sort(pair.second, second, other, one):
        return False
    if of_one_course(first, second):
        return True
    if first.claim.kind == "duration" and (not _says_what(pair) or len(first.people & second.people) > 1):
        return len(first.people & second.people) > 1
    # Of sums there are many in the news: those of one matter have more than the thing paid for in common.
    enough = _OF_SUMS if first.claim.kind == "money" else _ALONE if _says_what(pair) else _NOT_SAID
    if pair.ratio > _NEAR_ENOUGH:
        return pair.weight >= enough and pair.telling >= _TELLING
    return pair.weight >= enough or (_says_what(pair) and _is_close_count(pair))


def _is_close_count(pair: Pair) -> bool:
    """Whether the same is counted in great number and nearly the same number."""
    counts = all(figure.claim.unit == figure.claim.counted for figure in pair.nearest)
    return counts and min(pair.first.amount, pair.second.amount) >= _MANY and pair.ratio <= _NEARLY


def _is_slip(pair: Pair) -> bool:
    """Whether one number has the digits of the other in another order: long ones hardly do by chance."""
    first, second = (figure.claim.value.split()[0].replace(".", "") for figure in pair.nearest)
    return len(first) >= _LONG and len(set(first)) > 2 and first != second and sorted(first) == sorted(second)


def _has_other_unit(pair: Pair) -> bool:
    """Whether one number stands with two units of a dimension, as "24 weeks" and "24 months", among common words."""
    (number, unit), (other, other_unit) = (figure.claim.value.split(" ", 1) for figure in pair.nearest)
    uncommon = number.isdigit() and int(number) > _COMMON_NUMBERS and not number.endswith("0")
    return uncommon and number == other and unit != other_unit and pair.telling > 0


def _others_of_sort(mine: Quantity, figure: Figure, known: Sequence[Quantity], other: Sequence[Quantity]) -> bool:
    """Whether an account gives further amounts of a sort, of the same order of size, that the other does not give."""
    return any(
        not mine.is_same(quantity)
        and max(quantity.amount, mine.amount) <= _RIVALLING * min(quantity.amount, mine.amount)
        and any(_is_sort(figure, there) for there in quantity.figures)
        and not any(quantity.is_same(theirs) for theirs in other)
        for quantity in known
    )


def _is_sort(figure: Figure, other: Figure) -> bool:
    """Whether two figures of one account measure the same thing, or are durations in the same printed unit."""
    if figure.subject and other.subject and figure.subject != other.subject:
        return False
    if figure.course or other.course:
        return figure.course == other.course
    if other.claim.kind == "duration":
        return figure.claim.kind == "duration" and figure.claim.value.split()[-1] == other.claim.value.split()[-1]
    return figure.claim.unit == other.claim.unit and figure.claim.counted == other.claim.counted
