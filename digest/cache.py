"""Results kept by what they were made from, so that nothing is made twice.

A key is a digest of all that a result depends on: the stage, the keys of its inputs, and the code and options of
the plugins. A key that is found therefore needs no check, and a result that nothing asks for any more is only
waste. Values are kept as MessagePack: nothing that is read back can run.
"""

from __future__ import annotations

import hashlib
import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import msgspec

Key = bytes
T = TypeVar("T")

CACHE_FOLDER = ".digest-cache"
# Results that are written to the file in one go: locks are short, and little is lost when a build is stopped.
_BATCH = 200
# Builds for which a result that is not asked for is kept: switching between two branches costs nothing.
_KEPT_BUILDS = 20

_log = logging.getLogger(__name__)


def key_of(*parts: bytes | str) -> Key:
    """The key of a result that depends on these parts, in this order."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.digest()


class Cache:
    """Results of earlier builds: in memory, and in a file if there is one.

    In memory only what the last two builds asked for is kept.
    """

    def __init__(self, database: sqlite3.Connection | None = None) -> None:
        self._database = database
        self._build = 0
        self._now: dict[Key, Any] = {}
        self._before: dict[Key, Any] = {}
        self._unwritten: list[tuple[Key, bytes, int]] = []
        if database is not None:
            (self._build,) = database.execute("SELECT coalesce(max(used), 0) + 1 FROM results").fetchone()

    def get(self, key: Key, kind: type[T]) -> T | None:
        """The result kept under a key, None if there is none; `kind` is its type."""
        if key in self._now:
            found: T = self._now[key]
            return found
        value = self._before.get(key)
        if value is None:
            value = self._load(key, kind)
        if value is not None:
            self._now[key] = value
        return value

    def put(self, key: Key, value: object) -> None:
        """Keep a result under its key."""
        self._now[key] = value
        if self._database is not None:
            self._unwritten.append((key, msgspec.msgpack.encode(value), self._build))
            if len(self._unwritten) >= _BATCH:
                self._write(self._database)

    def finish(self) -> None:
        """End a build: what it did not ask for grows older, and what is too old is dropped."""
        if self._database is not None:
            self._write(self._database)
            asked_for = [(self._build, key) for key in self._now]
            self._database.executemany("UPDATE results SET used = ? WHERE key = ?", asked_for)
            self._database.execute("DELETE FROM results WHERE used < ?", (self._build - _KEPT_BUILDS,))
            self._database.commit()
        self._build += 1
        self._before, self._now = self._now, {}

    def _write(self, database: sqlite3.Connection) -> None:
        database.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", self._unwritten)
        database.commit()
        self._unwritten.clear()

    def _load(self, key: Key, kind: type[T]) -> T | None:
        if self._database is None:
            return None
        row = self._database.execute("SELECT value FROM results WHERE key = ?", (key,)).fetchone()
        try:
            return None if row is None else msgspec.msgpack.decode(row[0], type=kind)
        except msgspec.DecodeError:
            return None


@contextmanager
def open_cache(folder: Path) -> Iterator[Cache]:
    """The cache in a folder, made if there is none. One that is damaged is put aside, with a warning.

    Where the folder can't be written, results are kept in memory only.
    """
    database = _database(folder)
    try:
        yield Cache(database)
    finally:
        if database is not None:
            database.close()


def _database(folder: Path) -> sqlite3.Connection | None:
    file = folder / "results.sqlite"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".gitignore").write_text("*\n", "utf-8")
        return _open(file)
    except OSError as error:
        _log.warning("%s: cannot be written (%s); nothing is kept for the next build", folder, error.strerror)
        return None
    except sqlite3.DatabaseError as error:
        damaged = file.with_suffix(".damaged")
        file.replace(damaged)
        _log.warning("%s: is damaged (%s); it was put aside as %s and is made anew", file, error, damaged.name)
        return _open(file)


def _open(file: Path) -> sqlite3.Connection:
    database = sqlite3.connect(file, timeout=60)
    try:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        database.execute("CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, value BLOB, used INTEGER) STRICT")
        database.execute("SELECT value FROM results LIMIT 1").fetchone()
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database
