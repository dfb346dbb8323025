"""What all tests share beside the fixtures of digest.pytest_plugin: the command line run in process, and the wheel."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

from digest.cli import main

ROOT = Path(__file__).parents[1]


def pytest_configure() -> None:
    """Let Ctrl-C end what tests start, even where a shell has started the tests in the background.

    Hypothesis takes its profile for CI everywhere: the same examples on each run, and no limit of time.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    settings.load_profile("ci")


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


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy so that the checkout stays clean."""
    source = tmp_path_factory.mktemp("source")
    for name in ("digest", "plugins", "themes"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", source / "dist", source]
    subprocess.run(command, check=True)
    [path] = (source / "dist").glob("*.whl")
    return path
