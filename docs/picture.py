"""Takes the picture of an event page for the README: `make site`, then `python docs/picture.py`.

Needs the packages of `make test` and a Chromium at /usr/bin/chromium.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "images" / "event.png"


def main() -> None:
    """Photograph the top of the sample's fullest event page."""
    page_file = max((ROOT / "public" / "events").glob("*.html"), key=lambda path: path.stat().st_size)
    PICTURE.parent.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium")
        page = browser.new_page(viewport={"width": 1200, "height": 1400}, color_scheme="light")
        page.goto(page_file.as_uri())
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
