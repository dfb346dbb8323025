"""What several accounts state, and what a single one has."""

from __future__ import annotations

import msgspec

from digest.pages.views.shared import Citation, Siglum


class Stated(msgspec.Struct, frozen=True, kw_only=True):
    """A fact that accounts give or a remark that they quote."""

    speaker: str
    """Who said it, if it is a remark and that is known, or nothing."""
    words: str
    """A remark, shortened if it is long; nothing if it is a fact, which the sentence tells."""
    shown: Citation
    """The place whose words are shown: the one that the plugin names first."""
    citations: tuple[Citation, ...]
    """The first place in each account that states it."""


class OnlyOne(msgspec.Struct, frozen=True, kw_only=True):
    """What a single account has."""

    siglum: Siglum
    """The account."""
    statements: tuple[Stated, ...]
    """What nobody else states."""
    topics: tuple[tuple[str, Citation], ...]
    """Topics nobody else mentions: the name and the first mention."""
    speakers: tuple[tuple[str, Citation], ...]
    """People nobody else quotes, beside those of the statements: the name and the first quotation."""
    more: int
    """How many statements and topics there are beside those shown."""
