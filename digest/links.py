"""The links of a finished site: each must lead to one of its files, and to an anchor that is there."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


def dead_links(folder: Path, base_path: str = "/") -> Iterator[tuple[str, str]]:
    """Pages and the links on them that lead nowhere, in order. Addresses with a scheme are not looked at.

    `base_path` is the path of the site's root on its server, which links that begin with `/` count from.
    """
    pages = {file.relative_to(folder).as_posix(): _read(file) for file in sorted(folder.rglob("*.html"))}

    def leads_somewhere(url: str, link: str) -> bool:
        try:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                return True
            target = _target(url, unquote(parts.path), base_path)
            if target not in pages:
                return not parts.fragment and (folder / target).is_file()
        except (ValueError, OSError):  # no address at all, such as `http://[`, or longer than any file's name
            return False
        return not parts.fragment or unquote(parts.fragment) in pages[target].anchors

    for url, page in pages.items():
        yield from ((url, link) for link in page.links if not leads_somewhere(url, link))


class _Page(HTMLParser):
    """The addresses that a page names, and its anchors."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element refers to and what it is called."""
        for name, value in attrs:
            if name in ("href", "src") and value:
                self.links.append(value)
            elif name == "id" and value:
                self.anchors.add(value)


def _read(file: Path) -> _Page:
    page = _Page()
    page.feed(file.read_text("utf-8"))
    page.close()
    return page


def _target(url: str, path: str, base_path: str) -> str:
    """The file that a path on a page means; a folder means its index."""
    if not path:
        return url
    if path.startswith("/"):
        found = path.removeprefix(base_path) if path.startswith(base_path) else path
    else:
        found = posixpath.join(posixpath.dirname(url), path)
    found = posixpath.join(found, "index.html") if found.endswith("/") or not found else found
    return posixpath.normpath(found)
