"""The first page as a reader uses it."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

Open = Callable[..., Page]


def test_search_and_filter_of_events(open_page: Open) -> None:
    """Words and outlets narrow the list; the address brings it back."""
    page = open_page("index.html")
    entries = page.locator(".entry:visible")
    expect(entries).to_have_count(5)
    page.get_by_role("searchbox").fill("sallow verrin")
    expect(entries).to_have_count(1)
    page.get_by_role("searchbox").fill("")
    page.locator("#filter summary").click()
    page.get_by_role("checkbox", name="Northern Wire").check()
    expect(entries).to_have_count(1)
    page.reload()
    expect(entries).to_have_count(1)
    expect(page.get_by_role("checkbox", name="Northern Wire")).to_be_visible()
    expect(page.locator("#filter-status")).to_have_text("1 of 5 shown")


def test_events_are_filtered_by_what_was_found(open_page: Open) -> None:
    """Events with differences, without, and of one account can be told apart; days with nothing left are not shown."""
    page = open_page("index.html")
    expect(page.locator("h2.day:visible")).to_have_count(2)
    page.get_by_role("checkbox", name="one account only").check()
    expect(page.locator(".entry:visible")).to_have_count(2)
    page.get_by_role("checkbox", name="one account only").uncheck()
    page.get_by_role("checkbox", name="with differences").check()
    expect(page.locator(".entry:visible h3")).to_have_count(2)
    expect(page.locator("h2.day:visible")).to_have_count(1)


def test_a_long_list_is_filtered_by_words(open_page: Open) -> None:
    """In a list of many names, words leave those that have them."""
    page = open_page("outlets.html")
    page.get_by_role("searchbox").fill("number 39")
    expect(page.locator(".names > li:visible")).to_have_count(1)


def test_search_in_the_whole_site(open_page: Open) -> None:
    """Words find events, people, outlets and quotations, whatever their case; titles stand first."""
    page = open_page("search.html")
    page.get_by_role("searchbox").fill("VERRIN")
    results = page.locator("#search-results li")
    expect(results.first).to_contain_text("Aldo Verrin")
    page.get_by_role("searchbox").fill("nothing but metal")
    expect(results.first).to_contain_text("We heard the horn twice")
    results.first.get_by_role("link").click()
    expect(page.locator("li:target")).to_contain_text("We heard the horn twice")


def test_search_without_scripts_leads_to_the_lists(open_page: Open) -> None:
    """Where search cannot work there is a way to everything all the same."""
    page = open_page("search.html", scripts=False)
    expect(page.locator("#search")).to_be_hidden()
    page.locator("#search-lists").get_by_role("link", name="people").click()
    expect(page.locator("h1")).to_have_text("People")


def test_hostile_names_are_text(open_page: Open) -> None:
    """What looks like markup in a name is shown as it is."""
    page = open_page("events/hostile.html")
    expect(page.locator("h1")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("img").count() == 0
