"""Interviews and hearings that are printed as turns: "HOLM: …", "Ida Holm: …", one a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from digest import Article, Block

from ..english.names import Entity

_TURN = re.compile(r"[\"“]?(?P<label>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4}) ?: ?(?=[^\s“\"])")
_WORD = re.compile(r"[\w’'-]+")
_FEWEST_VOICES = 2


class Turn(msgspec.Struct, frozen=True):
    """A paragraph of a transcript: where its label stands, and what is said. `entity` is -1 if nobody has that name."""

    block: Block
    label_start: int
    label_end: int
    start: int
    end: int
    entity: int


def find_turns(article: Article, entities: Sequence[Entity]) -> list[Turn]:
    """The turns of a transcript, in which somebody speaks twice; a lone "NOTE: …" or briefs with datelines are none."""
    turns = [turn for block in article.blocks_of("body") if (turn := _turn(article.text, block, entities))]
    voices = {article.text[turn.label_start : turn.label_end].lower() for turn in turns}
    return turns if len(turns) > len(voices) >= _FEWEST_VOICES else []


def _turn(text: str, block: Block, entities: Sequence[Entity]) -> Turn | None:
    match = _TURN.match(text, block.start, block.end)
    if match is None:
        return None
    entity = _called(match["label"], entities)
    if entity < 0 and not match["label"].isupper():
        return None
    end = match.end() + len(text[match.end() : block.end].rstrip(' "”'))
    return Turn(block, match.start("label"), match.end("label"), match.end(), end, entity)


def _called(label: str, entities: Sequence[Entity]) -> int:
    """The index of the full name that a label repeats or that ends in it, in capitals or not; or -1."""
    words = [word.lower() for word in _WORD.findall(label)]
    for i, entity in enumerate(entities):
        name = [word.lower() for word in entity.words]
        if entity.kind in ("person", "other") and len(name) > 1 and name[-1:] == words[-1:]:
            return i
    return -1
