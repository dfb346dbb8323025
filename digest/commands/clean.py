"""`digest clean`."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from digest.commands.options import config_option, open_site

if TYPE_CHECKING:
    from digest.config import Site


@click.command(short_help="Remove what digest made.")
@config_option
def command(config: Path) -> None:
    """Remove the published site and what builds keep for each other.

    \b
    Example:
      digest clean
    """
    from digest.publish import remove

    site = open_site(config)
    forget(site)
    remove(site.output)


def forget(site: Site) -> None:
    """Remove the results of earlier builds."""
    from digest.cache_file import CACHE_FOLDER

    with suppress(FileNotFoundError):
        shutil.rmtree(site.root / CACHE_FOLDER)
