"""`digest init`."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click


@click.command(short_help="Make a small working site.")
@click.argument("directory", metavar="FOLDER", type=click.Path(file_okay=False, path_type=Path))
def command(directory: Path) -> None:
    """Make a small working site in FOLDER.

    \b
    Example:
      digest init desk
    """
    from digest.errors import OutputError

    if directory.exists() and any(directory.iterdir()):
        raise OutputError(f"{directory}: is not empty; name a new folder")
    _copy(files("digest") / "starter", directory)
    click.echo(f"{directory}: a site with two accounts of one event. Next: cd {directory} && digest serve --open")


def _copy(source: Traversable, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for entry in source.iterdir():
        if entry.is_dir():
            _copy(entry, target / entry.name)
        else:
            (target / entry.name).write_bytes(entry.read_bytes())
