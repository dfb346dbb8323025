"""A site with every kind of page, served on this machine, and a browser to read it with."""

from __future__ import annotations

import http.server
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from everypage import write_site
from playwright.sync_api import Browser, BrowserContext, Page, Request, Response, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site with a page of every kind."""
    return write_site(tmp_path_factory.mktemp("site"))


class _Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Keep the tests' output clean."""


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """`serve(folder)` serves a folder on this machine until the tests end, and says where."""
    with ExitStack() as stack:

        def start(folder: Path) -> str:
            handler = partial(_Handler, directory=str(folder))
            server = stack.enter_context(http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler))
            thread = threading.Thread(target=server.serve_forever)
            thread.start()
            stack.callback(thread.join)
            stack.callback(server.shutdown)
            return f"http://127.0.0.1:{server.server_port}/"

        yield start


@pytest.fixture(scope="session")
def address(built: Path, serve: Callable[[Path], str]) -> str:
    """Where the site is served."""
    return serve(built)


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
    """`open_page(url, width=…, scheme=…, touch=…)` opens a page; any complaint of the browser fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_(
        url: str,
        *,
        width: int = 1440,
        scheme: str = "light",
        scripts: bool = True,
        touch: bool = False,
        base: str = address,
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,  # type: ignore[arg-type]
            java_script_enabled=scripts,
            reduced_motion="reduce",
            has_touch=touch,
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
