"""`digest export`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from digest.commands.options import config_option, content_option, jobs_option, open_site
from digest.commands.report import finish

if TYPE_CHECKING:
    from digest.analyse import Analysis
    from digest.cache import Cache
    from digest.export import Format
    from digest.read import SetAside


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
    from digest import export
    from digest.analyse import with_analysis
    from digest.commands.report import progress
    from digest.errors import OutputError
    from digest.make import tables
    from digest.plugins import Host

    site = open_site(config, content)
    host = Host(site)
    formats = formats or export.FORMATS
    for kind in formats:
        export.file(f"plugins.{kind}", lambda _: ())  # what it lacks is said before the analysis and not after it

    def write(analysis: Analysis, cache: Cache) -> tuple[SetAside, ...]:
        try:
            directory.mkdir(parents=True, exist_ok=True)
            for table in tables(analysis.comparisons, host, cache, formats):
                (directory / table.url).write_bytes(table.data())
        except OSError as error:
            raise OutputError(f"{directory}: cannot be written: {error.strerror}") from error
        return analysis.set_aside

    finish(with_analysis(site, host, write, jobs, progress()), site)
