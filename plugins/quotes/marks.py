"""Stretches of text between quotation marks: which mark opens, which closes, and which is an apostrophe.

A paragraph is read once from left to right. Marks inside a quotation are part of it. Two faults are common enough to
be read as what they mean: a second opening mark where the first quotation was never closed, and a quotation that no
mark closes before its paragraph ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from digest import Article, Block

# What closes what. Straight marks, and » in Danish or German style, close as they open.
_CLOSERS = {
    "“": "”", "„": "“”", "‟": "”", "«": "»", "»": "«", "「": "」", "『": "』", '"': '"', "''": "''", "‘": "’", "'": "'",
}  # fmt: skip
_DOUBLE = frozenset(("“", "”", '"', "„", "‟", "''"))
_SINGLE = frozenset("‘'")
_MARK = re.compile(r"''|[“”„‟\"«»「」『』‘’']")
_WORD = re.compile(r"\w")
# "'em", "the '90s": an apostrophe that opens a word.
_CLIPPED = re.compile(r"[’'](?:\d\ds|em|til|cause|tis|twas|n)\b", re.IGNORECASE)
# A single mark after a letter closes a quotation of this many characters at most: beyond it, it was an apostrophe.
_LONGEST_SINGLE = 400
# How many paragraphs below one that a single mark opens and none closes may show by their own that it runs on: one,
# and the captions before that.
_PARAGRAPHS_ON = 3
_ENDS = ".,?!…:;—–-"


class Marked(msgspec.Struct, frozen=True):
    """A stretch between marks: `start` and `end` inside them, `outer_start` and `outer_end` with them.

    `open_ended` where no mark closes it, which in the last quotation of a paragraph says that the next one goes on.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    block: Block
    open_ended: bool = False


class Mark(msgspec.Struct, frozen=True):
    """A quotation mark and what its neighbours let it be."""

    start: int
    end: int
    text: str
    may_open: bool
    may_close: bool


def find_marked(article: Article) -> list[Marked]:
    """The marked stretches of an article's title, headings, captions and body, in the order of the text."""
    blocks = list(article.blocks_of("title", "heading", "body", "caption"))
    return [
        marked
        for i, block in enumerate(blocks)
        for marked in _in_block(article.text, block, blocks[i + 1 : i + 1 + _PARAGRAPHS_ON])
        if marked.start < marked.end
    ]


def _in_block(text: str, block: Block, below: Sequence[Block]) -> Iterator[Marked]:
    marks = [_mark(text, match) for match in _MARK.finditer(text, block.start, block.end)]
    paired = _pairs(text, marks)
    at = 0
    while at < len(marks):
        opener = marks[at]
        if not opener.may_open:
            at += 1
            continue
        closer = _closer(text, marks, at) if opener.text in _DOUBLE else paired.get(at)
        if closer is None and (opener.text in _DOUBLE or _runs_on(text, opener, block, below)):
            yield _unclosed(text, opener, block.end, block)
            return
        if closer is None:
            at += 1
        elif _reopens(text, opener, marks[closer]):
            yield _unclosed(text, opener, marks[closer].start, block)
            at = closer
        else:
            yield from _closed(text, opener, marks[closer], block)
            at = closer + 1


def _mark(text: str, match: re.Match[str]) -> Mark:
    start, end, mark = match.start(), match.end(), match[0]
    before, after = text[start - 1 : start], text[end : end + 1]
    if mark in "“„‟«‘「『":
        return Mark(start, end, mark, not before.isalnum() or mark in "「『", mark == "“" and not after.isalnum())
    if mark in "”」』":
        return Mark(start, end, mark, False, True)
    if mark == "»":
        return Mark(start, end, mark, not before.strip() and after.isalnum(), True)
    opens = (not before.strip() or before in '([{—–-/“"‘«') and bool(after.strip()) and after not in ",.;:!?)"
    closes = bool(before.strip() or not after.strip()) and not after.isalnum()
    glued = mark == '"' and before in (".", "!", "?") and after.isupper()  # the space after a sentence was lost
    clipped = mark == "’" or _CLIPPED.match(text, start) is not None
    and_ = text[max(0, start - 2) : start].lower() in ("'n", "’n", "‘n")  # rock 'n' roll
    return Mark(start, end, mark, (opens or glued) and not clipped, (closes and not and_) or glued)


