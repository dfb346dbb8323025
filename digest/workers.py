"""Workers: one task for many items, here, in processes or on a cluster, with the results in the items' order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import Any, Generic, Protocol, TypeVar, overload

from digest.config import Site
from digest.errors import ConfigError, DigestError
from digest.plugins import Host

I = TypeVar("I")  # noqa: E741 - the item
O = TypeVar("O")  # noqa: E741 - its outcome
T = TypeVar("T")
K = TypeVar("K")

# Below this many items a process takes longer to start than the work takes.
_FEW = 60
# A batch is what is lost with a worker and what waits in memory: large enough to hide the cost of sending it.
_LARGEST_BATCH = 20
_BATCHES_PER_WORKER = 4


class Each(Sequence[T], Generic[K, T]):
    """An item for each key, made when it is asked for: no more of them are held than are worked on."""

    def __init__(self, keys: Sequence[K], make: Callable[[K], T]) -> None:
        self._keys = keys
        self._make = make

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> list[T]: ...

    def __getitem__(self, index: int | slice) -> T | list[T]:
        if isinstance(index, slice):
            return [self._make(key) for key in self._keys[index]]
        return self._make(self._keys[index])

    def __len__(self) -> int:
        return len(self._keys)


class Pool(Protocol):
    """Workers elsewhere that have a host of their own each. `width` is how many batches they work on at a time."""

    width: int

    def put(self, start: int, task: Callable[[Host, Any], Any], items: Sequence[Any]) -> None:
        """Begin a batch; `start` is the place of its first item, and its name."""

    def take(self) -> tuple[int, list[Any] | Exception | None]:
        """Wait for any batch: its start, and its outcomes or what a task raised; None if the worker died on it."""


class Track(Protocol):
    """Shows how far some work is."""

    def __call__(self, work: str, results: Iterable[T], total: int) -> Iterable[T]:
        """The results of `work`, `total` of them, given on as they come."""
        ...


def untracked(work: str, results: Iterable[T], total: int) -> Iterable[T]:
    """Give on the results and show nothing."""
    return results


class Workers:
    """Runs tasks: in this process with its host, or in a pool, which is started when there is enough to do."""

    def __init__(self, host: Host, start: Callable[[], Pool] | None = None, track: Track = untracked) -> None:
        self._host = host
        self._track = track
        self._start = start
        self._pool: Pool | None = None

    def map(self, work: str, task: Callable[[Host, I], O], items: Sequence[I], name: Callable[[I], str]) -> Iterable[O]:
        """`task(host, item)` for each item, in order. The task is a function of a module, items can be pickled.

        `work` says what is done, to those who wait for it. A batch whose worker dies is tried again item by item.
        Raises what the task raises, and DigestError with the `name` of an item on which two workers die that have
        nothing else to do.
        """
        if self._start is None or not self.has_pool_for(len(items)):
            return self._track(work, (task(self._host, item) for item in items), len(items))
        self._pool = self._pool or self._start()
        return self._track(work, _map(self._pool, task, items, name), len(items))

    def has_pool_for(self, number: int) -> bool:
        """Whether so many items are worked on in a pool. One that has been started is of use for two."""
        return self._start is not None and number >= (2 if self._pool else _FEW)


def _map(pool: Pool, task: Callable[[Host, I], O], items: Sequence[I], name: Callable[[I], str]) -> Iterator[O]:
    size = max(1, min(_LARGEST_BATCH, len(items) // (pool.width * _BATCHES_PER_WORKER)))
    waiting = [range(start, min(start + size, len(items))) for start in range(0, len(items), size)][::-1]
    flying: dict[int, range] = {}
    done: dict[int, list[O] | Exception] = {}
    suspects: set[int] = set()
    at = 0
    while waiting or flying:
        # Only as much is sent as keeps everybody busy: a queue of all articles would fill the memory of a scheduler.
        # A suspect has the pool to itself: what dies with a worker may only have waited there.
        while waiting and len(flying) < (1 if suspects & {waiting[-1].start, *flying} else 2 * pool.width):
            batch = waiting.pop()
            flying[batch.start] = batch
            pool.put(batch.start, task, [items[place] for place in batch])
        start, outcome = pool.take()
        batch = flying.pop(start)
        if outcome is not None:
            done[start] = outcome
        elif len(batch) > 1:
            waiting += [range(place, place + 1) for place in reversed(batch)]
        elif start not in suspects:
            suspects.add(start)
            waiting.append(batch)
        else:
            message = "two workers died on it, perhaps for want of memory; leave it out, or try --jobs 1"
            done[start] = DigestError(f"{name(items[start])}: {message}")
        # Faults too are raised in the order of the items, so that two builds name the same one.
        while at in done:
            ready = done.pop(at)
            if isinstance(ready, Exception):
                raise ready
            yield from ready
            at += len(ready)


@contextmanager
def workers(site: Site, host: Host, jobs: int | None = None, track: Track = untracked) -> Iterator[Workers]:
    """Workers for a build where the site's `executor` says; they start when there is enough to do.

    `jobs` is the number of processes on this machine, by default one a core; with 1 all is done in this process.
    Raises ConfigError where Dask is asked for and not installed.
    """
    wanted = jobs or _cores()
    if jobs == 1 or (wanted == 1 and site.executor.dask is None):
        yield Workers(host, track=track)
        return
    with ExitStack() as stack:

        def start() -> Pool:
            from digest.processes import processes  # which small changes need not import

            pool = processes(site, wanted) if site.executor.dask is None else _cluster()(site, host, wanted)
            return stack.enter_context(pool)

        yield Workers(host, start, track)


def _cores() -> int:
    """How many cores this process may use; how many there are, where the system doesn't tell."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _cluster() -> Callable[[Site, Host, int], AbstractContextManager[Pool]]:
    try:
        from digest.cluster import cluster  # Dask is an extra, and takes half a second to import
    except ImportError as error:
        message = 'executor: needs dask.distributed; install it with: pip install "news-digest[distributed]"'
        raise ConfigError([message]) from error
    return cluster
