"""Live pages: entries, the latest first, each below the time at which it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from .lines import Line

_FEWEST = 3  # entries
NEAR = 5  # lines
_CLOCK = (
    r"(?:\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?)(?:\s(?:GMT|BST|UTC|[A-Z]{2,4}T|ET|PT|IST))?"
)
_NAME = r"(?:[^\W\d_a-z][\w.’'-]*\s?){1,4}"
_TIME_OF_ENTRY = re.compile(
    rf"\W*{_CLOCK}(?:,? \d{{1,2}}? ?[A-Z][a-z]+\.? ?\d{{0,2}}(?:, \d{{4}})?)?(?:\s*[|·,–—-]?\s*{_NAME})?\W*\Z"
)
_KEY_EVENT = re.compile(rf"\W*{_CLOCK}\s+\S")


def entries_of(lines: Sequence[Line]) -> frozenset[int]:
    """The lines that give the time of an entry; none where a page has fewer than three with a paragraph below."""
    times = [index for index, line in enumerate(lines) if len(line.text) < 60 and _TIME_OF_ENTRY.match(line.text)]
    bounds = pairwise([*times, len(lines)])
    told = [time for time, stop in bounds if any(line.prose for line in lines[time + 1 : min(stop, time + NEAR)])]
    return frozenset(told) if len(told) >= _FEWEST else frozenset()


def key_events(lines: Sequence[Line], entries: frozenset[int]) -> Iterator[int]:
    """The lines above the first entry that list entries: a time and a few words."""
    for index in range(min(entries, default=0)):
        if not lines[index].closed and _KEY_EVENT.match(lines[index].text):
            yield index
