"""One utterance in other words: quotations that outlets print between marks and do not print alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from digest import Alignment, Collation, Discrepancy, Event, Member, Severity

from .differences import Word, changes, changes_sense, is_noticeable, spell_out
from .readings import distinct, quoted, reading, who_gives_what

_IN_MARKS = ("direct", "partial", "title")
# Beyond this many changes two passages are rather two renderings of a thought than two versions of a sentence.
_MOST_CHANGES = 4


def other_wording(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each utterance whose versions differ in words that a reader would notice."""
    for alignment in collation.alignments:
        members = [member for member in alignment.members if _is_in_marks(collation.event, member)]
        found = _differing(collation.event, members)
        readings = distinct(reading(member, _shown(collation.event, member, words)) for member, words in found.items())
        if len({item.value for item in readings}) < 2:
            continue
        yield Discrepancy(
            kind="quote-wording",
            severity=_severity(collation.event, members),
            confidence=round(0.9 * alignment.confidence, 2),
            summary=_summary(alignment),
            explanation=who_gives_what(collation.event, readings, quoted),
            readings=readings,
            rule="versions of one quotation, compared word by word",
        )


def _is_in_marks(event: Event, member: Member) -> bool:
    return any(quote.id == member.quote and quote.kind in _IN_MARKS for quote in event.by_id[member.article].quotes)


def _words(event: Event, member: Member) -> list[Word]:
    return spell_out(event.by_id[member.article].article.text, member.start, member.end)


def _differing(event: Event, members: Sequence[Member]) -> dict[Member, list[Word]]:
    """For each version, its words that another version has others for, in their order."""
    found: defaultdict[Member, set[Word]] = defaultdict(set)
    spelled = {member: _words(event, member) for member in members}
    for first, second in combinations(members, 2):
        all_changes = changes(spelled[first], spelled[second])
        noticed = [change for change in all_changes if is_noticeable(change)]
        if noticed and len(noticed) <= _MOST_CHANGES:
            found[first].update(word for change in noticed for word in change.first)
            found[second].update(word for change in noticed for word in change.second)
    return {member: sorted(found[member], key=lambda word: word.start) for member in members if found[member]}


def _shown(event: Event, member: Member, words: Sequence[Word]) -> str:
    """The words as printed, an ellipsis for what stands between them."""
    text = event.by_id[member.article].article.text
    shown = ""
    for before, word in zip([None, *words], words, strict=False):
        gap = "" if before is None else text[before.end : word.start]
        shown += (" … " if gap.strip() else gap[:1]) + text[word.start : word.end]
    return shown


def _severity(event: Event, members: Iterable[Member]) -> Severity:
    """A contradiction where two versions differ in nothing but a negation or a number."""
    for first, second in combinations(members, 2):
        noticed = [change for change in changes(_words(event, first), _words(event, second)) if is_noticeable(change)]
        if len(noticed) == 1 and changes_sense(noticed[0]):
            return "contradiction"
    return "wording-only"


def _summary(alignment: Alignment) -> str:
    whose = f"{alignment.speaker}’s" if alignment.speaker else "the"
    return f"Wording of {whose} remark “{alignment.label}”"
