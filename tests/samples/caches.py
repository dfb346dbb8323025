"""A cache that builds use one after the other, and that something may happen to in between."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from digest.cache import Cache, key_of
from digest.cache_file import with_cache

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
