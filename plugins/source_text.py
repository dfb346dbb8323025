"""What the readers make a document of: paragraphs of a text, blocks of a page, and dates as they are stated."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import NamedTuple

from digest import BlockKind, Document, Metadata, Paragraph
from digest.errors import ContentError

from .previews import without_previews

_ISO_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?", re.DOTALL)


class Piece(NamedTuple):
    """A block that a reader found: its words, its line in the file, and its kind if the format says it."""

    text: str
    line: int
    kind: BlockKind | None = None


def iso_date(value: str) -> datetime.date | None:
    """The day of an ISO 8601 date or time, as it is in the writer's time zone; None if it is none."""
    match = _ISO_DATE.fullmatch(value)
    try:
        return datetime.date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None


def line_paragraphs(text: str, first_line: int) -> tuple[Paragraph, ...]:
    """A paragraph for each line that is not blank; `first_line` is the file's line on which `text` begins."""
    paragraphs = []
    start = 0
    for number, line in enumerate(text.split("\n"), first_line):
        if line.strip():
            paragraphs.append(Paragraph(start, start + len(line), number))
        start += len(line) + 1
    return tuple(paragraphs)


def join_pieces(path: str, pieces: Iterable[Piece], metadata: Metadata, notes: tuple[str, ...] = ()) -> Document:
    """A document of blocks apart by an empty line, each on one line, without previews of links.

    Raises ContentError if none has text.
    """
    texts: list[str] = []
    paragraphs: list[Paragraph] = []
    start = left_out = 0
    for piece in pieces:
        text, previews = without_previews(" ".join(piece.text.split()))
        left_out += previews
        if text:
            paragraphs.append(Paragraph(start, start + len(text), piece.line, piece.kind))
            texts.append(text)
            start += len(text) + 2
    if not texts:
        raise ContentError(path, "no article text was found in it; check the file or remove it")
    if left_out:
        notes = (*notes, f"previews of links inside sentences were left out: {left_out}")
    return Document(path=path, text="\n\n".join(texts), paragraphs=tuple(paragraphs), metadata=metadata, notes=notes)
