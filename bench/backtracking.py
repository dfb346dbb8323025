"""Counts the steps that a backtracking matcher such as Python's takes, so that growth can be measured without a clock.

The matcher works on the tree of `re._parser`, as Python's own does, with the same choices in the same order. It knows
no groups: a back-reference is an error.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from re import _constants as codes
from re import _parser as parser
from typing import Any

REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
_CHARACTER = (codes.LITERAL, codes.NOT_LITERAL, codes.ANY, codes.IN)
_CATEGORIES = {
    codes.CATEGORY_DIGIT: ("1", re.compile(r"\d")),
    codes.CATEGORY_NOT_DIGIT: ("a", re.compile(r"\D")),
    codes.CATEGORY_SPACE: (" ", re.compile(r"\s")),
    codes.CATEGORY_NOT_SPACE: ("a", re.compile(r"\S")),
    codes.CATEGORY_WORD: ("a", re.compile(r"\w")),
    codes.CATEGORY_NOT_WORD: (".", re.compile(r"\W")),
}


class TooManyError(Exception):
    """The matcher took more steps than it was allowed."""


class Matcher:
    """Finds all matches of a pattern in a text, and counts the `steps`. Raises TooManyError beyond `limit`."""

    def __init__(self, pattern: re.Pattern[str], text: str, limit: int) -> None:
        self.tree = parser.parse(pattern.pattern, pattern.flags)
        self.ignorecase = bool(pattern.flags & re.IGNORECASE) or "(?i:" in pattern.pattern
        self.text = text
        self.limit = limit
        self.steps = 0

    def match(self) -> None:
        """Match at the beginning of the text."""
        next(self.run(list(self.tree), 0, 0), None)

    def search(self) -> None:
        """Find every match, as `finditer` does."""
        nodes = list(self.tree)
        place = 0
        while place <= len(self.text):
            end = next(self.run(nodes, 0, place), None)
            place = place + 1 if end is None or end == place else end

    def _step(self, number: int = 1) -> None:
        self.steps += number
        if self.steps > self.limit:
            raise TooManyError

    def run(self, nodes: list[Any], at: int, place: int) -> Iterator[int]:
        """The places where the rest of a sequence of parts may end, in the order in which they are tried."""
        while at < len(nodes):
            code, value = nodes[at]
            self._step()
            if code in _CHARACTER:
                if place >= len(self.text) or not self._is_one(code, value, self.text[place]):
                    return
                place += 1
            elif code in (codes.AT, codes.ASSERT, codes.ASSERT_NOT):
                if not self._holds(code, value, place):
                    return
            else:
                for end in self._choices(code, value, place):
                    yield from self.run(nodes, at + 1, end)
                return
            at += 1
        yield place

    def _choices(self, code: Any, value: Any, place: int) -> Iterator[int]:
        if code is codes.BRANCH:
            for branch in value[1]:
                yield from self.run(list(branch), 0, place)
        elif code is codes.SUBPATTERN:
            yield from self.run(list(value[-1]), 0, place)
        elif code is codes.ATOMIC_GROUP:
            yield from itertools.islice(self.run(list(value), 0, place), 1)
        elif code in REPEATS:
            least, most, item = value
            nodes = list(item)
            if len(nodes) == 1 and nodes[0][0] in _CHARACTER:
                yield from self._repeat_character(code, least, most, nodes[0], place)
            else:
                ends = self._repeat(code, least, most, nodes, place, 0)
                yield from itertools.islice(ends, 1) if code is codes.POSSESSIVE_REPEAT else ends
        else:
            raise NotImplementedError(code)

    def _repeat_character(self, code: Any, least: int, most: int, node: Any, place: int) -> Iterator[int]:
        end = place
        while end < len(self.text) and end - place < most and self._is_one(*node, self.text[end]):
            end += 1
        self._step(end - place)
        if end - place < least:
            return
        if code is codes.POSSESSIVE_REPEAT:
            yield end
            return
        ends = range(place + least, end + 1)
        for choice in ends if code is codes.MIN_REPEAT else reversed(ends):
            self._step()
            yield choice

    def _repeat(self, code: Any, least: int, most: int, nodes: list[Any], place: int, count: int) -> Iterator[int]:
        if code is codes.MIN_REPEAT and count >= least:
            yield place
        if count < most:
            for end in self.run(nodes, 0, place):
                if end != place:
                    yield from self._repeat(code, least, most, nodes, end, count + 1)
        if code is not codes.MIN_REPEAT and count >= least:
            yield place

    def _holds(self, code: Any, value: Any, place: int) -> bool:
        if code is codes.AT:
            return self._is_at(value, place)
        direction, tree = value
        begin = place if direction > 0 else place - tree.getwidth()[0]
        found = begin >= 0 and next(self.run(list(tree), 0, begin), None) is not None
        return found == (code is codes.ASSERT)

    def _is_at(self, value: Any, place: int) -> bool:
        text = self.text
        if value in (codes.AT_BEGINNING, codes.AT_BEGINNING_STRING):
            return place == 0
        if value in (codes.AT_END, codes.AT_END_STRING):
            return place == len(text) or (value is codes.AT_END and text[place:] == "\n")
        before = place > 0 and _is_in(codes.CATEGORY_WORD, text[place - 1])
        after = place < len(text) and _is_in(codes.CATEGORY_WORD, text[place])
        return (before != after) == (value is codes.AT_BOUNDARY)

    def _is_one(self, code: Any, value: Any, character: str) -> bool:
        other = character.swapcase() if self.ignorecase else character
        return _is_one(code, value, character) or (len(other) == 1 and _is_one(code, value, other))


def _is_one(code: Any, value: Any, character: str) -> bool:
    """Whether a part of a pattern that stands for one character matches this one."""
    if code is codes.LITERAL:
        return ord(character) == value
    if code is codes.NOT_LITERAL:
        return ord(character) != value
    if code is codes.ANY:
        return character != "\n"
    if code is codes.RANGE:
        return bool(value[0] <= ord(character) <= value[1])
    if code is codes.CATEGORY:
        return _is_in(value, character)
    negated = value[0][0] is codes.NEGATE
    return any(_is_one(*item, character) for item in value[negated:]) != negated


def _is_in(category: Any, character: str) -> bool:
    return _CATEGORIES[category][1].match(character) is not None


# ── the worst text ─────────────────────────────────────────────────────────────────────────────────────────


def is_bounded(pattern: re.Pattern[str]) -> bool:
    """Whether a match of the pattern has a greatest length, so that each place of a text costs so much and no more."""
    return bool(parser.parse(pattern.pattern, pattern.flags).getwidth()[1] < 10_000)


def pieces(pattern: re.Pattern[str], characters: int) -> list[str]:
    """What hostile texts are made of: characters of the pattern, so many at most, pairs of them, its shortest words."""
    tree = parser.parse(pattern.pattern, pattern.flags)
    some = list(dict.fromkeys(_characters(tree)))[:characters]
    words = sorted({_sample(tree), *(_sample(part) for part in _subtrees(tree))} - {""}, key=lambda w: (len(w), w))
    return list(dict.fromkeys([*some, *("".join(pair) for pair in itertools.permutations(some, 2)), *words]))


def _characters(tree: Any) -> Iterator[str]:
    """One character for each part of a pattern, those of repeated parts first."""
    own, repeated = [], []
    for code, value in tree:
        if code in _CHARACTER:
            own.append(_character(code, value))
        else:
            inner = [character for part in _parts(value) for character in _characters(part)]
            (repeated if code in REPEATS and value[1] > 9 else own).extend(inner)
    yield from repeated
    yield from own


def _subtrees(tree: Any) -> Iterator[Any]:
    for _, value in tree:
        for part in _parts(value):
            yield part
            yield from _subtrees(part)


def _parts(value: Any) -> Iterator[Any]:
    if isinstance(value, parser.SubPattern):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _parts(item)


def _sample(tree: Any) -> str:
    """A short text that a pattern matches, or nearly."""
    text = ""
    for code, value in tree:
        if code in _CHARACTER:
            text += _character(code, value)
        elif code is codes.BRANCH:
            text += _sample(value[1][0])
        elif code in REPEATS:
            text += _sample(value[2]) * max(1, min(value[0], 3))
        elif code in (codes.SUBPATTERN, codes.ATOMIC_GROUP):
            text += _sample(value[-1] if code is codes.SUBPATTERN else value)
    return text


def _character(code: Any, value: Any) -> str:
    """A character that a part of a pattern matches."""
    if code is codes.LITERAL:
        return chr(value)
    if code is codes.RANGE:
        return chr(value[0])
    if code is codes.CATEGORY:
        return _CATEGORIES[value][0]
    if code is codes.IN and value[0][0] is not codes.NEGATE:
        return _character(*value[0])
    return next(character for character in "a,A1 .x\0" if _is_one(code, value, character))
