"""What all tests share beside the fixtures of digest.pytest_plugin: the command line run in process."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from digest.cli import main


class Outcome(NamedTuple):
    """How a run of the command line ended."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def _import_path_is_left_alone() -> Iterator[None]:
    before = list(sys.path)
    yield
    assert sys.path == before


@pytest.fixture
def run_digest(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """`run_digest(root, *arguments)` runs the command line in a folder, as `digest` would."""

    def run(root: Path, *arguments: str) -> Outcome:
        with monkeypatch.context() as patch:
            patch.chdir(root)
            patch.setattr(sys, "argv", ["digest", *arguments])
            capfd.readouterr()
            try:
                main()
                code = 0
            except SystemExit as end:
                code = end.code if isinstance(end.code, int) else int(end.code is not None)
            finally:
                # A new process would have none of the last site's plugins.
                for name in [name for name in sys.modules if name.partition(".")[0] == "digest_site_plugins"]:
                    del sys.modules[name]
        return Outcome(code, *capfd.readouterr())

    return run
