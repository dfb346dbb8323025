"""Reads saved web pages (`.html`, `.htm`): main text and metadata by trafilatura, headings and pictures kept.

Adrien Barbaresi, "Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery and
Extraction", ACL 2021. What it leaves in is labelled later, as with any other text.
"""

from __future__ import annotations

import bisect
import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from digest import BlockKind, Document, Metadata, Source, hookimpl
from digest.errors import ContentError
from digest.text import web_url

from .decoding import decode
from .languages import KNOWN, language_of
from .source_text import Piece, iso_date, join_pieces

_CHARSET = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
_TAG = re.compile(r"<[^<>]*>")
_BODY = re.compile(r"<body\b", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_UNSEEN_IN_FILE = re.compile(r"[\s“”]+")  # marks may stand for a <q>
_FINGERPRINT = 80  # characters of a block that are looked for in the file
_MOST_ATTRIBUTES = 1000  # of a tag: to each of them the tree's builder walks past all before it
_MOST_TAGS = 20_000  # of a page: trafilatura's time grows with their square; long pages have 2,000
_MOST_TEXT = 9_000_000  # characters, also of an attribute: more than ten million the tree's builder drops in silence

# Without a limit of ours, a date would count only once the clock of the machine has passed it.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
# The tags of HTML, and those that trafilatura makes of them.
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "head"})
_CAPTIONS = frozenset({"figcaption", "caption"})
_BREAKS = frozenset(
    "address article aside blockquote body br dd div dl dt figure footer form header hr item lb li list main nav"
    " ol p pre quote row section table tr ul".split()
)
_MARKS = frozenset("“\"‘'«„")
_CELLS = frozenset({"td", "th", "cell"})
_UNSEEN = frozenset({"script", "style", "template", "noscript", "iframe", "object", "svg", "title"})


@hookimpl
def read_documents(source: Source) -> Sequence[Document] | None:
    """One document: the page's main text. Raises ContentError on bad input and where no text is found."""
    return [read_page(source)] if source.path.lower().endswith((".html", ".htm")) else None


def read_page(source: Source, charset: str | None = None) -> Document:
    """The main text of a page in HTML, of which something else may say in what character set it is.

    Raises ContentError on bad input and where no text is found.
    """
    from trafilatura import bare_extraction

    declared = _CHARSET.search(source.data[:4096])
    text, notes = decode(source, charset or (declared[1].decode("ascii") if declared else None))
    tree = tree_of(source.path, text)
    if tree is None:
        raise ContentError(source.path, "is not an HTML page; save the page again, or its text as .txt")
    language = tree.get("lang") or ""
    captions = _captions_as_paragraphs(tree)
    _set_marks(tree)
    found: Any = bare_extraction(
        tree,
        include_comments=False,
        include_images=True,
        with_metadata=True,
        date_extraction_params=_DATES,
    )
    if found is None or found.body is None:
        raise ContentError(source.path, "no article was found in the page; save its text as .txt instead")
    blocks = [
        piece._replace(kind="caption") if any(piece.text in caption for caption in captions) else piece
        for piece in pieces(found.body, line_finder(text))
    ]
    return join_pieces(source.path, blocks, _metadata(found, _language(language, blocks)), notes)


def tree_of(path: str, markup: str) -> Any:
    """The tree of a page's elements, None if it has none. Raises ContentError for tags or text without end."""
    from lxml import etree
    from trafilatura import load_html

    parser = etree.HTMLParser(target=_Limits(path), encoding="utf-8", huge_tree=True)
    with suppress(etree.LxmlError):
        etree.fromstring(markup.encode(errors="replace"), parser)
    return load_html(markup)


