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

from ..english.common_words import IRREGULAR_FORMS
from ..english.cues import NOUNS, reporting_verb
from ..english.names import Entity, Mention
from .marks import Marked

# A word takes in the apostrophe of a plural's possessive: "the workers’ union".
_TOKEN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\w+(?:[.’'&/-]\w+)*(?:(?<=s)[’'](?= [a-z]))?|[^\w\s]")
_POSSESSIVE = re.compile(r"[’']s?$")
_OWNER = re.compile(r"[’']s?(?!\w)")
_TAIL = re.compile(r"[.!?…]*\W?\Z")
# "he's", "they'll": a pronoun and its verb.
_CONTRACTION = re.compile(r"(?:he|she|it|i|we|you|they|who|that|there|what)(?=[’'](?:s|re|ve|d|ll|m)\Z)", re.IGNORECASE)
_NEXT_WORD = re.compile(r",? ([\w’'-]+)\.?")
# Between a question and the verb that reports it: "“Why?” Ida Holm of Velmar, the mayor, asked".
_MOST_WORDS_BETWEEN = 10


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
    stop = text.startswith(".,", end)  # "Velmar Ferries Inc., the …"
    return Token(mention.outer, end + stop, mention.name.lower(), "name", True, end - mention.end, entity=index)


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
    """Whether a noun phrase and a reporting verb follow."""
    for _ in range(_MOST_WORDS_BETWEEN):
        match = _NEXT_WORD.match(text, end)
        verb = reporting_verb(match[1]) if match else None
        if verb and verb.lemma not in NOUNS:
            return verb.can("say", "tell", "ask", "mark")
        if match is None or match[1] in IRREGULAR_FORMS:
            return False
        end = match.end()
    return False


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
            if pronoun := _CONTRACTION.match(plain):
                at = match.start() + pronoun.end()
                found.append(Token(match.start(), at, pronoun[0].lower(), "word", plain[0].isupper()))
                found.append(Token(at, match.end(), "'" + plain[pronoun.end() + 1 :].lower(), "word"))
                continue
            plain = plain.replace("’", "'")
            bare = _POSSESSIVE.sub("", plain) if plain not in ("'", "'s") else plain
            plain, owner = bare, len(plain) - len(bare)
        kind: Literal["word", "punct"] = "word" if plain[0].isalnum() else "punct"
        found.append(Token(match.start(), match.end(), plain.lower(), kind, plain != plain.lower(), owner))
    return found
