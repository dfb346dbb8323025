"""The sample site as `make site` builds it: both events, sound links, nothing fetched, nothing left behind."""

from __future__ import annotations

import json
import os
import socket
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import msgspec
import pytest

from digest.build import build
from digest.config import load_site

ROOT = Path(__file__).parents[1]


class Addresses(HTMLParser):
    """The ids of a page, and the addresses that it names: those that it loads, and those that it links to."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.loads: list[str] = []
        self.links: list[str] = []
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.ids.update(values[name] for name in ("id", "name") if name in values)
        if "src" in values or (tag == "link" and "href" in values):
            self.loads.append(values.get("src") or values["href"])
        elif "href" in values:
            self.links.append(values["href"])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished site, built while every connection is refused."""

    def refuse(*_: object) -> None:
        raise AssertionError("a build must not use the network")

    folder = tmp_path_factory.mktemp("sample")
    content = load_site(ROOT / "site.yaml")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        patch.setattr(socket, "getaddrinfo", refuse)
        receipt = build(msgspec.structs.replace(content, root=folder, output=folder / "public"), jobs=1)
    assert receipt.set_aside == ()
    return folder / "public"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Addresses]:
    return {path: Addresses(path) for path in sorted(site.rglob("*.html"))}


def test_both_meetings_have_their_page(site: Path) -> None:
    """The meeting of 2023 is told apart from that of 2024, although its page is dated three days after it."""
    events = [json.loads(row) for row in (site / "data" / "events.jsonl").read_text("utf-8").splitlines()]
    assert [(event["date"], len(event["articles"])) for event in events] == [("2023-06-19", 1), ("2024-04-26", 4)]
    assert all((site / "events" / f"{event['id']}.html").is_file() for event in events)


def test_every_link_leads_to_its_place(site: Path, pages: dict[Path, Addresses]) -> None:
    """Each link inside the site names a file of it, and each anchor an element of that page."""
    broken = []
    for page, addresses in pages.items():
        for address in addresses.links + addresses.loads:
            parts = urlsplit(address)
            if parts.scheme or page.name == "404.html":
                continue
            target = Path(os.path.normpath(page.parent / unquote(parts.path))) if parts.path else page
            anchors = pages[target].ids if target in pages else set()
            if not target.is_file() or (parts.fragment and unquote(parts.fragment) not in anchors):
                broken.append(f"{page.relative_to(site)}: {address}")
    assert broken == []


def test_pages_load_nothing_from_elsewhere(pages: dict[Path, Addresses]) -> None:
    """Style sheets, scripts and images come from the site itself."""
    assert [address for page in pages.values() for address in page.loads if urlsplit(address).netloc] == []
