"""The accounts to read: clean text with its marks, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest.language import N_, Language
from digest.model import JUNK, Account, Article, Block
from digest.pages.edition import Edition, paragraph_anchor
from digest.pages.marks import Mark, marks, segments
from digest.pages.views.accounts import AccountText, LeftOut, Paragraph, Witness
from digest.text import web_url, words

_LABELS = {"boilerplate": N_("page furniture"), "other_story": N_("another story")}
_LEFT_OUT_LENGTH = 160
# If the accounts have more words than this together, they are folded at first.
_UNFOLDED = 3_000


def witnesses(edition: Edition) -> tuple[Witness, ...]:
    """The accounts as the head of the page lists them."""
    event = edition.comparison.event
    lengths = {account.id: account.article.derived(_length) for account in event.accounts}
    longest = max(lengths.values(), default=0) or 1
    return tuple(
        Witness(
            siglum=edition.sigla[account.id],
            outlet_url=edition.directory.outlets.get(account.article.outlet or "", ""),
            headline=account.article.title,
            published=edition.language.date(account.article.metadata.published, "long"),
            words=lengths[account.id],
            length=max(1, round(100 * lengths[account.id] / longest)),
            language=account.article.metadata.language or "",
        )
        for account in event.accounts
    )


def accounts(edition: Edition) -> tuple[AccountText, ...]:
    """The accounts of an event, in the order of its witnesses."""
    listed = witnesses(edition)
    unfolded = len(listed) == 1 or sum(witness.words for witness in listed) <= _UNFOLDED
    return tuple(
        _account(account, witness, edition, unfolded)
        for account, witness in zip(edition.comparison.event.accounts, listed, strict=True)
    )


def _account(account: Account, witness: Witness, edition: Edition, unfolded: bool) -> AccountText:
    article = account.article
    found = marks(account, edition)
    return AccountText(
        witness=witness,
        anchor=witness.siglum.account,
        url=web_url(article.metadata.url) or "",
        file=article.document.path,
        paragraphs=_paragraphs(article, found),
        left_out=tuple(_left_out(block, article, edition.language) for block in article.blocks if block.kind in JUNK),
        open=unfolded,
    )


def _paragraphs(article: Article, found: Sequence[Mark]) -> tuple[Paragraph, ...]:
    paragraphs = []
    seen: set[str] = set()
    for block in article.own_blocks:
        text = article.text[block.start : block.end]
        paragraphs.append(
            Paragraph(
                anchor=paragraph_anchor(article.id, block),
                kind=block.kind,
                classes=" ".join(_classes(block, text in seen)),
                segments=segments(article.text, block.start, block.end, found),
            )
        )
        seen.add(text)
    return tuple(paragraphs)


def _classes(block: Block, again: bool) -> Iterator[str]:
    if block.kind != "body":
        yield block.kind
    if again:
        yield "again"


def _left_out(block: Block, article: Article, language: Language) -> LeftOut:
    text = article.text[block.start : block.end]
    return LeftOut(
        anchor=paragraph_anchor(article.id, block),
        line=block.line,
        text=text if len(text) <= _LEFT_OUT_LENGTH else text[:_LEFT_OUT_LENGTH] + " …",
        label=language.gettext(_LABELS[block.kind]),
        rule=block.rule,
        plugin=block.plugin,
    )


def _length(article: Article) -> int:
    return sum(len(words(article.text, b.start, b.end)) for b in article.own_blocks if b.kind in {"body", "heading"})
