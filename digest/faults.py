"""Faults as people read them: what is wrong, and the lines of the file where it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from digest.config import Site
from digest.errors import (
    ConfigError,
    ContentError,
    DigestError,
    Place,
    PluginError,
    StrictError,
    ThemeError,
    places_of,
)
from digest.loading import definition

_PLACE = re.compile(r"(?P<file>[^\n:]+):(?P<line>\d+):(?:(?P<column>\d+):)? ")
_AROUND = 2


class Fault(msgspec.Struct, frozen=True):
    """One thing that is wrong. `lines` are the numbered lines around `line`, empty where there is no such file."""

    message: str
    file: str = ""
    line: int = 0
    column: int = 0
    lines: tuple[tuple[int, str], ...] = ()


def faults_of(error: DigestError, root: Path, site: Site | None = None) -> list[Fault]:
    """The faults that an error tells of. `root` is the site's folder; `site` is None if site.yaml is at fault."""
    if isinstance(error, ConfigError):
        return [_fault(message, *_named_place(message)) for message in error.faults]
    if isinstance(error, StrictError):
        faults = [fault for one in error.faults for fault in faults_of(one, root, site)]
        return [*faults, Fault("nothing is published, because of --strict; mend this, or build without it")]
    return [_fault(str(error), *_place(error, root, site))]


def causes(error: BaseException) -> Iterator[str]:
    """What led to an error and is not said in its message, one line each, nearest first."""
    cause = error.__cause__
    while cause is not None:
        # The operating system's word, and a parser's, is part of our own message.
        said = getattr(cause, "strerror", None) or getattr(cause, "problem", None) or getattr(cause, "reason", None)
        if str(said or cause) not in str(error):
            yield f"{type(cause).__name__}: {cause}"
        cause = cause.__cause__


def unexpected(error: Exception) -> Fault:
    """The fault for an exception that nobody foresaw."""
    return _fault(f"{type(error).__name__}: {error}", *_innermost(places_of(error), Path(__file__).parent))


def _fault(message: str, file: Path | None, line: int, column: int = 0) -> Fault:
    return Fault(message, str(file or ""), line, column, tuple(_excerpt(file, line)))


def _named_place(message: str) -> tuple[Path | None, int, int]:
    """The file, line and column that a message begins with."""
    match = _PLACE.match(message)
    return (Path(match["file"]), int(match["line"]), int(match["column"] or 0)) if match else (None, 0, 0)


def _place(error: DigestError, root: Path, site: Site | None) -> tuple[Path | None, int, int]:
    match error:
        case ContentError() if site:
            return site.content / error.path.partition("#")[0], error.line or 0, error.column or 0
        case ThemeError() if error.template:
            found = sorted((root / "themes").glob(f"*/templates/{error.template}"))
            return (found[0] if found else root / "themes" / error.template), error.line or 0, 0
        case PluginError() if error.places:
            return _innermost(error.places, root)
        case PluginError() if error.hook and (place := definition(error.plugin, error.hook)):
            return *place, 0
    return None, 0, 0


def _innermost(places: Sequence[Place], code: Path) -> tuple[Path | None, int, int]:
    """The last place, but one in the folder `code` before what it called in a library."""
    ours = [place for place in places if Path(place[0]).is_relative_to(code.resolve())]
    for file, line, column in reversed(ours or places):
        return Path(file), line, column
    return None, 0, 0


def _excerpt(file: Path | None, line: int) -> Iterator[tuple[int, str]]:
    if file is None or not line or not file.is_file():
        return
    lines = file.read_text("utf-8", errors="replace").splitlines()
    for number in range(max(1, line - _AROUND), min(len(lines), line + _AROUND) + 1):
        yield number, lines[number - 1][:200]
