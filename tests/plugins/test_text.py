"""Plain text files."""

from __future__ import annotations

import pytest
from digest.standard import text

from digest import Source
from digest.errors import ContentError


def test_text_is_the_files_own():
    """After the front matter nothing is changed but line ends; offsets and lines are those of the file."""
    data = b"---\r\ntitle: Flood\r\n---\r\n\r\n  First line.\t\r\n\r\n\r\nSecond \xe2\x80\x9cline\xe2\x80\x9d\r\n"
    [document] = text.read_documents(Source("a/b.txt", data))
    assert document.text == "\n  First line.\t\n\n\nSecond “line”\n"
    assert [(document.text[p.start : p.end], p.line) for p in document.paragraphs] == [
        ("  First line.\t", 5),
        ("Second “line”", 8),
    ]
    assert document.metadata.title == "Flood"
    assert document.path == "a/b.txt"


def test_lines_end_at_line_feeds_only():
    """Other characters that can break a line, as U+2028 or a form feed, stay inside it."""
    [document] = text.read_documents(Source("a.txt", "one\u2028two\x0cthree\x85four\nfive".encode()))
    assert [p.line for p in document.paragraphs] == [1, 2]


def test_other_files_are_left_to_others():
    """Only `.txt`, in either case, is this reader's."""
    assert text.read_documents(Source("a.md", b"x")) is None
    assert text.read_documents(Source("A.TXT", b"x")) is not None


def test_nothing_but_front_matter():
    """A file that ends with its front matter is a fault."""
    with pytest.raises(ContentError, match=r"a\.txt: only front matter; write the article after it"):
        text.read_documents(Source("a.txt", b"---\ntitle: x\n---\n\n"))


def test_a_line_of_five_million_letters():
    """Size is no fault."""
    [document] = text.read_documents(Source("a.txt", b"word " * 1_000_000))
    assert len(document.paragraphs) == 1
