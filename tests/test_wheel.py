"""The wheels of digest and of an example plugin: they hold what a user needs, and work without the checkout."""

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
EXAMPLE = ROOT / "examples" / "digest-plugin-eml"


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


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts of an environment with digest and the example's plugin, which knows nothing of the checkout."""
    source = tmp_path_factory.mktemp("example") / EXAMPLE.name
    shutil.copytree(EXAMPLE, source, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info", "build"))
    _run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", source / "dist", source)
    environment = tmp_path_factory.mktemp("environment") / "venv"
    venv.create(environment, symlinks=True)
    packages = sysconfig.get_path("purelib", "venv", {"base": str(environment)})
    # The dependencies are those of this interpreter; its own `digest` stays out, as a .pth file loads no other.
    Path(packages, "dependencies.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    python = environment / "bin" / "python"
    wheels = [wheel, *(source / "dist").glob("*.whl")]
    _run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", *wheels)
    where = "import digest, digest.standard; print(digest.__file__, digest.standard.__file__)"
    assert _run(python, "-c", where, folder=environment).count(packages) == 2
    return environment / "bin"


def test_installed_digest_works(installed: Path, tmp_path: Path) -> None:
    """Installed from the wheel, `digest` builds a site in a folder that knows nothing of the checkout."""
    site = tmp_path / "site"
    (site / "content").mkdir(parents=True)
    (site / "site.yaml").write_text("title: The ferry\n", "utf-8")
    (site / "content" / "ferry.txt").write_text("Ferry sails again\n\nThe ferry to Holm sails again.\n", "utf-8")
    assert "build" in _run(installed / "digest", "--help")
    _run(installed / "digest", "build", folder=site)
    assert "The ferry" in (site / "public" / "index.html").read_text("utf-8")


def test_an_installed_plugin_works(installed: Path, tmp_path: Path) -> None:
    """The example's plugin is found by its name, with its version; it reads an article, and its own tests pass."""
    (tmp_path / "content").mkdir()
    (tmp_path / "site.yaml").write_text("plugins: [eml]\n", "utf-8")
    (tmp_path / "content" / "news.eml").write_text("Subject: Ferry sails\n\nThe ferry sails again.\n", "utf-8")
    assert _run(installed / "digest", "plugins", folder=tmp_path).startswith("eml 0.1.0  (installed)")
    _run(installed / "digest", "build", "--strict", folder=tmp_path)
    assert "The ferry sails again." in next((tmp_path / "public" / "events").glob("*.html")).read_text("utf-8")
    shutil.copytree(EXAMPLE / "tests", tmp_path / "tests", ignore=shutil.ignore_patterns("__pycache__"))
    assert " passed" in _run(installed / "python", "-m", "pytest", "-p", "no:cacheprovider", "tests", folder=tmp_path)


def _run(*command: str | Path, folder: Path | None = None) -> str:
    result = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout
