"""Marked stretches linked to the frames that report them, in sieves from the surest to the weakest sign.

The design follows Muzny, Fang, Chang and Jurafsky, "A Two-stage Sieve Approach for Quote Attribution" (EACL 2017):
first the quotation is linked to a mention of its source, then the mention to a speaker; each sieve acts only on what
the ones before it left.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from digest import Block

from ..english.common_words import DETERMINERS, FUNCTION_WORDS
from ..english.cues import reporting_verb
from .frames import Frame, can_speak, find_frames, frames_in_title
from .phrases import Source, phrase_starting
from .subjects import clause_subject
from .tokens import Sentence

# No sentence of prose has more words; a list or a table may, and would be searched in vain.
_LONGEST_SENTENCE = 300
_WORD = re.compile(r"\w+")


class Link(msgspec.Struct, frozen=True):
    """A quotation's source. `continues` is the marked stretch that it goes on from, as one utterance."""

    marked: int
    source: Source | None
    frame: Frame | None
    rule: str
    confidence: float
    continues: int | None = None


class Line(msgspec.Struct, frozen=True):
    """A sentence with its frames and its paragraph."""

    block: Block
    tokens: Sentence
    frames: tuple[Frame, ...]

    @property
    def quotes(self) -> list[int]:
        """The indices of the tokens that are quotations."""
        return [i for i, token in enumerate(self.tokens) if token.kind == "quote"]

    @property
    def is_quoted_whole(self) -> bool:
        """Whether nothing but quotations stands in the sentence, or a word that has lost its clause."""
        words = sum(token.kind in ("word", "name") for token in self.tokens)
        return bool(self.quotes) and words < 2


def read_line(block: Block, tokens: Sentence) -> Line:
    """A sentence with the frames found in it."""
    if len(tokens) > _LONGEST_SENTENCE:
        return Line(block, tokens, ())
    frames = frames_in_title(tokens) if block.kind in ("title", "heading") else find_frames(tokens)
    return Line(block, tokens, tuple(frames))


def link(lines: Sequence[Line], open_ended: Sequence[bool]) -> dict[int, Link]:
    """The links of all marked stretches that have a source, by their index. `open_ended` tells which no mark closes."""
    links: dict[int, Link] = {}
    for at, line in enumerate(lines):
        for k in line.quotes:
            marked = line.tokens[k].marked
            found = _in_sentence(line, k, links) or _signed(lines, at, k) or _beside(lines, at, k, links, open_ended)
            found = found or _by_subject(line, k) or _as_before(lines, at, k, links)
            if found:
                links[marked] = found
    return links


def _in_sentence(line: Line, k: int, links: dict[int, Link]) -> Link | None:
    marked = line.tokens[k].marked
    frame = _after(line, k)
    if frame:
        return Link(marked, frame.source, frame, f"cue after, {_cue(frame)}", 0.97)
    frame = _before(line, k)
    if frame:
        first = _interrupted(line, k, frame, links)
        return Link(marked, frame.source, frame, f"cue before, {_cue(frame)}", 0.95, first)
    source = clause_subject(line.tokens, 0, k) if k and line.tokens[k - 1].text == ":" else None
    if source and can_speak(source):
        return Link(marked, source, None, "subject before a colon", 0.8)
    later = [frame for frame in line.frames if frame.begin > k and _closes(line, frame)]
    if later:
        return Link(marked, later[0].source, later[0], f"cue at the end of the sentence, {_cue(later[0])}", 0.85)
    return None


def _closes(line: Line, frame: Frame) -> bool:
    """Whether the frame ends its sentence and reports all that stands before it: "…, the officials said."."""
    before = line.tokens[frame.begin - 1]
    says = frame.verb is not None and frame.verb.can("say", "tell", "ask", "mark") and not frame.verb.participle
    parted = before.text == "," or before.kind == "quote" or line.tokens[frame.begin].text == "according"
    return says and parted and (frame.stop >= len(line.tokens) - 8 or line.tokens[frame.stop].text == ",")


def _cue(frame: Frame) -> str:
    return f"verb '{frame.verb.lemma}'" if frame.verb else "colon"


def _after(line: Line, k: int) -> Frame | None:
    """The frame that starts right after the quotation, unless one leads up to it directly."""
    said = line.tokens[k].text
    comma = k + 1 < len(line.tokens) and line.tokens[k + 1].text in ",—–-"
    start = k + 2 if comma else k + 1
    clear = comma or said.rstrip()[-1:] in ".,!?…—–-"
    frame = next((frame for frame in line.frames if frame.begin == start and frame.verb), None)
    if frame is None or not (clear or (not frame.inverted and " " in said)):
        return None
    if any(other.stop == k or _leads_in(line, other, k) for other in line.frames):
        return None
    return frame


def _leads_in(line: Line, frame: Frame, k: int) -> bool:
    return frame.stop == k - 1 and line.tokens[k - 1].text in (",", ":")


def _before(line: Line, k: int) -> Frame | None:
    """The nearest frame whose verb stands before the quotation."""
    before = [frame for frame in line.frames if frame.stop <= k and _reaches(frame, k)]
    if not before:
        return None
    if not _is_inner(before[-1]):
        return before[-1]
    outer = (
        frame for frame in reversed(before) if frame.verb and frame.verb.can("say", "tell") and not _is_inner(frame)
    )
    return next(outer, before[-1])


def _reaches(frame: Frame, k: int) -> bool:
    """Whether the verb can govern the quotation from where it stands: "smiled" must stand beside it."""
    return frame.verb is None or frame.verb.classes != {"mark"} or k - frame.stop < 4


