"""The executor `dask`: a cluster gives what one process gives, and workers may come and go."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hazards import analysed, gone, hazards, wait_until

from digest.config import load_site
from digest.errors import ConfigError, DigestError, PluginError

pytest.importorskip("distributed")  # `make test` installs it; whoever runs a part of the tests may do without
from distributed import Client, LocalCluster

from digest import cluster


def test_a_local_cluster_gives_the_same_as_one_process(make_site):
    """Two workers of a local cluster give the same analysis; what fails there is named as it is here."""
    root = hazards(make_site, {7: "\0"}, executor={"dask": "local"})
    assert analysed(root, 2) == analysed(root, 1)
    (root / "content" / "060.txt").write_text("fail\n")
    with pytest.raises(PluginError, match=r"plugin 'hazard', find_metadata, on 060\.txt: ZeroDivisionError"):
        analysed(root, 2)


def test_a_worker_with_other_plugins_is_named(make_site):
    """What a worker would make otherwise than this machine is refused, with the worker's address."""
    site = load_site(hazards(make_site, {}) / "site.yaml")
    kit = pickle.dumps((site, cluster.local_files(site), b"another key"))
    with (
        LocalCluster(n_workers=1, processes=False, dashboard_address=None) as local,
        Client(local, set_as_default=False) as client,
        pytest.raises(DigestError, match=r"the worker inproc://\S+ has another version of digest or of a plugin"),
    ):
        client.submit(cluster._run, kit, len, []).result()


def test_an_article_that_keeps_killing_workers_is_named(make_site):
    """A local cluster replaces dead workers, and the build ends with the name of what they died on."""
    root = hazards(make_site, {44: "die"}, executor={"dask": "local"})
    with pytest.raises(DigestError, match=r"^044\.txt: two workers died on it"):
        analysed(root, 2)


def test_ctrl_c_ends_a_local_cluster(make_site):
    """The signal reaches the workers too; all end, and nothing is printed."""
    root = hazards(make_site, {n: "wait 0.2" for n in range(80)}, executor={"dask": "local"})
    command = [sys.executable, "-m", "digest.cli", "build", "--jobs", "2"]
    build = subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE, text=True, start_new_session=True)
    wait_until(lambda: any((root.parent / "scratch").glob("pid-*")))
    os.killpg(build.pid, signal.SIGINT)
    _, said = build.communicate(timeout=20)
    wait_until(lambda: gone(build.pid))
    assert (build.returncode, said.strip()) == (130, "")


def test_a_missing_scheduler_is_a_message(make_site, monkeypatch):
    """An address where nobody answers is named."""
    monkeypatch.setattr(cluster, "_CONNECT_SECONDS", 0.5)
    root = hazards(make_site, {}, executor={"dask": "tcp://127.0.0.1:1"})
    with pytest.raises(ConfigError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:1"):
        analysed(root, 2)


class Machines:
    """A scheduler and workers, each started by its own command as on machines of their own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.processes: list[subprocess.Popen[bytes]] = []
        file = folder / "scheduler"
        self.start("scheduler", "--no-dashboard", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(file))
        wait_until(lambda: file.exists() and file.read_text().endswith("}"))
        with Client(scheduler_file=str(file), set_as_default=False) as client:
            self.address = str(client.scheduler.address)

    def start(self, kind: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "distributed.cli.dask_" + kind, *arguments]
        with (self._folder / f"{kind}-{len(self.processes)}.log").open("wb") as log:
            process = subprocess.Popen(command, cwd=self._folder, stdout=log, stderr=log)
        self.processes.append(process)
        return process

    def worker(self) -> subprocess.Popen[bytes]:
        return self.start("worker", self.address, "--no-nanny", "--nthreads", "1", "--no-dashboard")

    def kill(self) -> None:
        for process in reversed(self.processes):
            process.kill()
            process.wait()


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[Machines]:
    (tmp_path / "machines").mkdir()
    started = Machines(tmp_path / "machines")
    yield started
    started.kill()


def test_a_worker_that_is_killed_leaves_its_work_to_the_other(make_site, machines):
    """A scheduler and two workers of their own: one is killed in the midst of the build, and nothing is missing."""
    root = hazards(make_site, {n: "wait 0.02" for n in range(80)}, executor={"dask": machines.address})
    workers = [machines.worker(), machines.worker()]
    command = [sys.executable, "-m", "digest.cli", "build"]
    with Client(machines.address, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=20)
    build = subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True)
    begun = root.parent / "scratch" / f"pid-{workers[0].pid}"
    wait_until(begun.exists)
    workers[0].send_signal(signal.SIGKILL)
    said, _ = build.communicate(timeout=30)
    assert build.returncode == 0
    assert "80 articles" in said
    assert (root.parent / "scratch" / f"pid-{workers[1].pid}").exists()
    assert len(list((root / "public" / "events").iterdir())) == 80
