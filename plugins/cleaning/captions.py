"""Captions that are told by the credit below them; they have to be known before the story is looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from .lines import Line
from .signs import ABOVE_CREDIT, AGENCY, IMAGE_SOURCE

_LONGEST_DESCRIPTION = 80  # words
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_PICTURED = re.compile(
    r"\((?:\d\w\w )?(?:[LRC]|left|right|cent(?:er|re)|file)\)|,? (?:from )?(?:left|right|cent(?:er|re)),"
    r"|\b(?:pictured|seen (?:here|in|at|on|during|through)|(?:is|are) seen|file photo|poses?|gestures?|shakes? hands"
    r"|looks? on|arrives?|walks?|attends?|hugs?|embraces?|greets?|smiles?|celebrates?|reacts?|sits?|kisses?|waves?"
    r"|holds?|stands? (?:in|at|on|near|outside|beside)"
    r"|speaks? (?:at|to|during|with))\b",
    re.IGNORECASE,
)


def captioned(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, those signed as captions that stand above the credit of a picture and read like one."""
    is_spaced = sum(line.gap for line in lines) > len(lines) / 2
    for line, below in zip_longest(lines, lines[1:]):
        yield line._replace(sign=ABOVE_CREDIT) if below and _describes(line, below, is_spaced) else line


def _describes(line: Line, below: Line, is_spaced: bool) -> bool:
    if line.sign or line.words > _LONGEST_DESCRIPTION or not below.sign or below.sign not in (AGENCY, IMAGE_SOURCE):
        return False
    is_close = is_spaced and not (line.gap and below.gap)
    return is_close or not line.closed or bool(_PICTURED.search(line.text) or _YEAR.search(line.text))
