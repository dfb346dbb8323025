"""Figures for one matter that differ across outlets: numbers, sums of money, shares and durations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from math import exp, log

from digest import Account, Article, Claim, Collation, Discrepancy, DiscrepancyKind, Event, Severity

from ..claims.compare import Relation, relation
from ..english.numbers import find_numbers
from .amounts import Quantity, quantities
from .contexts import Figure, figures
from .evidence import evidence
from .groups import one_matter_each
from .matters import Pair, same_matter
from .printing import as_printed
from .readings import distinct, reading, who_gives_what
from .summaries import figures_matter
from .tolls import event_tolls, toll_severity, with_hedge
from .weights import word_weights

_LONG_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d{3,}")
_SHORT = 100
_TOLL = re.compile(r" (?:killed|injured|missing|rescued|displaced|infected|hospitalised)$")
# Nothing more is asked of a figure that one in so many outlets gives.
_FEW = 2
# The weight at which figures are as likely of one matter as of two, and how sure one can be at best, fitted to 25 in
# political news of unseen weeks as one reader judged them.
_EVEN, _SUREST = 0.6, 0.9
_SURE_OF_TOLL = 0.7
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
            yield _discrepancy(event, toll, severity, _SURE_OF_TOLL, "the first toll in the opening of each account")
    outlets = _by_outlet(event, told)
    pairs = [
        pair
        for one, other in combinations(outlets, 2)
        for pair in same_matter(one, other, weights)
        if not _prints_both(event, pair) and not any(_is_of(pair, toll) for toll in tolls)
    ]
    reported: set[str] = set()
    for given in one_matter_each(pairs, [known for found in outlets for known in found], weights):
        found = _nearest_places(given, weights)
        severity = _severity(event, given)
        ids = {figure.claim.id for figure in found}
        strongest = _strongest(pairs, given)
        if severity == "contradiction" and strongest.weight < _enough(len(outlets), given):
            continue
        if severity and not ids & reported:
            reported |= ids
            reasons = "; ".join(strongest.evidence.reasons) or "much alike around both"
            yield _discrepancy(event, found, severity, _likelihood(strongest), f"figures for one matter: {reasons}")


def _by_outlet(event: Event, told: Iterable[tuple[Account, Sequence[Figure]]]) -> list[list[Quantity]]:
    """The amounts of each outlet: its later article brings an earlier one up to date or tells of something else."""
    found: dict[str, list[Figure]] = {}
    for account, known in told:
        found.setdefault(event.outlet(account.id), []).extend(known)
    return [quantities(outlet, known) for outlet, known in found.items()]


def _enough(outlets: int, given: Sequence[Quantity]) -> float:
    """How much must speak for one matter where figures contradict: the more outlets leave it out, the more.

    Among many figures two that are alike by chance are found, and a false contradiction costs most.
    """
    return log(outlets / (_FEW * len({known.teller for known in given})))


def _likelihood(pair: Pair) -> float:
    """How often a reader would agree that figures for which so much speaks are of one matter."""
    return round(min(_SUREST, 1 / (1 + exp(_EVEN - pair.weight))), 2)


def _strongest(pairs: Sequence[Pair], given: Sequence[Quantity]) -> Pair:
    """The pair among amounts of one matter for which most speaks."""
    among = (pair for pair in pairs if any(pair.first is known for known in given))
    return max(among, key=lambda pair: pair.weight)


def _is_of(pair: Pair, toll: Sequence[Figure]) -> bool:
    """Whether one of two amounts is of a toll that has been compared already."""
    ids = {figure.claim.id for figure in toll}
    return any(figure.claim.id in ids for known in (pair.first, pair.second) for figure in known.figures)


def _prints_both(event: Event, pair: Pair) -> bool:
    """Whether an account has the other's number too, if only as a bare one: "900 workers, out of 1,150".

    A short number may stand there for anything, unless it is in the same sentence beside a count: "eight of 18 counts".
    """
    first, second = (figure.claim for figure in pair.nearest)
    return any(
        ((number := _LONG_NUMBER.search(claim.text)) and number[0] in event.by_id[other.article].article.text)
        or _is_counted_beside(amount, other, event.by_id[other.article].article)
        for claim, other, amount in ((first, second, pair.first.amount), (second, first, pair.second.amount))
    )


def _is_counted_beside(amount: float, claim: Claim, article: Article) -> bool:
    if claim.unit != claim.counted or amount >= _SHORT:
        return False
    return any(number.value == amount for number in find_numbers(article.text, *claim.sentence))


def _nearest_places(found: Sequence[Quantity], weights: Mapping[str, float]) -> list[Figure]:
    """Of each amount the place for which most speaks, beside the other amounts."""
    places = []
    for known in found:
        there = [figure for other in found if other is not known for figure in other.figures]
        nearness = [sum(evidence(figure, other, weights).weight for other in there) for figure in known.figures]
        places.append(known.figures[nearness.index(max(nearness))])
    return places


def _severity(event: Event, given: Sequence[Quantity]) -> Severity | None:
    """The hardest way in which the amounts of two outlets relate."""
    if all(_TOLL.search(figure.claim.unit or "") for known in given for figure in known.figures):
        return toll_severity(event, [with_hedge(known.figures) for known in given])
    severities = {_mildest(first, second) for first, second in combinations(given, 2) if first.teller != second.teller}
    return next((severity for severity in _SEVERITIES.values() if severity in severities), None)


def _mildest(first: Quantity, second: Quantity) -> Severity | None:
    """How two amounts relate where they stand nearest to each other: a headline leaves the hedge to the text."""
    relations = {relation(one.claim, other.claim) or "equal" for one, other in product(first.figures, second.figures)}
    return None if "equal" in relations else [found for known, found in _SEVERITIES.items() if known in relations][-1]


def _discrepancy(
    event: Event, found: Sequence[Figure], severity: Severity, confidence: float, rule: str
) -> Discrepancy:
    kind = found[0].claim.kind
    shown = _shortest_forms(found)
    readings = distinct(reading(figure.claim, shown[_sense(figure)]) for figure in found)
    return Discrepancy(
        kind=_KINDS.get(kind, "number"),
        severity=severity,
        confidence=confidence,
        summary=figures_matter(event, found),
        explanation=who_gives_what(event, readings),
        readings=readings,
        rule=rule,
    )


def _shortest_forms(found: Sequence[Figure]) -> dict[tuple[object, ...], str]:
    """For each figure and hedge the shortest form in which an account prints it: one value for one figure."""
    forms: dict[tuple[object, ...], list[str]] = {}
    for figure in found:
        forms.setdefault(_sense(figure), []).append(as_printed(figure.claim))
    return {sense: min(printed, key=len) for sense, printed in forms.items()}


def _sense(figure: Figure) -> tuple[object, ...]:
    """What a figure says, in whatever words."""
    claim = figure.claim
    return claim.value, claim.low, claim.high, claim.hedge
