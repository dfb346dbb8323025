"""The weight of the sample's pages, before compression."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from digest.build import build
from digest.config import load_site

ROOT = Path(__file__).parents[2]
BUDGET = 135_000
"""Bytes of an event page with all that it loads."""


def test_the_samples_event_pages_are_light(tmp_path: Path) -> None:
    """Each event page of the sample, with its style sheets, scripts and icon, stays below the budget."""
    site = msgspec.structs.replace(load_site(ROOT / "site.yaml"), output=tmp_path / "public")
    build(site)
    weights = {}
    for page in sorted((site.output / "events").glob("*.html")):
        loaded = set(re.findall(r'(?:href|src)="\.\./(static/[^"?]+)', page.read_text("utf-8")))
        weights[page.name] = page.stat().st_size + sum((site.output / name).stat().st_size for name in loaded)
    assert weights
    assert {name: weight for name, weight in weights.items() if weight >= BUDGET} == {}
