"""One quotation given to different speakers."""

from __future__ import annotations

from collections.abc import Iterator

from digest import Alignment, Collation, Discrepancy, Event, Member, Quote

from ..english.lemmas import lemma
from .differences import spell_out
from .readings import distinct, reading, who_gives_what

# Shorter quotations are phrases that two people may well both have used.
_FEWEST_WORDS = 7
_LEAST_CONFIDENCE = 0.7


def other_speakers(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each quotation in the same words that outlets give to different named speakers."""
    for alignment in collation.alignments:
        named = [(member, quote) for member in alignment.members if (quote := _quote(collation.event, member))]
        readings = distinct(reading(member, quote.speaker or "") for member, quote in named)
        speakers = {item.value for item in readings}
        if len(speakers) < 2 or not _all_differ(speakers) or not _same_words(collation.event, alignment):
            continue
        yield Discrepancy(
            kind="attribution",
            severity="contradiction",
            confidence=0.7,
            summary=f"Who said “{alignment.label}”",
            explanation=who_gives_what(collation.event, readings),
            readings=readings,
            rule="one quotation, different speakers named beside it",
        )


def _quote(event: Event, member: Member) -> Quote | None:
    """The quotation of a member if its speaker is named right at it, by a proper name."""
    account = event.by_id[member.article]
    for quote in account.quotes:
        if quote.id == member.quote and quote.kind in ("direct", "partial") and quote.speaker and quote.cue:
            cue = account.article.text[slice(*quote.cue)]
            family = quote.speaker.split()[-1]
            return quote if family in cue and cue[:1].isupper() and quote.confidence >= _LEAST_CONFIDENCE else None
    return None


def _all_differ(speakers: set[str]) -> bool:
    """Whether no two names share a word, so that they cannot be forms of one."""
    words = [word for name in speakers for word in set(name.split())]
    return len(words) == len(set(words))


def _same_words(event: Event, alignment: Alignment) -> bool:
    versions = [
        tuple(lemma(word.form) for word in spell_out(event.by_id[m.article].article.text, m.start, m.end))
        for m in alignment.members
    ]
    shortest = min(versions, key=len)
    return len(shortest) >= _FEWEST_WORDS and all(_contains(version, shortest) for version in versions)


def _contains(version: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return any(version[i : i + len(part)] == part for i in range(len(version) - len(part) + 1))
