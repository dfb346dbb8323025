"""The words that two pieces of speech have in common, in order: local alignment.

Smith and Waterman, "Identification of common molecular subsequences", 1981, over words; a word counts as much as
it says, and forms of one word count in part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

import msgspec

from ..english.terms import stem

_GAP = 0.4
_MISMATCH = 0.6
_SAME_STEM, _SAME_ROOT = 0.8, 0.7
_ROOT = 5
_LEAST_SCORE, _LEAST_COVERAGE = 0.8, 0.2


class Stretch(msgspec.Struct, frozen=True):
    """The best local alignment: its score, and its share of all that the shorter and the longer piece say."""

    score: float
    coverage: float
    breadth: float


def common_stretch(first: Sequence[str], second: Sequence[str], weights: Mapping[str, float]) -> Stretch:
    """Where two sequences of lower-case words agree best. Takes time in proportion to the product of their lengths.

    What can have no more than a score or a coverage too low for any use is not looked at, and scores 0.
    """
    shorter, longer = sorted(sum(weights[word] for word in words) for words in (first, second))
    gains = _gains(first, second, weights)
    reach = sum(weights[word] for word in first if word in gains)
    if reach < _LEAST_SCORE or reach < _LEAST_COVERAGE * shorter:
        return Stretch(0.0, 0.0, 0.0)
    best = 0.0
    nothing = [0.0] * (len(second) + 1)
    above = nothing
    for word in first:
        if above is nothing and word not in gains:
            continue
        gain = gains.get(word, {})
        row = [0.0]
        left = 0.0
        # The highest of what stands at the left, above and diagonally, and 0; `max` would take three times as long.
        for column, (diagonal, upper) in enumerate(pairwise(above)):
            score = diagonal + gain.get(column, -_MISMATCH)
            left = left - _GAP if left >= upper else upper - _GAP
            if score > left:
                left = score
            if left < 0.0:
                left = 0.0
            row.append(left)
        highest = max(row)
        best = max(best, highest)
        above = row if highest else nothing
    return Stretch(best, best / shorter if shorter else 0.0, best / longer if longer else 0.0)


def _gains(first: Iterable[str], second: Sequence[str], weights: Mapping[str, float]) -> dict[str, dict[int, float]]:
    """For each word of the first sequence that is like words of the second: the places of these, and what each adds."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for column, word in enumerate(second):
        for key in _keys(word):
            places[key].append(column)
    return {
        word: {column: likeness(word, second[column]) * min(weights[word], weights[second[column]]) for column in alike}
        for word in set(first)
        if (alike := {column for key in _keys(word) for column in places.get(key, ())})
    }


@lru_cache(maxsize=50_000)
def _keys(word: str) -> tuple[str, ...]:
    """Two words that are alike have one of these in common."""
    return (word, stem(word), word[:_ROOT]) if len(word) >= _ROOT else (word, stem(word))


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
