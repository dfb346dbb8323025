"""Reads Markdown (`.md`) with YAML front matter: the text without its markup, a paragraph for each block.

Raw HTML is text here, never markup. Headings, and an image's alternative text as a caption, keep their kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from digest import BlockKind, Document, Source, hookimpl

from .decoding import decode
from .front_matter import split_front_matter
from .source_text import Piece, join_pieces

if TYPE_CHECKING:
    from markdown_it.token import Token


@hookimpl
def read_documents(source: Source) -> Sequence[Document] | None:
    """One document; blocks stand apart by an empty line. Raises ContentError on bad input."""
    if not source.path.lower().endswith(".md"):
        return None
    from markdown_it import MarkdownIt

    whole, notes = decode(source)
    metadata, text, first_line, more_notes = split_front_matter(source.path, whole)
    tokens = MarkdownIt("commonmark", {"html": False}).enable("table").parse(text)
    return [join_pieces(source.path, _pieces(tokens, first_line), metadata, notes + more_notes)]


def _pieces(tokens: Sequence[Token], first_line: int) -> Iterator[Piece]:
    line = first_line
    kind: BlockKind | None = None
    cells: list[str] | None = None  # of the table row that is open
    for token in tokens:
        if token.map:
            line = first_line + token.map[0]
        if token.type == "heading_open":
            kind = "title" if token.tag == "h1" else "heading"
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            yield Piece(" | ".join(cells or ()), line)
            cells = None
        elif token.type == "inline" and cells is not None:
            cells.append(_plain(token.children or []))
        elif token.type == "inline":
            yield from _inline(token.children or [], line, kind)
            kind = None
        elif token.type in ("fence", "code_block"):
            yield Piece(token.content, line)


def _inline(children: Sequence[Token], line: int, kind: BlockKind | None) -> Iterator[Piece]:
    """The text of a block, then its images' alternative texts, each a caption of its own."""
    yield Piece(_plain(children), line, kind)
    for child in children:
        if child.type == "image":
            yield Piece(child.content, line, "caption")


def _plain(children: Sequence[Token]) -> str:
    breaks = {"softbreak": " ", "hardbreak": " "}
    shown = (child for child in children if child.type != "image")
    return "".join(breaks.get(child.type, child.content) for child in shown)
