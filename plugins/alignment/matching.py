"""Which parts of quotations are versions of one utterance, pair by pair, and how sure that is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from ..vectors import dot
from .parts import Part
from .similarity import speech_vectors
from .speakers import Compatibility, compatibility
from .stretches import Stretch, common_stretch
from .substance import Overlap, overlap
from .weights import Weights

Strength = Literal["verbatim", "in substance", "alike", "in sequence"]

# A pair is looked at if it shares a character n-gram that at most this share of the parts has.
_COMMON_GRAM, _MOST_SHARING = 0.2, 100
# Of a part's neighbours so many are compared word for word, so that speech without end takes no more than its time.
_NEAREST = 20
_LEAST_COSINE, _LEAST_RARE = 0.15, 0.08

# Verbatim: most of the shorter part stands in the other, or a long stretch is common to both, or half of all that both
# say, or they are the same almost to the letter. A score is about the number of content words.
_COVERAGE, _SCORE = 0.85, 1.2
_ALL_SAID, _IN_ORDER = 0.95, 0.75
_BREADTH = 0.7
_BREADTH_OF_SEVERAL: dict[Compatibility, float] = {"same": 0.46, "unknown": 0.65}
_NEAR_COSINE = 0.9
_LONG_STRETCH, _LONG_COVERAGE = 4.0, 0.4
_IDENTICAL, _SCORE_IDENTICAL = 0.95, 0.9
# It takes more where a speaker is not known, and most where the speakers are different.
_SCORE_UNKNOWN, _SCORE_OTHER = 1.5, 2.2
# What is reported without marks is often no more than what somebody speaks of: "the error", "responsibility".
_SCORE_REPORTED = 2.0
# Two outlets that share so long a stretch to the letter quote the same words: what they have otherwise is another.
_SAME_WORDS, _SAME_WORDS_COVERAGE = 4.0, 0.9
# In substance: the same content words, or synonyms, in any order and form, with or without a negation in both. Least
# weight and number of what is shared, least share of the shorter and of both together. Of many words some may differ.
_IN_SUBSTANCE: dict[Compatibility, tuple[tuple[float, int, float, float], ...]] = {
    "same": ((1.4, 2, 0.95, 0.57), (1.9, 3, 0.75, 0.5)),
    "unknown": ((1.7, 2, 0.95, 0.7),),
    "other": ((2.2, 3, 0.95, 0.9),),
}
# One content word is enough if it is all that either says.
_ONE_WORD, _ONE_WORD_BREADTH = 0.9, 0.95
# Or if both deny it, and a fragment says nothing else: nobody denies by chance. What else the other says is not much.
_DENIED_COSINE = 0.55
# Alike: one speaker, similar words, each the other's nearest. Two translations of one sentence look so.
_ALIKE_COSINE, _ALIKE_SCORE, _ALIKE_COVERAGE, _ALIKE_WEIGHT = 0.37, 1.0, 0.25, 0.8
_ALIKE_PAIRS = 2
_TIE = 0.05
# In sequence: one speaker, some likeness, right before or after a pair that matches.
_SEQUENCE_COSINE = 0.15

Pair = tuple[int, int]


class Match(msgspec.Struct, frozen=True):
    """Two parts, by index, that are one utterance; `cosine` says how similar they are."""

    first: int
    second: int
    cosine: float
    strength: Strength


class Candidate(msgspec.Struct, frozen=True):
    """Two parts, by index, with all that is known of the pair by itself.

    `indirect` is how many of the two are reported speech; `fragment` says that one is a fragment of a sentence,
    `headline` that one stands in a headline, and `together` that both are of one article.
    """

    first: int
    second: int
    cosine: float
    stretch: Stretch
    overlap: Overlap
    speakers: Compatibility
    indirect: int
    fragment: bool
    headline: bool
    together: bool


def matches(parts: Sequence[Part], weights: Weights) -> list[Match]:
    """The pairs that are one utterance: the verbatim first, each sort by falling likeness."""
    found = [_candidate(parts, *pair, cosine, weights) for pair, cosine in _similar_pairs(parts, weights)]
    candidates = _without_rivals(parts, [c for c in found if not c.together or _is_repetition(c)])
    verbatim = [c for c in candidates if _is_verbatim(c)]
    matched = {(c.first, c.second) for c in verbatim}
    substance = [c for c in candidates if (c.first, c.second) not in matched and _is_same_in_substance(c)]
    matched |= {(c.first, c.second) for c in substance}
    one_speaker = [c for c in candidates if c.speakers == "same"]
    translated = _alike(parts, one_speaker, _same_words(parts, verbatim))
    alike = [c for c in translated if (c.first, c.second) not in matched]
    matched |= {(c.first, c.second) for c in alike}
    sequence = [c for c in one_speaker if (c.first, c.second) not in matched and _in_sequence(c, parts, matched)]
    strengths: list[tuple[Strength, list[Candidate]]] = [
        ("verbatim", verbatim),
        ("in substance", substance),
        ("alike", alike),
        ("in sequence", sequence),
    ]
    return [
        Match(c.first, c.second, c.cosine, strength)
        for strength, found in strengths
        for c in sorted(found, key=lambda c: (-c.cosine, c.first, c.second))
    ]


def _similar_pairs(parts: Sequence[Part], weights: Weights) -> Iterator[tuple[Pair, float]]:
    """The pairs that share a telling n-gram, with their cosine; not of quotations that stand in each other."""
    vectors = speech_vectors([part.words for part in parts], weights)
    earlier: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    often = Counter(gram for vector in vectors for gram in vector)
    common = min(max(20, _COMMON_GRAM * len(vectors)), _MOST_SHARING)
    for second, vector in enumerate(vectors):
        shared: defaultdict[int, float] = defaultdict(float)
        for gram, weight in vector.items():
            if 1 < often[gram] <= common:
                for first, other in earlier[gram]:
                    shared[first] += weight * other
                earlier[gram].append((second, weight))
        near = [first for first, weight in shared.items() if weight >= _LEAST_RARE]
        cosines = [
            (dot(vectors[first], vector), first)
            for first in near
            if not parts[first].quote.touches(parts[second].quote)
        ]
        for cosine, first in sorted(cosines, key=lambda found: (-found[0], found[1]))[:_NEAREST]:
            if cosine >= _LEAST_COSINE:
                yield (first, second), cosine


def _candidate(parts: Sequence[Part], first: int, second: int, cosine: float, weights: Weights) -> Candidate:
    one, other = parts[first], parts[second]
    speakers = compatibility(one.quote, other.quote)
    return Candidate(
        first,
        second,
        cosine,
        common_stretch(one.words, other.words, weights),
        overlap(one.words, other.words, weights),
        speakers,
        (one.quote.kind, other.quote.kind).count("indirect"),
        "partial" in (one.quote.kind, other.quote.kind),
        "title" in (one.quote.kind, other.quote.kind),
        one.article == other.article,
    )


def _is_repetition(pair: Candidate) -> bool:
    """Whether an article gives its readers the same words twice: what it has in other words has been said twice."""
    if pair.indirect:
        return False
    contained = pair.fragment or pair.stretch.score >= _SCORE_OTHER
    return pair.headline or (pair.stretch.coverage if contained else pair.stretch.breadth) >= _COVERAGE


def _without_rivals(parts: Sequence[Part], candidates: Sequence[Candidate]) -> list[Candidate]:
    """The pairs but those of which each part stands to the letter elsewhere in the other's article."""
    same = [c for c in candidates if c.stretch.breadth >= _IDENTICAL]
    elsewhere = {(a, parts[b].article) for c in same for a, b in ((c.first, c.second), (c.second, c.first))}
    return [
        c
        for c in candidates
        if c.stretch.breadth >= _IDENTICAL
        or not {(c.first, parts[c.second].article), (c.second, parts[c.first].article)} <= elsewhere
    ]


