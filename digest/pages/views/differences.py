"""Where accounts differ."""

from __future__ import annotations

from typing import Literal

import msgspec

from digest.pages.views.shared import Citation, Siglum


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """One of the readings at a place where accounts differ, with all who give it."""

    value: str
    """The words, as briefly as an account has them; of a quotation, those that differ."""
    size: Literal["large", "medium", "small"]
    """How large it can be set."""
    sentences: tuple[tuple[Citation, ...], ...]
    """The sentences it stands in; citations of accounts that have the very same sentence are together."""
    sigla: tuple[Siglum, ...]
    """Who gives it."""


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """A place where accounts differ."""

    anchor: str
    """Its anchor, `d-…`."""
    kind: str
    """number, duration, date, money, name, place, attribution, quote-wording or other."""
    kind_label: str
    """The kind in a word for readers."""
    severity: str
    """contradiction, imprecision, wording-only, likely-error or consistent-but-different-granularity."""
    severity_label: str
    """The severity in a word or two for readers."""
    sign: str
    """A character that stands for the severity, so that it is never told by colour alone."""
    probable: bool
    """Whether the page should say that this is not certain."""
    within: str
    """The outlet's name if the account differs from itself, or nothing."""
    summary: str
    """The matter in a few words."""
    explanation: str
    """Who gives what, in one sentence."""
    versions: tuple[Version, ...]
    """The readings, those of most accounts first."""
    utterance: str
    """Anchor of the utterance on the page, `a-…`, if the versions of one differ, or nothing."""
    outlets: str
    """The anchors of the accounts concerned, with `|` between."""
    rule: str
    """Why this is shown, in a few words."""
    plugin: str
    """The plugin that found it."""
