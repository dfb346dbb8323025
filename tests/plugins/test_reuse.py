"""Text that accounts share word for word."""

from __future__ import annotations

import re

import msgspec
import pytest
from digest.standard.quotes import extract_quotes
from digest.standard.reuse import find_reuse

from digest.testing import make_comparison

WIRE = (
    "The swing bridge over the Calder reopened on Monday after eleven weeks of repairs to its hinges and its deck, and"
    " the first bus of the morning crossed it with a band on board.\nDrivers had been sent round by the Farrow road,"
    " which added half an hour to the way to work, and shops at the quay had lost a third of their trade.\n"
)
OWN = "Our reporter walked over it in nine minutes and met four dogs, two of them wet, and a man who sold plums.\n"
SAID = "I have waited eleven weeks for this bridge and I would have waited eleven more if they had asked me kindly"


def find(collate, **texts):
    return list(find_reuse(collate(texts, extract_quotes=extract_quotes).event))


def test_wire_copy_is_found(collate) -> None:
    """Two accounts with the same two paragraphs depend on each other, whatever else they have."""
    [reuse] = find(collate, a=f"Bridge open\n{WIRE}", b=f"Bridge opens\n{OWN}{WIRE}")
    assert reuse.articles == ("a", "b")
    assert reuse.share == 1.0
    assert [first.text.lower() for first, _ in reuse.passages] == [second.text.lower() for _, second in reuse.passages]
    assert re.findall(r"\w+", " ".join(first.text for first, _ in reuse.passages)) == re.findall(r"\w+", WIRE)


def test_independent_accounts_share_nothing(collate) -> None:
    """Two accounts of one event in their own words are independent."""
    other = "On Monday buses crossed the repaired Calder swing bridge for the first time in eleven weeks, to music.\n"
    assert find(collate, a=f"Bridge open\n{WIRE}", b=f"Bridge opens\n{other * 1}{OWN}") == []


def test_a_shared_quotation_is_no_reuse(collate) -> None:
    """A long quotation that both have does not make accounts depend on each other."""
    texts = {
        key: f"Bridge\n“{SAID}. {SAID},” said Olu Brand, {way} by the quay.\n"
        for key, way in (("a", "a baker"), ("b", "63"))
    }
    assert find(collate, **texts) == []


def test_a_sentence_of_wire_copy_is_found(collate) -> None:
    """A long sentence that both have is shared text, however much else each has; it is one witness only for itself."""
    sentence = WIRE.split("\n")[0]
    more = (
        OWN,
        "Nobody came from the council. The fish market had sold out by nine, and its cat slept on the scales.\n",
    )
    texts = {
        key: f"Bridge\n{sentence}\n{own}{' '.join(f'{key}{n} word{n}{key}' for n in range(150))}.\n"
        for key, own in zip("ab", more, strict=True)
    }
    collation = collate(texts, extract_quotes=extract_quotes)
    [reuse] = find_reuse(collation.event)
    collation = msgspec.structs.replace(collation, reuse=(reuse,))
    assert reuse.share < 0.2
    assert collation.witnesses == (("a",), ("b",))
    assert collation.independent(reuse.passages[0]) == 1
    titles = [account.article.passage(0, 6) for account in collation.event.accounts]
    assert collation.independent(titles) == 2


def test_a_shared_phrase_is_not_enough(collate) -> None:
    """A short sentence in common, of many, is no shared text."""
    sentence = "The swing bridge over the Calder reopened on Monday after eleven weeks of repairs.\n"
    assert (
        find(collate, a=f"Bridge\n{sentence}{OWN}", b=f"Bridge\n{sentence}Nobody came to see it, least of all us.\n")
        == []
    )


@pytest.mark.parametrize(
    ("line", "origin"),
    [
        ("Copyright 2031 The Associated Press. All rights reserved.", "The Associated Press"),
        ("Image copyright AFP", None),
    ],
)
def test_origin_by_copyright(line, origin) -> None:
    """An agency's own line on whose text it is, with a year, names the origin; a photographer's does not."""
    texts = {"A": f"Bridge open\n\n{WIRE}\n{line}\n", "B": f"Bridge opens\n\n{WIRE}"}
    [reuse] = make_comparison(texts).collation.reuse
    assert reuse.origin == origin


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("FARROW (Reuters) - ", "Reuters"),
        ("FARROW, Calderdale (AP) — ", "AP"),
        ("FARROW, Cal. (AP) - ", "AP"),
        ("FARROW (NVP) - ", "NVP"),
        ("FARROW (population NINE) ", None),
        ("", None),
        ("She told Reuters that this was so. ", None),
    ],
)
def test_origin(opening, expected, collate) -> None:
    """The origin is the agency in the dateline, and none that the story only mentions."""
    [reuse] = find(collate, a=f"Bridge open\n{opening}{WIRE}", b=f"Bridge opens\n{WIRE}")
    assert reuse.origin == expected
