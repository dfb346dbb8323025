"""How much a word says in an event: what all its sentences speak of tells two utterances apart least."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping

from digest import Event
from digest.text import sentences_of

from ..english.common_words import FUNCTION_WORDS
from ..english.terms import is_common_verb
from .parts import normal_words

_FUNCTION_WORD, _COMMON_VERB = 0.2, 0.6
# Taken as so many more sentences of other events: in a short text few words can be called frequent.
_BACKGROUND = 200
# Fitted on news quotations: the topic's own words must count, only less.
_RARITY_POWER = 0.3

Weights = Mapping[str, float]


def word_weights(event: Event) -> Weights:
    """For each lower-case word of the event's accounts a weight from 0 to 1.

    A rare content word weighs 1; what many sentences have weighs less, by inverse sentence frequency.
    """
    texts = [
        normal_words(account.article.text, start, end)
        for account in event.accounts
        for block in account.article.own_blocks
        for start, end in sentences_of(account.article, block)
    ]
    frequency = Counter(word for words in texts for word in set(words))
    # A quotation that a plugin gives may begin or end inside a word, or stand where no sentence is looked at.
    for account in event.accounts:
        for quote in account.quotes:
            frequency.update(word for word in normal_words(quote.text, 0, len(quote.text)) if word not in frequency)
    size = len(texts) + _BACKGROUND
    rarity = {word: math.log(size / count) / math.log(size) for word, count in frequency.items()}
    return {word: _kind(word) * rarity[word] ** _RARITY_POWER for word in frequency}


def _kind(word: str) -> float:
    if word in FUNCTION_WORDS:
        return _FUNCTION_WORD
    return _COMMON_VERB if is_common_verb(word) else 1.0
