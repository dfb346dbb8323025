"""Which stories are worth comparing, from an inverted index: those that share telling terms and can be of one time."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from ..vectors import Vector
from .dating import DateEvidence
from .required import REACH

# A story is found by its weightiest terms; a term that so many stories of one time share finds none.
_KEY_TERMS = 60
_SHARED_TERMS = 2
_MAX_SHARING = 200


def candidates(vectors: Sequence[Vector], dates: Sequence[DateEvidence]) -> Iterator[tuple[int, int]]:
    """Pairs that share key terms and may be of one time, the smaller index first, each once."""
    keys = [sorted(sorted(vector), key=vector.__getitem__, reverse=True)[:_KEY_TERMS] for vector in vectors]
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
        while days[index] - days[order[oldest]] >= REACH:
            oldest += 1
        own = [postings[term] for term in keys[index]]
        for places in own:
            if places and places[0] < oldest:
                del places[: bisect_left(places, oldest)]
        yield index, [order[other] for other in _sharing(places[-_MAX_SHARING:] for places in own)]
        for places in own:
            places.append(place)


def _neighbours_at_any_time(
    keys: Sequence[Sequence[str]], dates: Sequence[DateEvidence]
) -> Iterator[tuple[int, list[int]]]:
    """For each story whose text gives no date, those it shares rare key terms with."""
    undated = [index for index, evidence in enumerate(dates) if not evidence.certain]
    sought = {term for index in undated for term in keys[index]}
    postings: dict[str, list[int]] = {term: [] for term in sought}
    for index, terms in enumerate(keys):
        for term in sought.intersection(terms):
            postings[term].append(index)
    for index in undated:
        near = _sharing(postings[term] for term in keys[index] if len(postings[term]) <= _MAX_SHARING)
        yield index, [other for other in near if other != index]
