"""Average-link clustering of stories under constraints of date and language, over an inverted index.

Two stories are compared only if they share a telling term and can be of one time, so the work grows with the
number of stories, not with its square. Grouping by TF-IDF: Allan et al., "Topic detection and tracking", 1998;
the date as a condition and not one more feature: two meetings of the same people read alike.
"""

from __future__ import annotations

import datetime
import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from statistics import fmean
from typing import NamedTuple

from ..vectors import Vector, dot, scaled, total
from .dating import DateEvidence, fits
from .positions import OPENING

# Cosine that makes two stories one event, by the days between their dates; beyond the list they are two events.
_REQUIRED = (0.17, 0.18, 0.20, 0.21, 0.23)
# The same from two days on where neither story speaks of the other's day.
_REQUIRED_UNLINKED = {2: 0.33}
# The same where a date is unknown.
_REQUIRED_UNDATED = 0.20
# The same where the only date is that of the page: a feature or a look back comes up to so many days after a day that
# another gives, or less surely after the day of a page. At any other time it can only be a reprint.
_REQUIRED_LATER, _LATER = 0.21, 45
_REQUIRED_LATER_UNSURE = 0.30
_REQUIRED_REPRINT = 0.60
# The same where one names the other's day with its year.
_REQUIRED_REDATED = 0.40
_WEEKDAYS_DIFFER = 0.25
# What each story must have in common with the others on average: a round-up does not join two events.
_LEAST_IN_COMMON = 0.09

# A story is found by its weightiest terms; a term that so many stories of one time share finds none.
_KEY_TERMS = 60
_SHARED_TERMS = 2
_MAX_SHARING = 200


class Cluster(NamedTuple):
    """Stories of one event by index, with the sum of their vectors and of how much each counts."""

    members: tuple[int, ...]
    vector: Vector
    weight: float


def cluster(
    vectors: Sequence[Vector], dates: Sequence[DateEvidence], languages: Sequence[str]
) -> list[tuple[int, ...]]:
    """Groups of indices, each sorted, in the order of their first member."""
    groups = {index: _alone(index, vector) for index, vector in enumerate(vectors)}
    for _, first, second in sorted(_edges(vectors, dates, languages), key=lambda edge: (-edge[0], edge[1:])):
        one, other = groups[first], groups[second]
        if one is other or not _may_join(one, other, dates) or _is_bridge(one, other, vectors):
            continue
        members = tuple(sorted(one.members + other.members))
        joined = Cluster(members, total((one.vector, other.vector)), one.weight + other.weight)
        groups.update(dict.fromkeys(members, joined))
    return sorted({group.members for group in groups.values()})


def _alone(index: int, vector: Vector) -> Cluster:
    """A story by itself. A brief has room for few of its event's words: it counts by the root of how many it has."""
    weight = math.sqrt(len(vector) or 1)
    return Cluster((index,), scaled(vector, weight), weight)


def _may_join(one: Cluster, other: Cluster, dates: Sequence[DateEvidence]) -> bool:
    """Whether the mean similarity of all pairs across two groups is as much as their dates require."""
    days = [{dates[story].date for story in group.members} - {None} for group in (one, other)]
    lone = 1 in (len(one.members), len(other.members)) or bool(days[0] & days[1])
    needed = [_required(dates[first], dates[second], lone) for first in one.members for second in other.members]
    if None in needed:
        return False
    mean = dot(one.vector, other.vector) / (one.weight * other.weight)
    return mean >= fmean(value for value in needed if value is not None)


def _is_bridge(one: Cluster, other: Cluster, vectors: Sequence[Vector]) -> bool:
    """Whether two groups are alike in some of their stories only, while others have nothing to do with each other."""
    return any(
        dot(vectors[story], there.vector) < _LEAST_IN_COMMON * there.weight
        for here, there in ((one, other), (other, one))
        for story in here.members
    )


def _edges(
    vectors: Sequence[Vector], dates: Sequence[DateEvidence], languages: Sequence[str]
) -> Iterator[tuple[float, int, int]]:
    """The pairs of stories that are similar enough to be one event, and by how much they are more than that."""
    for first, second in _candidates(vectors, dates):
        if languages[first] and languages[second] and languages[first] != languages[second]:
            continue
        similarity = dot(vectors[first], vectors[second])
        # Most pairs are so little alike that no dates could make them one event.
        needed = _required(dates[first], dates[second]) if similarity >= min(_REQUIRED) else None
        if needed is not None and similarity >= needed:
            yield similarity - needed, first, second


def _candidates(vectors: Sequence[Vector], dates: Sequence[DateEvidence]) -> Iterator[tuple[int, int]]:
    """Pairs that share key terms and may be of one time, the smaller index first, each once."""
    keys = [sorted(vector, key=lambda t: (-vector[t], t))[:_KEY_TERMS] for vector in vectors]
    neighbours = chain(_neighbours_in_time(keys, dates), _neighbours_at_any_time(keys, dates))
    yield from sorted({(min(index, other), max(index, other)) for index, others in neighbours for other in others})


