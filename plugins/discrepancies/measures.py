"""Figures for one matter that differ across outlets: numbers, sums of money, shares and durations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations

import msgspec

from digest import Claim, Collation, Discrepancy, DiscrepancyKind, Event, Severity, Span
from digest.text import words

from ..claims.compare import Relation, comparable, relation
from ..english.lemmas import lemma
from .contexts import Figure, figures, word_weights
from .readings import distinct, reading, who_gives_what

# Two figures for one matter seldom differ by more; those that do mostly are for two matters.
_FURTHEST = 2.5
# The weight of the words that must be shared, where the same is counted and where that is not said.
_SAME_COUNTED, _NOT_COUNTED, _ALONE = 1.4, 1.7, 0.5
# How much less any other figure of the two accounts must have in common with either.
_MARGIN = 0.8
# The weight of the words that the same figure must share in a further account to be of the same matter.
_SAME_FIGURE = 1.0
# How many of the shared words name the matter.
_TELLING = 4
_SEVERITIES: dict[Relation, Severity] = {
    "contradiction": "contradiction",
    "vaguer": "imprecision",
    "granularity": "consistent-but-different-granularity",
}
_KINDS: dict[str, DiscrepancyKind] = {"money": "money", "duration": "duration"}
_SUMMARIES = {"money": "Sum of money", "duration": "Length of time", "percent": "Share"}


class Pair(msgspec.Struct, frozen=True):
    """Two figures of different accounts with the weight of the words they share."""

    first: Figure
    second: Figure
    weight: float


def differing_measures(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each matter to which accounts give different figures."""
    weights = word_weights(collation.event)
    accounts = [list(figures(collation, account)) for account in collation.event.accounts]
    pairs = [pair for one, other in combinations(accounts, 2) for pair in _matters(one, other, weights)]
    for group in _groups(pairs):
        others = [figure for figure in chain(*accounts) if any(_confirms(figure, known, weights) for known in group)]
        found = sorted({*group, *others}, key=lambda figure: figure.claim.span)
        severity = _severity(collation.event, found)
        if severity:
            yield _discrepancy(collation.event, found, severity, weights)


def _matters(one: Sequence[Figure], other: Sequence[Figure], weights: Mapping[str, float]) -> list[Pair]:
    """The pairs of figures of two accounts that are about one matter and differ."""
    pairs = [
        Pair(first, second, _shared(first, second, weights))
        for first in one
        for second in other
        if _comparable(first, second)
    ]
    alone = [pair for pair in pairs if _is_alone(pair, one, other)]
    told_apart = [
        pair
        for pair in pairs
        if pair.weight >= _needed(pair)
        and all(pair.weight * _MARGIN >= rival.weight for rival in pairs if rival is not pair and _meets(rival, pair))
    ]
    return [pair for pair in pairs if pair in alone + told_apart and not _given_by_both(pair, one, other)]


def _shared(first: Figure, second: Figure, weights: Mapping[str, float]) -> float:
    """The weight of the words that two figures share, half where a word is far from one of them."""
    return sum(
        weights.get(word, 0.0) * (1.0 if word in first.near & second.near else 0.5)
        for word in sorted(first.words & second.words)
    )


def _comparable(first: Figure, second: Figure) -> bool:
    if not first.amount or not second.amount or first.is_vague or second.is_vague:
        return False
    if first.claim.unit in ("rank", "year old") or not comparable(first.claim, second.claim):
        return False
    return max(first.amount, second.amount) <= _FURTHEST * min(first.amount, second.amount)


def _says_what(figure: Figure) -> bool:
    """Whether a figure itself says what it measures: what is counted, or a unit of one use as a price per share."""
    claim = figure.claim
    return claim.counted not in (None, "time") or "/" in (claim.unit or "") or claim.unit == "magnitude"


def _needed(pair: Pair) -> float:
    return _SAME_COUNTED if _says_what(pair.first) and _says_what(pair.second) else _NOT_COUNTED


def _given_by_both(pair: Pair, one: Sequence[Figure], other: Sequence[Figure]) -> bool:
    """Whether an account has the other's figure too: then it tells the two apart, and so should we."""
    first, second = pair.first, pair.second
    return any(_is_same(figure, second) for figure in one) or any(_is_same(figure, first) for figure in other)


def _is_same(figure: Figure, other: Figure) -> bool:
    return figure.amount == other.amount and figure.claim.kind == other.claim.kind


def _meets(rival: Pair, pair: Pair) -> bool:
    return rival.first is pair.first or rival.second is pair.second


