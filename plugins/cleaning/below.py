"""Rules for what stands below the story."""

from __future__ import annotations

from digest import BlockKind

from .lines import BULLET
from .page import Page
from .signs import ABOVE_CREDIT, IMAGE_SOURCE, TIME_STAMP
from .wording import is_section

_STAMP = 5  # words; when the page was published is told in more


def after_story(page: Page, index: int) -> BlockKind | None:
    """What stands after the end of the story; a word or two are furniture there."""
    if index < page.end:
        return None
    line = page.lines[index]
    around = page.after[index - page.end]
    if line.sign is ABOVE_CREDIT:
        return "other_story"
    if line.sign is TIME_STAMP and line.words < _STAMP and around == "other_story":
        return "other_story"
    if line.sign:
        return "boilerplate" if line.sign is IMAGE_SOURCE and line.text.startswith("©") else line.sign.kind
    return "boilerplate" if line.words < 4 or line.row else around


def row_of_links(page: Page, index: int) -> BlockKind | None:
    """A row of links above or below the story; inside it, it may be a table's."""
    return "boilerplate" if page.lines[index].row and not page.first <= index <= page.last else None


def after_last_paragraph(page: Page, index: int) -> BlockKind | None:
    """Lines below the last paragraph that are no sentences: data, three headlines, which are links, or a section."""
    line = page.lines[index]
    if not page.last < index < page.end or line.closed or BULLET.match(line.text):
        return None
    if is_section(line.text) or (line.words < 2 and line.text[0].isupper()):
        return "boilerplate"
    return page.below
