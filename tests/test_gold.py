"""The gate for a checkout alone: how much `digest` finds of what a careful reader does, in text that we wrote."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.scoring import SETS, Scores, analysed, cases, scores


@pytest.mark.parametrize("name", SETS)
def test_scores_on_our_own_text_do_not_fall(
    name: str, tmp_path: Path, check_pins: Callable[[str, Scores], None]
) -> None:
    """Every measured value is at least, or at most, its pin."""
    check_pins(name, scores(cases(analysed(name, tmp_path))))
