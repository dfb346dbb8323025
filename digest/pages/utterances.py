"""One utterance, several versions: alignments as collation tables."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping

from digest.language import N_, Language
from digest.model import Alignment, Member, Passage, Variation
from digest.pages.differences import SURE
from digest.pages.edition import Edition, mark_anchor
from digest.pages.views.shared import Citation
from digest.pages.views.utterances import Cell, Utterance, Wording
from digest.text import WORD

# More columns than this don't fit on a page as a table.
_MOST_COLUMNS = 9
_VARIATIONS: Mapping[Variation, str] = {
    "meaning": N_("a number or a negation"),
    "wording": N_("other words"),
    "form": N_("other forms of the same words"),
    "cut": N_("words left out"),
    "boundary": N_("how much is quoted"),
}


def utterances(edition: Edition) -> tuple[Utterance, ...]:
    """The aligned quotations of an event: those of most accounts first, and of these the gravest variation."""
    order = [edition.language.gettext(words) for words in _VARIATIONS.values()]
    found = [_utterance(alignment, edition) for alignment in edition.alignments]
    gravity = {u.anchor: min(map(order.index, u.varies), default=len(order)) for u in found}
    return tuple(sorted(found, key=lambda u: (-u.witnesses, gravity[u.anchor], -len(u.wordings), u.label, u.anchor)))


def differ(utterance: Utterance) -> bool:
    """Whether versions have other words, and are not only quoted at different length."""
    variations = {cell.variation for wording in utterance.wordings for cell in wording.cells if cell.variation}
    return len(utterance.wordings) > 1 and variations != {"boundary"}


def _utterance(alignment: Alignment, edition: Edition) -> Utterance:
    groups: dict[tuple[str, ...], list[int]] = {}
    for index, member in enumerate(alignment.members):
        groups.setdefault(_wording(member), []).append(index)
    carriers = [len({alignment.members[index].article for index in group}) for group in groups.values()]
    ordered = [group for _, group in sorted(zip(carriers, groups.values(), strict=True), key=lambda pair: -pair[0])]
    witnesses = len({member.article for member in alignment.members})
    found = {column.variation for column in alignment.columns}
    return Utterance(
        anchor=alignment.id,
        speaker=alignment.speaker or "",
        speaker_url=edition.directory.people.get(alignment.speaker or "", ""),
        label=alignment.label,
        probable=alignment.confidence < SURE,
        note=_note(max(carriers), witnesses, len(ordered), edition.language),
        varies=tuple(edition.language.gettext(words) for variation, words in _VARIATIONS.items() if variation in found),
        aligned=1 < len(alignment.columns) <= _MOST_COLUMNS,
        wordings=tuple(
            Wording(
                citations=tuple(_citations([alignment.members[index] for index in group], edition)),
                cells=_cells(alignment, group[0]),
            )
            for group in ordered
        ),
        witnesses=witnesses,
    )


def _citations(members: Iterable[Member], edition: Edition) -> Iterator[Citation]:
    """The first place of each account."""
    seen: set[str] = set()
    for member in members:
        if member.article not in seen:
            seen.add(member.article)
            yield edition.cite(member, mark_anchor(member))


def _cells(alignment: Alignment, index: int) -> tuple[Cell, ...]:
    """The words of a member column by column; what stands between two columns goes to the first."""
    member = alignment.members[index]
    if not alignment.columns:
        return (Cell(text=member.text, variation=""),)
    passages = [column.cells[index] for column in alignment.columns]
    starts = [passage.start - member.start for passage in passages if passage]
    cuts = iter(itertools.pairwise([0, *starts[1:], len(member.text)]))
    return tuple(
        Cell(text=member.text[slice(*next(cuts))].strip() if passage else "", variation=column.variation or "")
        for passage, column in zip(passages, alignment.columns, strict=True)
    )


def _wording(passage: Passage) -> tuple[str, ...]:
    """The words of a passage without case and punctuation."""
    return tuple(WORD.findall(passage.text.casefold().replace("’", "'")))


def _note(agreeing: int, witnesses: int, wordings: int, language: Language) -> str:
    _ = language.gettext
    if wordings == 1:
        said = _("The same words in {accounts} accounts.")
    elif witnesses == 1:
        said = _("Two versions in one account.") if wordings == 2 else _("{versions} versions in one account.")
    elif agreeing < 2:
        said = _("No two accounts have the same words.")
    elif agreeing == witnesses:
        said = _("All accounts have the first version; some give another one too.")
    elif agreeing == witnesses - 1:
        said = _("All accounts but one have the first version.")
    else:
        said = _("{agreeing} of {accounts} accounts have the first version.")
    return said.format(agreeing=agreeing, accounts=witnesses, versions=wordings)
