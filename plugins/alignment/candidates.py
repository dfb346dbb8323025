"""The pairs of parts that may be versions of one utterance, each with what is known of it by itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from ..vectors import dot
from .parts import Part
from .similarity import speech_vectors
from .speakers import Compatibility, compatibility
from .stretches import Stretch, common_stretch
from .substance import Overlap, overlap
from .weights import Weights

# A pair is looked at if it shares a character n-gram that at most this share of the parts has.
_COMMON_GRAM, _MOST_SHARING = 0.2, 100
# Of a part's neighbours so many are compared word for word, so that speech without end takes no more than its time.
_NEAREST = 20
_LEAST_COSINE, _LEAST_RARE = 0.15, 0.08
# From this share of what both say on, two parts are the same to the letter.
IDENTICAL = 0.95
# The share of what a repetition in one article says that it has in the same words.
_REPEATED = 0.85
# A stretch of so much stands in another quotation by no chance.
_LONG_ENOUGH = 2.2

Pair = tuple[int, int]


class Candidate(msgspec.Struct, frozen=True):
    """Two parts, by index, with all that is known of the pair by itself; `articles` has the ids of theirs.

    `cosine` says how similar they are, `indirect` how many of the two are reported speech, `length` how many words the
    shorter has; `fragment` says that one is a fragment of a sentence, `headline` that one stands in a headline.
    """

    first: int
    second: int
    articles: tuple[str, str]
    cosine: float
    stretch: Stretch
    overlap: Overlap
    speakers: Compatibility
    indirect: int
    length: int
    fragment: bool
    headline: bool

    @property
    def pair(self) -> Pair:
        """The indices of the two parts."""
        return self.first, self.second


def candidates(parts: Sequence[Part], weights: Weights) -> list[Candidate]:
    """The pairs of similar parts, those of one article only where it gives its readers the same words twice."""

    @cache  # outlets often print the same
    def compared(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[Stretch, Overlap]:
        return common_stretch(one, other, weights.words), overlap(one, other, weights.concepts)

    pairs = ((pair, cosine) for pair, cosine in _similar_pairs(parts, weights) if _may_be_versions(parts, *pair))
    found = (_candidate(parts, *pair, cosine, *compared(*(parts[i].words for i in pair))) for pair, cosine in pairs)
    return _without_rivals([c for c in found if c.articles[0] != c.articles[1] or _is_repetition(c)])


def _similar_pairs(parts: Sequence[Part], weights: Weights) -> Iterator[tuple[Pair, float]]:
    """The pairs that share a telling n-gram, with their cosine; not of quotations that stand in each other."""
    vectors = speech_vectors([part.words for part in parts], weights.words)
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


def _may_be_versions(parts: Sequence[Part], first: int, second: int) -> bool:
    """Whether two parts are of two articles, or both in quotation marks: only those does an article give twice."""
    one, other = parts[first], parts[second]
    return one.article != other.article or "indirect" not in (one.quote.kind, other.quote.kind)


def _candidate(
    parts: Sequence[Part], first: int, second: int, cosine: float, stretch: Stretch, shared: Overlap
) -> Candidate:
    one, other = parts[first], parts[second]
    kinds = one.quote.kind, other.quote.kind
    return Candidate(
        first,
        second,
        (one.article, other.article),
        cosine,
        stretch,
        shared,
        compatibility(one.quote, other.quote),
        kinds.count("indirect"),
        min(len(one.words), len(other.words)),
        "partial" in kinds,
        "title" in kinds,
    )


def _is_repetition(pair: Candidate) -> bool:
    """Whether an article gives its readers the same words twice: what it has in other words has been said twice."""
    contained = pair.fragment or pair.stretch.score >= _LONG_ENOUGH
    return pair.headline or (pair.stretch.coverage if contained else pair.stretch.breadth) >= _REPEATED


def _without_rivals(found: Sequence[Candidate]) -> list[Candidate]:
    """The pairs but those of which each part stands to the letter elsewhere in the other's article."""
    same = [c for c in found if c.stretch.breadth >= IDENTICAL]
    elsewhere = {key for c in same for key in _homes(c)}
    return [c for c in found if c.stretch.breadth >= IDENTICAL or not elsewhere.issuperset(_homes(c))]


def _homes(c: Candidate) -> list[tuple[int, str]]:
    """Each part with the article of the other."""
    return [(c.first, c.articles[1]), (c.second, c.articles[0])]
