"""A headline that gives another figure than the text below it, or a quotation in words that were not said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest import Account, Collation, Discrepancy, Quote
from digest.text import sentences_of

from ..claims.compare import relation
from ..claims.sameness import FIGURES
from ..english.lemmas import lemma
from .amounts import quantities
from .contexts import Figure, figures
from .differences import is_telling, spell_out
from .matters import same_matter
from .printing import as_printed
from .readings import distinct, quoted, reading, who_gives_what
from .summaries import figures_matter
from .weights import word_weights

# Of the telling words of a headline's quotation, at least two and this share must be in one quotation of the text.
_FEWEST_SHARED, _SHARED = 2, 0.5


def headline_figures(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each figure of a headline that the text gives otherwise and never as the headline does."""
    weights = word_weights(collation)
    for account in collation.event.accounts:
        if not any(claim.kind in FIGURES and _is_in_title(account, claim.start) for claim in account.claims):
            continue
        known = figures(collation, account)
        above = [figure for figure in known if _is_in_title(account, figure.claim.start)]
        below = [figure for figure in known if figure not in above]
        for pair in same_matter(quantities(account.id, above), quantities(account.id, below), weights):
            if pair.contained and relation(*(figure.claim for figure in pair.nearest)) == "contradiction":
                yield _discrepancy(collation, pair.nearest)


def headline_quotations(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each quotation of a headline whose words the text quotes otherwise and never has in that order.

    What a headline leaves out of a quotation is no other wording.
    """
    for account in collation.event.accounts:
        headlines: dict[str, list[Quote]] = {}
        for quote in account.quotes:
            if quote.kind != "indirect" and _is_in_title(account, quote.start):
                headlines.setdefault(quote.text.strip(" ,."), []).append(quote)
        for printed in headlines.values():
            said = _said_otherwise(account, _telling(account, *printed[0].span))
            if said:
                yield _requoted(collation, printed, said)


def _said_otherwise(account: Account, words: Sequence[str]) -> Quote | None:
    """The quotation of the text with most words of a headline's, if the text has these words in no such order."""
    article = account.article
    told = [span for block in article.own_blocks if block.kind != "title" for span in sentences_of(article, block)]
    if len(words) < _FEWEST_SHARED or any(_has_in_order(_telling(account, *span), words) for span in told):
        return None
    said = (quote for quote in account.quotes if _is_said(account, quote))
    shared = [(len(set(words) & set(_telling(account, *quote.span))), quote) for quote in said]
    most, nearest = max(shared, key=_count, default=(0, None))
    return nearest if most >= max(_FEWEST_SHARED, _SHARED * len(set(words))) else None


def _count(found: tuple[int, Quote]) -> tuple[int, int]:
    """By the number of words shared; of equals the first in the text."""
    return found[0], -found[1].start


def _is_said(account: Account, quote: Quote) -> bool:
    return quote.kind in ("direct", "partial") and not _is_in_title(account, quote.start)


def _telling(account: Account, start: int, end: int) -> list[str]:
    """The base forms of the words of a range that say something."""
    return [lemma(word.form) for word in spell_out(account.article.text, start, end) if is_telling(word.form)]


def _has_in_order(words: Sequence[str], part: Sequence[str]) -> bool:
    """Whether the words of a part stand among others in the same order."""
    following = iter(words)
    return all(word in following for word in part)


def _requoted(collation: Collation, headlines: Sequence[Quote], said: Quote) -> Discrepancy:
    readings = tuple(reading(quote, quote.text.strip(" ,.")) for quote in (*headlines, said))
    in_headline, in_text = quoted(readings[0].value), quoted(readings[-1].value)
    outlet = collation.event.outlet(said.article)
    return Discrepancy(
        kind="quote-wording",
        severity="wording-only",
        confidence=0.6,
        summary=f"{in_headline} in the headline",
        explanation=f"{outlet} quotes {in_headline} in its headline, {in_text} in its text.",
        readings=readings,
        rule="a quotation of the headline that the text has in other words",
    )


def _is_in_title(account: Account, position: int) -> bool:
    return any(block.start <= position < block.end for block in account.article.blocks_of("title"))


def _discrepancy(collation: Collation, found: tuple[Figure, Figure]) -> Discrepancy:
    readings = distinct(reading(figure.claim, as_printed(figure.claim)) for figure in found)
    return Discrepancy(
        kind="number",
        severity="likely-error",
        confidence=0.6,
        summary=f"{figures_matter(collation.event, found)} in headline and text",
        explanation=who_gives_what(collation.event, readings),
        readings=readings,
        rule="a figure of the headline that the text gives otherwise",
    )
