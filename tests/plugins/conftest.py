"""Articles and events made on the spot for the tests of plugins."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence

import pytest

from digest import (
    Account,
    Alignment,
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
    Quote,
    Reuse,
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
    """`collate({id: text}, …)`: the collation of one event, an article for each text, the outlet named as the id.

    The first line of a text is its title; a line that starts with `OTHER:` is another story, one with `CAPTION:`
    belongs to a picture, all else is body. Quotes and claims are given, or found by the hooks `extract_…`.
    """

    def make(
        texts: Mapping[str, str],
        people: tuple[Person, ...] = (),
        claims: Sequence[Claim] = (),
        quotes: Sequence[Quote] = (),
        alignments: tuple[Alignment, ...] = (),
        reuse: tuple[Reuse, ...] = (),
        date: datetime.date | None = None,
        published: datetime.date | None = None,
        extract_quotes: Callable[[Article], Iterable[Quote]] = lambda article: (),
        extract_claims: Callable[[Article], Iterable[Claim]] = lambda article: (),
    ) -> Collation:
        accounts = []
        for key, text in texts.items():
            article = _article(key, text, published)
            own_quotes = [quote for quote in quotes if quote.article == key] or extract_quotes(article)
            own_claims = [claim for claim in claims if claim.article == key] or extract_claims(article)
            accounts.append(Account(article, tuple(own_quotes), tuple(own_claims)))
        event = Event(id="event", title="Event", date=date, place=None, accounts=tuple(accounts))
        return Collation(event, people, alignments, reuse)

    return make


def _article(key: str, text: str, published: datetime.date | None) -> Article:
    blocks: list[Block] = []
    position = 0
    kinds: dict[str, BlockKind] = {"OTHER": "other_story", "CAPTION": "caption"}
    for number, line in enumerate(text.split("\n"), start=1):
        kind = "title" if number == 1 else kinds.get(line.split(":")[0], "body")
        if line:
            blocks.append(Block(position, position + len(line), kind, number, "test"))
        position += len(line) + 1
    paragraphs = tuple(Paragraph(block.start, block.end, block.line) for block in blocks)
    document = Document(path=f"{key}.txt", text=text, paragraphs=paragraphs)
    metadata = Metadata(title=text.split("\n")[0], outlet=key.title(), published=published)
    return Article(key, document, tuple(blocks), metadata)
