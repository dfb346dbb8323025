"""Dates in running text."""

from __future__ import annotations

import time
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
def test_hostile_text_takes_linear_time(piece: str) -> None:
    """A long run of pieces of dates costs no more than its length."""
    started = time.process_time()
    find_dates(piece * 2000)
    assert time.process_time() - started < 2
