"""A paragraph that stands twice in one article, word for word or nearly so: a slip of editing or of scraping."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from digest import Account, Collation, Discrepancy, Span
from digest.text import sentences, words

from .readings import reading_at, speaks

_FEWEST_WORDS = 12
_ALIKE = 88.0


def repeated_paragraphs(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each body paragraph of an outlet's own words that comes again in its article."""
    for account in collation.event.accounts:
        for first, *again in _repeats(account):
            text = account.article.text
            opening = " ".join(text[slice(*first)].split()[:6])
            places = [(first, "first time"), *((span, "second time") for span in again)]
            yield Discrepancy(
                kind="other",
                severity="wording-only",
                confidence=0.9,
                summary=f"A passage printed twice: “{opening} …”",
                explanation=f"{collation.event.outlet(account.id)} has the passage “{opening} …” in two places.",
                readings=tuple(reading_at(account.article, *span, value=place) for span, place in places),
                rule="the same sentences in two paragraphs of one article",
            )


def _repeats(account: Account) -> Iterator[list[Span]]:
    """For each paragraph that is repeated, its place from the first repeated sentence on, and those of the repeats."""
    article = account.article
    paragraphs = [
        [
            span
            for span in sentences(article.text, block.start, block.end)
            if len(words(article.text, *span)) >= _FEWEST_WORDS and not speaks(account, *span)
        ]
        for block in article.blocks_of("body")
    ]
    for number, paragraph in enumerate(paragraphs):
        later = [span for other in paragraphs[number + 1 :] for span in other]
        pairs = [(span, again) for span in paragraph for again in later if _alike(article.text, span, again)]
        if pairs:
            yield [(pairs[0][0][0], pairs[-1][0][1]), *dict.fromkeys(again for _, again in pairs)]


def _alike(text: str, one: Span, other: Span) -> bool:
    first, second = text[slice(*one)], text[slice(*other)]
    shorter, longer = sorted((len(first), len(second)))
    return shorter >= 0.8 * longer and fuzz.ratio(first, second, score_cutoff=_ALIKE) > 0
