"""Scores of the analysis on labelled articles. `python -m tests.scoring [sample|corpus] [--detail]` prints them."""

from __future__ import annotations

from collections.abc import Iterator

from .accounts import block_cases, metadata_cases, quote_cases
from .case import Case, Scores, scores
from .events import alignment_cases, coverage_cases, discrepancy_cases, event_cases, reuse_cases
from .labels import SETS, Analysed, Gold, analysed

__all__ = ["SETS", "Case", "Gold", "Scores", "analysed", "cases", "scores"]


def cases(found: Analysed) -> Iterator[Case]:
    """Every decision about a set."""
    for path, account, labels in found.articles():
        yield from metadata_cases(path, account, labels)
        yield from block_cases(path, account, labels)
        yield from quote_cases(path, account, labels)
    yield from event_cases(found)
    yield from alignment_cases(found)
    yield from reuse_cases(found)
    yield from discrepancy_cases(found)
    yield from coverage_cases(found)
