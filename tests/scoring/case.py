"""Decisions that can be right or wrong, and what they sum up to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

Scores = dict[str, list[float]]


class Case(NamedTuple):
    """One decision. `side` says whether it was asked for by a label (recall) or made by the analysis (precision)."""

    name: str
    right: float
    note: str
    side: Literal["wanted", "found"] = "wanted"


def scores(found: Iterable[Case]) -> Scores:
    """The value, or values, of each score; see SUMMARIES."""
    by_name: dict[str, list[Case]] = {name: [] for name in SUMMARIES}
    for case in found:
        by_name[case.name].append(case)
    return {name: summary(by_name[name]) for name, summary in SUMMARIES.items()}


def _share(found: list[Case]) -> list[float]:
    """The share that is right; of nothing, nothing is wrong."""
    return [sum(case.right for case in found) / len(found) if found else 1.0]


def _count(found: list[Case]) -> list[float]:
    return [sum(case.right for case in found), len(found)]


def _wrong(found: list[Case]) -> list[float]:
    return [sum(not case.right for case in found)]


def _prf(found: list[Case]) -> list[float]:
    [precision] = _share([case for case in found if case.side == "found"])
    [recall] = _share([case for case in found if case.side == "wanted"])
    return [precision, recall, 2 * precision * recall / ((precision + recall) or 1)]


# One value is a share or, for faults, their number; two are how many of how many; three are precision, recall and F1.
SUMMARIES: dict[str, Callable[[list[Case]], list[float]]] = {
    "titles": _count,
    "outlets": _count,
    "published": _count,
    "block_accuracy": _share,
    "junk_prf": _prf,
    "body_lines_lost": _wrong,
    "quote_prf": _prf,
    "quote_kind": _share,
    "speaker_accuracy": _share,
    "indirect_found": _count,
    "event_bcubed_prf": _prf,
    "event_dates": _count,
    "event_places": _count,
    "alignment_prf": _prf,
    "lookalikes_merged": _wrong,
    "reuse_prf": _prf,
    "cross_outlet_found": _count,
    "internal_found": _count,
    "granularity_found": _count,
    "cross_outlet_precision": _share,
    "internal_precision": _share,
    "severity_accuracy": _share,
    "traps_hit": _wrong,
    "topics_found": _count,
    "coverage_accuracy": _share,
}
