"""Parts that several pages show: whose words, what is linked, counted, chosen; an event in a list."""

from __future__ import annotations

from typing import Literal

import msgspec


class Siglum(msgspec.Struct, frozen=True, kw_only=True):
    """The letter that stands for an account, with the colour of its outlet."""

    letters: str
    """One to three characters, unique in an event; a number where the outlet is unknown."""
    colour: int
    """1 to 8: the class `w1` … `w8` gives the colour."""
    outlet: str
    """The outlet's name, or words for one that is unknown."""
    account: str
    """Anchor of the account on its event's page; nothing where the outlet as such is meant."""


class Citation(msgspec.Struct, frozen=True, kw_only=True):
    """Words of an account in their sentence."""

    siglum: Siglum
    """Whose words they are."""
    page: str
    """Address of the event's page."""
    anchor: str
    """Anchor of the words on that page."""
    before: str
    """The sentence up to the words."""
    words: str
    """The words that are cited."""
    after: str
    """The rest of the sentence."""


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A link with its words."""

    text: str
    """The words."""
    url: str
    """Address relative to the site's root."""


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """A number and what it counts."""

    number: int
    """How many."""
    noun: str
    """What is counted, in the right number."""
    anchor: str = ""
    """The section of the page that shows them, or nothing."""


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """One choice of a filter."""

    value: str
    """What the address of the page carries."""
    label: str
    """What the reader sees."""
    number: int
    """How many entries it leaves."""
    siglum: Siglum | None = None
    """Set if the choice is an account."""


class Highlight(msgspec.Struct, frozen=True, kw_only=True):
    """A difference in short."""

    text: str
    """The matter in a few words."""
    url: str
    """Address of the difference, relative to the site's root."""
    readings: tuple[tuple[str, tuple[Siglum, ...]], ...]
    """The values, each with those who give it; none if they are long."""


class EventEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An event in a list."""

    title: str
    """What happened."""
    url: str
    """Address of its page."""
    date: str
    """The day in words, or nothing."""
    iso_date: str
    """The day as YYYY-MM-DD, or nothing."""
    place: str
    """Where, or nothing."""
    sigla: tuple[Siglum, ...]
    """The accounts of it."""
    tallies: tuple[Tally, ...]
    """What its page has."""
    highlights: tuple[Highlight, ...]
    """The hardest differences between accounts, at most three."""
    topics: tuple[str, ...]
    """The topics most accounts share, at most five."""
    kind: Literal["differ", "alike", "alone"]
    """Whether its accounts differ somewhere, or nothing was found, or there is only one."""
