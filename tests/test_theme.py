"""Themes: which folder a file comes from, and what is wrong with a theme that can't be used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from digest.errors import ThemeError
from digest.theme import load_theme, read_template, static_files

MakeTheme = Callable[..., Path]


@pytest.fixture
def make_theme(tmp_path: Path) -> MakeTheme:
    """`make_theme(name, files)` writes a theme into the site and gives the site's root."""

    def make(name: str, files: dict[str, str | bytes]) -> Path:
        for path, data in {"theme.yaml": "", **files}.items():
            file = tmp_path / "themes" / name / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data.encode() if isinstance(data, str) else data)
        return tmp_path

    return make


def test_the_standard_theme_needs_no_folder(tmp_path: Path) -> None:
    """A site without themes has the standard one, with templates and static files."""
    theme = load_theme("broadsheet", tmp_path)
    assert list(theme.layers) == ["broadsheet"]
    assert "site.css" in static_files(theme)
    assert read_template(theme.layers["broadsheet"], "event.html")


def test_a_theme_falls_back_on_those_it_extends(make_theme: MakeTheme) -> None:
    """A theme stands before the one it extends, and the standard theme comes last."""
    make_theme("parent", {"theme.yaml": "name: Parent", "static/site.css": "parent", "static/more/a.css": "a"})
    root = make_theme("child", {"theme.yaml": "extends: parent", "static/own.css": "own"})
    theme = load_theme("child", root)
    files = static_files(theme)
    assert list(theme.layers) == ["child", "parent", "broadsheet"]
    assert (files["site.css"], files["own.css"], files["more/a.css"]) == (b"parent", b"own", b"a")
    assert "event.css" in files


def test_hidden_files_are_not_published(make_theme: MakeTheme) -> None:
    """What an editor or a system leaves behind stays out of the site."""
    root = make_theme("mine", {"static/.DS_Store": "x", "static/.git/config": "x", "static/a.css": "x"})
    assert {name for name in static_files(load_theme("mine", root)) if "." not in name[1:]} == set()
    assert not any(part.startswith(".") for name in static_files(load_theme("mine", root)) for part in name.split("/"))


@pytest.mark.parametrize("name", ["missing", "../parent", "", ".", "a/b"])
def test_an_unknown_theme_is_named_with_those_there_are(make_theme: MakeTheme, name: str) -> None:
    """The message names the folder and the themes to choose from; a name never leaves the folder."""
    root = make_theme("mine", {})
    with pytest.raises(ThemeError, match=r"no theme .*themes; known are broadsheet, mine$"):
        load_theme(name, root)


def test_themes_may_not_extend_each_other(make_theme: MakeTheme) -> None:
    """A circle is a fault that shows the way round."""
    make_theme("a", {"theme.yaml": "extends: b"})
    root = make_theme("b", {"theme.yaml": "extends: a"})
    with pytest.raises(ThemeError, match=r"^a/theme.yaml: extends itself: a → b → a$"):
        load_theme("a", root)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("extend: parent", r"^mine/theme.yaml: Object contains unknown field `extend`; it may have"),
        ("- a", r"^mine/theme.yaml: Expected `object`, got `array`; it may have"),
        ("name: [", r"^mine/theme.yaml:1: is not YAML: "),
        ("extends: nowhere", r"^mine/theme.yaml: no theme 'nowhere' in "),
        ("name: 3", r"^mine/theme.yaml: Expected `str`, got `int`"),
    ],
)
def test_faults_of_a_theme_file_are_placed(make_theme: MakeTheme, text: str, message: str) -> None:
    """A faulty theme.yaml is a ThemeError that names it."""
    root = make_theme("mine", {"theme.yaml": text})
    with pytest.raises(ThemeError, match=message):
        load_theme("mine", root)


@pytest.mark.parametrize("name", ["../theme.yaml", "/etc/passwd", "event/../../theme.yaml", "a\\b", "", "."])
def test_template_names_do_not_leave_the_folder(tmp_path: Path, name: str) -> None:
    """A template is looked for in templates/ and nowhere else."""
    assert read_template(load_theme("broadsheet", tmp_path).layers["broadsheet"], name) is None


def test_a_template_that_is_not_utf8_is_a_fault(make_theme: MakeTheme) -> None:
    """The message names the template and the byte."""
    root = make_theme("mine", {"templates/event.html": b"caf\xe9"})
    with pytest.raises(ThemeError, match=r"^event.html: is not UTF-8: .* at byte 3$"):
        read_template(load_theme("mine", root).layers["mine"], "event.html")
