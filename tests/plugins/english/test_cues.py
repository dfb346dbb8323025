"""Reporting verbs in their forms."""

from __future__ import annotations

import pytest
from digest.standard.english.cues import reporting_verb


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("said", "say"),
        ("says", "say"),
        ("told", "tell"),
        ("denies", "deny"),
        ("denied", "deny"),
        ("stresses", "stress"),
        ("arguing", "argue"),
        ("wrote", "write"),
        ("admitted", "admit"),
    ],
)
def test_every_form_leads_to_its_lemma(word: str, lemma: str) -> None:
    """Regular and irregular forms are known."""
    verb = reporting_verb(word)
    assert verb is not None
    assert verb.lemma == lemma


def test_a_particle_makes_another_verb() -> None:
    """ "called on" urges, "called" judges."""
    urging, judging = reporting_verb("called", "on"), reporting_verb("called", "him")
    assert urging is not None
    assert urging.can("urge")
    assert judging is not None
    assert not judging.can("urge")
    assert judging.can("judge")


def test_a_bare_form_is_marked() -> None:
    """A form that only a plural or a modal can stand before is told apart, unless the past looks the same."""
    assert [bool((verb := reporting_verb(word)) and verb.bare) for word in ("say", "said", "put")] == [
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("word", ["bridge", "run", "sayings", ""])
def test_other_words_report_nothing(word: str) -> None:
    """A word outside the lexicon is no reporting verb."""
    assert reporting_verb(word) is None
