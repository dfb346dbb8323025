"""What two pieces of speech say in common whatever the order and form of the words: content words, as concepts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import msgspec

from ..english.common_words import ADVERBS, FUNCTION_WORDS
from ..english.lemmas import lemma
from ..english.synonyms import concept
from .weights import Weights

NEGATIONS = frozenset("not no never nor neither none nobody nothing cannot without".split())
_ONLY = frozenset("only just merely simply".split())
_GUESSES = frozenset("may might must could if whether".split())
_NO_CONCEPTS = FUNCTION_WORDS | ADVERBS


class Overlap(msgspec.Struct, frozen=True):
    """The weight and number of the concepts shared, and their share of those of the shorter and of both together.

    `opposed` says that only one of the two pieces is negated, or a guess, or that each has a figure the other lacks;
    `denied` that both are negated.
    """

    weight: float
    count: int
    coverage: float
    breadth: float
    opposed: bool
    denied: bool


def overlap(first: Sequence[str], second: Sequence[str], weights: Weights) -> Overlap:
    """What two sequences of lower-case words share."""
    one, other = _concepts(first, weights), _concepts(second, weights)
    shared = one.keys() & other.keys()
    weight = sum(min(one[key], other[key]) for key in sorted(shared))
    shorter, longer = sorted((sum(one.values()), sum(other.values())))
    figures = [{word for word in words if word[0].isdigit()} for words in (first, second)]
    other_figures = bool(figures[0] - figures[1] and figures[1] - figures[0])
    return Overlap(
        weight=weight,
        count=len(shared),
        coverage=weight / shorter if shorter else 0.0,
        breadth=weight / (shorter + longer - weight) if longer else 0.0,
        opposed=other_figures
        or is_negated(first) != is_negated(second)
        or _GUESSES.isdisjoint(first) != _GUESSES.isdisjoint(second),
        denied=is_negated(first) and is_negated(second),
    )


def is_negated(words: Sequence[str]) -> bool:
    """Whether lower-case words deny something; "not only" and "not just" do not."""
    return any(word in NEGATIONS and not (word == "not" and after in _ONLY) for word, after in pairwise((*words, "")))


def _concepts(words: Sequence[str], weights: Weights) -> Mapping[str, float]:
    """The concepts of the content words, each with the weight of its weightiest word."""
    found: dict[str, float] = {}
    for word in words:
        if word not in _NO_CONCEPTS:
            key = concept(lemma(word))
            found[key] = max(found.get(key, 0.0), weights[word])
    return found
