"""The analysis: read, annotate each article, group, compare each event; what is known already is not made again.

Each stage fills the cache and hands on keys. What is kept is read back only where something is made from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import TypeVar

import msgspec

from digest.annotate import annotate
from digest.cache import Cache, Kept, Key, key_of
from digest.cache_file import CACHE_FOLDER, with_cache
from digest.compare import compare
from digest.config import Site
from digest.errors import ContentError
from digest.group import group
from digest.model import Account, Comparison, Document, Event, Group, Source
from digest.plugins import Host
from digest.read import Folder, SetAside, article_ids, find, load, read
from digest.workers import Each, Track, Workers, untracked, workers

T = TypeVar("T")


class Analysis(msgspec.Struct, frozen=True):
    """What the articles of a site say, event by event, and what had to be set aside or is a draft."""

    comparisons: Kept[Comparison]
    groups: tuple[Group, ...]
    set_aside: tuple[SetAside, ...]
    drafts: tuple[str, ...] = ()


class _Filed(msgspec.Struct, frozen=True):
    """A document that is kept under a key."""

    key: Key
    path: str
    draft: bool


class _Contents(msgspec.Struct, frozen=True):
    """What a file has: its articles, and what of it is set aside."""

    filed: list[_Filed]
    set_aside: list[SetAside]


def analyse_site(site: Site, host: Host, jobs: int | None = None, track: Track = untracked) -> Analysis:
    """The analysis of a site's articles, with the site's cache and `jobs` processes (None: one a core)."""

    def loaded(analysis: Analysis, cache: Cache) -> Analysis:
        return msgspec.structs.replace(analysis, comparisons=analysis.comparisons.loaded())

    return with_analysis(site, host, loaded, jobs, track)


def with_analysis(
    site: Site, host: Host, use: Callable[[Analysis, Cache], T], jobs: int | None = None, track: Track = untracked
) -> T:
    """What `use` makes of the analysis while the cache is open: a large site's comparisons need not be held at once.

    It is called again if the cache turns out damaged.
    """

    def work(cache: Cache) -> T:
        with workers(site, host, jobs, track) as team:
            analysis = analyse(find(site.content), host, cache, team)
        used = use(analysis, cache)
        cache.finish()
        return used

    return with_cache(site.root / CACHE_FOLDER, work)


def analyse(
    folder: Folder,
    host: Host,
    cache: Cache,
    workers: Workers,
    *,
    drafts: bool = False,
    groups: Sequence[Group] = (),
) -> Analysis:
    """Read, annotate, group and compare all articles of a folder; those that are drafts only with `drafts`.

    With the `groups` of an earlier analysis, these are taken as they are if they have all articles and no others: that
    is quick, and right unless the change has made other events of them. Articles that can't be read are set aside.
    Raises DigestError for faults of configuration or plugins.
    """
    set_aside = list(folder.set_aside)
    documents = _documents(folder, host, cache, workers, set_aside)
    left_out = tuple(document.path for document in documents if document.draft and not drafts)
    documents = [document for document in documents if drafts or not document.draft]
    accounts = _accounts(documents, cache, workers, set_aside)
    if sorted(name for group in groups for name in group.accounts) != sorted(accounts):
        groups = _groups(accounts, host, cache)
    comparisons = _comparisons(groups, accounts, cache, workers)
    return Analysis(comparisons, tuple(groups), tuple(set_aside), left_out)


def _documents(folder: Folder, host: Host, cache: Cache, workers: Workers, set_aside: list[SetAside]) -> list[_Filed]:
    paths = list(folder.files)
    keys = [key_of("read", host.key, path, digest) for path, digest in folder.files.items()]

    def source(place: int) -> Source | SetAside:
        try:
            found = load(folder.root, paths[place])
        except ContentError as error:
            return SetAside.of(error)
        # It may have changed since it was found.
        keys[place] = key_of("read", host.key, paths[place], key_of(found.data))
        return found

    def make(todo: list[int]) -> Iterable[_Contents | SetAside]:
        results = workers.map("reading", _read, Each(todo, source), attrgetter("path"))
        return (_file(keys[place], result, cache) for place, result in zip(todo, results, strict=True))

    set_aside += _complete(keys, cache, make)
    contents = [found for key in keys if (found := cache.get(key, _Contents))]
    set_aside += [fault for found in contents for fault in found.set_aside]
    return [filed for found in contents for filed in found.filed]


def _file(source: Key, result: list[Document | SetAside] | SetAside, cache: Cache) -> _Contents | SetAside:
    """Keep each document of a source by itself."""
    if isinstance(result, SetAside):
        return result
    filed = []
    for number, document in enumerate(item for item in result if isinstance(item, Document)):
        key = key_of(source, str(number))
        cache.put(key, document)
        filed.append(_Filed(key, document.path, bool(document.metadata.draft)))
    return _Contents(filed, [item for item in result if isinstance(item, SetAside)])


def _accounts(documents: Sequence[_Filed], cache: Cache, workers: Workers, set_aside: list[SetAside]) -> dict[str, Key]:
    """The key of each account by its id."""
    names = article_ids([document.path for document in documents])
    keys = [key_of("annotate", name, document.key) for name, document in zip(names, documents, strict=True)]
    kept = cache.kept([document.key for document in documents], Document)

    def make(todo: list[int]) -> Iterable[Account | SetAside]:
        tasks = Each(todo, lambda place: (kept[place], names[place]))
        return workers.map("annotating", _annotate, tasks, lambda task: task[0].path)

    set_aside += _complete(keys, cache, make)
    return {name: key for name, key in zip(names, keys, strict=True) if key in cache}


def _groups(accounts: dict[str, Key], host: Host, cache: Cache) -> list[Group]:
    key = key_of("group", host.key, *accounts.values())
    kept = cache.kept(list(accounts.values()), Account)
    return cache.made(key, list[Group], lambda: group(list(accounts), kept, host))


def _comparisons(groups: Sequence[Group], accounts: dict[str, Key], cache: Cache, workers: Workers) -> Kept[Comparison]:
    members = [[accounts[name] for name in group.accounts] for group in groups]
    keys = [key_of("compare", msgspec.msgpack.encode(group), *own) for group, own in zip(groups, members, strict=True)]

    def event(place: int) -> Event:
        return groups[place].event(tuple(cache.kept(members[place], Account)))

    def make(todo: list[int]) -> Iterable[Comparison]:
        return workers.map("comparing", _compare, Each(todo, event), attrgetter("id"))

    _complete(keys, cache, make)
    return cache.kept(keys, Comparison)


def _complete(keys: Sequence[Key], cache: Cache, make: Callable[[list[int]], Iterable[T | SetAside]]) -> list[SetAside]:
    """Put into the cache what it lacks: what `make` gives for the places of the keys. What is set aside instead."""
    todo = [place for place, key in enumerate(keys) if key not in cache]
    set_aside = []
    for place, result in zip(todo, make(todo), strict=True):
        if isinstance(result, SetAside):
            set_aside.append(result)
        else:
            cache.put(keys[place], result)
    return set_aside


# ── tasks ──────────────────────────────────────────────────────────────────────────────────────────────────


def _read(host: Host, source: Source | SetAside) -> list[Document | SetAside] | SetAside:
    if isinstance(source, SetAside):
        return source
    try:
        return [SetAside.of(item) if isinstance(item, ContentError) else item for item in read(source, host)]
    except ContentError as error:
        return SetAside.of(error)


def _annotate(host: Host, task: tuple[Document, str]) -> Account | SetAside:
    document, article_id = task
    try:
        return annotate(document, article_id, host)
    except ContentError as error:
        return SetAside.of(error)


def _compare(host: Host, event: Event) -> Comparison:
    return compare(event, host)
