"""The words that two pieces of speech have in common, in order: local alignment.

Smith and Waterman, "Identification of common molecular subsequences", 1981, over words; a word counts as much as
it says, and forms of one word count in part.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from ..english.terms import stem
from .weights import Weights

_GAP = 0.4
_MISMATCH = 0.6
_SAME_STEM, _SAME_ROOT = 0.8, 0.7
_ROOT = 5


class Stretch(msgspec.Struct, frozen=True):
    """The best local alignment: its score, and its share of all that the shorter and the longer piece say."""

    score: float
    coverage: float
    breadth: float


def common_stretch(first: Sequence[str], second: Sequence[str], weights: Weights) -> Stretch:
    """Where two sequences of lower-case words agree best. Takes time in proportion to the product of their lengths."""
    best = 0.0
    above = [0.0] * (len(second) + 1)
    for word in first:
        row = [0.0]
        for column, other in enumerate(second):
            alike = likeness(word, other)
            diagonal = above[column] + (alike * min(weights[word], weights[other]) if alike else -_MISMATCH)
            row.append(max(0.0, diagonal, above[column + 1] - _GAP, row[column] - _GAP))
        best = max(best, *row)
        above = row
    shorter, longer = sorted(sum(weights[word] for word in words) for words in (first, second))
    return Stretch(best, best / shorter if shorter else 0.0, best / longer if longer else 0.0)


@lru_cache(maxsize=50_000)
def likeness(first: str, second: str) -> float:
    """1 for the same word, less for forms of one word, 0 for different words."""
    if first == second:
        return 1.0
    if first[:2] != second[:2]:
        return 0.0
    if stem(first) == stem(second):
        return _SAME_STEM
    return _SAME_ROOT if len(first) >= _ROOT and first[:_ROOT] == second[:_ROOT] else 0.0
