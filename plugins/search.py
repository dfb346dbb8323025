"""Full-text search with pagefind, where the extra `search` is installed: `pip install "news-digest[search]"`.

Without it nothing happens, and the search page looks in the small index that every site has. A site has to list this
plugin: pagefind orders its filters by chance, so two builds do not give the same index.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from typing import Any

from digest import Page, hookimpl
from digest.errors import OutputError

_FOLDER = "pagefind"
# Ready-made search boxes, which need inline styles; the theme's own page uses the plain interface.
_NOT_NEEDED = ("pagefind-*ui.*", "pagefind-highlight.js")


@hookimpl
def template_context(page: Page) -> dict[str, Any] | None:
    """`pagefind`: the address of the index's script from the root, so that pages name what can be filtered by."""
    return {"pagefind": f"{_FOLDER}/pagefind.js"} if _installed() else None


@hookimpl
def build_finished(output: Path) -> None:
    """Index the pages that have `data-pagefind-body`. pagefind orders its filters by chance: no two indexes are alike.

    Raises OutputError with what pagefind says if it fails.
    """
    if not _installed():
        return
    options = ["--site", str(output), "--output-subdir", _FOLDER, "--keep-index-url", "--quiet"]
    command = [sys.executable, "-m", "pagefind", *options]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode:
        raise OutputError(f"{output}: pagefind cannot index it: {(result.stderr or result.stdout).strip()}")
    for pattern in _NOT_NEEDED:
        for file in (output / _FOLDER).glob(pattern):
            file.unlink()


def _installed() -> bool:
    return all(importlib.util.find_spec(name) for name in ("pagefind", "pagefind_bin"))
