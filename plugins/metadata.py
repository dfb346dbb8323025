"""Finds the title, outlet, date and language where the text of a page states them.

Better nothing than a wrong outlet: a name counts only from a place where pages print their own.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from digest import Block, Document, Metadata, hookimpl

from .english.dates import find_dates
from .languages import language_of

_SUFFIX = re.compile(r"(?P<title>.{8,300}?)\s*(?P<mark>\s[–—-]|\s?[|»])\s+(?P<outlet>[^|–—»]{2,40})\Z")
_NAME = r"(?P<outlet>(?:[Tt]he\s+)?[A-Z][\w.’'&!]*(?:\s+(?:[A-Z0-9][\w.’'&!]*|of|the|and|de|la|el|&)){0,5})"
_OUTLET_WORD = re.compile(
    r"(?:\b(?:News|Times|Post|Herald|Tribune|Gazette|Journal|Daily|Weekly|Guardian|Telegraph|Chronicle|Observer|Press|Mail"
    r"|Standard|Star|Mirror|Express|Independent|Examiner|Inquirer|Courier|Bulletin|Dispatch|Globe|Sentinel|Register"
    r"|Reporter|Record|Review|Monitor|Echo|Argus|Mercury|Agency|Broadcasting|TV|Television|Radio|FM|Network|Media|Magazine"
    r"|Today|Online|Wire|Newswire|Newspaper|Zeitung)\b|\w\.(?:com|org|net|co\.\w\w|news|tv)\b)"
)
_ACRONYM = re.compile(r"[A-Z]{2,6}(?:\s(?:News|World|Online|TV)(?:\s\w+)?)?")
_NO_OUTLET = re.compile(
    r"\b(?:live|updates?|analysis|explainer|opinion|video|watch|photos?|pictures|interview|report|exclusive|breaking|comment"
    r"|editorial|letters|review|politics|world|business|sports?|health|home|page|part)\s*\Z",
    re.IGNORECASE,
)
_SOURCE_LINE = re.compile(rf"[Ff]rom\s+{_NAME}(?:\s+[-–|]\s+\w+)?\s+https?://\S+\s*\Z")
_APPEARED = re.compile(rf"[Tt]he (?:post|article|story)\s.{{1,200}}\sappeared first (?:on|in)\s+{_NAME}[.\s]*\Z")
_ORIGINAL = re.compile(
    r"[Tt]his (?:article|story|post|report) (?:was|is|has been) (?:originally |first )?published (?:by|on|in|at)"
    rf"\s+{_NAME}[.\s]*\Z"
)
_COPYRIGHT = re.compile(
    rf"(?:[Cc]opyright\s*)?(?:©|\([Cc]\)|[Cc]opyright)\s*(?:[Cc]opyright\s*)?(?:\d{{4}}(?:\s?[-–]\s?\d{{4}})?,?\s+)?(?:by\s+)?{_NAME}"
)
_OWNER = re.compile(
    r",?\s+(?:Inc|LLC|Ltd|Limited|Co|Corp|Company|GmbH|AG|SE|Group|Plc|PLC|S\.A|All [Rr]ights|ALL RIGHTS)\b.*\Z"
)
_STATEMENTS = (_SOURCE_LINE, _APPEARED, _ORIGINAL)
_SLASHED = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]")
_REMARK = 12  # words; a paragraph has more
_STANDFIRSTS = 3  # paragraphs among which a byline may stand
_DATED = re.compile(r"\d{4}-\d\d-\d\d")


@hookimpl
def find_metadata(document: Document, blocks: Sequence[Block]) -> Metadata:
    """What the page itself says; a value that it doesn't state is None. Language is that of the story's text."""
    lines = [(block, document.text[block.start : block.end].strip()) for block in blocks]
    titles = [text for block, text in lines if block.kind == "title"]
    title, suffix = split_title(titles[0]) if titles else (None, None)
    own = " ".join(text for block, text in lines if block.kind in ("title", "body"))
    return Metadata(
        title=title,
        outlet=suffix
        or _stated_outlet(lines)
        or _alternative_text_outlet(lines, title)
        or _copyright_outlet(lines, document.text),
        published=_published(lines),
        language=language_of(own),
    )


def split_title(printed: str) -> tuple[str, str | None]:
    """A title line as title and outlet: `Bridge closed – Harbour News` gives both, `Bridge closed – again` one.

    A suffix is an outlet if its name says so, or the stroke before it.
    """
    match = _SUFFIX.fullmatch(" ".join(printed.split()))
    if not match or _NO_OUTLET.search(match["outlet"]) or not _is_name(match["outlet"]):
        return printed, None
    name = match["outlet"]
    is_outlet = _OUTLET_WORD.search(name) or _ACRONYM.fullmatch(name) or match["mark"].strip() in ("|", "»")
    return (match["title"].strip(), name) if is_outlet else (printed, None)


def _is_name(text: str) -> bool:
    small = {"of", "the", "and", "de", "la", "el", "del", "in", "&"}
    words = text.split()
    return len(words) <= 6 and all(not word[0].islower() or word in small for word in words)


def _stated_outlet(lines: Iterable[tuple[Block, str]]) -> str | None:
    """The name in a line that gives the story's source."""
    for block, text in lines:
        if block.kind in ("credit", "boilerplate"):
            for pattern in _STATEMENTS:
                if match := pattern.match(text[:400]):
                    return match["outlet"].strip(" .")
    return None


