"""From which year to which somebody did something, as held an office, where accounts have other years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

import msgspec

from digest import Account, Collation, Discrepancy, Passage
from digest.text import sentences_of

from ..english.names import find_entities
from .readings import distinct, reading, who_gives_what

_YEARS = re.compile(
    r"\b(?:from |between )?(?P<first>(?:1[5-9]|20)\d\d)(?: (?:to|until|through|and) |[-–—])"
    r"(?P<last>(?:1[5-9]|20)?\d\d)\b"
)
# Shorter tenures are seasons and the like, of which there are many; those that differ by more are two.
_SHORTEST, _FURTHEST = 3, 2


class Tenure(msgspec.Struct, frozen=True):
    """The years that an account gives for somebody, who is the last one named before them in the sentence."""

    who: str
    first: int
    last: int
    passage: Passage


def differing_tenures(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each person to whom accounts give one span of years, and not the same."""
    names = {form: person.name for person in collation.people for form in (person.name, *person.variants)}
    by_person: dict[str, list[Tenure]] = {}
    for account in collation.event.accounts:
        tenures = list(_tenures(account, names))
        for tenure in tenures:
            if len({(other.first, other.last) for other in tenures if other.who == tenure.who}) == 1:
                by_person.setdefault(tenure.who, []).append(tenure)
    for who, tenures in by_person.items():
        if any(_differ(one, other) for one, other in combinations(tenures, 2)):
            readings = distinct(reading(tenure.passage, f"{tenure.first}–{tenure.last}") for tenure in tenures)
            yield Discrepancy(
                kind="date",
                severity="contradiction",
                confidence=0.6,
                summary=f"Years of {who}",
                explanation=who_gives_what(collation.event, readings),
                readings=readings,
                rule="the only years from and to that accounts give after a name",
            )


def _tenures(account: Account, names: dict[str, str]) -> Iterator[Tenure]:
    article = account.article
    starts = sorted(
        (mention.start, names[entity.name])
        for entity in find_entities(article)
        if entity.name in names
        for mention in entity.mentions
    )
    for start, end in (span for block in article.own_blocks for span in sentences_of(article, block)):
        for match in _YEARS.finditer(article.text, start, end):
            named = [name for place, name in starts if start <= place < match.start()]
            first = int(match["first"])
            last = int(match["first"][: -len(match["last"])] + match["last"])
            if named and last - first >= _SHORTEST:
                yield Tenure(named[-1], first, last, article.passage(*match.span()))


def _differ(one: Tenure, other: Tenure) -> bool:
    apart = abs(one.first - other.first), abs(one.last - other.last)
    return 0 < max(apart) <= _FURTHEST
