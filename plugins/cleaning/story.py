"""Where the story stands on its page: its title, its first paragraph, and the line where it is over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate

from digest import BlockKind

from .lines import Line, content, key
from .signs import AFTER_STORY, COMMENT_FORM, LINK, LINK_HEADING

_SUFFIX = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}\Z")
_PARAGRAPH_WORTH, _LOOSE_COST, _SIGN_COST = 40, 5, 1  # words
_LEAD_LINES = 12
_BARRIER = 8  # loose lines
_STORY_MIN = 40  # words of story that must stand before anything can be its end
_FAR = 300  # lines
# The share of content words that must be known from the story for it to go on: for two paragraphs, for one, and
# for one below bare headlines.
_SHARED, _SHARED_BY_ONE, _SHARED_BELOW_BOX = 0.2, 0.33, 0.15


def find_story(lines: Sequence[Line], known_title: str | None) -> tuple[str, frozenset[int], int, int]:
    """The title's key, the lines that print it, the first line of running text, and the first after the story.

    A page without running text is all story: its last two values are the number of lines.
    """
    begin, stop = _densest_stretch(lines)
    statements = (i for i in range(begin, stop) if lines[i].prose and not lines[i].headline)
    statement = next(statements, begin)
    above = next((i + 1 for i in reversed(range(begin)) if lines[i].prose), 0)
    title, titles = _titles(lines, range(above, statement), known_title)
    prose = [i for i, line in enumerate(lines) if line.prose and i not in titles]
    if not prose:
        return title, titles, len(lines), len(lines)
    own = _own_prose(lines, prose, begin, stop)
    end = _end(lines, own)
    if prose[-1] > own[-1]:
        end = min(end, _first_loose(lines, own[-1] + 1))
    return title, titles, own[0], end


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


def _share(paragraphs: Sequence[Line], known: set[str]) -> float:
    words = set().union(*(content(each.text) for each in paragraphs))
    return len(words & known) / max(1, len(words))


def _first_loose(lines: Sequence[Line], start: int) -> int:
    return next((i for i in range(start, len(lines)) if lines[i].loose or lines[i].sign), len(lines))


# ── the title ──────────────────────────────────────────────────────────────────────────────────────────────


def _titles(lines: Sequence[Line], head: range, known: str | None) -> tuple[str, frozenset[int]]:
    """The title's key and the lines that print it: the title that the file states, else the first headline."""
    if known:
        title = key(known)
        # A stated title may end as a sentence does, and stand among the first paragraphs.
        found = frozenset(i for i in range(min(len(lines), head.stop + 2)) if _prints(lines[i].text, title))
        if found:
            return title, found
    story = set().union(*(content(line.text) for line in lines[head.stop : head.stop + _LEAD_LINES]))
    title = _guess([lines[i] for i in head], story)
    return title, frozenset(i for i in range(head.stop) if title and _prints(lines[i].text, title))


def _prints(text: str, title: str) -> bool:
    return title in (key(text), key(_SUFFIX.sub("", text)))


def _guess(head: Sequence[Line], story: set[str]) -> str:
    """The first headline above the story that has most of the words that any of them shares with it.

    Where none shares two, the first that the page prints twice, or else the first of some length.
    """
    unmarked = [line._replace(sign=None) if line.sign is LINK else line for line in head]  # `Watch: …`
    headlines = [line for line in unmarked if line.headline and line.kind in (None, "title", "heading")]
    keys = {key(_SUFFIX.sub("", line.text)): line for line in headlines}
    shared = {title: len(content(line.text) & story) for title, line in keys.items()}
    most = max(shared.values(), default=0)
    long = [title for title, line in keys.items() if line.words > 3]
    marked = [title for title, line in keys.items() if line.kind == "title"]
    telling = [title for title in keys if most > 1 and shared[title] > most / 2]
    repeated = [title for title in long if sum(_prints(line.text, title) for line in headlines) > 1]
    title = next(iter(marked + telling + repeated + long + list(keys)), "")
    # Of a title with the site's name around it and the title alone, the latter.
    return min((each for each in long if each in title), key=len, default=title)


# ── the end ────────────────────────────────────────────────────────────────────────────────────────────────


def _end(lines: Sequence[Line], prose: Sequence[int]) -> int:
    """The first line that says the story is over, if the story does not go on after it."""
    told = 0
    known: set[str] = set()
    running = frozenset(prose)
    for index in range(prose[0], len(lines)):
        line = lines[index]
        if index in running:
            told += line.words
            known |= content(line.text)
        elif told >= _STORY_MIN and line.sign in AFTER_STORY and not _goes_on(lines, index, known):
            return index
    return len(lines)


def _goes_on(lines: Sequence[Line], end: int, known: set[str]) -> bool:
    """Whether paragraphs of the same story follow a line that could be its end.

    They do if they share words with it: one paragraph many, two that stand together without headlines of their own
    some, and one below a box of bare headlines a few; two below a mere box need none.
    """
    in_box = lines[end].sign is LINK_HEADING
    paragraphs = headlines = 0  # since the last of the other kind
    for index in range(end + 1, min(len(lines), end + _FAR)):
        line = lines[index]
        if line.prose:
            paragraphs += 1
            needed = (
                0 if in_box and paragraphs > 1 else _SHARED_BELOW_BOX if in_box and headlines > 1 else _SHARED_BY_ONE
            )
            pair = lines[index - 1 : index + 1] if paragraphs > 1 else [line]
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
