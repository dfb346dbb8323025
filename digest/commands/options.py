"""What several commands share: options, and the site they work on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from digest.analyse import Analysis
    from digest.config import Site
    from digest.plugins import Host

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
    metavar="FOLDER",
    help="Folder of the articles, instead of the one in site.yaml.",
)
jobs_option = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="NUMBER",
    help="Processes to use; by default one a core when there is much to do.",
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
    from digest.analyse import analyse_site
    from digest.commands.report import progress

    return analyse_site(site, host, jobs, progress())


def print_json(value: Any) -> None:
    """Print a value as JSON."""
    import msgspec

    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())
