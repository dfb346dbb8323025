"""The versions of an utterance: from each quotation the stretch that its matching parts cover."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from digest import Event, Member

from .parts import Part


def members_of(event: Event, parts: Sequence[Part]) -> tuple[Member, ...]:
    """One member for each quotation among the parts, in the order of the event's accounts and their text."""
    spans: defaultdict[int, list[Part]] = defaultdict(list)
    for part in parts:
        spans[part.number].append(part)
    return tuple(_member(event, spans[number]) for number in sorted(spans))


def _member(event: Event, parts: Sequence[Part]) -> Member:
    quote = parts[0].quote
    start, end = min(part.start for part in parts), max(part.end for part in parts)
    text = event.by_id[quote.article].article.text
    return Member(quote.article, start, end, text[start:end], quote=quote.id)
