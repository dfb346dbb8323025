"""Where the accounts of an event differ: one rule a kind, each in a module of its own.

A rule sees the whole collation and gives one discrepancy for each matter, with the readings of all accounts. All
rules hold back where they cannot tell that two passages are about one matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from digest import Collation, Discrepancy, hookimpl

from . import (
    attribution,
    dates,
    days,
    deeds,
    disputes,
    headlines,
    measures,
    names,
    relatives,
    slips,
    spellings,
    statements,
    tallies,
    tenures,
    weekdays,
    wording,
)
from .repeats import told_once
from .witnesses import with_witnesses

NEEDS = ("extract_quotes", "extract_claims", "resolve_people", "align_quotes")

Rule = Callable[[Collation], Iterator[Discrepancy]]

RULES: tuple[Rule, ...] = (
    measures.differing_measures,
    headlines.headline_figures,
    headlines.headline_quotations,
    disputes.disputed_crowds,
    tallies.differing_tallies,
    tallies.divided_or_unanimous,
    dates.event_date_detail,
    dates.misdated_captions,
    dates.page_dates,
    weekdays.wrong_weekdays,
    deeds.differing_deeds,
    days.differing_days,
    tenures.differing_tenures,
    slips.misspelt_names,
    names.spelt_otherwise,
    names.other_given_names,
    relatives.relatives_spelt_otherwise,
    spellings.misspelt_things,
    attribution.other_speakers,
    wording.other_wording,
    statements.opposed_statements,
)


@hookimpl
def tag_discrepancies(collation: Collation) -> Iterator[Discrepancy]:
    """What each rule finds, in the order of the rules."""
    # Readings that turn out to be the same words have nothing to differ from.
    found = (discrepancy for rule in RULES for discrepancy in rule(collation) if len(discrepancy.readings) > 1)
    yield from (with_witnesses(collation, discrepancy) for discrepancy in told_once(found))
