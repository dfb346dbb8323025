"""Faults as people read them: what is wrong, and the lines of the file where it is."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator
from pathlib import Path

import msgspec

from digest.config import Site
from digest.errors import ConfigError, ContentError, DigestError, PluginError, ThemeError

_PLACE = re.compile(r"(?P<file>[^\n:]+):(?P<line>\d+): ")
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
    return [_fault(str(error), *_place(error, root, site))]


def causes(error: BaseException) -> Iterator[str]:
    """What led to an error, one line each, nearest first."""
    cause = error.__cause__
    while cause is not None:
        yield f"{type(cause).__name__}: {cause}"
        cause = cause.__cause__


def unexpected(error: Exception) -> Fault:
    """The fault for an exception that nobody foresaw."""
    return _fault(f"{type(error).__name__}: {error}", *_raised(error))


def _fault(message: str, file: Path | None, line: int, column: int = 0) -> Fault:
    return Fault(message, str(file or ""), line, column, tuple(_excerpt(file, line)))


def _named_place(message: str) -> tuple[Path | None, int]:
    """The file and line that a message begins with."""
    match = _PLACE.match(message)
    return (Path(match["file"]), int(match["line"])) if match else (None, 0)


def _place(error: DigestError, root: Path, site: Site | None) -> tuple[Path | None, int, int]:
    match error:
        case ContentError() if site:
            return site.content / error.path.partition("#")[0], error.line or 0, 0
        case ThemeError() if error.template:
            found = sorted((root / "themes").glob(f"*/templates/{error.template}"))
            return (found[0] if found else root / "themes" / error.template), error.line or 0, 0
        case PluginError() if error.__cause__:
            return _raised(error.__cause__)
    return None, 0, 0


def _raised(cause: BaseException) -> tuple[Path | None, int, int]:
    """Where an exception was raised: for a syntax error the line at fault, else the innermost frame."""
    if isinstance(cause, SyntaxError) and cause.filename:
        return Path(cause.filename), cause.lineno or 0, cause.offset or 0
    frames = traceback.extract_tb(cause.__traceback__)
    if not frames:
        return None, 0, 0
    return Path(frames[-1].filename), frames[-1].lineno or 0, (frames[-1].colno or -1) + 1


def _excerpt(file: Path | None, line: int) -> Iterator[tuple[int, str]]:
    if file is None or not line or not file.is_file():
        return
    lines = file.read_text("utf-8", errors="replace").splitlines()
    for number in range(max(1, line - _AROUND), min(len(lines), line + _AROUND) + 1):
        yield number, lines[number - 1][:200]
