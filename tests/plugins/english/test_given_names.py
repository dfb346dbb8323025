"""Given names that can be one person's."""

from __future__ import annotations

import pytest
from digest.standard.english.given_names import gender_of, may_be_same


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Tony", "Antony", True),
        ("Bob", "Robert", True),
        ("J", "Jonas", True),
        ("Ida", "Ida", True),
        ("Ida", "Ian", False),
    ],
)
def test_forms_of_one_name(first: str, second: str, same: bool) -> None:
    """Equal names, initials and short forms may be one person's; other names may not."""
    assert may_be_same(first, second) is same
    assert may_be_same(second, first) is same


def test_gender_where_the_name_shows_it() -> None:
    """A name of either gender, or an unknown one, shows none."""
    assert [gender_of(name) for name in ("Otto", "Ingrid", "Kim", "Velmar")] == ["m", "f", None, None]
