"""A site whose articles say what happens to the worker that reads them."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from digest.analyse import Analysis, analyse
from digest.cache import Cache
from digest.config import load_site
from digest.plugins import Host
from digest.read import find
from digest.workers import workers

# `die` and `die once` end the process, `fail` raises, `wait` gives a test the time to interfere.
PLUGIN = """
import os, time
from pathlib import Path
from digest import Metadata, hookimpl

SCRATCH = Path({scratch!r})

@hookimpl
def find_metadata(document):
    words = document.text.split()
    if "die" in words and ("once" not in words or not (SCRATCH / document.path).exists()):
        (SCRATCH / document.path).touch()
        os._exit(9)
    if "fail" in words:
        1 / 0
    if "wait" in words:
        (SCRATCH / f"pid-{{os.getpid()}}").touch()
        time.sleep(float(words[-1]))
    return Metadata(title=document.text.split("\\n")[0])
"""


def hazards(make_site: Callable[..., Path], texts: Mapping[int, str], number: int = 80, **config: object) -> Path:
    """A site of that many articles; `texts` has the words of some by their number. Its root."""
    articles = {f"content/{n:03}.txt": texts.get(n, f"Story {n}.") + "\n" for n in range(number)}
    root = make_site({}, plugins=["text", "hazard"], **config)
    (root.parent / "scratch").mkdir()
    plugin = PLUGIN.format(scratch=str(root.parent / "scratch"))
    for name, text in {**articles, "plugins/hazard.py": plugin}.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


def analysed(root: Path, jobs: int | None) -> Analysis:
    """The analysis of a site, with so many workers and no cache."""
    site = load_site(root / "site.yaml")
    host = Host(site)
    with workers(site, host, jobs) as team:
        return analyse(find(site.content), host, Cache(), team)


def wait_until(condition: Callable[[], bool]) -> None:
    """Wait for what another process does. Fails after twenty seconds."""
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline, "waited 20 seconds in vain"
        time.sleep(0.02)


def gone(group: int) -> bool:
    """Whether no process of a group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False
