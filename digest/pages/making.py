"""How a page was made: the plugins whose work is on it, and the rules by which quotations were found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from digest.language import N_
from digest.pages.edition import Edition
from digest.pages.views import Maker, Rule


def makers(edition: Edition) -> tuple[Maker, ...]:
    """The plugins by their kind of work."""
    often = Counter(_work(edition))
    return tuple(
        Maker(plugin=plugin, number=number, work=edition.language.gettext(work))
        for (work, plugin), number in sorted(often.items())
    )


def rules(edition: Edition) -> tuple[Rule, ...]:
    """The rules by which quotations were found, the most frequent first."""
    often = Counter((q.rule, q.plugin) for account in edition.comparison.event.accounts for q in account.quotes)
    ordered = sorted(often.items(), key=lambda item: (-item[1], item[0]))
    return tuple(
        Rule(anchor=f"r{place}", text=rule, plugin=plugin, number=number)
        for place, ((rule, plugin), number) in enumerate(ordered, 1)
    )


def _work(edition: Edition) -> Iterator[tuple[str, str]]:
    comparison = edition.comparison
    for account in comparison.event.accounts:
        yield from ((N_("paragraphs labelled"), block.plugin) for block in account.article.blocks)
        yield from ((N_("quotations found"), quote.plugin) for quote in account.quotes)
        yield from ((N_("facts found"), claim.plugin) for claim in account.claims)
    yield from ((N_("utterances aligned"), alignment.plugin) for alignment in comparison.collation.alignments)
    yield from ((N_("differences found"), discrepancy.plugin) for discrepancy in comparison.discrepancies)
    yield from ((N_("topics found"), topic.plugin) for topic in comparison.topics)
    yield from ((N_("statements compared"), statement.plugin) for statement in comparison.statements)
