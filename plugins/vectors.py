"""Sparse TF-IDF vectors of words or character n-grams, as plain dictionaries of unit length."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import mul

Bag = Mapping[str, float]
Vector = dict[str, float]

# The collection is taken as part of a larger one in which a term is rare. Without that, what all of two or three
# articles share, and thus what makes them one story, would weigh nothing.
_BACKGROUND = 200


def tf_idf(bags: Sequence[Bag]) -> list[Vector]:
    """A vector of length 1 for each bag of term counts: log-scaled counts times inverse document frequency."""
    frequency = Counter(term for bag in bags for term in bag)
    rarity = {count: math.log((len(bags) + _BACKGROUND) / (count + 1)) for count in set(frequency.values())}
    return [_unit({t: math.log(1 + n) * rarity[frequency[t]] for t, n in bag.items()}) for bag in bags]


def dot(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    """The inner product: for vectors of length 1 their cosine."""
    if len(first) > len(second):
        first, second = second, first
    return sum(weight * second[term] for term, weight in first.items() if term in second)


def total(vectors: Iterable[Mapping[str, float]]) -> Vector:
    """The sum of vectors."""
    summed: Vector = {}
    for vector in vectors:
        for term, weight in vector.items():
            summed[term] = summed.get(term, 0.0) + weight
    return summed


def scaled(vector: Mapping[str, float], factor: float) -> Vector:
    """A vector so many times as long."""
    return {term: weight * factor for term, weight in vector.items()}


def _unit(vector: Vector) -> Vector:
    weights = vector.values()
    return scaled(vector, 1 / (math.sqrt(sum(map(mul, weights, weights))) or 1.0))
