"""Reading: the files of the content folder become documents; what can't be read is set aside, with the reason."""

from __future__ import annotations

import os
import re
import stat
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TypeVar

import msgspec

from digest.cache import Key
from digest.digests import Digests, contents
from digest.errors import ConfigError, ContentError, PluginError
from digest.model import Document, Metadata, Source
from digest.plugins import Host
from digest.text import numbered, slug, web_url

T = TypeVar("T")

MAX_BYTES = 20_000_000
# Of one article: 35,000 words, more than any newspaper prints. What is longer is a book, a log or an attack.
MAX_CHARACTERS = 200_000
# Of the first newspaper, and one from which on days can't be counted ahead.
_FIRST_YEAR, _LAST_YEAR = 1605, 9000
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
# What a saved web page brings along; nobody means them as articles.
_ASSETS = frozenset(
    ".css .js .mjs .map .png .jpg .jpeg .gif .webp .avif .svg .ico .bmp .tif .tiff .woff .woff2 .ttf .otf .eot"
    " .mp3 .mp4 .webm .ogg".split()
)
# What browsers put behind a page's name for the folder of what it brings along, in English and other languages.
_ASSET_FOLDERS = (
    "_files .files -Dateien _fichiers _archivos _arquivos _ficheiros _file _bestanden -filer _pliki _soubory _tiedostot"
    " _elemei _dosyalar".split()
)


class SetAside(msgspec.Struct, frozen=True):
    """A file or article that is not on the site: its path, why, and line and column from 1 where they are known."""

    path: str
    reason: str
    line: int | None = None
    column: int | None = None

    @classmethod
    def of(cls, error: ContentError) -> SetAside:
        """What is set aside for an error."""
        return cls(error.path, error.message, error.line, error.column)

    @property
    def error(self) -> ContentError:
        """The error that it was set aside for."""
        return ContentError(self.path, self.reason, self.line, self.column)


class Folder(msgspec.Struct, frozen=True):
    """The files of a content folder that may be articles, by path, each with the digest of what it holds.

    `set_aside` are those that can't be opened.
    """

    root: Path
    files: dict[str, Key]
    set_aside: tuple[SetAside, ...]


def find(content: Path, digests: Digests | None = None) -> Folder:
    """What a folder has, in the order of the paths.

    Hidden files are passed over, and what saved pages bring along: images, styles, scripts, the folder beside the
    page. Raises ConfigError if the folder cannot be read.
    """
    if not content.is_dir():
        raise ConfigError([f"{content}: no such folder; `content` in site.yaml names the folder of the articles"])
    digests = digests or Digests()
    files: dict[str, Key] = {}
    set_aside: list[SetAside] = []

    def unreadable(error: OSError) -> None:
        if (folder := Path(error.filename)) == content:
            raise ConfigError([f"{content}: cannot be read: {error.strerror}; change its rights"])
        path = folder.relative_to(content).as_posix()
        set_aside.append(SetAside(path, f"the folder cannot be read: {error.strerror}"))

    for name in sorted(_names(content, unreadable)):
        try:
            files[name] = _opened(content, name, digests.of)
        except ContentError as error:
            set_aside.append(SetAside.of(error))
    return Folder(content, files, tuple(set_aside))


def load(content: Path, name: str) -> Source:
    """A file of a content folder. Raises ContentError if it can't be opened."""
    return Source(name, _opened(content, name, contents))


def read(source: Source, host: Host) -> list[Document | ContentError]:
    """The articles in a file, and the faults of those in it that can't be read.

    Raises ContentError if it can't be read at all or no plugin reads it, PluginError for a reader's fault.
    """
    answer: tuple[str, list[Document | ContentError]] | None = host.choose(
        "read_documents", (Document, ContentError), source.path, source=source
    )
    if answer is None:
        kind = PurePosixPath(source.path).suffix or "such"
        advice = "list one in site.yaml, or save it as .txt, .md or .html"
        raise ContentError(source.path, f"no plugin of this site reads {kind} files; {advice}")
    plugin, items = answer
    if not items:
        raise ContentError(source.path, f"the plugin {plugin!r} found no article in it; look at the file")
    _check_paths(source.path, items, plugin)
    for item in items:
        if isinstance(item, Document):
            _check(item, plugin)
    return [_accepted(item) if isinstance(item, Document) else item for item in items]


