"""The date that partial dates can mean."""

from __future__ import annotations

import datetime

import pytest
from digest.standard.events.dating import fits

DAY = datetime.date(2024, 4, 26)  # a Friday


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-04-26", True),
        ("XXXX-04-26", True),
        ("XXXX-XX-26", True),
        ("XXXX-WXX-5", True),
        ("2023-04-26", False),
        ("XXXX-04-25", False),
        ("XXXX-WXX-4", False),
        ("2024-04", False),
        ("UNDEF-last-year", False),
    ],
)
def test_fits(value, expected) -> None:
    """A TIMEX3 value of one day fits a date that it may mean; months and years fit none."""
    assert fits(value, DAY) is expected
