"""The command line. Exit codes: 0 all published, 1 nothing published, 2 usage, 3 published with articles set aside."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

import click
import msgspec

from digest import build as building
from digest import export as exporting
from digest.config import CONFIG_FILE, Site, load_site
from digest.errors import DigestError
from digest.plugins import Host
from digest.read import SetAside

_config = click.option(
    "--config",
    type=click.Path(dir_okay=False, path_type=Path),
    default=CONFIG_FILE,
    show_default=True,
    help="The site's configuration.",
)
_content = click.option(
    "--content",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the articles, instead of the one in site.yaml.",
)

_jobs = click.option(
    "--jobs", type=click.IntRange(min=1), help="Processes to use; by default one a core when there is much to do."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="news-digest", prog_name="digest")
def cli() -> None:
    """Compare how news outlets report the same event, as a static site."""


@cli.command()
@click.option("--strict", is_flag=True, help="Publish nothing if any article must be set aside.")
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), help="Folder of the site.")
@_content
@_config
@_jobs
def build(strict: bool, output: Path | None, content: Path | None, config: Path, jobs: int | None) -> None:
    """Build and publish the site.

    Example: digest build --strict
    """
    site = _site(config, content)
    if output is not None:
        site = msgspec.structs.replace(site, output=output)
    result = building.build(site, strict=strict, jobs=jobs)
    counts = building.counts(result.analysis.comparisons)
    click.echo(f"{site.output}: " + ", ".join(f"{number} {noun}" for noun, number in counts.items()))
    _finish(result.analysis.set_aside)


@cli.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, help="Port; the next free one if it is taken.")
@click.option("--open", "open_browser", is_flag=True, help="Open the site in a browser.")
@_content
@_config
def serve(host: str, port: int, open_browser: bool, content: Path | None, config: Path) -> None:
    """Show the site on this machine, and keep open pages up to date while you edit.

    Example: digest serve --open
    """
    # The web server takes longer to import than the rest of digest; other commands do without it.
    from digest.preview import Preview, Update
    from digest.serve import serve as run

    def ready(address: str, update: Update) -> None:
        for fault in update.faults:
            click.echo(f"error: {fault.message}", err=True)
        click.echo(
            f"{address}  build {update.version}, {update.seconds * 1000:.0f} ms, {len(update.changed)} files changed"
        )
        if open_browser and update.version == 1:
            click.launch(address)

    with suppress(KeyboardInterrupt):  # Ctrl-C is how a preview ends
        run(Preview(config, content), host, port, ready)


@cli.command()
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@_content
@_config
@_jobs
def export(directory: Path, content: Path | None, config: Path, jobs: int | None) -> None:
    """Write what the analysis found to DIRECTORY, as JSON Lines tables.

    Example: digest export tables --content articles
    """
    site = _site(config, content)
    analysis = building.analyse_site(site, Host(site), jobs)
    directory.mkdir(parents=True, exist_ok=True)
    for name, data in exporting.files(analysis.comparisons).items():
        (directory / name).write_bytes(data)
    _finish(analysis.set_aside)


def _site(config: Path, content: Path | None) -> Site:
    site = load_site(config)
    return site if content is None else msgspec.structs.replace(site, content=content)


def _finish(set_aside: tuple[SetAside, ...]) -> None:
    """Report what was set aside, and end with exit code 3 if anything was."""
    for fault in set_aside:
        where = f"{fault.path}:{fault.line}" if fault.line else fault.path
        click.echo(f"set aside: {where}: {fault.reason}", err=True)
    if set_aside:
        sys.exit(3)


def main() -> None:
    """Run the command line; a user's fault is shown as a message, a bug keeps its traceback."""
    try:
        cli()
    except DigestError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
