"""What happened when, as a list and as a picture."""

from __future__ import annotations

from typing import Literal

import msgspec

from digest.pages.views.shared import Citation, Siglum


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """What accounts date to one day."""

    date: str
    """The day in words."""
    iso_date: str
    """The day as YYYY-MM-DD."""
    is_event: bool
    """Whether it is the day of the event."""
    sentences: tuple[tuple[Citation, ...], ...]
    """A sentence of each account; citations of accounts that have the very same one are together."""


class Dot(msgspec.Struct, frozen=True, kw_only=True):
    """A day that an account tells of, as a point of the picture."""

    x: int
    """Place on the axis, 0 to 1000."""
    y: int
    """Number of the account's row, from 0."""
    colour: int
    """1 to 8, as in `Siglum`."""


class Tick(msgspec.Struct, frozen=True, kw_only=True):
    """A day below the axis."""

    x: int
    """Place on the axis, 0 to 1000."""
    label: str
    """The day in short."""
    anchor: Literal["start", "middle", "end"]
    """Which part of the label stands at the place."""
    roomy: bool
    """Whether there is no room for it on a phone."""


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """Who tells of which day. The list of days has the same as text."""

    rows: tuple[Siglum, ...]
    """The accounts that name a day, from the top."""
    dots: tuple[Dot, ...]
    """The days they name."""
    ticks: tuple[Tick, ...]
    """The first day, the last one and that of the event; others where there is room."""
    event: int | None
    """Place of the event's day on the axis, 0 to 1000, if it is on it."""
    height: int
    """The height of the picture if a row is 30 high."""
