"""Watching a site's sources: batches of changes, never the output's own, never an editor's scratch files."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Set
from functools import partial
from pathlib import Path
from typing import Literal

import anyio
import anyio.lowlevel
from watchfiles import DefaultFilter, awatch

from digest.config import CONFIG_FILE, Site

Part = Literal["config", "plugins", "theme", "content"]
EVERYTHING: frozenset[Part] = frozenset({"config", "plugins", "theme", "content"})

# watchfiles looks every `step` ms and hands on after a pause as long, or after `debounce` ms at the latest.
_STEP = 10
_DEBOUNCE = 200


class _Filter(DefaultFilter):
    """Passes what people save."""

    ignore_entity_patterns = (
        *DefaultFilter.ignore_entity_patterns,
        r"^\.",  # hidden files, among them Emacs' locks
        r"^#.*#$",  # Emacs' autosaves
        r"~$",  # backups, and JetBrains' temporary files
        r"^4913$",  # Vim's test for whether it may write
        r"\.(?:tmp|part|crdownload)$",
    )


async def watch(site: Site, stop: anyio.Event, changed: Callable[[Set[Part]], Awaitable[None]]) -> None:
    """Call `changed` with everything once, then with the parts that each batch of changes touched, until `stop`.

    Only the folders that a site is made of are watched; one that is made later is watched from then on.
    """
    root = site.root.resolve()
    folders = {root / "plugins", root / "themes", site.content.resolve()}
    output = site.output.resolve()
    watched = {folder for folder in folders if folder.is_dir()}
    one_at_a_time = anyio.Lock()

    async def follow(*paths: Path, recursive: bool) -> None:
        only = _Filter(ignore_paths=[output])
        async for batch in awatch(
            *paths, watch_filter=only, step=_STEP, debounce=_DEBOUNCE, stop_event=stop, recursive=recursive
        ):
            parts = {part for _, path in batch if (part := _part(Path(path), root, site.content.resolve()))}
            for folder in {folder for folder in folders - watched if folder.is_dir()}:
                watched.add(folder)
                tasks.start_soon(_call, follow, folder)
            if parts:
                async with one_at_a_time:
                    await changed(parts)

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(_call, follow, *sorted(watched))
        tasks.start_soon(partial(follow, root, recursive=False))
        # The watchers are set up before their first wait, so that nothing saved from now on is missed.
        await anyio.lowlevel.checkpoint()
        async with one_at_a_time:
            await changed(EVERYTHING)


async def _call(follow: Callable[..., Awaitable[None]], *folders: Path) -> None:
    if folders:
        await follow(*folders, recursive=True)


def _part(path: Path, root: Path, content: Path) -> Part | None:
    """The part of the site that a file belongs to."""
    if path.is_relative_to(content):
        return "content"
    match path.relative_to(root).parts if path.is_relative_to(root) else ():
        case (name,) if name == CONFIG_FILE:
            return "config"
        case ("plugins", *_):
            return "plugins"
        case ("themes", *_):
            return "theme"
    return None
