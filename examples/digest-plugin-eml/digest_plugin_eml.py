"""Reads newsletters saved from a mail program: `.eml` files become articles, with outlet and date from the headers."""

from __future__ import annotations

import email
import email.message
import email.policy
import email.utils
import html
import re
from collections.abc import Iterator, Sequence

import nh3

from digest import Document, Metadata, Paragraph, Source, hookimpl
from digest.errors import ContentError

API_VERSION = 1

# The elements of HTML that begin a line.
_BLOCKS = set("blockquote br div h1 h2 h3 h4 h5 h6 hr li ol p table td th tr ul".split())
_TAG = re.compile(r"<[^<>]*>")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_LIST_NAME = re.compile(r"\s*<[^<>]*>\s*$")


@hookimpl
def read_documents(source: Source) -> Sequence[Document] | None:
    """One document: the subject is the title, the sender the outlet. Raises ContentError for a mail without text."""
    if not source.path.lower().endswith(".eml"):
        return None
    mail = email.message_from_bytes(source.data, policy=email.policy.default)
    title = " ".join(str(mail["subject"] or "").split())
    try:
        lines = [line for line in _lines(mail) if line != title]
    except LookupError as error:
        raise ContentError(source.path, f"is in an encoding that nobody knows ({error})") from error
    if not lines:
        raise ContentError(source.path, "is a mail without text; save the newsletter with its content")
    pieces = [title, *lines] if title else lines
    return [_document(source.path, pieces, title, mail)]


def _document(path: str, pieces: Sequence[str], title: str, mail: email.message.EmailMessage) -> Document:
    text, paragraphs = "", []
    for number, piece in enumerate(pieces, start=1):
        paragraphs.append(Paragraph(len(text), len(text) + len(piece), number, "title" if piece == title else None))
        text += piece + "\n\n"
    sent = mail["date"].datetime if mail["date"] else None
    metadata = Metadata(title=title or None, outlet=_outlet(mail), published=sent.date() if sent else None)
    return Document(path=path, text=text, paragraphs=tuple(paragraphs), metadata=metadata)


def _outlet(mail: email.message.EmailMessage) -> str | None:
    """The name of the mailing list, or else of the sender."""
    if listed := _LIST_NAME.sub("", str(mail["list-id"] or "")).strip('" '):
        return listed
    return email.utils.parseaddr(str(mail["from"] or ""))[0] or None


def _lines(mail: email.message.EmailMessage) -> Iterator[str]:
    """The paragraphs of the plain part, or of the HTML part where there is none, each on one line."""
    part = mail.get_body(("plain", "html"))
    if part is None:
        return
    content = part.get_content().replace("\r\n", "\n")
    if part.get_content_subtype() == "html":
        pieces = [html.unescape(piece) for piece in _TAG.split(nh3.clean(content, tags=_BLOCKS, attributes={}))]
    else:
        pieces = _BLANK_LINE.split(content)
    yield from filter(None, (" ".join(piece.split()) for piece in pieces))
