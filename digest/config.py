"""`site.yaml`: read, checked, all faults at once, each with its key and line."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import yaml

from digest.errors import ConfigError
from digest.nodes import entries_of, line_of, value_of
from digest.text import web_url

CONFIG_FILE = "site.yaml"
STANDARD_PLUGINS: tuple[str, ...] = (
    "text",
    "markdown",
    "html",
    "web_archives",
    "feeds",
    "cleaning",
    "metadata",
    "quotes",
    "claims",
    "events",
    "people",
    "alignment",
    "reuse",
    "topics",
    "discrepancies",
    "statements",
)
STANDARD = "standard"  # the entry that stands for all of them
_MANY = 30  # names in a message
_MOST_BYTES = 100_000
_LONGEST = 255  # bytes that a file system allows for the name of a folder


class PluginEntry(msgspec.Struct, frozen=True):
    """A plugin listed in `site.yaml`: its name, its options, and the line of each (0 where there is no file)."""

    name: str
    options: Mapping[str, Any] = {}
    line: int = 0
    option_lines: Mapping[str, int] = {}


class Executor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where articles are analysed: in processes, or in a Dask cluster, by its scheduler's address or `local`."""

    dask: str | None = None


class Site(msgspec.Struct, frozen=True, kw_only=True):
    """A site's configuration. Folders are absolute, or relative to the current directory."""

    root: Path
    title: str = "Digest"
    description: str = ""
    base_url: str = ""
    language: str = "en"
    content: Path
    output: Path
    theme: str = "broadsheet"
    executor: Executor = Executor()
    plugins: tuple[PluginEntry, ...] = tuple(PluginEntry(name) for name in STANDARD_PLUGINS)


def load_site(file: Path) -> Site:
    """The configuration in a `site.yaml`; its folder is the site's root.

    Raises ConfigError with every fault found.
    """
    root = file.parent
    try:
        with file.open("rb") as opened:
            data = opened.read(_MOST_BYTES + 1)
    except OSError as error:
        raise ConfigError(
            [f"{file}: cannot be read ({error.strerror}); run digest in a site's folder, or make one: digest init"]
        ) from error
    if len(data) > _MOST_BYTES:
        raise ConfigError([f"{file}: is larger than {_MOST_BYTES // 1000} kB; a site's configuration has a few lines"])
    values, lines, faults = _values(entries_of(data, file), file)
    fields: dict[str, Any] = {}
    for key, value in values.items():
        where = f"{file}:{lines[key]}: {key}"
        if key == "plugins":
            fields[key] = _plugins(value, file, faults)
        elif key in _CHECKS:
            fault = fault_in(key, value)
            fields[key] = Executor(**value) if key == "executor" and not fault else value
            if fault:
                faults.append(f"{where}: {fault}")
        else:
            faults.append(f"{where}: unknown key{suggest(key, [*_CHECKS, 'plugins'])}")
    if faults:
        raise ConfigError(faults)
    content = root / fields.pop("content", "content")
    output = root / fields.pop("output", "public")
    if _overlap(content, output) or _overlap(root / "plugins", output) or root.resolve() == output.resolve():
        raise ConfigError([f"{file}: output: must be a folder of its own, apart from the content and the plugins"])
    return Site(root=root, content=content, output=output, **fields)


def _values(
    entries: Sequence[tuple[yaml.Node, yaml.Node]], file: Path
) -> tuple[dict[str, Any], dict[str, int], list[str]]:
    """The values (a node for `plugins`), the line of each key, and the faults so far."""
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    faults: list[str] = []
    for key_node, value_node in entries:
        where = f"{file}:{line_of(key_node)}"
        try:
            key = str(value_of(key_node))
            where = f"{where}: {key}"
            if key in values:
                faults.append(f"{where}: given twice, first on line {lines[key]}; keep one")
            lines[key] = line_of(key_node)
            values[key] = value_node if key == "plugins" else value_of(value_node)
        except ValueError as error:
            faults.append(f"{where}: {error}")
    return values, lines, faults