def _pairs(text: str, marks: Sequence[Mark]) -> dict[int, int]:
    """Opening marks that are not double ones, with what ends them: the closer, or the next opener of the same kind.

    Most single marks are apostrophes that nothing closes, so all are paired in one go, as brackets are.
    """
    found: dict[int, int] = {}
    for kind in sorted({mark.text for mark in marks if mark.may_open} - _DOUBLE):
        opened: list[int] = []
        for i, mark in enumerate(marks):
            if mark.text in _CLOSERS[kind] and mark.may_close and opened and not _is_apostrophe(text, mark):
                found[opened.pop()] = i
            elif mark.text == kind and mark.may_open:
                if not _nests(text, mark):
                    found.update(dict.fromkeys(opened, i))
                    opened.clear()
                opened.append(i)
    return {at: i for at, i in found.items() if _within_reach(text, marks[at], marks[i])}


def _within_reach(text: str, opener: Mark, closer: Mark) -> bool:
    after_letter = opener.text in _SINGLE and text[closer.start - 1] not in _ENDS
    return not after_letter or closer.start - opener.end < _LONGEST_SINGLE


def _runs_on(text: str, opener: Mark, block: Block, below: Sequence[Block]) -> bool:
    """Whether a single mark opens a quotation of several paragraphs, each of which it opens again."""
    leads = opener.start == block.start or text[max(0, opener.start - 2) : opener.start].rstrip()[-1:] in (":", ",")
    return leads and any(text.startswith(opener.text, other.start) for other in below if other.kind == "body")


def _closer(text: str, marks: Sequence[Mark], at: int) -> int | None:
    """The index of the mark that ends the quotation in double marks opened at `at`: its closer, or the next opener.

    Double marks of another kind inside it come in pairs; one that closes nothing there is a misprint of the closer.
    """
    opener, same, other = marks[at], 0, 0
    for i in range(at + 1, len(marks)):
        mark = marks[i]
        if mark.text in _CLOSERS[opener.text] and mark.may_close:
            if not same:
                return i
            same -= 1
        elif mark.text == opener.text and mark.may_open:
            if not _nests(text, mark):
                return i
            same += 1
        elif mark.text in _DOUBLE:
            if mark.may_close and not mark.may_open and not other:
                return i
            other += 1 if mark.may_open else -1
    return None


def _is_apostrophe(text: str, mark: Mark) -> bool:
    """Whether a single mark after a letter may be a plural's possessive: "the players’ union"."""
    following = text[mark.end : mark.end + 2]
    return mark.text in ("’", "'") and text[mark.start - 1] == "s" and following[:1] == " " and following[1:].islower()


def _nests(text: str, mark: Mark) -> bool:
    """Whether a second opening mark starts a quotation within the first: it stands inside a clause."""
    return text[max(0, mark.start - 9) : mark.start].rstrip()[-1:] not in _ENDS


def _reopens(text: str, opener: Mark, closer: Mark) -> bool:
    return closer.text == opener.text and closer.may_open and not closer.may_close


def _unclosed(text: str, opener: Mark, end: int, block: Block) -> Marked:
    end = opener.end + len(text[opener.end : end].rstrip())
    return Marked(opener.end, end, opener.start, end, block, open_ended=True)


def _closed(text: str, opener: Mark, closer: Mark, block: Block) -> Iterable[Marked]:
    letters = 2 if opener.text in _SINGLE else 1  # rock 'n' roll
    if closer.start - opener.end >= letters and _WORD.search(text, opener.end, closer.start):
        yield Marked(opener.end, closer.start, opener.start, closer.end, block)
