"""Search with and without pagefind's index, as a reader uses it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from digest.standard import search
from ferries import ferry_comparison
from layouts import laid_out
from playwright.sync_api import Page, expect

from digest.config import Site
from digest.render import environment, render
from digest.theme import load_theme

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def indexed(built: Path) -> str:
    """The folder, below the site that is served, of a site with pagefind's index."""
    folder = built / "indexed"
    site = Site(root=folder, content=folder, output=folder, title="Sample")
    env = environment(load_theme(site.theme, site.root), site)
    for page in laid_out([ferry_comparison()], site):
        file = folder / page.url
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(render(page, env, search.template_context(page)), "utf-8")
    (folder / "static").symlink_to(built / "static")
    search.build_finished(folder)
    return "indexed/"


def test_all_text_is_found(open_page: Open, indexed: str) -> None:
    """A word that stands only in an account is found, and leads to that account; nothing breaks the page's policy."""
    page = open_page(indexed + "search.html")
    page.get_by_role("searchbox").fill("radar")
    first = page.locator("#search-results li").first
    expect(first.locator("mark").first).to_contain_text("radar")
    expect(page.locator("#search-status")).to_contain_text("found")


def test_results_can_be_filtered(open_page: Open, indexed: str) -> None:
    """An outlet and a person narrow the results; the address brings them back."""
    page = open_page(indexed + "search.html")
    page.get_by_label("Person").select_option("Mette Arnholt")
    results = page.locator("#search-results > li")
    expect(results.filter(has_text="Mette Arnholt").first).to_be_visible()
    page.get_by_label("Outlet").select_option("Northern Wire")
    page.reload()
    expect(page.get_by_label("Outlet")).to_have_value("Northern Wire")
    expect(results.first).to_be_visible()


def test_files_from_a_disk_have_the_small_index(open_page: Open, built: Path, indexed: str) -> None:
    """Where browsers load no modules, search finds names and quotations all the same."""
    page = open_page(indexed + "search.html", base=built.as_uri() + "/")
    page.get_by_role("searchbox").fill("verrin")
    expect(page.locator("#search-results li").first).to_contain_text("Aldo Verrin")
