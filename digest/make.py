"""Making the site's files: lay out, render. Each has a key, so that only what is not known is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from typing import Any, NamedTuple

import jinja2
import msgspec

from digest import export
from digest.analyse import Analysis
from digest.cache import Cache, Kept, Key, key_of
from digest.config import Site
from digest.errors import PluginError
from digest.language import Language, load_language
from digest.model import Comparison, Page
from digest.pages import Sheet, chapter_key, event_sheet, lay_out
from digest.pages.directory import Directory, directory
from digest.pages.outline import Outline
from digest.pages.sheet import sheet
from digest.plugins import Host
from digest.render import RESERVED, compiled, environment, render
from digest.theme import Theme, load_theme, static_files
from digest.workers import Each, Track, Workers, untracked

DATA = "data"


class File(msgspec.Struct, frozen=True):
    """A file of the site that is yet to be made. `key` depends on all that `data` is made from; None if unknown.

    A large file may have `parts` that it is put together from, each under a key of what that one is made from.
    """

    url: str
    key: Key | None
    data: Callable[[], bytes]
    parts: Mapping[Key, Callable[[], bytes]] = {}


class Look(msgspec.Struct, frozen=True, dict=True):
    """How a site's pages look: what follows from configuration, plugins and theme, whatever the articles say.

    `key` depends on all of that.
    """

    site: Site
    host: Host
    theme: Theme
    key: Key

    @cached_property
    def language(self) -> Language:
        """The language of the pages."""
        return load_language(self.site.language, self.theme.layers)

    @cached_property
    def environment(self) -> jinja2.Environment:
        """The templates, as the plugins have prepared them."""
        versions = {plugin.name: plugin.version for plugin in self.host.plugins if plugin.version}
        made = environment(self.theme, self.site, self.language, versions)
        if not any("prepare_environment" in plugin.hooks for plugin in self.host.plugins):
            made.bytecode_cache = compiled()
        self.host.notify("prepare_environment", "the templates", env=made)
        return made


def make(
    look: Look, analysis: Analysis, outlines: Sequence[Outline], cache: Cache, track: Track = untracked
) -> Iterator[File]:
    """All files of a site: pages, those of the events first, the theme's files, the tables.

    What `make_events` has made before is in the cache.
    """
    sheets = lay_out(analysis.comparisons, outlines, look.site, analysis.set_aside, look.language, cache, track)
    for page in _with_plugins(sheets, look.host, analysis.comparisons):
        key = page.key and key_of(look.key, page.url, page.key)
        yield File(page.url, key, partial(_text, page, key, look, cache))
    for name, data in static_files(look.theme).items():
        yield File(f"static/{name}", key_of(data), partial(bytes, data))
    for table in tables(analysis.comparisons, look.host, cache):
        yield msgspec.structs.replace(table, url=f"{DATA}/{table.url}")


class _Event(NamedTuple):
    """An event whose files are made in a worker: its comparison as it is kept, its part of the directory."""

    key: Key
    comparison: bytes
    places: Directory
    look: Key


def make_events(look: Look, analysis: Analysis, outlines: Sequence[Outline], cache: Cache, team: Workers) -> None:
    """Put what the cache lacks of the events' pages, and of their rows in the tables, into it, where there is a pool.

    That is a quarter of a first build, and needs no more than one event and the directory. A cluster's machines may
    not have the theme.
    """
    places = directory(outlines)
    parts: dict[Key, Directory] = {}
    for key, outline in zip(analysis.comparisons.keys, outlines, strict=True):
        part = places.part(outline)
        (url,) = part.events.values()
        chapter = chapter_key(key, part, look.language)
        if chapter not in cache or key_of(look.key, url, chapter) not in cache:
            parts[key] = part
    if look.site.executor.dask is None and team.has_pool_for(len(parts)):
        # A page is sent when its turn comes: a site's comparisons would fill the memory.
        events = Each(tuple(parts), lambda key: _Event(key, cache.sealed(key), parts[key], look.key))
        for made in team.map("rendering", _made, events, lambda event: min(event.places.events)):
            cache.take(made)


def _made(host: Host, event: _Event) -> dict[Key, bytes]:
    """What is to be kept of an event's files."""
    cache = Cache()
    cache.take({event.key: event.comparison})
    kept = cache.kept([event.key], Comparison)
    look = _look_of(host, event.look)
    page, _ = event_sheet(kept, 0, event.places, look.language, cache)
    _text(page, page.key and key_of(look.key, page.url, page.key), look, cache)
    _part(export.names()[0], kept, 0, cache)
    made = cache.all_sealed()
    del made[event.key]
    return made


@lru_cache(maxsize=1)
def _look_of(host: Host, key: Key) -> Look:
    """The look of the site in a worker, for all of its tasks."""
    return Look(host.site, host, load_theme(host.site.theme, host.site.root), key)


def tables(
    comparisons: Kept[Comparison], host: Host, cache: Cache, formats: Sequence[export.Format] = export.FORMATS
) -> Iterator[File]:
    """The tables, put together from what is kept of each event: all of them at once are far larger than the pages."""
    beginnings = export.beginnings(host.plugins)

    def parts(name: str) -> dict[Key, Callable[[], bytes]]:
        events = {key: partial(_part, name, comparisons, at, cache) for at, key in enumerate(comparisons.keys)}
        return {host.key: partial(bytes, beginnings.get(name, b"")), **events}

    def made(name: str) -> Iterator[bytes]:
        return (make() for make in parts(name).values())

    key = key_of("tables", host.key, *comparisons.keys)
    yield File(export.DATAPACKAGE, key, partial(export.datapackage, formats))
    for name in export.names(formats):
        yield File(name, key, partial(export.file, name, made), {} if name.endswith(".parquet") else parts(name))


def _part(name: str, comparisons: Kept[Comparison], number: int, cache: Cache) -> bytes:
    """What an event has of a table's file, as it was kept or made now; those of the other tables are made with it."""
    event = comparisons.keys[number]
    key = key_of("part", name, event)
    if key not in cache:
        for table, data in export.parts(comparisons[number]).items():
            cache.put(key_of("part", table, event), data)
    return cache.get(key, bytes) or b""


def _with_plugins(sheets: Iterator[Sheet], host: Host, comparisons: Sequence[Comparison]) -> Iterator[Sheet]:
    """All pages: the core's and the plugins'."""
    makers = {}
    for own in sheets:
        makers[own.url] = "the core"
        yield own
    for plugin, pages in host.collect("register_pages", Page, "the site", comparisons=comparisons):
        for page in pages:
            if page.url in makers:
                message = f"the page {page.url!r} is already made by {makers[page.url]}; choose another url"
                raise PluginError(plugin, message, hook="register_pages")
            makers[page.url] = plugin
            yield sheet(page)


def _text(page: Sheet, key: Key | None, look: Look, cache: Cache) -> bytes:
    """The text of a page, as it was kept or rendered now."""
    found = cache.get(key, bytes) if key else None
    if found is None:
        laid_out = page.page()
        found = render(laid_out, look.environment, _context(laid_out, look.host)).encode()
        if key:
            cache.put(key, found)
    return found


def _context(page: Page, host: Host) -> dict[str, Any]:
    """The plugins' extra variables for a page, each given by one plugin only."""
    context: dict[str, Any] = {}
    for plugin, more in host.gather("template_context", dict, page.url, page=page):
        taken = sorted((RESERVED | context.keys()) & more.keys())
        if taken:
            message = f"the variable {taken[0]!r} is already taken; choose another name"
            raise PluginError(plugin, message, hook="template_context", subject=page.url)
        context.update(more)
    return context
