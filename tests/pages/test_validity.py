"""The pages of the sample and of the test event, as a strict parser of HTML reads them."""

from __future__ import annotations

from pathlib import Path

import html5lib
import msgspec
import pytest
from layouts import laid_out

from digest.build import build
from digest.config import Site, load_site
from digest.model import Comparison
from digest.render import environment, render
from digest.theme import load_theme

ROOT = Path(__file__).parents[2]


def errors(html: str) -> list[str]:
    """What a parser that follows the standard finds wrong, each with its line."""
    parser = html5lib.HTMLParser()
    parser.parse(html)
    return [f"{line}: {code} {data}" for (line, _), code, data in parser.errors]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, ferries: Comparison) -> dict[str, str]:
    """Every page of the sample, and those of the test event on a site with an address."""
    output = tmp_path_factory.mktemp("sample") / "public"
    sample = msgspec.structs.replace(load_site(ROOT / "site.yaml"), output=output)
    build(sample, strict=True)
    found = {file.relative_to(output).as_posix(): file.read_text("utf-8") for file in sorted(output.rglob("*.html"))}
    site = Site(root=Path(), content=Path(), output=Path(), base_url="https://news.example/")
    env = environment(load_theme("broadsheet", Path()), site)
    for page in laid_out([ferries], site):
        if page.url.endswith(".html"):
            found[f"ferries/{page.url}"] = render(page, env)
    return found


def test_pages_are_html(pages: dict[str, str]) -> None:
    """No page breaks a rule of the standard's parser: nesting, attributes, character references, end tags."""
    assert {url: errors(html) for url, html in pages.items() if errors(html)} == {}


@pytest.mark.parametrize(
    "fault", ["<p><div></p></div>", "<a id=x id=y></a>", "<table><p></table>", "&amp;&nosuch;", "<b><i></b></i>"]
)
def test_faults_are_noticed(fault: str) -> None:
    """What isn't HTML doesn't pass."""
    assert errors(f"<!doctype html><html><head><title>x</title></head><body>{fault}</body></html>")
