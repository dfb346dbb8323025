"""The flow of the program: who may import whom. The contracts stand in pyproject.toml."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PLUGINS = sorted((ROOT / "plugins").rglob("*.py"))


def test_layers() -> None:
    """Modules import only from their left, plugins only what a user's plugin may, and every module has its place."""
    lint_imports = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run(
        [lint_imports, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("path", PLUGINS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_standard_plugins_import_each_other_relatively(path: Path) -> None:
    """A standard plugin works wherever it is imported from: in the checkout, in the wheel, copied into a site."""
    absolute = {
        name
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for name in _modules(node)
        if name == "plugins" or name.startswith(("plugins.", "digest.standard"))
    }
    assert not absolute


def _modules(node: ast.AST) -> list[str]:
    match node:
        case ast.Import():
            return [alias.name for alias in node.names]
        case ast.ImportFrom(level=0):
            return [node.module or ""]
    return []
