"""The build, from top to bottom.

Read, annotate each article, group, compare each event, lay out, render, publish.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec

from digest.analyse import analyse
from digest.cache import Cache, DamagedError, Key, key_of
from digest.cache_file import CACHE_FOLDER, with_cache
from digest.config import Site
from digest.digests import noted_digests
from digest.errors import OutputError, StrictError
from digest.links import dead_links
from digest.loading import plugins_key
from digest.plugins import Host
from digest.publish import Receipt, Written, compose, published, sign, staging, survey, take, untouched, write
from digest.read import find
from digest.theme import load_theme, look_of
from digest.workers import Track, untracked, workers

if TYPE_CHECKING:
    from digest.make import File


_log = logging.getLogger(__name__)


def build(site: Site, *, strict: bool = False, jobs: int | None = None, track: Track = untracked) -> Receipt:
    """Build and publish a site. The published one stays as it was until the new one is finished.

    Where nothing has changed since it was published, nothing is done. Raises DigestError, and then publishes
    nothing; with `strict` also for an article that is set aside and for a link that leads nowhere.
    """
    return with_cache(site.root / CACHE_FOLDER, partial(_build, site, strict, jobs, track))


def _build(site: Site, strict: bool, jobs: int | None, track: Track, cache: Cache) -> Receipt:
    theme = load_theme(site.theme, site.root)
    with noted_digests(cache) as digests:
        plugins = plugins_key(site, digests)
        look = look_of(theme, site, plugins)
        folder = find(site.content, digests)
    key = key_of(look, msgspec.msgpack.encode((folder.files, folder.set_aside))).hex()
    receipt = published(site.output)
    written = cache.noted(_shelf(site.output), dict[str, Written]) or {}
    if receipt is not None and receipt.key == key and not strict and untouched(site.output, written):
        return receipt
    # Jinja and Babel take longer to import than it takes to see that a site is unchanged.
    from digest.make import Look, make, make_events
    from digest.pages.outline import counts, language_notes, outline

    host = Host(site, key=plugins)
    shown = Look(site, host, theme, look)
    with workers(site, host, jobs, track) as team:
        analysis = analyse(folder, host, cache, team)
        if strict and analysis.set_aside:
            raise StrictError([fault.error for fault in analysis.set_aside])
        found = analysis.comparisons.derived(outline)
        make_events(shown, analysis, found, cache, team)
    receipt = Receipt(
        key=key,
        counts=counts(found),
        set_aside=analysis.set_aside,
        notes=(*host.remarks(), *(f"{path}: {note}" for path, note in language_notes(found))),
        drafts=analysis.drafts,
    )
    with staging(site.output) as staged:
        files = make(shown, analysis, found, cache, track)
        # A plugin may change files of the finished site, and must not change those of the published one with them.
        before = {} if any("build_finished" in plugin.hooks for plugin in host.plugins) else written
        keys, parts = _fill(staged, files, site.output, before, cache)
        host.notify("build_finished", "the site", output=staged, comparisons=analysis.comparisons)
        if strict:
            _refuse_dead_links(staged, site)
        written = survey(staged, keys, parts)
        sign(staged, receipt)
    _remember(cache, site.output, written)
    return receipt


def _fill(
    staged: Path, files: Iterable[File], output: Path, before: Mapping[str, Written], cache: Cache
) -> tuple[dict[str, Key | None], dict[str, Mapping[Key, int]]]:
    """Put all files into a folder: those of the site before that would be the same, and new ones.

    Their keys, and the sizes of the parts of those that have any.
    """
    keys: dict[str, Key | None] = {}
    parts: dict[str, Mapping[Key, int]] = {}
    for file in files:
        written = before.get(file.url)
        if written and file.key and written.key == file.key and take(staged, file.url, output, written):
            cache.touch(file.key)
            parts[file.url] = written.parts
        elif file.parts:
            parts[file.url] = compose(staged, file.url, file.parts, output, written)
        else:
            write(staged, file.url, file.data())
        keys[file.url] = file.key
    return keys, parts


def _remember(cache: Cache, output: Path, written: Mapping[str, Written]) -> None:
    """Note for the next build what was published. The site is there: a cache that fails now stops nothing."""
    try:
        cache.note(_shelf(output), written)
        cache.finish()
    except DamagedError as error:
        _log.warning("%s: cannot be written (%s); the next build has more to do", CACHE_FOLDER, error)


def _shelf(output: Path) -> str:
    """The name under which it is noted what was published in a folder."""
    return f"published in {output.resolve()}"


def _refuse_dead_links(folder: Path, site: Site) -> None:
    """Raise the links that lead nowhere."""
    dead = dead_links(folder, urlsplit(site.base_url).path.rstrip("/") + "/")
    faults = [OutputError(f"{url}: links to {link}, which is not there") for url, link in dead]
    if faults:
        raise StrictError(faults)
