"""One vote with two results: as many voters, divided otherwise, or said to be of one mind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest import Account, Claim, Collation, Discrepancy, Passage
from digest.text import sentences_of

from ..claims.compare import is_tally
from ..english.lemmas import content_lemmas
from .readings import distinct, reading, who_gives_what

_NUMBER = re.compile(r"\d+")
_FEWEST_VOTERS = 5
_UNANIMOUS = re.compile(r"\bunanimous(?:ly)?\b", re.IGNORECASE)
# Who votes; a verdict or a ruling "was unanimous" after a sentence that says whose it is.
_VOTERS = frozenset("jury council committee commission court panel board senate house parliament congress".split())


def differing_tallies(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each body whose one vote accounts divide in different ways."""
    by_voters: dict[int, list[Claim]] = {}
    for account in collation.event.accounts:
        claims = _votes(account)
        if len({_sides(claim) for claim in claims}) == 1:
            by_voters.setdefault(sum(_sides(claims[0])), []).extend(claims)
    for voters, claims in by_voters.items():
        if voters >= _FEWEST_VOTERS and len({_sides(claim) for claim in claims}) > 1:
            yield _discrepancy(collation, claims, "the only vote of each account, with as many voters")


def divided_or_unanimous(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy if some accounts divide the one vote of a body that others call unanimous."""
    accounts = collation.event.accounts
    divided = {account.id: claims for account in accounts if (claims := [c for c in _votes(account) if _sides(c)[-1]])}
    united = {account.id: found for account in accounts if (found := list(_unanimous(account)))}
    claims = [claim for found in divided.values() for claim in found]
    if not claims or divided.keys() & united.keys() or len({_sides(claim) for claim in claims}) > 1:
        return
    voters = frozenset.intersection(*(_voters(collation.event.by_id[c.article], c) for c in claims))
    passages = [
        passage
        for found in united.values()
        if any(voters & _voters(collation.event.by_id[passage.article], passage) for passage in found)
        for passage in found
    ]
    if passages:
        yield _discrepancy(collation, [*claims, *passages], "a vote with two sides that is elsewhere unanimous")


def _votes(account: Account) -> list[Claim]:
    return [claim for claim in account.claims if claim.unit == "vote" and is_tally(claim)]


def _sides(claim: Claim) -> tuple[int, ...]:
    """The votes for and against, the greater number first."""
    return tuple(sorted((int(number) for number in _NUMBER.findall(claim.value)), reverse=True))


def _unanimous(account: Account) -> Iterator[Passage]:
    article = account.article
    for block in article.own_blocks:
        for match in _UNANIMOUS.finditer(article.text, block.start, block.end):
            yield article.passage(*match.span())


def _voters(account: Account, passage: Passage) -> frozenset[str]:
    """Who votes, by the sentence of a passage and the one before it."""
    article = account.article
    spans = [span for block in article.own_blocks for span in sentences_of(article, block) if span[0] <= passage.start]
    return _VOTERS.intersection(word for span in spans[-2:] for word in content_lemmas(article.text, *span))


def _discrepancy(collation: Collation, found: Sequence[Passage], rule: str) -> Discrepancy:
    readings = distinct(reading(passage, passage.text.lower()) for passage in found)
    return Discrepancy(
        kind="number",
        severity="contradiction",
        confidence=0.7,
        summary="Result of the vote",
        explanation=who_gives_what(collation.event, readings),
        readings=readings,
        rule=rule,
    )
