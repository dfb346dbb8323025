"""The gate: the measured accuracy on labelled articles of other people never falls below its pins in scores.yaml.

The articles and the scorer are not in the repository: they stand in a folder `shared` beside it, or where
DIGEST_SHARED says.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.pins import RUNS, SHARED, failures, load, others, tables


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    if not (SHARED / "score" / "score.py").is_file():
        missing = f"no labelled articles in {SHARED}; name their folder in DIGEST_SHARED"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    return tables(tmp_path_factory.mktemp("scores"))


@pytest.mark.parametrize("name", RUNS)
def test_scores_do_not_fall(name: str, exported: dict[str, Path]) -> None:
    """Every measured value is at least as good as its pin."""
    found = failures(others(name, exported), load()[name])
    assert not found, "\n".join(found)
