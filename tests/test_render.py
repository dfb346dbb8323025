"""Rendering: what templates can reach, how text is escaped, where faults are."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from digest.config import Site
from digest.errors import ThemeError
from digest.model import Page
from digest.render import RESERVED, compiled, environment, render
from digest.theme import load_theme

Draw = Callable[..., str]


class Context(msgspec.Struct, frozen=True):
    """A page's values in these tests."""

    text: str = "<script>alert(1)</script>"


@pytest.fixture
def draw(tmp_path: Path) -> Draw:
    """`draw(templates, url)` renders page.html of a theme with these templates."""

    def run(templates: dict[str, str], url: str = "a/page.html", extra: dict[str, Any] | None = None) -> str:
        for name, source in {"theme.yaml": "", **{f"templates/{name}": s for name, s in templates.items()}}.items():
            file = tmp_path / "themes" / "mine" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(source, "utf-8")
        site = Site(
            root=tmp_path, content=tmp_path, output=tmp_path, title="A & B", base_url="https://news.example/sub/"
        )
        page = Page(url=url, template="page.html", title="T", context=Context())
        return render(page, environment(load_theme("mine", tmp_path), site), extra)

    return run


def test_all_text_is_escaped(draw: Draw) -> None:
    """What comes from articles is text, in every template."""
    assert draw({"page.html": "{{ page.text }}"}) == "&lt;script&gt;alert(1)&lt;/script&gt;"


def test_what_every_template_has(draw: Draw) -> None:
    """The reserved names are there, and plugins' variables beside them."""
    names = ("title", "url", "root", "home", "site.title", "page.text|length", "asset is callable", "x")
    source = " ".join(f"{{{{ {name} }}}}" for name in names)
    assert (
        draw({"page.html": source}, extra={"x": 1}) == "T a/page.html ../ https://news.example/sub/ A &amp; B 25 True 1"
    )
    assert {"page", "title", "url", "root", "home", "site", "language", "asset", "versions"} == RESERVED


@pytest.mark.parametrize(
    ("url", "root"), [("page.html", ""), ("a/b/page.html", "../../"), ("404.html", "/sub/")], ids=lambda v: v
)
def test_root_leads_back(draw: Draw, url: str, root: str) -> None:
    """From any depth `root` leads to the site's root; the page for missing addresses starts from the host's."""
    assert draw({"page.html": "{{ root }}"}, url) == root


def test_addresses_of_static_files_change_with_them(draw: Draw) -> None:
    """A browser keeps a style sheet until it changes."""
    assert re.fullmatch(r"static/site\.css\?v=[0-9a-f]{8}", draw({"page.html": "{{ asset('site.css') }}"}))


def test_a_template_extends_the_one_it_replaces(draw: Draw) -> None:
    """`default:` reaches the standard theme's template of the same name, `NAME:` a theme's."""
    source = '{% extends "default:404.html" %}{% block footer %}mine{% endblock %}'
    html = draw({"page.html": '{% extends "mine:404.html" %}', "404.html": source})
    assert "There is no such page" in html
    assert "mine" in html
    assert "Every mark leads" not in html


@pytest.mark.parametrize(
    ("templates", "message"),
    [
        ({"page.html": "a\n{{ nothing }}"}, r"^page.html:2: 'nothing' is undefined, on a/page.html; docs"),
        (
            {"page.html": "a\n\n{{ page.nothing }}"},
            r"^page.html:3: .* has no attribute 'nothing', on a/page.html; docs",
        ),
        ({"page.html": "{% if %}"}, r"^page.html:1: Expected an expression, got 'end of statement block'$"),
        (
            {"page.html": "\n{% include 'part.html' %}"},
            r"^page.html: there is no template 'part.html', for a/page.html$",
        ),
        ({"page.html": "{% include 'p.html' %}", "p.html": "\n{{ 1 / 0 }}"}, r"^p.html:2: division by zero, on a/page"),
        ({"page.html": "\n{{ asset('x.css') }}"}, r"^page.html:2: there is no static file 'x.css', on a/page.html$"),
        ({"other.html": ""}, r"^page.html: there is no template 'page.html', for a/page.html$"),
    ],
    ids=["variable", "attribute", "syntax", "include", "computation", "asset", "template"],
)
def test_faults_have_template_and_line(draw: Draw, templates: dict[str, str], message: str) -> None:
    """Whatever goes wrong in a template is a ThemeError that says where."""
    with pytest.raises(ThemeError, match=message):
        draw(templates)


def test_nothing_is_kept_between_builds(draw: Draw) -> None:
    """A template that changed is the new one in the next environment."""
    assert draw({"page.html": "one"}) == "one"
    assert draw({"page.html": "two"}) == "two"


def test_templates_are_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next build takes compiled templates over, but not that of a template that has changed."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    folder = tmp_path / "themes" / "mine" / "templates"
    folder.mkdir(parents=True)
    (folder.parent / "theme.yaml").touch()
    site = Site(root=tmp_path, content=tmp_path, output=tmp_path)
    made: list[str] = []

    def text(source: str) -> str:
        (folder / "page.html").write_text(source, "utf-8")
        env = environment(load_theme("mine", tmp_path), site)
        env.bytecode_cache = compiled()
        compile_ = env.compile
        monkeypatch.setattr(env, "compile", lambda *args: made.append(args[0]) or compile_(*args))
        return render(Page(url="page.html", template="page.html", title="T", context=Context()), env)

    assert [text(source) for source in ("{{ title }}", "{{ title }}", "{{ url }}")] == ["T", "T", "page.html"]
    assert made == ["{{ title }}", "{{ url }}"]


def test_without_a_temporary_folder_templates_are_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be written, templates are compiled each time."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))
    assert compiled() is None


def test_no_page_has_characters_that_xml_cannot_have(draw: Draw) -> None:
    """A control character in a title would make a feed unreadable; it is shown as the sign for what can't be."""
    shown = draw({"page.html": "<b>{{ text }}</b>"}, extra={"text": "a\0\x08\x1b[31m\tb\ufffe\uffff\ud800 ü🌊\u2028"})
    assert shown == "<b>a\ufffd\ufffd\ufffd[31m\tb\ufffd\ufffd\ufffd ü🌊\u2028</b>"