def _is_verbatim(pair: Candidate) -> bool:
    stretch = pair.stretch
    if pair.indirect and stretch.score < _SCORE_REPORTED:
        return False
    if pair.speakers == "other":
        # An outlet may well name the wrong speaker, but then the words must be all the same.
        return stretch.breadth >= _COVERAGE and stretch.score >= _SCORE_OTHER
    if pair.indirect < 2 and stretch.score >= _LONG_STRETCH and stretch.coverage >= _LONG_COVERAGE:
        return True
    if stretch.breadth >= _IDENTICAL and stretch.score >= _SCORE_IDENTICAL:
        return True
    # What an unnamed one denies may well be what somebody else has said.
    all_said = pair.speakers == "same" and pair.overlap.count > 2 and pair.overlap.coverage >= _ALL_SAID
    contained = stretch.coverage >= (_IN_ORDER if all_said else _COVERAGE)
    contained = contained and not (pair.speakers == "unknown" and pair.overlap.opposed)
    several = pair.overlap.count > 1 and pair.indirect < 2 and stretch.breadth >= _BREADTH_OF_SEVERAL[pair.speakers]
    near = contained or several or stretch.breadth >= _BREADTH or pair.cosine >= _NEAR_COSINE
    return near and stretch.score >= (_SCORE if pair.speakers == "same" else _SCORE_UNKNOWN)


