"""What day an expression means."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from digest.standard.english.calendar import compatible, direction, resolve

CASES = yaml.load(
    (Path(__file__).parents[2] / "fixtures/claims/resolving.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['value']} from {case['reference']} {case['tense']}")
def test_resolve(case: dict[str, Any]) -> None:
    """A partial or relative value gives first and last day, counted from the reference the way the tense points."""
    reference = None if case["reference"] == "null" else datetime.date.fromisoformat(case["reference"])
    days = resolve(case["value"], reference, case["tense"])
    found = "null" if days is None else [datetime.date.fromordinal(day).isoformat() for day in days]
    assert found == case["days"]


@pytest.mark.parametrize(("first", "second", "expected"), [
    ("XXXX-WXX-5", "2024-04-26", True), ("XXXX-WXX-4", "2024-04-26", False), ("XXXX-04-26", "XXXX-XX-26", True),
    ("XXXX-04-26", "XXXX-XX-19", False), ("XXXX-04-26", "2024-04-26", True), ("XXXX-WXX-5", "XXXX-04-26", None),
    ("2024", "2024-04-26", True), ("2023-05", "2024-04-26", False), ("UNDEF-this-week", "XXXX-WXX-5", None),
    ("XXXX-WXX-1", "XXXX-WXX-5", False), ("2023-06-31", "2023-06-30", None), ("2023-02-29", "XXXX-WXX-3", None),
])  # fmt: skip
def test_compatible(first: str, second: str, expected: bool | None) -> None:
    """Two partial dates can name one day, cannot, or leave it open, in either order."""
    assert compatible(first, second) is expected
    assert compatible(second, first) is expected


@pytest.mark.parametrize(("before", "after", "expected"), [
    ("The minister met the bakers on ", ".", "past"), ("The minister will meet the bakers on ", ".", "future"),
    ("The vote will be held on ", ".", "future"), ("", ", the minister said he would resign.", "past"),
    ("He spoke to both and will meet them on ", ".", "future"), ("a feast in ", "", "unknown"),
    ("They cancelled a scheduled talk on ", "", "past"), ("The vote is scheduled for ", "", "future"),
    ("He hinted at a willingness to meet the bakers on ", "", "past"), ("Lena Marn told William on ", "", "past"),
    ("The talks are expected to resume on ", "", "future"), ("the plan, approved on ", "", "past"),
])  # fmt: skip
def test_direction(before: str, after: str, expected: str) -> None:
    """The verb nearest before a date tells where it points, or else the first one after it."""
    assert direction(before, after) == expected
