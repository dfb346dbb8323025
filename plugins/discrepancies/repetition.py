"""A paragraph that stands twice in one article, word for word or nearly so: a slip of editing or of scraping."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from rapidfuzz import fuzz

from digest import Article, Collation, Discrepancy, Span
from digest.text import sentences, words

from .readings import reading_at

_FEWEST_WORDS = 12
_ALIKE = 88.0


def repeated_paragraphs(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each body paragraph whose sentences come again in another paragraph of its article."""
    for account in collation.event.accounts:
        for first, second in _repeats(account.article):
            text = account.article.text
            opening = " ".join(text[slice(*first)].split()[:6])
            yield Discrepancy(
                kind="other",
                severity="wording-only",
                confidence=0.9,
                summary=f"A passage printed twice: “{opening} …”",
                explanation=f"{collation.event.outlet(account.id)} has the passage “{opening} …” in two places.",
                readings=tuple(
                    reading_at(account.article, *span, value=place)
                    for span, place in ((first, "first time"), (second, "second time"))
                ),
                rule="the same sentence in two paragraphs of one article",
            )


def _repeats(article: Article) -> Iterator[tuple[Span, Span]]:
    """Pairs of long sentences in different body paragraphs that are alike; of one paragraph the first pair."""
    found = [
        (number, span)
        for number, block in enumerate(article.blocks_of("body"))
        for span in sentences(article.text, block.start, block.end)
        if len(words(article.text, *span)) >= _FEWEST_WORDS
    ]
    seen: set[int] = set()
    for (number, first), (other, second) in combinations(found, 2):
        if number != other and number not in seen and _alike(article.text[slice(*first)], article.text[slice(*second)]):
            seen |= {number, other}
            yield first, second


def _alike(first: str, second: str) -> bool:
    shorter, longer = sorted((len(first), len(second)))
    return shorter >= 0.8 * longer and fuzz.ratio(first, second, score_cutoff=_ALIKE) > 0
