"""One utterance, several versions: alignments as collation tables."""

from __future__ import annotations

from digest.model import Alignment, Member, Passage
from digest.pages.differences import SURE
from digest.pages.edition import Edition, mark_anchor, quote_anchor
from digest.pages.views import Cell, Utterance, Wording
from digest.text import WORD


def utterances(edition: Edition) -> tuple[Utterance, ...]:
    """The aligned quotations of an event: those with most versions first, then those with most witnesses."""
    found = [_utterance(alignment, edition) for alignment in edition.comparison.collation.alignments]
    return tuple(sorted(found, key=lambda u: (-len(u.wordings), -u.witnesses, u.label, u.anchor)))


def member_anchor(member: Member, edition: Edition) -> str:
    """The anchor of a version in its account: the quotation's own if it is the whole of it."""
    for quote in edition.comparison.event.by_id[member.article].quotes:
        if quote.span == member.span:
            return quote_anchor(quote)
    return mark_anchor(member)


def _utterance(alignment: Alignment, edition: Edition) -> Utterance:
    groups: dict[tuple[str, ...], list[Member]] = {}
    for member in alignment.members:
        groups.setdefault(_wording(member), []).append(member)
    ordered = sorted(groups.values(), key=lambda group: -len({member.article for member in group}))
    witnesses = len({member.article for member in alignment.members})
    return Utterance(
        anchor=alignment.id,
        speaker=alignment.speaker or "",
        speaker_url=edition.directory.people.get(alignment.speaker or "", ""),
        label=alignment.label,
        probable=alignment.confidence < SURE,
        note=_note(len({member.article for member in ordered[0]}), witnesses, len(ordered)),
        wordings=tuple(
            Wording(
                citations=tuple(edition.cite(member, member_anchor(member, edition)) for member in group),
                cells=(Cell(text=group[0].text, shared=False),),
            )
            for group in ordered
        ),
        witnesses=witnesses,
    )


def _wording(passage: Passage) -> tuple[str, ...]:
    """The words of a passage without case and punctuation."""
    return tuple(WORD.findall(passage.text.casefold().replace("’", "'")))


def _note(agreeing: int, witnesses: int, wordings: int) -> str:
    if wordings == 1:
        return f"The same words in {witnesses} accounts." if witnesses > 1 else "The same words twice in one account."
    if witnesses == 1:
        return "Two versions in one account." if wordings == 2 else f"{wordings} versions in one account."
    if agreeing < 2:
        return "No two accounts have the same words."
    if agreeing == witnesses:
        return "All accounts have the first version; some give another one too."
    if agreeing == witnesses - 1:
        return "All accounts but one have the first version."
    return f"{agreeing} of {witnesses} accounts have the first version."
