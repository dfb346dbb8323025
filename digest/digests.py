"""Digests of what files hold, without reading again what cannot have changed.

A file whose status (size, times, number) is the one that was noted holds what it held then. As git has it, the status
of a file that was changed just before it was read is not noted: it could be changed once more within the same tick.
"""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import msgspec

from digest.cache import Cache, Key, key_of

# The coarsest clock that a file system has is that of FAT, of two seconds.
_TICK = 2_000_000_000
_NOTE = "digests of files"


class Seen(msgspec.Struct, frozen=True, array_like=True):
    """A file's status, with times in nanoseconds, and the digest of what it held."""

    size: int
    modified: int
    changed: int
    number: int
    digest: Key


@contextmanager
def noted_digests(cache: Cache) -> Iterator[Digests]:
    """Digests that know what was noted in the cache; what they have seen is noted when the block ends."""
    noted = cache.noted(_NOTE, dict[str, Seen]) or {}
    digests = Digests(noted)
    yield digests
    if digests.seen != noted:
        cache.note(_NOTE, digests.seen)


def contents(path: Path) -> bytes:
    """What a file holds. Raises OSError, also for a pipe or device in its place: reading from that might never end."""
    with open(path, "rb", opener=_without_waiting) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, "it is no regular file any more")
        return file.read()


def _without_waiting(path: str, flags: int) -> int:
    """Open a file; a pipe without waiting until somebody writes to it."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


class Digests:
    """Digests by path. `seen` has those that are worth noting."""

    def __init__(self, noted: Mapping[str, Seen] | None = None) -> None:
        self._noted = noted or {}
        self.seen: dict[str, Seen] = {}

    def of(self, path: Path) -> Key:
        """The digest of what a file holds. Raises OSError if it can't be read."""
        name = os.fspath(path)
        found = path.stat()
        status = (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
        known = self._noted.get(name)
        if known is None or (known.size, known.modified, known.changed, known.number) != status:
            known = Seen(*status, key_of(contents(path)))
            if time.time_ns() - max(known.modified, known.changed) < _TICK:
                return known.digest
        self.seen[name] = known
        return known.digest
