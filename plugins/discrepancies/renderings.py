"""Utterances that outlets render each in words of its own, as translations do.

Where two outlets quote the same words, a sentence in other words is mostly another sentence. Where they share several
utterances and no run of words, each has its own translation, and what aligns is the same sentence throughout.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from digest import Reading

from .differences import agreement
from .readings import reading
from .versions import Version, are_comparable

Pair = tuple[str, str]

# Shorter versions may have no word in common by chance, or all of them.
_FEWEST_WORDS = 5
# Two outlets that have this share of the words of one utterance in common quote it, rather than translate it.
_QUOTES = 0.85
_LEAST_UTTERANCES = 3


def translated(utterances: Sequence[Sequence[Version]]) -> frozenset[Pair]:
    """The pairs of articles that have several utterances in common, each in other words."""
    shared: Counter[Pair] = Counter()
    quoted: set[Pair] = set()
    for versions in utterances:
        found = list(_across(versions))
        shared.update({pair for pair, _ in found})
        quoted |= {pair for pair, both in found if agreement(*(version.words for version in both))[0] >= _QUOTES}
    return frozenset(pair for pair, count in shared.items() if count >= _LEAST_UTTERANCES and pair not in quoted)


def renderings(versions: Sequence[Version], pairs: frozenset[Pair]) -> Iterator[Reading]:
    """The versions as a whole that have too little in common for a comparison word by word."""
    apart = [found for pair, found in _across(versions) if pair in pairs and not are_comparable(*found)]
    for version in versions:
        if any(version in found for found in apart):
            yield reading(version.member, version.member.text.strip(" ,.;:–—-"))


def _across(versions: Sequence[Version]) -> Iterator[tuple[Pair, tuple[Version, Version]]]:
    """The pairs of versions of some length in different articles, by their articles."""
    long = [version for version in versions if len(version.words) >= _FEWEST_WORDS and version.quote.kind != "title"]
    for first, second in combinations(long, 2):
        if first.member.article != second.member.article:
            yield (first.member.article, second.member.article), (first, second)
