"""Whether two quotations can be of one speaker, by what the outlets call him."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from digest import Quote
from digest.text import plain

from ..english.common_words import FUNCTION_WORDS
from ..english.cues import PEOPLE
from ..english.roles import ROLES
from ..english.terms import stem

Compatibility = Literal["same", "similar", "unknown", "other"]

_WORD = re.compile(r"\w+")


def compatibility(first: Quote, second: Quote) -> Compatibility:
    """`same` for one name, a part of it or a misspelling; `unknown` where one is not named, as "an official".

    What tells in several words who speaks, as "a spokesman for the harbour", is as good as a name if both have it;
    where it has a word in common that names no office it is `similar`, as "police in the harbour".

    Who speaks in a headline is often left to the story: nobody named is `similar`, a different name no proof.
    """
    if first.speaker and first.speaker == second.speaker and " " in first.speaker:
        return "same"
    one, other = _words(first.speaker), _words(second.speaker)
    headline = "title" in (first.kind, second.kind)
    if not (is_named(first.speaker) and is_named(second.speaker)):
        return "similar" if headline or _have_a_word_in_common(one, other) else "unknown"
    if set(one) <= set(other) or set(other) <= set(one) or _is_misspelling(one, other):
        return "same"
    return "unknown" if headline or _is_office(one) or _is_office(other) else "other"


def is_named(speaker: str | None) -> bool:
    """Whether somebody is called by a name: words that begin and end in capitals."""
    words = _WORD.findall(speaker or "")
    return bool(words) and words[0][0].isupper() and words[-1][0].isupper()


def _have_a_word_in_common(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two descriptions share what tells one source from another, and not only an office or "of"."""
    return any(word not in FUNCTION_WORDS and stem(word) not in ROLES for word in {*one} & {*other})


def _is_office(words: Sequence[str]) -> bool:
    """Whether a name is that of an office or a description, as "Head of State" and "Iowa Republican"."""
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    return head in ROLES or head in PEOPLE


@lru_cache(maxsize=2_000)
def _words(speaker: str | None) -> tuple[str, ...]:
    """The words of a name without case, accents and initials: many outlets print none."""
    found = _WORD.findall(plain(speaker or ""))
    return tuple([word for word in found if len(word) > 1] or found)


def _is_misspelling(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names differ in one letter of a longer word: with the same last word, or where one is a last name."""
    if min(len(one), len(other)) == 1:
        one, other = one[-1:], other[-1:]
    elif len(one) != len(other) or one[-1] != other[-1]:
        return False
    return all(a == b or (min(len(a), len(b)) > 4 and OSA.distance(a, b) == 1) for a, b in zip(one, other, strict=True))
