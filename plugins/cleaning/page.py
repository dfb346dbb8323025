"""A page as the rules see it: its lines with what can be said of each alone, and the landmarks of the story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from digest import BlockKind, Document
from digest.text import WORD

from .signs import AFTER_STORY, COMMENT_FORM, LINK_HEADING, Sign, sign_of

_SAMPLE = 2000  # characters that are enough to judge a line by
# What ends in a quotation mark is closed by the mark inside it; a quotation that fills a long line closes it too.
_CLOSED = re.compile(r"[.!?…:;。！？：；।؟۔][\"'”’»)\]」』*]*\Z")
_CLOSING_MARKS = "\"'”’»)]」』*"
_CLOSING_MARK = re.compile(r"[\"”»」』]\Z")
_IDEOGRAPH = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SUFFIX = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}\Z")
_CONTENT_WORD = re.compile(r"\b(?:\w{5,}|(?<=[a-z,] )[A-Z]\w{2,})\b")
_SENTENCE, _PARAGRAPH = 6, 25  # words from which a closed line, or any line, is running text
_QUESTIONS = 0.45  # of the lines of prose
_STORY_MIN = 40  # words of story that must stand before anything can be its end
# The share of content words that must be known from the story for it to go on.
_SHARED, _SHARED_BY_ONE = 0.2, 0.33


class Line(NamedTuple):
    """A paragraph of the document: its text without outer white space and what can be said of it alone.

    `words` counts words, two ideographs being one; `closed` is true if it ends as a sentence does; `gap` if an
    empty line stands before it; `kind` is what the file's format says; `sign` is its sign, if any.
    """

    text: str
    words: int
    closed: bool
    gap: bool
    kind: BlockKind | None
    sign: Sign | None

    @property
    def prose(self) -> bool:
        """Whether it is surely running text."""
        return not self.sign and (self.words >= _PARAGRAPH or (self.words >= _SENTENCE and self.closed))

    @property
    def headline(self) -> bool:
        """Whether it could be a headline: a few words that do not end as a statement does."""
        statement = self.closed and self.text.rstrip(_CLOSING_MARKS)[-1:] in ".:;。"
        return not self.sign and 3 <= self.words <= 35 and not statement


class Page(NamedTuple):
    """The lines of a page and its landmarks, which are indexes into `lines`.

    `titles` print the story's title, whose words are `title`. `first` is the first line of running text, `last`
    the last one before `end`, where the story is over. `after` gives for each line from `end` on what stands
    there: furniture of the page or other stories. `repeated` are short lines that the page has several times.
    `is_spaced` is true where empty lines part most lines, `is_interview` where many lines are questions.
    """

    lines: tuple[Line, ...]
    title: str
    titles: frozenset[int]
    first: int
    last: int
    end: int
    after: tuple[BlockKind, ...]
    repeated: frozenset[str]
    is_spaced: bool
    is_interview: bool


def page_of(document: Document) -> Page:
    """The page with its landmarks."""
    lines = tuple(_lines(document))
    title, titles = _titles(lines, document.metadata.title)
    prose = [index for index, line in enumerate(lines) if line.prose and index not in titles]
    first = prose[0] if prose else len(lines)
    end = _end(lines, prose)
    last = max((index for index in prose if index < end), default=len(lines))
    counts = Counter(line.text for line in lines if line.words <= 12)
    repeated = frozenset(text for text, count in counts.items() if count > 2)
    is_spaced = sum(line.gap for line in lines) > len(lines) / 2
    questions = sum(line.text.endswith(("?", "？")) for line in lines[first:end])
    is_interview = questions > _QUESTIONS * max(5, sum(index < end for index in prose))
    return Page(lines, title, titles, first, last, end, tuple(_after(lines, end)), repeated, is_spaced, is_interview)


def key(text: str) -> str:
    """A line's words in lower case and nothing else, so that two printings of a title are equal."""
    return " ".join(WORD.findall(text[:_SAMPLE].lower()))