def _plugins(node: yaml.Node, file: Path, faults: list[str]) -> tuple[PluginEntry, ...]:
    if not isinstance(node, yaml.SequenceNode):
        faults.append(f"{file}:{line_of(node)}: plugins: must be a list, one `- name` a line")
        return ()
    entries: list[PluginEntry] = []
    for item in node.value:
        where = f"{file}:{line_of(item)}: plugins"
        try:
            entry = _entry(item)
        except ValueError as error:
            faults.append(f"{where}: {error}")
            continue
        if entry is None:
            faults.append(f"{where}: an entry is a name, or a name with its options (`- name: {{option: value}}`)")
        elif any(entry.name == other.name for other in entries):
            faults.append(f"{where}: {entry.name!r} is listed twice; keep one")
        elif entry.name == STANDARD and entry.options:
            faults.append(f"{where}: {STANDARD!r} stands for several and has no options; list the one that has them")
        else:
            entries.append(entry)
    return spelt_out(entries)


def spelt_out(entries: Sequence[PluginEntry]) -> tuple[PluginEntry, ...]:
    """The entries, with the standard plugins that are not named in place of the entry `standard`."""
    named = {entry.name for entry in entries}
    others = [name for name in STANDARD_PLUGINS if name not in named]
    return tuple(
        plugin
        for entry in entries
        for plugin in ([PluginEntry(name, line=entry.line) for name in others] if entry.name == STANDARD else [entry])
    )


def _entry(item: yaml.Node) -> PluginEntry | None:
    """A list item `name` or `name: {option: value}`; None for anything else."""
    if isinstance(item, yaml.ScalarNode) and isinstance(name := value_of(item), str):
        return PluginEntry(name, {}, line_of(item))
    if not isinstance(item, yaml.MappingNode) or len(item.value) != 1:
        return None
    (key, options) = item.value[0]
    name, values = value_of(key), value_of(options)
    values = {} if values is None else values
    if not isinstance(name, str) or not isinstance(values, dict):
        return None
    if not all(isinstance(option, str) for option in values):
        raise ValueError(f"{name}: the name of an option must be a word")
    lines = {value_of(option): line_of(option) for option, _ in options.value} if values else {}
    return PluginEntry(name, values, line_of(item), lines)


def fault_in(key: str, value: Any) -> str | None:
    """What is wrong with the value of a key, None if it is good."""
    return _CHECKS[key](value)


def suggest(name: str, known: list[str]) -> str:
    """What to say after "unknown": the near miss that was meant, or the names that would do if they are not many."""
    if near := difflib.get_close_matches(name, known, 1):
        return f": did you mean {near[0]!r}?"
    if len(known) > _MANY:
        return f"; {len(known)} are known"
    return f"; known are {', '.join(sorted(known))}" if known else "; it has none"


def _overlap(first: Path, second: Path) -> bool:
    a, b = first.resolve(), second.resolve()
    return a == b or a in b.parents or b in a.parents


def _text(value: Any) -> str | None:
    return None if isinstance(value, str) else f"must be text, not {type(value).__name__}; put it in quotation marks"


def _folder(value: Any) -> str | None:
    if fault := _text(value):
        return fault
    good = value.strip() and "\0" not in value and all(len(part.encode()) <= _LONGEST for part in Path(value).parts)
    return None if good else "must name a folder"


def _base_url(value: Any) -> str | None:
    if fault := _text(value):
        return fault
    good = not value or (web_url(value) == value and not re.search(r"[?#]", value))
    return None if good else "must be an address such as https://example.org/digest/"


def _executor(value: Any) -> str | None:
    dask = value.get("dask") if isinstance(value, dict) and set(value) == {"dask"} else None
    if isinstance(dask, str) and (dask == "local" or re.fullmatch(r"(tcp|tls|ws|wss)://[^/\s]+", dask)):
        return None
    return "must be {dask: local}, or {dask: tcp://HOST:PORT} with the address of a Dask scheduler"


_CHECKS = {
    "title": _text,
    "description": _text,
    "base_url": _base_url,
    "language": _text,
    "content": _folder,
    "output": _folder,
    "theme": _folder,
    "executor": _executor,
}
