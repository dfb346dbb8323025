"""Whether two quotations can be of one speaker, by what the outlets call him."""

from __future__ import annotations

import re
from typing import Literal

from rapidfuzz.distance import OSA

from digest import Quote
from digest.text import plain

from ..english.roles import ROLES

Compatibility = Literal["same", "unknown", "other"]

_WORD = re.compile(r"\w+")


def compatibility(first: Quote, second: Quote) -> Compatibility:
    """`same` for one name, a part of it or a misspelling; `unknown` where none is named, as "an official".

    What tells in several words who speaks, as "a spokesman for the harbour", is as good as a name if both have it.

    Who speaks in a headline is often left to the story, so there a different name is no proof.
    """
    if first.speaker and first.speaker == second.speaker and " " in first.speaker:
        return "same"
    if not (is_named(first.speaker) and is_named(second.speaker)):
        return "unknown"
    one, other = _words(first.speaker), _words(second.speaker)
    if set(one) <= set(other) or set(other) <= set(one) or _is_misspelling(one, other):
        return "same"
    return "unknown" if "title" in (first.kind, second.kind) or _is_office(one) or _is_office(other) else "other"


def is_named(speaker: str | None) -> bool:
    """Whether somebody is called by a name: words that begin and end in capitals."""
    words = _WORD.findall(speaker or "")
    return bool(words) and words[0][0].isupper() and words[-1][0].isupper()


def _is_office(words: list[str]) -> bool:
    """Whether a name is that of an office, as "Head of State"."""
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    return head in ROLES


def _words(speaker: str | None) -> list[str]:
    """The words of a name without case and accents: many outlets print none."""
    return _WORD.findall(plain(speaker or ""))


def _is_misspelling(one: list[str], other: list[str]) -> bool:
    """Whether two names differ in one letter of a longer word: with the same last word, or where one is a last name."""
    if min(len(one), len(other)) == 1:
        one, other = one[-1:], other[-1:]
    elif len(one) != len(other) or one[-1] != other[-1]:
        return False
    return all(a == b or (min(len(a), len(b)) > 4 and OSA.distance(a, b) == 1) for a, b in zip(one, other, strict=True))
