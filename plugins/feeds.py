"""Reads feeds (`.rss`, `.atom`, `.xml`): RSS and Atom, each entry an article named `feed.xml#1`, `#2`, …"""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from email.utils import parsedate_to_datetime
from typing import Any

from digest import Document, Metadata, Source, hookimpl
from digest.errors import ContentError
from digest.text import web_url

from .html import pieces, tree_of
from .source_text import Piece, iso_date, join_pieces

_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_ENTRY = re.compile(rb"<(?:[\w-]{1,20}:)?(?:item|entry)[\s>]")


@hookimpl
def read_documents(source: Source) -> Sequence[Document | ContentError] | None:
    """A document for each entry. Raises ContentError on a file that is no feed or declares entities."""
    if not source.path.lower().endswith((".rss", ".atom", ".xml")):
        return None
    import feedparser

    # UTF-16 has a NUL beside each of these letters.
    bare = source.data.replace(b"\0", b"")
    if _ENTITY.search(bare):
        raise ContentError(source.path, "declares XML entities, which are refused; remove its DOCTYPE")
    # A stream, because feedparser takes a string for an address to fetch; only plain text is kept of the HTML.
    feed = feedparser.parse(io.BytesIO(source.data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        raise ContentError(source.path, f"has no entries{_reason(feed)}; check that it is an RSS or Atom feed")
    notes = (f"the feed is not well formed{_reason(feed)}",) if _is_broken(feed) else ()
    lines = [*_lines(bare), *[1] * len(feed.entries)]  # 1 for entries that the pattern missed in a broken feed
    numbered = enumerate(zip(feed.entries, lines, strict=False), 1)
    documents = [_read(f"{source.path}#{n}", entry, feed.feed, line, notes) for n, (entry, line) in numbered]
    articles = [document for document in documents if document]
    if not articles:
        raise ContentError(source.path, "its entries have no text; save the articles themselves")
    return articles


def _lines(data: bytes) -> Iterator[int]:
    """The line of each entry."""
    line, at = 1, 0
    for match in _ENTRY.finditer(data):
        line += data.count(b"\n", at, match.start())
        at = match.start()
        yield line


def _is_broken(feed: Any) -> bool:
    from feedparser import CharacterEncodingOverride

    return bool(feed.bozo) and not isinstance(feed.get("bozo_exception"), CharacterEncodingOverride)


def _reason(feed: Any) -> str:
    fault = feed.get("bozo_exception")
    return f" ({fault})" if fault else ""


def _read(
    path: str, entry: Mapping[str, Any], feed: Mapping[str, Any], line: int, notes: tuple[str, ...]
) -> Document | ContentError | None:
    """An entry as a document, or what is wrong with it, which is no fault of its neighbours."""
    try:
        return _document(path, entry, feed, line, notes)
    except ContentError as error:
        return error


def _document(
    path: str, entry: Mapping[str, Any], feed: Mapping[str, Any], line: int, notes: tuple[str, ...]
) -> Document | None:
    """An entry as a document; None for one that is only a link, as in lists of headlines."""
    title = _one_line(path, entry.get("title"), line)
    blocks = _blocks(path, _fullest(entry), line)
    if not blocks:
        return None
    metadata = Metadata(
        title=title or None,
        outlet=_one_line(path, entry.get("source", {}).get("title") or feed.get("title"), line) or None,
        published=_day(entry.get("published") or entry.get("updated") or ""),
        url=web_url(entry.get("link")),
        language=feed.get("language") or None,
    )
    headline = [Piece(title, line, "title")] if title else []
    return join_pieces(path, headline + blocks, metadata, notes)


def _fullest(entry: Mapping[str, Any]) -> str:
    """The longest text that the entry has: its content, or the summary where that is all."""
    texts: list[str] = [content.get("value") or "" for content in entry.get("content", [])]
    texts.append(entry.get("summary") or "")
    return max(texts, key=len)


def _blocks(path: str, markup: str, line: int) -> list[Piece]:
    tree = tree_of(path, f"<html><body><div>{markup}</div></body></html>") if markup.strip() else None
    return [] if tree is None else list(pieces(tree, lambda _: line))


def _one_line(path: str, markup: str | None, line: int) -> str:
    return " ".join(piece.text for piece in _blocks(path, markup or "", line))


def _day(value: str) -> datetime.date | None:
    """The day as it was at the writer's place, from the date formats of RSS and Atom."""
    if day := iso_date(value):
        return day
    try:
        return parsedate_to_datetime(value).date()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
