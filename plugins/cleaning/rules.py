"""The rules that look at a line in its place. Each gives the line's kind, or None if it has nothing to say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest import BlockKind

from .ending import ROWS
from .lines import BULLET, POINT, Line, key
from .live import heading_of
from .page import Page
from .signs import (
    ABOVE_CREDIT,
    AGENCY,
    BYLINE,
    IMAGE_SOURCE,
    LINK_HEADING,
    NOTICE,
    PAGER,
    RUNNING_TIME,
    SUBSCRIPTION,
    TAGS,
    TIME_STAMP,
    is_name,
    is_section,
)

_SENTENCE, _HEADLINE = 4, 6  # words; a shorter line is no sentence, and one from here on may be a headline
_LIST = 100  # lines; above that many headlines or tags no heading is looked for
_ASIDE = 4  # columns that a line of the head may be indented by, or the story
_STAMP = 5  # words; when the page was published is told in more
_CLOCK = re.compile(r"\W*\d{1,2}(?:[:.h]\d{2})?\s*(?:[ap]\.?m\b\.?|h|hrs|uhr)?\s*(?:[A-Z]{2,4})?\W*\Z", re.IGNORECASE)
_DAY = re.compile(r"\W*(?:[A-Z][a-z]+day,?\s)?(?:\d{1,2}\s[A-Z][a-z]+|[A-Z][a-z]+\s\d{1,4})(?:,?\s\d{4})?\W*\Z")
_FIGURE = re.compile(r"\b\d[\d.,]*")
_NUMBER = re.compile(r"\s*\d{1,2}[.)]\s")
_SPEAKER = re.compile(r"(?:[QA]|[A-Z][A-Z. ’'-]{1,30}|[A-Z]\w+(?: [A-Z]\w+){0,2})\s?:\s")
_INNER_STOP = re.compile(r"[.?!]\s+[\"“‘]?[A-Z]")
_AUTHOR_NOTE = re.compile(r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w.’'-]+){1,3}) (?:is|was) (?:an?|the) ")


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


def time_of_entry(page: Page, index: int) -> BlockKind | None:
    """In a live report or a chronicle, the time or day above an entry."""
    line = page.lines[index]
    if not line.sign or line.sign not in (TIME_STAMP, RUNNING_TIME) or not page.first < index < page.end:
        return None
    below = next((each for each in _below(page, index) if each.sign is not BYLINE), None)
    if not below or not below.prose or _is_film(page.lines[index - 1], line):
        return None
    return "heading" if _CLOCK.match(line.text) or _DAY.match(line.text) else None


def entry(page: Page, index: int) -> BlockKind | None:
    """In a live page, the time of an entry and what stands between it and the entry's first paragraph."""
    if index in page.entries or index in page.key_events:
        return time_of_entry(page, index) or "boilerplate"
    line = page.lines[index]
    time = heading_of(page.lines, index, page.entries)
    if time is None or line.prose or line.closed or (line.sign and line.sign is not AGENCY):
        return None
    has_heading = any(not above.sign for above in page.lines[time + 1 : index])
    return "credit" if has_heading and line.words < _SENTENCE + 1 and is_name(line.text) else "heading"


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


def tag(page: Page, index: int) -> BlockKind | None:
    """A word or three below the words "More about:"."""
    above = index - 1
    while above > max(0, index - _LIST) and _is_tag(page.lines[above]):
        above -= 1
    return "boilerplate" if above >= 0 and _is_tag(page.lines[index]) and page.lines[above].sign is TAGS else None


def _is_tag(line: Line) -> bool:
    return not line.sign and not line.closed and line.words < 4


def headline_in_capitals(page: Page, index: int) -> BlockKind | None:
    """A headline in capitals between paragraphs that are in none: a link, as American channels set them."""
    line = page.lines[index]
    if not page.first < index < page.end or line.closed or line.sign or line.words < 7 or not line.text.isupper():
        return None
    return "other_story"


def sign(page: Page, index: int) -> BlockKind | None:
    """What the line is by its own wording."""
    found = page.lines[index].sign
    return found.kind if found else None


def column(page: Page, index: int) -> BlockKind | None:
    """A line of a menu."""
    return "boilerplate" if index in page.columns else None


def row_of_links(page: Page, index: int) -> BlockKind | None:
    """A row of links above or below the story; inside it, it may be a table's."""
    return "boilerplate" if page.lines[index].row and not page.first <= index <= page.last else None


def repeated(page: Page, index: int) -> BlockKind | None:
    """A short line that the page has three times or more; within the story a table or a recipe repeats itself."""
    return "boilerplate" if page.lines[index].text in page.repeated and not page.first < index < page.last else None


def between_furniture(page: Page, index: int) -> BlockKind | None:
    """What a newsletter says of itself, between the call to subscribe and the next button."""
    around = page.neighbours(index)
    if len(around) < 2 or page.lines[index].words > 40 or around[0].sign is not SUBSCRIPTION:
        return None
    return "boilerplate" if around[1].sign and around[1].sign.kind == "boilerplate" else None


def _below(page: Page, index: int) -> Iterator[Line]:
    """The lines of the story below one."""
    return (page.lines[each] for each in range(index + 1, page.end))


def author(page: Page, index: int) -> BlockKind | None:
    """A name below the title; longer ones, with a place or an office, beside a byline or a time stamp."""
    line = page.lines[index]
    beside = any(each.sign in (BYLINE, TIME_STAMP) for each in page.neighbours(index) if each.sign)
    # A standfirst that is a sentence counts as running text, and the author stands below it.
    stop = page.first + 3 if beside else page.first
    if not page.titles or not min(page.titles) < index < stop or not is_name(line.text) or line.sign or line.closed:
        return None
    return "credit" if 2 <= line.words <= (7 if beside else 3) and not is_section(line.text) else None


def author_note(page: Page, index: int) -> BlockKind | None:
    """A line at the end that says who the author is: it begins with a name that a byline has."""
    match = _AUTHOR_NOTE.match(page.lines[index].text)
    if not match or index + 2 < page.last:
        return None
    bylines = (each.text for each in page.lines[: page.first] if not each.prose)
    return "credit" if any(match["name"].lower() in text.lower() for text in bylines) else None


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


def after_last_paragraph(page: Page, index: int) -> BlockKind | None:
    """Lines below the last paragraph that are no sentences: data, three headlines, which are links, or a section."""
    line = page.lines[index]
    if not page.last < index < page.end or line.closed or BULLET.match(line.text):
        return None
    if is_section(line.text) or (line.words < 2 and line.text[0].isupper()):
        return "boilerplate"
    rest = [each for each in page.lines[page.last + 1 : page.end] if not each.sign]
    if len(rest) >= ROWS and sum(each.is_row_of_data for each in rest) > len(rest) / 2:
        return "body"
    return (
        "other_story" if len(rest) > 2 and all(each.headline and not POINT.match(each.text) for each in rest) else None
    )


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
    below = next((each for each in _below(page, index) if not each.sign), None)
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
    return "other_story" if line.words >= _HEADLINE else None


def body(page: Page, index: int) -> BlockKind | None:
    """Everything else is the story: a line of junk too many is mended sooner than a lost one."""
    return "body"
