"""What a figure is about: the content words around it, weighed by how much they tell figures of an event apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from math import log

import msgspec

from digest import Account, Claim, Collation, Event, Person
from digest.text import sentences

from ..english.lemmas import content_lemmas

_VAGUE = re.compile(r"\b(?:tens|dozens|scores|hundreds|thousands|millions|billions)\b", re.IGNORECASE)
FIGURES = ("number", "money", "percent", "duration")


class Figure(msgspec.Struct, frozen=True):
    """A claim of a figure with the content words of its surroundings.

    In a sentence with several figures of one kind the words are those between the figures on both sides.
    """

    claim: Claim
    words: frozenset[str]
    people: frozenset[str]

    @property
    def unit(self) -> str:
        """The unit as printed, in the singular: "hour" for "five hours", where the claim may count in days."""
        return self.claim.value.partition(" ")[2]

    @property
    def is_vague(self) -> bool:
        """Whether it is no figure but a word for many, as "dozens"."""
        return bool(_VAGUE.search(self.claim.text))

    @property
    def amount(self) -> float | None:
        """The number as printed; None for a score or a range."""
        number = self.claim.value.partition(" ")[0]
        return float(number) if number.replace(".", "", 1).isdigit() else None


def figures(collation: Collation, account: Account) -> Iterator[Figure]:
    """The figures of an account, in order."""
    text = account.article.text
    claims = [claim for claim in account.claims if claim.kind in FIGURES]
    for claim in claims:
        row = [other for other in claims if other.sentence == claim.sentence and other.kind == claim.kind]
        start = max((other.end for other in row if other.end <= claim.start), default=claim.sentence[0])
        end = min((other.start for other in row if other.start >= claim.end), default=claim.sentence[1])
        around = frozenset(content_lemmas(text, start, max(end, claim.end))) - {claim.unit, "dollar", "euro", "cent"}
        people = (person.name for person in collation.people if _is_named(person, claim))
        yield Figure(claim, around | {*(claim.counted or "").split()}, frozenset(people))


def _is_named(person: Person, claim: Claim) -> bool:
    """Whether a person is mentioned in the sentence of a claim."""
    start, end = claim.sentence
    return any(mention.article == claim.article and start <= mention.start < end for mention in person.mentions)


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
