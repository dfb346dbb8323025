"""Themes: where templates and static files come from.

A theme is a folder with `theme.yaml`, `templates/` and `static/`. A file is looked for in the site's theme, then
in the theme it extends, and so on, and last in the standard theme.
"""

from __future__ import annotations

import importlib.resources
import sys
from collections.abc import Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import msgspec
import yaml

from digest.cache import Key, key_of
from digest.config import Site, suggest
from digest.errors import ThemeError

STANDARD = "broadsheet"
_FILE = "theme.yaml"


class Theme(msgspec.Struct, frozen=True):
    """A theme and those that it falls back on, by name, nearest first; the standard theme is always the last."""

    layers: Mapping[str, Traversable]


class _Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The content of a `theme.yaml`."""

    name: str = ""
    extends: str = STANDARD


def load_theme(name: str, site_root: Path) -> Theme:
    """The theme of that name from the site's `themes/`, or the standard one.

    Raises ThemeError if there is none, if a `theme.yaml` is faulty, or if themes extend each other in a circle.
    """
    layers: dict[str, Traversable] = {}
    while name != STANDARD:
        if name in layers:
            raise ThemeError(f"extends itself: {' → '.join([*layers, name])}", template=f"{name}/{_FILE}")
        layers[name] = _find(name, site_root, list(layers))
        name = _settings(name, layers[name]).extends
    return Theme({**layers, STANDARD: importlib.resources.files("digest.themes") / STANDARD})


def look_of(theme: Theme, site: Site, plugins: Key) -> Key:
    """A key of all that the look of a site's pages depends on: theme, configuration, plugins, what is installed."""
    parts: list[bytes | str] = [site.title, site.description, site.base_url, site.language, site.theme, plugins]
    for layer, folder in theme.layers.items():
        for name, data in sorted(_files(folder).items()):
            parts += [f"{layer}/{name}", data]
    return key_of(*parts, *_distributions())


def _distributions() -> list[str]:
    """The names and versions of all installed distributions, as their folders have them."""
    return sorted(found.name for folder in sys.path for found in Path(folder).glob("*.dist-info"))


def static_files(theme: Theme) -> Mapping[str, bytes]:
    """The static files of a theme by their path below `static/`; the nearest theme's file wins."""
    found: dict[str, bytes] = {}
    for folder in reversed(list(theme.layers.values())):
        found |= _files(folder / "static")
    return dict(sorted(found.items()))


def read_template(folder: Traversable, name: str) -> str | None:
    """The source of a template in one folder; None if it is not there.

    Raises ThemeError if it is not UTF-8.
    """
    parts = name.split("/")
    if not all(parts) or any(part in {".", ".."} or "\\" in part for part in parts):
        return None
    file = folder.joinpath("templates", *parts)
    if not file.is_file():
        return None
    try:
        return file.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise ThemeError(f"is not UTF-8: {error.reason} at byte {error.start}", template=name) from error


def _find(name: str, site_root: Path, chain: list[str]) -> Path:
    themes = site_root / "themes"
    if name.replace("-", "").replace("_", "").isalnum() and (themes / name / _FILE).is_file():
        return themes / name
    known = sorted({STANDARD, *(file.parent.name for file in themes.glob(f"*/{_FILE}"))})
    message = f"no theme {name!r} in {themes}{suggest(name, known)}"
    raise ThemeError(message, template=f"{chain[-1]}/{_FILE}" if chain else None)


def _settings(name: str, folder: Traversable) -> _Settings:
    where = f"{name}/{_FILE}"
    try:
        data: Any = yaml.safe_load((folder / _FILE).read_bytes()) or {}
        return msgspec.convert(data, _Settings)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise ThemeError(f"is not YAML: {error}", template=where, line=mark.line + 1 if mark else None) from error
    except msgspec.ValidationError as error:
        raise ThemeError(f"{error}; it may have `name` and `extends`", template=where) from error


def _files(folder: Traversable, prefix: str = "") -> dict[str, bytes]:
    if not folder.is_dir():
        return {}
    found: dict[str, bytes] = {}
    for entry in folder.iterdir():
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            found |= _files(entry, f"{prefix}{entry.name}/")
        else:
            found[prefix + entry.name] = entry.read_bytes()
    return found
