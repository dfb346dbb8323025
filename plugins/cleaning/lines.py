"""The lines of a page, each with what can be said of it alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from digest import BlockKind, Document
from digest.text import WORD

from .signs import Sign, sign_of

SAMPLE = 2000  # characters that are enough to judge a line by
_CLOSING_MARKS = "\"'”’»)]」』*"
# What ends in a quotation mark is closed by the mark inside it; a quotation that fills a long line closes it too.
_CLOSED = re.compile(r"[.!?…:;。！？：；।؟۔][\"'”’»)\]」』*]*\Z")
_CLOSING_MARK = re.compile(r"[\"”»」』]\Z")
_IDEOGRAPH = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")  # scripts without a full stop
_CONTENT_WORD = re.compile(r"\b(?:\w{5,}|(?<=[a-z,] )[A-Z]\w{2,})\b")
BULLET = re.compile(r"\s*[•·▪◦‣*+o–—-]\s")
POINT = re.compile(rf"{BULLET.pattern}|\d{{1,2}}[.)]\s")  # of a list
_BETWEEN_LINKS = re.compile(r"\s{2,}|\t|\s?[|·•»›]\s?|\s\.\s")
_FIGURE_INSIDE = re.compile(r"[^\W\d]\W{1,9}\d+\b(?!\)?\Z)")
# Where the sentence of a teaser begins that is printed without a space behind its headline.
_JOINT = re.compile(r"(?<=[a-z\d])[A-Z](?=[a-z]*[\s,])")
_PUNCTUATION = re.compile(r"[^\w\s'’&/-]")
_LINK_WORDS = 4
_SMALL_IN_TITLES = frozenset("from with over into onto upon than that when amid after".split())
_LONGEST_HEADLINE = 200  # characters
_SENTENCE, _PARAGRAPH = 6, 25  # words from which a closed line, or any line, is running text


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
    indent: int

    @property
    def prose(self) -> bool:
        """Whether it is surely running text."""
        return not self.sign and (self.words >= _PARAGRAPH or (self.words >= _SENTENCE and self.closed))

    @property
    def headline(self) -> bool:
        """Whether it could be a headline: a few words that do not end as a statement does."""
        statement = self.closed and self.text.rstrip(_CLOSING_MARKS)[-1:] in ".:;。" and not self.title_case
        return not self.sign and 3 <= self.words <= 35 and not statement

    @property
    def title_case(self) -> bool:
        """Whether all of its longer words begin with a capital letter, as in headlines of American papers."""
        return _in_title_case(self.text[:SAMPLE])

    @property
    def teaser(self) -> bool:
        """Whether it has the look of prose but is a headline with its sentence glued to it, or words in a row only."""
        if not _PUNCTUATION.search(self.text):
            return not _UNSPACED.search(self.text)
        joint = _JOINT.search(self.text[:_LONGEST_HEADLINE])
        return joint is not None and _in_title_case(self.text[: joint.start()])

    @property
    def row(self) -> bool:
        """Whether it is a row of three or more links, strokes or gaps between; cells of a table are figures mostly."""
        links = _BETWEEN_LINKS.split(self.text)
        is_table = sum(link[:1].isdigit() for link in links) > len(links) / 2
        return len(links) > 2 and not is_table and all(0 < len(link.split()) <= _LINK_WORDS for link in links)

    @property
    def is_row_of_data(self) -> bool:
        """Whether it has a figure that is neither its number in a list nor how many readers there were."""
        return not self.sign and not self.prose and bool(_FIGURE_INSIDE.search(self.text[:SAMPLE]))

    @property
    def loose(self) -> bool:
        """Whether it is no sentence and not known for what it is: a headline, a heading, a link, a point of a list."""
        return not self.sign and not self.closed and not self.prose


def lines_of(document: Document) -> Iterator[Line]:
    """The document's paragraphs as lines, in order."""
    previous = 0
    for paragraph in document.paragraphs:
        raw = document.text[paragraph.start : paragraph.end]
        text = raw.strip()
        gap = document.text.count("\n", previous, paragraph.start) != 1
        previous = paragraph.end
        tail = text[-20:]
        closed = bool(_CLOSED.search(tail) or (_CLOSING_MARK.search(tail) and len(text) > 80))
        yield Line(text, _count(text[:SAMPLE]), closed, gap, paragraph.kind, sign_of(text), raw.find(text))


def _in_title_case(text: str) -> bool:
    longer = [word for word in WORD.findall(text) if len(word) > 3 and word not in _SMALL_IN_TITLES]
    return len(longer) > 2 and all(word[0].isupper() for word in longer)


def _count(text: str) -> int:
    ideographs = len(_IDEOGRAPH.findall(text))
    return ideographs // 2 if ideographs > len(text) // 4 else len(text.split())


def key(text: str) -> str:
    """A line's words in lower case and nothing else, so that two printings of a title are equal."""
    return " ".join(WORD.findall(text[:SAMPLE].lower()))


def content(text: str) -> set[str]:
    """The stems of a line's longer words and its names."""
    return {word[:6].lower() for word in _CONTENT_WORD.findall(text[:SAMPLE])}