def _sharing(postings: Iterable[Sequence[int]]) -> list[int]:
    """The numbers that stand in enough of these lists."""
    return [number for number, count in Counter(chain.from_iterable(postings)).items() if count >= _SHARED_TERMS]


def _neighbours_in_time(
    keys: Sequence[Sequence[str]], dates: Sequence[DateEvidence]
) -> Iterator[tuple[int, list[int]]]:
    """For each dated story those dated up to a few days before that it shares key terms with."""
    days = {index: evidence.date.toordinal() for index, evidence in enumerate(dates) if evidence.date}
    order = sorted(days, key=lambda i: (days[i], i))
    # By their place in that order, so that those of the last days are the end of a list.
    postings: defaultdict[str, list[int]] = defaultdict(list)
    oldest = 0
    for place, index in enumerate(order):
        while days[index] - days[order[oldest]] >= len(_REQUIRED):
            oldest += 1
        own = [postings[term] for term in keys[index]]
        near = (places[max(bisect_left(places, oldest), len(places) - _MAX_SHARING) :] for places in own)
        yield index, [order[other] for other in _sharing(near)]
        for places in own:
            places.append(place)


def _neighbours_at_any_time(
    keys: Sequence[Sequence[str]], dates: Sequence[DateEvidence]
) -> Iterator[tuple[int, list[int]]]:
    """For each story whose text gives no date, those it shares rare key terms with."""
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for index, terms in enumerate(keys):
        for term in terms:
            postings[term].append(index)
    for index, terms in enumerate(keys):
        if not dates[index].certain:
            near = _sharing(postings[term] for term in terms if len(postings[term]) <= _MAX_SHARING)
            yield index, [other for other in near if other != index]


def _required(first: DateEvidence, second: DateEvidence, lone: bool = True) -> float | None:
    """The similarity that makes two stories one event; None if their dates rule it out.

    `lone` where one of them is not yet with others, or both are with stories of one day; else they are of two days that
    several accounts each are of.
    """
    if first.date and second.date:
        gap = abs((first.date - second.date).days)
        if gap < len(_REQUIRED):
            return _REQUIRED_UNLINKED.get(gap) if gap > 1 and _unlinked(first, second) else _REQUIRED[gap]
        if lone and (_later(first, second) or _later(second, first)):
            return _REQUIRED_LATER if first.certain or second.certain else _REQUIRED_LATER_UNSURE
        if first.certain and second.certain:
            return None
        return _REQUIRED_REDATED if _gives(first, second) or _gives(second, first) else _REQUIRED_REPRINT
    if _contradict(first, second) or _contradict(second, first):
        return None
    differ = _weekday(first) and _weekday(second) and _weekday(first) != _weekday(second)
    return _REQUIRED_UNDATED + (_WEEKDAYS_DIFFER if differ else 0.0)


def _weekday(story: DateEvidence) -> int | None:
    """The weekday of a story; the one that it opens with counts only where nothing else says when it was."""
    if story.date is None:
        return story.weekday
    return story.date.isoweekday() if story.certain else None


def _later(story: DateEvidence, event: DateEvidence) -> bool:
    """Whether a story that gives no day of its own came out in the weeks after another's day.

    One that opens with a day long past may look back at what led to the event; then it opens with that day too.
    """
    if story.published is None or story.date is None or event.date is None:
        return False
    if not 0 < (story.published - event.date).days <= _LATER:
        return False
    looks_back = (story.published - story.date).days > _LATER
    return _mentions(story, event.date, OPENING) if looks_back else not story.certain


def _gives(story: DateEvidence, event: DateEvidence) -> bool:
    """Whether a story whose text is of no certain day names another's day with its year."""
    return not story.certain and event.date is not None and event.date.isoformat() in {m.value for m in story.mentions}


def _unlinked(first: DateEvidence, second: DateEvidence) -> bool:
    """Whether two stories are certainly of different days and neither speaks of the other's: twins, not a sequel."""
    pairs = ((first, second), (second, first))
    return first.certain and second.certain and not any(o.date and _mentions(story, o.date) for story, o in pairs)


def _mentions(story: DateEvidence, date: datetime.date, weight: float = 0.0) -> bool:
    return any(fits(mention.value, date) for mention in story.mentions if mention.weight >= weight)


def _contradict(dated: DateEvidence, partial: DateEvidence) -> bool:
    """Whether a story certainly is of a day that is far from all that the other opens with."""
    if not (dated.certain and dated.date and partial.days):
        return False
    near = [dated.date + datetime.timedelta(days) for days in range(1 - len(_REQUIRED), len(_REQUIRED))]
    return not any(fits(value, date) for value in partial.days for date in near)
