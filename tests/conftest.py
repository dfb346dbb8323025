"""What all tests share: small sites made on the spot, the command line run in process."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from digest.cli import main

MakeSite = Callable[..., Path]
SCORES = Path(__file__).with_name("scores.yaml")


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
def make_site(tmp_path: Path) -> MakeSite:
    """`make_site(files, **config)` writes a site into an empty folder and gives its root.

    `files` maps paths under the root to text or bytes; `config` becomes site.yaml unless `files` has one.
    """

    def make(files: Mapping[str, str | bytes], **config: Any) -> Path:
        root = tmp_path / "site"
        written: dict[str, str | bytes] = {"site.yaml": yaml.safe_dump(config), **files}
        for name, data in written.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data.encode() if isinstance(data, str) else data)
        (root / "content").mkdir(exist_ok=True)
        return root

    return make


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
def check_pins() -> Callable[[str, Mapping[str, Sequence[float]]], None]:
    """`check_pins(name, scores)` fails if a measured score is on the wrong side of its pin in scores.yaml."""
    pins = yaml.safe_load(SCORES.read_text("utf-8"))

    def check(name: str, scores: Mapping[str, Sequence[float]]) -> None:
        failures = [
            f"{metric}: measured {list(scores[metric])}, pinned at {limit} {pinned}"
            for limit, sign in (("at_least", 1), ("at_most", -1))
            for metric, pinned in pins[name].get(limit, {}).items()
            if any(sign * score < sign * pin for score, pin in zip(scores[metric], pinned, strict=True))
        ]
        assert failures == []

    return check
