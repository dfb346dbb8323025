"""How a page was made: the plugins whose work is on it, and the rules they went by."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator

from digest.language import N_
from digest.pages.edition import Edition
from digest.pages.views.making import Maker, Rule

QUOTATIONS = N_("quotations found")


def makers(edition: Edition) -> tuple[Maker, ...]:
    """The plugins by their kind of work."""
    often = Counter((work, plugin) for work, plugin, _ in itertools.chain(_elsewhere(edition), _listed(edition)))
    return tuple(
        Maker(plugin=plugin, number=number, work=edition.language.gettext(work))
        for (work, plugin), number in sorted(often.items())
    )


def rules(edition: Edition) -> tuple[Rule, ...]:
    """The rules by which all was found that has none beside it: those of quotations first, then by kind of work."""
    of_quotations = quotation_rules(edition)
    return (*of_quotations, *_rules(_listed(edition), len(of_quotations) + 1, edition))


def quotation_rules(edition: Edition) -> tuple[Rule, ...]:
    """The rules by which quotations were found, the most frequent first."""
    quotes = (quote for account in edition.comparison.event.accounts for quote in account.quotes)
    return _rules(((QUOTATIONS, quote.plugin, quote.rule) for quote in quotes), 1, edition)


Work = tuple[str, str, str]


def _rules(done: Iterator[Work], first: int, edition: Edition) -> tuple[Rule, ...]:
    """Each rule with how often it applied; their anchors are numbered from `first` on."""
    ordered = sorted(Counter(done).items(), key=lambda item: (item[0][:2], -item[1], item[0]))
    return tuple(
        Rule(anchor=f"r{place}", text=rule, plugin=plugin, number=number, work=edition.language.gettext(work))
        for place, ((work, plugin, rule), number) in enumerate(ordered, first)
    )


def _listed(edition: Edition) -> Iterator[Work]:
    """What plugins found in the event, which of them, and by which rule; the page has a list of these rules."""
    comparison = edition.comparison
    collation = comparison.collation
    yield from ((N_("utterances aligned"), found.plugin, found.rule) for found in collation.alignments)
    yield from ((N_("pairs of accounts that share text"), found.plugin, found.rule) for found in collation.reuse)
    yield from ((N_("topics found"), found.plugin, found.rule) for found in comparison.topics)
    yield from ((N_("statements compared"), found.plugin, found.rule) for found in comparison.statements)


def _elsewhere(edition: Edition) -> Iterator[Work]:
    """What has its rule beside it on the page, or is shown only as part of something else."""
    for account in edition.comparison.event.accounts:
        yield from ((N_("paragraphs labelled"), found.plugin, found.rule) for found in account.article.blocks)
        yield from ((QUOTATIONS, quote.plugin, quote.rule) for quote in account.quotes)
        yield from ((N_("facts found"), found.plugin, found.rule) for found in account.claims)
    yield from ((N_("differences found"), found.plugin, found.rule) for found in edition.comparison.discrepancies)
