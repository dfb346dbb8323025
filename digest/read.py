"""Reading: the files of the content folder become documents; what can't be read is set aside, with the reason."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

import msgspec

from digest.errors import ConfigError, ContentError, PluginError
from digest.model import Document, Source
from digest.plugins import Host
from digest.text import slug

MAX_BYTES = 20_000_000
# What a saved web page brings along; nobody means them as articles.
_ASSETS = frozenset(
    ".css .js .mjs .map .png .jpg .jpeg .gif .webp .avif .svg .ico .bmp .tif .tiff .woff .woff2 .ttf .otf .eot"
    " .mp3 .mp4 .webm .ogg".split()
)


class SetAside(msgspec.Struct, frozen=True):
    """A file or article that is not on the site: its path, why, and line and column from 1 where they are known."""

    path: str
    reason: str
    line: int | None = None
    column: int | None = None


def find(content: Path) -> tuple[list[Source], list[SetAside]]:
    """All files of a folder that may be articles, by path, and those that can't be opened.

    Hidden files and the images, styles and scripts of saved pages are passed over. Raises ConfigError if the
    folder cannot be read.
    """
    if not content.is_dir():
        raise ConfigError([f"{content}: no such folder; `content` in site.yaml names the folder of the articles"])
    sources: list[Source] = []
    set_aside: list[SetAside] = []
    for path in _files(content):
        name = path.relative_to(content).as_posix()
        try:
            sources.append(Source(name, _bytes(path, name, content)))
        except ContentError as error:
            set_aside.append(SetAside(error.path, error.message, error.line, error.column))
    return sources, set_aside


def read(source: Source, host: Host) -> list[Document]:
    """The articles in a file.

    Raises ContentError if it can't be read or no plugin reads it, PluginError for a reader's fault.
    """
    answer = host.choose("read_documents", Document, source.path, source=source)
    if answer is None:
        kind = PurePosixPath(source.path).suffix or "such"
        raise ContentError(source.path, f"no plugin reads {kind} files; save it as .txt, .md or .html")
    plugin, documents = answer
    for document in documents:
        _check(document, plugin)
    return documents


def _files(content: Path) -> Iterator[Path]:
    """The files that may be articles, sorted by their relative path."""
    found: list[Path] = []
    for folder, folders, names in os.walk(content):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found.extend(
            Path(folder, name)
            for name in names
            if not name.startswith(".") and Path(name).suffix.lower() not in _ASSETS
        )
    return iter(sorted(found, key=lambda path: path.relative_to(content).as_posix()))


def _bytes(path: Path, name: str, content: Path) -> bytes:
    # A link may point anywhere on the machine; what is published must come out of the content folder.
    if not path.resolve().is_relative_to(content.resolve()):
        raise ContentError(name, "is a link to a place outside the content folder; copy the file instead")
    try:
        if not path.is_file():
            raise ContentError(name, "is not a regular file; remove it or put a copy of the text in its place")
        if path.stat().st_size > MAX_BYTES:
            raise ContentError(name, f"is larger than {MAX_BYTES // 1_000_000} MB; split it into articles")
        return path.read_bytes()
    except OSError as error:
        raise ContentError(name, f"cannot be read: {error.strerror}") from error


def _check(document: Document, plugin: str) -> None:
    """A reader's promise: paragraphs in order, apart, inside the text and not blank."""
    at = 0
    for paragraph in document.paragraphs:
        if not at <= paragraph.start < paragraph.end <= len(document.text):
            message = (
                f"paragraph {paragraph.start}–{paragraph.end} is out of order or outside the text; look at its offsets"
            )
            raise PluginError(plugin, message, hook="read_documents", subject=document.path)
        at = paragraph.end


def article_ids(paths: Sequence[str]) -> list[str]:
    """An id for each document by its path, safe in a path and a URL, and the same as long as the files' names are.

    The file's name, or its whole path where two have one name, with a number where even that is not unique.
    """
    stems = [slug(PurePosixPath(path).stem + _entry(path)) for path in paths]
    often = Counter(stems)
    names = [stem if often[stem] == 1 else slug(path) for stem, path in zip(stems, paths, strict=True)]
    seen: Counter[str] = Counter()
    ids = []
    for name in names:
        seen[name] += 1
        ids.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return ids


def _entry(path: str) -> str:
    """The entry's number of a document from a feed, or nothing."""
    return "-" + path.rpartition("#")[2] if "#" in path else ""
