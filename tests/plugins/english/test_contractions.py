"""Contractions."""

from __future__ import annotations

import pytest
from digest.standard.english.contractions import expand


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("doesn't", ("does", "not")),
        ("won't", ("will", "not")),
        ("cannot", ("can", "not")),
        ("they're", ("they", "are")),
        ("it's", ("it", "is")),
        ("depot's", ("depot",)),
        ("depot", ("depot",)),
        ("'s", ("'s",)),
    ],
)
def test_expand(word, expected) -> None:
    """A contraction is taken apart; a noun only loses its "'s"."""
    assert expand(word) == expected
