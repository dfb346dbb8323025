"""The command line. Exit codes: 0 all published, 1 nothing published, 2 usage, 3 published with articles set aside."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import click

from digest.errors import DigestError

# A command's module is imported when it is asked for: by name, or for the list of commands.
_COMMANDS = {
    "init": "init:command",
    "build": "build:command",
    "serve": "serve:command",
    "add": "add:command",
    "check": "check:command",
    "show": "show:command",
    "explain": "explain:command",
    "export": "export:command",
    "plugins": "plugins:command",
    "hooks": "plugins:hooks_command",
    "new": "new:command",
    "config": "config:command",
    "clean": "clean:command",
}


class _Commands(click.Group):
    """The commands of digest, in the order in which one meets them, then those of the site's plugins."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*_COMMANDS, *sorted(self._plugins().commands)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return self._plugins().commands.get(cmd_name)
        module, _, name = _COMMANDS[cmd_name].partition(":")
        found: click.Command = getattr(importlib.import_module(f"digest.commands.{module}"), name)
        found.name = cmd_name
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from digest.config import suggest

            raise click.UsageError(f"No such command {args[0]!r}{suggest(args[0], [*_COMMANDS])}", ctx) from error

    def _plugins(self) -> click.Group:
        """The commands that the plugins of the site in this folder register; none outside a site."""
        registered = click.Group()
        if Path("site.yaml").is_file():
            import msgspec

            from digest.config import STANDARD_PLUGINS, load_site
            from digest.plugins import Host

            site = load_site(Path("site.yaml"))
            # The standard plugins have no commands; importing them all would take longer than the help.
            others = tuple(entry for entry in site.plugins if entry.name not in STANDARD_PLUGINS)
            if others:
                host = Host(msgspec.structs.replace(site, plugins=others))
                host.notify("register_commands", "the command line", cli=registered)
        return registered


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--debug", is_flag=True, help="Show where in the program a fault was raised.")
@click.version_option(package_name="news-digest", prog_name="digest")
@click.pass_context
def cli(ctx: click.Context, debug: bool) -> None:
    """Compare how news outlets report the same event, as a static site."""
    ctx.obj = debug


def main() -> None:
    """Run the command line; a user's fault is shown as a message, a bug keeps its traceback."""
    try:
        cli()
    except DigestError as error:
        if "--debug" in sys.argv[1:]:
            raise
        _print(error)
        sys.exit(1)


def _print(error: DigestError) -> None:
    """Each fault with the lines it stands in and its causes."""
    from digest.faults import causes, faults_of

    for fault in faults_of(error, Path()):
        click.echo(f"{click.style('error:', fg='red', bold=True)} {fault.message}", err=True)
        for number, text in fault.lines:
            mark = ">" if number == fault.line else " "
            click.echo(f"  {mark} {number:4} {text}", err=True)
    for cause in causes(error):
        click.echo(f"Reason: {cause}", err=True)


if __name__ == "__main__":
    main()