def _lines(document: Document) -> Iterator[Line]:
    previous = 0
    for paragraph in document.paragraphs:
        text = document.text[paragraph.start : paragraph.end].strip()
        gap = document.text.count("\n", previous, paragraph.start) != 1
        previous = paragraph.end
        tail = text[-20:]
        closed = bool(_CLOSED.search(tail) or (_CLOSING_MARK.search(tail) and len(text) > 80))
        yield Line(text, _count(text[:_SAMPLE]), closed, gap, paragraph.kind, sign_of(text))


def _count(text: str) -> int:
    ideographs = len(_IDEOGRAPH.findall(text))
    return ideographs // 2 if ideographs > len(text) // 4 else len(text.split())


# ── the title ──────────────────────────────────────────────────────────────────────────────────────────────


def _titles(lines: Sequence[Line], known: str | None) -> tuple[str, frozenset[int]]:
    """The title's key and the lines that print it: the title that the file states, else the first headline."""
    statements = (i for i, line in enumerate(lines) if line.prose and not line.headline)
    head = range(next(statements, len(lines)))
    if known:
        title = key(known)
        # A stated title may end as a sentence does.
        found = frozenset(i for i in range(min(len(lines), len(head) + 2)) if _prints(lines[i].text, title))
        if found:
            return title, found
    title = _guess([lines[i] for i in head])
    return title, frozenset(i for i in head if title and _prints(lines[i].text, title))


def _prints(text: str, title: str) -> bool:
    return title in (key(text), key(_SUFFIX.sub("", text)))


def _guess(head: Sequence[Line]) -> str:
    headlines = [line for line in head if line.headline and line.kind in (None, "title", "heading")]
    keys = [key(_SUFFIX.sub("", line.text)) for line in headlines]
    marked = [k for k, line in zip(keys, headlines, strict=True) if line.kind == "title"]
    repeated = [k for k in keys if keys.count(k) > 1]
    long = [k for k, line in zip(keys, headlines, strict=True) if line.words > 3]
    title = next(iter(marked + repeated + long + keys), "")
    # Of a title with the site's name around it and the title alone, the latter.
    return min((k for k in long if k in title), key=len, default=title)


# ── the end of the story ───────────────────────────────────────────────────────────────────────────────────


def _end(lines: Sequence[Line], prose: Sequence[int]) -> int:
    """The first line that says the story is over, if the story does not go on after it."""
    told = 0
    known: set[str] = set()
    running = frozenset(prose)
    for index, line in enumerate(lines):
        if index in running:
            told += line.words
            known |= _content(line.text)
        elif told >= _STORY_MIN and line.sign in AFTER_STORY and not _goes_on(lines, index, known):
            return index
    return len(lines)


def _goes_on(lines: Sequence[Line], end: int, known: set[str]) -> bool:
    """Whether paragraphs of the same story follow a line that could be its end.

    They do if paragraphs that stand together, without headlines of their own, share words with it; and if two of
    them follow a mere box of links.
    """
    in_box = lines[end].sign is LINK_HEADING
    run: list[Line] = []
    for line in lines[end + 1 :]:
        if line.prose:
            run.append(line)
            words = set().union(*(_content(each.text) for each in run[-2:]))
            share = len(words & known) / max(1, len(words))
            if share >= (_SHARED if len(run) > 1 else _SHARED_BY_ONE) or (in_box and len(run) > 1):
                return True
        elif line.sign:
            in_box = False
        else:
            run = []
    return False


def _content(text: str) -> set[str]:
    """The stems of a line's longer words and its names."""
    return {word[:6].lower() for word in _CONTENT_WORD.findall(text[:_SAMPLE])}


def _after(lines: Sequence[Line], end: int) -> Iterable[BlockKind]:
    """Below a form for comments readers speak, who are no other story; headlines are links everywhere."""
    kind: BlockKind = "boilerplate"
    for line in lines[end:]:
        if line.sign in AFTER_STORY:
            kind = "boilerplate" if line.sign is COMMENT_FORM else "other_story"
        yield "other_story" if line.words > 3 and not line.closed else kind
