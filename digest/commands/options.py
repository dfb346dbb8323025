"""What several commands share: options, the site they work on, and how they end."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from digest.analyse import Analysis
    from digest.config import Site
    from digest.plugins import Host
    from digest.read import SetAside
    from digest.workers import Track

T = TypeVar("T")

_FEW = 20  # parts of work that are done before one could read a bar
CONFIG_FILE = "site.yaml"

config_option = click.option(
    "--config",
    type=click.Path(dir_okay=False, path_type=Path),
    default=CONFIG_FILE,
    show_default=True,
    help="The site's configuration.",
)
content_option = click.option(
    "--content",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the articles, instead of the one in site.yaml.",
)
jobs_option = click.option(
    "--jobs", type=click.IntRange(min=1), help="Processes to use; by default one a core when there is much to do."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs.")


def open_site(config: Path, content: Path | None = None) -> Site:
    """The site of a configuration, with another content folder if one is given. Raises ConfigError."""
    import msgspec

    from digest.config import load_site

    site = load_site(config)
    return site if content is None else msgspec.structs.replace(site, content=content)


def analysis_of(site: Site, host: Host, jobs: int | None = None) -> Analysis:
    """The analysis of the site's articles, with bars that show how far it is."""
    from digest.build import analyse_site

    with progress() as track:
        return analyse_site(site, host, jobs, track)


@contextmanager
def progress(quiet: bool = False) -> Iterator[Track]:
    """Bars on standard error for work of many parts; none with `quiet`, or where no terminal would show them."""
    from digest.workers import untracked

    if quiet or not sys.stderr.isatty():
        yield untracked
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description:>10}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:

        def track(work: str, results: Iterable[T], total: int) -> Iterable[T]:
            return results if total < _FEW else bars.track(results, total, description=work)

        yield track


def report(set_aside: Iterable[SetAside]) -> None:
    """Say on standard error what is not on the site, and why."""
    for fault in set_aside:
        where = f"{fault.path}:{fault.line}" if fault.line else fault.path
        click.echo(f"set aside: {where}: {fault.reason}", err=True)


def finish(set_aside: tuple[SetAside, ...]) -> None:
    """Report what was set aside, and end with exit code 3 if anything was."""
    report(set_aside)
    if set_aside:
        sys.exit(3)


def left_out(drafts: Sequence[str]) -> str:
    """What to add to a count of articles where some are left out as drafts."""
    return f"; {len(drafts)} {'draft' if len(drafts) == 1 else 'drafts'} left out" if drafts else ""


def print_json(value: Any) -> None:
    """Print a value as JSON."""
    import msgspec

    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())
