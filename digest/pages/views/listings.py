"""Lists of events, outlets, people and topics, and the page of each of these."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

import msgspec

from digest.pages.views.accounts import Witness
from digest.pages.views.coverage import Coverage
from digest.pages.views.shared import Choice, Citation, EventEntry, Link, Siglum, Tally

T = TypeVar("T")


class IndexPage(msgspec.Struct, frozen=True, kw_only=True):
    """`index.html`: all events, the latest first."""

    events: tuple[EventEntry, ...]
    """The events of this page of the list."""
    kinds: tuple[Choice, ...]
    """Kinds of these events, to filter by; the value is that of the entry's `kind`."""
    outlets: tuple[Choice, ...]
    """Outlets of these events, to filter by; the value is the outlet's name."""
    tallies: tuple[Tally, ...]
    """What the site has."""
    newer: str
    """Address of the page before this one, or nothing."""
    older: str
    """Address of the page after this one, or nothing."""


class ListEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An outlet, person or topic in a list."""

    name: str
    """Its name."""
    url: str
    """Address of its page."""
    tallies: tuple[Tally, ...]
    """What its page has."""
    siglum: Siglum | None = None
    """The outlet's letter, if it is an outlet."""


class ListPage(msgspec.Struct, frozen=True, kw_only=True):
    """`list.html`: all outlets, people or topics."""

    title: str
    """What is listed."""
    intro: str
    """A sentence about it."""
    entries: tuple[ListEntry, ...]
    """The list."""


class Remark(msgspec.Struct, frozen=True, kw_only=True):
    """A quotation on the page of a person or an outlet."""

    citation: Citation
    """The words in their sentence."""
    anchor: str
    """Its anchor here; the same as in the account."""
    utterance: str
    """Anchor of the utterance on the event's page if other accounts have it too, or nothing."""


class EventPart(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """The part of a page that belongs to one event."""

    title: str
    """What happened."""
    url: str
    """Address of the event's page."""
    date: str
    """The day in words, or nothing."""
    iso_date: str
    """The day as YYYY-MM-DD, or nothing."""
    place: str
    """Where, or nothing."""
    entries: tuple[T, ...]
    """What the page has of it."""


class OutletAccount(msgspec.Struct, frozen=True, kw_only=True):
    """An account on its outlet's page."""

    witness: Witness
    """The account."""
    page: str
    """Address of the event's page."""
    differences: tuple[Link, ...]
    """Where it differs from others."""


class OutletPage(msgspec.Struct, frozen=True, kw_only=True):
    """`outlet.html`: what one outlet reported."""

    name: str
    """The outlet."""
    siglum: Siglum
    """Its letter."""
    tallies: tuple[Tally, ...]
    """What it has."""
    events: tuple[EventPart[OutletAccount], ...]
    """Its accounts."""
    quoted: tuple[ListEntry, ...]
    """Whom it quotes, the most quoted first."""


class PersonPage(msgspec.Struct, frozen=True, kw_only=True):
    """`person.html`: all that one person is quoted with."""

    name: str
    """The person."""
    variants: tuple[str, ...]
    """Other forms of the name in the accounts."""
    tallies: tuple[Tally, ...]
    """What the page has."""
    events: tuple[EventPart[Remark], ...]
    """The quotations."""
    linked_data: Mapping[str, Any]
    """The quotations in the words of schema.org, for search engines."""


class TopicPage(msgspec.Struct, frozen=True, kw_only=True):
    """`topic.html`: who mentions a topic, event by event."""

    name: str
    """The topic."""
    tallies: tuple[Tally, ...]
    """What the page has."""
    events: tuple[EventPart[Coverage], ...]
    """The accounts."""
