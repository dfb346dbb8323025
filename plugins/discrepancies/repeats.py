"""One slip in a name is told once: by the first rule that finds it, in the first account that has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein

from digest import Discrepancy

from .forms import words_of_name

# Two words are spellings of one if no more letters differ.
_FURTHEST = 2

Spellings = frozenset[frozenset[str]]


def told_once(found: Iterable[Discrepancy]) -> Iterator[Discrepancy]:
    """The discrepancies but for those in names that are only about spellings that one before them is about."""
    told: set[frozenset[str]] = set()
    for discrepancy in found:
        spellings = _spellings(discrepancy) if discrepancy.kind == "name" else frozenset()
        if not spellings or spellings - told:
            yield discrepancy
        told |= spellings


def _spellings(discrepancy: Discrepancy) -> Spellings:
    """The pairs of words in which the names of two readings differ, as far as they are spellings of one word."""
    names = [set(words_of_name(reading.value)) for reading in discrepancy.readings]
    return frozenset(
        frozenset((word, other))
        for one, two in combinations(names, 2)
        for word in one - two
        for other in two - one
        if DamerauLevenshtein.distance(word, other) <= _FURTHEST
    )
