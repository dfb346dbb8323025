"""Sites that can't be built: each folder of sites_invalid/ with the message and exit code that it must give.

`expected.txt` is what goes to the error stream, and last the exit code. `command.txt`, if there is one, has the
command; else it is `build`.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SITES = sorted(path for path in Path(__file__).with_name("sites_invalid").iterdir() if path.is_dir())


@pytest.mark.parametrize("site", SITES, ids=lambda path: path.name)
def test_invalid_site(site: Path, tmp_path: Path, run_digest: Callable[..., Any]) -> None:
    """The message says where, what, and what to do; the old site is left alone unless a new one is published."""
    root = tmp_path / "site"
    shutil.copytree(site, root)
    (root / "public").mkdir(exist_ok=True)
    before = sorted((root / "public").iterdir())
    command = root / "command.txt"
    outcome = run_digest(root, *(command.read_text("utf-8").split() if command.exists() else ["build"]))
    message = outcome.err.replace(str(root), "SITE")
    assert f"{message}exit {outcome.code}\n" == (site / "expected.txt").read_text("utf-8")
    if outcome.code == 1:
        assert sorted((root / "public").iterdir()) == before
