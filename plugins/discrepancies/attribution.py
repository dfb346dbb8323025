"""One quotation given to different speakers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import msgspec
from rapidfuzz import fuzz

from digest import Account, Collation, Discrepancy, Event, Quote

from ..english.lemmas import lemma
from .differences import is_content, spell_out
from .names import is_misspelling
from .readings import distinct, reading, who_gives_what

_MARKED = ("direct", "partial")
# Shorter quotations are phrases that two people may well both have used.
_FEWEST_WORDS, _FEWEST_CONTENT = 5, 3
_FEWEST_IF_EQUAL = 2
# The share of the content words of the shorter and of the longer one that both have, and how alike the letters are, in
# percent.
_SHARED, _SHARED_OF_LONGER, _ALIKE = 0.75, 0.5, 55
_LEAST_CONFIDENCE = 0.7
# Two people may well say much the same of one matter, but hardly in one sentence.
_SURE_OF_SENTENCE, _SURE = 0.8, 0.5
# What everybody says when somebody has died or won.
_FORMULAS = frozenset(
    """thought prayer condolence sympathy heart family victim loved friend sad tragedy congratulate thank god
    bless""".split()
)


class Said(msgspec.Struct, frozen=True):
    """A quotation whose speaker is named right at it, with its words and the content words among them."""

    quote: Quote
    speaker: str
    words: tuple[str, ...]
    content: frozenset[str]


def other_speakers(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each quotation that outlets give, in nearly the same words, to different named people."""
    people = {person.name for person in collation.people}
    said = [found for account in collation.event.accounts for found in _said(account, people)]
    groups: list[list[Said]] = []
    for pair in combinations(said, 2):
        if _are_one(*pair) and not _same_speaker(*pair):
            known = next((group for group in groups if pair[0] in group or pair[1] in group), None)
            if known is None:
                groups.append(list(pair))
            else:
                known.extend(found for found in pair if found not in known)
    for group in groups:
        group += [found for found in said if found not in group and any(_are_one(found, other) for other in group)]
        speakers = {found.speaker for found in group}
        told = [found for found in group if not _names_several(collation.event, found.quote, speakers)]
        if len({found.speaker for found in told}) > 1 and not _are_told_apart(told):
            yield _discrepancy(collation.event, told)


def _said(account: Account, people: set[str]) -> Iterator[Said]:
    """The quotations of an account whose speaker is a known person and named right at them."""
    text = account.article.text
    for quote in account.quotes:
        if quote.kind not in _MARKED or quote.speaker not in people or not quote.cue:
            continue
        if quote.confidence < _LEAST_CONFIDENCE or quote.speaker.split()[-1] not in text[slice(*quote.cue)]:
            continue
        if "\n" in text[min(quote.cue[1], quote.end) : max(quote.cue[0], quote.start)]:
            continue  # Of two people in the paragraph before, either may be meant.
        words = tuple(lemma(word.form) for word in spell_out(text, quote.start, quote.end))
        content = frozenset(word for word in words if is_content(word)) - _FORMULAS
        if len(words) >= _FEWEST_WORDS:
            yield Said(quote, quote.speaker, words, content)


def _are_one(first: Said, second: Said) -> bool:
    """Whether two outlets print one remark: the same sentence, or most of one's content in words that look alike."""
    if first.quote.article == second.quote.article:
        return False
    shared = first.content & second.content
    if first.words == second.words:
        return len(shared) >= _FEWEST_IF_EQUAL
    shorter, longer = sorted((len(first.content), len(second.content)))
    if len(shared) < max(_FEWEST_CONTENT, _SHARED * shorter, _SHARED_OF_LONGER * longer):
        return False
    return fuzz.partial_ratio(" ".join(first.words), " ".join(second.words)) >= _ALIKE


def _same_speaker(first: Said, second: Said) -> bool:
    """Whether two names share a word or are one name in two spellings, so that they can be forms of one."""
    words = set(first.speaker.casefold().split()) & set(second.speaker.casefold().split())
    return bool(words) or is_misspelling(first.speaker, second.speaker)


def _are_told_apart(found: list[Said]) -> bool:
    """Whether an account gives the remark to two speakers: then each has said something of the kind."""
    speakers = {(item.quote.article, item.speaker) for item in found}
    return len(speakers) > len({article for article, _ in speakers})


def _names_several(event: Event, quote: Quote, speakers: set[str]) -> bool:
    """Whether the text from the paragraph of the cue to that of a quotation names two of the speakers.

    Then it is a joint statement, or one tells of the other and quotes him.
    """
    article = event.by_id[quote.article].article
    first = min(quote.start, quote.cue[0]) if quote.cue else quote.start
    told = [block for block in article.blocks if block.end > first and block.start <= quote.start]
    text = article.text[told[0].start : told[-1].end]
    return sum(any(word in text for word in speaker.split()[-1:]) for speaker in speakers) > 1


def _discrepancy(event: Event, found: list[Said]) -> Discrepancy:
    readings = distinct(reading(item.quote, item.speaker) for item in found)
    label = min((item.quote.text for item in found), key=len).strip(" ,.;")
    return Discrepancy(
        kind="attribution",
        severity="contradiction",
        confidence=_SURE_OF_SENTENCE if len({item.words for item in found}) == 1 else _SURE,
        summary=f"Who said “{label}”",
        explanation=who_gives_what(event, readings),
        readings=readings,
        rule="one quotation, different speakers named beside it",
    )
