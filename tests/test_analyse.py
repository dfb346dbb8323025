"""The analysis: what is known already is not made again."""

from pathlib import Path

import msgspec

from digest.analyse import Analysis, analyse
from digest.cache import Cache
from digest.config import PluginEntry, Site
from digest.errors import ContentError
from digest.plugins import Host
from digest.read import SetAside, find
from digest.workers import Workers

COUNTING = """
from pathlib import Path
from digest import Metadata, hookimpl

@hookimpl
def find_metadata(document):
    with Path({log!r}).open("a") as log:
        log.write(document.path + "\\n")
    return Metadata(title=document.text.split("\\n")[0])
"""


def world(root: Path, articles: dict[str, str]) -> Site:
    """A site with the text reader and a plugin that logs each article that it is asked about."""
    for name in ("content", "plugins"):
        (root / name).mkdir()
    for name, text in articles.items():
        (root / "content" / name).write_text(text, "utf-8")
    (root / "plugins" / "counting.py").write_text(COUNTING.format(log=str(root / "log")), "utf-8")
    entries = (PluginEntry("text"), PluginEntry("counting"))
    return Site(root=root, content=root / "content", output=root / "public", plugins=entries)


def run(site: Site, cache: Cache) -> Analysis:
    host = Host(site)
    analysis = analyse(find(site.content), host, cache, Workers(host))
    cache.finish()
    return analysis


def asked(site: Site) -> list[str]:
    """The articles that plugins were asked about since the last call."""
    log = site.root / "log"
    lines = sorted(log.read_text().split()) if log.exists() else []
    log.unlink(missing_ok=True)
    return lines


ARTICLES = {"a.txt": "Ferry late.\n", "b.txt": "Bridge shut.\n", "c.txt": "Train full.\n"}


def test_only_a_changed_article_is_annotated_again(tmp_path):
    """A second build asks nothing; after one edit it asks about one article, with the result of a clean build."""
    site = world(tmp_path, ARTICLES)
    cache = Cache()
    first = run(site, cache)
    assert asked(site) == ["a.txt", "b.txt", "c.txt"]
    assert run(site, cache).comparisons.keys == first.comparisons.keys
    assert asked(site) == []
    (site.content / "b.txt").write_text("Bridge open.\n")
    changed = run(site, cache)
    assert asked(site) == ["b.txt"]
    assert list(changed.comparisons) == list(run(site, Cache()).comparisons)
    assert changed.comparisons.keys != first.comparisons.keys


def test_a_changed_plugin_is_asked_again(tmp_path):
    """New code or new options give new keys, so nothing stale is taken from the cache."""
    site = world(tmp_path, ARTICLES)
    cache = Cache()
    run(site, cache)
    asked(site)
    plugin = tmp_path / "plugins" / "counting.py"
    plugin.write_text(plugin.read_text() + "# changed\n")
    run(site, cache)
    assert asked(site) == ["a.txt", "b.txt", "c.txt"]


def test_a_removed_article_is_gone(tmp_path):
    """What was deleted or renamed leaves no trace in the next analysis."""
    site = world(tmp_path, ARTICLES)
    cache = Cache()
    run(site, cache)
    (site.content / "a.txt").rename(site.content / "z.txt")
    (site.content / "b.txt").unlink()
    found = run(site, cache)
    assert [comparison.event.accounts[0].article.document.path for comparison in found.comparisons] == [
        "c.txt",
        "z.txt",
    ]


READER = """
from digest import Document, Paragraph, hookimpl
from digest.errors import ContentError

@hookimpl
def read_documents(source):
    yield Document(path=source.path + "#1", text="Bridge open.", paragraphs=(Paragraph(0, 12, 1),))
    yield ContentError(source.path + "#2", "has no date", 7)
"""


def test_a_bad_item_of_a_file_is_set_aside_alone(tmp_path):
    """A fault among the documents names its item and line, again when the file is known; the others are kept."""
    site = world(tmp_path, {"a.txt": "x"})
    (tmp_path / "plugins" / "items.py").write_text(READER)
    site = msgspec.structs.replace(site, plugins=(PluginEntry("items"),))
    cache = Cache()
    for _ in range(2):
        found = run(site, cache)
        assert [c.event.accounts[0].article.document.path for c in found.comparisons] == ["a.txt#1"]
        assert found.set_aside == (SetAside("a.txt#2", "has no date", 7),)


def test_errors_survive_pickling():
    """A fault keeps its message and its fields on the way between processes."""
    import pickle

    error = pickle.loads(pickle.dumps(ContentError("a.txt", "is empty", 3)))
    assert (str(error), error.path, error.line) == ("a.txt:3: is empty", "a.txt", 3)
