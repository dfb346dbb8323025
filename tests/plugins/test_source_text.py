"""Documents are made of paragraphs and blocks, and dates are read as they are stated."""

from __future__ import annotations

import datetime

import pytest
from digest.standard.source_text import Piece, iso_date, join_pieces, line_paragraphs

from digest import Metadata
from digest.errors import ContentError


@pytest.mark.parametrize(
    ("value", "day"),
    [("2021-02-03", 3), ("2021-02-03T10:00Z", 3), ("2021-02-03 10:00", 3), ("2021-2-3", None), ("03/02/2021", None)],
)
def test_iso_date(value, day):
    """ISO dates and times only: others can be read in two ways."""
    assert iso_date(value) == (datetime.date(2021, 2, day) if day else None)


def test_line_paragraphs():
    """A paragraph for each line that is not blank: its span is the line, its number that of the file."""
    text = "one\n\n  two \n\t\nthree"
    paragraphs = line_paragraphs(text, 5)
    assert [(text[p.start : p.end], p.line) for p in paragraphs] == [("one", 5), ("  two ", 7), ("three", 9)]


def test_join_pieces():
    """Blocks stand apart by an empty line, each on one line; empty ones are left out."""
    document = join_pieces("a.md", [Piece("A\n b", 1, "title"), Piece(" ", 2), Piece("c", 4)], Metadata())
    assert document.text == "A b\n\nc"
    assert [(document.text[p.start : p.end], p.line, p.kind) for p in document.paragraphs] == [
        ("A b", 1, "title"),
        ("c", 4, None),
    ]


def test_join_no_pieces():
    """A document without words is a fault."""
    with pytest.raises(ContentError, match="no article text was found"):
        join_pieces("a.md", [Piece(" \n ", 1)], Metadata())
