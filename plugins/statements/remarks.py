"""Remarks that several accounts quote, and those that only one quotes."""

from __future__ import annotations

from collections.abc import Iterator

from digest import Collation, Quote, Statement
from digest.text import words

from ..alignment.speakers import is_named
from ..discrepancies.weights import roots
from ..english.lemmas import content_lemmas
from .sentences import Index

_ALONE = ("direct", "partial")
_LONGEST_ACRONYM = 5
# A remark of fewer words is hardly notable, and one whose words weigh less is hard to find elsewhere.
_FEWEST_WORDS, _LEAST_WEIGHT = 6, 1.5
# A remark is quoted by one account alone if no other sentence has this share of its words.
_ELSEWHERE = 0.5


def shared_remarks(collation: Collation) -> Iterator[Statement]:
    """The utterances that accounts have versions of, with the first version in each account."""
    for alignment in collation.alignments:
        first = {member.article: member for member in reversed(alignment.members)}
        articles = collation.event.by_id
        evidence = tuple(articles[name].article.passage(*first[name].span) for name in sorted(first))
        yield Statement(
            kind="quotation",
            text=alignment.label,
            evidence=evidence,
            speaker=alignment.speaker,
            rule="versions of one remark",
        )


def lone_remarks(collation: Collation, index: Index) -> Iterator[Statement]:
    """The quotations of somebody named that no other account has in any form, one of each utterance."""
    aligned = {
        member.quote
        for alignment in collation.alignments
        if len({member.article for member in alignment.members}) > 1
        for member in alignment.members
    }
    for account in collation.event.accounts:
        told: set[int | None] = set()
        for quote in account.quotes:
            if quote.kind not in _ALONE or quote.utterance in told or not _is_somebody(quote.speaker):
                continue
            if quote.id not in aligned and _is_only_here(quote, index):
                told.add(quote.utterance)
                evidence = account.article.passage(*quote.span)
                rule = "a remark like no other"
                yield Statement(
                    kind="quotation", text=quote.text, evidence=(evidence,), speaker=quote.speaker, rule=rule
                )


def _is_somebody(speaker: str | None) -> bool:
    """Whether a name is more than a call at the head of a post: "BREAKING", "FULL REMARKS"."""
    longest = max(map(len, (speaker or "").split()), default=0)
    return is_named(speaker) and (longest <= _LONGEST_ACRONYM or not (speaker or "").isupper())


def _is_only_here(quote: Quote, index: Index) -> bool:
    said = roots(content_lemmas(quote.text, 0, len(quote.text)))
    weight = index.weigh(said)
    if len(words(quote.text)) < _FEWEST_WORDS or weight < _LEAST_WEIGHT:
        return False
    near = index.near(said)
    return not any(
        shared >= _ELSEWHERE * weight and index.sentences[number].account.id != quote.article
        for number, shared in near.items()
    )
