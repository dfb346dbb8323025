"""What was said, in the versions that accounts give of it."""

from __future__ import annotations

import msgspec

from digest.pages.views.shared import Citation


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a version in a column of a collation."""

    text: str
    """The words with the punctuation after them, or nothing where this version has none."""
    variation: str
    """How the column varies: boundary, cut, form, wording or meaning; or nothing where all have the same words."""


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """A wording of an utterance, with all who print it."""

    citations: tuple[Citation, ...]
    """The places, one for each account."""
    cells: tuple[Cell, ...]
    """Its words in each column of the collation; one cell if the versions are not collated."""


class Utterance(msgspec.Struct, frozen=True, kw_only=True):
    """One utterance in the versions that accounts give of it."""

    anchor: str
    """Its anchor, `a-…`."""
    speaker: str
    """Who said it, or nothing."""
    speaker_url: str
    """Address of the speaker's page, or nothing."""
    label: str
    """What was said, in short."""
    probable: bool
    """Whether the page should say that it is probably the same remark."""
    note: str
    """How many say what, in a sentence."""
    varies: tuple[str, ...]
    """In what the versions differ, in a few words each, the gravest first."""
    aligned: bool
    """Whether there are so few columns that the versions can stand below each other as a table."""
    wordings: tuple[Wording, ...]
    """The versions, those of most accounts first; one if all have the same words."""
    witnesses: int
    """How many accounts have it."""
