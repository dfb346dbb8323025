"""Progress bars: on a terminal where there is much to do, and nowhere else."""

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture
def many(make_site) -> Path:
    """A site with enough articles for a bar."""
    files = {f"content/{n}.txt": f"Ferry {n} sails\n\nIt sailed on Monday at noon.\n" for n in range(25)}
    return make_site(files, plugins=["text"])


def on_terminal(root: Path, *arguments: str) -> tuple[str, str]:
    """Standard output of a run of digest, and what a terminal shows of standard error."""
    screen, terminal = pty.openpty()
    command = [sys.executable, "-m", "digest.cli", *arguments]
    # The bars are far less than what a terminal keeps for its reader.
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=terminal, encoding="utf-8") as process:
        assert process.stdout is not None
        out = process.stdout.readline()
        if arguments[0] == "serve":
            process.send_signal(signal.SIGINT)
        out += process.stdout.read()
    assert process.returncode == 0
    os.close(terminal)
    shown = b""
    try:
        while part := os.read(screen, 65_536):
            shown += part
    except OSError:  # Linux says so when the other end is closed
        pass
    os.close(screen)
    return out, shown.decode()


def test_bars_are_shown_on_a_terminal(many):
    """Each stage with many parts has a bar on standard error, which is gone in the end."""
    out, shown = on_terminal(many, "build", "--jobs", "1")
    assert out.startswith("public: 25 events")
    assert "annotating" in shown
    assert "rendering" in shown
    assert shown.endswith("\x1b[2K")


def test_the_preview_shows_them_too(many):
    """The first build of a preview may take as long as any."""
    out, shown = on_terminal(many, "serve", "--port", "8311")
    assert "  build 1, " in out
    assert "annotating" in shown


def test_quiet_shows_no_bars(many):
    """`--quiet` is quiet on a terminal too."""
    assert on_terminal(many, "build", "--quiet") == ("", "")


def test_pipes_get_no_bars(many, run_digest):
    """Where standard error is no terminal nothing is drawn."""
    assert run_digest(many, "build").err == ""
