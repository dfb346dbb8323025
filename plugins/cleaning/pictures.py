"""Pictures: their captions, what is printed for them where they can't be seen, and who took them."""

from __future__ import annotations

import re

from digest import BlockKind

from .page import Page
from .signs import BYLINE, TIME_STAMP
from .wording import is_name

_LONGEST_CAPTION = 35  # words
_SENTENCE, _HEADLINE = 4, 6  # words; a shorter line is no sentence, and one from here on may be a headline
_AGENCY_END = re.compile(r"\((?:AP|AFP|EPA|Reuters|REUTERS|Getty Images|PTI|ANI|Supplied|File)(?: [Pp]hoto)?\)\Z")
_IMAGE_LABEL = re.compile(
    r"(?:(?:enlarge|view|expand|open) (?:this |full ?screen )?)?(?:image|photo|picture)\s?:?\Z", re.IGNORECASE
)


def caption(page: Page, index: int) -> BlockKind | None:
    """A line below a label for a picture, or one that ends in an agency where pictures stand."""
    line = page.lines[index]
    if line.sign:
        return None
    if index and _IMAGE_LABEL.match(page.lines[index - 1].text):
        return "caption"
    is_of_agency = _AGENCY_END.search(line.text) and (index < page.first or "file photo" in line.text.lower())
    return "caption" if is_of_agency else None


def picture_below_byline(page: Page, index: int) -> BlockKind | None:
    """Below the byline and right above the first paragraph, a line and a name stuck to it: a caption and its credit."""
    if _captions_picture(page, index):
        return "caption"
    return "credit" if index and _captions_picture(page, index - 1) else None


def _captions_picture(page: Page, index: int) -> bool:
    below_title = page.lines[min(page.titles, default=len(page.lines)) + 1 : index]
    if page.first not in (index, index + 2) or not any(each.sign in (BYLINE, TIME_STAMP) for each in below_title):
        return False
    line, owner, *rest = [*page.lines[index : index + 3], None, None]
    if not line or not owner or not rest[0] or line.sign or not 4 < line.words < _LONGEST_CAPTION:
        return False
    is_owner = owner.words < 5 and is_name(owner.text) and not owner.closed
    stuck = line.gap and not owner.gap and rest[0].gap
    return is_owner and stuck and rest[0].prose and (not owner.sign or owner.sign.kind == "credit")


def alternative_text(page: Page, index: int) -> BlockKind | None:
    """What a picture's description is by its form or its place.

    A line with the words of its neighbour; one without a full stop right above a caption, no empty line between them.
    """
    line = page.lines[index]
    if line.loose and line.words > 3 and line.text in [each.text for each in page.neighbours(index)]:
        return "caption"
    below = page.lines[index + 1] if index + 1 < len(page.lines) else None
    if not page.is_spaced or line.sign or line.closed or line.words > 20 or not below or below.gap:
        return None
    return "caption" if below.sign and below.sign.kind == "caption" else None
