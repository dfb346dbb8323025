"""The sentence that a claim stands in, and how a claim is made from it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from digest import Article, Block, Claim, Span
from digest.text import sentences

from ..english.clauses import clause_around
from ..english.lemmas import content_lemmas


class Sentence(msgspec.Struct, frozen=True):
    """A sentence of one of the article's own blocks."""

    article: Article
    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """The whole article's text, which the offsets refer to."""
        return self.article.text

    def clause(self, position: int) -> Span:
        """The clause at an offset."""
        return clause_around(self.text, (self.start, self.end), position)


def own_sentences(article: Article) -> Iterator[Sentence]:
    """The sentences of the article's own blocks, but for credit lines, in order."""
    for block in article.own_blocks:
        if block.kind != "credit":
            for start, end in sentences(article.text, block.start, block.end):
                yield Sentence(article, block, start, end)


def claim(sentence: Sentence, start: int, end: int, rule: str, **fields: Any) -> Claim:
    """A claim at `[start, end)` with the words that it is about. In a caption the rule says so."""
    clause = sentence.clause(start)
    return Claim(
        sentence.article.id,
        start,
        end,
        sentence.text[start:end],
        about=content_lemmas(sentence.text, clause[0], max(clause[1], end)),
        sentence=(sentence.start, sentence.end),
        rule=f"caption: {rule}" if sentence.block.kind == "caption" else rule,
        **fields,
    )
