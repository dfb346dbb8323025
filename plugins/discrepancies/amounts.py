"""What an account, or an outlet in all its accounts, says of one amount: in headline, lead and text taken together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from ..claims.sameness import comparable
from ..english.synonyms import concept
from .contexts import Figure
from .qualifiers import are_apart

# The weight of a thing counted whose name is elsewhere no content word ("home").
UNWEIGHED = 0.5
# What is first or second is so in many ways.
_TELLING_RANK = 3
# Two ages of one person are no further apart, unless their digits are exchanged.
_YEARS = 3
# Within how many minutes of a match two goals may be one; within which share two amounts are one in other units.
_MINUTES, _CONVERTED = 3, 0.015


class Quantity(msgspec.Struct, frozen=True):
    """What one account or outlet, the `teller`, says of one amount, in one or more places."""

    teller: str
    figures: tuple[Figure, ...]

    @property
    def amount(self) -> float:
        """The amount in the unit of its dimension."""
        return self.figures[0].amount or 0.0

    def is_same(self, other: Quantity) -> bool:
        """Whether another amount is the same, perhaps printed in another unit."""
        mine, theirs = self.figures[0].claim, other.figures[0].claim
        if mine.kind != theirs.kind or mine.unit != theirs.unit:
            return mine.kind == theirs.kind and self.amount == other.amount
        in_one_unit = mine.value.split()[-1] == theirs.value.split()[-1]
        return abs(self.amount - other.amount) <= (0 if in_one_unit else _CONVERTED * self.amount)


def quantities(teller: str, figures: Sequence[Figure]) -> list[Quantity]:
    """The amounts that figures of one account or outlet give, each with the places where it stands.

    Left out are words for many, what is left of something or ought to be, how old somebody was at another time, and
    what is given a second time in another unit.
    """
    places: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        claim = figure.claim
        if figure.amount and _tells_an_amount(figure):
            places.setdefault((claim.kind, concept(claim.unit or ""), figure.amount), []).append(figure)
    return [Quantity(teller, tuple(found)) for found in places.values()]


def _tells_an_amount(figure: Figure) -> bool:
    claim = figure.claim
    if figure.is_vague or figure.runs_down or figure.is_required or figure.is_conversion:
        return False
    if claim.unit == "year old":
        return not figure.qualifiers.past
    if claim.unit == "rank" and claim.counted != "minute":
        return "told of" in claim.rule and (figure.amount or 0.0) >= _TELLING_RANK
    return True


def shared_weight(first: Figure, second: Figure, weights: Mapping[str, float]) -> float:
    """The weight of the words that two figures share, half where a word is far from one of them."""
    return sum(
        weights.get(word, UNWEIGHED) * (1.0 if word in first.near & second.near else 0.5)
        for word in sorted(first.words & second.words)
    )


def own_weight(first: Figure, second: Figure, weights: Mapping[str, float]) -> float:
    """The weight that the unit and the thing counted have among the words that two figures share."""
    return sum(weights.get(word, UNWEIGHED) for word in sorted(first.own & second.own & first.words))


def are_comparable(first: Figure, second: Figure) -> bool:
    """Whether nothing in two figures shows them to measure different things, at other times or against other bases."""
    said = first.words, second.words
    if not comparable(first.claim, second.claim) or are_apart(first.qualifiers, second.qualifiers, said):
        return False
    if first.claim.unit == "year old" and not _are_of_one(first, second):
        return False
    if first.by_the_hour and second.by_the_hour and sorted(_digits(first)) != sorted(_digits(second)):
        return False
    apart = abs((first.amount or 0) - (second.amount or 0))
    if first.claim.unit == "rank" and apart > (_MINUTES if first.claim.counted == "minute" else 1):
        return False
    if first.course and second.course and not of_one_course(first, second):
        return False
    if first.qualifiers.is_part != second.qualifiers.is_part and not _counts_the_same(first, second):
        return False
    return not (first.bases and second.bases) or bool(first.bases & second.bases)


def _are_of_one(first: Figure, second: Figure) -> bool:
    """Whether two ages are of one person, who is named with both or for both described as a sort of person."""
    if abs((first.amount or 0) - (second.amount or 0)) > _YEARS and sorted(_digits(first)) != sorted(_digits(second)):
        return False
    described = first.claim.counted is not None and first.claim.counted == second.claim.counted
    return first.people == second.people and bool(first.people or described)


def _digits(figure: Figure) -> str:
    return figure.claim.value.split()[0]


def _counts_the_same(first: Figure, second: Figure) -> bool:
    """Whether two counts are of one thing under one name: a part of the people is not the people."""
    one, other = (concept((figure.claim.counted or "").partition(" ")[0]) for figure in (first, second))
    return one == other != "person"


def of_one_course(first: Figure, second: Figure) -> bool:
    """Whether two durations are of one course of things with the same people, as far as they are named there."""
    together = first.people <= second.people or second.people <= first.people
    return first.course is not None and first.course == second.course and together
