"""The same articles give the same bytes, wherever and whenever they are built."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def build(output: Path, **environment: str) -> dict[str, bytes]:
    """Build the sample in a process of its own; its files by path."""
    command = [sys.executable, "-m", "digest.cli", "build", "--output", str(output)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=True, capture_output=True)
    return {
        path.relative_to(output).as_posix(): path.read_bytes() for path in sorted(output.rglob("*")) if path.is_file()
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build(tmp_path_factory.mktemp("site") / "public", PYTHONHASHSEED="1", TZ="UTC")


@pytest.mark.parametrize(
    "environment",
    [{"PYTHONHASHSEED": "2"}, {"TZ": "Pacific/Kiritimati"}, {"LC_ALL": "C", "LANG": "C"}],
    ids=lambda environment: " ".join(f"{key}={value}" for key, value in environment.items()),
)
def test_two_builds_are_identical(environment: dict[str, str], site: dict[str, bytes], tmp_path: Path) -> None:
    """Neither the order of sets nor the place on earth nor the locale leaves a trace in the site."""
    again = build(tmp_path / "public", **environment)
    assert again.keys() == site.keys()
    assert [name for name in site if again[name] != site[name]] == []


def test_site_names_no_machine(site: dict[str, bytes]) -> None:
    """No file of the site has the path of the folder that it was built from."""
    assert [name for name, data in site.items() if str(ROOT).encode() in data] == []
