"""Dates."""

from collections.abc import Iterator

from digest import Collation, Discrepancy


def differing_dates(collation: Collation) -> Iterator[Discrepancy]:
    """Nothing yet."""
    yield from ()
