"""Sentences with the reporting frames found in them."""

from __future__ import annotations

import msgspec

from digest import Block

from .complements import Reported
from .frames import Frame, find_frames, without_capitals
from .nominals import find_nominals
from .tokens import Sentence

# No sentence of prose has more words; a list or a table may, and would be searched in vain.
LONGEST_SENTENCE = 300


class Line(msgspec.Struct, frozen=True):
    """A sentence with its paragraph and its frames.

    `stances` are the frames of verbs that introduce no quotation, `nominals` what its nouns and adjectives report.
    """

    block: Block
    tokens: Sentence
    frames: tuple[Frame, ...]
    stances: tuple[Frame, ...] = ()
    nominals: tuple[Reported, ...] = ()

    @property
    def quotes(self) -> list[int]:
        """The indices of the tokens that are quotations."""
        return [i for i, token in enumerate(self.tokens) if token.kind == "quote"]

    @property
    def is_quoted_whole(self) -> bool:
        """Whether nothing but quotations stands in the sentence, or a word that has lost its clause."""
        words = sum(token.kind in ("word", "name") for token in self.tokens)
        return bool(self.quotes) and words < 2

    @property
    def is_aside(self) -> bool:
        """Whether it is no part of the running text: a caption, a heading, or a line without a full stop."""
        last = self.tokens[-1]
        return self.block.kind != "body" or (last.kind in ("word", "name") and last.end == self.block.end)


def read_line(block: Block, tokens: Sentence) -> Line:
    """A sentence with the frames found in it."""
    if len(tokens) > LONGEST_SENTENCE:
        return Line(block, tokens, ())
    if block.kind in ("title", "heading"):
        tokens = without_capitals(tokens)
    frames = find_frames(tokens)
    stances = tuple(frame for frame in frames if frame.verb and frame.verb.can("stance", "aim", "show"))
    return Line(
        block, tokens, tuple(frame for frame in frames if frame not in stances), stances, tuple(find_nominals(tokens))
    )
