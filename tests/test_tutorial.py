"""The tutorial, followed line by line with the wheel in a new environment.

Its fences are those of test_examples.py; beside them, `^C` is the key that ends a command which goes on running, and a
console fence without a command shows what that prints next.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
import threading
from pathlib import Path
from queue import Queue

import pytest

TUTORIAL = Path(__file__).parents[1] / "docs" / "tutorial.md"
_FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SECONDS = 60


class Terminal:
    """A shell as its user knows it: each command finds the folder and the variables that the one before left."""

    def __init__(self, folder: Path, dependencies: Path) -> None:
        self.folder = folder
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        kept = {name: os.environ[name] for name in ("HOME", "LANG", "TMPDIR") if name in os.environ}
        self._environment = {**kept, "PATH": path, "PYTHONPATH": str(dependencies), "PYTHONUNBUFFERED": "1"}
        self._running: subprocess.Popen[str] | None = None
        self._lines: Queue[str] = Queue()

    def run(self, command: str) -> tuple[int, str]:
        """The exit code of a command, and what it prints."""
        state = self.folder / ".terminal"
        script = f"{command}\nstatus=$?\nenv -0 > '{state}'\npwd >> '{state}'\nexit $status"
        process = self._start(script)
        result = process.communicate(timeout=_SECONDS)[0]
        *variables, folder = state.read_text("utf-8").split("\0")
        state.unlink()
        self.folder = Path(folder.strip())
        self._environment = dict(variable.split("=", 1) for variable in variables)
        return process.returncode, result.strip()

    def serve(self, command: str) -> None:
        """Start a command that goes on."""
        self._running = self._start(f"exec {command}")
        output = self._running.stdout
        assert output is not None
        self._reader = threading.Thread(target=lambda: [self._lines.put(line) for line in output])
        self._reader.start()

    def next_lines(self, printed: str) -> str:
        """As many further lines as these are."""
        return "".join(self._lines.get(timeout=_SECONDS) for _ in printed.splitlines()).strip()

    def stop(self) -> None:
        """Ctrl-C; the command must end well."""
        assert self._running is not None
        self._running.send_signal(signal.SIGINT)
        assert self._running.wait(timeout=_SECONDS) == 0

    def close(self) -> None:
        """End what may still be running."""
        if self._running is not None:
            self._running.kill()
            self._reader.join()
            self._running.communicate()

    def _start(self, script: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            ["bash", "-c", script],
            cwd=self.folder,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )


@pytest.fixture
def terminal(wheel: Path, tmp_path: Path):
    """A terminal in a folder that has the wheel; other packages need not be downloaded."""
    shutil.copy(wheel, tmp_path)
    dependencies = tmp_path.parent / f"{tmp_path.name}-dependencies"
    dependencies.mkdir()
    for package in Path(sysconfig.get_path("purelib")).iterdir():
        if "news_digest" not in package.name:
            (dependencies / package.name).symlink_to(package)
    opened = Terminal(tmp_path, dependencies)
    yield opened
    opened.close()


def test_the_tutorial_works_as_printed(terminal: Terminal) -> None:
    """Each line of it does what it prints, from the installation on."""
    for language, name, body in _FENCE.findall(TUTORIAL.read_text("utf-8")):
        if name:
            (terminal.folder / name).write_text(body, "utf-8")
        elif language == "console":
            for step in re.split(r"^(?=\$ |\^C$)", body, flags=re.MULTILINE):
                follow(terminal, step.strip())


def follow(terminal: Terminal, step: str) -> None:
    """One command with what it prints, or what the running one prints next."""
    command, _, printed = step.removeprefix("$ ").partition("\n") if step.startswith(("$ ", "^C")) else ("", "", step)
    if command == "^C":
        terminal.stop()
        return
    if command and not command.startswith("digest serve"):
        code, out = terminal.run(command)
        if not printed:  # as in test_examples.py: it has to succeed, whatever pip has to say
            assert code == 0, f"{command}\n{out}"
            return
    else:
        if command:
            terminal.serve(command)
        out = terminal.next_lines(printed)
    assert re.fullmatch(".*".join(map(re.escape, printed.strip().split("…"))), out, re.DOTALL), f"{command}\n{out}"
