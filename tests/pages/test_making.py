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
    of_quotations = [rule.number for rule in found.values() if rule.work == "quotations found"]
    assert sum(of_quotations) == sum(len(a.quotes) for a in ferries.event.accounts)
    segments = [s for account in accounts(edition) for p in account.paragraphs for s in p.segments]
    assert {s.rule for s in segments if "q" in s.classes.split()} <= found.keys() | {""}
    assert any(s.rule for s in segments)


def test_all_that_was_found_has_its_rule(ferries: Comparison) -> None:
    """Each rule has its plugin, what was found by it and how often; what has its rule beside it is not listed."""
    edition = edition_of(ferries)
    numbers: dict[tuple[str, str], int] = {}
    for rule in rules(edition):
        numbers[rule.work, rule.plugin] = numbers.get((rule.work, rule.plugin), 0) + rule.number
    beside = ("differences found", "facts found", "paragraphs labelled")
    assert numbers == {(m.work, m.plugin): m.number for m in makers(edition) if m.work not in beside}
    assert len({rule.anchor for rule in rules(edition)}) == len(rules(edition))
