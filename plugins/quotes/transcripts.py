"""Paragraphs that are somebody's words as a whole: the turns of an interview ("HOLM: …"), and embedded posts."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from digest import Article, Block

from ..english.names import Entity

_TURN = re.compile(r"[\"“]?(?P<label>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4})(?:, [A-Z]{4,})? ?: ?(?=[^\s“\"])")
# As Twitter signs what it embeds: "… — Ida Holm (@holm) May 3, 2016".
_SIGNED = re.compile(r"\s{0,3}— (?P<name>[^—\n]{2,60}?) ?\(@\w{1,20}\) [A-Z][a-z]{2,8} \d{1,2}, \d{4}\s{0,3}\Z")
_LONGEST_SIGNATURE = 120
_LINKS = re.compile(r"(?:\s{1,3}(?:https?://\S{1,60}|pic\.twitter\.com/\w{1,20}))+\Z")
_WORD = re.compile(r"[\w’'-]+")
_FEWEST_VOICES = 2


class Turn(msgspec.Struct, frozen=True):
    """A paragraph and its speaker: where the label stands, and what is said. `entity` is -1 if nobody has that name."""

    block: Block
    label_start: int
    label_end: int
    start: int
    end: int
    entity: int
    rule: str = "turn of a transcript"


def find_turns(article: Article, entities: Sequence[Entity]) -> list[Turn]:
    """The turns of a transcript, in which somebody speaks twice; a lone "NOTE: …" or briefs with datelines are none."""
    turns = [turn for block in article.blocks_of("body") if (turn := _turn(article.text, block, entities))]
    labels = [article.text[turn.label_start : turn.label_end].lower() for turn in turns]
    full = {label.rsplit(" ", 1)[-1]: label for label in labels if " " in label}
    voices = {label if " " in label else full.get(label, label) for label in labels}
    return turns if len(turns) > len(voices) >= _FEWEST_VOICES else []


def find_posts(article: Article, entities: Sequence[Entity]) -> list[Turn]:
    """The posts that are embedded as paragraphs, signed with a name, a handle and a day."""
    return [post for block in article.blocks_of("body") if (post := _post(article.text, block, entities))]


def _post(text: str, block: Block, entities: Sequence[Entity]) -> Turn | None:
    match = _SIGNED.search(text, max(block.start, block.end - _LONGEST_SIGNATURE), block.end)
    if match is None:
        return None
    links = _LINKS.search(text, max(block.start, match.start() - _LONGEST_SIGNATURE), match.start())
    end = links.start() if links else match.start()
    entity = _called(match["name"], entities)
    start, stop = match.span("name")
    return Turn(block, start, stop, block.start, end, entity, "embedded post") if block.start < end else None


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
