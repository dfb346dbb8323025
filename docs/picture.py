"""Takes the pictures for the README: `make site`, then `python docs/picture.py`.

Needs the packages of `make test` and a Chromium at /usr/bin/chromium.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
PUBLIC = ROOT / "public"
IMAGES = ROOT / "docs" / "images"


def main() -> None:
    """Photograph the top of the sample's fullest event page, on a desk and on a phone, and of the index."""
    event = max((PUBLIC / "events").glob("*.html"), key=lambda path: path.stat().st_size)
    pictures = (("event", event, 1200, 1400), ("phone", event, 360, 780), ("index", PUBLIC / "index.html", 1200, 780))
    IMAGES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium")
        for name, file, width, height in pictures:
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
            page.goto(file.as_uri())
            page.screenshot(path=IMAGES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