def _names(content: Path, unreadable: Callable[[OSError], None]) -> Iterator[str]:
    """The paths of the files that may be articles."""
    for folder, folders, names in os.walk(content, onerror=unreadable):
        pages = {stem for stem, suffix in map(os.path.splitext, names) if suffix.lower() in (".html", ".htm")}
        folders[:] = [name for name in folders if not name.startswith(".") and not _is_of_a_page(name, pages)]
        inside = Path(folder).relative_to(content).as_posix()
        before = "" if inside == "." else f"{inside}/"
        yield from (
            before + name
            for name in names
            if not name.startswith(".") and os.path.splitext(name)[1].lower() not in _ASSETS  # noqa: PTH122 - quicker
        )


def _is_of_a_page(folder: str, pages: set[str]) -> bool:
    """Whether a folder has what one of the pages beside it brings along, scripts and frames too."""
    return any(folder.endswith(ending) and folder.removesuffix(ending) in pages for ending in _ASSET_FOLDERS)


def _opened(content: Path, name: str, use: Callable[[Path], T]) -> T:
    path = content / name
    try:
        found = path.lstat()
        if stat.S_ISLNK(found.st_mode):
            # A link may point anywhere on the machine; what is published must come out of the content folder.
            if not path.resolve().is_relative_to(content.resolve()):
                raise ContentError(name, "is a link to a place outside the content folder; copy the file instead")
            found = path.stat() if path.exists() else found
        if not stat.S_ISREG(found.st_mode):
            raise ContentError(name, "is not a regular file; remove it or put a copy of the text in its place")
        if found.st_size > MAX_BYTES:
            raise ContentError(name, f"is larger than {MAX_BYTES // 1_000_000} MB; split it into articles")
        return use(path)
    except OSError as error:
        raise ContentError(name, f"cannot be read: {error.strerror}") from error


def _check_paths(path: str, items: Sequence[Document | ContentError], plugin: str) -> None:
    """A reader's promise: an item has the file's path, or that with `#` and a number; no two documents have one."""
    known: set[str] = set()
    for item in items:
        before, mark, number = item.path.rpartition("#")
        if item.path != path and not (before == path and mark and number.isdecimal()):
            message = f"the path {item.path!r} is not that of the file; take source.path, or f'{{source.path}}#{{n}}'"
        elif item.path in known:
            message = f"two documents have the path {item.path!r}; number them: f'{{source.path}}#{{n}}'"
        else:
            known.update([item.path] if isinstance(item, Document) else [])
            continue
        raise PluginError(plugin, message, hook="read_documents", subject=path)


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


def _accepted(document: Document) -> Document | ContentError:
    """The document, with the metadata that can be true; of one too long for an article the fault."""
    size = len(document.text)
    if size > MAX_CHARACTERS:
        message = f"is {size:,} characters long, and an article has {MAX_CHARACTERS:,} at most; split it into articles"
        return ContentError(document.path, message)
    return _believed(document)


def _believed(document: Document) -> Document:
    """The document without metadata that can't be true, of which a note remains."""
    metadata = credible(document.metadata)
    notes = []
    if metadata.url is None and document.metadata.url:
        address = document.metadata.url
        notes.append(f"{address!r} is not a web address and is left out; it must begin with http:// or https://")
    if metadata.published is None and document.metadata.published:
        notes.append(f"{document.metadata.published} is not the date of an article and is left out; write YYYY-MM-DD")
    return msgspec.structs.replace(document, metadata=metadata, notes=(*document.notes, *notes))


def credible(metadata: Metadata) -> Metadata:
    """Metadata without an address that may not become a link, and without a day on which nothing was published.

    A page that has no date may state 0001-01-01, the least that its system can count. Title and outlet are without
    characters that would turn the direction of what is written behind them.
    """
    day = metadata.published
    return msgspec.structs.replace(
        metadata,
        title=metadata.title and _TURNING.sub("", metadata.title),
        outlet=metadata.outlet and _TURNING.sub("", metadata.outlet),
        url=web_url(metadata.url),
        published=day if day and _FIRST_YEAR <= day.year <= _LAST_YEAR else None,
    )


def article_ids(paths: Sequence[str]) -> list[str]:
    """An id for each document by its path, safe in a path and a URL, and the same as long as the files' names are.

    The file's name, or its whole path where two have one name, with a number where even that is not unique.
    """
    stems = [_stem(path) for path in paths]
    often = Counter(stems)
    names = [stem if often[stem] == 1 else slug(path) for stem, path in zip(stems, paths, strict=True)]
    return numbered(names)


@lru_cache(maxsize=100_000)
def _stem(path: str) -> str:
    return slug(PurePosixPath(path).stem + _entry(path))


def _entry(path: str) -> str:
    """The entry's number of a document from a feed, or nothing."""
    return "-" + path.rpartition("#")[2] if "#" in path else ""
