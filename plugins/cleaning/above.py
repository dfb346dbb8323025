"""Rules for the head of a page: what stands above the story."""

from __future__ import annotations

from digest import BlockKind

from .lines import BULLET, key
from .page import Page
from .signs import BYLINE, TIME_STAMP
from .wording import is_name, is_section

_ASIDE = 4  # columns that a line of the head may be indented by, or the story


def title(page: Page, index: int) -> BlockKind | None:
    """The lines that print the title."""
    return "title" if index in page.titles else None


def title_in_other_words(page: Page, index: int) -> BlockKind | None:
    """A picture's alternative text or a link that is the title with the site's name or section around it."""
    line = page.lines[index]
    if page.title.count(" ") < 3 or len(line.text) > len(page.title) * 2 + 80:
        return None
    words = key(line.text)
    extra = words.count(" ") - page.title.count(" ")
    return "boilerplate" if page.title in words and 0 < extra <= 8 and not line.closed else None


def author(page: Page, index: int) -> BlockKind | None:
    """A name below the title; longer ones, with a place or an office, beside a byline or a time stamp."""
    line = page.lines[index]
    beside = any(each.sign in (BYLINE, TIME_STAMP) for each in page.neighbours(index) if each.sign)
    # A standfirst that is a sentence counts as running text, and the author stands below it.
    stop = page.first + 3 if beside else page.first
    if not page.titles or not min(page.titles) < index < stop or not is_name(line.text) or line.sign or line.closed:
        return None
    return "credit" if 2 <= line.words <= (7 if beside else 3) and not is_section(line.text) else None


def before_story(page: Page, index: int) -> BlockKind | None:
    """Above the title the page's name and sections; below it a standfirst, points in brief, or sections."""
    if index >= page.first or page.first == len(page.lines):
        return None
    line = page.lines[index]
    if line.prose and not page.titles:
        return "body"
    is_aside = abs(line.indent - page.lines[page.first].indent) > _ASIDE
    if index < page.head or is_aside or line.words < 2 or is_section(line.text):
        return "boilerplate"
    return "body" if BULLET.match(line.text) or line.closed else "heading"
