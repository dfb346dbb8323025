"""The gate: the measured accuracy on labelled articles never falls below its pins in scores.yaml.

The articles and the scorer are other people's text, so they are not in the repository: they stand in a folder
`shared` beside it, or where DIGEST_SHARED says.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("DIGEST_SHARED", ROOT.parent / "shared"))
# What to score: the kind of score, its articles, and the labels.
RUNS = {
    "seeds": ("seeds", "seeds", "gold/seeds", "seeds"),
    "quotes": ("quotes", "data/polnear/content", "data/polnear/gold.jsonl"),
    "events": ("events", "data/basil/content", "data/basil/events.json"),
    "aligned": ("aligned", "data/basil/content", "data/basil/pairs.jsonl"),
}


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The tables of each set of articles."""
    if not (SHARED / "score" / "score.py").is_file():
        missing = f"no labelled articles in {SHARED}; name their folder in DIGEST_SHARED"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    site = tmp_path_factory.mktemp("scores")
    (site / "site.yaml").touch()
    folders = {run[1] for run in RUNS.values()}
    tables = {folder: site / folder.replace("/", "-") for folder in sorted(folders)}
    for folder, output in tables.items():
        _python("-m", "digest.cli", "export", str(output), "--content", str(SHARED / folder), folder=site)
    return tables


@pytest.mark.parametrize("name", RUNS)
def test_scores_do_not_fall(
    name: str, exported: dict[str, Path], check_pins: Callable[[str, dict[str, list[float]]], None]
) -> None:
    """Every measured value is at least, or at most, its pin."""
    kind, content, *labels = RUNS[name]
    paths = [str(SHARED / label) for label in labels]
    lines = _python(str(SHARED / "score" / "score.py"), kind, str(exported[content]), *paths)
    check_pins(name, {metric: [float(v) for v in values] for metric, *values in map(str.split, lines.splitlines())})


def _python(*arguments: str, folder: Path = ROOT) -> str:
    """What a Python program prints."""
    result = subprocess.run(
        [sys.executable, *arguments], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    assert result.returncode == 0, result.stderr
    return result.stdout
