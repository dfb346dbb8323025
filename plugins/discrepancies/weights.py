"""How much the content words of an event tell: synonyms count as one word, and the fewer sentences have it the more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from math import log

from digest import Article, Collation, Span
from digest.text import sentences_of

from ..english.lemmas import content_lemmas, lemma
from ..english.synonyms import concept


def roots(lemmas: Iterable[str]) -> frozenset[str]:
    """One word for all synonyms; the words of headlines in capitals are brought to their base forms first."""
    return frozenset(map(_root, lemmas))


@lru_cache(maxsize=20_000)
def _root(word: str) -> str:
    return concept(lemma(word))


def word_weights(collation: Collation) -> dict[str, float]:
    """For each content word of an event, 0 to 1: the fewer sentences have it, the more it says."""
    return collation.derived(_word_weights)


def _word_weights(collation: Collation) -> dict[str, float]:
    told = [said for account in collation.event.accounts for _, said in account.article.derived(sentence_roots)]
    found = Counter(word for said in told for word in said)
    total = len(told)
    return {word: log((total + 1) / count) / log(total + 1) for word, count in found.items()}


def sentence_roots(article: Article) -> tuple[tuple[Span, frozenset[str]], ...]:
    """The sentences of an article's own blocks, each with its content words, synonyms as one word."""
    spans = [span for block in article.own_blocks for span in sentences_of(article, block)]
    return tuple((span, roots(content_lemmas(article.text, *span))) for span in spans)
