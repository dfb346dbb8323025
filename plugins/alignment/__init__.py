"""Quotations that are versions of one utterance, across outlets and forms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from digest import Alignment, Event, hookimpl

from .collation import collate
from .groups import group_parts
from .labels import label
from .matching import Match, Strength, matches
from .members import members_of
from .parts import Part, split_quotes
from .weights import word_weights

NEEDS = ("extract_quotes", "resolve_people")

# How sure a match is by how it was found, and how that is put for readers.
_CONFIDENCE: dict[Strength, float] = {"verbatim": 0.95, "in substance": 0.8, "alike": 0.75, "in sequence": 0.6}
_RULES: dict[Strength, str] = {
    "verbatim": "the same words",
    "in substance": "the same in other words",
    "alike": "one speaker, words much alike",
    "in sequence": "one speaker, beside words that are the same",
}


@hookimpl
def align_quotes(event: Event) -> Iterator[Alignment]:
    """A group for each utterance that stands in two or more places of the event's accounts."""
    parts = split_quotes(event)
    found = matches(parts, word_weights(event))
    for group in group_parts(parts, found):
        members = members_of(event, [parts[index] for index in group])
        if len(members) > 1:
            weakest = _weakest(group, found)
            yield Alignment(
                speaker=_speaker([parts[index] for index in group]),
                label=label(members),
                members=members,
                columns=collate(members),
                confidence=_CONFIDENCE[weakest],
                rule=_RULES[weakest],
            )


def _speaker(parts: Sequence[Part]) -> str | None:
    """The speaker most versions name; of equals the first in the alphabet."""
    named = Counter(part.quote.speaker for part in parts if part.quote.speaker)
    return min(named, key=lambda name: (-named[name], name), default=None)


def _weakest(group: Sequence[int], found: Sequence[Match]) -> Strength:
    """How the least sure of the matches that hold the group together was found."""
    inside = set(group)
    inner = (match.strength for match in found if match.first in inside and match.second in inside)
    return min(inner, key=_CONFIDENCE.__getitem__)
