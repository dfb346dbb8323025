"""Marked stretches linked to what reports them, by sieves from the surest sign to the weakest.

The design follows Muzny, Fang, Chang and Jurafsky, "A Two-stage Sieve Approach for Quote Attribution" (EACL 2017):
first a quotation is linked to a mention of its source, then the mention to a speaker; each sieve acts only on what
the ones before it left.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from . import sieves
from .lines import LONGEST_SENTENCE, Line
from .naming import is_name
from .places import Link, Place

SIEVES: tuple[Callable[[Place], Link | None], ...] = (
    sieves.cue_after,
    sieves.cue_before,
    sieves.subject_before_colon,
    sieves.cue_at_end,
    sieves.noun_before,
    sieves.signature,
    sieves.cue_in_next_sentence,
    sieves.cue_in_sentence_before,
    sieves.quotation_before,
    sieves.report_above,
    sieves.source_before,
)


def link(lines: Sequence[Line], open_ended: Sequence[bool]) -> dict[int, Link]:
    """The links of all marked stretches that have a source, by their index. `open_ended` tells which no mark closes."""
    links: dict[int, Link] = {}
    running: Line | None = None
    for at, line in enumerate(lines):
        above = lines[at - 1] if at and lines[at - 1].block == line.block else running
        following = lines[at + 1] if at + 1 < len(lines) else None
        for k in line.quotes if len(line.tokens) <= LONGEST_SENTENCE else ():
            place = Place(line, k, above, following, links, open_ended)
            if is_name(place):
                continue
            found = next((found for sieve in SIEVES if (found := sieve(place))), None)
            if found:
                links[line.tokens[k].marked] = found
        if not line.is_aside:
            running = line
    return links
