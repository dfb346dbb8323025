"""Builds in processes that start fast, because they are forked from one that has everything imported."""

from __future__ import annotations

import os
import resource
import signal
import sys
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

_CONTEXT = get_context("forkserver")
_CONTEXT.set_forkserver_preload(["mishaps", "digest.build", "digest.standard.text", "digest.standard.events"])
# What changes the disk, by Python's audit events; an exchange of folders is told of by the loading of its function.
_CHANGES = frozenset(
    "os.chmod os.link os.mkdir os.remove os.rename os.rmdir os.symlink os.truncate os.utime"
    " shutil.rmtree sqlite3.connect tempfile.mkdtemp ctypes.dlsym fcntl.flock".split()
)
_WRITING = os.O_WRONLY | os.O_RDWR


def start(target: Callable[..., None], *arguments: Any) -> BaseProcess:
    """Run a function of a module in a process of its own."""
    process = _CONTEXT.Process(target=target, args=arguments)
    process.start()
    return process


def build_site(root: Path, content: str = "content") -> None:
    """Build a site as `digest build --jobs 1` does."""
    import msgspec

    from digest.build import build
    from digest.config import load_site

    site = load_site(root / "site.yaml")
    build(msgspec.structs.replace(site, content=root / content), jobs=1)


def count_changes(root: Path, content: str, file: Path) -> None:
    """Build a site, and write to a file how often that changed the disk."""
    changes = 0

    def count(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal changes
        changes += _is_change(event, arguments)

    sys.addaudithook(count)
    build_site(root, content)
    file.write_text(str(changes))


def build_until(root: Path, content: str, last: int) -> None:
    """Build a site, and be killed just before changing the disk for the `last`-th time."""
    changes = 0

    def kill(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal changes
        changes += _is_change(event, arguments)
        if changes >= last:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(kill)
    build_site(root, content)


def build_on_full_disk(root: Path, content: str, size: int) -> None:
    """Build a site where no file can grow beyond a size in bytes; exit with 3 if that is reported as a DigestError."""
    from digest.errors import DigestError

    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    try:
        build_site(root, content)
    except DigestError:
        sys.exit(3)


def _is_change(event: str, arguments: tuple[Any, ...]) -> bool:
    return event in _CHANGES or (event == "open" and bool(arguments[2] & _WRITING))
