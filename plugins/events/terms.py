"""What a story is about, as a vector with two parts: the names in it, and its other content words.

Names and the rest each have their share, whatever number of words they have: few names and a long essay around
them say as much as a report full of names. Kumaran and Allan, "Text classification and named entities for new
event detection", 2004.
"""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from digest import Account
from digest.text import WORD

from ..english import common_words
from ..english.terms import is_common_verb, stem
from ..vectors import Vector, scaled, tf_idf

# The part of a story's likeness that lies in names.
_NAMES = 0.4
# A headline tells of nothing but the story: its words count as if they stood there so often.
_TITLE = 3


def story_vectors(accounts: Sequence[Account]) -> list[Vector]:
    """A vector for each account, over the title and the blocks that tell the story."""
    return text_vectors([_own_text(account) for account in accounts])


def text_vectors(texts: Sequence[str]) -> list[Vector]:
    """A TF-IDF vector of length 1 for each text; all zero where it has no content words."""
    bags = [_content_words(text) for text in texts]
    names, others = tf_idf([names for names, _ in bags]), tf_idf([others for _, others in bags])
    return [_joined(*parts) for parts in zip(names, others, strict=True)]


def _joined(names: Vector, others: Vector) -> Vector:
    share = _NAMES if names and others else float(bool(names))
    return scaled(names, math.sqrt(share)) | scaled(others, math.sqrt(1 - share))


def _content_words(text: str) -> tuple[Counter[str], Counter[str]]:
    """How often each content word occurs, by stem and without accents: words always capitalised, and the others."""
    words = [(term, word[0].isupper()) for word in _words(text) if (term := _content(word.lower()))]
    lower = {term for term, capital in words if not capital}
    names = Counter(term for term, _ in words if term not in lower)
    return names, Counter(term for term, _ in words if term in lower)


def _words(text: str) -> Iterator[str]:
    """The words of a text, parts of a hyphenated one apart, as outlets spell "Falc\u00e3o-Reis" in several ways."""
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    for match in WORD.finditer(plain):
        yield from filter(None, match[0].split("-"))


def _own_text(account: Account) -> str:
    article = account.article
    blocks = (article.text[block.start : block.end] for block in article.own_blocks if block.kind != "credit")
    return "\n".join(chain([article.metadata.title or ""] * _TITLE, blocks))


@lru_cache(maxsize=50_000)
def _content(word: str) -> str | None:
    """The stem of a lower-case word, or None where it says nothing of a story's subject."""
    term = stem(word)
    if len(term) < 2 or {word, term} & _COMMON or is_common_verb(word):
        return None
    return term


_COMMON = (
    common_words.FUNCTION_WORDS
    | common_words.ADVERBS
    | common_words.VAGUE_ADJECTIVES
    | common_words.VAGUE_NOUNS
    | common_words.NUMBER_WORDS
    | common_words.TIME_WORDS
)
