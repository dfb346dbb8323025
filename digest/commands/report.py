"""What a command says beside its results, on the error stream: faults with their lines, and how far it is."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from digest.config import Site
    from digest.errors import DigestError
    from digest.faults import Fault
    from digest.read import SetAside
    from digest.workers import Track

T = TypeVar("T")

SET_ASIDE = 3  # the exit code
_FEW = 20  # parts of work that are done before one could read a bar
_CONTROL = {code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}


def plain(text: str) -> str:
    """Text from an article or a file for the terminal: what would steer the terminal is spelt out."""
    return text.translate(_CONTROL)


def report_error(error: DigestError, site: Site | None = None) -> None:
    """Each fault with the lines it stands in, and what caused it."""
    from digest.faults import causes, faults_of

    report_faults(faults_of(error, site.root if site else Path(), site))
    for cause in causes(error):
        click.echo(f"Reason: {plain(cause)}", err=True)


def report_message(message: str) -> None:
    """A fault that has no lines to show."""
    _say("error", "red", message)


def report_faults(faults: Iterable[Fault]) -> None:
    """Each fault with the lines it stands in."""
    for fault in faults:
        _tell("error", "red", fault)


def report(set_aside: Iterable[SetAside], site: Site) -> None:
    """What is not on the site, and why."""
    from digest.faults import faults_of

    for item in set_aside:
        for fault in faults_of(item.error, site.root, site):
            _tell("set aside", "yellow", fault)


def finish(set_aside: Sequence[SetAside], site: Site) -> None:
    """Report what was set aside, and end with exit code 3 if anything was."""
    report(set_aside, site)
    if set_aside:
        sys.exit(SET_ASIDE)


def _tell(label: str, colour: str, fault: Fault) -> None:
    _say(label, colour, fault.message)
    if fault.lines and fault.file not in fault.message:
        click.echo(f"  in {_nearby(Path(fault.file))}", err=True)
    for number, text in fault.lines:
        here = number == fault.line
        click.echo(f"  {'>' if here else ' '} {number:4} {plain(text)}", err=True)
        if here and 0 < fault.column <= len(text) + 1:
            click.echo(f"         {''.join(c if c == chr(9) else ' ' for c in text[: fault.column - 1])}^", err=True)


def _say(label: str, colour: str, message: str) -> None:
    click.echo(f"{click.style(f'{label}:', fg=colour, bold=True)} {plain(message)}", err=True)


def _nearby(path: Path) -> Path:
    """A path as one would write it in this folder."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def counted(number: int, noun: str) -> str:
    """A number with its noun, which is given as for one."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def left_out(drafts: Sequence[str]) -> str:
    """What to add to a count of articles where some are left out as drafts."""
    return f"; {counted(len(drafts), 'draft')} left out" if drafts else ""


def progress(quiet: bool = False) -> Track:
    """Bars for work of many parts; none with `quiet`, or where no terminal would show them."""
    from digest.workers import untracked

    return untracked if quiet or not sys.stderr.isatty() else _track


def _track(work: str, results: Iterable[T], total: int) -> Iterable[T]:
    return results if total < _FEW else _with_bar(work, results, total)


def _with_bar(work: str, results: Iterable[T], total: int) -> Iterator[T]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description:>10}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        yield from bars.track(results, total, description=work)
