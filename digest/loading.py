"""Where plugins are: found by their names, imported, forgotten, and the key of all that their results depend on.

A plugin named in `site.yaml` is looked up in the site's `plugins/`, then among the standard ones, then in the
entry-point group `digest.plugins`.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import importlib.util
import inspect
import re
import sys
from collections.abc import Container, Mapping
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points
from linecache import getline
from operator import itemgetter
from pathlib import Path
from types import ModuleType
from typing import Literal

import msgspec

from digest.cache import Key, key_of
from digest.config import CONFIG_FILE, STANDARD, STANDARD_PLUGINS, PluginEntry, Site, suggest
from digest.digests import Digests
from digest.errors import ConfigError, PluginError
from digest.hookspecs import API_VERSION

Origin = Literal["site", "standard", "installed", "given"]

_STANDARD = "digest.standard"
_LOCAL = "digest_site_plugins"
_DECORATORS = 10  # lines above a `def` at most


class Location(msgspec.Struct, frozen=True):
    """Where a plugin is: its module's name, and the package or file that its code stands in, with what it may import.

    `version` is that of the distribution it was installed with.
    """

    origin: Origin
    module: str
    code: Path | None
    version: str = ""


def locate(entry: PluginEntry, site: Site) -> Location:
    """Find a plugin without importing it. Raises ConfigError if there is none."""
    name = entry.name
    folder = site.root / "plugins"
    if name.isidentifier() and not is_standard(folder) and is_module(folder, name):
        return Location("site", f"{_LOCAL}.{name}", folder)
    if name.isidentifier() and importlib.util.find_spec(f"{_STANDARD}.{name}") is not None:
        return Location("standard", f"{_STANDARD}.{name}", _code(_STANDARD))
    installed = _installed()
    if name in installed:
        module, distribution = installed[name].module, installed[name].dist
        code = _code(module.rpartition(".")[0] or module)
        return Location("installed", module, code, distribution.version if distribution else "")
    known = [STANDARD, *STANDARD_PLUGINS, *installed]
    message = f"no plugin {name!r} in {folder}, among the standard ones, or installed{suggest(name, known)}"
    raise ConfigError([f"{site.root / CONFIG_FILE}:{entry.line}: plugins: {message}"])


def load(entry: PluginEntry, site: Site, given: Mapping[str, object]) -> tuple[object, Origin]:
    """The plugin's module, or what is given in its place.

    Raises ConfigError if there is none, PluginError if it cannot be imported.
    """
    if entry.name in given:
        return given[entry.name], "given"
    location = locate(entry, site)
    if location.origin == "site":
        _make_package(site.root / "plugins")
    return _import_module(entry.name, location.module), location.origin


def definition(name: str, hook: str) -> tuple[Path, int] | None:
    """The file and line in which a plugin that is imported begins to define a hook; None where that is not known."""
    installed = _installed()
    places = [f"{_LOCAL}.{name}", f"{_STANDARD}.{name}", installed[name].module if name in installed else ""]
    module = next((sys.modules[place] for place in places if place in sys.modules), None)
    function = getattr(getattr(module, "Plugin", module), hook, None)
    if not inspect.isfunction(function):
        return None
    file, line = function.__code__.co_filename, function.__code__.co_firstlineno
    return Path(file), next((n for n in range(line, line + _DECORATORS) if "def " in getline(file, n)), line)


def standard_with(hook: str) -> str:
    """The first standard plugin that has a hook."""
    for name in STANDARD_PLUGINS:
        module = importlib.import_module(f"{_STANDARD}.{name}")
        if hasattr(getattr(module, "Plugin", module), hook):
            return name
    return ""


def _code(package: str) -> Path | None:
    """The folder of a package, or the file of a module; None if there is none."""
    try:
        spec = importlib.util.find_spec(package)
    except ModuleNotFoundError:
        return None
    place = next(iter(spec.submodule_search_locations or ()), spec.origin) if spec else None
    return Path(place) if place else None


def _installed() -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group="digest.plugins")}


def version_of(name: str, module: object, origin: Origin) -> str | None:
    """The version that a plugin's module says, or that of the distribution it came with."""
    said = getattr(module, "__version__", None)
    if said is not None:
        return str(said)
    if origin == "standard":
        return _own_version()
    distribution = _installed()[name].dist if origin == "installed" else None
    return distribution.version if distribution else None


