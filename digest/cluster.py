"""A Dask cluster: one that runs elsewhere, or one of processes on this machine.

Workers need the same digest as ours; the site's own plugins are sent to them. Dask itself tries a batch again
whose worker died, on another one.
"""

from __future__ import annotations

import logging
import pickle
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

import dask
import msgspec
from distributed import Client, Future, KilledWorker, LocalCluster, get_worker

from digest.cache import Key
from digest.config import Site
from digest.errors import ConfigError, DigestError
from digest.loading import local_files
from digest.plugins import Host

Task = Callable[[Host, Any], Any]

LOCAL = "local"
# Ctrl-C is for the build, which then ends its workers.
_DEAF = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)"
_CONNECT_SECONDS = 10
# A cluster that grows with its load may need minutes for the first worker; one without workers would never answer.
_WITHOUT_WORKERS_SECONDS = 120
# A local one replaces its workers itself, which takes minutes on a machine that is busy with other things.
_WITHOUT_LOCAL_WORKERS_SECONDS = 1200
_LOOK_SECONDS = 5


class Cluster:
    """A pool of all the threads of a cluster's workers."""

    def __init__(self, client: Client, kit: bytes, patience: int) -> None:
        """A pool that gives up when there has been no worker for so many seconds."""
        self._client = client
        self._kit = kit
        self._patience = patience
        self._flying: dict[Future[Any], int] = {}
        self._done: SimpleQueue[Future[Any]] = SimpleQueue()
        self.width = max(1, sum(client.nthreads().values()))

    def put(self, start: int, task: Task, items: Sequence[Any]) -> None:
        """Begin a batch under this name."""
        future = self._client.submit(_run, self._kit, task, items, pure=False)
        self._flying[future] = start
        future.add_done_callback(self._done.put)

    def take(self) -> tuple[int, list[Any] | Exception | None]:
        """Wait for any batch: its name, and its outcomes or what a task raised; None if worker after worker died.

        Raises DigestError if the cluster is lost.
        """
        future = self._wait()
        start = self._flying.pop(future)
        try:
            return start, future.result()
        except KilledWorker:
            return start, None
        except CancelledError as error:
            raise DigestError("executor: the connection to the Dask scheduler was lost; run the build again") from error
        except Exception as error:
            return start, error

    def _wait(self) -> Future[Any]:
        waited = 0
        while waited < self._patience:
            try:
                return self._done.get(timeout=_LOOK_SECONDS)
            except Empty:
                waited = 0 if self._client.nthreads() else waited + _LOOK_SECONDS
        raise DigestError(f"executor: the Dask cluster has had no worker for {waited} seconds; start some")


@contextmanager
def cluster(site: Site, host: Host, jobs: int) -> Iterator[Cluster]:
    """The cluster of `site.executor`; `jobs` is the number of processes of a local one.

    Raises ConfigError if the scheduler can't be reached.
    """
    assert site.executor.dask is not None
    kit = pickle.dumps((site, local_files(site), host.key))
    if site.executor.dask == LOCAL:
        # A batch whose worker died is tried again by `Workers`; Dask need not try it as well.
        with (
            dask.config.set({"distributed.scheduler.allowed-failures": 0}),
            LocalCluster(
                n_workers=jobs,
                threads_per_worker=1,
                dashboard_address=None,
                preload=_DEAF,
                silence_logs=logging.ERROR,
            ) as local,
            Client(local, set_as_default=False) as client,
        ):
            yield Cluster(client, kit, _WITHOUT_LOCAL_WORKERS_SECONDS)
        return
    try:
        client = Client(site.executor.dask, timeout=_CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ConfigError([f"executor: no Dask scheduler answers at {site.executor.dask}: {error}"]) from error
    with client:
        yield Cluster(client, kit, _WITHOUT_WORKERS_SECONDS)


# ── in a worker ────────────────────────────────────────────────────────────────────────────────────────────

_importing = threading.Lock()


def _run(kit: bytes, task: Task, items: Sequence[Any]) -> list[Any]:
    with _importing:
        host = _host(kit)
    return [task(host, item) for item in items]


@lru_cache(maxsize=2)
def _host(kit: bytes) -> Host:
    """The host of a build, made from what it sent along. Raises DigestError if it isn't the same here as there."""
    site, files, key = pickle.loads(kit)
    root = Path(tempfile.mkdtemp(prefix="digest-", dir=get_worker().local_directory))  # removed with the worker
    for name, data in files.items():
        path = root / "plugins" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    host = Host(msgspec.structs.replace(site, root=root))
    _check(host.key, key)
    return host


def _check(ours: Key, wanted: Key) -> None:
    if ours != wanted:
        where = get_worker().address
        raise DigestError(
            f"executor: the worker {where} has another version of digest or of a plugin; install the same"
        )
