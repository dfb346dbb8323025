"""Processes on this machine, each with a host of its own. One that dies takes only its own batch with it."""

from __future__ import annotations

import gc
import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
from typing import Any, TypeVar

import msgspec

from digest.config import Site
from digest.model import Account, Comparison, Document, Event
from digest.plugins import Host

T = TypeVar("T")
Task = Callable[[Host, Any], Any]

# A new interpreter each: a fork would copy the threads' locks of whoever calls us.
_CONTEXT = get_context("spawn")


def _packed(value: T) -> tuple[Callable[[bytes, type[T]], T], tuple[bytes, type[T]]]:
    """How a value is pickled that has many others in it: as MessagePack, which takes a quarter of the time."""
    return _unpacked, (msgspec.msgpack.encode(value), type(value))


def _unpacked(data: bytes, kind: type[T]) -> T:
    return msgspec.msgpack.decode(data, type=kind)


for _kind in (Document, Account, Event, Comparison):
    ForkingPickler.register(_kind, _packed)


class Processes:
    """A pool of `width` processes."""

    def __init__(self, site: Site, width: int) -> None:
        self.width = width
        self._site = site
        self._todo: deque[tuple[int, Task, Sequence[Any]]] = deque()
        self._processes: dict[Connection, BaseProcess] = {}
        self._busy: dict[Connection, int] = {}

    def put(self, start: int, task: Task, items: Sequence[Any]) -> None:
        """Begin a batch under this name."""
        self._todo.append((start, task, items))

    def take(self) -> tuple[int, list[Any] | Exception | None]:
        """Wait for any batch: its name, and its outcomes or what a task raised; None if the process died."""
        self._hand_out()
        ready = next(connection for connection in wait(list(self._busy)) if isinstance(connection, Connection))
        start = self._busy.pop(ready)
        try:
            return start, ready.recv()
        except (EOFError, OSError):
            self._bury(ready)
            return start, None

    def close(self) -> None:
        """End all processes, whatever they are doing."""
        for process in self._processes.values():
            process.terminate()
        for connection in list(self._processes):
            self._bury(connection)

    def _hand_out(self) -> None:
        """A batch to each idle process. All start before one is served: sending ends when the process reads."""
        while len(self._processes) < min(self.width, len(self._busy) + len(self._todo)):
            ours, theirs = _CONTEXT.Pipe()
            process = _CONTEXT.Process(target=_serve, args=(theirs, self._site), daemon=True)
            process.start()
            theirs.close()  # so that ours ends when the process does
            self._processes[ours] = process
        for connection in [idle for idle in self._processes if idle not in self._busy][: len(self._todo)]:
            start, task, items = self._todo.popleft()
            self._busy[connection] = start
            with suppress(OSError):  # it has died while it was idle: `take` will find out
                connection.send((task, items))

    def _bury(self, connection: Connection) -> None:
        connection.close()
        self._processes.pop(connection).join()


@contextmanager
def processes(site: Site, jobs: int) -> Iterator[Processes]:
    """A pool of processes that end with the block."""
    pool = Processes(site, jobs)
    try:
        yield pool
    finally:
        pool.close()


def _serve(connection: Connection, site: Site) -> None:
    """Work on batches until the parent hangs up or dies."""
    # Ctrl-C is for the parent, which then ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(100_000)  # as in `cli`
    host: Host | None = None
    with suppress(EOFError, OSError):
        while True:
            task, items = connection.recv()
            try:
                host = host or Host(site)
                outcome: Any = [task(host, item) for item in items]
            except Exception as error:
                error.add_note(traceback.format_exc())  # a traceback can't be pickled
                outcome = error
            connection.send(outcome)
