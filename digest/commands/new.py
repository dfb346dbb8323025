"""`digest new`."""

from __future__ import annotations

import inspect
import keyword
from pathlib import Path

import click

from digest.commands.options import CONFIG_FILE

_PLUGIN = '''"""TODO: say in one sentence what this plugin does."""

from digest import hookimpl


{hooks}'''
_HOOK = '''@hookimpl
def {name}({arguments}):
    """{summary}"""
    return {nothing}
'''
_THEME = "# Files in templates/ and static/ take the place of the standard theme's; the rest is its.\nname: {name}\n"
_TEMPLATE = """{% extends "default:base.html" %}
{% block styles %}
{{ super() }}
<link rel="stylesheet" href="{{ root }}{{ asset('theme.css') }}">
{% endblock %}
"""


@click.group()
def command() -> None:
    """Start a plugin or a theme."""


@command.command()
@click.argument("name")
@click.option("--hook", "hooks", multiple=True, help="A hook to implement; may be given several times.")
def plugin(name: str, hooks: tuple[str, ...]) -> None:
    """Write plugins/NAME.py, a plugin that does nothing yet.

    Example: digest new plugin job_titles --hook tag_discrepancies
    """
    from digest import hookspecs

    known = {n: h for n, h in inspect.getmembers(hookspecs, inspect.isfunction) if hasattr(h, "digest_spec")}
    if not name.isidentifier() or keyword.iskeyword(name):
        raise click.BadParameter("must be a Python name, such as job_titles", param_hint="NAME")
    for hook in hooks:
        if hook not in known:
            from digest.config import suggest

            raise click.BadParameter(f"no hook {hook!r}{suggest(hook, list(known))}", param_hint="--hook")
    code = "\n\n".join(_hook(hook, known[hook]) for hook in hooks or ("extract_claims",))
    _write(Path("plugins") / f"{name}.py", _PLUGIN.format(hooks=code))
    click.echo(f"Add `- {name}` to `plugins:` in {CONFIG_FILE}.")


@command.command()
@click.argument("name")
def theme(name: str) -> None:
    """Write themes/NAME, a theme that adds a style sheet to the standard one.

    Example: digest new theme evening
    """
    if not name.replace("-", "").replace("_", "").isalnum():
        raise click.BadParameter("must be letters, digits and hyphens", param_hint="NAME")
    folder = Path("themes") / name
    _write(folder / "theme.yaml", _THEME.format(name=name))
    _write(folder / "templates" / "base.html", _TEMPLATE)
    _write(folder / "static" / "theme.css", ":root {\n}\n")
    click.echo(f"Set `theme: {name}` in {CONFIG_FILE}.")


def _hook(name: str, spec: object) -> str:
    assert callable(spec)
    arguments = ", ".join(inspect.signature(spec).parameters)
    chooses = (getattr(spec, "digest_spec", None) or {}).get("firstresult")
    effect = "None" if "-> None" in inspect.getsource(spec) or chooses else "[]"
    if name in ("find_metadata", "template_context"):
        effect = "None"
    summary = (inspect.getdoc(spec) or "").replace('"', "'")
    return _HOOK.format(name=name, arguments=arguments, summary=summary, nothing=effect)


def _write(path: Path, text: str) -> None:
    """Write a new file; one that is there is left alone. Raises OutputError."""
    from digest.errors import OutputError

    if path.exists():
        raise OutputError(f"{path}: is already there; choose another name")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    click.echo(path)
