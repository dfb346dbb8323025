"""Addresses and sigla: what the whole site has to agree on before any page is laid out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec

from digest.pages.outline import Outline
from digest.text import numbered, slug

T = TypeVar("T")

COLOURS = 8
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Directory(msgspec.Struct, frozen=True):
    """Where things are on the site: addresses by event id and by name, letters and colours by outlet."""

    events: dict[str, str]
    outlets: dict[str, str]
    people: dict[str, str]
    topics: dict[str, str]
    letters: dict[str, str]
    colours: dict[str, int]

    def part(self, outline: Outline) -> Directory:
        """What the pages of one event can have to do with; it stays the same while the rest of the site changes."""
        return Directory(
            events=_only(self.events, [outline.event]),
            outlets=_only(self.outlets, outline.known),
            people=_only(self.people, outline.names),
            topics=_only(self.topics, outline.topics),
            letters=_only(self.letters, outline.known),
            colours=_only(self.colours, outline.outlets),
        )


def directory(outlines: Sequence[Outline]) -> Directory:
    """The addresses and sigla of a site.

    A known outlet has a page, everyone who is quoted has one, and so has a topic that more than one event shares.
    """
    outlets = {name for outline in outlines for name in outline.known}
    speakers = {name for outline in outlines for name in outline.speakers}
    topics = Counter(name for outline in outlines for name in outline.topics)
    return Directory(
        events=_addresses("events", [outline.event for outline in outlines]),
        outlets=_addresses("outlets", sorted(outlets)),
        people=_addresses("people", sorted(speakers)),
        topics=_addresses("topics", sorted(name for name, number in topics.items() if number > 1)),
        letters=_letters(sorted(outlets)),
        colours=_colours([sorted(set(outline.outlets)) for outline in outlines]),
    )


def sigla_of(outlets: Sequence[str], letters: dict[str, str]) -> list[str]:
    """The letters of an event's accounts: the outlet's, with a small number for its second account and so on.

    A file whose outlet is unknown has a number.
    """
    often = Counter(outlets)
    seen: Counter[str] = Counter()
    unknown = 0
    found = []
    for outlet in outlets:
        seen[outlet] += 1
        if outlet not in letters:
            unknown += 1
            found.append(str(unknown))
        elif often[outlet] > 1:
            found.append(letters[outlet] + str(seen[outlet]).translate(_SUPERSCRIPT))
        else:
            found.append(letters[outlet])
    return found


def _only(whole: Mapping[str, T], names: Iterable[str]) -> dict[str, T]:
    return {name: whole[name] for name in names if name in whole}


def _addresses(folder: str, names: Sequence[str]) -> dict[str, str]:
    """`folder/slug.html` for each name, with a number where two names have one slug."""
    stems = numbered([slug(name) for name in names])
    return {name: f"{folder}/{stem}.html" for name, stem in zip(names, stems, strict=True)}


def _letters(outlets: Sequence[str]) -> dict[str, str]:
    """The first of these that is free: its initial, its initials, its initial with another letter of it or a number."""
    taken: set[str] = set()
    found = {}
    for outlet in outlets:
        found[outlet] = next(candidate for candidate in _candidates(outlet) if candidate not in taken)
        taken.add(found[outlet])
    return found


def _candidates(outlet: str) -> Iterator[str]:
    words = [word for word in outlet.split() if word[0].isalnum()]
    if len(words) > 1 and words[0].lower() in {"the", "a", "le", "la", "el", "der", "die", "das"}:
        del words[0]
    if words:
        yield words[0][0].upper()
        yield "".join(word[0].upper() for word in words[:2])
        yield from (words[0][0].upper() + letter.lower() for letter in words[0][1:] if letter.isalpha())
    first = words[0][0].upper() if words else "#"
    yield from (f"{first}{number}" for number in range(2, 10_000))


def _colours(crowds: Sequence[Sequence[str]]) -> dict[str, int]:
    """A colour for each outlet, as far as possible another one for each that meets in an event."""
    beside: dict[str, Counter[str]] = {}
    for crowd in crowds:
        for outlet in crowd:
            beside.setdefault(outlet, Counter()).update(other for other in crowd if other != outlet)
    found: dict[str, int] = {}
    used: Counter[int] = Counter()
    for outlet in sorted(beside, key=lambda name: (-beside[name].total(), name)):
        near = Counter[int]()
        for other, number in beside[outlet].items():
            if other in found:
                near[found[other]] += number
        colour = min(range(1, COLOURS + 1), key=lambda c: (near[c], used[c], c))
        found[outlet] = colour
        used[colour] += 1
    return found
