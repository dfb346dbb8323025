"""The sentence that a claim stands in, and how a claim is made from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from digest import Article, Block, Claim, Span
from digest.text import WORD, sentences_of

from ..english.clauses import clause_around
from ..english.lemmas import content_lemmas

# A headline is in title case where more of its long words than this have a capital.
_MOST_CAPITALS = 0.7
_FEW_CAPITALS = 3
_CAPITALISED = re.compile(r"\b[A-Z][a-z]+")


class Sentence(msgspec.Struct, frozen=True):
    """A sentence of one of the article's own blocks.

    `text` is the whole article's text, which the offsets refer to; `folded` says that the capitals of a
    title-case headline are taken out of it.
    """

    article: Article
    block: Block
    start: int
    end: int
    text: str
    folded: bool = False

    def clause(self, position: int) -> Span:
        """The clause at an offset."""
        return clause_around(self.text, (self.start, self.end), position)


def own_sentences(article: Article) -> Iterator[Sentence]:
    """The sentences of the article's own blocks, but for credit lines, in order."""
    for block in article.own_blocks:
        if block.kind != "credit":
            for start, end in sentences_of(article, block):
                yield Sentence(article, block, start, end, article.text)


def in_sentence_case(sentence: Sentence) -> Sentence:
    """A sentence whose words have a capital only where it tells something; others are returned as they are."""
    text, start, end = sentence.text, sentence.start, sentence.end
    long = [word[0] for word in WORD.findall(text, start, end) if len(word) > 3 and word[0].isalpha()]
    if sum(letter.isupper() for letter in long) <= max(_FEW_CAPITALS, _MOST_CAPITALS * len(long)):
        return sentence
    lowered = _CAPITALISED.sub(lambda match: match[0].lower(), text[start:end])
    return msgspec.structs.replace(sentence, text=text[:start] + lowered + text[end:], folded=True)


def claim(sentence: Sentence, start: int, end: int, rule: str, **fields: Any) -> Claim:
    """A claim at `[start, end)` with the words that it is about. In a caption the rule says so."""
    clause = sentence.clause(start)
    return Claim(
        sentence.article.id,
        start,
        end,
        sentence.article.text[start:end],
        about=content_lemmas(sentence.text, clause[0], max(clause[1], end)),
        sentence=(sentence.start, sentence.end),
        rule=f"caption: {rule}" if sentence.block.kind == "caption" else rule,
        **fields,
    )
