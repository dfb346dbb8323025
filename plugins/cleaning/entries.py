"""Rules for the entries of a live page: their times, headings and authors."""

from __future__ import annotations

import re

from digest import BlockKind

from .live import NEAR
from .page import Page
from .signs import AGENCY, BYLINE
from .wording import is_name

_NAME = 4  # words
_CLOCK = re.compile(r"\W*\d{1,2}(?:[:.h]\d{2})?\s*(?:[ap]\.?m\b\.?|h|hrs|uhr)?\s*(?:[A-Z]{2,4})?\W*\Z", re.IGNORECASE)
_DAY = re.compile(r"\W*(?:[A-Z][a-z]+day,?\s)?(?:\d{1,2}\s[A-Z][a-z]+|[A-Z][a-z]+\s\d{1,4})(?:,?\s\d{4})?\W*\Z")


def entry(page: Page, index: int) -> BlockKind | None:
    """The time of an entry and what stands between it and the entry's first paragraph."""
    line = page.lines[index]
    if index in page.entries or index in page.key_events:
        below = next((each for each in page.lines[index + 1 : page.end] if each.sign is not BYLINE), None)
        is_stamp = _CLOCK.match(line.text) or _DAY.match(line.text)
        return "heading" if below and below.prose and is_stamp and index > page.first else "boilerplate"
    time = _entry_of(page, index)
    if time is None or line.prose or line.closed or (line.sign and line.sign is not AGENCY):
        return None
    has_heading = any(not above.sign for above in page.lines[time + 1 : index])
    return "credit" if has_heading and line.words <= _NAME and is_name(line.text) else "heading"


def _entry_of(page: Page, index: int) -> int | None:
    """The entry in whose head a line stands, below its time and above its first paragraph; None elsewhere."""
    for above in range(index - 1, max(-1, index - NEAR), -1):
        if above in page.entries:
            return above
        if page.lines[above].prose:
            return None
    return None
