"""The cache: results by key, in memory and on disk, and what becomes of a damaged file."""

import sqlite3

import msgspec
import pytest

from digest.cache import Cache, key_of, open_cache
from digest.model import Metadata

KEY = key_of("annotate", b"text")


def test_a_key_depends_on_every_part_and_on_where_parts_end():
    """Moving a letter from one part to the next gives another key; text and its bytes are the same."""
    assert key_of("ab", "c") != key_of("a", "bc") != key_of("abc")
    assert key_of("ab", "c") == key_of(b"ab", b"c")


def test_results_outlive_the_process(tmp_path):
    """What one build kept, the next finds, as the same value."""
    value = Metadata(title="Ferry late")
    with open_cache(tmp_path) as cache:
        assert cache.get(KEY, Metadata) is None
        cache.put(KEY, value)
        cache.finish()
    with open_cache(tmp_path) as cache:
        assert cache.get(KEY, Metadata) == value
        assert cache.get(key_of("other"), Metadata) is None


def test_in_memory_only_the_last_two_builds_remain():
    """A preview that runs for days doesn't grow: what two builds did not ask for is forgotten."""
    cache = Cache()
    cache.put(KEY, 7)
    cache.finish()
    assert cache.get(KEY, int) == 7
    cache.finish()
    cache.finish()
    assert cache.get(KEY, int) is None


def test_on_disk_old_results_are_dropped(tmp_path):
    """A result that many builds did not ask for is gone; one that is asked for stays."""
    fresh = key_of("fresh")
    with open_cache(tmp_path) as cache:
        cache.put(KEY, 1)
        cache.put(fresh, 2)
        cache.finish()
    for _ in range(25):
        with open_cache(tmp_path) as cache:
            assert cache.get(fresh, int) == 2
            cache.finish()
    with sqlite3.connect(tmp_path / "results.sqlite") as database:
        assert [row[0] for row in database.execute("SELECT key FROM results")] == [fresh]
    database.close()


def test_many_results_are_written(tmp_path):
    """Results are written in batches, and the last ones too."""
    with open_cache(tmp_path) as cache:
        for number in range(450):
            cache.put(key_of(str(number)), number)
        cache.finish()
    with open_cache(tmp_path) as cache:
        assert [cache.get(key_of(str(number)), int) for number in range(450)] == list(range(450))


@pytest.mark.parametrize("content", [b"", b"not a database, but long enough to look at" * 40])
def test_a_damaged_file_is_put_aside(tmp_path, content, caplog):
    """A file that is no database is kept under another name, with a warning, and a new one is made."""
    (tmp_path / "results.sqlite").write_bytes(content)
    with open_cache(tmp_path) as cache:
        cache.put(KEY, 1)
        cache.finish()
    damaged = tmp_path / "results.damaged"
    assert damaged.exists() == bool(content)
    assert ("is damaged" in caplog.text) == bool(content)
    with open_cache(tmp_path) as cache:
        assert cache.get(KEY, int) == 1


def test_a_foreign_table_is_put_aside(tmp_path):
    """A database of another shape is not written to."""
    with sqlite3.connect(tmp_path / "results.sqlite") as database:
        database.execute("CREATE TABLE results (name TEXT)")
    database.close()
    with open_cache(tmp_path) as cache:
        cache.put(KEY, 1)
        cache.finish()
    assert (tmp_path / "results.damaged").exists()


def test_a_value_that_cannot_be_read_is_made_again(tmp_path):
    """A row that holds something else counts as no result."""
    with open_cache(tmp_path) as cache:
        cache.put(KEY, "text")
        cache.finish()
    with sqlite3.connect(tmp_path / "results.sqlite") as database:
        database.execute("UPDATE results SET value = ?", (msgspec.msgpack.encode({"a": 1})[:-1],))
    database.close()
    with open_cache(tmp_path) as cache:
        assert cache.get(KEY, Metadata) is None


def test_where_nothing_can_be_written_memory_serves(tmp_path, caplog):
    """A folder that can't be made is reported, and the build goes on."""
    (tmp_path / "file").write_text("x")
    with open_cache(tmp_path / "file" / "cache") as cache:
        cache.put(KEY, 1)
        assert cache.get(KEY, int) == 1
        cache.finish()
    assert "nothing is kept for the next build" in caplog.text
