"""Whatever was edited since the last build, the next one gives what a first build would give."""

from __future__ import annotations

import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from digest.build import build
from digest.cache_file import CACHE_FOLDER
from digest.config import load_site
from digest.preview import Preview

CONFIG = """title: {title}
base_url: "{address}"
theme: mine
plugins: [text, markdown, metadata, cleaning, quotes, claims, people, events, reuse, topics, mine: {{word: {word}}}]
"""
PLUGIN = """import msgspec
from digest import Page, hookimpl

class Plugin(msgspec.Struct, frozen=True):
    word: str = "none"

    @hookimpl
    def template_context(self, page):
        return {{"greeting": self.word + "{mark}" + page.title[:1]}}

    @hookimpl
    def register_pages(self, comparisons):
        titles = tuple(comparison.event.title for comparison in comparisons)
        yield Page(url="mine.html", template="mine.html", title="Mine", context=titles)
"""
BASE = '{% extends "default:base.html" %}{% block footer %}{{ greeting }} WORD{% endblock %}\n'
STORIES = (
    "{place} ferry strands on sandbank\n\nThe ferry Alma ran aground near {place} on Monday with {number} passengers."
    "\n\n“{words},” harbour master Kaisa Aalto said on the quay in {place}, while divers looked at the hull.\n",
    "{place} market hall reopens\n\nThe market hall of {place} opened its doors on Friday after {number} days."
    "\n\n“{words},” said Timo Lund, who sells bread there, and the mayor of {place} cut a ribbon.\n",
)
WORDS = ("Nobody was hurt", "Nobody has been hurt at all", "It took too long")
NAMES = ("a.md", "b.md", "c.txt", "deep/d.md", "e.md")

articles = st.builds(
    lambda story, place, number, words, outlet, draft: (
        f"---\noutlet: {outlet}\npublished: 2031-03-04\n{draft}---\n"
        + story.format(place=place, number=number, words=words)
    ),
    st.sampled_from(STORIES),
    st.sampled_from(("Helmsund", "Torvik")),
    st.sampled_from((14, 40)),
    st.sampled_from(WORDS),
    st.sampled_from(("Harbour Gazette", "Coast Radio", "Harbour Herald")),
    st.sampled_from(("", "", "", "draft: true\n")),
)


