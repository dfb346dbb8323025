"""Where the story stands on its page: its title, its first paragraph, and the line where it is over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from digest import BlockKind

from .headline import find_title
from .lines import Line, content
from .signs import AFTER_STORY, BYLINE, COMMENT_FORM, LINK_HEADING, NEXT_STORY, TIME_STAMP

_PARAGRAPH_WORTH, _LOOSE_COST, _SIGN_COST = 40, 5, 1  # words
_BARRIER = 8  # loose lines
_STORY_MIN = 40  # words of story that must stand before anything can be its end
_FAR = 300  # lines
_HEAD, _STANDFIRSTS = 8, 2  # lines below a standfirst that the byline may stand in, paragraphs above it
_IN_SEQUENCE = 3  # paragraphs with no headline between
_PARAGRAPH = 25  # words
# The share of content words that must be known from the story for it to go on: for two paragraphs, for one, and
# for one below bare headlines.
_SHARED, _SHARED_BY_ONE, _SHARED_BELOW_BOX = 0.2, 0.33, 0.15


def find_story(lines: Sequence[Line], known_title: str | None, going_on: int) -> tuple[str, frozenset[int], int, int]:
    """The title's key, the lines that print it, the first line of running text, and the first after the story.

    At the line `going_on` the story is known not to be over yet.
    A page without running text is all story: its last two values are the number of lines.
    """
    begin, stop = _densest_stretch(lines)
    statements = (i for i in range(begin, stop) if lines[i].prose and not lines[i].headline)
    statement = next(statements, begin)
    above = next((i + 1 for i in reversed(range(begin)) if lines[i].prose and not lines[i].headline), 0)
    title, titles = find_title(lines, range(above, statement), known_title)
    prose = [i for i, line in enumerate(lines) if line.prose and i not in titles]
    if not prose:
        return title, titles, len(lines), len(lines)
    own = _own_prose(lines, prose, begin, stop)
    end = _end(lines, own, going_on)
    if prose[-1] > own[-1]:
        end = min(end, _first_loose(lines, max(own[-1], going_on) + 1))
    return title, titles, _first_below_head(lines, own), end


def _densest_stretch(lines: Sequence[Line]) -> tuple[int, int]:
    """The stretch of lines with the most running text and the fewest loose lines, as a half-open range.

    The maximum-sum segment of token weights was used for this by Pasternack and Roth, "Extracting article text
    from the web with maximum subsequence segmentation", WWW 2009; here lines have weights by their length.
    """
    best, best_range, total, begin = 0, (0, len(lines)), 0, 0
    for index, line in enumerate(lines):
        if total <= 0:
            total, begin = 0, index
        total += min(line.words, _PARAGRAPH_WORTH) if line.prose else -_LOOSE_COST if line.loose else 0
        total -= _SIGN_COST if line.sign else 0
        if total > best:
            best, best_range = total, (begin, index + 1)
    return best_range


def _own_prose(lines: Sequence[Line], prose: Sequence[int], begin: int, stop: int) -> list[int]:
    """The paragraphs of the stretch, and others with no more than a few loose lines between or with its words."""
    known = set().union(*(content(lines[i].text) for i in prose if begin <= i < stop))
    loose = list(accumulate(line.loose for line in lines))
    first = last = next(i for i in prose if begin <= i < stop)
    for i in prose:
        if i > last and (i < stop or loose[i] - loose[last] < _BARRIER or _share([lines[i]], known) >= _SHARED_BY_ONE):
            last = i
    for i in reversed(prose):
        if i < first and (loose[first] - loose[i] < _BARRIER or _share([lines[i]], known) >= _SHARED_BY_ONE):
            first = i
    return [i for i in prose if first <= i <= last]


def _first_below_head(lines: Sequence[Line], prose: Sequence[int]) -> int:
    """The first paragraph below the byline and the date; a standfirst or a caption may stand above them.

    A date below a headline is that of another story.
    """
    head = range(prose[0] + 1, min(len(lines), prose[0] + _HEAD))
    heads = [i for i in head if lines[i].sign is BYLINE or (lines[i].sign is TIME_STAMP and not lines[i - 1].loose)]
    first = next((i for i in prose if i > max(heads, default=-1)), prose[0])
    return first if sum(i < first for i in prose) <= _STANDFIRSTS else prose[0]


def _share(paragraphs: Sequence[Line], known: set[str]) -> float:
    words = set().union(*(content(each.text) for each in paragraphs))
    return len(words & known) / max(1, len(words))


def _first_loose(lines: Sequence[Line], start: int) -> int:
    return next((i for i in range(start, len(lines)) if lines[i].loose or lines[i].sign), len(lines))


# ── the end ────────────────────────────────────────────────────────────────────────────────────────────────


def _end(lines: Sequence[Line], prose: Sequence[int], going_on: int) -> int:
    """The first line that says the story is over, if the story does not go on after it."""
    told = 0
    known: set[str] = set()
    running = frozenset(prose)
    for index in range(prose[0], len(lines)):
        line = lines[index]
        if index in running:
            told += line.words
            known |= content(line.text)
        elif index > going_on and told >= _STORY_MIN and line.sign in AFTER_STORY and not _goes_on(lines, index, known):
            return index
    return len(lines)


def _goes_on(lines: Sequence[Line], end: int, known: set[str]) -> bool:
    """Whether paragraphs of the same story follow a line that could be its end.

    They do if they share words with it: one paragraph many, two that stand together without headlines of their own
    some, and one below a box of bare headlines a few; two below a mere box need none.
    """
    in_box = lines[end].sign is LINK_HEADING
    by_reader = lines[end].sign is COMMENT_FORM
    paragraphs = headlines = 0  # since the last of the other kind
    for index in range(end + 1, min(len(lines), end + _FAR)):
        line = lines[index]
        if line.prose:
            paragraphs += 1
            needed = (
                0 if in_box and paragraphs > 1 else _SHARED_BELOW_BOX if in_box and headlines > 1 else _SHARED_BY_ONE
            )
            pair = lines[index - 1 : index + 1] if paragraphs > 1 else [line]
            if by_reader and line.words < _PARAGRAPH:
                continue
            if paragraphs >= _IN_SEQUENCE and lines[end].sign in (LINK_HEADING, NEXT_STORY):
                return True
            if _share([line], known) >= needed or (paragraphs > 1 and _share(pair, known) >= _SHARED):
                return True
        elif line.sign:
            in_box = False
        else:
            headlines = headlines + 1 if not paragraphs else 1
            paragraphs = 0
    return False


def after_story(lines: Sequence[Line]) -> Iterable[BlockKind]:
    """What each line below the story is. Readers who comment are no other story; headlines are links everywhere."""
    kind: BlockKind = "other_story"
    for line in lines:
        if line.sign in AFTER_STORY:
            kind = "boilerplate" if line.sign is COMMENT_FORM else "other_story"
        yield "other_story" if line.words > 3 and not line.closed else kind
