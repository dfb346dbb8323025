"""One vote with two results: as many voters, divided otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest import Account, Claim, Collation, Discrepancy

from ..claims.compare import is_tally
from .readings import distinct, reading, who_gives_what

_NUMBER = re.compile(r"\d+")
_FEWEST_VOTERS = 5


def differing_tallies(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each body whose one vote accounts divide in different ways."""
    by_voters: dict[int, list[Claim]] = {}
    for account in collation.event.accounts:
        claims = _votes(account)
        if len({_sides(claim) for claim in claims}) == 1:
            by_voters.setdefault(sum(_sides(claims[0])), []).extend(claims)
    for voters, claims in by_voters.items():
        if voters >= _FEWEST_VOTERS and len({_sides(claim) for claim in claims}) > 1:
            readings = distinct(reading(claim, claim.text) for claim in claims)
            yield Discrepancy(
                kind="number",
                severity="contradiction",
                confidence=0.7,
                summary="Result of the vote",
                explanation=who_gives_what(collation.event, readings),
                readings=readings,
                rule="the only vote of each account, with as many voters",
            )


def _votes(account: Account) -> list[Claim]:
    return [claim for claim in account.claims if claim.unit == "vote" and is_tally(claim)]


def _sides(claim: Claim) -> tuple[int, ...]:
    """The votes for and against, the greater number first."""
    return tuple(sorted((int(number) for number in _NUMBER.findall(claim.value)), reverse=True))
