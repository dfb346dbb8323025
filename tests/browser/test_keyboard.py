"""The event page and search by keyboard alone, and every address on the page as a place to come to."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

Open = Callable[..., Page]

EVENT = "events/ferries-2031.html"


def reach(page: Page, place: Locator) -> None:
    """Press Tab until the focus is at a place."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if place.evaluate("e => e === document.activeElement"):
            return
    pytest.fail("Tab does not lead there")


def test_a_filter_is_set_by_keyboard(open_page: Open) -> None:
    """Tab reaches a choice, Space sets it."""
    page = open_page(EVENT)
    choice = page.get_by_role("checkbox", name="Duration")
    reach(page, choice)
    page.keyboard.press("Space")
    expect(choice).to_be_checked()
    expect(page.locator("#differences > ol > .difference:visible")).to_have_count(2)


def test_folds_open_by_keyboard(open_page: Open) -> None:
    """Enter on the head of a fold opens it, and Tab goes on into it."""
    page = open_page(EVENT)
    fold = page.locator("#finer")
    reach(page, fold.locator("> summary"))
    page.keyboard.press("Enter")
    expect(fold.locator(".difference").first).to_be_visible()
    reach(page, fold.locator(".difference h3 a").first)


def test_two_accounts_are_chosen_and_scrolled_by_keyboard(open_page: Open) -> None:
    """The choice is a list like any other; arrows change it, and the chosen panes can be scrolled into."""
    page = open_page(EVENT)
    right = page.locator("#beside select[name=right]")
    reach(page, right)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".account:visible")).to_have_count(2)
    reach(page, page.locator(".account.right a").first)


def test_search_is_used_by_keyboard(open_page: Open) -> None:
    """Type, Tab to a result, Enter: there."""
    page = open_page("search.html")
    reach(page, page.get_by_role("searchbox"))
    page.keyboard.type("nothing but metal")
    result = page.locator("#search-results a").first
    expect(result).to_be_visible()
    reach(page, result)
    page.keyboard.press("Enter")
    expect(page.locator("li:target")).to_contain_text("We heard the horn twice")


def test_every_address_of_the_page_shows_what_it_names(open_page: Open) -> None:
    """Whatever a link on the page leads to is to be seen on arrival, even if it was folded before."""
    page = open_page(EVENT)
    anchors = page.eval_on_selector_all("main a[href^='#']", "all => [...new Set(all.map(a => a.hash.slice(1)))]")
    assert len(anchors) > 50
    hidden = page.evaluate(
        """async (anchors) => {
          const hidden = [];
          for (const anchor of anchors) {
            document.querySelectorAll("details").forEach((fold) => { fold.open = false; });
            location.hash = anchor;
            await new Promise((done) => addEventListener("hashchange", () => setTimeout(done), { once: true }));
            if (!document.getElementById(anchor)?.checkVisibility()) hidden.push(anchor);
          }
          return hidden;
        }""",
        anchors,
    )
    assert hidden == []
