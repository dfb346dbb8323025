"""Where the story is over, and what stands below it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from digest import BlockKind

from .lines import Line
from .signs import AFTER_STORY, COMMENT_FORM

_LONG_TAIL = 8  # loose lines
ROWS = 4  # of a list of data


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
    """The line after a list of data, such as dates or results, that stands at `start` or below its heading there."""
    for begin in (start, start + 1):
        rows = list(takewhile(lambda line: line.is_row_of_data, lines[begin:]))
        if len(rows) >= ROWS:
            return begin + len(rows)
    return start


def after_story(lines: Sequence[Line]) -> Iterable[BlockKind]:
    """What each line below the story is. Readers who comment are no other story; headlines are links everywhere."""
    kind: BlockKind = "other_story"
    for line in lines:
        if line.sign in AFTER_STORY:
            kind = "boilerplate" if line.sign is COMMENT_FORM else "other_story"
        yield "other_story" if line.words > 3 and not line.closed else kind
