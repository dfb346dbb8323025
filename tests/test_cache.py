"""The cache: results by key, in memory and on disk, and what becomes of a damaged file."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec
import pytest

from digest.cache import Cache, DamagedError, derived, key_of, with_cache
from digest.model import Metadata

T = TypeVar("T")

KEY = key_of("annotate", b"text")


def build(folder: Path, work: Callable[[Cache], T]) -> T:
    """One build with the cache in a folder."""

    def finished(cache: Cache) -> T:
        result = work(cache)
        cache.finish()
        return result

    return with_cache(folder, finished)


def change(folder: Path, statement: str, *values: object) -> None:
    """Do something to the file behind the cache's back."""
    database = sqlite3.connect(folder / "results.sqlite")
    with database:
        database.execute(statement, values)
    database.close()


def test_a_key_depends_on_every_part_and_on_where_parts_end():
    """Moving a letter from one part to the next gives another key; text and its bytes are the same."""
    assert key_of("ab", "c") != key_of("a", "bc") != key_of("abc")
    assert key_of("ab", "c") == key_of(b"ab", b"c")


def test_results_outlive_the_process(tmp_path):
    """What one build kept, the next finds, as the same value."""
    value = Metadata(title="Ferry late")
    assert build(tmp_path, lambda cache: cache.get(KEY, Metadata)) is None
    build(tmp_path, lambda cache: cache.put(KEY, value))
    assert build(tmp_path, lambda cache: cache.get(KEY, Metadata)) == value
    assert build(tmp_path, lambda cache: key_of("other") in cache) is False


def test_old_results_are_dropped(tmp_path):
    """A result that many builds did not ask for is gone; one that is asked for, or only looked for, stays."""
    fresh, known = key_of("fresh"), key_of("known")
    build(tmp_path, lambda cache: [cache.put(key, 1) for key in (KEY, fresh, known)])
    for number in range(45):
        build(tmp_path, lambda cache, n=number: (cache.put(key_of(str(n)), n), cache.get(fresh, int), known in cache))
    assert build(tmp_path, lambda cache: [key in cache for key in (KEY, fresh, known)]) == [False, True, True]


def test_many_results_are_written(tmp_path):
    """Results are written in batches, and the last ones too."""
    keys = [key_of(str(number)) for number in range(450)]
    build(tmp_path, lambda cache: [cache.put(key, number) for number, key in enumerate(keys)])
    assert build(tmp_path, lambda cache: [cache.get(key, int) for key in keys]) == list(range(450))


def test_kept_results_are_read_one_at_a_time():
    """A sequence of results reads those that are asked for, and all of them when it is to do without the cache."""
    cache = Cache()
    keys = [key_of(str(number)) for number in range(3)]
    for number, key in enumerate(keys):
        cache.put(key, number)
    kept = cache.kept(keys, int)
    assert (len(kept), kept[1], list(kept[1:]), kept[1:].keys) == (3, 1, [1, 2], tuple(keys[1:]))
    assert list(kept.loaded()) == [0, 1, 2]
    with pytest.raises(DamagedError):
        cache.kept([key_of("other")], int)[0]


def title_of(number: int) -> Metadata:
    """What is derived from a number."""
    return Metadata(title=f"Part {number}")


def test_what_is_derived_is_kept(tmp_path):
    """A function of kept results is called once for each, and later builds do not even read the results themselves."""
    wanted = [Metadata(title="Part 7")]
    build(tmp_path, lambda cache: cache.put(KEY, 7))
    assert build(tmp_path, lambda cache: derived(cache.kept([KEY], int), title_of)) == wanted
    change(tmp_path, "UPDATE results SET value = x'00' WHERE key = ?", KEY)
    assert build(tmp_path, lambda cache: derived(cache.kept([KEY], int), title_of)) == wanted
    assert derived([7], title_of) == wanted


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


def test_where_nothing_can_be_written_memory_serves(tmp_path, caplog):
    """A folder that can't be made is reported, and the build goes on."""
    (tmp_path / "file").write_text("x")
    found = build(tmp_path / "file" / "cache", lambda cache: (cache.put(KEY, 1), cache.get(KEY, int)))
    assert found == (None, 1)
    assert "nothing is kept for the next build" in caplog.text
