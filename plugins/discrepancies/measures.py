"""Figures for one matter that differ across outlets: numbers, sums of money, shares and durations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations

from digest import Collation, Discrepancy, DiscrepancyKind, Event, Severity

from ..claims.compare import Relation, comparable, relation
from .amounts import Quantity, of_one_course, quantities, shared_weight
from .contexts import Figure, figures, word_weights
from .matters import Pair, same_matter
from .printing import as_printed
from .readings import distinct, reading, who_gives_what
from .summaries import figures_matter
from .tolls import event_tolls, toll_severity

# The weight of the words that the same figure must share in a further account to be of the same matter.
_SAME_FIGURE = 1.0
_LONG_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d{3,}")
_TOLL = re.compile(r" (?:killed|injured|missing|rescued|displaced|infected|hospitalised)$")
_SEVERITIES: dict[Relation, Severity] = {
    "contradiction": "contradiction",
    "vaguer": "imprecision",
    "granularity": "consistent-but-different-granularity",
}
_KINDS: dict[str, DiscrepancyKind] = {"money": "money", "duration": "duration"}


def differing_measures(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each toll of the event, and for each other matter, to which accounts give different figures."""
    event = collation.event
    weights = word_weights(collation)
    told = [(account, figures(collation, account)) for account in event.accounts]
    tolls = list(event_tolls(told, weights))
    for toll in tolls:
        if severity := toll_severity(event, toll):
            yield _discrepancy(event, toll, severity, "the first toll in the opening of each account")
    accounts = [quantities(found) for _, found in told]
    pairs = [
        pair
        for one, other in combinations(accounts, 2)
        for pair in same_matter(one, other, weights)
        if not (_prints_both(event, pair) or _is_later_report(event, pair))
        and not any(_is_of(pair, toll) for toll in tolls)
    ]
    for group in _groups(pairs):
        given = [
            known
            for known in chain(*accounts)
            if known in group or any(_confirms(known, other, weights) for other in group)
        ]
        found = _nearest_places(given, weights)
        severity = _severity(event, found)
        if severity and not any(_are_told_apart(one, other) for one, other in combinations(given, 2)):
            yield _discrepancy(event, found, severity, "figures in the same unit among the same words")


def _is_of(pair: Pair, toll: Sequence[Figure]) -> bool:
    """Whether one of two amounts is of a toll that has been compared already."""
    ids = {figure.claim.id for figure in toll}
    return any(figure.claim.id in ids for known in (pair.first, pair.second) for figure in known.figures)


def _is_later_report(event: Event, pair: Pair) -> bool:
    """Whether two amounts are of one outlet on different days: the later article brings the earlier up to date."""
    first, second = (event.by_id[known.article].article.metadata for known in (pair.first, pair.second))
    return bool(first.outlet) and first.outlet == second.outlet and first.published != second.published


def _prints_both(event: Event, pair: Pair) -> bool:
    """Whether an account has the other's number too, if only as a bare one: "900 workers, out of 1,150"."""
    first, second = (figure.claim for figure in pair.nearest)
    return any(
        (number := _LONG_NUMBER.search(claim.text)) and number[0] in event.by_id[other.article].article.text
        for claim, other in ((first, second), (second, first))
    )


def _groups(pairs: Sequence[Pair]) -> list[set[Quantity]]:
    """The amounts that pairs bring together, a group for each matter; the surest pairs come first.

    A pair that would give an account a second amount in one matter is left out.
    """
    groups: list[set[Quantity]] = []
    for pair in sorted(pairs, key=lambda pair: (-pair.weight, pair.nearest[0].claim.id, pair.nearest[1].claim.id)):
        joined = {pair.first, pair.second}
        joined.update(*(group for group in groups if group & joined))
        if len(joined) == len({quantity.article for quantity in joined}):
            groups = [group for group in groups if not group & joined] + [joined]
    return groups


def _confirms(quantity: Quantity, known: Quantity, weights: Mapping[str, float]) -> bool:
    """Whether another account gives the same amount of the same thing as a known one."""
    return (
        quantity.article != known.article
        and quantity.amount == known.amount
        and any(
            comparable(one.claim, two.claim)
            and (of_one_course(one, two) or shared_weight(one, two, weights) >= _SAME_FIGURE)
            for one in quantity.figures
            for two in known.figures
        )
    )


def _are_told_apart(one: Quantity, other: Quantity) -> bool:
    """Whether one account gives both of two amounts: then they are of two matters, or of two moments."""
    return one.article == other.article and not one.is_same(other)


def _nearest_places(found: Sequence[Quantity], weights: Mapping[str, float]) -> list[Figure]:
    """Of each amount the place whose words the other amounts share most."""

    places = []
    for known in found:
        there = [figure for other in found if other is not known for figure in other.figures]
        nearness = [sum(shared_weight(figure, other, weights) for other in there) for figure in known.figures]
        places.append(known.figures[nearness.index(max(nearness))])
    return places


def _severity(event: Event, found: Sequence[Figure]) -> Severity | None:
    """The hardest way in which two of the figures relate."""
    if all(_TOLL.search(figure.claim.unit or "") for figure in found):
        return toll_severity(event, found)
    severities = {
        _SEVERITIES.get(relation(first.claim, second.claim) or "equal")
        for first, second in combinations(found, 2)
        if first.claim.article != second.claim.article
    }
    return next((severity for severity in _SEVERITIES.values() if severity in severities), None)


def _discrepancy(event: Event, found: Sequence[Figure], severity: Severity, rule: str) -> Discrepancy:
    kind = found[0].claim.kind
    readings = distinct(reading(figure.claim, as_printed(figure.claim)) for figure in found)
    return Discrepancy(
        kind=_KINDS.get(kind, "number"),
        severity=severity,
        confidence=0.7,
        summary=figures_matter(event, found),
        explanation=who_gives_what(event, readings),
        readings=readings,
        rule=rule,
    )
