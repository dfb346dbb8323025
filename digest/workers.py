"""Workers: one task for many items, here or in several processes, with the results in the items' order."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from typing import Protocol, TypeVar

from digest.config import Site
from digest.errors import DigestError
from digest.plugins import Host

I = TypeVar("I")  # noqa: E741 - the item
O = TypeVar("O")  # noqa: E741 - its outcome
T = TypeVar("T")

# Below this many items a process takes longer to start than the work takes.
_FEW = 60
_BATCHES_PER_PROCESS = 4


class Track(Protocol):
    """Shows how far some work is."""

    def __call__(self, work: str, results: Iterable[T], total: int) -> Iterable[T]:
        """The results of `work`, `total` of them, given on as they come."""
        ...


def untracked(work: str, results: Iterable[T], total: int) -> Iterable[T]:
    """Give on the results and show nothing."""
    return results


class Workers:
    """Runs tasks: in this process with its host, or in processes that have a host of their own each."""

    def __init__(
        self,
        host: Host,
        pool: Callable[[], ProcessPoolExecutor] | None = None,
        jobs: int = 1,
        track: Track = untracked,
    ) -> None:
        self._host = host
        self._pool = pool
        self._jobs = jobs
        self._track = track

    def map(self, work: str, task: Callable[[Host, I], O], items: Sequence[I]) -> Iterable[O]:
        """`task(host, item)` for each item, in order. The task is a function of a module, items can be pickled.

        `work` says what is done, to those who wait for it. Raises what the task raises, and DigestError if a
        process dies.
        """
        if self._pool is None or len(items) < _FEW:
            return self._track(work, (task(self._host, item) for item in items), len(items))
        return self._track(work, self._map(self._pool(), task, items), len(items))

    def _map(self, pool: ProcessPoolExecutor, task: Callable[[Host, I], O], items: Sequence[I]) -> Iterator[O]:
        batch = max(1, len(items) // (self._jobs * _BATCHES_PER_PROCESS))
        try:
            yield from pool.map(partial(_run, task), items, chunksize=batch)
        except BrokenProcessPool as error:
            raise DigestError("a worker process died, perhaps for want of memory; try again with --jobs 1") from error


@contextmanager
def workers(site: Site, host: Host, jobs: int | None = None, track: Track = untracked) -> Iterator[Workers]:
    """Workers for a build: `jobs` processes, by default one a core; they start when there is enough to do."""
    jobs = jobs or len(os.sched_getaffinity(0))
    if jobs == 1:
        yield Workers(host, track=track)
        return
    pools: list[ProcessPoolExecutor] = []

    def pool() -> ProcessPoolExecutor:
        if not pools:
            # A new interpreter each: a fork would copy the threads' locks of whoever calls us.
            context = get_context("spawn")
            pools.append(ProcessPoolExecutor(jobs, context, initializer=_start, initargs=(site,)))
        return pools[0]

    try:
        yield Workers(host, pool, jobs, track)
    finally:
        for started in pools:
            started.shutdown(cancel_futures=True)


# A worker process has one host for all its tasks. It is the process's own: the parent has none here.
_host: Host | None = None


def _start(site: Site) -> None:
    global _host
    # Ctrl-C is for the parent, which then ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _host = Host(site)


def _run(task: Callable[[Host, I], O], item: I) -> O:
    assert _host is not None
    return task(_host, item)
