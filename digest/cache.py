"""Results kept by what they were made from, so that nothing is made twice.

A key is a digest of all that a result depends on: the stage, the keys of its inputs, and the code and options of
the plugins. A key that is found therefore needs no check, and a result that nothing asks for any more is only
waste. Values are kept as MessagePack: nothing that is read back can run.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, get_type_hints, overload

import msgspec

Key = bytes
T = TypeVar("T")
U = TypeVar("U")

# Results that are written to the file in one go: locks are short, and little is lost when a build is stopped.
_BATCH = 200
# Builds for which a result that is not asked for is kept: switching between two branches costs nothing.
_KEPT_BUILDS = 20
# Values that are at hand without decoding them again: what is made is mostly used soon after.
_RECENT = 64
_CHECKSUM = 4  # bytes
# Of the tables and of how values are kept in them; to be raised with either.
_VERSION = 2


def key_of(*parts: bytes | str) -> Key:
    """The key of a result that depends on these parts, in this order."""
    data = [part.encode() if isinstance(part, str) else part for part in parts]
    lengths = [len(part).to_bytes(8, "big") for part in data]
    return hashlib.blake2b(b"".join((*lengths, *data)), digest_size=16).digest()


class OutdatedError(Exception):
    """The cache is of another version of digest."""


class DamagedError(Exception):
    """The cache cannot be read, or what it gives is not what was kept. The work is to be done anew without it."""


def connect(file: Path | str) -> sqlite3.Connection:
    """The database in a file, made if there is none. Raises OutdatedError, and sqlite3.DatabaseError if it is none."""
    # The preview works in one thread at a time, but not always in the same.
    database = sqlite3.connect(file, timeout=60, check_same_thread=False)
    try:
        (version,) = database.execute("PRAGMA user_version").fetchone()
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if tables >= {"results", "uses"} and version != _VERSION:
            raise OutdatedError
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        database.execute("CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, value BLOB) STRICT")
        database.execute("CREATE TABLE IF NOT EXISTS uses (key BLOB PRIMARY KEY, build INTEGER) STRICT, WITHOUT ROWID")
        database.execute("CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, value BLOB) STRICT")
        database.execute("SELECT key, value FROM results LIMIT 1").fetchone()
        database.execute(f"PRAGMA user_version = {_VERSION}")
    except (OutdatedError, sqlite3.DatabaseError):
        database.close()
        raise
    return database


class Cache:
    """Results of earlier builds, in a file or, without one, in memory. The last `recent` ones are at hand as values."""

    def __init__(self, database: sqlite3.Connection | None = None) -> None:
        self.recent = _RECENT
        self._database = database or connect(":memory:")
        self._used: dict[Key, int] = dict(self._select("SELECT key, build FROM uses"))
        self._build = max(self._used.values(), default=0) + 1
        self._asked_for: set[Key] = set()
        self._unwritten: dict[Key, bytes] = {}
        self._recent: dict[Key, Any] = {}

    def __contains__(self, key: Key) -> bool:
        """Whether there is a result for a key; it counts as asked for."""
        if key in self._used:
            self._asked_for.add(key)
            return True
        return key in self._unwritten

    def touch(self, key: Key) -> None:
        """Count a result as asked for, if there is one: it is in use, even if it is not read."""
        if key in self._used:
            self._asked_for.add(key)

    def get(self, key: Key, kind: type[T]) -> T | None:
        """The result kept under a key, None if there is none; `kind` is its type. Raises DamagedError."""
        if key not in self:
            return None
        if key in self._recent:
            found: T = self._recent[key]
            return found
        return self._at_hand(key, _unsealed(self.sealed(key), kind))

    def put(self, key: Key, value: object) -> None:
        """Keep a result under its key."""
        self._unwritten[key] = _sealed(value)
        self._at_hand(key, value)
        if len(self._unwritten) >= _BATCH:
            self.write()

    def sealed(self, key: Key) -> bytes:
        """The result under a key as it is kept, for another cache to `take`; nothing if there is none."""
        return self._unwritten.get(key) or self._load(key)

    def all_sealed(self) -> dict[Key, bytes]:
        """All results by their keys, as they are kept."""
        self.write()
        return dict(self._select("SELECT key, value FROM results"))

    def take(self, sealed: Mapping[Key, bytes]) -> None:
        """Keep results of another cache."""
        self._unwritten.update(sealed)
        if len(self._unwritten) >= _BATCH:
            self.write()

    def made(self, key: Key, kind: type[T], make: Callable[[], T]) -> T:
        """The result kept under a key, or else what `make` gives, which is kept."""
        found = self.get(key, kind)
        if found is None:
            found = make()
            self.put(key, found)
        return found

    def kept(self, keys: Sequence[Key], kind: type[T]) -> Kept[T]:
        """The results under these keys, all of which the cache has, to be read when they are asked for."""

        def load(key: Key) -> T:
            value = self.get(key, kind)
            if value is None:
                raise DamagedError("a value has gone")
            return value

        return Kept(keys, load, self)

    def note(self, name: str, value: object) -> None:
        """Write down what may be of use to the next build but is to be checked: it may be out of date."""
        self._execute("INSERT OR REPLACE INTO notes VALUES (?, ?)", [(name, _sealed(value))])
        self._commit()

    def noted(self, name: str, kind: type[T]) -> T | None:
        """What was written down under a name, None if nothing was. Raises DamagedError."""
        rows = self._select("SELECT value FROM notes WHERE name = ?", name)
        return _unsealed(rows[0][0], kind) if rows else None

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def finish(self) -> None:
        """End a build: what it did not ask for grows older, and what is too old is dropped."""
        self.write()
        # A date that is not yet old is left as it is, so that most builds write nothing here.
        aged = [key for key in self._asked_for if self._used[key] <= self._build - _KEPT_BUILDS // 2]
        self._execute("UPDATE uses SET build = ? WHERE key = ?", [(self._build, key) for key in aged])
        self._used.update(dict.fromkeys(aged, self._build))
        dropped = [(key,) for key, build in self._used.items() if build < self._build - _KEPT_BUILDS]
        # Unless another build has used it since.
        self._execute(f"DELETE FROM uses WHERE key = ? AND build < {self._build - _KEPT_BUILDS}", dropped)
        self._execute("DELETE FROM results WHERE key = ? AND key NOT IN (SELECT key FROM uses)", dropped)
        for (key,) in dropped:
            del self._used[key]
        self._commit()
        self._asked_for.clear()
        self._build += 1

    def _load(self, key: Key) -> bytes:
        rows: list[tuple[bytes]] = self._select("SELECT value FROM results WHERE key = ?", key)
        return rows[0][0] if rows else b""

    def _at_hand(self, key: Key, value: T) -> T:
        self._recent[key] = value
        if len(self._recent) > self.recent:
            del self._recent[next(iter(self._recent))]
        return value

    def write(self) -> None:
        """Write what is not written yet."""
        self._execute("INSERT OR REPLACE INTO results VALUES (?, ?)", list(self._unwritten.items()))
        self._execute("INSERT OR REPLACE INTO uses VALUES (?, ?)", [(key, self._build) for key in self._unwritten])
        self._used.update(dict.fromkeys(self._unwritten, self._build))
        self._commit()
        self._unwritten.clear()

    def _select(self, statement: str, *parameters: object) -> list[Any]:
        try:
            return self._database.execute(statement, parameters).fetchall()
        except sqlite3.DatabaseError as error:
            raise DamagedError(str(error)) from error

    def _execute(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        try:
            self._database.executemany(statement, rows)
        except sqlite3.DatabaseError as error:
            raise DamagedError(str(error)) from error

    def _commit(self) -> None:
        """Only here a full disk may show itself."""
        try:
            self._database.commit()
        except sqlite3.DatabaseError as error:
            raise DamagedError(str(error)) from error


def _sealed(value: object) -> bytes:
    """A value as it is kept, with a checksum before it."""
    content = msgspec.msgpack.encode(value)
    return _checksum(content) + content


def _unsealed(sealed: bytes, kind: type[T]) -> T:
    """The value of what was kept. Raises DamagedError."""
    content = memoryview(sealed)[_CHECKSUM:]  # the tables of a large site are not to be copied
    if _checksum(content) != sealed[:_CHECKSUM]:
        raise DamagedError("a value is not the one that was kept")
    try:
        return msgspec.msgpack.decode(content, type=kind)
    except msgspec.DecodeError as error:
        raise DamagedError(f"a value is of another type: {error}") from error


def _checksum(content: bytes | memoryview) -> bytes:
    return zlib.crc32(content).to_bytes(_CHECKSUM, "big")


class Kept(Sequence[T]):
    """Results that stay where they are kept until they are asked for, so that a large site needs little memory."""

    def __init__(self, keys: Sequence[Key], load: Callable[[Key], T], cache: Cache) -> None:
        self.keys = tuple(keys)
        self._load = load
        self._cache = cache

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Kept[T]: ...

    def __getitem__(self, index: int | slice) -> T | Kept[T]:
        if isinstance(index, slice):
            return Kept(self.keys[index], self._load, self._cache)
        return self._load(self.keys[index])

    def __len__(self) -> int:
        return len(self.keys)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Kept) and list(self) == list(other)

    def derived(self, make: Callable[[T], U]) -> list[U]:
        """What a pure function of a module gives for each result: kept too, so that only a new one has to be read."""
        name, kind = f"{make.__module__}.{make.__qualname__}", get_type_hints(make)["return"]
        keys = [(key, key_of("derived", name, key)) for key in self.keys]
        return [self._cache.made(own, kind, partial(_applied, make, self._load, key)) for key, own in keys]

    def loaded(self) -> Kept[T]:
        """The same results, all read now; they no longer need the cache."""
        return Kept(self.keys, dict(zip(self.keys, self, strict=True)).__getitem__, Cache())


def _applied(make: Callable[[T], U], load: Callable[[Key], T], key: Key) -> U:
    return make(load(key))


def derived(values: Sequence[T], make: Callable[[T], U]) -> list[U]:
    """What a pure function of a module gives for each value; of values that a build keeps, it keeps this too.

    The function says in its annotation what type it returns.
    """
    return values.derived(make) if isinstance(values, Kept) else [make(value) for value in values]
