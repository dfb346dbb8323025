"""The file that a site's cache is in: one that is damaged or of another version is made anew, a disk that is full is
done without.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from digest.cache import Cache, DamagedError, OutdatedError, connect

T = TypeVar("T")

CACHE_FOLDER = ".digest-cache"
_UNUSABLE = frozenset(
    (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_BUSY)
)

_log = logging.getLogger(__name__)


def with_cache(folder: Path, work: Callable[[Cache], T]) -> T:
    """What `work` gives with the cache in a folder. If that turns out damaged, it is done again with another one."""
    cache = open_cache(folder)
    try:
        return work(cache)
    except DamagedError as error:
        cache.close()
        cache = open_cache(folder, error)
        return work(cache)
    finally:
        cache.close()


def open_cache(folder: Path, damage: Exception | None = None) -> Cache:
    """The cache in a folder, made if there is none. `damage` is what has turned out to be wrong with the last one.

    One that is damaged is put aside, with a warning. Where the folder can't be written, or the disk is full, results
    are kept in memory only.
    """
    file = folder / "results.sqlite"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".gitignore").write_text("*\n", "utf-8")
        return _afresh(file, damage) if damage else Cache(connect(file))
    except OSError as error:
        _log.warning("%s: cannot be written (%s); nothing is kept for the next build", folder, error.strerror)
        return Cache()
    except OutdatedError:
        _log.info("%s: is of another version of digest and is made anew", file)
        _remove(file)
        return Cache(connect(file))
    except (DamagedError, sqlite3.DatabaseError) as error:
        return _afresh(file, error)


def _afresh(file: Path, damage: Exception) -> Cache:
    """A new cache in the place of one with which something is wrong; in memory if that is the disk's fault."""
    code = getattr(damage.__cause__ or damage, "sqlite_errorcode", 0)
    if code & 0xFF in _UNUSABLE:  # the rest of the code says more than is needed here
        _log.warning("%s: cannot be used (%s); nothing is kept for the next build", file, damage)
        return Cache()
    damaged = file.with_suffix(".damaged")
    with suppress(FileNotFoundError):  # somebody has cleaned up
        file.replace(damaged)
    _remove(file)
    _log.warning("%s: is damaged (%s); it was put aside as %s and is made anew", file, damage, damaged.name)
    return Cache(connect(file))


def _remove(file: Path) -> None:
    """Remove a database, with what SQLite has beside it."""
    for part in ("", "-wal", "-shm"):
        file.with_name(file.name + part).unlink(missing_ok=True)
