"""One quotation given to different speakers."""

from __future__ import annotations

from collections.abc import Iterator

from digest import Alignment, Collation, Discrepancy, Event, Member, Quote, Reading

from ..english.lemmas import lemma
from .differences import is_content, spell_out
from .readings import distinct, reading, who_gives_what

# Shorter quotations are phrases that two people may well both have used; whole sentences say more.
_FEWEST_WORDS, _FEWEST_IN_SENTENCE, _LEAST_CONTENT = 7, 5, 2
_LEAST_CONFIDENCE = 0.7


def other_speakers(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each quotation in the same words that outlets give to different named people."""
    people = {person.name for person in collation.people}
    for alignment in collation.alignments:
        quotes = [(member, _named_quote(collation.event, member, people)) for member in alignment.members]
        readings = distinct(reading(member, quote.speaker or "") for member, quote in quotes if quote)
        speakers = {item.value for item in readings}
        if len(speakers) < 2 or not _all_differ(speakers) or not _same_words(collation.event, alignment):
            continue
        if any(_names_several(collation.event, item, speakers) for item in readings):
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


def _named_quote(event: Event, member: Member, people: set[str]) -> Quote | None:
    """The quotation of a member if its speaker is a known person and named right at it."""
    account = event.by_id[member.article]
    for quote in account.quotes:
        if quote.id == member.quote and quote.speaker in people and quote.cue:
            cue = account.article.text[slice(*quote.cue)]
            return quote if quote.speaker.split()[-1] in cue and quote.confidence >= _LEAST_CONFIDENCE else None
    return None


def _names_several(event: Event, item: Reading, speakers: set[str]) -> bool:
    """Whether the paragraph of a quotation names two of the speakers: a joint statement, or one quoting the other."""
    article = event.by_id[item.article].article
    block = next(block for block in article.blocks if block.start <= item.start < block.end)
    paragraph = article.text[block.start : block.end]
    return sum(speaker.split()[-1] in paragraph for speaker in speakers) > 1


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
    if len(shortest) >= _FEWEST_WORDS:
        return all(_contains(version, shortest) for version in versions)
    telling = len(shortest) >= _FEWEST_IN_SENTENCE and sum(map(is_content, shortest)) >= _LEAST_CONTENT
    return telling and len(set(versions)) == 1


def _contains(version: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return any(version[i : i + len(part)] == part for i in range(len(version) - len(part) + 1))
