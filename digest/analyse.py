"""The analysis: read, annotate each article, group, compare each event; what is known already is not made again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

import msgspec

from digest.annotate import annotate
from digest.cache import Cache, Key, key_of
from digest.compare import compare
from digest.errors import ContentError
from digest.group import group
from digest.model import Account, Comparison, Document, Event, Source
from digest.plugins import Host
from digest.read import SetAside, article_ids, find, read
from digest.workers import Workers

T = TypeVar("T")


class Analysis(msgspec.Struct, frozen=True):
    """What the articles of a site say, event by event, what had to be set aside, and the paths of drafts left out.

    `key` depends on everything that the analysis was made from.
    """

    comparisons: tuple[Comparison, ...]
    set_aside: tuple[SetAside, ...]
    key: Key
    drafts: tuple[str, ...] = ()


class _Grouped(msgspec.Struct, frozen=True):
    """An event as it is kept: without its accounts, which are kept by themselves."""

    event: Event
    accounts: tuple[str, ...]


def analyse(content: Path, host: Host, cache: Cache, workers: Workers, *, drafts: bool = False) -> Analysis:
    """Read, annotate, group and compare all articles of a folder; those that are drafts only with `drafts`.

    Raises DigestError for faults of configuration or plugins; articles that can't be read are set aside.
    """
    sources, set_aside = find(content)
    documents = _documents(sources, host, cache, workers, set_aside)
    left_out = [document.path for _, document in documents if document.metadata.draft and not drafts]
    documents = [(known, document) for known, document in documents if drafts or not document.metadata.draft]
    accounts = _accounts(documents, cache, workers, set_aside)
    events = _events(accounts, host, cache)
    comparisons = _comparisons(events, {account.id: account_key for account_key, account in accounts}, cache, workers)
    everything = key_of(host.key, *(k for k, _ in accounts), *(f"{fault.path}:{fault.reason}" for fault in set_aside))
    return Analysis(tuple(comparisons), tuple(set_aside), everything, tuple(left_out))


def _documents(
    sources: Sequence[Source], host: Host, cache: Cache, workers: Workers, set_aside: list[SetAside]
) -> list[tuple[Key, Document]]:
    keys = [key_of("read", host.key, source.path, source.data) for source in sources]
    found = _remembered(
        keys,
        list[Document],
        cache,
        lambda todo: workers.map("reading", _read, [sources[i] for i in todo], attrgetter("path")),
    )
    documents: list[tuple[Key, Document]] = []
    for source_key, result in zip(keys, found, strict=True):
        if isinstance(result, SetAside):
            set_aside.append(result)
        else:
            documents += [(key_of(source_key, str(number)), document) for number, document in enumerate(result)]
    return documents


def _accounts(
    documents: list[tuple[Key, Document]], cache: Cache, workers: Workers, set_aside: list[SetAside]
) -> list[tuple[Key, Account]]:
    named = list(zip(article_ids([document for _, document in documents]), documents, strict=True))
    keys = [key_of("annotate", name, document_key) for name, (document_key, _) in named]
    tasks = [(document, name) for name, (_, document) in named]
    found = _remembered(
        keys,
        Account,
        cache,
        lambda todo: workers.map("annotating", _annotate, [tasks[i] for i in todo], lambda task: task[0].path),
    )
    accounts: list[tuple[Key, Account]] = []
    for account_key, result in zip(keys, found, strict=True):
        if isinstance(result, SetAside):
            set_aside.append(result)
        else:
            accounts.append((account_key, result))
    return accounts


def _events(accounts: Sequence[tuple[Key, Account]], host: Host, cache: Cache) -> list[Event]:
    group_key = key_of("group", host.key, *(account_key for account_key, _ in accounts))
    by_id = {account.id: account for _, account in accounts}
    grouped = cache.get(group_key, list[_Grouped])
    if grouped is None:
        events = group(list(by_id.values()), host)
        grouped = [_Grouped(_without_accounts(event), tuple(a.id for a in event.accounts)) for event in events]
        cache.put(group_key, grouped)
    return [
        msgspec.structs.replace(entry.event, accounts=tuple(by_id[name] for name in entry.accounts))
        for entry in grouped
    ]


def _comparisons(
    events: Sequence[Event], account_keys: dict[str, Key], cache: Cache, workers: Workers
) -> list[Comparison]:
    keys = [
        key_of(
            "compare", msgspec.msgpack.encode(_without_accounts(event)), *(account_keys[a.id] for a in event.accounts)
        )
        for event in events
    ]
    found = _remembered(
        keys,
        Comparison,
        cache,
        lambda todo: workers.map("comparing", _compare, [events[i] for i in todo], attrgetter("id")),
    )
    return [comparison for comparison in found if not isinstance(comparison, SetAside)]


def _without_accounts(event: Event) -> Event:
    return msgspec.structs.replace(event, accounts=())


def _remembered(
    keys: Sequence[Key], kind: type[T], cache: Cache, make: Callable[[list[int]], Iterable[T | SetAside]]
) -> list[T | SetAside]:
    """The result for each key: what the cache has, and what `make` gives for the places where it has nothing."""
    found: list[T | SetAside | None] = [cache.get(k, kind) for k in keys]
    todo = [place for place, value in enumerate(found) if value is None]
    for place, value in zip(todo, make(todo), strict=True):
        found[place] = value
        if not isinstance(value, SetAside):
            cache.put(keys[place], value)
    return [value for value in found if value is not None]


# ── tasks ──────────────────────────────────────────────────────────────────────────────────────────────────


def _read(host: Host, source: Source) -> list[Document] | SetAside:
    try:
        return read(source, host)
    except ContentError as error:
        return SetAside(error.path, error.message, error.line, error.column)


def _annotate(host: Host, task: tuple[Document, str]) -> Account | SetAside:
    document, article_id = task
    try:
        return annotate(document, article_id, host)
    except ContentError as error:
        return SetAside(error.path, error.message, error.line, error.column)


def _compare(host: Host, event: Event) -> Comparison:
    return compare(event, host)
