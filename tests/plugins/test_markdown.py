"""Markdown files."""

from __future__ import annotations

import pytest
from digest.standard import markdown

from digest import Source
from digest.errors import ContentError

ARTICLE = """\
---
title: Bridge closed
---
# Bridge *closed*

The bridge at Holm is **closed**
until [Friday](https://a.example).

Why?
----

- Rust in two piers,
- and a crack.

  It is wide.

> “We had no choice,”
> she said.

![The bridge at noon](b.jpg)

| Pier | Year |
|------|------|
| East | 1931 |

1. First &amp; <b>last</b>
"""


def blocks(source: str) -> list[tuple[str, int, str | None]]:
    [document] = markdown.read_documents(Source("a.md", source.encode()))
    return [(document.text[p.start : p.end], p.line, p.kind) for p in document.paragraphs]


def test_blocks():
    """Markup is gone, each block keeps its line of the file, headings and images' texts their kind."""
    assert blocks(ARTICLE) == [
        ("Bridge closed", 4, "title"),
        ("The bridge at Holm is closed until Friday.", 6, None),
        ("Why?", 9, "heading"),
        ("Rust in two piers,", 12, None),
        ("and a crack.", 13, None),
        ("It is wide.", 15, None),
        ("“We had no choice,” she said.", 17, None),
        ("The bridge at noon", 20, "caption"),
        ("Pier | Year", 22, None),
        ("East | 1931", 24, None),
        ("First & <b>last</b>", 26, None),
    ]


def test_blocks_stand_apart():
    """An empty line parts the blocks of the text."""
    [document] = markdown.read_documents(Source("a.md", b"One\n\nTwo\n***\nThree"))
    assert document.text == "One\n\nTwo\n\nThree"


def test_raw_html_is_text():
    """HTML in Markdown is shown as it is written, never as markup."""
    assert blocks("<script>alert(1)</script>\n\n<!-- x -->") == [
        ("<script>alert(1)</script>", 1, None),
        ("<!-- x -->", 3, None),
    ]


def test_hard_break():
    """A forced line break is a space."""
    assert blocks("One  \ntwo\\\nthree") == [("One two three", 1, None)]


@pytest.mark.parametrize("source", ["[" * 20000 + "x", "*" * 20000 + "x", "x" * 5_000_000])
def test_long_runs(source):
    """Long runs of marks and long lines are read in a moment."""
    assert len(blocks(source)) == 1


@pytest.mark.parametrize("mark", ["> ", "- "])
def test_deep_nesting(mark):
    """Text that is nested beyond all sense is refused rather than followed."""
    with pytest.raises(ContentError, match="no article text"):
        blocks(mark * 5000 + "x")


def test_other_files_are_left_to_others():
    """Only `.md` is this reader's."""
    assert markdown.read_documents(Source("a.txt", b"x")) is None


def test_no_text():
    """A file of markup without words is a fault."""
    with pytest.raises(ContentError, match="no article text"):
        blocks("***\n\n---\n")
