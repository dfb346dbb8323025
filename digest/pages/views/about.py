"""The pages about the site itself."""

from __future__ import annotations

import msgspec

from digest.pages.views.shared import Tally


class MethodPage(msgspec.Struct, frozen=True, kw_only=True):
    """`method.html`: how the site is made, what it can and cannot tell."""

    plugins: tuple[str, ...]
    """The plugins at work."""


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """A remark about one file."""

    path: str
    """The file, relative to the content folder."""
    line: int | None
    """Its line, or None."""
    text: str
    """The remark."""


class ReportPage(msgspec.Struct, frozen=True, kw_only=True):
    """`report.html`: how the build went."""

    tallies: tuple[Tally, ...]
    """What was read and what was set aside."""
    set_aside: tuple[Note, ...]
    """Files that are not on the site, and why."""
    notes: tuple[Note, ...]
    """Remarks about files that are."""


class NotFoundPage(msgspec.Struct, frozen=True, kw_only=True):
    """`404.html`: shown at any address that is not there."""
