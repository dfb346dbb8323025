"""Digests of files: read once, and again whenever they could hold something else."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from digest.cache import Cache, key_of
from digest.digests import Digests, noted_digests

AN_HOUR = 3600


def age(path: Path) -> None:
    """Make a file's own time an hour old."""
    os.utime(path, (time.time() - AN_HOUR,) * 2)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    found = tmp_path / "ferry.txt"
    found.write_text("late")
    return found


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """An hour has passed since all files were changed."""
    now = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: now() + AN_HOUR * 10**9)


def test_a_settled_file_is_read_once(file, settled, monkeypatch):
    """As long as its status is what it was, the digest is that which was noted."""
    cache = Cache()
    with noted_digests(cache) as digests:
        assert digests.of(file) == key_of(b"late")
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail("it was read again"))
    with noted_digests(cache) as digests:
        assert digests.of(file) == key_of(b"late")


@pytest.mark.parametrize("keep_time", [False, True])
def test_a_changed_file_is_read_again(file, settled, keep_time):
    """Also if its size and its own time are what they were: the system's time of the change is not."""
    cache = Cache()
    age(file)
    with noted_digests(cache) as digests:
        digests.of(file)
    status = file.stat()
    file.write_text("soon")
    if keep_time:
        os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    with noted_digests(cache) as digests:
        assert digests.of(file) == key_of(b"soon")


def test_a_file_that_was_changed_just_now_is_not_noted(file):
    """It could be changed once more without a sign of it."""
    digests = Digests()
    digests.of(file)
    assert digests.seen == {}


def test_files_that_are_gone_are_forgotten(file, settled, tmp_path):
    """What a build didn't look at is not carried on."""
    cache = Cache()
    other = tmp_path / "other.txt"
    other.write_text("x")
    with noted_digests(cache) as digests:
        digests.of(file), digests.of(other)
    with noted_digests(cache) as digests:
        digests.of(file)
    with noted_digests(cache) as digests:
        assert digests.of(file)
    assert set(digests.seen) == {os.fspath(file)}
