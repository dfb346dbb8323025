"""The plugin host: calls the plugins of a site, and checks what comes back.

The listed order is the order of calls. The host calls each implementation itself, so that every result and every fault
has its plugin's name.
"""

from __future__ import annotations

import inspect
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Annotated, Any, TypeVar, get_origin

import msgspec
import pluggy

from digest import hookspecs
from digest.cache import Key
from digest.config import CONFIG_FILE, STANDARD_PLUGINS, PluginEntry, Site, suggest
from digest.digests import Digests
from digest.errors import ConfigError, DigestError, PluginError
from digest.loading import Origin, load, plugins_key, standard_with, version_of
from digest.results import checked, items_of

T = TypeVar("T")


class Option(msgspec.Struct, frozen=True):
    """An option of a plugin: its type as Python writes it, its value in this site, and what it is for."""

    name: str
    type: str
    value: Any
    help: str


class LoadedPlugin(msgspec.Struct, frozen=True):
    """A plugin of this build. `overrides` says that a site's own plugin stands in for a standard one.

    `version` is what its module says in `__version__`, or that of the distribution it came with; None for a site's own
    plugin that says nothing. `needs` are the hooks on whose results it works, as its module says in `NEEDS`.
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

    def __init__(self, site: Site, given: Mapping[str, object] = MappingProxyType({}), key: Key | None = None) -> None:
        """Load the plugins that the site lists; `given` has some by name, as modules or instances of `Plugin`.

        `key` is their `plugins_key`, where that is known already.
        Raises ConfigError for unknown names and bad options (all of them), PluginError for a plugin that
        cannot be imported or whose hooks are not those of `hookspecs`.
        """
        self.site = site
        # Before the code is imported: should it change in between, its results must not count as those of the new.
        self.key = key or plugins_key(site, Digests(), given)
        self._manager = pluggy.PluginManager("digest")
        self._manager.add_hookspecs(hookspecs)
        loaded = [(entry, *load(entry, site, given)) for entry in site.plugins]
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
                    yield f"plugin {plugin.name!r} {said}; digest's own is {standard_with(hook)!r}"

    def choose(
        self, hook: str, result: type[T] | tuple[type[T], ...], subject: str, **arguments: Any
    ) -> tuple[str, list[T]] | None:
        """The first answer that is not None, as a list of `result`, with the plugin's name; None if all pass.

        Of several types, each item may be of any.
        """
        for name, implementation in self._implementations(hook):
            answer = self._call(name, hook, subject, implementation, arguments)
            if answer is not None:
                kinds = result if isinstance(result, tuple) else (result,)
                return name, items_of(name, hook, subject, answer, *kinds)
        return None

    def collect(self, hook: str, result: type[T], subject: str, **arguments: Any) -> Iterator[tuple[str, list[T]]]:
        """Every plugin's answer as a list of `result`, with the plugin's name, in listed order."""
        for name, implementation in self._implementations(hook):
            answer = self._call(name, hook, subject, implementation, arguments)
            yield name, items_of(name, hook, subject, () if answer is None else answer, result)

    def gather(self, hook: str, result: type[T], subject: str, **arguments: Any) -> Iterator[tuple[str, T]]:
        """Every plugin's single answer that is not None, with the plugin's name, in listed order."""
        for name, implementation in self._implementations(hook):
            answer = self._call(name, hook, subject, implementation, arguments)
            if answer is not None:
                yield name, checked(name, hook, subject, answer, result)

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
        except (Exception, SystemExit) as error:  # a plugin that calls sys.exit() must not end a build in silence
            message = f"{type(error).__name__}: {error}"
            raise PluginError(name, message, hook=hook, subject=subject, cause=error) from error
        finally:
            self.seconds[name] += time.perf_counter() - begun

    def _implementations(self, hook: str) -> Iterator[tuple[str, pluggy.HookImpl]]:
        caller: pluggy.HookCaller = getattr(self._manager.hook, hook)
        return ((impl.plugin_name, impl) for impl in reversed(caller.get_hookimpls()))

    def _check_names(self, name: str, plugin: object) -> None:
        """Raise PluginError for a hook or an argument that is not in `hookspecs`, with the one that may be meant."""
        hooks = hookspecs.hooks()
        for attribute in dir(plugin):
            if self._manager.parse_hookimpl_opts(plugin, attribute) is None:
                continue
            if attribute not in hooks:
                raise PluginError(name, f"{attribute!r} is no hook{suggest(attribute, list(hooks))}")
            known = list(inspect.signature(hooks[attribute]).parameters)
            for argument in inspect.signature(getattr(plugin, attribute)).parameters:
                if argument not in known:
                    raise PluginError(name, f"has no argument {argument!r}{suggest(argument, known)}", hook=attribute)

    def _check_needs(self) -> None:
        """Raise PluginError for a need that is no hook."""
        hooks = list(hookspecs.hooks())
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
        plugin = self._manager.get_plugin(name)
        callers = self._manager.get_hookcallers(plugin) or []
        overrides = origin == "site" and name in STANDARD_PLUGINS
        fields = msgspec.structs.fields(plugin) if isinstance(plugin, msgspec.Struct) else ()
        options = tuple(_option(field, getattr(plugin, field.name)) for field in fields)
        hooks = tuple(sorted(caller.name for caller in callers))
        location = getattr(module, "__file__", None) or name
        needs = tuple(getattr(module, "NEEDS", ()))
        return LoadedPlugin(name, origin, location, hooks, overrides, options, version_of(name, module, origin), needs)


# ── options ────────────────────────────────────────────────────────────────────────────────────────────────


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
