"""Which parts of quotations are versions of one utterance, pair by pair, and how sure that is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from math import inf
from typing import Literal

import msgspec

from .candidates import IDENTICAL, Candidate, Pair, candidates
from .parts import Part
from .sequences import in_sequence, rendered
from .speakers import Compatibility
from .substance import evidence
from .weights import NAME, Weights

Strength = Literal["verbatim", "in substance", "alike", "in sequence"]

# Verbatim: most of the shorter part stands in the other, or a long stretch is common to both, or they are the same
# almost to the letter, or half of all that both say. A score is about the number of content words.
_COVERAGE, _SCORE = 0.85, 1.2
_LONG_STRETCH, _LONG_COVERAGE = 4.0, 0.4
_SCORE_IDENTICAL = 0.9
_BREADTH: dict[Compatibility, float] = {"same": 0.46, "similar": 0.65, "unknown": 0.65, "other": inf}
# It takes most where the speakers are different.
_SCORE_OTHER = 2.2
# What is reported without marks is often no more than what somebody speaks of: "the error", "responsibility".
_SCORE_REPORTED, _WORDS_REPORTED = 2.0, 4
# So many words may come again in other sentences. What has this share of them has them to the letter.
_PHRASE, _WHOLE = 6, 0.99
# Two outlets that share so long a stretch to the letter quote the same words: what they have otherwise is another.
_SAME_WORDS, _SAME_WORDS_COVERAGE = 4.0, 0.9
_IN_ORDER = 0.75
# In substance: the least evidence, by how many of the two are reported speech.
_LEAST_EVIDENCE: dict[Compatibility, tuple[float, float, float]] = {
    "same": (0.85, 1.2, 1.5),
    "similar": (1.3, 1.5, 1.7),
    "unknown": (1.4, 2.2, inf),
    "other": (2.2, inf, inf),
}
_DENIED, _NOTHING_ELSE = 0.5, 0.1
# Alike: one speaker, similar words, each the other's nearest. Two translations of one sentence look so.
_ALIKE_COSINE, _ALIKE_SCORE, _ALIKE_COVERAGE, _ALIKE_WEIGHT = 0.37, 1.0, 0.25, 0.8
_ALIKE_PAIRS = 2
_TIE = 0.05


class Match(msgspec.Struct, frozen=True):
    """Two parts, by index, that are one utterance; `cosine` says how similar they are."""

    first: int
    second: int
    cosine: float
    strength: Strength


def matches(parts: Sequence[Part], weights: Weights) -> list[Match]:
    """The pairs that are one utterance: the verbatim first, each sort by falling likeness."""
    every = candidates(parts, weights)
    verbatim = [c for c in every if _is_verbatim(c)]
    phrases = _phrases(parts, verbatim)
    left = [c for c in every if c.pair not in phrases]
    found: list[Match] = []

    def take(strength: Strength, chosen: Sequence[Candidate]) -> None:
        found.extend(
            Match(c.first, c.second, c.cosine, strength)
            for c in sorted(chosen, key=lambda c: (-c.cosine, c.first, c.second))
        )
        taken = {c.pair for c in chosen}
        left[:] = [c for c in left if c.pair not in taken]

    take("verbatim", [c for c in verbatim if c.pair not in phrases])
    quoting = _quote_the_same(verbatim)
    take("in substance", [c for c in left if _is_same_in_substance(c, c.articles in quoting)])
    one_speaker = [c for c in every if c.speakers == "same" and c.articles not in quoting]
    alike = _alike(one_speaker)
    take("alike", [c for c in left if c.pair in alike])
    matched = {(match.first, match.second) for match in found}
    take("in sequence", in_sequence(parts, left, matched))
    sentences = [c for c in verbatim if not c.indirect and c.length >= _PHRASE and c.stretch.coverage >= _COVERAGE]
    copying = {c.articles for c in sentences}
    translated = [c for c in left if c.articles not in copying]
    matched = {(match.first, match.second) for match in found}
    found += [Match(*pair, cosine, "in sequence") for pair, cosine in rendered(parts, translated, matched)]
    return found


def _is_verbatim(pair: Candidate) -> bool:
    stretch, speakers = pair.stretch, pair.speakers
    identical = stretch.breadth >= IDENTICAL and stretch.score >= _SCORE_IDENTICAL
    if pair.indirect and stretch.score < _SCORE_REPORTED:
        return identical and speakers == "same" and pair.length >= _WORDS_REPORTED
    if speakers == "other":
        # An outlet may well name the wrong speaker, but then the words must be all the same.
        return stretch.breadth >= _COVERAGE and stretch.score >= _SCORE_OTHER
    if pair.indirect < 2 and stretch.score >= _LONG_STRETCH and stretch.coverage >= _LONG_COVERAGE:
        return True
    # What an unnamed one denies may well be what somebody else has said.
    contained = stretch.coverage >= _COVERAGE and (speakers == "same" or not pair.overlap.opposed)
    half = pair.overlap.count > 1 and pair.indirect < 2 and stretch.breadth >= _BREADTH[speakers]
    return identical or ((contained or half) and stretch.score >= _SCORE and not _shares_only_names(pair))


def _shares_only_names(pair: Candidate) -> bool:
    """Whether a name is all that two parts have in common: it stands in many a remark."""
    return 0 < pair.overlap.shared <= NAME * pair.overlap.count


def _phrases(parts: Sequence[Part], verbatim: Sequence[Candidate]) -> set[Pair]:
    """The pairs of a few words and what has them, where an article has them in several quotations.

    What somebody says again and again is a phrase, and no version of any of the sentences; where only one of these has
    all its words, it is that one's.
    """
    around: defaultdict[tuple[int, str], list[Candidate]] = defaultdict(list)
    for c in verbatim:
        if c.length <= _PHRASE and c.stretch.breadth < IDENTICAL:
            first_is_longer = len(parts[c.first].words) > len(parts[c.second].words)
            around[c.pair[first_is_longer], c.articles[not first_is_longer]].append(c)
    versions = {c.pair for c in verbatim}
    found: set[Pair] = set()
    for (phrase, _), pairs in around.items():
        whole = [c for c in pairs if c.stretch.coverage >= _WHOLE] or pairs
        homes = [c.first + c.second - phrase for c in whole]
        apart = any(
            two not in versions and parts[two[0]].number != parts[two[1]].number
            for two in combinations(sorted(homes), 2)
        )
        others = pairs if apart else [c for c in pairs if c not in whole]
        found.update(c.pair for c in others)
    return found


def _quote_the_same(verbatim: Sequence[Candidate]) -> set[tuple[str, str]]:
    """The pairs of articles that quote the same words, not each its own translation."""
    return {
        c.articles for c in verbatim if c.stretch.score >= _SAME_WORDS and c.stretch.coverage >= _SAME_WORDS_COVERAGE
    }


def _is_same_in_substance(pair: Candidate, quoting: bool) -> bool:
    """Whether two parts say the same; `quoting` says that their articles quote the same words elsewhere.

    Then what stands in marks in both, in other words and another order, has been said twice.
    """
    in_marks = not pair.indirect and not pair.headline
    if quoting and in_marks and pair.stretch.coverage < _IN_ORDER:
        return False
    known = pair.speakers in ("same", "similar")
    # Nobody denies by chance what a fragment denies that says nothing else.
    denied = pair.fragment and known and pair.overlap.denials == 2 and pair.overlap.missing < _NOTHING_ELSE
    return evidence(pair.overlap, known) + _DENIED * denied >= _LEAST_EVIDENCE[pair.speakers][pair.indirect]


def _alike(one_speaker: Sequence[Candidate]) -> set[Pair]:
    """Similar pairs, where two articles have several of them and no long stretch to the letter: translations."""
    nearest: defaultdict[tuple[int, str], float] = defaultdict(float)
    for c in one_speaker:
        for key in ((c.first, c.articles[1]), (c.second, c.articles[0])):
            nearest[key] = max(nearest[key], c.cosine)
    found: defaultdict[tuple[str, str], list[Pair]] = defaultdict(list)
    for c in one_speaker:
        best = max(nearest[c.first, c.articles[1]], nearest[c.second, c.articles[0]])
        if _is_alike(c) and c.cosine >= best - _TIE:
            found[c.articles].append(c.pair)
    return {pair for pairs in found.values() if len(pairs) >= _ALIKE_PAIRS for pair in pairs}


def _is_alike(pair: Candidate) -> bool:
    stretch = pair.stretch
    if pair.indirect > 1 or pair.overlap.denials == 1 or pair.overlap.shared < _ALIKE_WEIGHT:
        return False
    return pair.cosine >= _ALIKE_COSINE and stretch.score >= _ALIKE_SCORE and stretch.coverage >= _ALIKE_COVERAGE
