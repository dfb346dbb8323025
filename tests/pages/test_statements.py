"""What several accounts state as fact, and what each of them alone states."""

from __future__ import annotations

import msgspec
from layouts import edition_of

from digest.model import Comparison, Statement
from digest.pages.statements import stated


def test_what_several_state_is_a_fact_with_a_place_in_each(ferries: Comparison) -> None:
    """A fact cites each account once, in the order of the accounts; remarks of several are shown elsewhere."""
    several, _ = stated(edition_of(ferries))
    (fog,) = several
    assert (fog.speaker, fog.words) == ("", "")
    assert [citation.siglum.outlet for citation in fog.citations] == ["Harbour Gazette", "Northern Wire"]
    assert [citation.words for citation in fog.citations] == ["fog", "fog"]


def test_the_words_shown_are_those_named_first(ferries: Comparison) -> None:
    """Whose words are shown is the plugin's choice; the sigla stay in the order of the accounts."""
    fact = next(s for s in ferries.statements if s.kind == "fact" and len(s.articles) > 1)
    for first in fact.evidence:
        evidence = (first, *(passage for passage in fact.evidence if passage != first))
        statement = msgspec.structs.replace(fact, evidence=evidence)
        (several,), _ = stated(edition_of(msgspec.structs.replace(ferries, statements=(statement,))))
        assert [citation.siglum.outlet for citation in several.citations] == ["Harbour Gazette", "Northern Wire"]
        assert several.shown.siglum.outlet == ferries.event.outlet(first.article)


def test_what_one_alone_states_leads_to_its_mark(ferries: Comparison) -> None:
    """A remark leads to the quotation's mark, a fact to its paragraph."""
    _, alone = stated(edition_of(ferries))
    assert {article: [s.words for s in found] for article, found in alone.items()} == {
        "gazette": [""],
        "lantern": ["A minister who knew and did nothing cannot stay"],
    }
    (remark,) = alone["lantern"]
    assert remark.speaker == "Sunniva Rask"
    assert remark.citations[0].anchor.startswith("m-")
    assert alone["gazette"][0].citations[0].anchor.startswith("p-")


def test_a_long_remark_is_cut_at_a_word(ferries: Comparison) -> None:
    """What is longer than a sentence or so ends after a whole word, and says that there is more."""
    passage = ferries.event.accounts[0].article.passage(0, 5)
    long = Statement(kind="quotation", text="seven letters " * 20, evidence=(passage,), rule="r")
    _, alone = stated(edition_of(msgspec.structs.replace(ferries, statements=(long,))))
    (shown,) = alone["gazette"]
    assert shown.words.endswith(("seven …", "letters …"))
    assert len(shown.words) < 150


def test_only_what_is_marked_is_led_to(ferries: Comparison) -> None:
    """A remark that the account has no mark for, as one told without quotation marks, leads to its paragraph."""
    lantern = ferries.event.accounts[2]
    told = [msgspec.structs.replace(quote, kind="indirect") for quote in lantern.quotes]
    accounts = tuple(
        msgspec.structs.replace(a, quotes=tuple(told)) if a is lantern else a for a in ferries.event.accounts
    )
    event = msgspec.structs.replace(ferries.event, accounts=accounts)
    collation = msgspec.structs.replace(ferries.collation, event=event, alignments=())
    _, alone = stated(edition_of(msgspec.structs.replace(ferries, collation=collation)))
    assert [remark.citations[0].anchor[:2] for remark in alone["lantern"]] == ["p-"]
