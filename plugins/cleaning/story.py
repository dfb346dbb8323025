"""Where the story stands on its page: its title, its first paragraph, and the line where it is over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from .ending import end_of
from .headline import find_title
from .lines import Line, content
from .signs import AFTER_STORY, BYLINE, COMMENT_FORM, TIME_STAMP
from .wording import is_name

_PARAGRAPH_WORTH, _LOOSE_COST, _SIGN_COST = 40, 5, 10  # words
# What stands below the first is often another story, and below the last always the words of readers.
_COST_OF_SIGN = dict.fromkeys(AFTER_STORY, 20) | {COMMENT_FORM: 45}
_WORTH_ALONE = 60  # words that a paragraph needs that stands between lines that are none
_DROP = 40  # words that the worth may fall by below the densest stretch
_NEAR, _LONG_HEAD = 6, 10  # loose lines
_CUT_SHORT = ("...", "…", "...]", "…]")
_FIRST_PARAGRAPHS = 8
_INDENTS = 3  # from which on a page keeps its columns
_MANY = 0.4  # of the worth of paragraphs that stand together
_HEAD, _STANDFIRSTS = 8, 2  # lines below a standfirst that the byline may stand in, paragraphs above it
_SHARED_WORDS = 2  # of a headline and its first paragraph
_DATELINE = re.compile(r"[A-Z][A-Z .’'-]{2,40}(?:, [A-Z][\w.]{1,12})?,? (?:\([^()]{2,30}\) ?)?[–—-]\s?\S")
_LONGEST_NAME = 7  # words of an author and the outlet
_SHARED = 0.5  # of the content words of a paragraph that stands apart


def find_story(lines: Sequence[Line], known_title: str | None, going_on: int) -> tuple[str, frozenset[int], int, int]:
    """The title's key, the lines that print it, the first line of running text, and the first after the story.

    At the line `going_on` the story is known not to be over yet.
    A page without running text is all story: its last two values are the number of lines.
    """
    prose = _told_once(lines)
    own = _own_prose(lines, prose) if prose else []
    title, titles = find_title(lines, _head(lines, own), known_title)
    own = _in_column(lines, [i for i in own if i not in titles])
    opening = None if title else _opening(lines, prose, frozenset(own))
    if opening is not None:
        # The densest stretch may be a menu of teasers: rather keep it too than lose a story that opens elsewhere.
        other = _own_prose(lines, [i for i in prose if i >= opening])
        title, titles = find_title(lines, _head(lines, other), known_title)
        own = sorted({*own, *(() if opening in own else other)} - titles)
    if not own:
        return title, titles, len(lines), len(lines)
    return title, titles, _first_below_head(lines, own), end_of(lines, max(own[-1], going_on))


# ── the paragraphs ─────────────────────────────────────────────────────────────────────────────────────────


def _told_once(lines: Sequence[Line]) -> list[int]:
    """The paragraphs; not those that are teasers, glued to their headlines or cut short and printed twice."""
    prose = [i for i, line in enumerate(lines) if line.prose]
    counts = Counter(lines[i].text for i in prose if lines[i].text.endswith(_CUT_SHORT))
    return [i for i in prose if counts[lines[i].text] < 2 and not lines[i].teaser] or prose


def _own_prose(lines: Sequence[Line], prose: Sequence[int]) -> list[int]:
    """The paragraphs of the densest stretch, and those around it that are near or have its words.

    Below it the worth may fall by a little, as when an alignment of sequences is extended (Altschul et al., "Basic
    local alignment search tool", Journal of Molecular Biology, 1990); above it stand the lines of the story's head.
    """
    told = frozenset(prose)
    worth = [_worth(lines, index, told) for index in range(len(lines))]
    begin, stop = _densest_stretch(worth)
    below = accumulate(worth[stop:])
    drop = next((i for i, total in enumerate(below, stop) if total < -_DROP), len(lines))
    known = set().union(*(content(lines[i].text) for i in prose if begin <= i < stop))
    loose = list(accumulate(line.loose for line in lines))
    first = begin
    for i in reversed(prose):
        near = loose[first] - loose[i] < _NEAR
        if i < first and not lines[i].headline and (near or _share(lines[i], known) >= _SHARED):
            first = i
    last = max(i for i in prose if i < drop or _share(lines[i], known) >= _SHARED)
    return [i for i in prose if first <= i <= last]


def _opening(lines: Sequence[Line], prose: Sequence[int], own: frozenset[int]) -> int | None:
    """The paragraph that opens the story: one of those known, else one that is long or has another below it."""
    openings = [i for i in prose if _opens(lines, i)]
    long = (i for i in openings if lines[i].words >= _WORTH_ALONE or any(line.prose for line in lines[i + 1 : i + 2]))
    return next((i for i in openings if i in own), next(long, None))


def _opens(lines: Sequence[Line], index: int) -> bool:
    """Whether a paragraph opens a story: it has a dateline, or a headline with its words and a stamp stand above."""
    if _DATELINE.match(lines[index].text):
        return True
    head = lines[max(0, index - _HEAD) : index]
    stamp = next((i for i, line in enumerate(head) if line.sign in (BYLINE, TIME_STAMP)), 0)
    headlines = [content(line.text) for line in head[:stamp] if line.headline]
    return any(len(words & content(lines[index].text)) >= _SHARED_WORDS for words in headlines)


def _share(line: Line, known: set[str]) -> float:
    words = content(line.text)
    return len(words & known) / max(1, len(words))


def _densest_stretch(worth: Sequence[int]) -> tuple[int, int]:
    """The stretch of lines with the most running text and the fewest other lines, as a half-open range.

    The maximum-sum segment of token weights was used for this by Pasternack and Roth, "Extracting article text
    from the web with maximum subsequence segmentation", WWW 2009; here lines have weights by their length.
    """
    best, best_range, total, begin = 0, (0, len(worth)), 0, 0
    for index, each in enumerate(worth):
        if total <= 0:
            total, begin = 0, index
        total += each
        if total > best:
            best, best_range = total, (begin, index + 1)
    return best_range


def _worth(lines: Sequence[Line], index: int, told: frozenset[int]) -> int:
    """The words of a paragraph, and what any other line costs. A paragraph alone among others may introduce a link.

    That the blocks around one tell what it is was shown by Kohlschütter, Fankhauser and Nejdl, "Boilerplate detection
    using shallow text features", WSDM 2010.
    """
    line = lines[index]
    if not line.prose:
        cost = _COST_OF_SIGN.get(line.sign, _SIGN_COST) if line.sign else _LOOSE_COST
        return -cost if line.sign or not line.closed else 0
    if index not in told:
        return 0
    worth = min(line.words, _PARAGRAPH_WORTH)
    return worth if line.words >= _WORTH_ALONE or _is_accompanied(lines, index) else worth // 2


def _is_accompanied(lines: Sequence[Line], index: int) -> bool:
    return any(each.prose for each in (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2]))


def _in_column(lines: Sequence[Line], prose: list[int]) -> list[int]:
    """The paragraphs indented as most of the first ones or of all are, where the text of a page keeps its layout."""
    if len({line.indent for line in lines}) < _INDENTS or not prose:
        return prose
    first: Counter[int] = Counter()
    together: Counter[int] = Counter()
    for i in prose[:_FIRST_PARAGRAPHS]:
        first[lines[i].indent] += min(lines[i].words, _PARAGRAPH_WORTH)
    for i in prose:
        together[lines[i].indent] += min(lines[i].words, _PARAGRAPH_WORTH) if _is_accompanied(lines, i) else 0
    columns = {first.most_common(1)[0][0]} | {at for at, worth in together.items() if worth > together.total() * _MANY}
    return [i for i in prose if lines[i].indent in columns]


def _head(lines: Sequence[Line], prose: Sequence[int]) -> range:
    """The lines that the title may be among: those right above the story, up to the text of another."""
    if not prose:
        return range(0)
    statement = next((i for i in prose if not lines[i].headline), prose[0])
    stop = max(statement, _first_below_head(lines, prose))
    top, loose = prose[0], 0
    while top and loose <= _LONG_HEAD and (lines[top - 1].headline or not lines[top - 1].prose):
        top -= 1
        loose += lines[top].loose
    return range(top, stop)


def _first_below_head(lines: Sequence[Line], prose: Sequence[int]) -> int:
    """The first paragraph below the byline and the date; a standfirst or a caption may stand above them.

    A date below a headline is that of another story; below a name it is the story's own.
    """
    head = range(prose[0] + 1, min(len(lines), prose[0] + _HEAD))
    heads = [i for i in head if lines[i].sign is BYLINE or (lines[i].sign is TIME_STAMP and not _is_link(lines[i - 1]))]
    first = next((i for i in prose if i > max(heads, default=-1)), prose[0])
    return first if sum(i < first for i in prose) <= _STANDFIRSTS else prose[0]


def _is_link(line: Line) -> bool:
    return line.loose and (line.words > _LONGEST_NAME or not is_name(line.text))
