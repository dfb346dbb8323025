"""Which figures of two accounts are about one matter: told by the words around them and by what else is counted.

What an account says of one amount, in its headline, its lead and its text, is taken together: the place that is
nearest to the other account's words decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from ..claims.compare import comparable
from ..english.synonyms import concept
from .contexts import Figure
from .qualifiers import narrowed_otherwise

# Two figures for one matter seldom differ by more; those that do mostly are for two matters.
_FURTHEST = 2.5
# Unless neither account counts any other of that sort: then they are estimates, or digits in another order.
_FURTHEST_ALONE = 5.0
# How long one meeting was is told in all ways.
_FURTHEST_IN_COURSE = 12.0
# The weight of the words that must be shared, where the same is counted and where that is not said; and for figures
# that are the only ones of their sort.
_SAME_COUNTED, _NOT_COUNTED, _ALONE, _NOT_SAID = 1.4, 1.7, 0.5, 1.0
# A short statement whose words nearly all stand with the other figure too needs no more of them.
_CONTAINED, _LEAST = 0.8, 0.5
# From how many on, and within which factor, counts of the same are close; how many digits a long number has.
_MANY, _NEARLY, _LONG = 100, 1.15, 4
# Beyond this weight two figures are of one matter whoever is named beside them.
_SURE = 2.0
# The weight of a thing counted whose name is elsewhere no content word ("home").
_UNWEIGHED = 0.5
# How much less any other figure of the two accounts must have in common with either.
_MARGIN = 0.8
# Units that are used for one thing alone.
_TELLING_UNITS = ("magnitude", "vote")
# How much more than what is counted the only figures of a sort must have in common.
_TELLING = 0.3
# Within how many minutes of a match two goals may be one; within which share two amounts are one in other units.
_MINUTES, _CONVERTED = 3, 0.03
# The numbers up to this and the round ones stand with all sorts of units.
_COMMON_NUMBERS = 12


class Quantity(msgspec.Struct, frozen=True):
    """What one account says of one amount, in one or more places."""

    figures: tuple[Figure, ...]

    @property
    def article(self) -> str:
        """The article that says so."""
        return self.figures[0].claim.article

    @property
    def amount(self) -> float:
        """The amount in the unit of its dimension."""
        return self.figures[0].amount or 0.0


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


def quantities(figures: Sequence[Figure]) -> list[Quantity]:
    """The amounts that figures of one account give, each with the places where it stands."""
    places: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        if (
            figure.amount
            and not (figure.is_vague or figure.runs_down)
            and (figure.claim.unit != "rank" or figure.claim.counted == "minute")
        ):
            claim = figure.claim
            places.setdefault((claim.kind, concept(claim.unit or ""), figure.amount), []).append(figure)
    return [Quantity(tuple(found)) for found in places.values()]


def same_matter(one: Sequence[Quantity], other: Sequence[Quantity], weights: Mapping[str, float]) -> Iterator[Pair]:
    """The pairs of amounts of two accounts that are about one matter and differ."""
    pairs = [pair for first in one for second in other if (pair := _pair(first, second, weights))]
    for pair in pairs:
        if _given_by_both(pair, one, other) or _is_narrowed(pair):
            continue
        if _has_other_unit(pair):
            yield pair
            continue
        alone = _is_alone(pair, one, other)
        if _ratio(pair) > _furthest(pair, alone):
            continue
        if alone or _is_slip(pair) or (_shares_enough(pair) and not any(_rivals(rival, pair) for rival in pairs)):
            yield pair


def _is_narrowed(pair: Pair) -> bool:
    first, second = pair.nearest
    return (pair.weight < _SURE and _are_of_others(first, second)) or narrowed_otherwise(
        first.qualifiers, second.qualifiers, (first.words, second.words)
    )


def _furthest(pair: Pair, alone: bool) -> float:
    """By what factor two amounts for one matter can differ."""
    if alone and _of_one_course(*pair.nearest):
        return _FURTHEST_IN_COURSE
    return _FURTHEST_ALONE if alone and _says_what(pair) else _FURTHEST


def shared_weight(first: Figure, second: Figure, weights: Mapping[str, float]) -> float:
    """The weight of the words that two figures share, half where a word is far from one of them."""
    return sum(
        weights.get(word, _UNWEIGHED) * (1.0 if word in first.near & second.near else 0.5)
        for word in sorted(first.words & second.words)
    )


def are_comparable(first: Figure, second: Figure) -> bool:
    """Whether nothing in two figures shows them to measure different things, or to measure against other bases."""
    if not comparable(first.claim, second.claim):
        return False
    if first.claim.unit == "year old" and not _are_of_one(first, second):
        return False
    if first.claim.unit == "rank" and abs((first.amount or 0) - (second.amount or 0)) > _MINUTES:
        return False
    if first.course and second.course and not _of_one_course(first, second):
        return False
    return not (first.bases and second.bases) or bool(first.bases & second.bases)


def _are_of_one(first: Figure, second: Figure) -> bool:
    """Whether two ages are of the one person who is named in both sentences."""
    return len(first.people) == 1 and first.people == second.people and first.claim.counted == second.claim.counted


def _pair(first: Quantity, second: Quantity, weights: Mapping[str, float]) -> Pair | None:
    both = [(one, two) for one in first.figures for two in second.figures if are_comparable(one, two)]
    if not both:
        return None
    weight, place = max((shared_weight(one, two, weights), -place) for place, (one, two) in enumerate(both))
    nearest = both[-place]
    own = sum(weights.get(word, _UNWEIGHED) for word in sorted(nearest[0].own & nearest[1].own & nearest[0].words))
    contained = any(_is_contained(one, two, weights) for one, two in both)
    return Pair(first, second, nearest, weight, max(0.0, weight - own), contained)


def _is_contained(one: Figure, two: Figure, weights: Mapping[str, float]) -> bool:
    if one.listed or two.listed:
        return False
    shared = sum(weights.get(word, 0.0) for word in sorted(one.words & two.words))
    shorter = min(sum(weights.get(word, 0.0) for word in sorted(figure.words)) for figure in (one, two))
    return shared >= _LEAST and shared >= _CONTAINED * shorter


def _ratio(pair: Pair) -> float:
    low, high = sorted((pair.first.amount, pair.second.amount))
    return high / low


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


def _shares_enough(pair: Pair) -> bool:
    needed = _SAME_COUNTED if _says_what(pair) else _NOT_COUNTED
    return pair.weight >= needed or pair.contained


def _rivals(rival: Pair, pair: Pair) -> bool:
    """Whether one of two amounts fits another amount about as well; a unit or a thing counted alone is no fit."""
    if rival is pair or (rival.first is not pair.first and rival.second is not pair.second):
        return False
    if _ratio(rival) > _FURTHEST_ALONE:
        return False
    return rival.telling > 0 and rival.telling > pair.telling * _MARGIN


def _given_by_both(pair: Pair, one: Sequence[Quantity], other: Sequence[Quantity]) -> bool:
    """Whether an account has the other's amount too: then it tells the two apart, and so should we."""
    return any(_is_same(known, pair.second) for known in one) or any(_is_same(known, pair.first) for known in other)


