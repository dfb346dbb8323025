"""Faults as people read them: the message, the lines where it is, and what led to it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from digest.config import Site
from digest.errors import ConfigError, ContentError, DigestError, OutputError, PluginError, StrictError, ThemeError
from digest.faults import Fault, causes, faults_of, unexpected


def raised(error: Exception, cause: Exception) -> Exception:
    """An error that was raised from another."""
    try:
        raise error from cause
    except type(error) as found:
        return found


def test_a_line_is_shown_with_those_around_it(tmp_path: Path) -> None:
    """Two lines before and after, as far as there are any, each with its number and cut if it is long."""
    file = tmp_path / "site.yaml"
    file.write_text("one\ntwo\nthree\nfour\n" + "x" * 300 + "\nsix\n", "utf-8")
    [first, last] = faults_of(ConfigError([f"{file}:1:2: wrong", f"{file}:6: wrong too"]), tmp_path)
    assert first == Fault(f"{file}:1:2: wrong", str(file), 1, 2, ((1, "one"), (2, "two"), (3, "three")))
    assert last.lines == ((4, "four"), (5, "x" * 200), (6, "six"))


def test_an_article_is_looked_for_in_the_content_folder(tmp_path: Path) -> None:
    """An entry of a feed stands in the feed's file; without a site, and for a file that is gone, there are no lines."""
    site = Site(root=tmp_path, content=tmp_path / "articles", output=tmp_path / "public")
    site.content.mkdir()
    (site.content / "feed.xml").write_text("<rss>\n</rss>\n", "utf-8")
    error = ContentError("feed.xml#2", "has no date", 2, 1)
    [fault] = faults_of(error, tmp_path, site)
    assert (fault.file, fault.lines) == (str(site.content / "feed.xml"), ((1, "<rss>"), (2, "</rss>")))
    assert faults_of(error, tmp_path) == [Fault("feed.xml#2:2:1: has no date")]
    assert faults_of(ContentError("gone.txt", "is gone", 1), tmp_path, site)[0].lines == ()


def test_a_template_is_looked_for_in_the_sites_themes(tmp_path: Path) -> None:
    """The file named is the theme's own, or where its settings would be."""
    template = tmp_path / "themes" / "mine" / "templates" / "base.html"
    template.parent.mkdir(parents=True)
    template.write_text("{{ x }\n", "utf-8")
    [fault] = faults_of(ThemeError("unclosed", template="base.html", line=1), tmp_path)
    assert (fault.file, fault.lines) == (str(template), ((1, "{{ x }"),))
    [settings] = faults_of(ThemeError("is not YAML", template="mine/theme.yaml"), tmp_path)
    assert (settings.file, settings.lines) == (str(tmp_path / "themes" / "mine" / "theme.yaml"), ())


def test_a_plugins_fault_is_shown_where_its_own_code_is(tmp_path: Path) -> None:
    """Of the calls that led to it the last one in the site counts, not what that called in a library."""
    file = tmp_path / "plugins" / "mine.py"
    file.parent.mkdir()
    file.write_text("import json\njson.loads('{')\n", "utf-8")
    with pytest.raises(json.JSONDecodeError) as caught:
        exec(compile(file.read_text("utf-8"), str(file), "exec"), {})
    [fault] = faults_of(PluginError("mine", "failed", cause=caught.value), tmp_path)
    assert (fault.file, fault.line, fault.message) == (str(file), 2, "plugin 'mine': failed")


def test_strict_faults_end_with_what_to_do(tmp_path: Path) -> None:
    """Each fault by itself, then that nothing is published."""
    faults = faults_of(StrictError([OutputError("one"), OutputError("two")]), tmp_path)
    assert [fault.message for fault in faults[:2]] == ["one", "two"]
    assert faults[2].message.startswith("nothing is published, because of --strict")


def test_what_led_to_an_error_is_told_once() -> None:
    """The nearest cause first, without those whose words are in the message already."""
    inner = raised(ValueError("no such day"), KeyError("day"))
    assert list(causes(raised(DigestError("it failed"), inner))) == ["ValueError: no such day", "KeyError: 'day'"]
    assert list(causes(raised(DigestError("it failed: no such day"), ValueError("no such day")))) == []
    gone = FileNotFoundError(2, "No such file", "a.txt")
    assert list(causes(raised(DigestError("a.txt: No such file"), gone))) == []
    assert list(causes(DigestError("alone"))) == []


def test_what_nobody_foresaw_has_its_kind_and_our_line() -> None:
    """A bug is shown where it came out of our own code, or where it was raised."""
    with pytest.raises(TypeError) as caught:
        raise TypeError("odd")
    fault = unexpected(caught.value)
    assert (fault.message, fault.file) == ("TypeError: odd", __file__)
    with pytest.raises(AttributeError) as caught:
        list(causes(None))  # type: ignore[arg-type]
    assert Path(unexpected(caught.value).file).name == "faults.py"
