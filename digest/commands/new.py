"""`digest new`."""

from __future__ import annotations

import inspect
import keyword
import re
import textwrap
from pathlib import Path

import click

from digest.commands.options import CONFIG_FILE

_PLUGIN = '''"""TODO: say in one sentence what this plugin does."""

from __future__ import annotations

{imports}


{hooks}'''
_HOOK = '''@hookimpl
def {name}{signature}:
    """{summary}"""{nothing}
'''
_TEST = '''"""Tests of the plugin {name}; run `pytest` in the folder that has {plugin_file}."""

{imports}

TEXT = "Title of the story\\n\\nOne sentence of it.\\n"


{tests}'''
_TRIAL = """def test_{hook}({fixtures}):
    assert run_hook({plugin}, "{hook}"{arguments}){found}
"""
# What a test calls each hook with, and what a plugin that does nothing gives.
_TRIALS = {
    "read_documents": ('Source("story.new", TEXT.encode())', " is None"),
    "label_blocks": ("make_article(TEXT).document", " == ()"),
    "find_metadata": ("make_article(TEXT).document", " == Metadata()"),
    "extract_quotes": ("make_article(TEXT)", " == ()"),
    "extract_claims": ("make_article(TEXT)", " == ()"),
    "group_articles": ("[make_account(TEXT)]", " is None"),
    "locate_event": ('make_comparison({"Courier": TEXT}).event', " is None"),
    "resolve_people": ('make_comparison({"Courier": TEXT}).event', " == ()"),
    "align_quotes": ('make_comparison({"Courier": TEXT, "Herald": TEXT}).event', " == ()"),
    "find_reuse": ('make_comparison({"Courier": TEXT, "Herald": TEXT}).event', " == ()"),
    "tag_discrepancies": ('make_comparison({"Courier": TEXT, "Herald": TEXT}).collation', " == ()"),
    "map_topics": ('make_comparison({"Courier": TEXT, "Herald": TEXT}).collation', " == ()"),
    "find_statements": ('make_comparison({"Courier": TEXT, "Herald": TEXT}).collation', " == ()"),
    "register_pages": ('[make_comparison({"Courier": TEXT})]', " == []"),
    "prepare_environment": ("", ".filters"),
    "template_context": ('Page(url="a.html", template="a.html", title="A", context=None)', " == {}"),
    "build_finished": ("tmp_path", " is None"),
    "register_commands": ("", ".commands == {}"),
}
_PYPROJECT = """[build-system]
requires = ["setuptools>=77"]
build-backend = "setuptools.build_meta"

[project]
name = "{package}"
version = "0.1.0"
description = "TODO: the same sentence as in {module}.py."
readme = "README.md"
requires-python = ">=3.11"
dependencies = ["news-digest"]

[project.entry-points."digest.plugins"]
{name} = "{module}"

[tool.setuptools]
py-modules = ["{module}"]

[tool.pytest.ini_options]
pythonpath = ["."]
"""
_README = """# {package}

A plugin for [digest](https://pypi.org/project/news-digest/). TODO: what it does, in one sentence.

Install it with `pip install {package}`, and list it in `site.yaml`. The first plugin that reads a file is the one
that does, so a reader stands above `standard`; all others stand below:

```yaml
{listed}
```

`standard` stands for all plugins that come with digest.
"""
_NOTES = """# {name}

TODO: what this plugin does, in one sentence. It runs where `{name}` stands in the list of plugins in {config}:

```yaml
{listed}
```

`standard` stands for all plugins that come with digest.

Hooks: {hooks}. What they get and return: `digest hooks`.

Its test is tests/test_{name}.py; run `pytest` in the folder that has {config}.
"""
_THEME = "# Files in templates/ and static/ take the place of the standard theme's; the rest is its.\nname: {name}\n"
_TEMPLATE = """{% extends "default:base.html" %}
{% block styles %}
{{ super() }}
<link rel="stylesheet" href="{{ root }}{{ asset('theme.css') }}">
{% endblock %}
"""


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
    from digest import hookspecs
    from digest.config import STANDARD, STANDARD_PLUGINS

    known = {n: h for n, h in inspect.getmembers(hookspecs, inspect.isfunction) if hasattr(h, "digest_spec")}
    if not name.isidentifier() or keyword.iskeyword(name):
        raise click.BadParameter("must be a Python name, such as job_titles", param_hint="NAME")
    if name in (STANDARD, *STANDARD_PLUGINS):
        message = f"{name} is a standard plugin, and a file of that name would take its place; choose another"
        raise click.BadParameter(message, param_hint="NAME")
    for hook in hooks:
        if hook not in known:
            from digest.config import suggest

            raise click.BadParameter(f"no hook {hook!r}{suggest(hook, list(known))}", param_hint="--hook")
    hooks = hooks or ("extract_claims",)
    code = _code("\n\n".join(_hook(hook, known[hook]) for hook in hooks))
    if package:
        _write_package(name, code, hooks)
    else:
        _write(Path("plugins") / f"{name}.py", code)
        notes = _NOTES.format(name=name, config=CONFIG_FILE, hooks=", ".join(hooks), listed=_listed(name, hooks))
        _write(Path("plugins") / f"{name}.md", notes)
        _write(Path("tests") / f"test_{name}.py", _test(name, f'"{name}"', hooks, CONFIG_FILE))
        click.echo(_next_step(name, hooks))


