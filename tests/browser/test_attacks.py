"""A site of hostile articles in a real browser: no script runs, no request leaves, no dialog opens."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from attacks import ADDRESSES, NAMES, attacks
from playwright.sync_api import Browser

from digest.build import build
from digest.config import load_site
from digest.testing import make_site

Serve = Callable[[Path], str]


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site, built as any other."""
    root = make_site(tmp_path_factory.mktemp("attacks") / "site", attacks(), title="<script>alert('site')</script>")
    receipt = build(load_site(root / "site.yaml"), jobs=1)
    refused = [f"address-{number}.md" for number, url in enumerate(ADDRESSES) if not url.startswith("https://")]
    assert [fault.path for fault in receipt.set_aside] == refused
    return root / "public"


def test_no_page_runs_what_an_article_says(attacked: Path, serve: Serve, browser: Browser) -> None:
    """Every page is opened, pointed at: nothing runs, nothing is loaded from elsewhere, nothing complains."""
    address = serve(attacked)
    seen: list[str] = []
    context = browser.new_context()
    page = context.new_page()
    page.on("dialog", lambda dialog: (seen.append(f"{page.url}: dialog {dialog.message}"), dialog.dismiss()))
    page.on("console", lambda message: seen.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: seen.append(f"{page.url}: {error}"))
    page.on("request", lambda request: request.url.startswith(address) or seen.append(f"{page.url}: {request.url}"))
    for file in sorted(attacked.rglob("*.html")):
        url = address + file.relative_to(attacked).as_posix()
        page.goto(url)
        page.evaluate("for (const e of document.querySelectorAll('*')) { e.dispatchEvent(new Event('mouseover')) }")
        assert page.url == url
        assert (
            page.locator(
                "script:not([src], [type='application/ld+json']), [onerror], [onload], iframe, object, embed, base"
            ).count()
            == 0
        ), url
        links = page.evaluate("[...document.querySelectorAll('a[href]')].map((a) => a.protocol)")
        assert set(links) <= {"http:", "https:"}, url
    context.close()
    assert seen == []


def test_names_stay_inside_and_apart(attacked: Path) -> None:
    """Each outlet has a page of its own, whatever it calls itself, and no file is outside its folder."""
    outlets = list((attacked / "outlets").glob("*.html"))
    assert len({file.name.lower() for file in outlets}) == len(outlets) >= len(NAMES)
    assert {file.stem for file in outlets}.isdisjoint({"con", "nul", "", "..", "."})
    assert max(len(os.fsencode(file.name)) for file in attacked.rglob("*")) < 120
    assert [path.name for path in attacked.parents[1].iterdir()] == ["site"]
