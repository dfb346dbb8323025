"""A quotation in its place, and the link to its source that a sieve may find there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from .frames import Frame
from .lines import Line
from .phrases import Source


class Link(msgspec.Struct, frozen=True):
    """A quotation's source. `continues` is the marked stretch that it goes on from, as one utterance."""

    source: Source
    frame: Frame | None
    rule: str
    confidence: float
    continues: int | None = None


class Place(msgspec.Struct, frozen=True):
    """A quotation where it stands: token `k` of a sentence, with the links of the quotations before it."""

    line: Line
    k: int
    previous: Line | None
    following: Line | None
    links: Mapping[int, Link]
    open_ended: Sequence[bool]

    @property
    def said(self) -> str:
        """Its words."""
        return self.line.tokens[self.k].text

    @property
    def before(self) -> str:
        """The token before it in its sentence, or ""."""
        return self.line.tokens[self.k - 1].text if self.k else ""
