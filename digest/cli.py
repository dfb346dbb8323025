"""The command line. Exit codes: 0 done, 1 nothing published, 2 usage, 3 done with articles set aside, 130 stopped."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from pathlib import Path
from typing import NoReturn

import click

from digest.errors import DigestError

# The commands in the order in which one meets them, under what they are for. A command's module is imported when it
# is asked for: by name, or for the list of commands.
_SECTIONS = {
    "Start": {"init": "init:command", "add": "add:command", "new": "new:command"},
    "Publish": {
        "serve": "serve:command",
        "build": "build:command",
        "export": "export:command",
        "clean": "clean:command",
    },
    "Look": {"check": "check:command", "show": "show:command", "explain": "explain:command"},
    "Set up": {"plugins": "plugins:command", "hooks": "plugins:hooks_command", "config": "config:command"},
}
_COMMANDS = {name: place for section in _SECTIONS.values() for name, place in section.items()}
_EXAMPLES = """\b
Examples:
  digest init flood && cd flood     start with a small site
  digest add ~/Downloads/page.html  add an article
  digest serve --open               look at the site while you edit
  digest build                      publish it, into public/
"""
_PLUGIN_COMMANDS = "Of this site's plugins"


class _Commands(click.Group):
    """The commands of digest, then those of the plugins of the site in this folder."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        try:
            return [*_COMMANDS, *sorted(_plugin_commands().commands)]
        except (DigestError, OSError):  # help and completion work in a broken site too
            return [*_COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return _plugin_commands().commands.get(cmd_name)
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

            raise click.UsageError(f"no command {args[0]!r}{suggest(args[0], self.list_commands(ctx))}", ctx) from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        names = self.list_commands(ctx)
        width = max(map(len, names))
        others = [name for name in names if name not in _COMMANDS]
        for section, known in {**_SECTIONS, _PLUGIN_COMMANDS: dict.fromkeys(others, "")}.items():
            commands = [(name, self.get_command(ctx, name)) for name in known]
            rows = [(name.ljust(width), found.get_short_help_str(80)) for name, found in commands if found]
            if rows:
                with formatter.section(section):
                    formatter.write_dl(rows)


class _Registered(click.Group):
    """The commands of plugins; a name can be had once."""

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        name = name or cmd.name or ""
        if name in _COMMANDS or name in self.commands:
            raise ValueError(f"the command {name!r} is already taken; choose another name")
        super().add_command(cmd, name)


def _plugin_commands() -> click.Group:
    """The commands that the plugins of the site in this folder register; none outside a site."""
    registered = _Registered()
    config = Path("site.yaml")
    if not config.is_file() or (b"plugins" not in config.read_bytes() and not Path("plugins").is_dir()):
        return registered  # the standard plugins have no commands, and to import them takes longer than the help
    import msgspec

    from digest.config import load_site
    from digest.loading import locate
    from digest.plugins import Host

    site = load_site(config)
    others = tuple(entry for entry in site.plugins if locate(entry, site).origin != "standard")
    if others:
        host = Host(msgspec.structs.replace(site, plugins=others))
        host.notify("register_commands", "the command line", cli=registered)
    return registered


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=_EXAMPLES,
    invoke_without_command=True,
)
@click.option("--debug", is_flag=True, help="Show where in the program a fault was raised.")
@click.version_option(package_name="news-digest", prog_name="digest")
@click.pass_context
def cli(ctx: click.Context, debug: bool) -> None:
    """Compare how news outlets report the same event, as a static site."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def main() -> NoReturn:
    """Run the command line; a user's fault is shown as a message, a bug keeps its traceback."""
    gc.set_threshold(100_000)  # What is analysed is values without cycles: to look for these took a sixth of the time.
    arguments = [argument for argument in sys.argv[1:] if argument != "--debug"]
    debug = len(arguments) < len(sys.argv) - 1
    color = False if os.environ.get("NO_COLOR") else None  # no-color.org
    try:
        code = cli(arguments, prog_name="digest", standalone_mode=False, color=color)
    except (DigestError, PermissionError, click.ClickException) as error:
        if debug:
            raise
        with click.Context(cli, color=color):
            code = _tell(error)
    except (click.Abort, KeyboardInterrupt):
        code = 130
    except BrokenPipeError:  # whoever read our output has had enough, as in `digest show | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 141
    sys.exit(code or 0)


def _tell(error: DigestError | PermissionError | click.ClickException) -> int:
    """Show what is wrong; the exit code for it."""
    from digest.commands.report import report_error, report_message

    if isinstance(error, DigestError):
        report_error(error)
        return 1
    if isinstance(error, PermissionError):
        report_message(f"{error.filename}: {error.strerror}; change its rights or those of its folder, or name another")
        return 1
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return 0
    message = error.format_message()
    report_message(message[:1].lower() + message[1:])
    if isinstance(error, click.UsageError) and error.ctx:
        click.echo(f"{error.ctx.command_path} --help says what is possible", err=True)
    return error.exit_code


if __name__ == "__main__":
    main()
