"""The cache's file: what becomes of one that is damaged, foreign or of another version."""

import sqlite3
from functools import partial

import msgspec
import pytest
from caches import KEY, build, change

from digest.cache import Cache, DamagedError


@pytest.mark.parametrize("content", [b"", b"not a database, but long enough to look at" * 40])
def test_a_damaged_file_is_put_aside(tmp_path, content, caplog):
    """A file that is no database is kept under another name, with a warning, and a new one is made."""
    (tmp_path / "results.sqlite").write_bytes(content)
    build(tmp_path, lambda cache: cache.put(KEY, 1))
    assert (tmp_path / "results.damaged").exists() == bool(content)
    assert ("is damaged" in caplog.text) == bool(content)
    assert build(tmp_path, lambda cache: cache.get(KEY, int)) == 1


def test_a_cache_of_another_version_is_made_anew(tmp_path, caplog):
    """After an upgrade nothing is damaged: what an older version kept is dropped without a warning."""
    build(tmp_path, lambda cache: cache.put(KEY, 7))
    change(tmp_path, "PRAGMA user_version = 0")
    change(tmp_path, "ALTER TABLE uses RENAME COLUMN build TO date")
    assert build(tmp_path, lambda cache: (cache.get(KEY, int), cache.put(KEY, 8))) == (None, None)
    assert build(tmp_path, lambda cache: cache.get(KEY, int)) == 8
    assert caplog.text == ""
    assert not (tmp_path / "results.damaged").exists()


def test_a_foreign_table_is_put_aside(tmp_path):
    """A database of another shape is not written to."""
    change(tmp_path, "CREATE TABLE results (name TEXT)")
    build(tmp_path, lambda cache: cache.put(KEY, 1))
    assert (tmp_path / "results.damaged").exists()


@pytest.mark.parametrize(
    "damage",
    [
        ("UPDATE results SET value = ?", b"1234" + msgspec.msgpack.encode(8)),
        ("UPDATE results SET value = substr(value, 1, 4)",),
        ("DELETE FROM results",),
    ],
    ids=["another value", "a part", "nothing"],
)
def test_work_is_done_anew_without_a_damaged_value(tmp_path, damage, caplog):
    """Where a value is not the one that was kept, the cache is put aside and the build starts over."""
    build(tmp_path, lambda cache: cache.put(KEY, 7))
    change(tmp_path, *damage)
    assert build(tmp_path, lambda cache: cache.get(KEY, int) or "made anew") == "made anew"
    assert "is damaged" in caplog.text


def test_a_damaged_note_is_done_without(tmp_path, caplog):
    """A byte of a note that has changed makes the cache anew; what it says may be no text any more."""
    build(tmp_path, lambda cache: cache.note("files", {"a.txt": 1}))
    change(tmp_path, "UPDATE notes SET value = CAST(replace(value, 'a.txt', x'bf2e747874') AS BLOB)")
    assert build(tmp_path, lambda cache: cache.noted("files", dict[str, int])) is None
    assert "is damaged" in caplog.text


def test_a_disk_that_is_full_at_the_end_is_done_without(tmp_path, monkeypatch):
    """Some of what is written shows only when it is committed that there was no room for it."""

    class Full(sqlite3.Connection):
        def commit(self) -> None:
            raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("digest.cache.sqlite3.connect", partial(sqlite3.connect, factory=Full))
    cache = Cache()
    cache.put(KEY, 1)
    for end in (cache.write, cache.finish, partial(cache.note, "files", 1)):
        with pytest.raises(DamagedError, match="full"):
            end()


def test_where_nothing_can_be_written_memory_serves(tmp_path, caplog):
    """A folder that can't be made is reported, and the build goes on."""
    (tmp_path / "file").write_text("x")
    found = build(tmp_path / "file" / "cache", lambda cache: (cache.put(KEY, 1), cache.get(KEY, int)))
    assert found == (None, 1)
    assert "nothing is kept for the next build" in caplog.text
