"""Articles laid out for looking up terms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from digest import Article, Span
from digest.text import words

from ..english.names import Entity, find_entities
from ..english.spellings import american
from ..english.terms import stem

Key = tuple[str, ...]

# An address, a handle or a hashtag is no word of the account.
_ADDRESS = re.compile(r"https?:\S*|[@#]\w\S*|\bpic\.twitter\.com\S*")
_JOINTS = (" ", "\u00a0", "-")
# The article of "al-Qasr", which outlets write or leave out, and the points of initials.
_LEFT_OUT = re.compile(r"^(?:al|el)-(?=\w{3})|\.")


class Token(msgspec.Struct, frozen=True):
    """A word of an article's own text: its stem and place, `joined` where only a space parts it from the one before.

    `word` is in lower case, with a plain apostrophe.
    """

    stem: str
    start: int
    end: int
    joined: bool
    word: str


class Text(msgspec.Struct, frozen=True):
    """An article laid out for looking up terms: its tokens, where each stem stands, and the names in it.

    `addresses` are the ranges of addresses and handles, in which no term stands.
    """

    article: Article
    tokens: list[Token]
    places: dict[str, list[int]]
    entities: tuple[Entity, ...]
    addresses: tuple[Span, ...]


def text_of(article: Article) -> Text:
    """The words of an article's title, headings, body and captions, and the names in them."""
    source = article.text
    tokens: list[Token] = []
    last = 0
    for block in article.blocks_of("title", "heading", "body", "caption"):
        for start, end in words(source, block.start, block.end):
            printed = source[start:end]
            word = printed.lower().replace("’", "'")
            joined = bool(tokens) and source[last:start] in _JOINTS
            tokens.append(Token(stem_of(printed), start, end, joined, word))
            last = end
    places: dict[str, list[int]] = defaultdict(list)
    for index, token in enumerate(tokens):
        places[token.stem].append(index)
    addresses = tuple(match.span() for match in _ADDRESS.finditer(source))
    return Text(article, tokens, places, find_entities(article), addresses)


@lru_cache(maxsize=20_000)
def key_of(form: str) -> Key:
    """By what a term is looked up: the stems of its words."""
    return tuple(stem_of(form[start:end]) for start, end in words(form))


@lru_cache(maxsize=50_000)
def stem_of(word: str) -> str:
    """The stem of a word, the same for all its spellings."""
    return american(_LEFT_OUT.sub("", stem(word)))


def places_of(text: Text, key: Key, is_name: bool) -> Iterator[Span]:
    """Where the words of a key stand.

    The mentions of a name are known, and its words may be part of another name, so they count only in lower case;
    three words and more are hardly part of another, and may stand after a possessive ("Norland's Hall of the Guilds").
    """
    # Hundreds of names may share their first word; another word of each is rarer.
    rarest = min(range(len(key)), key=lambda place: len(text.places.get(key[place], ())))
    for index in text.places.get(key[rarest], ()):
        first = max(0, index - rarest)
        run = text.tokens[first : first + len(key)]
        if tuple(token.stem for token in run) != key or not all(token.joined for token in run[1:]):
            continue
        start, end = run[0].start, run[-1].end
        if not is_name or len(key) > 2 or (len(key) > 1 and text.article.text[start:end].islower()):
            yield start, end
