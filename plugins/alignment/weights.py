"""How much a word says in an event: what all its sentences speak of tells two utterances apart least."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from digest import Event
from digest.text import WORD, sentences_of

from ..english.common_words import FUNCTION_WORDS
from ..english.terms import is_common_verb
from .parts import forms_of, normal_words

_FUNCTION_WORD, _COMMON_VERB = 0.2, 0.6
# Taken as so many more sentences of other events: in a short text few words can be called frequent.
_BACKGROUND = 200
# Fitted on news quotations: the topic's own words must count, only less.
_RARITY_POWER = 0.3

# Names are what statements are about: two that have only these in common may say anything of them.
NAME = 0.4
_INITIALS = 4


class Weights(msgspec.Struct, frozen=True):
    """For each lower-case word of an event a weight from 0 to 1: of words, and of concepts, where names weigh less."""

    words: Mapping[str, float]
    concepts: Mapping[str, float]


def word_weights(event: Event) -> Weights:
    """The weights of all words of the event's accounts.

    A rare content word weighs 1; what many sentences have weighs less, by inverse sentence frequency.
    """
    frequency: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    size = _BACKGROUND
    for account in event.accounts:
        text = account.article.text
        for block in account.article.own_blocks:
            for start, end in sentences_of(account.article, block):
                printed = WORD.findall(text, start, end)
                frequency.update({form for word in printed for form in forms_of(word)})
                size += 1
                if block.kind not in ("title", "heading"):
                    capitals.update(_capitalised(printed[1:]))
    # A quotation that a plugin gives may begin or end inside a word, or stand where no sentence is looked at.
    for account in event.accounts:
        for quote in account.quotes:
            frequency.update(word for word in normal_words(quote.text, 0, len(quote.text)) if word not in frequency)
    rarity = {word: math.log(size / count) / math.log(size) for word, count in frequency.items()}
    weights = {word: _kind(word) * rarity[word] ** _RARITY_POWER for word in frequency}
    names = {word for word, count in capitals.items() if count > frequency[word] / 2 and word not in FUNCTION_WORDS}
    return Weights(weights, {word: weight * (NAME if word in names else 1.0) for word, weight in weights.items()})


def _capitalised(printed: Sequence[str]) -> set[str]:
    """The words that have a capital, in lower case; not those in capitals, but for initials."""
    names = (word for word in printed if word[0].isupper() and not (word.isupper() and len(word) > _INITIALS))
    return {form for word in names for form in forms_of(word)}


def _kind(word: str) -> float:
    if word in FUNCTION_WORDS:
        return _FUNCTION_WORD
    return _COMMON_VERB if is_common_verb(word) else 1.0
