"""What `digest new` writes: the texts of `digest/scaffold/`, filled in."""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

import digest
from digest.config import CONFIG_FILE, STANDARD
from digest.hookspecs import hooks

File = tuple[Path, str]


def listed(name: str, hooks: tuple[str, ...]) -> str:
    """The list in site.yaml of all standard plugins and the new one.

    A reader stands first, since the first plugin that reads a file is the one that does.
    """
    names = (name, STANDARD) if "read_documents" in hooks else (STANDARD, name)
    return f"plugins: [{', '.join(names)}]"


def site_plugin(name: str, hooks: tuple[str, ...]) -> Iterator[File]:
    """A plugin of a site's own, with what it is for and its test."""
    notes = _text("notes.md.txt").format(
        name=name, config=CONFIG_FILE, hooks=", ".join(hooks), listed=listed(name, hooks)
    )
    yield Path("plugins") / f"{name}.py", _code(hooks)
    yield Path("plugins") / f"{name}.md", notes
    yield Path("tests") / f"test_{name}.py", _test(name, f'"{name}"', hooks, CONFIG_FILE)


def package(name: str, hooks: tuple[str, ...]) -> Iterator[File]:
    """A plugin as a folder `digest-plugin-NAME` that others can install."""
    module, title = f"digest_plugin_{name}", f"digest-plugin-{name.replace('_', '-')}"
    folder = Path(title)
    for file in ("pyproject.toml", "README.md"):
        text = _text(f"package/{file}.txt")
        yield folder / file, text.format(name=name, module=module, package=title, listed=listed(name, hooks))
    yield folder / f"{module}.py", _code(hooks)
    yield folder / "tests" / f"test_{name}.py", _test(name, module, hooks, "pyproject.toml")


def theme(name: str) -> Iterator[File]:
    """A theme that adds a style sheet to the standard one."""
    folder = Path("themes") / name
    yield folder / "theme.yaml", _text("theme/theme.yaml").format(name=name)
    for file in ("templates/base.html", "static/theme.css"):
        yield folder / file, _text(f"theme/{file}")


def _text(name: str) -> str:
    return (files("digest") / "scaffold" / name).read_text("utf-8")


def _code(hooks: tuple[str, ...]) -> str:
    """A module with these hooks and the imports that their types need."""
    functions = "\n\n".join(map(_hook, hooks))
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
    lines = re.sub(r"\n{3,}", "\n\n", "\n".join(imports)).strip("\n")
    return _text("plugin.py.txt").format(imports=lines, hooks=functions)


def signature_of(hook: Callable[..., Any]) -> str:
    """The arguments of a hook and what it gives, as one writes them."""
    return str(inspect.signature(hook)).replace("'", "")


def _hook(name: str) -> str:
    spec = hooks()[name]
    signature = signature_of(spec)
    gives = str(inspect.signature(spec).return_annotation)
    effect = "" if gives == "None" else f"\n    return {'None' if gives.endswith('None') else '[]'}"
    summary = (inspect.getdoc(spec) or "").replace('"', "'")
    summary = textwrap.indent(summary, "    ").lstrip() + ("\n    " if "\n" in summary else "")
    return _text("hook.py.txt").format(name=name, signature=signature, summary=summary, nothing=effect)


def _test(name: str, plugin: str, hooks: tuple[str, ...], plugin_file: str) -> str:
    """The module that tests a new plugin, which is named or imported."""
    tests = "\n\n".join(_trial(hook, plugin) for hook in hooks)
    imports = [
        "" if plugin.startswith('"') else f"import {plugin}",
        _import("digest", r"\b(?:Metadata|Page|Source)\b", tests),
        _import("digest.testing", r"\b(?:make_\w+|run_hook)\b", tests),
    ]
    lines = "\n".join(filter(None, imports))
    return _text("test.py.txt").format(name=name, plugin_file=plugin_file, imports=lines, tests=tests)


def _trial(hook: str, plugin: str) -> str:
    arguments, found = yaml.safe_load(_text("trials.yaml"))[hook]
    fixtures = "tmp_path" if "tmp_path" in arguments else ""
    arguments = f", {arguments}" if arguments else ""
    return _text("trial.py.txt").format(hook=hook, plugin=plugin, fixtures=fixtures, arguments=arguments, found=found)


def _import(module: str, names: str, code: str) -> str:
    """The import of what some code uses of a module, or nothing."""
    used = sorted(set(re.findall(names, code)))
    return f"from {module} import {', '.join(used)}" if used else ""
