"""The versions of an utterance that stand between marks, word by word."""

from __future__ import annotations

import msgspec

from digest import Alignment, Event, Member, Quote

from .differences import Word, agreement, spell_out

_IN_MARKS = ("direct", "partial", "title")
_FEWEST_IN_ONE_ARTICLE = 5
# The share of the shorter version's words that both must have.
_LEAST_WORDS, _LEAST_IN_ONE_ARTICLE, _LEAST_CONTENT = 0.5, 0.6, 0.4
# Versions of fewer words than this come again in other remarks, so that more of them must be the same.
FEW, _LEAST_OF_FEW = 7, 0.66


class Version(msgspec.Struct, frozen=True):
    """A member of an alignment with its quotation, its article's text and its words."""

    member: Member
    quote: Quote
    text: str
    words: list[Word]


def versions_of(event: Event, alignment: Alignment) -> list[Version]:
    """The members that stand between marks, in their words."""
    found = []
    for member in alignment.members:
        account = event.by_id[member.article]
        quote = next((quote for quote in account.quotes if quote.id == member.quote), None)
        if quote and quote.kind in _IN_MARKS:
            words = spell_out(account.article.text, member.start, member.end)
            found.append(Version(member, quote, account.article.text, words))
    return found


def are_comparable(first: Version, second: Version) -> bool:
    """Whether two versions have enough words in common to be compared word by word.

    In one article a phrase that comes again may be said again; only most of a sentence is another version of it.
    """
    same_place = first.member.article == second.member.article
    shorter = min(len(first.words), len(second.words))
    if same_place and (first.quote.utterance == second.quote.utterance is not None or shorter < _FEWEST_IN_ONE_ARTICLE):
        return False
    words, content = agreement(first.words, second.words)
    least = _LEAST_OF_FEW if shorter < FEW else _LEAST_IN_ONE_ARTICLE if same_place else _LEAST_WORDS
    return words >= least and content >= _LEAST_CONTENT
