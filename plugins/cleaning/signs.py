"""Signs: what a line of a news page is by its own wording, whatever stands around it.

`SIGNS` is tried from top to bottom, and the first that fits is the line's sign. Each pattern is anchored and
has no wildcard without a bound, and is tried on lines up to `LONGEST` characters only.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from digest import BlockKind

from . import credits, wording
from .lexicon import PHRASES

LONGEST = 400  # characters; a longer line is a paragraph of text
_ADDRESSED = re.compile(r"\b(?:you|your|please|we|us|our)\b", re.IGNORECASE)
_WITNESSES = re.compile(r"\b(?:police|information|witness(?:es)?|anyone)\b", re.IGNORECASE)
_FOOTER = re.compile(
    r"\b(privacy|cookies?|terms|conditions|contact us|about us|advertis\w+|careers|faqs?|accessibility|site ?map)\b",
    re.IGNORECASE,
)


_APART = re.compile(r"\s{2}|\s[|•·]\s")


_NEXT = re.compile(
    r"[\W_]{0,60}(?:PREV|NEXT|PREVIOUS|Prev|Next|Previous|Older|Newer)"
    r"(?:\s(?:[Aa]rticle|[Pp]ost|[Ss]tory|[Nn]ews|ARTICLE|POST|STORY|NEWS))?(?:\s?[:»›→«‹←|]\s?\S|\s?[\"“‘]?[A-Z0-9])"
)
_RUNNING_TIME = re.compile(
    r"[\W_]{0,60}(?:(?:video|watch|duration|now playing)\W+)?(?:\d{1,2}:)?\d{1,2}:\d{2}"
    r"(?:\s?[-–—|]\s?source\b.{0,30})?[\W_]*\Z",
    re.IGNORECASE,
)


class Sign(NamedTuple):
    """A kind of line and the test for it; `name` is the reason that a reader is given."""

    name: str
    kind: BlockKind
    fits: Callable[[str], object]


def _phrase(name: str, kind: BlockKind, family: str) -> Sign:
    return Sign(name, kind, PHRASES[family])


def _unspoken(name: str, kind: BlockKind, family: str) -> Sign:
    """A sign of lines that quote nobody and tell of nobody: a reporter's sentence may hold the same words."""
    return Sign(name, kind, lambda text: PHRASES[family](text) and not wording.is_spoken(text))


def _appeals_to_reader(text: str) -> bool:
    """Whether the page speaks to its reader about itself, in a sentence: write to us, support our journalism."""
    is_addressed = _ADDRESSED.search(text) and not wording.is_spoken(text) and not _WITNESSES.search(text)
    return bool(is_addressed and PHRASES["appeal"](text))


def _is_footer(text: str) -> bool:
    """Whether a line is the links at the bottom of a page in a row: `About us Terms Privacy Policy`."""
    links = set() if text.endswith((".", "?", "!")) else {link.lower() for link in _FOOTER.findall(text)}
    return len(links) > (1 if _APART.search(text) else 2)


def _leads_to_next(text: str) -> bool:
    return bool(_NEXT.match(text)) and not text.endswith(".")


def _is_time_stamp(text: str) -> bool:
    return wording.is_time_stamp(text) or (wording.is_publishing_note(text) and not credits.is_byline(text))


RUNNING_TIME = Sign("running time", "boilerplate", _RUNNING_TIME.match)
TIME_STAMP = Sign("time stamp", "boilerplate", _is_time_stamp)
BYLINE = Sign("byline", "credit", lambda text: credits.is_byline(text) or credits.has_office(text))
LINK_HEADING = _phrase("heading of links to other stories", "boilerplate", "heading of links")
NEXT_STORY = Sign("link to the next or previous story", "other_story", _leads_to_next)
LINK = _phrase("link to another story", "other_story", "link")
COMMENT_FORM = _phrase("comment form", "boilerplate", "comment form")
PAGER = _phrase("link to the next or previous story", "boilerplate", "pager")
NAVIGATION = _phrase("navigation", "boilerplate", "navigation")
SUBSCRIPTION = _unspoken("subscription or newsletter", "boilerplate", "subscription")
NOTICE = _unspoken("notice of the page", "boilerplate", "notice")
TAGS = _phrase("tags", "boilerplate", "tags")
COPYRIGHT = _unspoken("copyright line", "boilerplate", "copyright")
AGENCY = Sign("photo agency line", "credit", credits.is_agency_line)
IMAGE_SOURCE = Sign("image source", "credit", credits.is_image_source)
CAPTION = Sign("caption with its credit", "caption", credits.has_credit)
ABOVE_CREDIT = Sign("above the credit of a picture", "caption", lambda _: False)  # told by the line below it
AUTHOR_NOTE = Sign("note on the author", "credit", credits.tells_of_author)

SIGNS: tuple[Sign, ...] = (
    RUNNING_TIME,
    TIME_STAMP,
    Sign("no words", "boilerplate", wording.has_no_words),
    Sign("template residue", "boilerplate", wording.is_residue),
    PAGER,
    NEXT_STORY,
    LINK,
    COMMENT_FORM,
    LINK_HEADING,
    TAGS,
    COPYRIGHT,
    _unspoken("legal line", "boilerplate", "legal"),
    Sign("footer of the page", "boilerplate", _is_footer),
    _phrase("advertisement", "boilerplate", "advertisement"),
    NAVIGATION,
    SUBSCRIPTION,
    Sign("appeal to the reader", "boilerplate", _appeals_to_reader),
    NOTICE,
    _phrase("link to read on", "boilerplate", "link to read on"),
    _unspoken("note on the page's origin", "boilerplate", "origin"),
    _phrase("how to reach the author", "boilerplate", "contact"),
    Sign("button or form", "boilerplate", wording.is_furniture),
    Sign("menu in a row", "boilerplate", wording.is_menu),
    _phrase("image caption", "caption", "caption"),
    Sign("picture pointed at", "caption", credits.points_at_picture),
    Sign("photographer at the end", "caption", credits.ends_in_capitals),
    IMAGE_SOURCE,
    AGENCY,
    CAPTION,
    BYLINE,
    _phrase("sign-off of reporters or agencies", "credit", "sign-off"),
    AUTHOR_NOTE,
)
"""The signs; of those that fit, the first counts."""

AFTER_STORY: frozenset[Sign] = frozenset({PAGER, NEXT_STORY, LINK_HEADING, COMMENT_FORM, TAGS, COPYRIGHT})
"""Signs that the story is over, if it doesn't go on below."""


def sign_of(text: str) -> Sign | None:
    """The first sign that fits a line, None for a line that could be a part of the story."""
    candidates = SIGNS if len(text) <= LONGEST else (CAPTION,)
    return next((sign for sign in candidates if sign.fits(text)), None)
