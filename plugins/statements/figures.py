"""Figures that several accounts give for one matter, and those that only one gives."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from digest import Claim, Collation, Passage, Span, Statement
from digest.text import words

from ..claims.compare import relation
from ..discrepancies.amounts import Quantity, are_comparable, quantities, shared_weight
from ..discrepancies.contexts import Figure, figures
from ..discrepancies.readings import speaks
from ..english.clauses import clause_around
from ..english.synonyms import concept
from .sentences import Index, central_sentences
from .standing import clearest_first, stands_alone

# The weight of the words around two figures that must be shared for them to be one fact.
_SHARED = 0.5
# Figures that agree differ by no more than this share, as 298,400 and "nearly 300,000".
_CLOSE = 0.15
_ROUNDED = 0.02
# From how many on a count is notable by itself; ages, ranks and times of day are not.
_NOTABLE_COUNT = 10
_ALL = 100
_SMALL_FACTS = ("year old", "rank", "time", "vote", "score")
# Lengths of time and small counts are given of many things.
_SMALL, _SHARED_OF_SMALL = 10, 1.0
# A figure is given by one account alone if no other sentence has this share of the words around it, and no account a
# figure of its sort that is so close that it may be meant for the same matter, nor any figure nearly the same.
_ELSEWHERE, _MAYBE_SAME, _NEARLY = 0.5, 1.5, 1.25
# What several accounts speak of, so many words of which are in a sentence that belongs to the story.
_LEAST_CENTRAL = 2
_DIGIT = re.compile(r"\d")
# A shorter clause says too little.
_FEWEST_WORDS = 6


def amounts(collation: Collation) -> list[Quantity]:
    """What each account says of each amount in its own words."""
    return [
        amount
        for account in collation.event.accounts
        for amount in quantities(
            account.id,
            [found for found in figures(collation, account) if not speaks(account, found.claim.start, found.claim.end)],
        )
    ]


def shared_figures(collation: Collation, known: Sequence[Quantity], index: Index) -> Iterator[Statement]:
    """The amounts that two or more accounts give for one matter."""
    home: dict[int, list[int]] = {}
    nearest: dict[int, Figure] = {}
    pairs = sorted(_pairs(known, index), key=lambda pair: (-pair[0], pair[1:3]))
    alike = {pair[1:3] for pair in pairs}
    for _, first, second, figure, other in pairs:
        nearest.setdefault(first, figure)
        nearest.setdefault(second, other)
        merged = sorted({*home.get(first, [first]), *home.get(second, [second])})
        # Two that only a third one is like, as to its figure or its words, are of different matters.
        if alike.issuperset(combinations(merged, 2)):
            home.update(dict.fromkeys(merged, merged))
    for group in sorted({tuple(group) for group in home.values()}):
        told = clearest_first(_cited(collation, nearest[number].claim) for number in group)
        if stands_alone(told[0][0]):
            evidence = tuple(passage for _, passage in told)
            yield Statement(kind="fact", text=told[0][0], evidence=evidence, rule="one figure, same matter")


def lone_figures(collation: Collation, known: Sequence[Quantity], index: Index) -> Iterator[Statement]:
    """The notable amounts that one account gives, where no other has such an amount or a sentence like it.

    Of several in one sentence, as of a list, the first.
    """
    sorts: defaultdict[tuple[str, str], list[Quantity]] = defaultdict(list)
    for amount in known:
        sorts[_sort(amount)].append(amount)
    seen: set[tuple[str, Span]] = set()
    central = central_sentences(index, _LEAST_CENTRAL)
    for amount in known:
        claim = amount.figures[0].claim
        place = claim.article, claim.sentence
        if place in seen or place not in central or not _is_notable(amount.figures[0]):
            continue
        if not _is_printed_elsewhere(claim, collation) and not _is_elsewhere(amount, sorts[_sort(amount)], index):
            seen.add(place)
            text, evidence = _cited(collation, claim)
            if stands_alone(text):
                yield Statement(kind="fact", text=text, evidence=(evidence,), rule="a figure like no other")


def _sort(amount: Quantity) -> tuple[str, str]:
    claim = amount.figures[0].claim
    return claim.kind, concept(claim.unit or "") if claim.kind != "number" else ""


def _pairs(known: Sequence[Quantity], index: Index) -> Iterator[tuple[float, int, int, Figure, Figure]]:
    """The pairs of equal or nearly equal amounts of one matter, with the weight of the words they share."""
    sorts: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number in sorted(range(len(known)), key=lambda n: (known[n].amount, n)):
        sorts[_sort(known[number])].append(number)
    for numbers in sorts.values():
        for place, first in enumerate(numbers):
            most = known[first].amount * (1 + _CLOSE)
            last = bisect_left(numbers, most, key=lambda n: known[n].amount, lo=place)
            for second in numbers[place + 1 : max(last, place + 1)]:
                yield from _nearest(known, first, second, index)


def _nearest(
    known: Sequence[Quantity], first: int, second: int, index: Index
) -> Iterator[tuple[float, int, int, Figure, Figure]]:
    if known[first].teller == known[second].teller:
        return
    both = [
        (shared_weight(one, other, index.weights), one, other)
        for one in known[first].figures
        for other in known[second].figures
        if are_comparable(one, other) and _agree(one, other)
    ]
    if both:
        weight, one, other = max(both, key=lambda found: found[0])
        small = one.claim.kind == "duration" or (one.claim.kind == "number" and (one.amount or 0) < _SMALL)
        if weight >= (_SHARED_OF_SMALL if small else _SHARED):
            yield weight, first, second, one, other


def _agree(one: Figure, other: Figure) -> bool:
    """Whether two figures can both be right and are the same, their hedges aside, or one is the other rounded."""
    found = relation(one.claim, other.claim)
    low, high = sorted((one.amount or 0.0, other.amount or 0.0))
    if found == "granularity":
        # Each given as exact: 125 and 130 are two figures.
        return {one.claim.hedge, other.claim.hedge} != {"exact"} or high - low <= _ROUNDED * high
    return found == "equal" or (found == "vaguer" and low == high)


def _is_notable(figure: Figure) -> bool:
    claim = figure.claim
    if claim.unit in _SMALL_FACTS or not figure.words:
        return False
    if claim.kind == "percent":
        return _DIGIT.search(claim.text) is not None and figure.amount != _ALL
    return claim.kind == "money" or (
        claim.kind == "number" and claim.counted is not None and (figure.amount or 0) >= _NOTABLE_COUNT
    )


def _is_elsewhere(amount: Quantity, same_sort: Sequence[Quantity], index: Index) -> bool:
    """Whether another account may say the same or tell it differently: as to the figure, or as to the sentence."""
    others = [other for other in same_sort if other.teller != amount.teller]
    if any(_may_be_same(amount.figures[0], rival, index) for other in others for rival in other.figures):
        return True
    around = amount.figures[0].words
    least = _ELSEWHERE * index.weigh(around)
    near = index.near(around)
    return any(
        weight >= least and index.sentences[number].account.id != amount.teller for number, weight in near.items()
    )


def _may_be_same(figure: Figure, rival: Figure, index: Index) -> bool:
    if not are_comparable(figure, rival):
        return False
    low, high = sorted((figure.amount or 0.0, rival.amount or 0.0))
    return high <= low * _MAYBE_SAME or shared_weight(figure, rival, index.weights) >= _SHARED


def _is_printed_elsewhere(claim: Claim, collation: Collation) -> bool:
    """Whether another account has nearly the same amount of anything, in its own words or in a quotation."""
    amount = _amount(claim)
    others = (other for account in collation.event.accounts if account.id != claim.article for other in account.claims)
    return any(
        other.kind == claim.kind and max(amount, _amount(other)) <= _NEARLY * min(amount, _amount(other))
        for other in others
    )


def _amount(claim: Claim) -> float:
    return claim.low if claim.low is not None else claim.high or 0.0


def _cited(collation: Collation, claim: Claim) -> tuple[str, Passage]:
    """A figure with what is told by it: its clause if that says enough and begins the sentence, or the sentence."""
    article = collation.event.by_id[claim.article].article
    start, end = clause_around(article.text, claim.sentence, claim.start)
    text = article.text[start : max(end, claim.end)].strip(" ,;:–—-")
    if start > claim.sentence[0] or len(words(text)) < _FEWEST_WORDS:
        text = article.text[slice(*claim.sentence)]
    return text, article.passage(*claim.span)
