"""Quotations that are versions of one utterance, across outlets and forms."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from digest import Alignment, Column, Event, Member, hookimpl
from digest.text import WORD

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
# Fewer words than this are said in many a remark.
_SENTENCE = 5


@hookimpl
def align_quotes(event: Event) -> Iterator[Alignment]:
    """A group for each utterance that stands in two or more places of the event's accounts."""
    parts = split_quotes(event)
    found = matches(parts, word_weights(event))
    groups = {members_of(event, [parts[index] for index in group]): group for group in group_parts(parts, found)}
    places: defaultdict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for number, members in enumerate(groups):
        for member in members:
            places[member.article].append((member.start, member.end, number))
    for members, group in groups.items():
        if len(members) > 1 and not _stands_in_another(members, places):
            columns = collate(members)
            if len({member.article for member in members}) == 1 and not _differ(columns):
                continue
            weakest = "verbatim" if _are_the_same_words(members, columns) else _weakest(group, found)
            yield Alignment(
                speaker=_speaker([parts[index] for index in group]),
                label=label(members),
                members=members,
                columns=columns,
                confidence=_CONFIDENCE[weakest],
                rule=_RULES[weakest],
            )


def _differ(columns: Sequence[Column]) -> bool:
    """Whether versions have other words, and not only fewer: what one article repeats is of interest only then."""
    return any(column.variation in ("form", "wording", "meaning") for column in columns)


def _are_the_same_words(members: Sequence[Member], columns: Sequence[Column]) -> bool:
    """Whether no version has other words than another, and none is a mere phrase: then it is one, however found."""
    return not _differ(columns) and all(len(WORD.findall(member.text)) >= _SENTENCE for member in members)


def _stands_in_another(members: Sequence[Member], places: Mapping[str, Sequence[tuple[int, int, int]]]) -> bool:
    """Whether all versions stand in longer ones of another utterance: reports in reports. `places` is by article."""
    around = (
        {n for start, end, n in places[m.article] if start <= m.start and m.end <= end and (start, end) != m.span}
        for m in members
    )
    return bool(set.intersection(*around))


def _speaker(parts: Sequence[Part]) -> str | None:
    """The speaker most versions name; of equals the first in the alphabet."""
    named = Counter(part.quote.speaker for part in parts if part.quote.speaker)
    return min(named, key=lambda name: (-named[name], name), default=None)


def _weakest(group: Sequence[int], found: Sequence[Match]) -> Strength:
    """How the least sure of the matches that hold the group together was found."""
    inside = set(group)
    inner = (match.strength for match in found if match.first in inside and match.second in inside)
    return min(inner, key=_CONFIDENCE.__getitem__)
