"""What several accounts state as fact, and what each of them alone states."""

from __future__ import annotations

from collections.abc import Iterator, Set

from digest.model import Passage, Statement
from digest.pages.edition import Edition, mark_anchor
from digest.pages.outline import SPOKEN
from digest.pages.views.shared import Citation
from digest.pages.views.statements import Stated

# A remark is shown up to this length; the rest is in the account that it leads to.
_LONGEST = 140

_Place = tuple[str, int, int]


def stated(edition: Edition) -> tuple[tuple[Stated, ...], dict[str, tuple[Stated, ...]]]:
    """The facts that two accounts or more state, and by its article's id all that an account states alone.

    Both are in the order of the plugins. A remark that several accounts quote is shown as an utterance.
    """
    several: list[Stated] = []
    alone: dict[str, tuple[Stated, ...]] = {}
    marked = frozenset(_marked(edition))
    for statement in edition.comparison.statements:
        shown = _stated(statement, edition, marked)
        if len(statement.articles) == 1:
            (article,) = statement.articles
            alone[article] = (*alone.get(article, ()), shown)
        elif statement.kind == "fact":
            several.append(shown)
    return tuple(several), alone


def _stated(statement: Statement, edition: Edition, marked: Set[_Place]) -> Stated:
    # A comma before the closing mark belongs to the sentence around the remark.
    said = statement.text.rstrip(" ,") if statement.kind == "quotation" else ""
    return Stated(
        speaker=statement.speaker or "",
        words=said if len(said) <= _LONGEST else (said[:_LONGEST].rpartition(" ")[0] or said[:_LONGEST]) + " …",
        shown=_cite(statement.evidence[0], edition, marked),
        citations=tuple(_citations(statement, edition, marked)),
    )


def _citations(statement: Statement, edition: Edition, marked: Set[_Place]) -> Iterator[Citation]:
    """The first place in each account, in the order of the accounts."""
    first = {passage.article: passage for passage in sorted(statement.evidence, key=lambda p: p.span, reverse=True)}
    for article in edition.sigla:
        if article in first:
            yield _cite(first[article], edition, marked)


def _cite(passage: Passage, edition: Edition, marked: Set[_Place]) -> Citation:
    return edition.cite(passage, mark_anchor(passage) if _place(passage) in marked else None)


def _marked(edition: Edition) -> Iterator[_Place]:
    """The places of the quotations and versions that are marked in the accounts."""
    for account in edition.comparison.event.accounts:
        yield from (_place(quote) for quote in account.quotes if quote.kind in SPOKEN)
    for alignment in edition.alignments:
        yield from map(_place, alignment.members)


def _place(passage: Passage) -> _Place:
    return passage.article, passage.start, passage.end
