"""What `digest` brings to pytest, for the tests of plugins and themes: fixtures, and the site's folder to import from.

pytest loads this with every run, so nothing else of `digest` is imported before a fixture is used.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

pytest.register_assert_rewrite("digest.testing")  # so that its assertions show what differs


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-pages`."""
    group = parser.getgroup("digest")
    group.addoption("--update-pages", action="store_true", help="Write the files that check_page compares with.")


def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Let the tests of a site import its plugins (`from plugins import …`), as under `python -m pytest`."""
    folder = str(early_config.invocation_params.dir)
    if Path(folder, "site.yaml").is_file() and folder not in sys.path:
        sys.path.insert(0, folder)


@pytest.fixture
def make_site(tmp_path: Path) -> Callable[..., Path]:
    """`make_site(files, **config)` writes a site into an empty folder and gives its root."""
    from digest import testing

    def make(files: Mapping[str, str | bytes], **config: Any) -> Path:
        return testing.make_site(tmp_path / "site", files, **config)

    return make


@pytest.fixture
def check_page(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """`check_page(text, file)` compares a page's text with a file beside the test; `--update-pages` writes the file."""
    from digest import testing

    def check(text: str, file: str) -> None:
        path = request.path.parent / file
        if request.config.getoption("--update-pages"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        testing.assert_page(text, path)

    return check
