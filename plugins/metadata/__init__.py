"""Finds the title, outlet, date and language where the text of a page states them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from digest import Block, Document, Metadata, hookimpl

from ..english.dates import find_dates
from ..languages import language_of
from .outlets import outlet_of, split_title

_AMBIGUOUS = re.compile(r"(?:0?[1-9]|1[0-2])/(?:0?[1-9]|1[0-2])/")
_RUN_ON = re.compile(r"(?<=[a-z])(?=\d)")  # `4 min read30 Jun 2025`
_REMARK = 12  # words; a paragraph has more
_STANDFIRSTS = 3  # paragraphs among which a byline may stand
_DATED = re.compile(r"\d{4}-\d\d-\d\d")


@hookimpl
def find_metadata(document: Document, blocks: Sequence[Block]) -> Metadata:
    """What the page itself says; a value that it doesn't state is None. Language is that of the story's text."""
    lines = [(block, document.text[block.start : block.end].strip()) for block in blocks]
    titles = [text for block, text in lines if block.kind == "title"]
    title, suffix = split_title(titles[0]) if titles else (None, None)
    own = " ".join(text for block, text in lines if block.kind in ("title", "body"))
    return Metadata(
        title=title,
        outlet=suffix or outlet_of(lines, title),
        published=_published(lines),
        language=language_of(own),
    )


def _published(lines: Sequence[tuple[Block, str]]) -> datetime.date | None:
    """The earliest date between title and story, or else above the title, where pages also print the current day.

    A date may stand below a standfirst too; there the first counts that follows neither a heading nor the link of
    another story.
    """
    titles = [index for index, (block, _) in enumerate(lines) if block.kind == "title"]
    paragraphs = [i for i, (block, text) in enumerate(lines) if block.kind == "body" and len(text.split()) > _REMARK]
    paragraphs = [*paragraphs[:_STANDFIRSTS], *[len(lines)] * _STANDFIRSTS]
    title = next((index for index in reversed(titles) if index < paragraphs[0]), 0)
    return (
        min(_dates(lines[title : paragraphs[0]]), default=None)
        or next(_dates_of_head(lines[paragraphs[0] : paragraphs[_STANDFIRSTS - 1]]), None)
        or min(_dates(lines[:title]), default=None)
    )


def _dates_of_head(lines: Sequence[tuple[Block, str]]) -> Iterator[datetime.date]:
    for above, line in pairwise(lines):
        if above[0].kind not in ("other_story", "heading"):
            yield from sorted(_dates([line]))


def _dates(lines: Iterable[tuple[Block, str]]) -> Iterator[datetime.date]:
    for block, text in lines:
        if block.kind in ("boilerplate", "credit") and len(text) < 200:
            text = _RUN_ON.sub(" ", text.title() if text.isupper() else text)
            for date in find_dates(text):
                # 3/5/2021 is in March or in May.
                if _DATED.match(date.value) and not _AMBIGUOUS.match(text[date.start : date.end]):
                    yield datetime.date.fromisoformat(date.value[:10])