@lru_cache
def _own_version() -> str:
    return importlib.metadata.version("news-digest")


def is_standard(folder: Path) -> bool:
    """Whether the site's folder is the one of the standard plugins, as in the project's own checkout."""
    spec = importlib.util.find_spec(_STANDARD)
    return bool(spec and spec.origin and folder.resolve() == Path(spec.origin).resolve().parent)


def is_module(folder: Path, name: str) -> bool:
    """Whether a folder has a module or a package of that name."""
    return (folder / f"{name}.py").is_file() or (folder / name / "__init__.py").is_file()


def _make_package(folder: Path) -> None:
    """Make the site's folder a package of its own: dataclasses need an entry in `sys.modules`."""
    package = sys.modules.get(_LOCAL)
    if package is None or package.__path__ != [str(folder)]:
        _forget(_LOCAL)
        package = ModuleType(_LOCAL, "The plugins of the site that is being built.")
        package.__path__ = [str(folder)]
        sys.modules[_LOCAL] = package


def local_files(site: Site) -> dict[str, bytes]:
    """The files of the site's own plugins, by their path in `plugins/`."""
    folder = site.root / "plugins"
    if is_standard(folder):
        return {}
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in _files(folder)}


def forget_plugins() -> None:
    """Take the site's own plugins and the standard ones out of `sys.modules`: the next host imports them anew."""
    _forget(_LOCAL, _STANDARD)


def _forget(*packages: str) -> None:
    for module in [m for m in sys.modules if f"{m}.".startswith(tuple(f"{package}." for package in packages))]:
        del sys.modules[module]
    importlib.invalidate_caches()


def _import_module(name: str, module: str) -> ModuleType:
    try:
        plugin = importlib.import_module(module)
    except Exception as error:
        message = f"cannot be imported: {type(error).__name__}: {error}{_meant(error)}"
        raise PluginError(name, message, cause=error) from error
    needed = getattr(plugin, "API_VERSION", API_VERSION)
    if needed > API_VERSION:
        raise PluginError(name, f"needs version {needed} of the hooks, this digest has {API_VERSION}; upgrade digest")
    return plugin


def _meant(error: Exception) -> str:
    """The name that a misspelt one may stand for, where something is imported from `digest`."""
    missing = re.match(r"cannot import name '(\w+)' from 'digest(?:\.\w+)*'", str(error))
    module = sys.modules.get(getattr(error, "name", None) or "")
    if missing is None or module is None:
        return ""
    own = [name for name, value in vars(module).items() if getattr(value, "__module__", "") == module.__name__]
    return suggest(missing[1], getattr(module, "__all__", own))


# ── what results depend on ─────────────────────────────────────────────────────────────────────────────────


def plugins_key(site: Site, digests: Digests, given: Container[str] = ()) -> Key:
    """A key of all that results depend on beside their input: the plugins' code, options and order, and our own.

    Nothing is imported for it, and nothing is kept of what a given plugin makes. Raises ConfigError for all plugins
    that cannot be found.
    """
    parts: list[bytes | str] = []
    faults: list[str] = []
    code: set[Path | None] = {Path(__file__).parent}
    for entry in site.plugins:
        parts += [entry.name, msgspec.msgpack.encode(entry.options)]
        if entry.name in given:
            continue
        try:
            location = locate(entry, site)
        except ConfigError as error:
            faults += error.faults
            continue
        parts.append(location.version)
        code.add(location.code)
    if faults:
        raise ConfigError(faults)
    # In an order that is the same wherever the folders stand: workers on other machines compare keys.
    files = [(file, file.relative_to(place.parent).as_posix()) for place in code if place for file in _files(place)]
    for file, name in sorted(files, key=itemgetter(1)):
        parts += [name, digests.of(file)]
    return key_of(*parts)


def _files(place: Path) -> list[Path]:
    """The files of a folder, or the one file, without what Python compiled."""
    found = place.rglob("*") if place.is_dir() else [place]
    return sorted(file for file in found if file.is_file() and "__pycache__" not in file.parts)
