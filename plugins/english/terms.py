"""Noun phrases of English text, found from closed-class words and word forms, without a tagger.

A phrase is a run of content words that ends in a noun: "human rights", "surveillance balloon". What breaks a
run is punctuation, a function word, a verb or a vague word. It errs on the side of missing a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from digest import Span
from digest.text import words

from .common_words import (
    ADVERBS,
    DETERMINERS,
    FUNCTION_WORDS,
    IRREGULAR_FORMS,
    NEVER_NOUNS,
    NUMBER_WORDS,
    PREPOSITIONS,
    TIME_WORDS,
    VAGUE_ADJECTIVES,
    VAGUE_NOUNS,
    VERBS,
)
from .roles import ROLES

MAX_WORDS = 4
# What may stand between two words of one phrase: nothing but a space.
_JOINTS = (" ", "\u00a0")
_POSSESSIVE = re.compile(r"[’']s?$")
# Participles and gerunds end so; as the last word of a phrase they are verbs more often than nouns.
_VERBAL = re.compile(r"(?:ed|ing)$")
_DEMONYM = re.compile(
    r"(?:ese|ish|[lrstdnbcxmvp]ian|ean|ican|crat|cratic|Greek|French|Dutch|German|Swiss|Thai|Czech|Afghan|Arab"
    r"|Iraqi|Israeli|Pakistani|Kuwaiti|Qatari|Emirati|Saudi|Yemeni|Omani|Bahraini|Nepali|Bangladeshi)s?$"
)
# A possessive or a contraction, initials.
_NO_NOUN = re.compile(r"[’'.]")
NOUNS_IN_ING = frozenset(
    """advertising backing bargaining bombing briefing broadcasting building camping ceiling clothing crossing
    drilling dressing engineering farming filing filming firing fishing funding gambling gathering hacking
    hearing housing hunting killing landing lending lobbying logging looting manufacturing marketing meeting
    mining nursing offering offspring opening painting planning policing polling posting pricing profiling
    publishing racing rating refining ruling sentencing shipping shooting shopping sibling spending spying
    stabbing testing torturing trading trafficking training tutoring underwriting uprising voting warning
    wedding wiretapping""".split()
)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The lower-case word without possessive and plural endings, so that forms of one noun meet.

    Initials keep their capitals: "OR" is not "or".
    """
    word = _POSSESSIVE.sub("", word)
    if len(word) > 1 and word.isupper():
        return word
    word = word.lower()
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@lru_cache(maxsize=20_000)
def is_common_verb(word: str) -> bool:
    """Whether a lower-case word is a form of a verb that any text may use."""
    return word in VERBS or word in IRREGULAR_FORMS or any(base in VERBS for base in _bases(word))


def _bases(word: str) -> Iterator[str]:
    for ending in ("s", "es", "d", "ed", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            base = word[: -len(ending)]
            yield base
            yield base + "e"
            if base[-1:] == base[-2:-1]:
                yield base[:-1]
            if base.endswith("i"):
                yield base[:-1] + "y"


@lru_cache(maxsize=20_000)
def is_vague(word: str) -> bool:
    """Whether a lower-case word tells a reader nothing about what a text is about."""
    word = word.replace("’", "'")
    return (
        len(word) < 3
        or word in FUNCTION_WORDS
        or word in ADVERBS
        or word in VAGUE_ADJECTIVES
        or word in TIME_WORDS
        or word in NUMBER_WORDS
        or word in VAGUE_NOUNS
        or stem(word) in VAGUE_NOUNS
        or stem(word) in ROLES
        or word.endswith("ly")
    )


def is_demonym(word: str) -> bool:
    """Whether a capitalised word says where something is from or which party it is of: "Danish", "Koreans"."""
    return bool(_DEMONYM.search(word))


def noun_phrases(text: str, start: int, end: int) -> list[tuple[Span, ...]]:
    """The lower-case noun phrases of `text[start:end]`, each as the offsets of its words, in order.

    A phrase has one to `MAX_WORDS` words; a longer run gives the phrase at its end, where the head is.
    """
    spans = words(text, start, end)
    phrases = []
    run: list[Span] = []
    for index, span in enumerate(spans):
        if run and text[run[-1][1] : span[0]] not in _JOINTS:
            phrases.append(_phrase(text, run))
            run = []
        if _is_content(text, spans, index, bool(run)):
            run.append(span)
        elif run:
            phrases.append(_phrase(text, run))
            run = []
    phrases.append(_phrase(text, run))
    return [phrase for phrase in phrases if phrase]


def _is_content(text: str, spans: list[Span], index: int, inside: bool) -> bool:
    """Whether a word can be part of a noun phrase where it stands."""
    start, end = spans[index]
    fits = _may_be_content(text[start:end])
    return _takes_noun(text, spans, index, inside) if fits is None else fits


@lru_cache(maxsize=20_000)
def _may_be_content(word: str) -> bool | None:
    """Whether a word can be part of a noun phrase; None if that depends on where it stands."""
    if not word[0].islower() or len(word) < 3 or _NO_NOUN.search(word):
        return False
    if word in FUNCTION_WORDS or word in ADVERBS or word in TIME_WORDS or word in NUMBER_WORDS:
        return False
    if word.endswith("ly"):
        return False
    if not is_common_verb(word) and not _VERBAL.search(word):
        return True
    if word in IRREGULAR_FORMS or not NEVER_NOUNS.isdisjoint((word, *_bases(word))):
        return False
    return None


def _takes_noun(text: str, spans: list[Span], index: int, inside: bool) -> bool:
    """Whether the words around make a noun or a modifier of a word that is also a verb."""
    word = text[slice(*spans[index])]
    before = text[slice(*spans[index - 1])].lower() if index else ""
    after = text[slice(*spans[index + 1])] if index + 1 < len(spans) else ""
    if before in DETERMINERS or before.endswith(("’s", "'s")):
        return True
    if word.endswith("s") and (before.isdigit() or before in NUMBER_WORDS):
        return True
    if before == "to" or after.lower() in DETERMINERS:
        return False
    if inside:
        after_plural = before.endswith("s") and not word.endswith("s")
        return not (word.endswith("ed") or after_plural or after[:1].isupper())
    if word.endswith("ing") and word not in NOUNS_IN_ING:
        return False
    return before in PREPOSITIONS or is_common_verb(before)


def _phrase(text: str, run: list[Span]) -> tuple[Span, ...]:
    """The part of a run that names something: without vague words at both ends."""
    found = list(run)
    while found and _is_weak_end(text[slice(*found[-1])]):
        found.pop()
    while len(found) > 2 and is_vague(text[slice(*found[-1])]):
        found.pop()
    found = found[-MAX_WORDS:]
    while len(found) > 1 and text[slice(*found[0])] in VAGUE_ADJECTIVES:
        found.pop(0)
    return tuple(found)


def _is_weak_end(word: str) -> bool:
    if word in VAGUE_ADJECTIVES:
        return True
    return bool(_VERBAL.search(word)) and word not in NOUNS_IN_ING and stem(word) == word