def _is_same_in_substance(pair: Candidate) -> bool:
    shared = pair.overlap
    if shared.opposed or (pair.indirect and pair.speakers != "same"):
        return False
    denied = pair.fragment and shared.denied and shared.coverage >= _ONE_WORD_BREADTH and pair.cosine >= _DENIED_COSINE
    one_word = shared.weight >= _ONE_WORD and (shared.breadth >= _ONE_WORD_BREADTH or denied)
    if pair.speakers == "same" and one_word and not pair.indirect:
        return True
    return any(
        shared.weight >= weight and shared.count >= count and shared.coverage >= coverage and shared.breadth >= breadth
        for weight, count, coverage, breadth in _IN_SUBSTANCE[pair.speakers]
    )


def _same_words(parts: Sequence[Part], verbatim: Sequence[Candidate]) -> set[tuple[str, str]]:
    """The pairs of articles that quote the same words, not each its own translation."""
    return {
        (parts[c.first].article, parts[c.second].article)
        for c in verbatim
        if c.stretch.score >= _SAME_WORDS and c.stretch.coverage >= _SAME_WORDS_COVERAGE
    }


def _alike(parts: Sequence[Part], candidates: Sequence[Candidate], same_words: set[tuple[str, str]]) -> list[Candidate]:
    """Similar pairs, where two articles have several of them and no long stretch to the letter: translations."""
    nearest: defaultdict[tuple[int, str], float] = defaultdict(float)
    for c in candidates:
        for key in ((c.first, parts[c.second].article), (c.second, parts[c.first].article)):
            nearest[key] = max(nearest[key], c.cosine)
    found: defaultdict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for c in candidates:
        articles = parts[c.first].article, parts[c.second].article
        best = max(nearest[c.first, articles[1]], nearest[c.second, articles[0]])
        if _is_alike(c) and c.cosine >= best - _TIE and articles not in same_words:
            found[articles].append(c)
    return [c for pairs in found.values() if len(pairs) >= _ALIKE_PAIRS for c in pairs]


def _is_alike(pair: Candidate) -> bool:
    stretch = pair.stretch
    if pair.indirect > 1 or pair.overlap.weight < _ALIKE_WEIGHT:
        return False
    return pair.cosine >= _ALIKE_COSINE and stretch.score >= _ALIKE_SCORE and stretch.coverage >= _ALIKE_COVERAGE


def _in_sequence(pair: Candidate, parts: Sequence[Part], matched: set[Pair]) -> bool:
    if pair.indirect or pair.overlap.opposed or pair.cosine < _SEQUENCE_COSINE:
        return False
    if parts[pair.first].article == parts[pair.second].article:
        return False
    return any((pair.first + step, pair.second + step) in matched for step in (-1, 1))
