"""YAML front matter as metadata.

Input is other people's: a fault in it is a ContentError that names the file, the line and the remedy.
"""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from digest import Metadata
from digest.errors import ContentError
from digest.text import web_url

from .source_text import iso_date

_FENCE = re.compile(r"---[ \t]*\n(?=[ \t]*(?:#|[\w-]+[ \t]*:|---[ \t]*(?:\n|\Z)))")
_CLOSING_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_MAX_FRONT_MATTER = 20_000  # characters; real ones have a few hundred
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}")


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
