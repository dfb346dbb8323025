"""Numbers in running text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from digest.standard.english.numbers import find_numbers

CASES = yaml.safe_load((Path(__file__).parents[2] / "fixtures/claims/numbers.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_numbers(case: dict[str, Any]) -> None:
    """All quantities are found with value and hedge, and nothing that is no quantity."""
    text = case["text"]
    found = {text[n.start : n.end]: [round(n.value, 4), n.hedge] for n in find_numbers(text)}
    assert found == case["numbers"]


def test_offsets_of_a_part_of_the_text() -> None:
    """Offsets refer to the whole text, and nothing outside the range is read."""
    text = "Nine cats. About 40 dogs. Ten mice."
    (number,) = find_numbers(text, 11, 25)
    assert text[number.start : number.end] == "About 40"
    assert text[number.figure : number.end] == "40"


@pytest.mark.parametrize(("text", "low", "high"), [
    ("about 200 boats", 180, 220), ("nearly 200 boats", 180, 200), ("more than 200 boats", 200, None),
    ("at most 200 boats", None, 200), ("dozens of boats", 24, 120), ("10 to 15 boats", 10, 15),
])  # fmt: skip
def test_bounds(text: str, low: float | None, high: float | None) -> None:
    """A hedge, a range or a vague number opens the interval that a figure stands for."""
    (number,) = find_numbers(text)
    assert (number.low, number.high) == (low, high)


@pytest.mark.parametrize(
    "piece", ["1,", "one ", "a half ", "5-", "and a ", "tens of ", "about ", "3 to ", "1, 000", "555-0199 5 "]
)
def test_runs_of_pieces_are_read(piece: str) -> None:
    """Whatever is found in a long run of pieces of numbers lies in it, in order."""
    text = piece * 400
    found = [(number.start, number.end) for number in find_numbers(text)]
    assert found == sorted(found)
    assert all(0 <= start < end <= len(text) for start, end in found)
