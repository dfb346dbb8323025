"""What a story is about, as a vector: its content words, names counted double."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from digest import Account
from digest.text import WORD

from ..english import common_words
from ..english.terms import is_common_verb, stem
from ..vectors import Vector, tf_idf

_NAME_WEIGHT = 2


def story_vectors(accounts: Sequence[Account]) -> list[Vector]:
    """A TF-IDF vector for each account, over the title and the blocks that tell the story."""
    return tf_idf([content_words(_own_text(account)) for account in accounts])


def content_words(text: str) -> Counter[str]:
    """How often each content word occurs, in its stem; a capitalised one counts double, as a name may."""
    bag: Counter[str] = Counter()
    for match in WORD.finditer(text):
        word = match[0]
        if term := _content(word.lower()):
            bag[term] += _NAME_WEIGHT if word[0].isupper() else 1
    return bag


def _own_text(account: Account) -> str:
    article = account.article
    blocks = (article.text[block.start : block.end] for block in article.own_blocks if block.kind != "credit")
    return "\n".join(chain([article.metadata.title or ""], blocks))


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
