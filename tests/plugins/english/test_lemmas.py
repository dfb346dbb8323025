"""Base forms, words of one concept, clauses and rounding."""

from __future__ import annotations

import pytest
from digest.standard.english.clauses import clause_around
from digest.standard.english.hedges import rounding
from digest.standard.english.lemmas import content_lemmas, lemma, noun_lemma
from digest.standard.english.synonyms import concept


@pytest.mark.parametrize(("words", "expected"), [
    ("raise raises raised raising", "raise"), ("stop stopped stopping", "stop"), ("deny denied denies", "deny"),
    ("meet met meets meeting", "meet"), ("student students’ Students student's", "student"),
    ("injure injured injuring", "injure"), ("force forced forcing", "force"), ("last lasted lasting", "last"),
    ("country countries", "country"), ("kill killed killing", "kill"), ("agree agreed", "agree"),
    ("need", "need"), ("bus buses", "bus"), ("person people", "person"), ("evacuate evacuated", "evacuate"),
    ("cancel cancelled cancelling canceled", "cancel"), ("control controlled", "control"), ("call called", "call"),
    ("dig dug digging", "dig"),
])  # fmt: skip
def test_lemma(words: str, expected: str) -> None:
    """The forms of one word have one lemma."""
    assert {lemma(word) for word in words.split()} == {expected}


def test_noun_lemma_keeps_nouns_made_of_verbs() -> None:
    """A thing counted keeps its noun: meetings are counted in meetings."""
    assert [noun_lemma(word) for word in ("Meetings", "savings", "women", "press")] == [
        "meeting", "saving", "woman", "press",
    ]  # fmt: skip


def test_content_lemmas() -> None:
    """Names keep their form, function words, small numbers and days are left out, years stay."""
    text = "On Friday the two Bakers of Beijing had raised 40 questions since 2019."
    assert content_lemmas(text, 0, len(text)) == ("baker", "beijing", "raise", "question", "2019")


def test_concept() -> None:
    """Words that newsrooms use for one another meet; others stay themselves."""
    assert concept("fatality") == concept("die") == concept("death")
    assert concept("talks") == concept("meeting")
    assert concept("windmill") == "windmill"


@pytest.mark.parametrize(("text", "word", "clause"), [
    ("Bakers marched, while the millers ate 40 pies.", "40", "while the millers ate 40 pies."),
    ("Bakers marched for 40 miles, but nobody saw it.", "40", "Bakers marched for 40 miles"),
    ("The march, which took 40 days, ended.", "40", "The march, which took 40 days, ended."),
    ("“We ate 40 pies,” she said.", "40", "We ate 40 pies,"),
])  # fmt: skip
def test_clause_around(text: str, word: str, clause: str) -> None:
    """A clause ends at conjunctions, semicolons and quotation marks; a relative clause keeps what it is about."""
    start, end = clause_around(text, (0, len(text)), text.index(word))
    assert text[start:end] == clause


@pytest.mark.parametrize(("value", "discrete", "expected"), [
    (300000, True, 15000), (298400, True, 50), (20, True, 0), (1200, True, 50), (5, False, 0.5), (5.5, False, 0.25),
    (61e9, True, 0.5e9), (0, True, 0),
])  # fmt: skip
def test_rounding(value: float, discrete: bool, expected: float) -> None:
    """A figure is as exact as its last digit, but for a twentieth at most; small counts are exact."""
    assert rounding(value, discrete) == expected
