"""Where an event was: the place that its accounts agree on."""

from __future__ import annotations

from collections.abc import Sequence

from digest import Account


def event_place(accounts: Sequence[Account]) -> str | None:
    """The place most accounts give, with the venue before it where one is named."""
    return None