def _code(functions: str) -> str:
    """A module with these functions and the imports that their types need."""
    import digest

    code = re.sub(r'""".*?"""', "", functions, flags=re.DOTALL)
    public = rf"\b(?:{'|'.join(digest.__all__)})\b"
    imports = [
        _import("collections.abc", r"\b(?:Iterable|Sequence)\b", functions),
        _import("pathlib", r"\bPath\b", functions),
        _import("typing", r"\bAny\b", functions),
        "",
        *[f"import {module}" for module in ("click", "jinja2") if f"{module}." in functions],
        "",
        _import("digest", public, code),
        _import("digest.errors", r"\bContentError\b", code),
    ]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(line for line in imports if line is not None)).strip("\n")
    return _PLUGIN.format(imports=text, hooks=functions)


def _listed(name: str, hooks: tuple[str, ...]) -> str:
    """The list in site.yaml of all standard plugins and the new one.

    A reader stands first, since the first plugin that reads a file is the one that does.
    """
    from digest.config import STANDARD

    names = (name, STANDARD) if "read_documents" in hooks else (STANDARD, name)
    return f"plugins: [{', '.join(names)}]"


def _next_step(name: str, hooks: tuple[str, ...]) -> str:
    """What to write into site.yaml."""
    config = Path(CONFIG_FILE)
    if config.is_file() and re.search(r"^plugins:", config.read_text("utf-8"), re.MULTILINE):
        place = "first under" if "read_documents" in hooks else "to"
        return f"Add `- {name}` {place} `plugins:` in {CONFIG_FILE}."
    return f"Only listed plugins run. Add to {CONFIG_FILE}:\n{_listed(name, hooks)}"


def _write_package(name: str, code: str, hooks: tuple[str, ...]) -> None:
    """Write the folder digest-plugin-NAME."""
    module, package = f"digest_plugin_{name}", f"digest-plugin-{name.replace('_', '-')}"
    folder = Path(package)
    names = {"name": name, "module": module, "package": package}
    _write(folder / "pyproject.toml", _PYPROJECT.format(**names))
    _write(folder / "README.md", _README.format(**names, listed=_listed(name, hooks)))
    _write(folder / f"{module}.py", code)
    _write(folder / "tests" / f"test_{name}.py", _test(name, module, hooks, "pyproject.toml"))
    click.echo(f"Install it with `pip install --editable {package}`.")


def _test(name: str, plugin: str, hooks: tuple[str, ...], plugin_file: str) -> str:
    """The module that tests a new plugin, which is named or imported."""
    tests = "\n\n".join(_trial(hook, plugin) for hook in hooks)
    imports = [
        "" if plugin.startswith('"') else f"import {plugin}",
        _import("digest", r"\b(?:Metadata|Page|Source)\b", tests),
        _import("digest.testing", r"\b(?:make_\w+|run_hook)\b", tests),
    ]
    return _TEST.format(name=name, plugin_file=plugin_file, imports="\n".join(filter(None, imports)), tests=tests)


def _trial(hook: str, plugin: str) -> str:
    arguments, found = _TRIALS[hook]
    fixtures = "tmp_path" if "tmp_path" in arguments else ""
    arguments = f", {arguments}" if arguments else ""
    return _TRIAL.format(hook=hook, plugin=plugin, fixtures=fixtures, arguments=arguments, found=found)


def _import(module: str, names: str, code: str) -> str:
    """The import of what some code uses of a module, or nothing."""
    used = sorted(set(re.findall(names, code)))
    return f"from {module} import {', '.join(used)}" if used else ""


@command.command(short_help="Write a theme that adds a style sheet.")
@click.argument("name")
def theme(name: str) -> None:
    """Write themes/NAME, a theme that adds a style sheet to the standard one.

    \b
    Example:
      digest new theme evening
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
    signature = str(inspect.signature(spec)).replace("'", "")
    gives = str(inspect.signature(spec).return_annotation)
    effect = "" if gives == "None" else f"\n    return {'None' if gives.endswith('None') else '[]'}"
    summary = (inspect.getdoc(spec) or "").replace('"', "'")
    summary = textwrap.indent(summary, "    ").lstrip() + ("\n    " if "\n" in summary else "")
    return _HOOK.format(name=name, signature=signature, summary=summary, nothing=effect)


def _write(path: Path, text: str) -> None:
    """Write a new file; one that is there is left alone. Raises OutputError."""
    from digest.errors import OutputError

    if path.exists():
        raise OutputError(f"{path}: is already there; choose another name")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    click.echo(path)
