"""Which sentences a reader understands by themselves, and which lean on those before them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest

from digest import Passage
from digest.text import words

from ..english.common_words import ADVERBS, FUNCTION_WORDS, TIME_WORDS

_PRONOUNS = frozenset("he she they it him her them his hers its their theirs himself herself itself themselves".split())
_DEMONSTRATIVES = frozenset("this that these those such".split())
_TIMES = TIME_WORDS | frozenset("time morning afternoon evening night week weekend month year".split())


def stands_alone(text: str) -> bool:
    """Whether no pronoun stands before the first word that tells something: "In his view" and "That dwarfs" lean."""
    found = [text[start:end].lower().replace("’", "'").partition("'")[0] for start, end in words(text)]
    for word, following in zip_longest(found, found[1:], fillvalue=""):
        if word in _PRONOUNS or (word in _DEMONSTRATIVES and following not in _TIMES):
            return False
        if word not in FUNCTION_WORDS and word not in ADVERBS:
            return True
    return False


def clearest_first(told: Iterable[tuple[str, Passage]]) -> list[tuple[str, Passage]]:
    """Sentences with the passages cited in them: those that stand alone before the others, the shorter first."""
    return sorted(told, key=lambda pair: (not stands_alone(pair[0]), len(pair[0])))
