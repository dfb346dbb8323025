"""Ranges of text that are kept in order and apart."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from digest import Span


def overlaps(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether `[start, end)` meets one of the spans, which are in order and do not overlap each other."""
    before = bisect_left(spans, (end, end))
    return before > 0 and spans[before - 1][1] > start
