"""A speaker who is "he" and "she" in one article: one of the two is a slip."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from digest import Account, Collation, Discrepancy, Quote

from ..english.names import find_entities
from .readings import reading_at

_GENDERS = {"he": "m", "she": "f"}


def clashing_pronouns(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each speaker to whom an article gives both pronouns while naming no one else they fit."""
    for account in collation.event.accounts:
        for speaker, cues in _pronouns(account).items():
            if len(cues) == 2 and not _others_fit(account, speaker):
                yield _clash(collation, account, speaker, cues)


def _pronouns(account: Account) -> dict[str, dict[str, Quote]]:
    """By speaker and pronoun, the first quotation whose cue is that pronoun."""
    found: defaultdict[str, dict[str, Quote]] = defaultdict(dict)
    for quote in account.quotes:
        cue = account.article.text[slice(*quote.cue)].lower() if quote.cue else ""
        if quote.speaker and cue in _GENDERS and _named_before(account, quote) <= {quote.speaker}:
            found[quote.speaker].setdefault(cue, quote)
    return found


def _named_before(account: Account, quote: Quote) -> set[str]:
    """Who is named before a quotation in its paragraph: another person there may be whom the pronoun stands for."""
    block = next(block for block in account.article.blocks if block.start <= quote.start < block.end)
    return {
        entity.name
        for entity in find_entities(account.article)
        for mention in entity.mentions
        if entity.kind == "person" and block.start <= mention.start < quote.start
    }


def _others_fit(account: Account, speaker: str) -> bool:
    """Whether both pronouns may be right, because the article names another man and another woman."""
    others = {entity.gender for entity in find_entities(account.article) if entity.name != speaker}
    return {"m", "f"} <= others


def _clash(collation: Collation, account: Account, speaker: str, cues: dict[str, Quote]) -> Discrepancy:
    readings = tuple(
        reading_at(account.article, *quote.cue, value=pronoun)
        for pronoun, quote in sorted(cues.items(), key=lambda item: item[1].start)
        if quote.cue
    )
    return Discrepancy(
        kind="other",
        severity="likely-error",
        confidence=0.5,
        summary=f"Pronoun for {speaker}",
        explanation=f"{collation.event.outlet(account.id)} has both “he” and “she” for {speaker}.",
        readings=readings,
        rule="two pronouns for one speaker",
    )
