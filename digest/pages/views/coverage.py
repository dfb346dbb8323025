"""Who covers what, and who quotes whom."""

from __future__ import annotations

from typing import Literal

import msgspec

from digest.pages.views.accounts import Witness
from digest.pages.views.shared import Citation, Siglum


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """Whether one account mentions a topic."""

    siglum: Siglum
    """The account."""
    extent: Literal["full", "thin", "none"]
    """Several passages, one passage, or none."""
    number: int
    """How many passages there are."""
    first: Citation | None
    """The first passage, if there is one."""
    words: str
    """Place and length of its words in their paragraph, as `offset,length`; or nothing."""


class TopicRow(msgspec.Struct, frozen=True, kw_only=True):
    """A topic and who mentions it."""

    name: str
    """The topic."""
    url: str
    """Address of its page, or nothing."""
    cells: tuple[Coverage, ...]
    """One for each account, in the order of the witnesses."""


class TopicGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Topics that stand together because as many accounts have them."""

    label: str
    """What they have in common."""
    rows: tuple[TopicRow, ...]
    """The topics."""
    more: int
    """How many there are beside those shown."""
    open: bool
    """Whether they are unfolded at first."""


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of a bar that shows how much each account has."""

    colour: int
    """1 to 8, as in `Siglum`."""
    start: int
    """Where it begins, in units of the thing counted."""
    length: int
    """How long it is, in the same units."""


class Overlap(msgspec.Struct, frozen=True, kw_only=True):
    """How much an account has in common with each of the others."""

    witness: Witness
    """The account."""
    common: tuple[int, ...]
    """Topics that it shares with each account, in the order of the witnesses; its own place has all its topics."""


class Quoted(msgspec.Struct, frozen=True, kw_only=True):
    """How often each account quotes somebody."""

    name: str
    """The person."""
    url: str
    """Address of the person's page, or nothing."""
    numbers: tuple[int, ...]
    """Quotations in each account, in the order of the witnesses."""
    total: int
    """Their sum."""
    bars: tuple[Bar, ...]
    """The numbers as pieces of one bar, account by account."""