def _copyright_outlet(lines: Sequence[tuple[Block, str]], page: str) -> str | None:
    """The name in a copyright line below the story: that of an outlet, or one that the page has elsewhere too.

    Others are the owner's, or a photographer's.
    """
    last = max((index for index, (block, _) in enumerate(lines) if block.kind == "body"), default=0)
    for block, text in lines[last:]:
        match = _COPYRIGHT.match(text[:400]) if block.kind == "boilerplate" else None
        name = _OWNER.sub("", re.split(r"\.\s?(?=[A-Z])", match["outlet"])[0]).strip(" .") if match else ""
        is_outlet = _OUTLET_WORD.search(name) or _ACRONYM.fullmatch(name) or page.count(name) > 1
        if name not in ("", "All", "The") and is_outlet:
            return name
    return None


def _alternative_text_outlet(lines: Iterable[tuple[Block, str]], title: str | None) -> str | None:
    """The site's name before the title in alternative texts of pictures, where two of them agree."""
    before = []
    for block, text in lines:
        if title and block.kind in ("boilerplate", "caption") and not block.rule.startswith("running"):
            start = _plain(text).find(_plain(title))
            before.append(text[:start].strip(" -–|:") if start > 0 else "")
    names = {name for name in before if name and _is_name(name) and before.count(name) > 1}
    return min(names, default=None)


def _plain(text: str) -> str:
    """The text with straight quotation marks, character by character."""
    return text.translate({0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'"}).lower()


def _published(lines: Sequence[tuple[Block, str]]) -> datetime.date | None:
    """The earliest date between title and story, or else above the title, where pages also print the current day.

    A date may stand below a standfirst too; there the first counts that does not follow the link of another story.
    """
    titles = [index for index, (block, _) in enumerate(lines) if block.kind == "title"]
    paragraphs = [i for i, (block, text) in enumerate(lines) if block.kind == "body" and len(text.split()) > _REMARK]
    paragraphs = [*paragraphs[:_STANDFIRSTS], *[len(lines)] * _STANDFIRSTS]
    title = next((index for index in reversed(titles) if index < paragraphs[0]), 0)
    return (
        min(_dates(lines[title : paragraphs[0]]), default=None)
        or next(_dates_of_head(lines[paragraphs[0] : paragraphs[_STANDFIRSTS - 1]]), None)
        or min(_dates(lines[:title]), default=None)
    )


def _dates_of_head(lines: Sequence[tuple[Block, str]]) -> Iterator[datetime.date]:
    for above, line in pairwise(lines):
        if above[0].kind != "other_story":
            yield from sorted(_dates([line]))


def _dates(lines: Iterable[tuple[Block, str]]) -> Iterator[datetime.date]:
    for block, text in lines:
        if block.kind in ("boilerplate", "credit") and len(text) < 200:
            text = text.title() if text.isupper() else text
            for date in find_dates(text):
                # 3/5/2021 is in March or in May.
                if _DATED.match(date.value) and not _SLASHED.match(text[date.start : date.end]):
                    yield datetime.date.fromisoformat(date.value[:10])
