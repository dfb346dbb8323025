"""The plugin host: finds, loads and calls plugins, and checks what comes back.

A plugin named in `site.yaml` is looked up in the site's `plugins/`, then among the standard ones, then in
the entry-point group `digest.plugins`. The listed order is the order of calls. The host calls each
implementation itself, so that every result and every fault has its plugin's name.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import importlib.util
import inspect
import re
import sys
import time
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from importlib.metadata import EntryPoint, entry_points
from operator import itemgetter
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin, get_type_hints

import msgspec
import pluggy

from digest import hookspecs
from digest.cache import Key, key_of
from digest.config import CONFIG_FILE, STANDARD, STANDARD_PLUGINS, PluginEntry, Site, suggest
from digest.digests import Digests
from digest.errors import ConfigError, ContentError, DigestError, PluginError
from digest.hookspecs import API_VERSION
from digest.model import Event, Page

Origin = Literal["site", "standard", "installed", "given"]
T = TypeVar("T")

_STANDARD = "digest.standard"
_LOCAL = "digest_site_plugins"


class Option(msgspec.Struct, frozen=True):
    """An option of a plugin: its type as Python writes it, its value in this site, and what it is for."""

    name: str
    type: str
    value: Any
    help: str


class LoadedPlugin(msgspec.Struct, frozen=True):
    """A plugin of this build. `overrides` says that a site's own plugin stands in for a standard one.

    `version` is what its module says in `__version__`,
    or that of the distribution it came with; None for a site's own plugin that says nothing. `needs` are the hooks
    on whose results it works, as its module says in `NEEDS`.
    """

    name: str
    origin: Origin
    location: str
    hooks: tuple[str, ...]
    overrides: bool
    options: tuple[Option, ...] = ()
    version: str | None = None
    needs: tuple[str, ...] = ()


class Host:
    """The plugins of one build, ready to be called. `seconds` is the time spent in each so far."""

    def __init__(
        self, site: Site, given: Mapping[str, object] = MappingProxyType({}), digests: Digests | None = None
    ) -> None:
        """Load the plugins that the site lists; `given` has some by name, as modules or instances of `Plugin`.

        Raises ConfigError for unknown names and bad options (all of them), PluginError for a plugin that
        cannot be imported or whose hooks are not those of `hookspecs`.
        """
        # Before the code is imported: should it change in between, its results must not count as those of the new.
        self.key = plugins_key(site, digests or Digests(), given)
        self._manager = pluggy.PluginManager("digest")
        self._manager.add_hookspecs(hookspecs)
        loaded = [(entry, *_import(entry, site, given)) for entry in site.plugins]
        plugins = _configure([(entry, module) for entry, module, _ in loaded], site)
        # pluggy calls the last registered first.
        for (entry, _, _), plugin in reversed(list(zip(loaded, plugins, strict=True))):
            self._register(entry.name, plugin)
        self.plugins = tuple(self._describe(entry.name, module, origin) for entry, module, origin in loaded)
        self._check_needs()
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def remarks(self) -> Iterator[str]:
        """What may not be meant in the list of plugins: a standard one that is replaced, one that lacks another."""
        for plugin in self.plugins:
            if plugin.overrides:
                yield f"the site's own plugin {plugin.name!r} is used in place of the standard one"
            for hook in plugin.needs:
                if not any(self._implementations(hook)):
                    said = f"works on what {hook} gives, and no plugin in {CONFIG_FILE} has that hook"
                    yield f"plugin {plugin.name!r} {said}; digest's own is {_standard_with(hook)!r}"

    def choose(
        self, hook: str, result: type[T] | tuple[type[T], ...], subject: str, **arguments: Any
    ) -> tuple[str, list[T]] | None:
        """The first answer that is not None, as a list of `result`, with the plugin's name; None if all pass.

        Of several types, each item may be of any.
        """
        for name, implementation in self._implementations(hook):
            answer = self._call(name, hook, subject, implementation, arguments)
            if answer is not None:
                return name, _items(name, hook, subject, answer, *_kinds(result))
        return None

    def collect(self, hook: str, result: type[T], subject: str, **arguments: Any) -> Iterator[tuple[str, list[T]]]:
        """Every plugin's answer as a list of `result`, with the plugin's name, in listed order."""
        for name, implementation in self._implementations(hook):
            answer = self._call(name, hook, subject, implementation, arguments)
            yield name, _items(name, hook, subject, () if answer is None else answer, result)

    def gather(self, hook: str, result: type[T], subject: str, **arguments: Any) -> Iterator[tuple[str, T]]:
        """Every plugin's single answer that is not None, with the plugin's name, in listed order."""
        for name, implementation in self._implementations(hook):
            answer = self._call(name, hook, subject, implementation, arguments)
            if answer is not None:
                yield name, _checked(name, hook, subject, answer, result)

    def notify(self, hook: str, subject: str, **arguments: Any) -> None:
        """Call a hook for its effect."""
        for name, implementation in self._implementations(hook):
            self._call(name, hook, subject, implementation, arguments)

    def _call(
        self, name: str, hook: str, subject: str, implementation: pluggy.HookImpl, arguments: dict[str, Any]
    ) -> Any:
        """What an implementation answers. A fault names the plugin, the hook and what it worked on."""
        wanted = {key: arguments[key] for key in implementation.argnames}
        begun = time.perf_counter()
        try:
            answer = implementation.function(**wanted)
            # A generator runs only when it is drawn from: exhaust it here, where its faults have a name.
            return list(answer) if inspect.isgenerator(answer) else answer
        except DigestError:
            raise
        except Exception as error:
            message = f"{type(error).__name__}: {error}"
            raise PluginError(name, message, hook=hook, subject=subject, cause=error) from error
        finally:
            self.seconds[name] += time.perf_counter() - begun

    def _implementations(self, hook: str) -> Iterator[tuple[str, pluggy.HookImpl]]:
        caller: pluggy.HookCaller = getattr(self._manager.hook, hook)
        return ((impl.plugin_name, impl) for impl in reversed(caller.get_hookimpls()))

    def _check_names(self, name: str, plugin: object) -> None:
        """Raise PluginError for a hook or an argument that is not in `hookspecs`, with the one that may be meant."""
        hooks = [known for known in vars(self._manager.hook) if not known.startswith("_")]
        for attribute in dir(plugin):
            if self._manager.parse_hookimpl_opts(plugin, attribute) is None:
                continue
            if attribute not in hooks:
                raise PluginError(name, f"{attribute!r} is no hook{suggest(attribute, hooks)}")
            known = getattr(self._manager.hook, attribute).spec.argnames
            for argument in inspect.signature(getattr(plugin, attribute)).parameters:
                if argument not in known:
                    raise PluginError(name, f"has no argument {argument!r}{suggest(argument, known)}", hook=attribute)

    def _check_needs(self) -> None:
        """Raise PluginError for a need that is no hook."""
        hooks = [known for known in vars(self._manager.hook) if not known.startswith("_")]
        for plugin in self.plugins:
            for hook in plugin.needs:
                if hook not in hooks:
                    raise PluginError(plugin.name, f"NEEDS {hook!r}, which is no hook{suggest(hook, hooks)}")

    def _register(self, name: str, plugin: object) -> None:
        self._check_names(name, plugin)
        try:
            self._manager.register(plugin, name)
        except pluggy.PluginValidationError as error:
            raise PluginError(name, f"{error}; see docs/hooks.md") from error
        callers = self._manager.get_hookcallers(plugin) or []
        if not callers:
            raise PluginError(name, "implements no hook; mark a function with @hookimpl")
        for caller in callers:
            for impl in caller.get_hookimpls():
                if impl.plugin is plugin and (impl.hookwrapper or impl.wrapper or impl.tryfirst or impl.trylast):
                    message = "wrappers, tryfirst and trylast are not supported; the order in site.yaml is the order"
                    raise PluginError(name, message, hook=caller.name)

    def _describe(self, name: str, module: object, origin: Origin) -> LoadedPlugin:
        callers = self._manager.get_hookcallers(self._manager.get_plugin(name)) or []
        overrides = origin == "site" and name in STANDARD_PLUGINS
        plugin = self._manager.get_plugin(name)
        fields = msgspec.structs.fields(plugin) if isinstance(plugin, msgspec.Struct) else ()
        options = tuple(_option(field, getattr(plugin, field.name)) for field in fields)
        hooks = tuple(sorted(caller.name for caller in callers))
        location = getattr(module, "__file__", None) or name
        needs = tuple(getattr(module, "NEEDS", ()))
        return LoadedPlugin(name, origin, location, hooks, overrides, options, _version(name, module, origin), needs)


# ── finding and importing ──────────────────────────────────────────────────────────────────────────────────


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


def _import(entry: PluginEntry, site: Site, given: Mapping[str, object]) -> tuple[object, Origin]:
    """The plugin's module, or what is given in its place.

    Raises ConfigError if there is none, PluginError if it cannot be imported.
    """
    if entry.name in given:
        return given[entry.name], "given"
    location = locate(entry, site)
    if location.origin == "site":
        _make_package(site.root / "plugins")
    return _import_module(entry.name, location.module), location.origin


def _standard_with(hook: str) -> str:
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


def _version(name: str, module: object, origin: Origin) -> str | None:
    said = getattr(module, "__version__", None)
    if said is not None:
        return str(said)
    if origin == "standard":
        return importlib.metadata.version("news-digest")
    distribution = _installed()[name].dist if origin == "installed" else None
    return distribution.version if distribution else None


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


def _configure(modules: list[tuple[PluginEntry, object]], site: Site) -> list[object]:
    """What to register for each module: an instance of its `Plugin` with the options, or the module itself."""
    plugins: list[object] = []
    faults: list[str] = []
    for entry, module in modules:
        plugin_class = getattr(module, "Plugin", None)
        fields = {f.name: f for f in msgspec.structs.fields(plugin_class)} if plugin_class else {}
        options: dict[str, Any] = {}
        for key, value in entry.options.items():
            line = entry.option_lines.get(key, entry.line)
            where = f"{site.root / CONFIG_FILE}:{line}: plugins: {entry.name}: {key}"
            if key not in fields:
                faults.append(f"{where}: unknown option{suggest(key, list(fields))}")
                continue
            try:
                options[key] = msgspec.convert(value, fields[key].type)
            except msgspec.ValidationError as error:
                faults.append(f"{where}: {error}")
        required = [n for n, field in fields.items() if field.required and n not in entry.options]
        if required:
            where = f"{site.root / CONFIG_FILE}:{entry.line}: plugins: {entry.name}"
            faults.append(f"{where}: needs the option{'s' if len(required) > 1 else ''} {', '.join(required)}")
        elif not faults:
            plugins.append(plugin_class(**options) if plugin_class else module)
    if faults:
        raise ConfigError(faults)
    return plugins


def _option(field: msgspec.structs.FieldInfo, value: Any) -> Option:
    """An option with its help: the description that its type is annotated with."""
    kind = getattr(field.type, "__origin__", field.type) if get_origin(field.type) is Annotated else field.type
    notes = getattr(field.type, "__metadata__", ())
    help_text = next((note.description for note in notes if isinstance(note, msgspec.Meta) and note.description), "")
    return Option(field.name, kind.__name__ if isinstance(kind, type) else str(kind), value, help_text)


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
        parts += [entry.name, msgspec.json.encode(entry.options, order="sorted")]
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


# ── calling and checking ───────────────────────────────────────────────────────────────────────────────────


def _kinds(result: type[T] | tuple[type[T], ...]) -> tuple[type[T], ...]:
    return result if isinstance(result, tuple) else (result,)


def _items(name: str, hook: str, subject: str, answer: Any, *kinds: type[T]) -> list[T]:
    if not isinstance(answer, Iterable) or isinstance(answer, str | bytes):
        advice = "; put it into a list" if isinstance(answer, kinds) else ""
        message = f"returned {type(answer).__name__}, not a sequence of {kinds[0].__name__}{advice}"
        raise PluginError(name, message, hook=hook, subject=subject)
    return [_checked(name, hook, subject, item, *kinds) for item in answer]


def _checked(name: str, hook: str, subject: str, item: Any, *kinds: type[T]) -> T:
    """A result whose fields are of the types that the model says: Python itself would let anything through."""
    result = next((kind for kind in kinds if isinstance(item, kind)), None)
    if result is None:
        message = f"returned a {type(item).__name__} where a {kinds[0].__name__} is needed"
        raise PluginError(name, message, hook=hook, subject=subject)
    if result in _AS_RETURNED:
        as_returned: T = item
        return as_returned
    try:
        return msgspec.msgpack.decode(msgspec.msgpack.encode(item), type=result)
    except (TypeError, ValueError) as error:
        reason = str(error).replace("Invalid RFC3339 encoded date", "needs a date, not a time: use .date()")
        fault = f"{reason}{_offender(item, str(error))}"
        message = f"returned a {result.__name__} that cannot be one: {fault}; see docs/model.md"
        raise PluginError(name, message, hook=hook, subject=subject) from None


def _offender(item: object, error: str) -> str:
    """The value that a fault is about, and what it may be instead, where msgspec only names its field."""
    field = re.search(r" - at `\$\.(\w+)`", error)
    if field is None:
        return ""
    allowed = get_type_hints(type(item)).get(field[1])
    choice = f", not one of {', '.join(map(repr, get_args(allowed)))}" if get_origin(allowed) is Literal else ""
    return f", which is {getattr(item, field[1])!r}{choice}"


# A page's context may be anything, an event has the accounts that the host made, and a fault is only reported.
_AS_RETURNED = (Page, Event, dict, ContentError)
