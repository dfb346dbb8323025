"""A headline that gives another figure than the text below it."""

from __future__ import annotations

from collections.abc import Iterator

from digest import Account, Collation, Discrepancy

from ..claims.compare import relation
from .contexts import Figure, figures, word_weights
from .matters import quantities, same_matter
from .readings import distinct, reading, who_gives_what
from .summaries import figures_matter


def headline_figures(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each figure of a headline that the text gives otherwise and never as the headline does."""
    weights = word_weights(collation.event)
    for account in collation.event.accounts:
        known = list(figures(collation, account))
        above = [figure for figure in known if _is_in_title(account, figure)]
        below = [figure for figure in known if figure not in above]
        for pair in same_matter(quantities(above), quantities(below), weights):
            if pair.contained and relation(*(figure.claim for figure in pair.nearest)) == "contradiction":
                yield _discrepancy(collation, pair.nearest)


def _is_in_title(account: Account, figure: Figure) -> bool:
    titles = account.article.blocks_of("title")
    return any(block.start <= figure.claim.start < block.end for block in titles)


def _discrepancy(collation: Collation, found: tuple[Figure, Figure]) -> Discrepancy:
    readings = distinct(reading(figure.claim, " ".join(figure.claim.text.split())) for figure in found)
    return Discrepancy(
        kind="number",
        severity="likely-error",
        confidence=0.6,
        summary=f"{figures_matter(collation.event, found)} in headline and text",
        explanation=who_gives_what(collation.event, readings),
        readings=readings,
        rule="a figure of the headline that the text gives otherwise",
    )
