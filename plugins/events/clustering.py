"""Average-link clustering of stories under constraints of date and language, over an inverted index.

Two stories are compared only if they share a telling term and can be of one time, so the work grows with the
number of stories, not with its square. Grouping by TF-IDF: Allan et al., "Topic detection and tracking", 1998;
the date as a condition and not one more feature: two meetings of the same people read alike.
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import itemgetter

from ..vectors import Vector, dot, total
from .dating import DateEvidence, fits

# Cosine that makes two stories one event, by the days between their dates; beyond the list they are two events.
_REQUIRED = (0.15, 0.17, 0.19, 0.21, 0.23)
# The same from two days on where neither story speaks of the other's day.
_REQUIRED_UNLINKED = {2: 0.33}
# The same where a date is unknown, or is only that of the page, which may be a reprint.
_REQUIRED_UNDATED = 0.30
_REQUIRED_REPRINT = 0.60
_WEEKDAYS_DIFFER = 0.15
# What each story must have in common with the others on average: a round-up does not join two events.
_LEAST_IN_COMMON = 0.09

# A story is found by its weightiest terms; a term that so many stories of one time share finds none.
_KEY_TERMS = 40
_SHARED_TERMS = 3
_MAX_SHARING = 200


def cluster(
    vectors: Sequence[Vector], dates: Sequence[DateEvidence], languages: Sequence[str]
) -> list[tuple[int, ...]]:
    """Groups of indices, each sorted, in the order of their first member."""
    group = {index: [index] for index in range(len(vectors))}
    sums: dict[int, Vector] = dict(enumerate(vectors))
    for _, first, second in sorted(_edges(vectors, dates, languages), key=lambda edge: (-edge[0], edge[1:])):
        one, other = group[first], group[second]
        if one is other or not _may_join(one, other, sums, dates) or _is_bridge(one, other, sums, vectors):
            continue
        one, other = sorted((one, other), key=itemgetter(0))
        sums[one[0]] = total((sums[one[0]], sums.pop(other[0])))
        one.extend(other)
        one.sort()
        group.update(dict.fromkeys(other, one))
    return sorted({tuple(members) for members in group.values()})


def _may_join(one: list[int], other: list[int], sums: dict[int, Vector], dates: Sequence[DateEvidence]) -> bool:
    """Whether the mean similarity of all pairs across two groups is as much as their dates require."""
    needed = [_required(dates[first], dates[second]) for first in one for second in other]
    if None in needed:
        return False
    mean = dot(sums[one[0]], sums[other[0]]) / len(needed)
    return mean >= sum(value for value in needed if value is not None) / len(needed)


def _is_bridge(one: list[int], other: list[int], sums: dict[int, Vector], vectors: Sequence[Vector]) -> bool:
    """Whether two groups are alike in some of their stories only, while others have nothing to do with each other."""
    return any(
        dot(vectors[story], sums[there[0]]) < _LEAST_IN_COMMON * len(there)
        for here, there in ((one, other), (other, one))
        for story in here
    )


def _edges(
    vectors: Sequence[Vector], dates: Sequence[DateEvidence], languages: Sequence[str]
) -> Iterator[tuple[float, int, int]]:
    """The pairs of stories that are similar enough to be one event, and by how much they are more than that."""
    for first, second in _candidates(vectors, dates):
        if languages[first] and languages[second] and languages[first] != languages[second]:
            continue
        needed = _required(dates[first], dates[second])
        if needed is not None and (margin := dot(vectors[first], vectors[second]) - needed) >= 0:
            yield margin, first, second


def _candidates(vectors: Sequence[Vector], dates: Sequence[DateEvidence]) -> Iterator[tuple[int, int]]:
    """Pairs that share key terms and may be of one time, the smaller index first, each once."""
    keys = [sorted(vector, key=lambda t: (-vector[t], t))[:_KEY_TERMS] for vector in vectors]
    pairs = set(_sharing(_neighbours_in_time(keys, dates)))
    pairs.update(_sharing(_neighbours_at_any_time(keys, dates)))
    yield from sorted(pairs)


def _sharing(neighbours: Iterator[tuple[int, Counter[int]]]) -> Iterator[tuple[int, int]]:
    for index, shared in neighbours:
        for other, count in shared.items():
            if count >= _SHARED_TERMS:
                yield min(index, other), max(index, other)


def _neighbours_in_time(
    keys: Sequence[Sequence[str]], dates: Sequence[DateEvidence]
) -> Iterator[tuple[int, Counter[int]]]:
    """For each dated story those dated up to a few days before, with the number of key terms they share."""
    days = {index: evidence.date.toordinal() for index, evidence in enumerate(dates) if evidence.date}
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for index in sorted(days, key=lambda i: (days[i], i)):
        shared: Counter[int] = Counter()
        for term in keys[index]:
            for other in islice(reversed(postings[term]), _MAX_SHARING):
                if days[index] - days[other] >= len(_REQUIRED):
                    break
                shared[other] += 1
            postings[term].append(index)
        yield index, shared


def _neighbours_at_any_time(
    keys: Sequence[Sequence[str]], dates: Sequence[DateEvidence]
) -> Iterator[tuple[int, Counter[int]]]:
    """For each story whose text gives no date, those it shares rare key terms with."""
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for index, terms in enumerate(keys):
        for term in terms:
            postings[term].append(index)
    for index, terms in enumerate(keys):
        if not dates[index].certain:
            shared = Counter(i for t in terms if len(postings[t]) <= _MAX_SHARING for i in postings[t])
            del shared[index]
            yield index, shared


def _required(first: DateEvidence, second: DateEvidence) -> float | None:
    """The similarity that makes two stories one event; None if their dates rule it out."""
    if first.date and second.date:
        gap = abs((first.date - second.date).days)
        if gap < len(_REQUIRED):
            return _REQUIRED_UNLINKED.get(gap) if gap > 1 and _unlinked(first, second) else _REQUIRED[gap]
        return None if first.certain and second.certain else _REQUIRED_REPRINT
    if _contradict(first, second) or _contradict(second, first):
        return None
    differ = first.weekday and second.weekday and first.weekday != second.weekday
    return _REQUIRED_UNDATED + (_WEEKDAYS_DIFFER if differ else 0.0)


def _unlinked(first: DateEvidence, second: DateEvidence) -> bool:
    """Whether two stories are certainly of different days and neither speaks of the other's: twins, not a sequel."""
    mentioned = [
        fits(mention.value, other.date)
        for story, other in ((first, second), (second, first))
        for mention in story.mentions
        if other.date
    ]
    return first.certain and second.certain and not any(mentioned)


def _contradict(dated: DateEvidence, partial: DateEvidence) -> bool:
    """Whether a story certainly is of a day that is far from all that the other opens with."""
    if not (dated.certain and dated.date and partial.days):
        return False
    near = [dated.date + datetime.timedelta(days) for days in range(1 - len(_REQUIRED), len(_REQUIRED))]
    return not any(fits(value, date) for value in partial.days for date in near)
