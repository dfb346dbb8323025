"""`digest export`."""

from __future__ import annotations

from pathlib import Path

import click

from digest.commands.options import analysis_of, config_option, content_option, jobs_option, open_site
from digest.commands.report import finish


@click.command(short_help="Write what was found as tables.")
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@content_option
@config_option
@jobs_option
def command(directory: Path, content: Path | None, config: Path, jobs: int | None) -> None:
    """Write what the analysis found to DIRECTORY, as JSON Lines tables.

    \b
    Example:
      digest export tables --content articles
    """
    from digest.errors import OutputError
    from digest.export import files, rows
    from digest.plugins import Host

    site = open_site(config, content)
    analysis = analysis_of(site, Host(site), jobs)
    try:
        directory.mkdir(parents=True, exist_ok=True)
        for name, data in files(line for comparison in analysis.comparisons for line in rows(comparison)).items():
            (directory / name).write_bytes(data)
    except OSError as error:
        raise OutputError(f"{directory}: cannot be written: {error.strerror}") from error
    finish(analysis.set_aside, site)
