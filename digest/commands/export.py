"""`digest export`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from digest.commands.options import analysis_of, config_option, content_option, jobs_option, open_site
from digest.commands.report import finish

if TYPE_CHECKING:
    from digest.export import Format


@click.command(short_help="Write what was found as tables.")
@click.argument("directory", metavar="FOLDER", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--format",
    "formats",
    type=click.Choice(["jsonl", "csv", "parquet"]),
    multiple=True,
    metavar="FORMAT",
    help="jsonl, csv or parquet, also several times; by default jsonl and csv.",
)
@content_option
@config_option
@jobs_option
def command(directory: Path, formats: tuple[Format, ...], content: Path | None, config: Path, jobs: int | None) -> None:
    """Write what the analysis found to FOLDER, as tables.

    \b
    Examples:
      digest export tables
      digest export tables --format parquet --format csv
    """
    from digest.errors import OutputError
    from digest.export import FORMATS, files, parts, plugin_parts
    from digest.plugins import Host

    site = open_site(config, content)
    host = Host(site)
    analysis = analysis_of(site, host, jobs)
    found = [plugin_parts(host.plugins), *(parts(comparison) for comparison in analysis.comparisons)]
    tables = files(found, formats or FORMATS)
    try:
        directory.mkdir(parents=True, exist_ok=True)
        for name, data in tables.items():
            (directory / name).write_bytes(data)
    except OSError as error:
        raise OutputError(f"{directory}: cannot be written: {error.strerror}") from error
    finish(analysis.set_aside, site)
