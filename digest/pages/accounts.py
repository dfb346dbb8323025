"""The accounts to read: clean text with its marks, and what was left out."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

import msgspec

from digest.model import JUNK, Account, Article, Block
from digest.pages.directory import SPOKEN
from digest.pages.edition import Edition, mark_anchor, paragraph_anchor, quote_anchor
from digest.pages.utterances import member_anchor
from digest.pages.views import AccountText, LeftOut, Paragraph, Segment, Witness
from digest.text import words

_LABELS = {"boilerplate": "page furniture", "other_story": "another story"}
_LEFT_OUT_LENGTH = 160
# With more accounts than this, they are folded at first.
_UNFOLDED = 6


class Mark(msgspec.Struct, frozen=True):
    """A range of an account's text to mark. Of the links that a place could have, the last mark's is taken."""

    start: int
    end: int
    kind: str
    anchor: str
    href: str
    note: str


def witnesses(edition: Edition) -> tuple[Witness, ...]:
    """The accounts as the head of the page lists them."""
    event = edition.comparison.event
    lengths = {account.id: _length(account.article) for account in event.accounts}
    longest = max(lengths.values(), default=0) or 1
    return tuple(
        Witness(
            siglum=edition.sigla[account.id],
            outlet_url=edition.directory.outlets.get(account.article.outlet or "", ""),
            headline=account.article.title,
            published=published(account.article.metadata.published),
            words=lengths[account.id],
            length=max(1, round(100 * lengths[account.id] / longest)),
            language=account.article.metadata.language or "",
        )
        for account in event.accounts
    )


def published(day: datetime.date | None) -> str:
    """The day an article appeared, in words without the weekday, or nothing."""
    return f"{day.day} {day:%B} {day.year}" if day else ""


def accounts(edition: Edition) -> tuple[AccountText, ...]:
    """The accounts of an event, in the order of its witnesses."""
    found = edition.comparison.event.accounts
    return tuple(
        _account(account, witness, edition, len(found) <= _UNFOLDED)
        for account, witness in zip(found, witnesses(edition), strict=True)
    )


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
    anchors = [mark.anchor for mark in marks if mark.start == start and mark.anchor]
    return Segment(
        text=text,
        classes=" ".join(sorted({mark.kind for mark in marks})),
        anchors=tuple(dict.fromkeys(anchors)),
        href=linked[-1].href if linked else "",
        note=linked[-1].note if linked else "",
    )


def _account(account: Account, witness: Witness, edition: Edition, unfolded: bool) -> AccountText:
    article = account.article
    marks = list(_marks(account, edition))
    return AccountText(
        witness=witness,
        anchor=witness.siglum.account,
        url=web_address(article.metadata.url),
        file=article.document.path,
        paragraphs=_paragraphs(article, marks),
        left_out=tuple(_left_out(block, article) for block in article.blocks if block.kind in JUNK),
        open=unfolded,
    )


def web_address(url: str | None) -> str:
    """An address as it is if a browser may be sent there (http or https), or nothing."""
    if not url or any(character.isspace() or ord(character) < 32 for character in url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in {"http", "https"} and parts.netloc else ""


def _marks(account: Account, edition: Edition) -> Iterator[Mark]:
    """Shared text, quotations, versions of an utterance, readings: the most important last."""
    comparison = edition.comparison
    for reuse in comparison.collation.reuse:
        for passage in (passage for pair in reuse.passages for passage in pair if passage.article == account.id):
            yield Mark(passage.start, passage.end, "same", "", "", "")
    for quote in account.quotes:
        if quote.kind in SPOKEN or quote.kind == "title":
            page = edition.directory.people.get(quote.speaker or "", "")
            href = f"{page}#{quote_anchor(quote)}" if page and quote.kind in SPOKEN else ""
            yield Mark(quote.start, quote.end, "q", quote_anchor(quote), href, "")
    for alignment in comparison.collation.alignments:
        for member in (member for member in alignment.members if member.article == account.id):
            anchor = member_anchor(member, edition)
            yield Mark(member.start, member.end, "q", anchor, f"#{alignment.id}", "")
    for discrepancy in comparison.discrepancies:
        for reading in (reading for reading in discrepancy.readings if reading.article == account.id):
            anchor = mark_anchor(reading)
            yield Mark(reading.start, reading.end, "d", anchor, f"#{discrepancy.id}", discrepancy.summary)


def _paragraphs(article: Article, marks: Sequence[Mark]) -> tuple[Paragraph, ...]:
    found = []
    seen: set[str] = set()
    for block in article.own_blocks:
        text = article.text[block.start : block.end]
        pieces = segments(article.text, block.start, block.end, marks)
        found.append(
            Paragraph(
                anchor=paragraph_anchor(article.id, block),
                kind=block.kind,
                again=text in seen,
                differs=any("d" in piece.classes.split() for piece in pieces),
                segments=pieces,
            )
        )
        seen.add(text)
    return tuple(found)


def _left_out(block: Block, article: Article) -> LeftOut:
    text = article.text[block.start : block.end]
    return LeftOut(
        anchor=paragraph_anchor(article.id, block),
        line=block.line,
        text=text if len(text) <= _LEFT_OUT_LENGTH else text[:_LEFT_OUT_LENGTH] + " …",
        label=_LABELS[block.kind],
        rule=block.rule,
        plugin=block.plugin,
    )


def _length(article: Article) -> int:
    return sum(len(words(article.text, b.start, b.end)) for b in article.own_blocks if b.kind in {"body", "heading"})
