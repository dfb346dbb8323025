"""Nothing is lost: whatever happens to a build, the site that was there stays whole, and the next build succeeds.

Forty builds are killed here, two hundred with `make kills`.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from mishaps import build_on_full_disk, build_site, build_until, count_changes, start

from digest.publish import published

KILLS = int(os.environ.get("DIGEST_KILLS", "40"))
WORDS = "{} has stood in the harbour since Monday, with 140 passengers on board, the master said.\n"


def tree(folder: Path) -> dict[str, bytes]:
    """All files of a folder by their path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def root(make_site) -> Path:
    """A site with two contents: `odd` has an article more than `even`."""
    files = {f"{folder}/{name}.txt": WORDS.format(name) for folder in ("odd", "even") for name in ("Alma", "Brise")}
    files["odd/Clara.txt"] = WORDS.format("Clara")
    return make_site(files, plugins=["text", "events"])


@pytest.fixture
def sites(root: Path) -> dict[str, dict[str, bytes]]:
    """The site as it is built from each content; the odd one is published."""
    found = {}
    for content in ("even", "odd"):
        run(root, content)
        found[content] = tree(root / "public")
    assert found["even"] != found["odd"]
    return found


def run(root: Path, content: str) -> None:
    process = start(build_site, root, content)
    process.join()
    assert process.exitcode == 0


def check(root: Path, sites: dict[str, dict[str, bytes]]) -> None:
    """The published site is one of the two, whole."""
    assert published(root / "public") is not None
    assert tree(root / "public") in sites.values()


def finish(root: Path, sites: dict[str, dict[str, bytes]]) -> None:
    """A build that nobody disturbs makes what it always made, and leaves nothing behind."""
    for content in ("even", "odd"):
        run(root, content)
        assert tree(root / "public") == sites[content]
    assert sorted(path.name for path in root.iterdir()) == [
        ".digest-cache", "content", "even", "odd", "public", "site.yaml"
    ]  # fmt: skip


def test_killed_at_any_change_of_the_disk(root, sites, tmp_path):
    """A build that is killed before any of its file operations leaves the old site or the new one."""
    process = start(count_changes, root, "even", tmp_path / "changes")
    process.join()
    changes = int((tmp_path / "changes").read_text())
    rng = random.Random(7)
    for number in range(KILLS // 2):
        process = start(build_until, root, ("odd", "even")[number % 2], rng.randint(1, changes))
        process.join()
        check(root, sites)
    finish(root, sites)


def test_killed_at_any_moment(root, sites):
    """So does one that is killed at a random time, in the midst of whatever it does."""
    begun = time.monotonic()
    run(root, "even")
    seconds = time.monotonic() - begun
    rng = random.Random(8)
    killed = 0
    for number in range(KILLS // 2):
        process = start(build_site, root, ("odd", "even")[number % 2])
        process.join(rng.uniform(0, seconds))
        process.kill()
        process.join()
        killed += process.exitcode != 0
        check(root, sites)
    assert killed > KILLS // 8
    finish(root, sites)


@pytest.mark.parametrize("size", [0, 1_000, 5_000])
def test_a_full_disk_leaves_the_old_site(root, sites, size):
    """Where no file can grow beyond a size, the build ends in a message, and the next one heals what it left."""
    process = start(build_on_full_disk, root, "even", size)
    process.join()
    assert process.exitcode == 3
    assert tree(root / "public") == sites["odd"]
    finish(root, sites)


def test_a_cache_that_cannot_grow_stops_no_build(root, sites):
    """Where there is room for the site and not for the cache, the site is built all the same."""
    room = max(len(data) for data in sites["even"].values())
    assert (root / ".digest-cache" / "results.sqlite").stat().st_size > room
    process = start(build_on_full_disk, root, "even", room)
    process.join()
    assert process.exitcode == 0
    assert tree(root / "public") == sites["even"]
    finish(root, sites)


def test_two_builds_at_once_do_not_mix(root, sites):
    """Of two builds into one folder, whichever ends last has its site there, whole."""
    for _ in range(5):
        both = [start(build_site, root, content) for content in ("even", "odd")]
        for process in both:
            process.join()
        assert [process.exitcode for process in both] == [0, 0]
        check(root, sites)
    finish(root, sites)


@pytest.mark.parametrize("closed", ["public", "."])
def test_a_read_only_folder_keeps_its_site(root, sites, closed):
    """A folder that can't be written is named, and the site in it stays."""
    (root / "even").rename(root / "content")
    powerless = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []
    (root / closed).chmod(0o555)
    command = [*powerless, sys.executable, "-m", "digest.cli", "build"]
    build = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    (root / closed).chmod(0o755)
    if closed == "public":  # what counts is the folder that it stands in
        assert (build.returncode, tree(root / "public")) == (0, sites["even"])
    else:
        assert build.returncode == 1
        assert "cannot be written: Permission denied" in build.stderr
        assert tree(root / "public") == sites["odd"]
