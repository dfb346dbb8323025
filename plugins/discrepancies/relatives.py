"""Relatives whose first name outlets spell in two ways: "his wife, Stacey," and "wife Stacy"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz.distance import OSA

from digest import Account, Collation, Discrepancy, Passage
from digest.text import plain

from .readings import distinct, quoted, reading, who_gives_what

_RELATIVE = re.compile(
    r"\b(?P<who>wife|husband|widow|widower|son|daughter|mother|father|sister|brother|girlfriend|boyfriend|partner"
    r"|fianc[eé]e?|uncle|aunt|nephew|niece|grandmother|grandfather),? (?P<name>[A-Z][\w’'-]+)"
)
# Shorter names that differ by a letter are two names.
_SHORTEST = 5


def relatives_spelt_otherwise(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each relative whom accounts name by first names that differ by a letter, none by two."""
    by_relation: dict[str, list[Passage]] = {}
    for account in collation.event.accounts:
        for who, names in _relatives(account).items():
            if len({plain(name.text) for name in names}) == 1:
                by_relation.setdefault(who, []).append(names[0])
    for who, names in by_relation.items():
        if any(_is_misspelt(plain(one.text), plain(other.text)) for one, other in combinations(names, 2)):
            readings = distinct(reading(name, name.text) for name in names)
            yield Discrepancy(
                kind="name",
                severity="wording-only",
                confidence=0.7,
                summary=f"Spelling of the {who}’s name",
                explanation=who_gives_what(collation.event, readings, quoted),
                readings=readings,
                rule="the only one whom each account calls wife, son or so, with first names that differ by a letter",
            )


def _relatives(account: Account) -> dict[str, list[Passage]]:
    """The first names that an account has for each relative, by the word for the relation."""
    found: dict[str, list[Passage]] = {}
    for block in account.article.own_blocks:
        for match in _RELATIVE.finditer(account.article.text, block.start, block.end):
            found.setdefault(match["who"], []).append(account.article.passage(*match.span("name")))
    return found


def _is_misspelt(name: str, other: str) -> bool:
    long_enough = min(len(name), len(other)) >= _SHORTEST
    return long_enough and name[0] == other[0] and OSA.distance(name, other) == 1
