"""Text that accounts share."""

from __future__ import annotations

import msgspec

from digest.pages.views.shared import Citation, Siglum


class Ribbon(msgspec.Struct, frozen=True, kw_only=True):
    """A passage that two accounts share, as a part of the bar of each; from and to, 0 to 1000."""

    first: tuple[int, int]
    """Its place in the one account."""
    second: tuple[int, int]
    """Its place in the other."""


class SharedText(msgspec.Struct, frozen=True, kw_only=True):
    """Text that two accounts share word for word."""

    first: Siglum
    """One account."""
    second: Siglum
    """The other."""
    percent: int
    """How much of the shorter one is shared."""
    origin: str
    """The source that both name, or nothing."""
    passages: tuple[tuple[Citation, Citation], ...]
    """The longest passages, at most five."""
    lengths: tuple[int, int]
    """The lengths of the bars that stand for the two texts; that of the longer is 1000."""
    ribbons: tuple[Ribbon, ...]
    """All passages, in the order of the one account."""


class ShareRow(msgspec.Struct, frozen=True, kw_only=True):
    """How much text an account shares with each of those that share any."""

    siglum: Siglum
    """The account."""
    percents: tuple[int | None, ...]
    """The percentage of the shorter account, in the order of the rows; None where nothing is shared."""
