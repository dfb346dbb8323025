"""The clause of a sentence that a word stands in, by punctuation and conjunctions."""

from __future__ import annotations

import re

from digest import Span

_BOUNDARY = re.compile(
    r"[;“”\"]\s*|:(?!\d)\s*|\s[–—-]{1,2}\s|(?<=\w)—(?=\w)"
    r"|, (?=(?:and|but|or|while|which|who|whom|whose|where|when|as|after|before|although|though|because|since|if|so"
    r"|with|including|according|adding|saying|said|noting|up|down|compared)\b)"
    r"|\s(?=(?:while|but|although|because|whereas|which|who|when)\b)"
)
# No clause is longer on one side of a word; without a bound a text without full stops would take long.
_LONGEST = 500
_RELATIVE = re.compile(r"(?:which|who|whom|whose|where)\b")


def clause_around(text: str, sentence: Span, position: int) -> Span:
    """The part of a sentence between the nearest clause boundaries on both sides of an offset."""
    start, end = max(sentence[0], position - _LONGEST), min(sentence[1], position + _LONGEST)
    first = start
    for match in _BOUNDARY.finditer(text, start, end):
        if match.end() <= position:
            start = match.end()
        elif match.start() >= position:
            end = match.start()
            break
    return _with_antecedent(text, first, start), max(end, position)


def _with_antecedent(text: str, first: int, start: int) -> int:
    """The start of the clause before a relative clause, which says what "which" and "who" stand for."""
    if start == first or not _RELATIVE.match(text, start):
        return start
    return max((match.end() for match in _BOUNDARY.finditer(text, first, start - 1)), default=first)
