"""The examples in the documents do what the documents say, as they are printed.

A fence with a file name (```` ```python plugins/plea.py ````) is a file of the reader's site. A `console` fence is a
command with what it prints, `…` standing for anything; where nothing is printed below it, it has to succeed.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCUMENTS = [
    ROOT / "README.md",
    *(ROOT / "docs" / name for name in ("cookbook.md", "templates.md", "writing-a-plugin.md")),
]

_FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_examples_work_as_printed(document: Path, tmp_path: Path) -> None:
    """Following the document step by step gives what it prints."""
    for language, name, body in _FENCE.findall(document.read_text("utf-8")):
        if name:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(body, "utf-8")
        elif language == "console":
            for session in body.removeprefix("$ ").split("\n$ "):
                command, _, printed = session.partition("\n")
                _try(command, printed.strip(), tmp_path)


def _try(command: str, printed: str, folder: Path) -> None:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    result = subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env={**os.environ, "PATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if "…" in printed:
        assert re.fullmatch(".*".join(map(re.escape, printed.split("…"))), result.stdout.strip(), re.DOTALL), (
            result.stdout
        )
    elif printed:
        assert result.stdout.strip() == printed, command
    else:
        assert result.returncode == 0, f"{command}\n{result.stdout}"
