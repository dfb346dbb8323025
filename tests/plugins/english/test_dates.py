"""Dates in running text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from digest.standard.english.dates import find_dates

# Dates stay text: yaml would make days of them.
CASES = yaml.load(
    (Path(__file__).parents[2] / "fixtures/claims/dates.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_dates(case: dict[str, Any]) -> None:
    """All dates are found with what they say and no more; durations and names are none."""
    text = case["text"]
    assert {text[d.start : d.end]: d.value for d in find_dates(text)} == case["dates"]


@pytest.mark.parametrize(
    "piece", ["May ", "1 May ", "the ", "1990", "on the 5th of ", "2-", "last this next ", "Mon. ", "May 1, 2020 "]
)
def test_runs_of_pieces_are_read(piece: str) -> None:
    """Whatever is found in a long run of pieces of dates lies in it, in order."""
    text = piece * 200
    found = [(date.start, date.end) for date in find_dates(text)]
    assert found == sorted(found)
    assert all(0 <= start < end <= len(text) for start, end in found)
