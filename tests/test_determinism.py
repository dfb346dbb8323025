"""The same articles give the same bytes, wherever and whenever they are built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]


def build(folder: Path, **environment: str) -> dict[str, bytes]:
    """Build the sample in a folder, in a process of its own; the site's files by path."""
    if not folder.exists():
        shutil.copytree(ROOT / "content", folder / "content")
        shutil.copy(ROOT / "site.yaml", folder)
    command = [sys.executable, "-m", "digest.cli", "build"]
    subprocess.run(command, cwd=folder, env={**os.environ, **environment}, check=True, capture_output=True)
    return files(folder / "public")


def files(public: Path) -> dict[str, bytes]:
    """The files of a site by path."""
    return {path.relative_to(public).as_posix(): path.read_bytes() for path in public.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("determinism") / "site"


@pytest.fixture(scope="module")
def site(folder: Path) -> dict[str, bytes]:
    """The sample as it is built the first time."""
    return build(folder, PYTHONHASHSEED="1", TZ="UTC")


@pytest.mark.parametrize(
    "environment",
    [{"PYTHONHASHSEED": "2"}, {"TZ": "Pacific/Kiritimati"}, {"LC_ALL": "C", "LANG": "C"}],
    ids=lambda environment: " ".join(f"{key}={value}" for key, value in environment.items()),
)
def test_two_builds_are_identical(environment: dict[str, str], site: dict[str, bytes], tmp_path: Path) -> None:
    """Neither the order of sets nor the place on earth nor the locale nor the folder leaves a trace in the site."""
    assert differing(site, build(tmp_path / "site", **environment)) == []


def test_the_order_of_files_leaves_no_trace(
    site: dict[str, bytes], tmp_path: Path, run_digest: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that lists its files the other way around, with other ages, gives the same site."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copy(ROOT / "site.yaml", tmp_path)
    for age, file in enumerate(sorted(tmp_path.rglob("*.*"))):
        os.utime(file, (age, age))
    list_names = os.listdir
    monkeypatch.setattr(os, "scandir", Backwards)
    monkeypatch.setattr(os, "listdir", lambda path=".": sorted(list_names(path), reverse=True))
    assert run_digest(tmp_path, "build", "--jobs", "1").code == 0
    monkeypatch.undo()
    assert differing(site, files(tmp_path / "public")) == []


def test_a_build_from_the_cache_is_identical(site: dict[str, bytes], folder: Path) -> None:
    """What was kept from the build before is what would be found again."""
    assert differing(site, build(folder)) == []


def test_site_names_no_machine(site: dict[str, bytes], folder: Path) -> None:
    """No file of the site has the path of the folder that it was built from."""
    assert [name for name, data in site.items() if str(folder).encode() in data] == []


class Backwards:
    """`os.scandir` with the names in falling order."""

    _scan = staticmethod(os.scandir)

    def __init__(self, path: str = ".") -> None:
        with self._scan(path) as entries:
            self._entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __iter__(self) -> Iterator[os.DirEntry[str]]:
        return self._entries

    def __next__(self) -> os.DirEntry[str]:
        return next(self._entries)

    def __enter__(self) -> Backwards:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Nothing is open any more."""


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The files that only one of the sites has, or that are not the same in both."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
