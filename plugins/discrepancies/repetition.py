"""A paragraph that stands twice in one article, word for word or nearly so: a slip of editing or of scraping."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from digest import Account, Collation, Discrepancy, Span
from digest.text import sentences_of, words

from .readings import reading_at, speaks

_FEWEST_WORDS = 12
_ALIKE = 88.0
_END_WORDS = 4


def repeated_paragraphs(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each article in which body paragraphs of the outlet's own words come again."""
    for account in collation.event.accounts:
        repeats = list(_repeats(account))
        if not repeats:
            continue
        places = [
            (span, "first time" if not again else "second time")
            for spans in repeats
            for again, span in enumerate(spans)
        ]
        opening = " ".join(account.article.text[slice(*places[0][0])].split()[:6])
        more = f" and {len(repeats) - 1} more" if len(repeats) > 1 else ""
        yield Discrepancy(
            kind="other",
            severity="wording-only",
            confidence=0.9,
            summary=f"A passage printed twice: “{opening} …”{more}",
            explanation=f"{collation.event.outlet(account.id)} has the passage “{opening} …”{more} in two places.",
            readings=tuple(reading_at(account.article, *span, value=place) for span, place in places),
            rule="the same sentences in two paragraphs of one article",
        )


def _repeats(account: Account) -> Iterator[list[Span]]:
    """For each paragraph that is repeated, its place from the first repeated sentence on, and those of the repeats."""
    article = account.article
    paragraphs = [
        [
            span
            for span in sentences_of(article, block)
            if len(words(article.text, *span)) >= _FEWEST_WORDS and not speaks(account, *span)
        ]
        for block in article.blocks_of("body")
    ]
    candidates = _with_same_ends(article.text, [span for paragraph in paragraphs for span in paragraph])
    for paragraph in paragraphs:
        pairs = [
            (span, again)
            for span in paragraph
            for again in candidates[span]
            if again[0] > paragraph[-1][1] and _alike(article.text, span, again)
        ]
        if pairs:
            yield [(pairs[0][0][0], pairs[-1][0][1]), *dict.fromkeys(again for _, again in pairs)]


def _with_same_ends(text: str, spans: Sequence[Span]) -> dict[Span, list[Span]]:
    """For each sentence those that begin or end with the same words; few are, so few need a closer look."""
    ends: defaultdict[tuple[str, ...], list[Span]] = defaultdict(list)
    keys = {}
    for span in spans:
        forms = text[slice(*span)].lower().split()
        keys[span] = (("first", *forms[:_END_WORDS]), ("last", *forms[-_END_WORDS:]))
        for key in keys[span]:
            ends[key].append(span)
    return {span: sorted({other for key in keys[span] for other in ends[key]} - {span}) for span in spans}


def _alike(text: str, one: Span, other: Span) -> bool:
    first, second = text[slice(*one)], text[slice(*other)]
    shorter, longer = sorted((len(first), len(second)))
    return shorter >= 0.8 * longer and fuzz.ratio(first, second, score_cutoff=_ALIKE) > 0
