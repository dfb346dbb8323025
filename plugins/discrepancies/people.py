"""Who is named where in the accounts of an event."""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter

from digest import Collation, Passage, Span

_START = itemgetter(0)


def named_in(collation: Collation, article: str) -> list[tuple[Passage, str]]:
    """The mentions of people in an article, each with the one name that the person has in the event."""
    return collation.derived(_by_article).get(article, [])


def people_at(collation: Collation, article: str, span: Span) -> frozenset[str]:
    """The people who are named in a range of an article."""
    places = collation.derived(_places).get(article, [])
    first, last = (bisect_left(places, offset, key=_START) for offset in span)
    return frozenset(name for _, name in places[first:last])


def _by_article(collation: Collation) -> dict[str, list[tuple[Passage, str]]]:
    found: dict[str, list[tuple[Passage, str]]] = {}
    for person in collation.people:
        for mention in person.mentions:
            found.setdefault(mention.article, []).append((mention, person.name))
    return found


def _places(collation: Collation) -> dict[str, list[tuple[int, str]]]:
    """By article the offsets at which people are named, in order: a long text has thousands."""
    named = collation.derived(_by_article)
    return {article: sorted((mention.start, name) for mention, name in found) for article, found in named.items()}
