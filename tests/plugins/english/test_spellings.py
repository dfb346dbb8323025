"""British and American spelling."""

from __future__ import annotations

import pytest
from digest.standard.english.spellings import american


@pytest.mark.parametrize(
    ("british", "expected"),
    [
        ("neighbourhoods", "neighborhoods"),
        ("favourite", "favorite"),
        ("theatre", "theater"),
        ("licences", "licenses"),
        ("anaesthetic", "anesthetic"),
        ("organisations", "organizations"),
        ("programmes", "programs"),
        ("travellers", "travelers"),
        ("fuelled", "fueled"),
    ],
)
def test_american(british, expected) -> None:
    """A word that is spelt the British way meets its American form, which stays as it is."""
    assert american(british) == american(expected) == expected


@pytest.mark.parametrize("word", ["our", "hour", "four", "rise", "calling", "filled", "there", "fence"])
def test_only_looks_british(word) -> None:
    """A short word that only ends like a British one is left alone."""
    assert american(word) == word
