"""Marks in an account's text: what is quoted, shared, told differently; and the text cut where they begin and end."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import msgspec

from digest.model import Account, Alignment, Collation, Discrepancy
from digest.pages.edition import Edition, mark_anchor
from digest.pages.making import quotation_rules
from digest.pages.outline import SPOKEN
from digest.pages.views.accounts import Segment

# Variations of a quotation that a reader would call other words.
_OTHER_WORDS = frozenset({"wording", "meaning"})


class Mark(msgspec.Struct, frozen=True):
    """A range of an account's text to mark. Of the links that a place could have, the last mark's is taken."""

    start: int
    end: int
    kind: str
    anchor: str
    href: str
    rule: str = ""


def marks(account: Account, edition: Edition) -> list[Mark]:
    """The marks of an account, the most important last: shared text, quotations, their versions, differences."""
    comparison = edition.comparison
    return [
        *_shared(account, comparison.collation),
        *_quotations(account, edition),
        *(mark for alignment in edition.alignments for mark in _versions(account, alignment)),
        *(mark for discrepancy in comparison.discrepancies for mark in _readings(account, discrepancy)),
    ]


def segments(text: str, start: int, end: int, marks: Sequence[Mark]) -> tuple[Segment, ...]:
    """`text[start:end]` cut wherever a mark begins or ends, so that marks may overlap in any way.

    `marks` lie in order of their importance, the most important last; those outside the range are clipped.
    """
    touching = [mark for mark in marks if mark.start < end and start < mark.end]
    edges = {start, end, *(max(start, m.start) for m in touching), *(min(end, m.end) for m in touching)}
    cuts = sorted(edges)
    return tuple(
        _segment(text[left:right], [m for m in touching if m.start <= left and right <= m.end], left)
        for left, right in itertools.pairwise(cuts)
    )


def _segment(text: str, marks: Sequence[Mark], start: int) -> Segment:
    linked = [mark for mark in marks if mark.href]
    return Segment(
        text=text,
        classes=" ".join(sorted({mark.kind for mark in marks})),
        anchor=next((mark.anchor for mark in marks if mark.anchor and mark.start == start), ""),
        href=linked[-1].href if linked else "",
        rule=next((mark.rule for mark in marks if mark.rule and mark.start == start), ""),
    )


def _shared(account: Account, collation: Collation) -> Iterator[Mark]:
    for passage in (passage for reuse in collation.reuse for pair in reuse.passages for passage in pair):
        if passage.article == account.id:
            yield Mark(passage.start, passage.end, "same", "", "")


def _quotations(account: Account, edition: Edition) -> Iterator[Mark]:
    """Quotations, which lead to the speaker's page, or where there is none to the rule that found them."""
    anchors = {(rule.text, rule.plugin): rule.anchor for rule in quotation_rules(edition)}
    for quote in account.quotes:
        if quote.kind in SPOKEN or quote.kind == "title":
            anchor = mark_anchor(quote)
            page = edition.directory.people.get(quote.speaker or "", "") if quote.kind in SPOKEN else ""
            rule = anchors[quote.rule, quote.plugin]
            yield Mark(quote.start, quote.end, "q", anchor, f"{page}#{anchor}" if page else f"#{rule}", rule)


def _versions(account: Account, alignment: Alignment) -> Iterator[Mark]:
    """Versions of an utterance, and in them the words that differ."""
    href = f"#{alignment.id}"
    for member in alignment.members:
        if member.article == account.id:
            yield Mark(member.start, member.end, "q", mark_anchor(member), href)
    for column in alignment.columns:
        if column.variation in _OTHER_WORDS:
            for cell in column.cells:
                if cell and cell.article == account.id:
                    yield Mark(cell.start, cell.end, "d", "", href)


def _readings(account: Account, discrepancy: Discrepancy) -> Iterator[Mark]:
    # Of a quotation only the words that differ are shaded, and these are marked with its versions.
    kind = "v" if discrepancy.kind == "quote-wording" else "d"
    for reading in discrepancy.readings:
        if reading.article == account.id:
            href = f"#{discrepancy.id}"
            yield Mark(reading.start, reading.end, kind, mark_anchor(reading), href)
