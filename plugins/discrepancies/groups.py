"""What all accounts say of one matter: pairs of amounts brought together, the surest first, by average linkage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from .amounts import Quantity, are_comparable
from .evidence import evidence
from .matters import SAME_NUMBER, Pair

Weights = Mapping[str, float]

# The least mean evidence between the amounts of two groups that are joined, and for the same amount of a further
# account; and what two amounts that cannot be compared count for.
_LINKED, _SAME, _NONE = 0.0, 1.0, -1.0


def one_matter_each(pairs: Sequence[Pair], known: Sequence[Quantity], weights: Weights) -> Iterator[list[Quantity]]:
    """The amounts of each matter in the order of `known`, with those of accounts that only confirm one of them.

    A matter is left out if an account gives two amounts of it: they are of two matters then, or of two moments.
    """
    groups: list[list[Quantity]] = []
    for pair in sorted(pairs, key=lambda pair: (-pair.weight, pair.nearest[0].claim.id, pair.nearest[1].claim.id)):
        one, other = (_group_of(quantity, groups) for quantity in (pair.first, pair.second))
        if one is not other and _belong_together(one, other, known, weights):
            groups = [group for group in groups if group is not one and group is not other] + [one + other]
    for group in groups:
        given = [quantity for quantity in known if _is_in(quantity, group) or _confirms(quantity, group, weights)]
        if not any(_are_told_apart(one, other) for one, other in combinations(given, 2)):
            yield given


def _group_of(quantity: Quantity, groups: Sequence[list[Quantity]]) -> list[Quantity]:
    return next((group for group in groups if _is_in(quantity, group)), [quantity])


def _is_in(quantity: Quantity, group: Sequence[Quantity]) -> bool:
    return any(quantity is known for known in group)


def _belong_together(
    one: Sequence[Quantity], other: Sequence[Quantity], known: Sequence[Quantity], weights: Weights
) -> bool:
    """Whether enough speaks for two groups being one, and no account that is in it gives two of its amounts."""
    links = [_link(first, second, weights) for first, second in product(one, other)]
    if sum(links) < _LINKED * len(links):
        return False
    joined = [*one, *other]
    told = [quantity for quantity in known if _is_in(quantity, joined) or any(map(quantity.is_same, joined))]
    return not any(_are_told_apart(first, second) for first, second in product(joined, told))


def _link(first: Quantity, second: Quantity, weights: Weights) -> float:
    found = (
        evidence(one, two, weights).weight
        for one, two in product(first.figures, second.figures)
        if are_comparable(one, two)
    )
    return max(found, default=_NONE) + SAME_NUMBER * first.is_same(second)


def _confirms(quantity: Quantity, group: Sequence[Quantity], weights: Weights) -> bool:
    """Whether another account gives the same amount of the same thing as one of a group."""
    return any(
        quantity.teller != known.teller and quantity.amount == known.amount and _link(quantity, known, weights) >= _SAME
        for known in group
    )


def _are_told_apart(one: Quantity, other: Quantity) -> bool:
    """Whether one outlet gives both of two amounts."""
    return one.teller == other.teller and not one.is_same(other)
