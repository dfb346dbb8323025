"""Reads plain text (`.txt`), with YAML front matter or none.

The text is the file's own after the front matter, so that every offset can be checked against the file.
"""

from __future__ import annotations

from collections.abc import Sequence

from digest import Document, Source, hookimpl
from digest.errors import ContentError

from .decoding import decode
from .front_matter import split_front_matter
from .source_text import line_paragraphs


@hookimpl
def read_documents(source: Source) -> Sequence[Document] | None:
    """One document; a paragraph for each line that is not blank. Raises ContentError on bad input."""
    if not source.path.lower().endswith(".txt"):
        return None
    whole, notes = decode(source)
    metadata, text, first_line, more_notes = split_front_matter(source.path, whole)
    paragraphs = line_paragraphs(text, first_line)
    if not paragraphs:
        raise ContentError(source.path, "only front matter; write the article after it")
    return [Document(path=source.path, text=text, paragraphs=paragraphs, metadata=metadata, notes=notes + more_notes)]