class Edits(RuleBasedStateMachine):
    """A site that is edited, and built now and then."""

    @initialize(one=articles, other=articles)
    def begin(self, one: str, other: str) -> None:
        """Begin with two articles and a plugin and a theme of the site's own, built and shown once."""
        self.folder = Path(tempfile.mkdtemp())
        self.root = self.folder / "site"
        self.options = {"title": "Desk", "address": "", "word": "hello"}
        self.write("content/a.md", one)
        self.write("content/b.md", other)
        self.write("plugins/mine.py", PLUGIN.format(mark="!"))
        self.write("themes/mine/theme.yaml", "")
        self.write("themes/mine/templates/base.html", BASE)
        self.write("themes/mine/templates/mine.html", "{{ page|join(', ') }} {{ greeting }}\n")
        self.write("themes/mine/static/mine.css", "p { color: black }\n")
        self.configure("title", "Desk")
        self.preview = Preview(self.root / "site.yaml")
        self.parts: set[str] = {"config", "plugins", "theme", "content"}
        self.build()

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    @rule(name=st.sampled_from(NAMES), text=articles)
    def save_article(self, name: str, text: str) -> None:
        """Add an article or change one."""
        self.write(f"content/{name}", text)
        self.parts.add("content")

    @rule(name=st.sampled_from(NAMES))
    def delete_article(self, name: str) -> None:
        """Take an article away, if it is there."""
        (self.root / "content" / name).unlink(missing_ok=True)
        self.parts.add("content")

    @rule(old=st.sampled_from(NAMES), new=st.sampled_from(NAMES))
    def rename_article(self, old: str, new: str) -> None:
        """Give an article another name, or another's."""
        if (self.root / "content" / old).exists():
            (self.root / "content" / "deep").mkdir(exist_ok=True)
            (self.root / "content" / old).rename(self.root / "content" / new)
            self.parts.add("content")

    @rule(data=st.sampled_from((b"\0\0", b"")))
    def save_what_cannot_be_read(self, data: bytes) -> None:
        """Put a file there that is set aside."""
        (self.root / "content" / "broken.txt").write_bytes(data)
        self.parts.add("content")

    @rule(word=st.sampled_from(("dear", "kind")))
    def change_template(self, word: str) -> None:
        """Change what all pages have."""
        self.write("themes/mine/templates/base.html", BASE.replace("WORD", word))
        self.parts.add("theme")

    @rule(colour=st.sampled_from(("red", "blue")))
    def change_style(self, colour: str) -> None:
        """Change a file that pages name with its version."""
        self.write("themes/mine/static/mine.css", f"p {{ color: {colour} }}\n")
        self.parts.add("theme")

    @rule(mark=st.sampled_from(("?", ".")))
    def change_plugin(self, mark: str) -> None:
        """Change code of the site's own."""
        self.write("plugins/mine.py", PLUGIN.format(mark=mark))
        self.parts.add("plugins")

    @rule(change=st.sampled_from((("title", "Night desk"), ("address", "https://x.example/"), ("word", "good day"))))
    def change_options(self, change: tuple[str, str]) -> None:
        """Change what site.yaml says of the site or of a plugin."""
        self.configure(*change)
        self.parts.add("config")

    def configure(self, key: str, value: str) -> None:
        self.options[key] = value
        self.write("site.yaml", CONFIG.format(**self.options))

    @rule(damage=st.sampled_from(("DELETE FROM results", "UPDATE results SET value = x'00'", "DROP TABLE uses")))
    def damage_cache(self, damage: str) -> None:
        """Spoil what is kept in the cache."""
        database = sqlite3.connect(self.root / CACHE_FOLDER / "results.sqlite")
        with database:
            database.execute(damage)
        database.close()

    @rule()
    def remove_cache(self) -> None:
        """Remove the cache, as `digest clean` does."""
        shutil.rmtree(self.root / CACHE_FOLDER, ignore_errors=True)
        self.preview = Preview(self.root / "site.yaml")
        self.parts = {"config", "plugins", "theme", "content"}

    @rule(name=st.sampled_from(("index.html", "report.html", "data/articles.csv")), keep=st.booleans())
    def spoil_the_published_site(self, name: str, keep: bool) -> None:
        """Change a published file, or remove it."""
        file = self.root / "public" / name
        if keep and file.exists():
            file.write_bytes(file.read_bytes()[::-1])
        else:
            file.unlink(missing_ok=True)
        self.parts.add("content")

    @precondition(lambda self: self.parts)
    @rule()
    def build(self) -> None:
        """Build again and from nothing, and show it: all three are the same to the byte."""
        made = published(self.root)
        clean = self.folder / "clean"
        shutil.copytree(self.root, clean, ignore=shutil.ignore_patterns("public", ".digest-cache"))
        wanted = published(clean)
        shutil.rmtree(clean)
        assert differing(made, wanted) == []
        assert self.preview.rebuild(self.parts, {"index.html"}).faults == ()
        self.preview.settle({"index.html"})
        shown = {url: self.preview.read(url) for url in self.preview.urls}
        del wanted[".digest"]
        assert differing(shown, wanted) == []
        self.parts = set()

    def teardown(self) -> None:
        """End with a build, whatever was edited last."""
        if hasattr(self, "parts") and self.parts:
            self.build()
        shutil.rmtree(self.folder, ignore_errors=True)


def published(root: Path) -> dict[str, bytes]:
    """Build a site as a new process would, and give its files."""
    for module in [name for name in sys.modules if name.startswith("digest_site_plugins")]:
        del sys.modules[module]
    site = load_site(root / "site.yaml")
    build(site, jobs=1)
    return {
        path.relative_to(site.output).as_posix(): path.read_bytes() for path in site.output.rglob("*") if path.is_file()
    }


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The files that only one site has, or that are not the same in both."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def test_a_rebuild_is_a_clean_build(monkeypatch: pytest.MonkeyPatch) -> None:
    """Random edits between builds, and the preview beside them, leave nothing behind."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)  # two versions of a plugin may be of one second
    bounded = settings(
        max_examples=3,
        stateful_step_count=12,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Edits, settings=bounded)
