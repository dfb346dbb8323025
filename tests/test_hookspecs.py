"""How the hooks may grow: what a newer digest may do without breaking a plugin, and how it says what will go."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from digest import hookspecs
from digest.errors import PluginError
from digest.hookspecs import API_VERSION, hookspec
from digest.model import Topic
from digest.testing import make_comparison, run_hook

COUNTS = """
from digest import Topic, hookimpl

@hookimpl
def map_topics(collation):
    yield Topic(name="dam", evidence=(collation.event.accounts[0].article.passage(4, 7),), rule="r")
"""


def plugin(code: str) -> ModuleType:
    """A module of this code."""
    module = ModuleType("counts")
    exec(code, vars(module))
    return module


def test_an_argument_may_be_added(monkeypatch):
    """A plugin that was written before a hook had an argument works on: it names only what it wants."""

    @hookspec
    def map_topics(earlier: object, collation: object) -> None: ...

    monkeypatch.setattr(hookspecs, "map_topics", map_topics)
    collation = make_comparison({"Courier": "The dam holds\n\nIt held."}, plugins=["text"]).collation
    [topic] = run_hook(plugin(COUNTS), "map_topics", collation)
    assert isinstance(topic, Topic)


def test_a_hook_that_will_go_warns_for_a_version(monkeypatch):
    """A hook that is marked works on, and whoever uses it is told what to use instead, with the plugin's line."""

    @hookspec(warn_on_impl=FutureWarning("map_topics will go; use find_topics"))
    def map_topics(collation: object) -> None: ...

    monkeypatch.setattr(hookspecs, "map_topics", map_topics)
    collation = make_comparison({"Courier": "The dam holds\n\nIt held."}, plugins=["text"]).collation
    with pytest.warns(FutureWarning, match="use find_topics"):
        assert len(run_hook(plugin(COUNTS), "map_topics", collation)) == 1


def test_a_plugin_for_a_newer_digest_is_refused(make_site, run_digest):
    """The message has both versions and says what to do; the version that this digest has is accepted."""
    code = COUNTS + "API_VERSION = {}\n"
    root = make_site({"plugins/counts.py": code.format(API_VERSION)}, plugins=["text", "counts"])
    assert run_digest(root, "plugins").code == 0
    (root / "plugins" / "counts.py").write_text(code.format(API_VERSION + 1))
    outcome = run_digest(root, "build")
    message = f"plugin 'counts': needs version {API_VERSION + 1} of the hooks, this digest has {API_VERSION}"
    assert (outcome.code, message in outcome.err) == (1, True)


def test_the_version_is_documented():
    """docs/writing-a-plugin.md has the version that plugins may ask for."""
    text = Path(__file__).parents[1].joinpath("docs", "writing-a-plugin.md").read_text("utf-8")
    assert f"The interface has version {API_VERSION}." in text


def test_unknown_hooks_name_the_plugin():
    """A plugin given to the testing kit is checked as one that is listed."""
    with pytest.raises(PluginError, match="plugin 'counts': 'map_topic' is no hook: did you mean 'map_topics'"):
        run_hook(plugin(COUNTS.replace("map_topics", "map_topic")), "map_topics", None)
