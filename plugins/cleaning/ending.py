"""Where the story is over, and what stands below it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from digest import BlockKind

from .lines import POINT, SAMPLE, Line
from .signs import AFTER_STORY, COMMENT_FORM

_LONG_TAIL = 8  # loose lines
_ROWS = 4  # of a list of data
_MARKS = 3  # of punctuation
_MARK = re.compile(r"[^\w\s'’/-]")
_NUMBER = re.compile(r"\d{1,3}(?=[.)]\s)")


def end_of(lines: Sequence[Line], last: int) -> int:
    """The first line after a story with this last paragraph; the number of lines if no line below says that it is over.

    Where more stands below than a few lines, the first that is no sentence says so.
    """
    tail = lines[last + 1 :]
    is_long = any(line.prose for line in tail) or sum(line.loose for line in tail) >= _LONG_TAIL
    start = _list_end(lines, last + 1) if is_long else last + 1
    over = (i for i in range(start, len(lines)) if lines[i].sign in AFTER_STORY or (is_long and _is_apart(lines[i])))
    return next(over, len(lines))


def _is_apart(line: Line) -> bool:
    return line.sign is not None or not line.closed


def _list_end(lines: Sequence[Line], start: int) -> int:
    """The line after a list that stands at `start` or below its heading there.

    It is one of data, such as dates or results, or one whose items are made alike; one that is numbered, with addresses
    between the items, has no heading.
    """
    numbered = _numbered(lines, start)
    if numbered >= _ROWS:
        return start + numbered
    for begin in (start, start + 1):
        rows = list(takewhile(lambda line: line.is_row_of_data, lines[begin:]))
        alike = _alike(lines, begin)
        if max(len(rows), alike) >= _ROWS:
            return begin + max(len(rows), alike)
    return start


def _numbered(lines: Sequence[Line], start: int) -> int:
    """How many lines a list has whose items count from one, each with a line below at most that has a sign."""
    stop, number = start, 1
    while stop < len(lines):
        match = _NUMBER.match(lines[stop].text)
        if match and int(match[0]) == number:
            number += 1
        elif stop == start or not lines[stop].sign or lines[stop].sign in AFTER_STORY or lines[stop - 1].sign:
            break
        stop += 1
    return stop - start if number > _ROWS else 0


def _alike(lines: Sequence[Line], start: int) -> int:
    """How many items from `start` on have the same marks of punctuation, two or more besides that of the list."""
    shape = _shape(lines[start].text) if start < len(lines) else ""
    if len(shape) < _MARKS:
        return 0
    return len(list(takewhile(lambda line: not line.sign and _shape(line.text) == shape, lines[start:])))


def _shape(text: str) -> str:
    return "".join(_MARK.findall(text[:SAMPLE]))


def after_story(lines: Sequence[Line]) -> Iterable[BlockKind]:
    """What each line below the story is. Readers who comment are no other story; headlines are links everywhere."""
    kind: BlockKind = "other_story"
    for line in lines:
        if line.sign in AFTER_STORY:
            kind = "boilerplate" if line.sign is COMMENT_FORM else "other_story"
        yield "other_story" if line.words > 3 and not line.closed else kind


def below_last_paragraph(lines: Sequence[Line]) -> BlockKind | None:
    """What the lines between the last paragraph and the end of the story are: data, or three headlines, or unknown."""
    lines = [line for line in lines if not line.sign]
    if len(lines) >= _ROWS and sum(line.is_row_of_data for line in lines) > len(lines) / 2:
        return "body"
    are_links = len(lines) > 2 and all(line.headline and not POINT.match(line.text) for line in lines)
    return "other_story" if are_links else None