def _is_inner(frame: Frame) -> bool:
    """Whether a frame is part of what another reports: "said the talks showed", "said he hoped"."""
    if frame.source.head == "it" or not can_speak(frame.source):
        return True
    return frame.verb is not None and not frame.verb.can("say", "tell", "judge", "ask")


def _interrupted(line: Line, k: int, frame: Frame, links: dict[int, Link]) -> int | None:
    """The first part of a quotation that the frame interrupts: "“…,” she said, “…”"."""
    if line.tokens[k - 1].text not in ",—–-" or frame.stop < k - 1 - 6:
        return None
    for other in line.quotes:
        if other < k and (known := links.get(line.tokens[other].marked)) and known.frame == frame:
            return known.marked if known.rule.startswith("cue after") else None
    return None


def _beside(lines: Sequence[Line], at: int, k: int, links: dict[int, Link], open_ended: Sequence[bool]) -> Link | None:
    """A source that stands in a neighbouring sentence."""
    line, marked = lines[at], lines[at].tokens[k].marked
    if at + 1 < len(lines) and (frame := _bare_frame(line, lines[at + 1])):
        return Link(marked, frame.source, frame, f"cue in the next sentence, {_cue(frame)}", 0.9)
    previous = lines[at - 1] if at else None
    if previous is None:
        return None
    if previous.tokens[-1].text == ":" and previous.frames:
        frame = previous.frames[-1]
        return Link(marked, frame.source, frame, f"cue before a colon, {_cue(frame)}", 0.95)
    last = _last_link(previous, links)
    same_paragraph = previous.block == line.block
    if last and (line.is_quoted_whole or (k == 0 and same_paragraph)):
        sure = same_paragraph or open_ended[last.marked]
        rule = "goes on from the quotation before"
        return Link(marked, last.source, last.frame, rule, 0.93 if sure else 0.8, last.marked)
    if line.is_quoted_whole and (previous.frames or same_paragraph is False):
        return _from_above(marked, previous)
    return None


def _as_before(lines: Sequence[Line], at: int, k: int, links: dict[int, Link]) -> Link | None:
    """The source of the sentence before, for marked words in a sentence that has none of its own."""
    previous = lines[at - 1] if at else None
    if previous is None or previous.block != lines[at].block:
        return None
    if _is_term(lines[at], k):
        return None
    last = _last_link(previous, links)
    if (last is None and not previous.frames) or " " not in lines[at].tokens[k].text.strip():
        return None
    source = last.source if last else previous.frames[-1].source
    return Link(lines[at].tokens[k].marked, source, None, "source of the sentence before", 0.7)


def _signed(lines: Sequence[Line], at: int, k: int) -> Link | None:
    """The name after a dash, on the same line or the next: "“…” — Ida Holm, teacher"."""
    line = lines[at]
    rest = line.tokens[k + 1 :]
    if not rest and at + 1 < len(lines):
        rest = lines[at + 1].tokens
    if len(rest) < 2 or rest[0].text not in "—–-―":
        return None
    source = phrase_starting(rest, 1, len(rest))
    if source is None or not rest[source.begin].capital:
        return None
    return Link(line.tokens[k].marked, source, None, "signed with a name after a dash", 0.9)


def _from_above(marked: int, previous: Line) -> Link | None:
    """The source of a sentence that reports without marks, for a quotation that stands alone below it."""
    source = previous.frames[-1].source if previous.frames else clause_subject(previous.tokens, 0, len(previous.tokens))
    if source is None or (source.entity < 0 and source.head not in ("he", "she")):
        return None
    return Link(marked, source, None, "source of the sentence before", 0.7 if previous.frames else 0.5)


def _bare_frame(line: Line, following: Line) -> Frame | None:
    """The frame of a following sentence that is nothing else: "He asked."."""
    if line.block != following.block or len(following.frames) != 1 or not line.is_quoted_whole:
        return None
    frame = following.frames[0]
    return frame if frame.begin == 0 and frame.stop >= len(following.tokens) - 1 else None


def _last_link(line: Line, links: dict[int, Link]) -> Link | None:
    found = [links[token.marked] for token in line.tokens if token.kind == "quote" and token.marked in links]
    return found[-1] if found else None


def _by_subject(line: Line, k: int) -> Link | None:
    """The subject of the sentence, for words in marks that no reporting verb introduces."""
    if line.is_quoted_whole or len(_WORD.findall(line.tokens[k].text)) < 3 or _is_term(line, k):
        return None
    source = clause_subject(line.tokens, 0, k)
    if source is None or (source.entity < 0 and source.head not in ("he", "she", "they")):
        return None
    return Link(line.tokens[k].marked, source, None, "subject of the sentence", 0.5)


def _is_term(line: Line, k: int) -> bool:
    """Whether marked words stand between a determiner and a noun: "the “old quay” group"."""
    if not k or k + 1 >= len(line.tokens) or len(_WORD.findall(line.tokens[k].text)) > 4:
        return False
    if line.tokens[k - 1].text not in DETERMINERS:
        return False
    following = line.tokens[k + 1]
    return following.kind == "word" and following.text not in FUNCTION_WORDS and not reporting_verb(following.text)


def is_attribution_only(text: str) -> bool:
    """Whether a stretch between two opening marks is no quotation but "She said,": the first mark is a misprint."""
    words = _WORD.findall(text.lower())
    return (
        bool(words) and text.rstrip().endswith((",", ":")) and len(words) < 9 and reporting_verb(words[-1]) is not None
    )
