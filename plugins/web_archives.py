"""Reads web pages that a browser has saved as one file: MHTML (`.mhtml`, `.mht`) and Safari's `.webarchive`.

The page in it is read as any other; lines are counted in the page's own HTML. MHTML is that of RFC 2557.
"""

from __future__ import annotations

import plistlib
from collections.abc import Sequence
from email import message_from_bytes
from email.message import Message
from typing import Any, NamedTuple
from xml.parsers.expat import ExpatError

import msgspec

from digest import Document, Metadata, Source, hookimpl
from digest.errors import ContentError
from digest.text import web_url

from .html import read_page


class _Page(NamedTuple):
    """A page as it is kept in an archive."""

    data: bytes
    charset: str | None
    url: str | None


@hookimpl
def read_documents(source: Source) -> Sequence[Document] | None:
    """One document: the archived page's main text. Raises ContentError where there is no page in the file."""
    path = source.path.lower()
    if path.endswith((".mhtml", ".mht")):
        page = _from_mhtml(source)
    elif path.endswith(".webarchive"):
        page = _from_webarchive(source)
    else:
        return None
    document = read_page(Source(source.path, page.data), page.charset)
    metadata = document.metadata.or_else(Metadata(url=web_url(page.url)))
    return [msgspec.structs.replace(document, metadata=metadata)]


def _from_mhtml(source: Source) -> _Page:
    try:
        message = message_from_bytes(source.data)
        parts = [part for part in message.walk() if part.get_content_type() == "text/html"]
    except RecursionError:
        parts = []
    if not parts:
        raise ContentError(source.path, "holds no web page; save the page again, or its text as .txt")
    page = parts[0]
    data = page.get_payload(decode=True)
    url = _header(message, "Snapshot-Content-Location") or _header(page, "Content-Location")
    return _Page(data if isinstance(data, bytes) else b"", page.get_content_charset(), url)


def _header(message: Message, name: str) -> str | None:
    """A header in one line, as it is broken in long addresses."""
    value = message[name]
    return "".join(str(value).split()) if value else None


def _from_webarchive(source: Source) -> _Page:
    try:
        resource: Any = plistlib.loads(source.data)["WebMainResource"]
        data, charset, url = (resource.get(f"WebResource{key}") for key in ("Data", "TextEncodingName", "URL"))
    except (ValueError, ExpatError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise ContentError(source.path, "is no web archive; save the page again, or its text as .txt") from error
    if not isinstance(data, bytes):
        raise ContentError(source.path, "holds no web page; save the page again, or its text as .txt")
    return _Page(data, charset if isinstance(charset, str) else None, url if isinstance(url, str) else None)