def _is_same(one: Quantity, other: Quantity) -> bool:
    return one.amount == other.amount and one.figures[0].claim.kind == other.figures[0].claim.kind


def _is_alone(pair: Pair, one: Sequence[Quantity], other: Sequence[Quantity]) -> bool:
    """Whether two amounts can only be of one matter, as neither account has another of their sort that is left over.

    So are durations of the same people together, as of one meeting, and figures among some of the same words.
    """
    first, second = pair.nearest
    if _others_of_sort(pair.first, first, one, other) or _others_of_sort(pair.second, second, other, one):
        return False
    if _of_one_course(first, second):
        return True
    if first.claim.kind == "duration" and (not _says_what(pair) or len(first.people & second.people) > 1):
        return len(first.people & second.people) > 1
    # Of sums there are many in the news: those of one matter have more than the thing paid for in common.
    says_what = _says_what(pair) and (pair.telling >= _TELLING or _has_fate(first))
    enough = _ALONE if says_what and first.claim.kind != "money" else _NOT_SAID
    return pair.weight >= enough or (_says_what(pair) and _is_close_count(pair))


def _of_one_course(first: Figure, second: Figure) -> bool:
    """Whether two durations are of one course of things with the same people, as far as they are named there."""
    together = first.people <= second.people or second.people <= first.people
    return first.course is not None and first.course == second.course and together


def _are_of_others(first: Figure, second: Figure) -> bool:
    """Whether two figures are told of different people, or are in quotations of different speakers."""
    if first.people and second.people and not first.people & second.people:
        return True
    return bool(first.speaker and second.speaker) and first.speaker != second.speaker


def _has_fate(figure: Figure) -> bool:
    """Whether those are counted whom something befell, as "person killed"."""
    return " " in (figure.claim.counted or "")


def _is_close_count(pair: Pair) -> bool:
    """Whether the same is counted in great number and nearly the same number."""
    counts = all(figure.claim.unit == figure.claim.counted for figure in pair.nearest)
    return counts and min(pair.first.amount, pair.second.amount) >= _MANY and _ratio(pair) <= _NEARLY


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
        abs(quantity.amount - mine.amount) > _CONVERTED * mine.amount
        and max(quantity.amount, mine.amount) <= _FURTHEST_ALONE * min(quantity.amount, mine.amount)
        and any(_is_sort(figure, there) for there in quantity.figures)
        and not any(_is_same(quantity, theirs) for theirs in other)
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
