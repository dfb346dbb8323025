"""Sentences with the reporting frames found in them."""

from __future__ import annotations

import msgspec

from digest import Block

from .frames import Frame, find_frames, frames_in_title
from .tokens import Sentence

# No sentence of prose has more words; a list or a table may, and would be searched in vain.
LONGEST_SENTENCE = 300


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
    if len(tokens) > LONGEST_SENTENCE:
        return Line(block, tokens, ())
    frames = frames_in_title(tokens) if block.kind in ("title", "heading") else find_frames(tokens)
    return Line(block, tokens, tuple(frames))
