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

import msgspec

from digest.text import WORD, visible

from ..english import common_words
from ..english.terms import is_common_verb, stem
from ..vectors import Vector, scaled, tf_idf

# The part of a story's likeness that lies in names.
_NAMES = 0.4
# In a language that we have no lexicon of, shorter words are taken for small ones.
_SHORTEST_FOREIGN = 4


class Words(msgspec.Struct, frozen=True):
    """How often each content word of a text occurs, by stem: words that are always capitalised, and the others."""

    names: dict[str, int]
    others: dict[str, int]

    @property
    def stems(self) -> frozenset[str]:
        """The content words."""
        return frozenset(self.names) | frozenset(self.others)


def vectors_of(texts: Sequence[Words]) -> list[Vector]:
    """A TF-IDF vector of length 1 for each text; all zero where it has no content words."""
    names, others = tf_idf([text.names for text in texts]), tf_idf([text.others for text in texts])
    return [_joined(*parts) for parts in zip(names, others, strict=True)]


def vectors_by_language(texts: Sequence[Words], languages: Sequence[str]) -> list[Vector]:
    """The same where texts are of several languages: a word is rare or not by the texts of its own."""
    vectors: dict[int, Vector] = {}
    for language in sorted(set(languages)):
        indices = [index for index, other in enumerate(languages) if other == language]
        vectors.update(zip(indices, vectors_of([texts[index] for index in indices]), strict=True))
    return [vectors[index] for index in range(len(texts))]


def _joined(names: Vector, others: Vector) -> Vector:
    share = _NAMES if names and others else float(bool(names))
    return scaled(names, math.sqrt(share)) | scaled(others, math.sqrt(1 - share))


def content_words(text: str, language: str = "en") -> Words:
    """The content words of a text, without accents."""
    content = _content if language == "en" else _foreign
    words = [(term, word[0].isupper()) for word in _words(text) if (term := content(word.lower()))]
    lower = {term for term, capital in words if not capital}
    names = Counter(term for term, _ in words if term not in lower)
    return Words(dict(names), dict(Counter(term for term, _ in words if term in lower)))


def printed(text: str, language: str = "en") -> dict[str, str]:
    """Each content word as a text first prints it."""
    content = _content if language == "en" else _foreign
    found: dict[str, str] = {}
    for word in _words(text):
        if term := content(word.lower()):
            found.setdefault(term, word)
    return found


def _words(text: str) -> Iterator[str]:
    """The words of a text, parts of a hyphenated one apart, as outlets spell "Falc\u00e3o-Reis" in several ways."""
    decomposed = unicodedata.normalize("NFKD", visible(text))
    accents = {ord(letter): None for letter in set(decomposed) if unicodedata.combining(letter)}
    for word in WORD.findall(decomposed.translate(accents) if accents else decomposed):
        yield from filter(None, word.split("-"))


@lru_cache(maxsize=50_000)
def _content(word: str) -> str | None:
    """The stem of a lower-case word, or None where it says nothing of a story's subject."""
    term = stem(word)
    if len(term) < 2 or {word, term} & _COMMON or is_common_verb(word):
        return None
    return term


def _foreign(word: str) -> str | None:
    """A lower-case word of a language that we have no lexicon of, or None for one as short as its small words."""
    return word if len(word) >= _SHORTEST_FOREIGN or not word.isascii() else None


_COMMON = (
    common_words.FUNCTION_WORDS
    | common_words.ADVERBS
    | common_words.VAGUE_ADJECTIVES
    | common_words.VAGUE_NOUNS
    | common_words.NUMBER_WORDS
    | common_words.TIME_WORDS
)
