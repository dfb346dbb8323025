"""One utterance in other words: quotations that outlets print between marks and do not print alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from digest import Alignment, Collation, Discrepancy, Member, Reading, Severity, Span

from .differences import Change, Word, changes, changes_sense, is_noticeable, is_telling
from .readings import distinct, quoted, reading, who_gives_what
from .versions import FEW, Version, are_comparable, versions_of

# Beyond this many changes two passages are rather two renderings of a thought than two versions of a sentence.
_MOST_CHANGES = 4
# So many words more at an end make no other version.
_AT_AN_END = 1
# The share of the longer version's words that the shorter has if both are the whole sentence.
_WHOLE = 0.75


def other_wording(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each utterance whose versions differ in words that a reader would notice."""
    for alignment in collation.alignments:
        versions = versions_of(collation.event, alignment)
        places = {(member.article, member.start): number for number, member in enumerate(alignment.members)}
        # Of versions in one account that agree the fullest is shown.
        fullest_first = sorted(_differing(versions), key=lambda found: -len(found.text))
        readings = tuple(sorted(distinct(fullest_first), key=lambda found: places[found.article, found.start]))
        if len({found.value for found in readings}) < 2:
            continue
        yield Discrepancy(
            kind="quote-wording",
            severity=_severity(versions),
            confidence=round(0.9 * alignment.confidence, 2),
            summary=_summary(alignment),
            explanation=who_gives_what(collation.event, readings, quoted),
            readings=readings,
            rule="versions of one quotation, compared word by word",
        )


def _pairs(versions: Sequence[Version]) -> Iterator[tuple[Version, Version]]:
    return (
        (first, second)
        for first, second in combinations(versions, 2)
        if are_comparable(first, second) and not _were_both_said(first, second, versions)
    )


def _were_both_said(first: Version, second: Version, versions: Sequence[Version]) -> bool:
    """Whether an account has the words of both: who repeats himself says it in two ways, and outlets choose.

    Of two versions in one account neither is its slip if others have one of them.
    """
    like_first, like_second = ({other.article for other in _alike(one, versions)} for one in (first, second))
    if first.member.article == second.member.article:
        return "title" not in (first.quote.kind, second.quote.kind) and len(like_first | like_second) > 1
    return bool(like_first & like_second)


def _alike(version: Version, versions: Sequence[Version]) -> Iterator[Member]:
    """The versions with the same words as one, itself among them; a word more at an end is no other version."""
    words = [word.form for word in version.words]
    for other in versions:
        shorter, longer = sorted((words, [word.form for word in other.words]), key=len)
        cut = len(longer) - len(shorter)
        if cut <= _AT_AN_END and shorter in (longer[cut:], longer[: len(shorter)]):
            yield other.member


def _differing(versions: Sequence[Version]) -> list[Reading]:
    """For each version, its words that another version has others for."""
    found: defaultdict[Member, set[Span]] = defaultdict(set)
    for first, second in _pairs(versions):
        for change in _noticed(first, second):
            found[first.member].update(_telling(change.first))
            found[second.member].update(_telling(change.second))
    return [
        reading(version.member, _shown(version.text, sorted(found[version.member])))
        for version in versions
        if found[version.member]
    ]


def _noticed(first: Version, second: Version) -> list[Change]:
    """The changes that a reader would notice; none where there are so many that the two are rather two remarks."""
    noticed = [change for change in changes(first.words, second.words) if is_noticeable(change)]
    few = min(len(first.words), len(second.words)) < FEW
    if len(noticed) > _MOST_CHANGES or (few and any(map(_is_loose, noticed))):
        return []
    return noticed


def _is_loose(change: Change) -> bool:
    """Whether a change is more than one word for another."""
    return max(len(_telling(side)) for side in (change.first, change.second)) > 1


def _telling(side: Sequence[Word]) -> list[Span]:
    """The places of the words of a change, without function words around its content."""
    told = [index for index, word in enumerate(side) if is_telling(word.form)]
    kept = side[told[0] : told[-1] + 1] if told else side
    return [(word.start, word.end) for word in kept]


def _shown(text: str, spans: Sequence[Span]) -> str:
    """The words as printed, an ellipsis for what stands between them."""
    shown = text[slice(*spans[0])]
    for before, span in pairwise(spans):
        gap = text[before[1] : span[0]]
        shown += (" … " if gap.strip() else " ") + text[slice(*span)]
    return shown


def _severity(versions: Sequence[Version]) -> Severity:
    """A contradiction where two whole sentences differ in a negation, a number, "may" or "must" alone."""
    for first, second in _pairs(versions):
        shorter, longer = sorted((len(first.words), len(second.words)))
        if shorter < _WHOLE * longer:
            continue  # One has only a part of the other.
        found = changes(first.words, second.words, whole=True)
        if len(found) == 1 and changes_sense(found[0]):
            return "contradiction"
    return "wording-only"


def _summary(alignment: Alignment) -> str:
    whose = f"{alignment.speaker}’s" if alignment.speaker else "the"
    return f"Wording of {whose} remark “{alignment.label}”"
