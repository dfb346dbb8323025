"""Cards of places where accounts differ."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from layouts import edition_of as edition

from digest.language import ENGLISH
from digest.model import Comparison
from digest.pages.differences import SURE, differences, kinds, outlets


def test_the_hardest_come_first(ferries: Comparison) -> None:
    """Contradictions stand first, what is consistent stands last."""
    assert [d.severity for d in differences(edition(ferries))] == [
        "contradiction",
        "contradiction",
        "imprecision",
        "likely-error",
        "wording-only",
        "consistent-but-different-granularity",
    ]


def test_names_come_last_of_their_severity(ferries: Comparison) -> None:
    """What somebody is called weighs less than what was said, however sure it is."""
    one = next(d for d in ferries.discrepancies if d.severity == "wording-only")
    name = msgspec.structs.replace(one, kind="name", confidence=0.99, summary="A")
    wording = msgspec.structs.replace(one, kind="quote-wording", confidence=0.7, summary="B")
    shown = differences(edition(msgspec.structs.replace(ferries, discrepancies=(name, wording))))
    assert [d.summary for d in shown] == ["B", "A"]


def test_readings_of_one_value_are_one_version(ferries: Comparison) -> None:
    """A value stands once, by its shortest words, with all who give it; what most give stands first."""
    hurt = next(d for d in differences(edition(ferries)) if d.summary == "How many were hurt")
    assert [(v.value, [s.letters for s in v.sigla]) for v in hurt.versions] == [
        ("At least 17", ["N", "D"]),
        ("14", ["H"]),
        ("About a dozen", ["1"]),
    ]
    assert {v.size for v in hurt.versions} == {"large"}


def test_equal_sentences_stand_once(ferries: Comparison) -> None:
    """Accounts that have the very same sentence share it; each still has its own place to go to."""
    hurt = next(d for d in differences(edition(ferries)) if d.summary == "How many were hurt")
    (wire, lantern), *more = hurt.versions[0].sentences
    assert (wire.siglum.letters, lantern.siglum.letters) == ("N", "D")
    assert wire.anchor != lantern.anchor
    assert more == []


def test_the_marked_words_stand_in_their_sentence(ferries: Comparison) -> None:
    """Before, words and after are the sentence, and no more."""
    closed = next(d for d in differences(edition(ferries)) if d.summary == "How long the harbour was closed")
    (cited,) = closed.versions[1].sentences[0]
    assert (cited.before, cited.words, cited.after) == ("The harbour was closed for ", "five hours", ".")


def test_doubt_is_told(ferries: Comparison) -> None:
    """Low confidence is told, high confidence is not mentioned."""
    assert [d.summary for d in differences(edition(ferries)) if d.probable] == ["The name of the captain"]


def test_the_threshold_of_doubt_is_documented() -> None:
    """docs/model.md names the confidence below which the page says that a difference is not certain."""
    text = (Path(__file__).parents[2] / "docs" / "model.md").read_text("utf-8")
    assert re.findall(r"below (\d\.\d+) the page folds it away as \"Not certain\"", text) == [str(SURE)]


def test_a_difference_within_one_account_names_its_outlet(ferries: Comparison) -> None:
    """Readings of one account only make an internal difference."""
    first = ferries.discrepancies[0]
    own = tuple(reading for reading in first.readings if reading.article == "gazette")
    inner = msgspec.structs.replace(first, readings=own)
    comparison = msgspec.structs.replace(ferries, discrepancies=(inner,))
    assert [d.within for d in differences(edition(comparison))] == ["Harbour Gazette"]
    assert {d.within for d in differences(edition(ferries))} == {""}


def test_choices_count_what_they_leave(ferries: Comparison) -> None:
    """A choice of the filter says how many entries have it; choices that leave nothing are not offered."""
    shown = differences(edition(ferries))
    assert [(c.value, c.number) for c in kinds(shown, ENGLISH)] == [
        ("number", 1),
        ("duration", 2),
        ("date", 1),
        ("name", 1),
        ("quote-wording", 1),
    ]
    assert [(c.label, c.number) for c in outlets(shown, edition(ferries))] == [
        ("Harbour Gazette", 6),
        ("Northern Wire", 6),
        ("The Daily Lantern", 4),
        ("Unnamed outlet", 1),
    ]


def test_no_filter_where_there_is_no_choice(ferries: Comparison) -> None:
    """One kind, or two outlets that are in every card, are nothing to choose from."""
    comparison = msgspec.structs.replace(ferries, discrepancies=ferries.discrepancies[3:4])
    shown = differences(edition(comparison))
    assert kinds(shown, ENGLISH) == ()
    assert outlets(shown, edition(comparison)) == ()


def test_few_differences_need_no_filter(ferries: Comparison) -> None:
    """Three differences of as many kinds are seen at a glance."""
    shown = {difference.kind: difference for difference in differences(edition(ferries))}
    assert kinds(list(shown.values())[:3], ENGLISH) == ()
    assert outlets(list(shown.values())[:3], edition(ferries)) == ()


@pytest.mark.parametrize(("length", "size"), [(40, "large"), (41, "medium"), (90, "medium"), (91, "small")])
def test_long_readings_are_set_small(ferries: Comparison, length: int, size: str) -> None:
    """All readings of a difference are set as its longest one can be."""
    first = ferries.discrepancies[0]
    long, *short = first.readings
    readings = (msgspec.structs.replace(long, text="x" * length, value="long"), *short)
    found = msgspec.structs.replace(first, readings=readings)
    [shown] = differences(edition(msgspec.structs.replace(ferries, discrepancies=(found,))))
    assert {version.size for version in shown.versions} == {size}
