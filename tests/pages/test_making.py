"""How a page was made."""

from __future__ import annotations

from layouts import edition_of

from digest.model import Comparison
from digest.pages.accounts import accounts
from digest.pages.making import makers, rules


def test_plugins_are_named_with_what_they_did(ferries: Comparison) -> None:
    """Each kind of work has its plugin and how often it did it."""
    found = {maker.work: (maker.plugin, maker.number) for maker in makers(edition_of(ferries))}
    assert found["facts found"] == ("claims", sum(len(account.claims) for account in ferries.event.accounts))
    assert found["statements compared"] == ("statements", 4)


def test_every_quotation_names_its_rule(ferries: Comparison) -> None:
    """A mark has the anchor of the rule by which the quotation was found; rules count the quotations."""
    edition = edition_of(ferries)
    found = {rule.anchor: rule for rule in rules(edition)}
    assert sum(rule.number for rule in found.values()) == sum(len(a.quotes) for a in ferries.event.accounts)
    segments = [s for account in accounts(edition) for p in account.paragraphs for s in p.segments]
    assert {s.rule for s in segments if "q" in s.classes.split()} <= found.keys() | {""}
    assert any(s.rule for s in segments)
