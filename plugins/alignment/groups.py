"""Pairs of matching parts become groups, one an utterance, and neighbouring groups of the same quotations one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from .matching import Match
from .parts import Part

Group = list[int]


def group_parts(parts: Sequence[Part], matches: Sequence[Match]) -> list[Group]:
    """The utterances as lists of indices of parts, each sorted; `matches` come best first.

    What only looks alike may not bring two parts of one article together that are not alike themselves: an outlet
    that has both has two utterances. A headline is apart from nothing: it shortens what the story quotes.
    """
    matched = {(match.first, match.second) for match in matches}
    home: dict[int, Group] = {}
    for match in matches:
        one, other = home.get(match.first, [match.first]), home.get(match.second, [match.second])
        if one is other or _touch(parts, one, other):
            continue
        if match.strength != "verbatim" and _holds_apart(parts, one, other, matched):
            continue
        merged = sorted({*one, *other})
        home.update(dict.fromkeys(merged, merged))
    return _join_neighbours(parts, sorted({id(group): group for group in home.values()}.values()))


def _touch(parts: Sequence[Part], one: Group, other: Group) -> bool:
    """Whether a quotation of one group stands in one of the other, as a phrase that is in marks in reported speech."""
    return any(
        parts[a].number != parts[b].number and parts[a].quote.touches(parts[b].quote) for a, b in product(one, other)
    )


def _holds_apart(parts: Sequence[Part], one: Group, other: Group, matched: set[tuple[int, int]]) -> bool:
    return any(
        parts[a].article == parts[b].article
        and "title" not in (parts[a].quote.kind, parts[b].quote.kind)
        and (min(a, b), max(a, b)) not in matched
        for a, b in product(one, other)
    )


def _join_neighbours(parts: Sequence[Part], groups: Sequence[Group]) -> list[Group]:
    """Make one group of two that follow each other in the same quotations, or in all those that one of them has."""
    joined: list[Group] = []
    for group in groups:
        before = next((b for b in joined if _follows(parts, group, b) and not _touch(parts, group, b)), None)
        if before is None:
            joined.append(list(group))
        else:
            before.extend(group)
    return [sorted(group) for group in joined]


def _follows(parts: Sequence[Part], group: Group, before: Group) -> bool:
    last = {parts[index].number: index for index in sorted(before)}
    first = {parts[index].number: index for index in sorted(group, reverse=True)}
    shared = last.keys() & first.keys()
    return shared in (last.keys(), first.keys()) and all(first[number] == last[number] + 1 for number in shared)
