"""The gate for a checkout alone: how much `digest` finds of what a careful reader does, in text that we wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pins import failures, load, own
from tests.scoring import SETS


@pytest.mark.parametrize("name", SETS)
def test_scores_on_our_own_text_do_not_fall(name: str, tmp_path: Path) -> None:
    """Every measured value is at least as good as its pin."""
    found = failures(own(name, tmp_path), load()[name])
    assert not found, "\n".join(found)
