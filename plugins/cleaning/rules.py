"""The rules that look at a line in its place. Each gives the line's kind, or None if it has nothing to say."""

from __future__ import annotations

import re

from digest import BlockKind

from .page import Line, Page, key
from .signs import NEXT_STORY, RUNNING_TIME

_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?|h|hrs|GMT|BST|[A-Z]{2,4}T)?[\s.:–—-]*\Z", re.IGNORECASE)
_BULLET = re.compile(r"\s*(?:[•·▪◦‣*–—-]|\d{1,2}[.)])\s")
_FULL_DATE = re.compile(r"\b\d{4}\b")
_PICTURED = re.compile(
    r"\((?:\d\w\w )?(?:[LRC]|left|right|cent(?:er|re)|file)\)|,? (?:from )?(?:left|right|second (?:left|right)|cent(?:er|re)),"
    r"|\b(?:pictured|seen (?:here|in|at|on|during|through)|is seen|are seen|file photo|stands? (?:in|at|on|near|outside|next|beside)|poses?"
    r"|gestures?|shakes? hands|looks? on|arrives?|walks?|speaks? (?:at|to|during|with)|attends?|waves?|holds?)\b",
    re.IGNORECASE,
)
_NAME_ONLY = re.compile(r"(?:[A-Z][\w.’'-]+\s){1,3}[A-Z][\w’'-]+\Z")


def title(page: Page, index: int) -> BlockKind | None:
    """The lines that print the title."""
    return "title" if index in page.titles else None


def title_in_other_words(page: Page, index: int) -> BlockKind | None:
    """A picture's alternative text or a link that is the title with the site's name or section around it."""
    line = page.lines[index]
    if line.closed or page.title.count(" ") < 3 or len(line.text) > len(page.title) * 2 + 80:
        return None
    words = key(line.text)
    extra = words.count(" ") - page.title.count(" ")
    return "boilerplate" if page.title in words and 0 < extra <= 8 else None


def video_title(page: Page, index: int) -> BlockKind | None:
    """The line before a running time is a film's title; only a line that does not end as a sentence does."""
    line = page.lines[index]
    if line.sign or line.closed or index + 1 == len(page.lines):
        return None
    return "other_story" if page.lines[index + 1].sign is RUNNING_TIME else None


def after_story(page: Page, index: int) -> BlockKind | None:
    """What stands after the end of the story."""
    if index < page.end:
        return None
    sign = page.lines[index].sign
    return sign.kind if sign else page.after[index - page.end]


def sign(page: Page, index: int) -> BlockKind | None:
    """What the line is by its own wording."""
    found = page.lines[index].sign
    return found.kind if found else None


def repeated(page: Page, index: int) -> BlockKind | None:
    """A short line that the page has three times or more, and that nobody says."""
    line = page.lines[index]
    spoken = any(mark in line.text for mark in '"“”«»')
    return "boilerplate" if line.text in page.repeated and not spoken and not _CLOCK.match(line.text) else None


def caption(page: Page, index: int) -> BlockKind | None:
    """A line that describes a picture: its credit follows, and it stands close to another or reads like one."""
    line = page.lines[index]
    following = page.lines[index + 1] if index + 1 < len(page.lines) else None
    if not following or not _is_photo_credit(following) or line.words > 80:
        return None
    alone = line.gap and following.gap
    signs = (not alone) + bool(_PICTURED.search(line.text)) + bool(_FULL_DATE.search(line.text)) + (not line.closed)
    return "caption" if signs else None


def alternative_text(page: Page, index: int) -> BlockKind | None:
    """A line without a full stop right above a caption, no empty line between them."""
    line = page.lines[index]
    if line.closed or line.words > 20 or index + 1 == len(page.lines) or page.lines[index + 1].gap:
        return None
    below = page.lines[index + 1]
    is_caption = (below.sign.kind == "caption") if below.sign else caption(page, index + 1)
    return "caption" if is_caption else None


def _is_photo_credit(line: Line) -> bool:
    return bool(line.sign and line.sign.name in ("photo agency line", "image source"))


def name_of_author(page: Page, index: int) -> BlockKind | None:
    """A bare name between title and story, beside a byline or a time stamp."""
    line = page.lines[index]
    if index >= page.first or index in page.titles or not _NAME_ONLY.match(line.text):
        return None
    near = page.lines[max(0, index - 1)], page.lines[min(len(page.lines) - 1, index + 1)]
    return "credit" if any(each.sign and each.sign.name in ("byline", "time stamp") for each in near) else None


def before_story(page: Page, index: int) -> BlockKind | None:
    """Above the title, and short lines below it: the page's name, its sections. Longer ones are a standfirst."""
    if index >= page.first or page.first == len(page.lines):
        return None
    line = page.lines[index]
    below_title = bool(page.titles) and index > min(page.titles)
    return "heading" if below_title and line.words > 3 else "boilerplate"


def after_last_paragraph(page: Page, index: int) -> BlockKind | None:
    """Lines below the last paragraph that are no sentences: three headlines are links, a few words furniture."""
    line = page.lines[index]
    if not page.last < index < page.end or line.closed or _BULLET.match(line.text):
        return None
    if line.words < 4:
        return "boilerplate"
    rest = [each for each in page.lines[page.last + 1 : page.end] if not each.sign]
    return "other_story" if len(rest) > 2 and all(each.headline for each in rest) else None


def markup(page: Page, index: int) -> BlockKind | None:
    """What the file's format says; a second title is a heading."""
    kind = page.lines[index].kind
    return "heading" if kind == "title" else kind


def heading(page: Page, index: int) -> BlockKind | None:
    """A few words that are no sentence, with a paragraph of the story below; in a live report, the time."""
    line = page.lines[index]
    if not page.first < index < page.end or index + 1 >= len(page.lines):
        return None
    if _CLOCK.match(line.text):
        return "heading"
    is_statement = line.closed and not line.text.endswith("?")
    if is_statement or not 1 <= line.words <= 12 or _BULLET.match(line.text) or not _capital(line.text):
        return None
    below = next((each for each in page.lines[index + 1 : page.end] if not each.sign), None)
    spoken = line.text[0] in '"“«' and line.words > 6
    return "heading" if below and below.prose and not spoken and not line.text.endswith((",", "-")) else None


def _capital(text: str) -> bool:
    first = next((char for char in text if char.isalnum()), "")
    return not first.islower()


def body(page: Page, index: int) -> BlockKind | None:
    """Everything else is the story: a line of junk too many is mended sooner than a lost one."""
    return "body"
