"""Average-link clustering of stories under constraints of date and language, over an inverted index.

Two stories are compared only if they share a telling term and can be of one time, so the work grows with the
number of stories, not with its square. Grouping by TF-IDF: Allan et al., "Topic detection and tracking", 1998;
the date as a condition and not one more feature: two meetings of the same people read alike.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from statistics import fmean
from typing import NamedTuple

from ..vectors import Vector, dot, scaled, total
from .candidates import candidates
from .crowds import HALF_ALIKE, crowds
from .dating import DateEvidence
from .required import LEAST, REPRINT, required

# What each story must have in common with the others on average: a round-up does not join two events.
_LEAST_IN_COMMON = 0.09

# What two stories that both give their day have in common by their names, if they are of one event: another train that
# leaves the rails, in another town, has other names.
_LEAST_IN_NAMES = 0.02

# The share of stories, or of their pairs, that may be otherwise than the rest of a group.
_FEW = 0.2
_ESTABLISHED = 3
# How much its best pair has of the likeness of a story to a group.
_BEST = 0.25


Needed = Callable[..., float | None]


class Story(NamedTuple):
    """A story as a vector of length 1, when it was, the terms that are names, its language ("": unknown) and outlet."""

    vector: Vector
    dates: DateEvidence
    names: frozenset[str] = frozenset()
    language: str = ""
    outlet: str | None = None


class Cluster(NamedTuple):
    """Stories of one event by index, with the sum of their vectors and of how much each counts."""

    members: tuple[int, ...]
    vector: Vector
    weight: float


def cluster(stories: Sequence[Story]) -> list[tuple[int, ...]]:
    """Groups of indices, each sorted, in the order of their first member."""
    groups = {index: _alone(index, story.vector) for index, story in enumerate(stories)}
    similar = list(_similarities(stories))
    needed = partial(_needed, stories, crowds(similar, [story.dates for story in stories]))
    for _, first, second in sorted(_edges(similar, needed), key=lambda edge: (-edge[0], edge[1:])):
        one, other = groups[first], groups[second]
        if one is other or not _may_join(one, other, stories, needed) or _is_bridge(one, other, stories):
            continue
        members = tuple(sorted(one.members + other.members))
        joined = Cluster(members, total((one.vector, other.vector)), one.weight + other.weight)
        groups.update(dict.fromkeys(members, joined))
    return sorted({group.members for group in groups.values()})


def compared(stories: Sequence[Story], first: int, second: int) -> tuple[float, float | None]:
    """How similar two stories are, and how similar they must be to be of one event; None if nothing could make them."""
    similar = list(_similarities(stories))
    needed = _needed(stories, crowds(similar, [story.dates for story in stories]), first, second)
    return dot(stories[first].vector, stories[second].vector), needed


def _alone(index: int, vector: Vector) -> Cluster:
    """A story by itself. A brief has room for few of its event's words: it counts by the root of how many it has."""
    weight = math.sqrt(len(vector) or 1)
    return Cluster((index,), scaled(vector, weight), weight)


def _may_join(one: Cluster, other: Cluster, stories: Sequence[Story], needed: Needed) -> bool:
    """Whether two groups are as similar as their dates require; a small one may have a few pairs ruled out by them."""
    days = [{stories[member].dates.date for member in group.members} - {None} for group in (one, other)]
    lone = 1 in (len(one.members), len(other.members)) or bool(days[0] & days[1])
    values = [needed(first, second, lone) for first in one.members for second in other.members]
    few = _FEW if min(len(one.members), len(other.members)) < _ESTABLISHED else 0.0
    if values.count(None) > few * len(values):
        return False
    return _likeness(one, other, stories) >= fmean(REPRINT if value is None else value for value in values)


def _needed(
    stories: Sequence[Story], crowd: Sequence[float], first: int, second: int, lone: bool = True
) -> float | None:
    """How similar two stories must be; None if nothing could make them one event."""
    one, other = stories[first], stories[second]
    if have_other_names(one, other):
        return None
    same_outlet = one.outlet is not None and one.outlet == other.outlet
    return required(one.dates, other.dates, lone, (crowd[first] + crowd[second]) / 2, same_outlet)


def have_other_names(first: Story, second: Story) -> bool:
    """Whether next to nothing of the likeness of two stories of certain days lies in names.

    In many scripts no names can be told.
    """
    if not (first.dates.certain and second.dates.certain and first.names and second.names):
        return False
    in_common = math.fsum(first.vector[name] * second.vector[name] for name in first.names & second.names)
    return in_common < _LEAST_IN_NAMES


def _likeness(one: Cluster, other: Cluster, stories: Sequence[Story]) -> float:
    """The mean similarity of all pairs across two groups; for a story by itself its best pair counts somewhat more."""
    mean = dot(one.vector, other.vector) / (one.weight * other.weight)
    if min(len(one.members), len(other.members)) > 1:
        return mean
    pairs = ((stories[first].vector, stories[second].vector) for first in one.members for second in other.members)
    best = max(dot(first, second) for first, second in pairs)
    return (1 - _BEST) * mean + _BEST * best


def _is_bridge(one: Cluster, other: Cluster, stories: Sequence[Story]) -> bool:
    """Whether two groups are alike in some of their stories only, while others have nothing to do with each other."""
    return any(
        sum(dot(stories[member].vector, there.vector) < _LEAST_IN_COMMON * there.weight for member in here.members)
        > _FEW * len(here.members)
        for here, there in ((one, other), (other, one))
    )


def _similarities(stories: Sequence[Story]) -> Iterator[tuple[float, int, int]]:
    """The pairs of stories that are at least half alike and could be one event, and how similar they are."""
    for first, second in candidates([story.vector for story in stories], [story.dates for story in stories]):
        one, other = stories[first], stories[second]
        if one.language and other.language and one.language != other.language:
            continue
        similarity = dot(one.vector, other.vector)
        if similarity >= HALF_ALIKE:
            yield similarity, first, second


def _edges(similar: Iterable[tuple[float, int, int]], needed: Needed) -> Iterator[tuple[float, int, int]]:
    """The pairs of stories that are similar enough to be one event, and by how much they are more than that."""
    for similarity, first, second in similar:
        # Most pairs are so little alike that no dates could make them one event.
        least = needed(first, second) if similarity >= LEAST else None
        if least is not None and similarity >= least:
            yield similarity - least, first, second
