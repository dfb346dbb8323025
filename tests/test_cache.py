"""The cache: results by key, in memory and on disk."""

import pytest
from caches import KEY, build, change

from digest.cache import Cache, DamagedError, derived, key_of
from digest.model import Metadata


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
