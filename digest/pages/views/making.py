"""How an event's page was made."""

from __future__ import annotations

import msgspec


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A rule by which something on the page was found."""

    anchor: str
    """Its anchor on the page, which marks name."""
    text: str
    """The rule in a few words."""
    plugin: str
    """The plugin that went by it."""
    number: int
    """How often it applied."""
    work: str
    """What was found by it, such as `quotations found`."""


class Maker(msgspec.Struct, frozen=True, kw_only=True):
    """What a plugin did for the page."""

    plugin: str
    """The plugin."""
    number: int
    """How many things it made."""
    work: str
    """What they are, such as `quotations found`."""
