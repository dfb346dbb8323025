"""Articles made on the spot for the tests of annotating plugins."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pytest

from digest import (
    Account,
    Article,
    Block,
    BlockKind,
    Claim,
    Collation,
    Document,
    Event,
    Metadata,
    Paragraph,
    Person,
)

MakeArticle = Callable[..., Article]
Collate = Callable[..., Collation]


@pytest.fixture
def make_article() -> MakeArticle:
    """`make_article(text, title=None, **kinds)`: an article whose lines are its blocks.

    A title becomes the first block. Of other lines, those that start with a kind in brackets, such as
    `[caption] `, are of that kind (the bracket stays in the text, outside the block); all else is body.
    """

    def make(text: str, title: str | None = None) -> Article:
        whole = f"[title] {title}\n{text}" if title else text
        blocks: list[Block] = []
        position = 0
        for number, line in enumerate(whole.split("\n"), start=1):
            kind, start = _kind_of(line)
            if line[start:].strip():
                blocks.append(Block(position + start, position + len(line.rstrip()), kind, number, "test"))
            position += len(line) + 1
        paragraphs = tuple(Paragraph(block.start, block.end, block.line) for block in blocks)
        document = Document(path="story.txt", text=whole, paragraphs=paragraphs)
        return Article("story", document, tuple(blocks), Metadata(title=title))

    return make


def _kind_of(line: str) -> tuple[BlockKind, int]:
    kinds: tuple[BlockKind, ...] = ("title", "heading", "caption", "credit", "boilerplate", "other_story")
    return next(((kind, len(kind) + 3) for kind in kinds if line.startswith(f"[{kind}] ")), ("body", 0))


@pytest.fixture
def collate() -> Collate:
    """`collate({id: text}, people=(), claims=())`: the collation of one event, an article for each text.

    The first line of a text is its title, a line that starts with `OTHER:` is another story, all else is body.
    """

    def make(texts: Mapping[str, str], people: tuple[Person, ...] = (), claims: Sequence[Claim] = ()) -> Collation:
        accounts = tuple(
            Account(_article(key, text), (), tuple(claim for claim in claims if claim.article == key))
            for key, text in texts.items()
        )
        event = Event(id="event", title="Event", date=None, place=None, accounts=accounts)
        return Collation(event, people, (), ())

    return make


def _article(key: str, text: str) -> Article:
    blocks: list[Block] = []
    position = 0
    for number, line in enumerate(text.split("\n"), start=1):
        kind: BlockKind = "title" if number == 1 else "other_story" if line.startswith("OTHER:") else "body"
        if line:
            blocks.append(Block(position, position + len(line), kind, number, "test"))
        position += len(line) + 1
    paragraphs = tuple(Paragraph(block.start, block.end, block.line) for block in blocks)
    return Article(key, Document(path=f"{key}.txt", text=text, paragraphs=paragraphs), tuple(blocks), Metadata())
