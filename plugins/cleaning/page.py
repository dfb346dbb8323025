"""A page as the rules see it: its lines and the landmarks of the story among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from digest import BlockKind, Document

from .captions import captioned
from .ending import after_story, below_last_paragraph
from .lines import SAMPLE, Line, lines_of
from .live import entries_of, key_events
from .story import find_story

_QUESTIONS = 0.45  # of the lines of prose
_OF_ONESELF = 0.3
_FIRST_PERSON = re.compile(r"\b(?:I|I[’'](?:m|d|ve|ll)|[Mm]y|me)\b")
_LONG_HEAD = 8  # loose lines


class Page(NamedTuple):
    """The lines of a page and its landmarks, which are indexes into `lines`.

    `titles` print the story's title, whose words are `title`. `head` is the first line
    that may belong to the story's head, `first` the first line of running text, `last` the last one before `end`,
    where the story is over. `after` gives for each line from `end` on what stands
    there: furniture of the page or other stories; `below` is what the lines between `last` and `end` are, if not prose.
    `entries` are the lines with the time of an entry of a live page, `key_events` list them above the first.
    `is_spaced` is true where empty lines part most lines, `is_interview` where many lines are questions that
    somebody answers, `has_broken_lines` where as many lines are no sentences as are paragraphs, `is_marked_up` where
    the file's format says what some lines are.
    """

    lines: tuple[Line, ...]
    title: str
    titles: frozenset[int]
    head: int
    first: int
    last: int
    end: int
    below: BlockKind | None
    after: tuple[BlockKind, ...]
    entries: frozenset[int]
    key_events: frozenset[int]
    is_spaced: bool
    is_interview: bool
    has_broken_lines: bool
    is_marked_up: bool

    def neighbours(self, index: int) -> tuple[Line, ...]:
        """The lines above and below one."""
        return self.lines[max(0, index - 1) : index] + self.lines[index + 1 : index + 2]


def page_of(document: Document) -> Page:
    """The page with its landmarks."""
    lines = tuple(captioned(list(lines_of(document))))
    entries = entries_of(lines)
    last_told = next((i for i in range(max(entries, default=0), len(lines)) if lines[i].prose), 0) if entries else 0
    title, titles, first, end = find_story(lines, document.metadata.title, last_told)
    prose = [i for i in range(first, end) if lines[i].prose]
    questions = sum(line.text.endswith(("?", "？")) for line in lines[first:end])
    is_marked_up = any(line.kind for line in lines)
    last = prose[-1] if prose else len(lines)
    return Page(
        lines=lines,
        title=title,
        titles=titles,
        head=_head(lines, titles, first, is_marked_up),
        first=first,
        last=last,
        end=end,
        below=below_last_paragraph(lines[last + 1 : end]),
        after=tuple(after_story(lines[end:])),
        entries=entries,
        key_events=frozenset(key_events(lines, entries)),
        is_spaced=sum(line.gap for line in lines) > len(lines) / 2,
        has_broken_lines=sum(line.loose for line in lines[first:end]) > len(prose),
        is_marked_up=is_marked_up,
        is_interview=questions > _QUESTIONS * max(5, len(prose)) and _of_themselves([lines[i].text for i in prose]),
    )


def _head(lines: Sequence[Line], titles: frozenset[int], first: int, is_marked_up: bool) -> int:
    """The line below the last title, unless too many that are no sentences stand between; below the first of markup."""
    if is_marked_up or not titles:
        return min(titles, default=-1) + 1 if is_marked_up else first
    head, loose = first, 0
    while head and head - 1 not in titles and loose < _LONG_HEAD:
        head -= 1
        loose += lines[head].loose
    return head


def _of_themselves(paragraphs: Sequence[str]) -> bool:
    """Whether those who answer speak of themselves: in an explainer, the outlet answers its own questions."""
    return sum(bool(_FIRST_PERSON.search(text[:SAMPLE])) for text in paragraphs) > _OF_ONESELF * len(paragraphs)
