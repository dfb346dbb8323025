"""The event page as a reader uses it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]

EVENT = "events/ferries-2031.html"


def test_a_deep_link_opens_what_is_folded(open_page: Open) -> None:
    """An address with the anchor of a folded entry unfolds it and shows it."""
    page = open_page(EVENT)
    anchor = page.locator("#finer .difference").get_attribute("id")
    page.goto(f"{page.url}#{anchor}")
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()


def test_a_mark_and_its_entry_lead_to_each_other(open_page: Open) -> None:
    """From a card to the words in the account, which are lit as a whole, and back to the card."""
    page = open_page(EVENT)
    page.locator(".difference q a", has_text="five hours").click()
    mark = page.locator(".text a.d", has_text="five hours")
    expect(mark).to_be_in_viewport()
    expect(mark).to_have_class("d lit")
    mark.click()
    expect(page.locator(".difference", has_text="How long the harbour was closed")).to_be_in_viewport()


def test_a_quotation_in_pieces_is_lit_as_a_whole(open_page: Open) -> None:
    """A quotation that a difference cuts into pieces is lit from its first word to its last."""
    page = open_page(EVENT)
    page.locator("#utterances a.s").first.click()
    lit = page.locator(".text .lit")
    expect(lit.first).to_be_in_viewport()
    assert "".join(lit.all_text_contents()).startswith("There will be a swift and")


def test_the_filter_shows_what_was_chosen_and_is_in_the_address(open_page: Open) -> None:
    """Choosing a kind and an outlet leaves the entries that have both; the address brings the choice back."""
    page = open_page(EVENT)
    shown = page.locator("#differences > ol > .difference:visible")
    assert shown.count() == 4
    page.get_by_role("checkbox", name="Duration").check()
    expect(shown).to_have_count(2)
    page.get_by_role("checkbox", name="Harbour Gazette").check()
    expect(page.locator("#filter-status")).to_have_text("2 of 6 shown")
    page.reload()
    expect(shown).to_have_count(2)
    expect(page.get_by_role("checkbox", name="Duration")).to_be_checked()
    page.get_by_role("checkbox", name="Duration").uncheck()
    page.get_by_role("checkbox", name="Unnamed outlet").check()
    expect(shown).to_have_count(1)


def test_a_mark_explains_itself_to_pointer_and_keyboard(open_page: Open) -> None:
    """The rule behind a mark is told while the pointer or the focus is on it, and Escape puts it away."""
    page = open_page(EVENT)
    mark = page.locator(".text a.q[data-rule]").first
    rule = page.locator("#" + str(mark.get_attribute("data-rule"))).evaluate("e => e.lastChild.textContent.trim()")
    note = page.get_by_role("tooltip")
    mark.hover()
    expect(note).to_contain_text(rule)
    page.mouse.move(0, 0)
    expect(note).to_have_count(0)
    mark.focus()
    expect(note).to_contain_text(rule)
    expect(mark).to_have_accessible_description(" ".join(note.locator("p").all_text_contents()))
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)
    expect(mark).to_be_focused()


def test_a_mark_explains_itself_to_a_finger(open_page: Open) -> None:
    """A tap on a mark tells the rule and offers the way to the entry, which a second tap takes."""
    page = open_page(EVENT, width=360, touch=True)
    page.locator(".text a.d", has_text="five hours").tap()
    note = page.locator(".peek")
    expect(note).to_contain_text("How long the harbour was closed")
    note.get_by_role("link", name="Go there").tap()
    expect(page.locator(".difference", has_text="How long the harbour was closed")).to_be_in_viewport()
    expect(note).to_have_count(0)


def test_many_differences_are_folded_after_a_dozen(open_page: Open) -> None:
    """The hardest dozen stands open; a filter and an address reach the others."""
    page = open_page("events/crowd.html")
    cards = page.locator(".difference")
    assert (cards.count(), page.locator(".difference:visible").count()) == (24, 12)
    page.get_by_role("checkbox", name="Figure").check()
    expect(page.locator(".difference:visible")).to_have_count(12)
    expect(cards.last).to_be_visible()


def test_a_filter_opens_the_fold_of_what_it_leaves(open_page: Open) -> None:
    """A difference that was asked for is not left hidden in a fold."""
    page = open_page(EVENT + "?outlet=w-kgeb")
    expect(page.locator("#finer .difference")).to_be_visible()


def test_a_cell_shows_its_sentence(open_page: Open) -> None:
    """A cell of the matrix opens the sentence with the words marked; Escape closes it and gives the focus back."""
    page = open_page(EVENT)
    cell = page.locator(".matrix tr", has_text="the radar").locator("a").first
    cell.focus()
    page.keyboard.press("Enter")
    note = page.locator(".peek")
    expect(note.locator("mark")).to_have_text("radar")
    expect(note.locator("q")).to_contain_text("had been out of order for three weeks")
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)
    expect(cell).to_be_focused()


def test_without_scripts_a_cell_leads_to_the_paragraph(open_page: Open) -> None:
    """A cell is a link; with no script it goes to the account."""
    page = open_page(EVENT, scripts=False)
    page.locator(".matrix tr", has_text="the radar").locator("a").nth(1).click()
    expect(page.locator("#w-F81V .text p", has_text="The Marenka’s radar")).to_be_in_viewport()


@pytest.mark.parametrize("width", [360, 1440])
def test_two_accounts_side_by_side_scroll_together(open_page: Open, width: int) -> None:
    """Two chosen accounts stand alone, scrolling one moves the other, and the address keeps the choice."""
    page = open_page(EVENT, width=width)
    page.locator("#beside select[name=left]").select_option("w-kgeb")
    page.locator("#beside select[name=right]").select_option("w-F81V")
    shown = page.locator(".account:visible")
    expect(shown).to_have_count(2)
    gazette, wire = page.locator("#w-kgeb"), page.locator("#w-F81V")
    gazette.hover()
    gazette.evaluate("e => { e.style.height = '200px' }")
    wire.evaluate("e => { e.style.height = '200px' }")
    gazette.evaluate("e => { e.scrollTop = e.scrollHeight }")
    expect(wire).not_to_have_js_property("scrollTop", 0)
    page.reload()
    expect(shown).to_have_count(2)
    page.locator("#beside select[name=right]").select_option("")
    expect(shown).to_have_count(4)


def test_a_link_to_a_third_account_ends_side_by_side(open_page: Open) -> None:
    """Whoever follows a link to an account that is not shown gets to see it."""
    page = open_page(EVENT + "?left=w-kgeb&right=w-F81V")
    expect(page.locator(".account:visible")).to_have_count(2)
    page.locator(".witnesses a[href='#w-nqih']").first.click()
    expect(page.locator("#w-nqih .text")).to_be_visible()


def test_the_keyboard_reaches_everything(open_page: Open) -> None:
    """The first stop leads to the content; every link, control and fold can be reached, and the focus is seen."""
    page = open_page(EVENT)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the content")
    expect(page.locator(":focus")).to_be_in_viewport()
    seen = set()
    for _ in range(400):
        page.keyboard.press("Tab")
        place = page.evaluate(
            """() => { const e = document.activeElement, all = [...document.querySelectorAll('*')];
            return [all.indexOf(e), getComputedStyle(e).outlineStyle, e.tagName]; }"""
        )
        if place[2] == "BODY" or place[0] in seen:
            break
        assert place[1] != "none", place
        seen.add(place[0])
    reachable = page.evaluate(
        """() => [...document.querySelectorAll('a[href], summary, select, input')]
        .filter((e) => e.checkVisibility() && !e.closest('.skip')).length"""
    )
    assert len(seen) >= reachable


def test_the_note_of_an_empty_comparison(open_page: Open) -> None:
    """With nothing found the page says so, and that this doesn't mean much; a single account is compared to none."""
    page = open_page("events/forty.html")
    expect(page.locator("#differences .empty")).to_contain_text("doesn’t mean that nothing differs")
    page = open_page("events/alone.html")
    expect(page.locator("#differences .empty")).to_contain_text("one account only")
    assert page.locator("#coverage").count() == 0


def test_right_to_left_text_runs_right_to_left(open_page: Open) -> None:
    """An Arabic headline begins at the right."""
    page = open_page("events/alone.html")
    assert page.locator(".text").evaluate("e => getComputedStyle(e).direction") == "rtl"