def _is_alone(pair: Pair, one: Sequence[Figure], other: Sequence[Figure]) -> bool:
    """Whether two figures can only be of one matter, as there are no others of their sort in either account.

    So are durations of the same people together, as of one meeting, and figures that say what they measure.
    """
    first, second = pair.first, pair.second
    if sum(_is_sort(figure, first) for figure in one) > 1 or sum(_is_sort(figure, second) for figure in other) > 1:
        return False
    if first.claim.kind == "duration":
        return len(first.people & second.people) > 1
    return _says_what(first) and _says_what(second) and pair.weight >= _ALONE


def _is_sort(figure: Figure, other: Figure) -> bool:
    """Whether two figures of one account measure the same thing, or are durations in the same printed unit."""
    if other.claim.kind == "duration":
        return figure.claim.kind == "duration" and figure.claim.value.split()[-1] == other.claim.value.split()[-1]
    return figure.claim.unit == other.claim.unit and figure.claim.counted == other.claim.counted


def _groups(pairs: Sequence[Pair]) -> list[set[Figure]]:
    """The figures that pairs bring together, a group for each matter; the surest pairs come first.

    A pair that would give an account a second figure in one matter is left out.
    """
    groups: list[set[Figure]] = []
    for pair in sorted(pairs, key=lambda pair: (-pair.weight, pair.first.claim.span, pair.second.claim.span)):
        joined = {pair.first, pair.second}
        joined.update(*(group for group in groups if group & joined))
        if len({(figure.claim.article, figure.amount) for figure in joined}) == len({f.claim.article for f in joined}):
            groups = [group for group in groups if not group & joined] + [joined]
    return groups


def _confirms(figure: Figure, known: Figure, weights: Mapping[str, float]) -> bool:
    """Whether a figure of another account is the same as a known one, in what it counts and in its amount."""
    if figure.claim.article == known.claim.article or not _comparable(figure, known):
        return False
    return figure.amount == known.amount and _shared(figure, known, weights) >= _SAME_FIGURE


def _severity(event: Event, found: Sequence[Figure]) -> Severity | None:
    """The hardest way in which two of the figures relate; counts of different days may have changed."""
    severities = {
        _SEVERITIES.get(relation(first.claim, second.claim) or "equal")
        for first, second in combinations(found, 2)
        if first.claim.article != second.claim.article
    }
    days = {event.by_id[figure.claim.article].article.metadata.published for figure in found}
    may_change = len(days - {None}) > 1 and all(figure.claim.unit == figure.claim.counted for figure in found)
    hardest = next((severity for severity in _SEVERITIES.values() if severity in severities), None)
    return "imprecision" if hardest == "contradiction" and may_change else hardest


def _discrepancy(
    event: Event, found: Sequence[Figure], severity: Severity, weights: Mapping[str, float]
) -> Discrepancy:
    kind = found[0].claim.kind
    readings = distinct(reading(figure.claim, _figure_alone(figure)) for figure in found)
    return Discrepancy(
        kind=_KINDS.get(kind, "number"),
        severity=severity,
        confidence=0.7,
        summary=_summary(event, found, weights),
        explanation=who_gives_what(event, readings),
        readings=readings,
        rule="figures in the same unit among the same words",
    )


def _figure_alone(figure: Figure) -> str:
    return " ".join(figure.claim.text.split())


def _summary(event: Event, found: Sequence[Figure], weights: Mapping[str, float]) -> str:
    """What is measured, and the words that the figures share, as they are printed beside the first."""
    claim = found[0].claim
    counted = next((figure.claim.text.split()[-1] for figure in found if figure.claim.unit == figure.claim.counted), "")
    what = _SUMMARIES.get(claim.kind, f"Number of {counted}" if counted else "Number")
    shared = frozenset.intersection(*(figure.words for figure in found)) - {claim.counted}
    telling = sorted(sorted(shared), key=lambda word: -weights.get(word, 0.0))[:_TELLING]
    about = _printed_words(event.by_id[claim.article].article.text, claim, telling)
    return f"{what}: {about}" if about else what


def _printed_words(text: str, claim: Claim, lemmas: Sequence[str]) -> str:
    """The words of a claim's sentence that have one of these lemmas; neighbours stay together."""
    phrases: list[Span] = []
    for start, end in words(text, *claim.sentence):
        if lemma(text[start:end]) not in lemmas or claim.start <= start < claim.end:
            continue
        if phrases and start - phrases[-1][1] == 1:
            phrases[-1] = (phrases[-1][0], end)
        else:
            phrases.append((start, end))
    return ", ".join(dict.fromkeys(text[start:end] for start, end in phrases))
