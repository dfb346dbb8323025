"""The wheel: it holds what a user needs and nothing else, and works without the checkout."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy so that the checkout stays clean."""
    source = tmp_path_factory.mktemp("source")
    for name in ("digest", "plugins", "themes"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    _run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", source / "dist", source)
    [path] = (source / "dist").glob("*.whl")
    return path


def test_wheel_holds_the_package(wheel: Path) -> None:
    """Core, standard plugins and theme are in the wheel, file for file; tests and caches are not."""
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    expected = {
        f"{package}/{path.relative_to(ROOT / folder).as_posix()}"
        for folder, package in (("digest", "digest"), ("plugins", "digest/standard"), ("themes", "digest/themes"))
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert sorted(names ^ expected) == []


def test_installed_digest_works(wheel: Path, tmp_path: Path) -> None:
    """Installed from the wheel, `digest` builds a site in a folder that knows nothing of the checkout."""
    environment = tmp_path / "venv"
    venv.create(environment, symlinks=True)
    packages = sysconfig.get_path("purelib", "venv", {"base": str(environment)})
    # The dependencies are those of this interpreter; its own `digest` stays out, as a .pth file loads no other.
    Path(packages, "dependencies.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    python = environment / "bin" / "python"
    _run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel)
    site = tmp_path / "site"
    (site / "content").mkdir(parents=True)
    (site / "site.yaml").write_text("title: The ferry\n", "utf-8")
    (site / "content" / "ferry.txt").write_text("Ferry sails again\n\nThe ferry to Holm sails again.\n", "utf-8")
    digest = environment / "bin" / "digest"
    where = _run(
        python,
        "-c",
        "import digest, digest.standard; print(digest.__file__, digest.standard.__file__)",
        folder=site,
    )
    assert where.count(packages) == 2
    assert "build" in _run(digest, "--help")
    _run(digest, "build", folder=site)
    assert "The ferry" in (site / "public" / "index.html").read_text("utf-8")


def _run(*command: str | Path, folder: Path | None = None) -> str:
    result = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout
