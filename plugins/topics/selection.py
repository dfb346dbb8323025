"""Which candidates are worth a row, and in which order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from operator import attrgetter

from digest import Passage

from .terms import Term
from .texts import Key

_START = attrgetter("start")


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
        _are_inside(passages, other.passages.get(article, ())) for article, passages in term.passages.items()
    )


def _are_inside(inner: Iterable[Passage], outer: Iterable[Passage]) -> bool:
    """Whether each passage lies in one of the others."""
    waiting = sorted(outer, key=_START, reverse=True)
    reach = 0
    for passage in sorted(inner, key=_START):
        while waiting and waiting[-1].start <= passage.start:
            reach = max(reach, waiting.pop().end)
        if reach < passage.end:
            return False
    return True


def select(terms: Sequence[Term], limit: int) -> list[Term]:
    """The best terms, none of which says of the same articles what a better one says already."""
    chosen: list[Term] = []
    # The words of those chosen for the same articles, figures apart.
    known: defaultdict[tuple[frozenset[str], bool], list[set[str]]] = defaultdict(list)
    for term in sorted(terms, key=lambda term: (-term.score, term.first, term.name)):
        if len(chosen) == limit:
            break
        words = {word for key in term.keys for word in key}
        others = known[frozenset(term.passages), term.kind == "figure"]
        if not any(words <= other or other <= words for other in others):
            chosen.append(term)
            others.append(words)
    return chosen
