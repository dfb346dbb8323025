"""What the readers share: bytes to text, YAML front matter to metadata, blocks to a document.

Input is other people's: a fault in it is a ContentError that names the file, the line and the remedy.
"""

from __future__ import annotations

import codecs
import datetime
import difflib
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import yaml

from digest import BlockKind, Document, Metadata, Paragraph, Source
from digest.errors import ContentError
from digest.text import web_url

# UTF-32 stands before UTF-16: its little-endian mark begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 50_000  # bytes
_MOSTLY_ASCII = 0.2
_LATIN_CODE_PAGES = ("cp1252", "cp1250", "cp1254", "cp1257")
_FENCE = re.compile(r"---[ \t]*\n(?=[ \t]*(?:#|[\w-]+[ \t]*:|---[ \t]*(?:\n|\Z)))")
_CLOSING_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_MAX_FRONT_MATTER = 20_000  # characters; real ones have a few hundred
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}")
_ISO_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?", re.DOTALL)


class Piece(NamedTuple):
    """A block that a reader found: its words, its line in the file, and its kind if the format says it."""

    text: str
    line: int
    kind: BlockKind | None = None


# ── bytes to text ──────────────────────────────────────────────────────────────────────────────────────────


def decode(source: Source, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of a file, with LF line ends and without byte order mark, and notes for the build report.

    Tried in turn: the byte order mark, UTF-8, the encoding that the file declares, a guess from the bytes.
    Raises ContentError for a file that is empty or is no text.
    """
    text, notes = _decode(source, declared)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if not text.strip():
        raise ContentError(source.path, "the file is empty; write the article into it or remove it")
    nul = text.find("\0")
    if nul >= 0:
        line = text.count("\n", 0, nul) + 1
        raise ContentError(source.path, "contains NUL bytes, so it is no text; save it as UTF-8 text", line)
    return text, notes


def _decode(source: Source, declared: str | None) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if source.data.startswith(mark):
            notes = () if encoding == "utf-8" else (f"read as {encoding}, by its byte order mark",)
            return _strictly(source, encoding), notes
    try:
        return source.data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    if declared and (text := _try(source.data, declared)) is not None:
        return text, (f"read as {declared}, as the file declares",)
    return _guess(source)


def _strictly(source: Source, encoding: str) -> str:
    try:
        return source.data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"is not valid {encoding} at byte {error.start}; save it as UTF-8"
        raise ContentError(source.path, message) from error


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _guess(source: Source) -> tuple[str, tuple[str, ...]]:
    from charset_normalizer import from_bytes

    high = sum(byte > 127 for byte in source.data[:_SAMPLE])
    mostly_ascii = high < _MOSTLY_ASCII * min(len(source.data), _SAMPLE)
    # A few accents and curly quotation marks are too little evidence: such text is taken for East Asian.
    choice = list(_LATIN_CODE_PAGES) if mostly_ascii else None
    best = None if b"\0" in source.data else from_bytes(source.data, cp_isolation=choice).best()
    if best is None:
        raise ContentError(source.path, "is no text in any known encoding; save it as UTF-8 text")
    return str(best), (f"not UTF-8; read as {best.encoding}, a guess from the bytes: save it as UTF-8",)


# ── front matter ───────────────────────────────────────────────────────────────────────────────────────────


class FrontMatter(NamedTuple):
    """A file's metadata, the text after it, the file's line that the text begins on, and notes for the report."""

    metadata: Metadata
    text: str
    first_line: int
    notes: tuple[str, ...] = ()


def split_front_matter(path: str, text: str) -> FrontMatter:
    """The YAML front matter of a file and the text after it; a file without has all of its text from line 1.

    A first line `---` that no key follows is a line of the article. Keys that other programs use are noted and
    left alone. Raises ContentError with the line of what is wrong.
    """
    opening = _FENCE.match(text)
    if not opening:
        return FrontMatter(Metadata(), text, 1)
    closing = _CLOSING_FENCE.search(text, opening.end(), opening.end() + _MAX_FRONT_MATTER)
    if not closing:
        raise ContentError(path, "front matter is not closed; end it with a line ---", 1)
    metadata, notes = _metadata(path, text[opening.end() : closing.start()])
    return FrontMatter(metadata, text[closing.end() :], text.count("\n", 0, closing.end()) + 1, notes)


def _metadata(path: str, front_matter: str) -> tuple[Metadata, tuple[str, ...]]:
    fields: dict[str, Any] = {}
    unknown: list[str] = []
    for key, value, line, column in _entries(path, front_matter):
        if key not in _KEYS:
            unknown.append(key)
            continue
        name, convert = _KEYS[key]
        if name in fields:
            raise ContentError(path, f"{key!r} is given twice; keep one", line, column)
        if isinstance(value, _Nested):
            raise ContentError(path, f"{key}: write one value a line, without nesting", line, column)
        try:
            fields[name] = None if value is None else convert(value)
        except ValueError as error:
            raise ContentError(path, f"{key}: {error}", line, column) from None
    notes = (f"front matter keys that digest does not use: {', '.join(map(_meant, unknown))}",) if unknown else ()
    return Metadata(**fields), notes


def _meant(key: str) -> str:
    """A key that is not known, with the one that it is nearly."""
    near = difflib.get_close_matches(key, _KEYS, 1, cutoff=0.75)
    return f"{key} (did you mean {near[0]}?)" if near else key


class _Nested:
    """Stands for a list or a mapping, which is never built."""


def _entries(path: str, front_matter: str) -> Iterator[tuple[str, str | _Nested | None, int, int]]:
    """Key, value, and the value's line and column, of each entry of a YAML mapping.

    Reads parser events rather than objects: anchors and nesting, which can explode, never get built.
    """
    key: str | None = None
    depth = 0
    try:
        for event in yaml.parse(front_matter, Loader=yaml.CSafeLoader):
            line, column = _place(event.start_mark)
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise ContentError(path, "anchors and aliases (& and *) are refused; write the value out", line, column)
            if isinstance(event, yaml.CollectionStartEvent):
                if depth == 1:
                    if key is None:
                        raise ContentError(path, "a key of front matter must be a word", line, column)
                    yield key, _Nested(), line, column
                    key = None
                depth += 1
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth != 1 or not isinstance(event, yaml.ScalarEvent):
                continue
            if key is None:
                key = event.value
            else:
                is_null = event.implicit[0] and event.value in _NULLS
                yield key, None if is_null else event.value, line, column
                key = None
    except yaml.YAMLError as error:
        problem = getattr(error, "problem", None) or getattr(error, "reason", error)
        message = f"front matter is not valid YAML ({problem}); quote values that contain `: ` or `#`"
        raise ContentError(path, message, *_place(getattr(error, "problem_mark", None))) from error


def _place(mark: Any) -> tuple[int, int]:
    """Line and column of the file: marks count from 0, and the fence takes the first line."""
    return (mark.line + 2, mark.column + 1) if mark else (1, 1)


def _text(value: str) -> str | None:
    return " ".join(value.split()) or None


def _date(value: str) -> datetime.date:
    found = iso_date(value.strip())
    if found is None:
        raise ValueError(f"{value!r} is not a date; write it as YYYY-MM-DD")
    return found


def _url(value: str) -> str:
    url = web_url(value)
    if url is None:
        raise ValueError(f"{value!r} is not a web address; it must begin with http:// or https://")
    return url


def _language(value: str) -> str:
    if not _LANGUAGE.fullmatch(value.strip()):
        raise ValueError(f"{value!r} is not a language tag; write one such as en or pt-BR")
    return value.strip()


def _draft(value: str) -> bool:
    if value.strip().lower() not in _TRUTH:
        raise ValueError(f"{value!r} is neither true nor false")
    return _TRUTH[value.strip().lower()]


_TRUTH = {"true": True, "yes": True, "false": False, "no": False}
_KEYS = {
    "title": ("title", _text),
    "outlet": ("outlet", _text),
    "published": ("published", _date),
    "date": ("published", _date),
    "url": ("url", _url),
    "language": ("language", _language),
    "draft": ("draft", _draft),
}


# ── values and blocks ──────────────────────────────────────────────────────────────────────────────────────


def iso_date(value: str) -> datetime.date | None:
    """The day of an ISO 8601 date or time, as it is in the writer's time zone; None if it is none."""
    match = _ISO_DATE.fullmatch(value)
    try:
        return datetime.date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None


def line_paragraphs(text: str, first_line: int) -> tuple[Paragraph, ...]:
    """A paragraph for each line that is not blank; `first_line` is the file's line on which `text` begins."""
    paragraphs = []
    start = 0
    for number, line in enumerate(text.split("\n"), first_line):
        if line.strip():
            paragraphs.append(Paragraph(start, start + len(line), number))
        start += len(line) + 1
    return tuple(paragraphs)


def join_pieces(path: str, pieces: Iterable[Piece], metadata: Metadata, notes: tuple[str, ...] = ()) -> Document:
    """A document of blocks apart by an empty line, each on one line. Raises ContentError if none has text."""
    texts: list[str] = []
    paragraphs: list[Paragraph] = []
    start = 0
    for piece in pieces:
        text = " ".join(piece.text.split())
        if text:
            paragraphs.append(Paragraph(start, start + len(text), piece.line, piece.kind))
            texts.append(text)
            start += len(text) + 2
    if not texts:
        raise ContentError(path, "no article text was found in it; check the file or remove it")
    return Document(path=path, text="\n\n".join(texts), paragraphs=tuple(paragraphs), metadata=metadata, notes=notes)
