"""Which quotations are versions of one utterance."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
import yaml
from digest.standard.alignment import align_quotes
from digest.standard.alignment.substance import is_negated, only_contrasts

from digest import Quote

FILE = Path(__file__).parents[2] / "fixtures" / "events" / "utterances.yaml"
CASES = yaml.safe_load(FILE.read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_groups(case, quoted) -> None:
    """Versions of one utterance are one group; what is another utterance stands in none."""
    event, quotes = quoted(case["quotes"])
    number = {quote.id: index for index, quote in enumerate(quotes)}
    found = [sorted({number[member.quote] for member in group.members}) for group in align_quotes(event)]
    assert sorted(found) == case["groups"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_members_stand_in_their_quotation(case, quoted) -> None:
    """A member is a piece of its quotation, verbatim."""
    event, quotes = quoted(case["quotes"])
    by_id = {quote.id: quote for quote in quotes}
    for member in (member for group in align_quotes(event) for member in group.members):
        quote = by_id[member.quote]
        assert quote.start <= member.start < member.end <= quote.end
        assert event.by_id[member.article].article.text[member.start : member.end] == member.text


def test_part_of_a_long_quotation(quoted) -> None:
    """Of a long quotation only the sentence that the others have is in the group."""
    event, _ = quoted(CASES[-1]["quotes"])
    first, _ = align_quotes(event)
    assert [member.text for member in first.members] == ["Both sides have shown patience."] * 2


def test_label_and_speaker(quoted) -> None:
    """A group is named by its shortest version, and its speaker by most versions."""
    event, _ = quoted(CASES[1]["quotes"])
    [group] = align_quotes(event)
    assert (group.label, group.speaker) == ("reckless and thoughtless walkout", "Petra Vance")


def test_neighbouring_sentences_are_one_group(quoted) -> None:
    """Two sentences that the same quotations have one after the other are one utterance."""
    said = "The depot gates will open at dawn. Nobody has lost face tonight."
    event, _ = quoted([("a", "Lio Marsh", said), ("b", "Lio Marsh", said)])
    [group] = align_quotes(event)
    assert [member.text for member in group.members] == [said, said]


@pytest.mark.parametrize(("second", "confidence"), [("So it is.", 0.95), ("So it was.", 0.6)])
def test_the_same_words_are_sure(quoted, second: str, confidence: float) -> None:
    """A short sentence is found by its neighbour; a remark whose words are the same throughout is one all the same."""
    said = "The depot gates will open at dawn. So it is."
    event, _ = quoted([("a", "Lio Marsh", said), ("b", "Lio Marsh", said.replace("So it is.", second))])
    assert [group.confidence for group in align_quotes(event)] == [confidence]


def test_repeated_headline_counts_once(quoted) -> None:
    """A page that prints its headline twice has it in the group once."""
    said = "neighbours, not strangers"
    event, _ = quoted([("a", "Iva Stolz", said), ("a", "Iva Stolz", said), ("b", "Iva Stolz", said)])
    accounts = tuple(
        msgspec.structs.replace(account, quotes=tuple(msgspec.structs.replace(q, kind="title") for q in account.quotes))
        for account in event.accounts
    )
    [group] = align_quotes(msgspec.structs.replace(event, accounts=accounts))
    assert [member.article for member in group.members] == ["a", "b"]


def test_what_stands_in_one_another_is_one_version(quoted) -> None:
    """A report inside a report of the same article, and a phrase in marks inside it, are no versions of each other."""
    said = "the mayor told the council that the eastern sluice gate would break in the next flood"
    event, _ = quoted([("a", "Iva Stolz", said, "indirect"), ("b", "Iva Stolz", said, "indirect")])
    accounts = tuple(
        msgspec.structs.replace(account, quotes=(*account.quotes, _tail(account.quotes[0], "the eastern")))
        for account in event.accounts
    )
    nested = msgspec.structs.replace(event, accounts=accounts)
    [group] = align_quotes(nested)
    assert [member.text for member in group.members] == [said, said]
    assert list(align_quotes(msgspec.structs.replace(nested, accounts=accounts[:1]))) == []


def _tail(quote: Quote, first: str) -> Quote:
    """The end of a quotation from some words on, as a quotation of its own."""
    start = quote.start + quote.text.index(first)
    return msgspec.structs.replace(quote, start=start, text=quote.text[start - quote.start :])


@pytest.mark.parametrize(
    ("said", "expected"),
    [("nobody has left", True), ("it is not a tram", True), ("it is not only a tram", False), ("not", True)],
)
def test_negation(said, expected) -> None:
    """Words of denial count, but "not only" denies nothing."""
    assert is_negated(said.split()) is expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("friends not foes", True),
        ("they help each other achieve not harm each other", True),
        ("they help each other", True),
        ("they are not foes", False),
        ("not a foe", False),
        ("we urge them not to harm each other", False),
        ("friends and never foes", False),
    ],
)
def test_what_is_only_set_apart(said, expected) -> None:
    """What "not" sets apart from something asserted is no denial; a sentence is denied by its auxiliary."""
    assert only_contrasts(said.split()) is expected


def test_a_quotation_may_end_inside_a_word(quoted) -> None:
    """Where a plugin puts the bounds of a quotation is its own affair: what it gives is aligned as it is."""
    event, _ = quoted([(name, "Ida Storm", "The ferry will sail again on Thursday") for name in "ab"])
    accounts = tuple(
        msgspec.structs.replace(a, quotes=tuple(_cut(quote) for quote in a.quotes)) for a in event.accounts
    )
    [group] = align_quotes(msgspec.structs.replace(event, accounts=accounts))
    assert {member.text for member in group.members} == {"The ferry will sail again on Thurs"}


def _cut(quote: Quote) -> Quote:
    return msgspec.structs.replace(quote, end=quote.end - 3, text=quote.text[:-3])


def test_no_quotations_no_groups(quoted) -> None:
    """An event without quotations has no utterances."""
    event, _ = quoted([])
    assert list(align_quotes(event)) == []
