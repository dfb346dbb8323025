"""`digest new`."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable
from pathlib import Path

import click

from digest.commands.options import CONFIG_FILE


@click.group(short_help="Start a plugin or a theme.")
def command() -> None:
    """Start a plugin or a theme."""


@command.command(short_help="Write a plugin that does nothing yet, and its test.")
@click.argument("name")
@click.option("--hook", "hooks", multiple=True, metavar="HOOK", help="A hook to implement; may be given several times.")
@click.option("--package", is_flag=True, help="Write a package that others can install.")
def plugin(name: str, hooks: tuple[str, ...], package: bool) -> None:
    """Write plugins/NAME.py, a plugin that does nothing yet, and its test in tests/.

    \b
    Example:
      digest new plugin job_titles --hook tag_discrepancies
    """
    from digest.commands import scaffold

    _check(name, hooks)
    hooks = hooks or ("extract_claims",)
    if package:
        written = _write(scaffold.package(name, hooks))
        click.echo(f"Install it with `pip install --editable {written[0].parent}`.")
    else:
        _write(scaffold.site_plugin(name, hooks))
        click.echo(_next_step(name, hooks))


def _check(name: str, hooks: tuple[str, ...]) -> None:
    from digest import hookspecs
    from digest.config import STANDARD, STANDARD_PLUGINS, suggest

    if not name.isidentifier() or keyword.iskeyword(name):
        raise click.BadParameter("must be a Python name, such as job_titles", param_hint="NAME")
    if name in (STANDARD, *STANDARD_PLUGINS):
        message = f"{name} is a standard plugin, and a file of that name would take its place; choose another"
        raise click.BadParameter(message, param_hint="NAME")
    known = list(hookspecs.hooks())
    for hook in hooks:
        if hook not in known:
            raise click.BadParameter(f"no hook {hook!r}{suggest(hook, known)}", param_hint="--hook")


def _next_step(name: str, hooks: tuple[str, ...]) -> str:
    """What to write into site.yaml."""
    from digest.commands.scaffold import listed

    config = Path(CONFIG_FILE)
    if config.is_file() and re.search(r"^plugins:", config.read_text("utf-8"), re.MULTILINE):
        place = "first under" if "read_documents" in hooks else "to"
        return f"Add `- {name}` {place} `plugins:` in {CONFIG_FILE}."
    return f"Only listed plugins run. Add to {CONFIG_FILE}:\n{listed(name, hooks)}"


@command.command(short_help="Write a theme that adds a style sheet.")
@click.argument("name")
def theme(name: str) -> None:
    """Write themes/NAME, a theme that adds a style sheet to the standard one.

    \b
    Example:
      digest new theme evening
    """
    from digest.commands import scaffold

    if not name.replace("-", "").replace("_", "").isalnum():
        raise click.BadParameter("must be letters, digits and hyphens", param_hint="NAME")
    _write(scaffold.theme(name))
    click.echo(f"Set `theme: {name}` in {CONFIG_FILE}.")


def _write(files: Iterable[tuple[Path, str]]) -> list[Path]:
    """Write new files; where one is there already, none is written. Raises OutputError."""
    from digest.errors import OutputError

    files = list(files)
    for path, _ in files:
        if path.exists():
            raise OutputError(f"{path}: is already there; choose another name")
    for path, text in files:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        click.echo(path)
    return [path for path, _ in files]
