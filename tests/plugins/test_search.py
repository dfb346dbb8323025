"""The index of the full-text search: there with the extra, nothing at all without it."""

import importlib.util

import pytest
from digest.standard import search

from digest import Page
from digest.config import STANDARD_PLUGINS
from digest.errors import OutputError

FERRY = (
    "Ferry strands on sandbank\n\n"
    "HELMSUND — The ferry Alma ran aground on Monday with 140 passengers on board.\n\n"
    "“Nobody was hurt,” harbour master Kaisa Aalto said on the quay.\n"
)


def site_files(root):
    folder = root / "public"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_without_the_extra_nothing_happens(monkeypatch, tmp_path):
    """No variable, no file, no fault."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert search.template_context(Page(url="x.html", template="x", title="x", context=None)) is None
    search.build_finished(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_site_has_an_index(make_site, run_digest):
    """Pages name what they can be found by; the index is there, without ready-made search boxes."""
    root = make_site({"content/ferry.txt": FERRY}, plugins=[*STANDARD_PLUGINS, "search"])
    assert run_digest(root, "build").code == 0
    files = site_files(root)
    assert "pagefind/pagefind.js" in files
    assert not [name for name in files if "ui" in name]
    person = files["people/kaisa-aalto.html"].decode()
    assert '<meta name="person" content="Kaisa Aalto" data-pagefind-filter="person[content]">' in person
    assert "'wasm-unsafe-eval'" in files["search.html"].decode()
    assert "'wasm-unsafe-eval'" not in person


def test_a_fault_of_pagefind_is_told(tmp_path):
    """What pagefind complains about reaches the user."""
    with pytest.raises(OutputError, match="pagefind cannot index it: "):
        search.build_finished(tmp_path / "missing")
