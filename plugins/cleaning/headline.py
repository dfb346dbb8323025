"""Which line above a story is its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .lines import POINT, Line, content, key
from .signs import BYLINE, LINK, NAVIGATION, TIME_STAMP
from .wording import is_name, is_section

SITE_NAME = re.compile(r"(?<!\s)\s++[|–—-]\s+[^|–—]{2,40}\Z")
_INNER_STOP = re.compile(r"\w[.!] [A-Z“\"]")
_PATH = re.compile(r"\s[>›»]\s")  # to the page: `News > Nation`
_LEAD = 12  # lines of the story that are compared
_STAMP_BELOW, _PRINTED_TWICE = 2, 2  # words shared with the story that they are worth
_NEAR = 8  # lines
_LONG_NAME = 6  # words
_AGAIN = 4  # lines of the story among which the title may stand once more
_SHORTEST_STANDFIRST, _STANDFIRST = 8, 20  # words that it has at least, and that only a standfirst has


class _Candidate(NamedTuple):
    """A line that could be the title, its words, and what speaks for it."""

    place: int
    line: Line
    title: str
    worth: int


def find_title(lines: Sequence[Line], head: range, known: str | None) -> tuple[str, frozenset[int]]:
    """The title's key and the lines that print it: the title that the file states, else the best headline."""
    if known:
        title = key(known)
        # A stated title may end as a sentence does, and stand among the first paragraphs.
        found = frozenset(i for i in range(min(len(lines), head.stop + 2)) if _prints(lines[i].text, title))
        if found:
            return title, found
    title = _guess(lines, head)
    if known and not _share_words(title, known):
        return key(known), frozenset()
    stop = min(len(lines), head.stop + _AGAIN) if title.count(" ") > 2 else head.stop
    return title, frozenset(i for i in range(stop) if title and _prints(lines[i].text, title))


def _share_words(title: str, known: str) -> bool:
    """Whether half of a title's words are of the one that the file states, as in another version of it."""
    words = set(title.split())
    return len(words & set(key(known).split())) >= len(words) / 2


def _prints(text: str, title: str) -> bool:
    return title in (key(text), key(SITE_NAME.sub("", text)))


def _guess(lines: Sequence[Line], head: range) -> str:
    """The first headline above the story for which at least half as much speaks as for any.

    For a headline speak the words that it shares with the story, a byline or a time stamp below it, and that the
    page prints it twice. Where less than two things speak for any, the first of some length.
    """
    candidates = list(_candidates(lines, head))
    most = max((each.worth for each in candidates), default=0)
    long = [each for each in candidates if each.line.words > 3]
    marked = [each for each in candidates if each.line.kind == "title"]
    telling = [each for each in candidates if most > 1 and each.worth > most / 2]
    best = next(iter(marked + telling + long + candidates), None)
    if not best:
        return ""
    title = (_above_standfirst(best, candidates) or best).title
    # Of a title with the site's name around it and the title alone, the latter.
    return min((each.title for each in long if each.title in title), key=len, default=title)


def _candidates(lines: Sequence[Line], head: range) -> Iterator[_Candidate]:
    lead = (line for line in lines[head.stop : head.stop + _LEAD] if line.prose)
    story = set().union(*(content(line.text) for line in lead))
    titles = {
        i: key(SITE_NAME.sub("", lines[i].text))
        for i in head
        if _could_be_title(lines[i]) or _is_short_title(lines, head, i)
    }
    printed = list(titles.values())
    for index, title in titles.items():
        if index == 0 and len(titles) > 1 and is_name(lines[0].text) and lines[0].words < _LONG_NAME:
            continue  # the name of the outlet
        line = lines[index]
        worth = len(content(line.text) & story)
        worth -= line.text.endswith("!")
        worth += _STAMP_BELOW if _has_stamp_below(lines, index) else 0
        worth += _PRINTED_TWICE if printed.count(title) > 1 and lines[index].words > 3 else 0
        yield _Candidate(index, lines[index], title, worth)


def _could_be_title(line: Line) -> bool:
    unmarked = line._replace(sign=None) if line.sign is LINK else line  # `Watch: …`
    is_path = is_section(line.text) or _PATH.search(line.text)
    is_listed = line.row or POINT.match(line.text)
    return unmarked.headline and not is_path and not is_listed and line.kind in (None, "title", "heading")


def _is_short_title(lines: Sequence[Line], head: range, index: int) -> bool:
    """Whether a word or two are a title: alone above the story, or with the author's name right below."""
    line = lines[index]
    if line.sign or line.words > 2 or line.row or is_section(line.text):
        return False
    return len(head) == 1 or (index + 1 < len(lines) and lines[index + 1].sign is BYLINE)


def _has_stamp_below(lines: Sequence[Line], index: int) -> bool:
    """Whether a byline or a time stamp stands below, and no menu or other headline between, but a standfirst."""
    between = 0
    for line in lines[index + 1 : index + _NEAR]:
        if line.sign in (BYLINE, TIME_STAMP):
            return True
        between += not line.sign and line.words > 3
        is_headline = _could_be_title(line) and 3 < line.words < _SHORTEST_STANDFIRST
        if between > 1 or is_headline or line.row or line.sign is NAVIGATION or is_section(line.text):
            return False
    return False


def _above_standfirst(best: _Candidate, candidates: Sequence[_Candidate]) -> _Candidate | None:
    """The headline right above, if the line has the length or the sentences of a standfirst."""
    inner_stop = _INNER_STOP.search(best.line.text) and not best.line.title_case
    if best.line.words < _STANDFIRST and not inner_stop:
        return None
    return next((each for each in candidates if each.place == best.place - 1), None)
