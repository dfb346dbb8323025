"""`digest serve`."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from digest.commands.options import config_option, content_option
from digest.commands.report import progress, report_faults

if TYPE_CHECKING:
    from digest.preview import Update


@click.command(short_help="Show the site while you edit.")
@click.option("--host", default="127.0.0.1", metavar="ADDRESS", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(1, 65_535),
    default=8000,
    metavar="NUMBER",
    show_default=True,
    help="Port; the next free one if it is taken.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the site in a browser.")
@click.option("--drafts", is_flag=True, help="Show the articles that say `draft: true`, too.")
@content_option
@config_option
def command(host: str, port: int, open_browser: bool, drafts: bool, content: Path | None, config: Path) -> None:
    """Show the site on this machine, and keep open pages up to date while you edit.

    \b
    Example:
      digest serve --open
    """
    from digest.preview import Preview
    from digest.serve import serve

    def ready(address: str, update: Update) -> None:
        report_faults(update.faults)
        done = "failed" if update.faults else f"{update.seconds * 1000:.0f} ms"
        click.echo(f"{address}  build {update.version}, {done}")
        if update.version == 1:
            click.echo("Ctrl-C ends it.", err=True)
            if open_browser:
                click.launch(address)

    with suppress(KeyboardInterrupt):  # Ctrl-C is how a preview ends
        serve(Preview(config, content, drafts=drafts, track=progress()), host, port, ready)
