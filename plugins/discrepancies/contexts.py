"""What a figure is about: the content words around it, weighed by how much they tell figures of an event apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log

import msgspec

from digest import Account, Claim, Collation, Event
from digest.text import sentences, words

from ..claims.compare import FIGURES
from ..english.lemmas import content_lemmas

_VAGUE = re.compile(r"\b(?:tens|dozens|scores|hundreds|thousands|millions|billions)\b", re.IGNORECASE)
_CURRENCIES = ("dollar", "euro", "pound", "cent")
_NEAR = 8
# Who says so is not what is measured.
_SOURCES = frozenset(
    "say tell add report accord announce official spokesman spokeswoman spokesperson statement authority".split()
)


class Figure(msgspec.Struct, frozen=True):
    """A claim of a figure with the content words around it, those near it apart, and the people in its sentence.

    In a sentence with several figures of one kind the words are those between the figures on both sides.
    """

    claim: Claim
    words: frozenset[str]
    near: frozenset[str]
    people: frozenset[str]

    @property
    def is_vague(self) -> bool:
        """Whether it is no figure but a word for many, as "dozens"."""
        return bool(_VAGUE.search(self.claim.text))

    @property
    def amount(self) -> float | None:
        """The figure in the unit of its dimension, its hedge aside; None for a range or a score."""
        bounds = [bound for bound in (self.claim.low, self.claim.high) if bound is not None]
        if self.claim.hedge == "range" or self.claim.unit in ("vote", "score") or not bounds:
            return None
        return sum(bounds) / len(bounds)


def figures(collation: Collation, account: Account, kinds: Sequence[str] = FIGURES) -> Iterator[Figure]:
    """The figures of an account, or claims of other kinds, in order."""
    text = account.article.text
    claims = [claim for claim in account.claims if claim.kind in kinds]
    named = [
        (mention.start, person.name)
        for person in collation.people
        for mention in person.mentions
        if mention.article == account.id
    ]
    for claim in claims:
        row = [other for other in claims if other.sentence == claim.sentence and other.kind == claim.kind]
        start = max((other.end for other in row if other.end <= claim.start), default=claim.sentence[0])
        end = min((other.start for other in row if other.start >= claim.end), default=claim.sentence[1])
        own = {*(claim.counted or "").split()}
        around = (
            frozenset(content_lemmas(text, start, max(end, claim.end))) - {claim.unit, *_CURRENCIES, *_SOURCES} | own
        )
        near_start = _words_away(text, start, claim.start, -_NEAR)
        near_end = _words_away(text, claim.end, end, _NEAR)
        near = frozenset(content_lemmas(text, near_start, max(near_end, claim.end))) | own
        people = frozenset(name for at, name in named if claim.sentence[0] <= at < claim.sentence[1])
        yield Figure(claim, around, near & around, people)


def _words_away(text: str, start: int, end: int, count: int) -> int:
    """The offset that is so many words after `start`, or with a negative count before `end`."""
    spans = words(text, start, end)
    if len(spans) <= abs(count):
        return start if count < 0 else end
    return spans[count][0] if count < 0 else spans[count - 1][1]


def word_weights(event: Event) -> dict[str, float]:
    """For each content word of an event, 0 to 1: the fewer sentences have it, the more it says."""
    found: Counter[str] = Counter()
    total = 0
    for account in event.accounts:
        for block in account.article.own_blocks:
            for start, end in sentences(account.article.text, block.start, block.end):
                total += 1
                found.update(content_lemmas(account.article.text, start, end))
    return {word: log((total + 1) / count) / log(total + 1) for word, count in found.items()}
