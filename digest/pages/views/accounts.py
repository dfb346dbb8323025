"""The accounts of an event: who reports, and the text to read with its marks."""

from __future__ import annotations

import msgspec

from digest.pages.views.shared import Siglum


class Witness(msgspec.Struct, frozen=True, kw_only=True):
    """An account as the head of the page lists it."""

    siglum: Siglum
    """Its letter."""
    outlet_url: str
    """Address of the outlet's page."""
    headline: str
    """The account's own title."""
    published: str
    """The day it appeared in words, or nothing."""
    words: int
    """The length of its own text."""
    length: int
    """The same in percent of the longest account."""
    language: str
    """BCP 47 tag, or nothing."""


class Segment(msgspec.Struct, frozen=True, kw_only=True):
    """A run of an account's text with the same marks all along."""

    text: str
    """The text."""
    classes: str
    """Apart by spaces: `q` a quotation, `v` one with other versions, `d` told differently, `same` shared text."""
    anchor: str
    """Its anchor if a mark begins here, or nothing."""
    href: str
    """Where the mark's entry is: `#…` on this page, or an address from the root; or nothing."""
    rule: str
    """Anchor of the rule by which this was found to be a quotation, where it begins, or nothing."""


class Paragraph(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph of an account's own text."""

    anchor: str
    """Its anchor."""
    kind: str
    """title, heading, body, caption or credit."""
    classes: str
    """Apart by spaces: its kind unless `body`, `again` if it repeats a paragraph above."""
    segments: tuple[Segment, ...]
    """The text."""


class LeftOut(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph that was left out as not part of the story."""

    anchor: str
    """Its anchor."""
    line: int
    """The line of the file."""
    text: str
    """Its text, shortened."""
    label: str
    """What it was taken for."""
    rule: str
    """Why."""
    plugin: str
    """The plugin that said so."""


class AccountText(msgspec.Struct, frozen=True, kw_only=True):
    """An account to read."""

    witness: Witness
    """Whose it is."""
    anchor: str
    """Its anchor."""
    url: str
    """Address of the page it was published on (http or https), or nothing."""
    file: str
    """The file it was read from."""
    paragraphs: tuple[Paragraph, ...]
    """Its own text."""
    left_out: tuple[LeftOut, ...]
    """What was left out."""
    open: bool
    """Whether it is unfolded at first."""
