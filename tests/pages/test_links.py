"""All pages of the sample: valid where it matters, and no link that leads nowhere."""

from __future__ import annotations

import posixpath
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
import pytest
from layouts import laid_out

from digest.config import Site
from digest.model import Comparison
from digest.render import environment, render
from digest.theme import load_theme, static_files

# Cells and rows may leave out their end tags: the next one, or the end of the table, is theirs.
CELL = ("td", "th")
ENDED_BY = {"td": CELL, "th": CELL, "tr": (*CELL, "tr")} | dict.fromkeys(("thead", "tbody", "table"), (*CELL, "tr"))
VOID = frozenset("area base br col embed hr img input link meta source track wbr path rect circle line".split())


class Reader(HTMLParser):
    """Collects ids and links, and checks that elements close in order."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.open: list[str] = []
        self.styled: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("id"):
            self.ids[str(values["id"])] += 1
        self.links += [str(values[name]) for name in ("href", "src") if values.get(name)]
        self.styled += [name for name in values if name == "style" or name.startswith("on")]
        if tag not in VOID:
            self.end(ENDED_BY.get(tag, ()) if tag != "table" else ())
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            if tag not in CELL:
                self.end(tuple(inner for inner in ENDED_BY.get(tag, ()) if inner != tag))
            assert self.open.pop() == tag

    def end(self, tags: tuple[str, ...]) -> None:
        while self.open and self.open[-1] in tags:
            self.open.pop()


@pytest.fixture(scope="module")
def rendered(site: Site, ferries: Comparison) -> dict[str, Reader]:
    theme = load_theme("broadsheet", Path())
    env = environment(theme, site)
    silent = tuple(msgspec.structs.replace(account, quotes=()) for account in ferries.event.accounts)
    event = msgspec.structs.replace(ferries.event, id="again", accounts=silent)
    again = msgspec.structs.replace(ferries, collation=msgspec.structs.replace(ferries.collation, event=event))
    readers: dict[str, Reader] = {}
    for page in laid_out([ferries, again], site):
        readers[page.url] = Reader()
        if page.url.endswith(".html"):
            readers[page.url].feed(render(page, env))
    readers |= {f"static/{name}": Reader() for name in static_files(theme)}
    return readers


def test_every_link_leads_somewhere(rendered: dict[str, Reader]) -> None:
    """Each address on each page is one of the site's files, with the anchor it names, or a web address."""
    dead = []
    for url, reader in rendered.items():
        for link in reader.links:
            parts = urlsplit(link)
            if parts.scheme or parts.path.endswith(".json"):
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(url), parts.path)) if parts.path else url
            target = target.lstrip("/")
            if target not in rendered or (parts.fragment and not rendered[target].ids[parts.fragment]):
                dead.append((url, link))
    assert dead == []


def test_ids_are_unique_and_elements_close(rendered: dict[str, Reader]) -> None:
    """No page has an id twice, leaves an element open, or has inline styles or handlers."""
    assert {url: [i for i, n in reader.ids.items() if n > 1] for url, reader in rendered.items()} == {
        url: [] for url in rendered
    }
    assert all(reader.open == [] for reader in rendered.values())
    assert all(reader.styled == [] for reader in rendered.values())
