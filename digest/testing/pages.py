"""Whole sites for a test, and what a reader sees of their pages."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from fnmatch import fnmatch
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yaml

from digest.build import build
from digest.config import CONFIG_FILE, load_site
from digest.loading import is_module, is_standard


def make_site(root: Path, files: Mapping[str, str | bytes], **config: Any) -> Path:
    """Write a site into a folder, and give the folder.

    `files` maps paths under it to text or bytes; `config` becomes site.yaml unless `files` has one. A plugin or theme
    that it names and that stands in the current directory comes along, so a site's tests have its plugins and themes.
    """
    plugins, theme = Path("plugins"), Path("themes", config.get("theme", ""))
    if not is_standard(plugins) and any(is_module(plugins, _listed(entry)) for entry in config.get("plugins", ())):
        _copy(plugins, root)
    if (theme / "theme.yaml").is_file():
        _copy(theme.parent, root)
    for name, data in {CONFIG_FILE: yaml.safe_dump(config), **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
    (root / "content").mkdir(exist_ok=True)
    return root


def _copy(folder: Path, root: Path) -> None:
    shutil.copytree(folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)


def _listed(entry: str | Mapping[str, Any]) -> str:
    """The name of a plugin as it is listed, with options or without."""
    return entry if isinstance(entry, str) else next(iter(entry))


def build_pages(root: Path, pattern: str = "*") -> dict[str, str]:
    """Build a site, and give the text of its pages by their URL: those that match a pattern such as `events/*`."""
    site = load_site(root / CONFIG_FILE)
    build(site, strict=True, jobs=1)
    pages = {path.relative_to(site.output).as_posix(): path for path in sorted(site.output.rglob("*.html"))}
    return {url: page_text(path.read_text("utf-8")) for url, path in pages.items() if fnmatch(url, pattern)}


def page_text(html: str) -> str:
    """What a reader sees of a page's main part: a line for each block of text, spaces made one.

    All of it is the main part where nothing is marked as `<main>`.
    """
    reader = _MainText(whole="<main" not in html)
    reader.feed(html)
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    return "".join(f"{line}\n" for line in lines if line)


class _MainText(HTMLParser):
    """The text inside `<main>`, or of the whole, with line breaks where anything but a run of words begins or ends."""

    _INLINE = frozenset(
        "a abbr b bdi cite code data del dfn em i ins mark q s small span strong sub sup time u".split()
    )
    _UNSEEN = frozenset(("script", "style", "template", "svg"))

    def __init__(self, whole: bool) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._inside = int(whole)
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._inside += tag == "main"
        self._unseen += tag in self._UNSEEN
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._break(tag)
        self._inside -= tag == "main"
        self._unseen -= tag in self._UNSEEN

    def handle_data(self, data: str) -> None:
        if self._inside and not self._unseen:
            self.parts.append(data.replace("\n", " "))

    def _break(self, tag: str) -> None:
        if self._inside and tag not in self._INLINE:
            self.parts.append("\n")


def assert_page(text: str, file: Path) -> None:
    """Check a page's text against what a file has."""
    assert file.is_file(), f"there is no {file} yet; write it with: pytest --update-pages"
    assert text == file.read_text("utf-8")
