"""Sentences as tokens in which a quotation is one token and a name is one token.

Folded like this, a reporting sentence is short and plain whatever is quoted in it: QUOTE , NAME said .
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from digest import Article, Block
from digest.text import sentences

from ..english.cues import reporting_verb
from ..english.names import Entity, Mention
from .marks import Marked

_TOKEN = re.compile(r"\w+(?:[.’'&/-]\w+)*|[^\w\s]")
_POSSESSIVE = re.compile(r"[’']s?$")
_OWNER = re.compile(r"[’']s?(?!\w)")
_TAIL = re.compile(r"[.!?…]*\W?\Z")
_ASKED = re.compile(r"\s(?:[\w.’'-]+ ){1,5}?(\w+)[ ,.:]")


class Token(msgspec.Struct, frozen=True):
    """A word, name, quotation or punctuation mark. `text` is in lower case with plain apostrophes.

    `entity` is the index of the entity that a name belongs to, `marked` that of a quotation. `owner` is the length
    of a possessive ending, which belongs to the token; 0 if there is none.
    """

    start: int
    end: int
    text: str
    kind: Literal["word", "name", "quote", "punct"]
    capital: bool = False
    owner: int = 0
    entity: int = -1
    marked: int = -1


Sentence = tuple[Token, ...]


def fold(article: Article, marked: Sequence[Marked], entities: Sequence[Entity]) -> Iterator[tuple[Block, Sentence]]:
    """The sentences of an article's titles, headings, captions and body, each with its block.

    `marked` are all of its marked stretches, `entities` all that it names.
    """
    folds: dict[int, list[Token]] = defaultdict(list)
    for i, span in enumerate(marked):
        folds[span.block.start].append(_quote(article.text, i, span))
    quoted = [(span.outer_start, span.outer_end) for span in marked]
    for i, entity in enumerate(entities):
        for mention in entity.mentions:
            at = bisect_right(quoted, (mention.end,))
            if not at or quoted[at - 1][1] <= mention.outer:
                folds[mention.paragraph].append(_name(article.text, i, mention))
    for block in article.blocks_of("title", "heading", "body", "caption"):
        within = sorted(folds[block.start], key=lambda token: (token.start, -token.end))
        for start, end in sentences(_mask(article.text, block, within)):
            yield block, _tokens(article.text, block.start + start, block.start + end, within)


def _quote(text: str, index: int, span: Marked) -> Token:
    return Token(span.outer_start, span.outer_end, text[span.start : span.end], "quote", marked=index)


def _name(text: str, index: int, mention: Mention) -> Token:
    owner = _OWNER.match(text, mention.end)
    end = owner.end() if owner else mention.end
    return Token(mention.outer, end, mention.name.lower(), "name", True, end - mention.end, entity=index)


def _mask(text: str, block: Block, folds: Sequence[Token]) -> str:
    """The block's text with the inside of quotations made one word, but for the stop and the mark that end them.

    A question or an exclamation that a reporting clause follows ends no sentence.
    """
    pieces, at = [], block.start
    for token in folds:
        if token.kind != "quote":
            continue
        tail = _TAIL.search(text, max(token.start, token.end - 5), token.end)
        stop = tail[0] if tail else ""
        if stop[:1] in ("!", "?") and _is_reported(text, token.end):
            stop = "," * len(stop)
        pieces += [text[at : token.start], "Q" * (token.end - token.start - len(stop)), stop]
        at = token.end
    return "".join([*pieces, text[at : block.end]])


def _is_reported(text: str, end: int) -> bool:
    match = _ASKED.match(text, end, end + 60)
    return bool(match and reporting_verb(match[1]))


def _tokens(text: str, start: int, end: int, folds: Sequence[Token]) -> Sentence:
    tokens: list[Token] = []
    at = start
    for i in range(bisect_left(folds, start, key=lambda token: token.start), len(folds)):
        token = _apart(folds[i], at)
        if token.start >= end:
            break
        if token.start < at:
            continue
        tokens += _words(text, at, token.start)
        tokens.append(token)
        at = token.end
    return (*tokens, *_words(text, at, end))


def _apart(token: Token, at: int) -> Token:
    """A name without its title, if that reaches into the name before: "Vik’s lawyer, Ida Holm,"."""
    own = token.end - token.owner - len(token.text)
    if token.kind != "name" or token.start >= at or own < at:
        return token
    return msgspec.structs.replace(token, start=own)


def _words(text: str, start: int, end: int) -> list[Token]:
    found = []
    for match in _TOKEN.finditer(text, start, end):
        plain, owner = match[0], 0
        if "’" in plain or "'" in plain:
            plain = plain.replace("’", "'")
            bare = _POSSESSIVE.sub("", plain) if plain not in ("'", "'s") else plain
            plain, owner = bare, len(plain) - len(bare)
        kind: Literal["word", "punct"] = "word" if plain[0].isalnum() else "punct"
        found.append(Token(match.start(), match.end(), plain.lower(), kind, plain[0].isupper(), owner))
    return found
