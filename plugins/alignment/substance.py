"""What two pieces of speech say in common whatever the order and form of the words: content words, as concepts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import msgspec

from ..english.common_words import ADVERBS, FUNCTION_WORDS
from ..english.lemmas import lemma
from ..english.synonyms import concept

NEGATIONS = frozenset("not no never nor neither none nobody nothing cannot without".split())
_ONLY = frozenset("only just merely simply".split())
_GUESSES = frozenset("may might must could if whether".split())
_ROOT, _SAME_ROOT = 5, 0.7
# What lacking and adding a concept cost, and a contradiction.
_MISSING, _SURPLUS, _OPPOSED = 0.5, 0.25, 2.0
_NO_CONCEPTS = FUNCTION_WORDS | ADVERBS


class Overlap(msgspec.Struct, frozen=True):
    """The weight and number of the concepts shared, and the weight of those that only the one or the other has.

    `missing` is what the piece that says less has alone, `surplus` what the other one has. `opposed` says that only one
    of the two pieces is negated, or a guess, or that each has a figure the other lacks; `contrasted` that it is so only
    because one says what something is not: "friends, not foes". `denials` says how many are negated.
    """

    shared: float
    count: int
    missing: float
    surplus: float
    opposed: bool
    contrasted: bool
    denials: int


def overlap(first: Sequence[str], second: Sequence[str], weights: Mapping[str, float]) -> Overlap:
    """What two sequences of lower-case words share, with the weights of the words."""
    one, other = _concepts(first, weights), _concepts(second, weights)
    shared = _shared(one, other)
    weight = sum(shared.values())
    shorter, longer = sorted((sum(one.values()), sum(other.values())))
    figures = [{word for word in words if word[0].isdigit()} for words in (first, second)]
    denials = is_negated(first) + is_negated(second)
    otherwise = bool(figures[0] - figures[1] and figures[1] - figures[0]) or (
        _GUESSES.isdisjoint(first) != _GUESSES.isdisjoint(second)
    )
    return Overlap(
        shared=weight,
        count=len(shared),
        missing=shorter - weight,
        surplus=longer - weight,
        opposed=denials == 1 or otherwise,
        contrasted=denials == 1 and not otherwise and only_contrasts(first) and only_contrasts(second),
        denials=denials,
    )


def evidence(found: Overlap, known: bool) -> float:
    """How much speaks for one utterance: what both say less what only one says.

    This is the contrast model of Tversky, "Features of similarity", 1977. Where it is `known` that one speaks, outlets
    shorten and add; where not, what one of them alone has counts in full.
    """
    missing, surplus = (_MISSING, _SURPLUS) if known else (1.0, 1.0)
    return found.shared - missing * found.missing - surplus * found.surplus - _OPPOSED * found.opposed


def is_negated(words: Sequence[str]) -> bool:
    """Whether lower-case words deny something; "not only" and "not just" do not."""
    return any(word in NEGATIONS and not (word == "not" and after in _ONLY) for word, after in pairwise((*words, "")))


def only_contrasts(words: Sequence[str]) -> bool:
    """Whether lower-case words deny nothing, or no more than what they set something apart from: "friends, not foes".

    There "not" follows what is asserted; a sentence is denied after an auxiliary, or by "not to".
    """
    around = zip(("", *words), words, (*words[1:], ""), strict=False)
    return not any(
        word in NEGATIONS and (word != "not" or not before or before in _NO_CONCEPTS or after == "to")
        for before, word, after in around
        if after not in _ONLY
    )


def _shared(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    """The concepts that both have with their weight; two of one root, as "stable" and "stabilise", count in part."""
    shared = {key: min(one[key], other[key]) for key in sorted(one.keys() & other.keys())}
    roots = {key[:_ROOT]: key for key in sorted(other.keys() - shared.keys()) if len(key) >= _ROOT}
    for key in sorted(one.keys() - shared.keys()):
        alike = roots.pop(key[:_ROOT], None) if len(key) >= _ROOT else None
        if alike:
            shared[key] = _SAME_ROOT * min(one[key], other[alike])
    return shared


def _concepts(words: Sequence[str], weights: Mapping[str, float]) -> Mapping[str, float]:
    """The concepts of the content words, each with the weight of its weightiest word."""
    found: dict[str, float] = {}
    for word in words:
        if word not in _NO_CONCEPTS:
            key = concept(lemma(word))
            found[key] = max(found.get(key, 0.0), weights[word])
    return found
