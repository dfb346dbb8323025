"""What all pages across events are made from: the chapters of the site's events, in order, and who stands in which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

import msgspec

from digest.cache import Cache
from digest.language import Language
from digest.pages.chapter import Chapter
from digest.pages.directory import Directory
from digest.pages.views.shared import EventEntry, Siglum


class Book(msgspec.Struct, frozen=True, dict=True):
    """The chapters of a site, the cache with their parts, and in what language: all that other pages are made from."""

    chapters: Sequence[Chapter]
    cache: Cache
    directory: Directory
    language: Language

    @cached_property
    def latest_first(self) -> tuple[EventEntry, ...]:
        """The events, the latest first, those without a date last; of one day, those with most accounts first."""
        return tuple(self.chapters[number].entry for number in self._order)

    @cached_property
    def _order(self) -> list[int]:
        """The numbers of the chapters in this order."""
        entries = [chapter.entry for chapter in self.chapters]
        order = sorted(range(len(entries)), key=lambda n: (-len(entries[n].sigla), entries[n].title, entries[n].url))
        return sorted(order, key=lambda number: entries[number].iso_date, reverse=True)

    def siglum(self, outlet: str) -> Siglum:
        """A known outlet's siglum outside events."""
        letters, colour = self.directory.letters[outlet], self.directory.colours[outlet]
        return Siglum(letters=letters, colour=colour, outlet=outlet, account="")

    def _places(self, lines: Sequence[Mapping[str, object]]) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number in self._order:
            for name in lines[number]:
                found.setdefault(name, []).append(number)
        return found

    @cached_property
    def outlets(self) -> dict[str, list[int]]:
        """The numbers of the chapters that have an outlet, by its name, the latest first."""
        return self._places([chapter.outlets for chapter in self.chapters])

    @cached_property
    def people(self) -> dict[str, list[int]]:
        """The numbers of the chapters that quote a person, by name, the latest first."""
        return self._places([chapter.people for chapter in self.chapters])

    @cached_property
    def topics(self) -> dict[str, list[int]]:
        """The numbers of the chapters that have a topic, by its name, the latest first."""
        return self._places([chapter.topics for chapter in self.chapters])

    @cached_property
    def variants(self) -> dict[str, list[str]]:
        """The other forms of people's names."""
        found: dict[str, set[str]] = {}
        for chapter in self.chapters:
            for name, variants in chapter.variants.items():
                found.setdefault(name, set()).update(variants)
        return {name: sorted(variants - {name}) for name, variants in found.items()}
