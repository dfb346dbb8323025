"""Which candidates are worth a row, and in which order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from .terms import Term
from .texts import Key


def without_parts(terms: Iterable[Term]) -> list[Term]:
    """The terms that are found, without those that stand nowhere but inside a longer one."""
    found = [term for term in terms if term.passages]
    longer: dict[Key, list[Term]] = defaultdict(list)
    for term in found:
        for key in term.keys:
            for first, last in combinations(range(len(key) + 1), 2):
                longer[key[first:last]].append(term)
    return [
        term
        for term in found
        if not any(_is_within(term, other) for key in term.keys for other in longer[key] if other is not term)
    ]


def _is_within(term: Term, other: Term) -> bool:
    return term.keys != other.keys and all(
        any(outer.start <= inner.start and inner.end <= outer.end for outer in other.passages.get(article, ()))
        for article, passages in term.passages.items()
        for inner in passages
    )


def select(terms: Sequence[Term], limit: int) -> list[Term]:
    """The best terms, none of which says of the same articles what a better one says already."""
    chosen: list[Term] = []
    for term in sorted(terms, key=lambda term: (-term.score, term.first, term.name)):
        if len(chosen) == limit:
            break
        if not any(_repeats(term, other) for other in chosen):
            chosen.append(term)
    return chosen


def _repeats(term: Term, other: Term) -> bool:
    """Whether one term's words are part of the other's, and the articles are the same."""
    if term.passages.keys() != other.passages.keys() or (term.kind == "figure") != (other.kind == "figure"):
        return False
    mine = {word for key in term.keys for word in key}
    theirs = {word for key in other.keys for word in key}
    return mine < theirs or theirs < mine or mine == theirs
