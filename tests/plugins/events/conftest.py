"""Accounts made of a few lines, with what the standard plugins find in them."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from digest.standard.claims import extract_claims
from digest.standard.quotes import extract_quotes

from digest import Account, Article, Block, BlockKind, Document, Metadata

Tell = Callable[..., Account]


@pytest.fixture
def tell() -> Tell:
    """`tell(id, text, published=None, language="en")`: the first line is the title, `CAPTION:` marks a caption."""

    def make(name: str, text: str, published: datetime.date | None = None, language: str | None = "en") -> Account:
        blocks: list[Block] = []
        position = 0
        for number, line in enumerate(text.split("\n"), start=1):
            kind: BlockKind = "title" if number == 1 else "caption" if line.startswith("CAPTION: ") else "body"
            start = position + (len("CAPTION: ") if kind == "caption" else 0)
            if line:
                blocks.append(Block(start, position + len(line), kind, number, "test"))
            position += len(line) + 1
        metadata = Metadata(title=text.split("\n")[0], published=published, language=language)
        article = Article(name, Document(path=f"{name}.txt", text=text, paragraphs=()), tuple(blocks), metadata)
        return Account(article, tuple(extract_quotes(article)), tuple(extract_claims(article)))

    return make
