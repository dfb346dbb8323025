"""A crowd that its organisers and the police count differently, and that outlets give by one count or the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from digest import Account, Claim, Collation, Discrepancy

from ..claims.compare import relation
from .printing import as_printed
from .readings import distinct, reading, who_gives_what

_SOURCES = {
    "organisers": re.compile(r"\b(?:organi[sz]ers?|organi[sz]ation)\b", re.IGNORECASE),
    "police": re.compile(r"\b(?:police|authorities)\b", re.IGNORECASE),
}
_FEWEST = 100


class Count(msgspec.Struct, frozen=True):
    """A number of people, and which side gives it, if it is one side's."""

    claim: Claim
    source: str | None


def disputed_crowds(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy if outlets give one side's count differently, or other sides' counts, of a crowd that has two.

    That a crowd is counted by two sides shows in one of the accounts at least, which gives a number by each.
    """
    counts = [count for account in collation.event.accounts for count in _counts(account)]
    sourced = [count for count in counts if count.source]
    by_side = [[count for count in sourced if count.source == side] for side in _SOURCES]
    told = next((found for found in by_side if _differ(found)), None)
    if told is None and _differ(sourced) and all(by_side):
        disputed = {count.claim.value for count in sourced}
        told = [count for count in counts if count.source or count.claim.value in disputed]
    if told is None or not all(by_side) or _all_alike(told):
        return
    readings = distinct(reading(count.claim, _shown(count)) for count in told)
    yield Discrepancy(
        kind="number",
        severity="contradiction",
        confidence=0.7,
        summary="Size of the crowd",
        explanation=who_gives_what(collation.event, readings),
        readings=readings,
        rule="numbers of people as organisers and police give them",
    )


def _counts(account: Account) -> Iterator[Count]:
    """The numbers of people in a crowd that an account gives."""
    text = account.article.text
    start = 0
    for claim in account.claims:
        if claim.unit == "person" and claim.hedge != "range" and max(claim.low or 0, claim.high or 0) >= _FEWEST:
            begin = max(claim.sentence[0], start)
            named = [
                (match.start(), side)
                for side, form in _SOURCES.items()
                for match in form.finditer(text, begin, claim.start)
            ]
            yield Count(claim, max(named)[1] if named else None)
            start = claim.end


def _differ(counts: Sequence[Count]) -> bool:
    return any(
        relation(one.claim, other.claim) == "contradiction" for one in counts for other in counts if one is not other
    )


def _all_alike(counts: Sequence[Count]) -> bool:
    """Whether all outlets give the same counts, be it one or two."""
    given: dict[str, set[str]] = {}
    for count in counts:
        given.setdefault(count.claim.article, set()).add(count.claim.value)
    return len({frozenset(values) for values in given.values()}) == 1


def _shown(count: Count) -> str:
    printed = as_printed(count.claim)
    return f"{printed} ({count.source})" if count.source else printed
