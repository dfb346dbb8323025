"""Pairs of parts that stand beside versions of one utterance: outlets quote a speech in its order.

So a sentence is found that two outlets have in other words, as translations do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from .candidates import Candidate, Pair
from .parts import Part

_COSINE = 0.15
# Translations divide sentences each in its own way: with more likeness and some words in order, also the next but one
# counts, and what only a third version holds together.
_COSINE_RENDERED = 0.28
_NEAR = tuple((sign * one, sign * two) for sign in (-1, 1) for one in (1, 2) for two in (1, 2))


def in_sequence(parts: Sequence[Part], left: Iterable[Candidate], matched: set[Pair]) -> list[Candidate]:
    """The candidates of one speaker right before or after a pair that matches, with some likeness."""
    return [
        c
        for c in left
        if _may_follow(c)
        and c.cosine >= _COSINE
        and any(near in matched for near in _places(parts, c, ((-1, -1), (1, 1))))
    ]


def rendered(parts: Sequence[Part], left: Iterable[Candidate], matched: Iterable[Pair]) -> list[tuple[Pair, float]]:
    """The pairs of sentences, with their cosine, that stand near two parts which match each other or a third one.

    What stands between in the same quotation, and matches nothing, is of the version: it is paired with it.
    """
    versions: defaultdict[int, set[int]] = defaultdict(set)
    for pair in matched:
        for index in pair:
            versions[index].update(pair)
    found: list[tuple[Pair, float]] = []
    for c in left:
        if not _may_follow(c) or c.fragment or c.cosine < _COSINE_RENDERED or not c.stretch.score:
            continue
        places = _places(parts, c, _NEAR)
        near = next((two for two in places if versions.get(two[0], set()) & versions.get(two[1], set())), None)
        if near:
            middles = [(index, (index + end) // 2) for index, end in zip(c.pair, near, strict=True)]
            own = [two for two in middles if two[1] not in (*c.pair, *near) and _are_one(parts, versions, *two)]
            found += [((min(pair), max(pair)), c.cosine) for pair in (c.pair, *own)]
    return found


def _places(parts: Sequence[Part], c: Candidate, steps: Iterable[tuple[int, int]]) -> Iterator[Pair]:
    """The places so many steps from the two parts, in their articles."""
    for one, two in steps:
        near = c.first + one, c.second + two
        inside = all(0 <= index < len(parts) for index in near)
        if inside and (parts[near[0]].article, parts[near[1]].article) == c.articles:
            yield near


def _are_one(parts: Sequence[Part], versions: Mapping[int, set[int]], index: int, middle: int) -> bool:
    return middle not in versions and parts[middle].number == parts[index].number


def _may_follow(c: Candidate) -> bool:
    across = c.articles[0] != c.articles[1]
    opposed = c.overlap.opposed and not c.overlap.contrasted
    return across and c.speakers == "same" and not c.indirect and not opposed
