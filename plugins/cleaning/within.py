"""Rules for lines among the paragraphs of the story: headings of it, and what has been set between them."""

from __future__ import annotations

import re

from digest import BlockKind

from .lines import BULLET, Line
from .page import Page
from .signs import LINK_HEADING, NOTICE, PAGER, RUNNING_TIME, SUBSCRIPTION, TIME_STAMP
from .wording import is_name, is_section

_SENTENCE, _HEADLINE, _LONGEST_LINK = 4, 6, 12  # words that a sentence, a headline has, and that a link has at most
_LIST = 100  # lines; above that many headlines no heading is looked for
_FIGURE = re.compile(r"\b\d[\d.,]*")
_NUMBER = re.compile(r"\s*\d{1,2}[.)]\s")
_SPEAKER = re.compile(r"(?:[QA]|[A-Z][A-Z. ’'-]{1,30}|[A-Z]\w+(?: [A-Z]\w+){0,2})\s?:\s")
_INNER_STOP = re.compile(r"[.?!]\s+[\"“‘]?[A-Z]")


def sign(page: Page, index: int) -> BlockKind | None:
    """What the line is by its own wording."""
    found = page.lines[index].sign
    return found.kind if found else None


def video_title(page: Page, index: int) -> BlockKind | None:
    """The line above a running time, if it does not end as a sentence does, or below it and a note on the player."""
    line, below = page.lines[index : index + 2] if index + 1 < len(page.lines) else (page.lines[index], None)
    if below and _is_film(line, below):
        return "other_story"
    note, time = page.lines[index - 2 : index] if index > 1 else (None, None)
    is_played = note and note.sign is NOTICE and time and time.sign is RUNNING_TIME
    return "other_story" if is_played and not line.sign and not line.prose else None


def _is_film(line: Line, below: Line) -> bool:
    return below.sign is RUNNING_TIME and not line.sign and not line.closed and line.words > 2


def box_of_links(page: Page, index: int) -> BlockKind | None:
    """Headlines below a heading of links inside the story, up to the next paragraph."""
    if index == page.first or not _is_headline(page.lines[index]):
        return None
    above = index - 1
    while (
        above > max(0, index - _LIST)
        and above not in page.titles
        and (_is_headline(page.lines[above]) or page.lines[above].sign is PAGER)
    ):
        above -= 1
    is_entry = above > page.first and page.lines[above - 1].sign in (TIME_STAMP, RUNNING_TIME)
    return "other_story" if above >= 0 and page.lines[above].sign is LINK_HEADING and not is_entry else None


def _is_headline(line: Line) -> bool:
    return not line.sign and (not line.closed or line.text.endswith("?")) and line.words > 2


def headline_in_capitals(page: Page, index: int) -> BlockKind | None:
    """A headline in capitals between paragraphs that are in none: a link, as American channels set them."""
    line = page.lines[index]
    if not page.first < index < page.end or line.closed or line.sign or line.words < 7 or not line.text.isupper():
        return None
    return "other_story"


def between_furniture(page: Page, index: int) -> BlockKind | None:
    """What a newsletter says of itself, between the call to subscribe and the next button."""
    around = page.neighbours(index)
    if len(around) < 2 or page.lines[index].words > 40 or around[0].sign is not SUBSCRIPTION:
        return None
    return "boilerplate" if around[1].sign and around[1].sign.kind == "boilerplate" else None


def markup(page: Page, index: int) -> BlockKind | None:
    """What the file's format says; a second title is a heading."""
    kind = page.lines[index].kind
    return "heading" if kind == "title" else kind


def heading(page: Page, index: int) -> BlockKind | None:
    """A few words that are no sentence, with a paragraph of the story below."""
    line = page.lines[index]
    if not page.first < index < page.end or not _could_be_heading(line):
        return None
    if page.is_interview and line.text.endswith("?"):
        return None
    below = next((each for each in page.lines[index + 1 : page.end] if not each.sign), None)
    if not below or not below.prose or (_NUMBER.match(line.text) and _NUMBER.match(below.text)):
        return None
    return "heading"


def _could_be_heading(line: Line) -> bool:
    text = line.text
    is_statement = line.closed and not text.endswith(("?", "？"))
    if is_statement or not 1 <= line.words <= 12 or text.endswith((",", "-", ")")):
        return False
    is_question_put = text.endswith("?") and _SPEAKER.match(text)
    unnumbered = text.lstrip("0123456789.) ")
    is_row = len(_FIGURE.findall(unnumbered)) > 1
    if BULLET.match(text) or is_question_put or is_row or _INNER_STOP.search(unnumbered):
        return False
    spoken = text[0] in '"“«' and line.words > 6
    first = next((char for char in text if char.isalnum()), "")
    return not spoken and not first.islower()


def loose_line(page: Page, index: int) -> BlockKind | None:
    """A line among or below paragraphs that is no sentence, no heading, no point of a list and no row of a table.

    On labelled pages of many makers no such line was the story's. Where a page has many of them, its lines are broken,
    and where the file has markup, its reader has chosen the lines: then it says nothing.
    """
    line = page.lines[index]
    if not page.first < index < page.end or page.has_broken_lines or page.is_marked_up or line.prose or line.sign:
        return None
    if _SPEAKER.match(line.text) or _INNER_STOP.search(line.text):
        return None
    if line.closed:
        return "boilerplate" if line.text.endswith("!") and line.words < _SENTENCE and index > page.last else None
    if BULLET.match(line.text) or _NUMBER.match(line.text) or len(_FIGURE.findall(line.text)) > 1:
        return None
    if line.words < _SENTENCE:
        is_first = index > page.last and all(each.sign for each in page.lines[page.last + 1 : index])
        signs_off = is_first and line.words > 1 and is_name(line.text)
        return "credit" if signs_off and not is_section(line.text) else "boilerplate"
    return "other_story" if _HEADLINE <= line.words <= _LONGEST_LINK else None


def body(page: Page, index: int) -> BlockKind | None:
    """Everything else is the story: a line of junk too many is mended sooner than a lost one."""
    return "body"
