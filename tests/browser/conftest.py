"""A site with every kind of page, served on this machine, and a browser to read it with."""

from __future__ import annotations

import http.server
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from ferries import ferry_comparison
from layouts import laid_out
from playwright.sync_api import Browser, BrowserContext, Page, Request, Response, sync_playwright

from digest.config import Site
from digest.model import Account, Comparison, Metadata
from digest.read import SetAside
from digest.render import environment, render
from digest.theme import load_theme, static_files

CHROMIUM = Path("/usr/bin/chromium")
HOSTILE = "<img src=x onerror=alert(1)>\"'&"

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site with the sample event, one account alone, forty accounts, and hostile names."""
    folder = tmp_path_factory.mktemp("site")
    site = Site(root=folder, content=folder, output=folder, title="Sample", description="Events, compared.")
    theme = load_theme(site.theme, site.root)
    env = environment(theme, site)
    comparisons = [ferry_comparison(), _alone(), _forty(), _hostile()]
    files = {page.url: render(page, env).encode() for page in laid_out(comparisons, site, _set_aside())}
    files |= {f"static/{name}": data for name, data in static_files(theme).items()}
    for url, data in files.items():
        (folder / url).parent.mkdir(parents=True, exist_ok=True)
        (folder / url).write_bytes(data)
    return folder


def _set_aside() -> list[SetAside]:
    return [SetAside("scans/" + "long-name-without-a-break" * 5 + ".pdf", HOSTILE, 3)]


def _event(number: str, accounts: tuple[Account, ...], **change: Any) -> Comparison:
    base = ferry_comparison()
    event = msgspec.structs.replace(base.event, id=number, accounts=accounts, **change)
    collation = msgspec.structs.replace(base.collation, event=event, alignments=(), reuse=(), people=())
    return msgspec.structs.replace(base, collation=collation, discrepancies=(), topics=(), statements=())


def _alone() -> Comparison:
    """One account that nothing is known of; its text runs from right to left."""
    article = ferry_comparison().event.accounts[3].article
    text = article.text.replace("Port Sallow", "ميناء سالو")
    text = "تصادم عبّارتين في الضباب" + text[24:]
    document = msgspec.structs.replace(article.document, text=text)
    article = msgspec.structs.replace(article, id="alone", document=document, metadata=Metadata(title=text[:24]))
    return _event("alone", (Account(article, (), ()),), title="تصادم عبّارتين في الضباب", date=None, place=None)


def _forty() -> Comparison:
    brief = ferry_comparison().event.accounts[3].article
    accounts = []
    for number in range(40):
        metadata = msgspec.structs.replace(brief.metadata, outlet=f"Outlet number {number} of the county")
        article = msgspec.structs.replace(brief, id=f"forty-{number}", metadata=metadata)
        accounts.append(Account(article, (), ()))
    return _event("forty", tuple(accounts))


def _hostile() -> Comparison:
    """Names, titles and addresses that try to be markup."""
    gazette = ferry_comparison().event.accounts[0]
    metadata = Metadata(title=HOSTILE, outlet=HOSTILE, url=f"https://x.example/{HOSTILE}", language="en")
    article = msgspec.structs.replace(gazette.article, id="hostile", metadata=metadata)
    quotes = tuple(msgspec.structs.replace(q, article="hostile", speaker=HOSTILE) for q in gazette.quotes)
    return _event("hostile", (Account(article, quotes, ()),), title=HOSTILE, place=HOSTILE)


class _Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Keep the tests' output clean."""


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """Where the site is served."""

    def handler(*arguments: Any) -> _Handler:
        return _Handler(*arguments, directory=str(built))

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium. Without it these tests are skipped, but not in CI."""
    if not CHROMIUM.exists():
        if os.environ.get("CI") == "true":
            pytest.fail(f"{CHROMIUM} is missing; CI has to install it")
        pytest.skip(f"{CHROMIUM} is missing")
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Open]:
    """`open_page(url, width=…, scheme=…, scripts=…)` opens a page; any complaint of the browser fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_(url: str, *, width: int = 1440, scheme: str = "light", scripts: bool = True, base: str = address) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,  # type: ignore[arg-type]
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5_000)
        _listen(page, base, complaints)
        page.goto(base + url)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert complaints == []


def _listen(page: Page, base: str, complaints: list[str]) -> None:
    """Note every word of the browser's console, every error, and every request that fails or leaves the site."""

    def requested(request: Request) -> None:
        if not request.url.startswith(base):
            complaints.append(f"{page.url}: left to {request.url}")

    def failed(request: Request) -> None:
        # A page that is left before its icon has arrived has nothing wrong with it.
        if request.failure != "net::ERR_ABORTED":
            complaints.append(f"{page.url}: {request.failure} for {request.url}")

    def answered(response: Response) -> None:
        if response.status >= 400:
            complaints.append(f"{page.url}: {response.status} for {response.url}")

    page.on("console", lambda message: complaints.append(f"{page.url}: console: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.on("request", requested)
    page.on("requestfailed", failed)
    page.on("response", answered)
