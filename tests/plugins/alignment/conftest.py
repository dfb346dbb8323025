"""Events made of quotations alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import pytest

from digest import Account, Article, Block, Document, Event, Metadata, Quote

Quoted = Callable[[Iterable[Sequence[str]]], tuple[Event, list[Quote]]]


@pytest.fixture
def quoted() -> Quoted:
    """`quoted([(article, speaker, text), …])`: an event with these quotations, one a line, and the quotations.

    A fourth value is the kind of the quotation, if it is not `direct`.
    """

    def make(entries: Iterable[Sequence[str]]) -> tuple[Event, list[Quote]]:
        texts: dict[str, str] = {}
        quotes: list[Quote] = []
        for article, speaker, said, *kind in entries:
            start = len(texts.get(article, "")) + 1
            texts[article] = f"{texts.get(article, '')}“{said}”\n"
            quotes.append(
                Quote(
                    article,
                    start,
                    start + len(said),
                    said,
                    kind=kind[0] if kind else "direct",
                    speaker=speaker,
                    utterance=start,
                    rule="test",
                )
            )
        accounts = [
            Account(_article(name, text), tuple(quote for quote in quotes if quote.article == name), ())
            for name, text in sorted(texts.items())
        ]
        return Event(id="event", title="Event", date=None, place=None, accounts=tuple(accounts)), quotes

    return make


def _article(name: str, text: str) -> Article:
    block = Block(0, len(text), "body", 1, "test")
    return Article(name, Document(path=f"{name}.txt", text=text, paragraphs=()), (block,), Metadata())
