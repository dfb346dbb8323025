"""Every page in every setting: nothing is reported, nothing leaves the site, nothing runs over the edge."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

Open = Callable[..., Page]

EVENT = "events/ferries-2031.html"
PAGES = (
    "index.html",
    EVENT,
    "events/alone.html",
    "events/forty.html",
    "events/crowd.html",
    "events/hostile.html",
    "outlets.html",
    "outlets/harbour-gazette.html",
    "people.html",
    "people/aldo-verrin.html",
    "topics.html",
    "404.html",
    "method.html",
    "report.html",
    "search.html",
)
"""One page of each kind, and the unusual ones."""
LONGEST = ("events/forty.html", "events/crowd.html")
"""What they have more of is the same in every setting, and axe-core takes as long for them as for all others."""


@pytest.mark.parametrize(
    ("width", "scheme", "scripts"),
    [
        (320, "light", True),
        (360, "dark", False),
        (360, "light", True),
        (768, "light", False),
        (768, "dark", True),
        (1440, "dark", True),
        (1440, "light", False),
    ],
)
def test_pages_fit_and_are_quiet(open_page: Open, address: str, width: int, scheme: str, scripts: bool) -> None:
    """No page is wider than the screen or makes the browser complain, with or without scripts, light or dark."""
    page = open_page(EVENT, width=width, scheme=scheme, scripts=scripts)
    for url in PAGES:
        page.goto(address + url)
        assert page.locator("h1").count() == 1, url
        assert page.evaluate("document.documentElement.scrollWidth") <= width, url


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (768, "light"), (1440, "dark")])
def test_pages_are_accessible(open_page: Open, address: str, width: int, scheme: str) -> None:
    """axe-core finds no violation on any kind of page, in either colour scheme; the longest pages are read once."""
    page = open_page(EVENT, width=width, scheme=scheme)
    for url in PAGES:
        if url in LONGEST and width != 360:
            continue
        page.goto(address + url)
        found = Axe().run(page, options={"resultTypes": ["violations"]})
        assert [(v["id"], [n["html"] for n in v["nodes"]][:3]) for v in found.response["violations"]] == [], url


def test_pages_work_from_the_disk(open_page: Open, built: Path) -> None:
    """Opened as a file, where browsers refuse modules, a page has its style and shows everything."""
    page = open_page(EVENT, scripts=False, base=built.as_uri() + "/")
    assert page.locator("#filter").is_hidden()
    assert page.locator("#beside").is_hidden()
    assert page.locator(".difference").first.is_visible()
    assert page.locator(".account .text").first.is_visible()
    assert page.locator(".masthead").evaluate("e => getComputedStyle(e).borderTopWidth") == "3px"


def test_the_printed_page_has_no_controls(open_page: Open) -> None:
    """On paper there is black on white, and nothing to press."""
    page = open_page(EVENT, scheme="dark")
    page.emulate_media(media="print")
    assert page.locator("#filter").is_hidden()
    assert page.locator(".contents").is_hidden()
    assert page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("body").evaluate("e => getComputedStyle(e).color") == "rgb(0, 0, 0)"


def test_the_event_page_is_light(built: Path) -> None:
    """An event page with all that it loads stays below 150 kB before compression."""
    static = sum(file.stat().st_size for file in (built / "static").rglob("*") if file.is_file())
    assert (built / EVENT).stat().st_size + static < 150_000
