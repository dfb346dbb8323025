"""Times `digest serve` from a save to the screen: an article is written, and its event's open page shows the change.

    python bench/save.py --articles 20 1000 --saves 9

Times are taken in the page (Chromium, by Playwright): from just before the file is written to the first change of the
document that has the new words. The first build fills the cache of the site under `--work`, and is not timed.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import corpus
from playwright.sync_api import Page, sync_playwright
from run import ENVIRONMENT

# Notes when a word that is waited for has come into the page, in ms since 1970.
WATCH = """() => {
    new MutationObserver(() => {
        if (window.awaited && document.body.textContent.includes(window.awaited)) {
            window.seen = performance.timeOrigin + performance.now();
            window.awaited = null;
        }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
}"""


def main() -> None:
    """Read the arguments and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[20, 1000])
    parser.add_argument("--saves", type=int, default=9)
    parser.add_argument("--work", type=Path, default=Path("/tmp/digest-bench"))
    options = parser.parse_args()
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores; {options.saves} saves.\n")
    print("| articles | save to screen, median | min to max |\n|---|---|---|")
    for number in options.articles:
        took = _times(options.work / f"serve-{number}", number, options.saves)
        print(f"| {number:,} | {statistics.median(took):.0f} ms | {min(took):.0f}–{max(took):.0f} |", flush=True)


def _times(site: Path, articles: int, saves: int) -> list[float]:
    """Milliseconds from each save to the screen."""
    if not (site / "content").exists():
        corpus.write(site / "content", articles // 4, 4, 600, seed=1)
    (site / "site.yaml").write_text("title: Bench\n")
    edited = min((site / "content").glob("*.md"))
    before = edited.read_text("utf-8")
    with _served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium")
        page = browser.new_page(bypass_csp=True)  # which keeps Playwright from waiting in the page
        page.goto(address + _event_of(edited, address, page))
        page.locator("html[data-version]").wait_for(state="attached")
        page.evaluate(WATCH)
        found = [
            _save(edited, f"{before}\nThe quay was shut at {number} past noon.\n", page) for number in range(saves)
        ]
        browser.close()
    edited.write_text(before, "utf-8")
    return found


def _save(file: Path, text: str, page: Page) -> float:
    page.evaluate("words => { window.awaited = words; window.seen = 0 }", text.strip().rpartition("\n")[2])
    time.sleep(3)  # what the preview puts off is done by then
    begun = time.time()
    file.write_text(text, "utf-8")
    page.wait_for_function("window.seen", timeout=60_000)
    return float(page.evaluate("window.seen")) - 1000 * begun


def _event_of(file: Path, address: str, page: Page) -> str:
    """The address of the event that has an article, as the preview's list of articles has it."""
    page.goto(f"{address}__digest/")
    row = page.locator("tr", has_text=file.name).first
    return str(row.locator("a[href*='events/']").first.get_attribute("href")).lstrip("/")


@contextmanager
def _served(site: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "digest.cli", "serve", "--port", "8765"]
    server = subprocess.Popen(command, cwd=site, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT)
    assert server.stdout is not None
    try:
        lines = (re.match(r"(http://\S+/)  build 1,", line) for line in server.stdout)
        yield next(match[1] for match in lines if match)
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
