"""Pages in other languages, one of them written from right to left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from everypage import write_site
from playwright.sync_api import Page, expect

Open = Callable[..., Page]

EVENT = "events/ferries-2031.html"
PAGES = (
    "index.html",
    EVENT,
    "events/alone.html",
    "people/aldo-verrin.html",
    "method.html",
    "report.html",
    "search.html",
)


@pytest.fixture(scope="module", params=["de", "ar"])
def language(request: pytest.FixtureRequest, built: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The language of a site in a folder of that name, below the site that is served."""
    tag: str = request.param
    (built / tag).symlink_to(write_site(tmp_path_factory.mktemp(tag), tag))
    return tag


@pytest.mark.parametrize(("width", "scripts"), [(360, True), (768, False), (1440, True)])
def test_pages_fit(open_page: Open, address: str, language: str, width: int, scripts: bool) -> None:
    """No page is wider than the screen, whichever way it runs, or makes the browser complain."""
    page = open_page(f"{language}/{EVENT}", width=width, scripts=scripts)
    for url in PAGES:
        page.goto(f"{address}{language}/{url}")
        assert page.locator("html").get_attribute("lang") == language
        assert page.evaluate("document.documentElement.scrollWidth") <= width, url


def test_pages_are_accessible(open_page: Open, address: str, language: str) -> None:
    """axe-core finds no violation; what is in another language than the page says so."""
    page = open_page(f"{language}/{EVENT}", width=360)
    for url in PAGES:
        page.goto(f"{address}{language}/{url}")
        found = Axe().run(page, options={"resultTypes": ["violations"]})
        assert [(v["id"], [n["html"] for n in v["nodes"]][:3]) for v in found.response["violations"]] == [], url


def test_the_page_runs_as_its_language_and_texts_as_theirs(open_page: Open, language: str) -> None:
    """Navigation and headings begin where the language begins; an English account stays left to right."""
    page = open_page(f"{language}/{EVENT}")
    heading = {"de": "Worin Berichte sich unterscheiden", "ar": "حيث تختلف الروايات"}[language]
    side = {"de": "left", "ar": "right"}[language]
    section = page.locator("#differences")
    expect(section.locator("h2")).to_have_text(heading)
    assert page.evaluate(_SIDE, "#differences h2") == side
    assert page.evaluate(_SIDE, "header.site .name") == side
    assert page.evaluate(_SIDE, ".text p") == "left"


def test_filters_and_folds_work_in_any_direction(open_page: Open, language: str) -> None:
    """A filter says what it shows in the page's own numbers, and a deep link opens a fold."""
    page = open_page(f"{language}/{EVENT}")
    page.locator("#filter input[name=kind]").first.check()
    expect(page.locator("#filter-status")).to_contain_text("6")
    anchor = page.locator("#finer .difference").get_attribute("id")
    page.goto(f"{page.url.partition('?')[0]}#{anchor}")
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()


# The side at which the first line of an element's text begins.
_SIDE = """(selector) => {
  const element = document.querySelector(selector), box = element.getBoundingClientRect();
  const range = document.createRange();
  range.selectNodeContents(element);
  const first = range.getClientRects()[0];
  return getComputedStyle(element).direction === "rtl" || box.right - first.right < first.left - box.left - 1
    ? "right" : "left";
}"""