class _Limits:
    """A target for the parser that counts what a page has and builds nothing."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._tags = 0
        self._text = 0
        self._is_code = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._is_code = tag in ("script", "style")
        self._tags += 1
        if self._tags > _MOST_TAGS:
            raise ContentError(self._path, f"has more than {_MOST_TAGS:,} tags; save its text as .txt instead")
        if len(attributes) > _MOST_ATTRIBUTES:
            message = f"has a tag with more than {_MOST_ATTRIBUTES:,} attributes; save its text as .txt instead"
            raise ContentError(self._path, message)
        if max(map(len, attributes.values()), default=0) > _MOST_TEXT:
            message = f"has an attribute of more than {_MOST_TEXT:,} letters; save its text as .txt instead"
            raise ContentError(self._path, message)

    def end(self, tag: str) -> None:
        self._is_code = False

    def data(self, text: str) -> None:
        self._text += 0 if self._is_code else len(text)
        if self._text > _MOST_TEXT:
            message = f"has more than {_MOST_TEXT:,} characters of text; save that of the article as .txt instead"
            raise ContentError(self._path, message)

    def close(self) -> None:
        """The parser asks for what was built."""


def _captions_as_paragraphs(tree: Any) -> list[str]:
    """Make paragraphs of the captions in a page, since trafilatura drops captions; returns their texts."""
    captions = list(tree.iter("figcaption"))
    for element in captions:
        element.tag = "p"
    return [_SPACE.sub(" ", element.text_content()).strip() for element in captions]


def _set_marks(tree: Any) -> None:
    """Set around quotations in <q> the marks that a browser would; one that has marks already keeps its own."""
    for element in list(tree.iter("q")):
        if element.text_content().lstrip()[:1] not in _MARKS:
            element.text = "“" + (element.text or "")
            element.tail = "”" + (element.tail or "")
        element.drop_tag()


def _metadata(found: Any, language: str | None) -> Metadata:
    return Metadata(
        title=found.title or None,
        outlet=found.sitename or None,
        published=iso_date(found.date or ""),
        url=web_url(found.url),
        language=language,
    )


def _language(stated: str, blocks: Sequence[Piece]) -> str | None:
    """The language that a page states, unless its text is in another: many a template says English of all its pages."""
    if not _LANGUAGE.fullmatch(stated):
        return None
    tag = stated.replace("_", "-")
    told = language_of("\n".join(piece.text for piece in blocks))
    return told if told and tag.split("-")[0].lower() in KNOWN - {told} else tag


def pieces(tree: Any, line_of: Callable[[str], int]) -> Iterator[Piece]:
    """The blocks of a tree of HTML elements, in order; an image's alternative text is a caption."""
    from lxml import etree

    words: list[str] = []
    kind: BlockKind | None = None
    unseen = 0  # how many elements are open whose text is no text of the page
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        is_block = tag in _BREAKS or tag in _HEADINGS or tag in _CAPTIONS
        if is_block or tag in ("img", "graphic"):
            yield from _piece(words, kind, line_of)
            words = []
            kind = _kind(tag) if event == "start" else None
        if event == "start":
            unseen += tag in _UNSEEN
            if tag in ("img", "graphic"):
                yield from _piece([element.get("alt") or ""], "caption", line_of)
            words.append("" if unseen or not tag else element.text or "")
        else:
            unseen -= tag in _UNSEEN
            words.append(" | " if tag in _CELLS else "")
            words.append("" if unseen or element is tree else element.tail or "")
    yield from _piece(words, kind, line_of)


def _kind(tag: str) -> BlockKind | None:
    if tag in _HEADINGS:
        return "heading"
    return "caption" if tag in _CAPTIONS else None


def _piece(words: Sequence[str], kind: BlockKind | None, line_of: Callable[[str], int]) -> Iterator[Piece]:
    text = _SPACE.sub(" ", "".join(words)).strip(" |")
    if text:
        yield Piece(text, line_of(text), kind)


def line_finder(page: str) -> Callable[[str], int]:
    """A function that gives the line of the file that a block's text begins on; blocks are asked for in order.

    Both are compared without white space and quotation marks, so line breaks and markup inside a block don't matter.
    A text that isn't found has the line of the one before.
    """
    body = _BODY.search(page)
    chunks: list[str] = []
    starts: list[int] = []  # of each chunk, in characters of the text without white space
    lines: list[int] = []
    length = last = 0
    line = 1
    for begin, end in _text_ranges(page, body.start() if body else 0):
        chunk = page[begin:end]
        bare = _UNSEEN_IN_FILE.sub("", html.unescape(chunk))
        if bare:
            begin += len(chunk) - len(chunk.lstrip())
            line += page.count("\n", last, begin)
            last = begin
            chunks.append(bare)
            starts.append(length)
            lines.append(line)
            length += len(bare)
    text = "".join(chunks)
    at = 0

    def line_of(block: str) -> int:
        nonlocal at
        wanted = _UNSEEN_IN_FILE.sub("", block)[:_FINGERPRINT]
        found = text.find(wanted, at)
        at = found if found >= 0 else at
        return lines[bisect.bisect_right(starts, at) - 1] if lines else 1

    return line_of


def _text_ranges(page: str, begin: int) -> Iterator[tuple[int, int]]:
    for tag in _TAG.finditer(page, begin):
        yield begin, tag.start()
        begin = tag.end()
    yield begin, len(page)
