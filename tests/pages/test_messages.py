"""The words of the interface: all marked, all translated, none left over."""

from __future__ import annotations

import io
import itertools
import re
from html.parser import HTMLParser
from pathlib import Path
from string import Formatter

import jinja2
import msgspec
import pytest
from babel.messages import Catalog, Message
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po
from layouts import laid_out

from digest.config import Site
from digest.language import load_language
from digest.model import Comparison
from digest.render import environment, render
from digest.theme import load_theme

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "themes" / "broadsheet" / "templates"
CATALOGUES = sorted((ROOT / "themes" / "broadsheet" / "locale").glob("*.po"))
# The text of the method is a document, and comes from docs/method.md and its translations.
MARKUP = sorted({*TEMPLATES.rglob("*.*ml"), *TEMPLATES.rglob("*.svg")} - {*TEMPLATES.glob("method-text.*.html")})

# A class of the page, no word.
_CLASS = re.compile(r"(?<={% block kind %})\w+")
_TAG = re.compile(r"<[^>]*>")
# Macros make attributes of a tag that stands elsewhere.
_ATTRIBUTE = re.compile(r' [\w-]+="[^"]*"')
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_SAID_ATTRIBUTE = re.compile(r'\b(?:aria-label|title|alt|placeholder)="([^"]*)"')
_GAP = re.compile(r"<[^>]*>|%\(\w+\)s|%%|\{\w+\}")
_PERCENT = re.compile(r"%(?:\((\w+)\))?[sd%]")


def read(file: Path) -> Catalog:
    return read_po(io.BytesIO(file.read_bytes()), locale=None if file.suffix == ".pot" else file.stem)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """All messages of the source, as `make messages` finds them."""
    file = tmp_path_factory.mktemp("messages") / "messages.pot"
    extract = ["-F", str(ROOT / "babel.toml"), "-k", "tally:3,4", "-o", str(file)]
    CommandLineInterface().run(["pybabel", "-q", "extract", *extract, str(ROOT / "digest"), str(ROOT / "themes")])
    return read(file)


def unmarked(template: str) -> str:
    """What a template has outside of its tags, of expressions and of `trans`; and what its attributes say."""
    pieces = []
    within = False
    tokens = [token for token in jinja2.Environment().lex(template) if token[1] != "whitespace"]
    for (_, kind, _), (_, after, value) in itertools.pairwise(tokens):
        if kind == "block_begin" and value in {"trans", "endtrans"}:
            within = value == "trans"
        if after == "data" and not within:
            pieces.append(value)
        elif after == "variable_begin":
            pieces.append("{}")
    text = "".join([tokens[0][2] if tokens[0][1] == "data" else "", *pieces])
    return " ".join([_ATTRIBUTE.sub(" ", _TAG.sub(" ", text)), *_SAID_ATTRIBUTE.findall(text)])


@pytest.mark.parametrize("file", MARKUP, ids=lambda file: file.relative_to(TEMPLATES).as_posix())
def test_every_word_of_a_template_is_marked(file: Path) -> None:
    """Templates have no words outside of messages."""
    assert _LETTERS.findall(unmarked(_CLASS.sub("", file.read_text("utf-8")))) == []


def test_unmarked_words_are_found() -> None:
    """Text, and attributes that are read out, count as words; tags, messages and comments don't."""
    template = '{# no #}One<a class="b" title="Two {{ x }}">{{ _("no") }}{% trans %}no{% endtrans %}</a>{% if y %}Three'
    assert _LETTERS.findall(unmarked(template)) == ["One", "Three", "Two"]


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_a_catalogue_has_every_message_and_no_other(file: Path, source: Catalog) -> None:
    """What the source says is translated, and what it doesn't say any more is gone: `make messages` helps."""
    catalogue = read(file)
    translated = {message.id for message in catalogue if message.id and all(_strings(message)) and not message.fuzzy}
    assert {message.id for message in source if message.id} == translated
    assert not catalogue.obsolete


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_translations_keep_the_places(file: Path) -> None:
    """A translation has the values and the tags of the message, and as many forms as its language."""
    catalogue = read(file)
    for message in (message for message in catalogue if message.id):
        wanted = _places(message.id if isinstance(message.id, str) else message.id[1])
        assert [_places(text) for text in _strings(message)] == [wanted] * len(_strings(message)), message.id
        if message.pluralizable:
            assert len(message.string) == catalogue.num_plurals, message.id


def _sources(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def _places(text: str) -> list[str]:
    named = [name for _, name, _, _ in Formatter().parse(text) if name] if "%(" not in text else []
    return sorted([*named, *(match[0] for match in _PERCENT.finditer(text)), *_TAG.findall(text)])


class _Words(HTMLParser):
    """The words that a page says in its own language: text and what is read out of attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.foreign = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.said += [value for name, value in attrs if value and (name in {"aria-label", "title"} or "data-" in name)]
        if self.foreign or dict(attrs).get("lang") == "en":
            self.foreign += tag not in {"meta", "link", "input", "br", "img"}

    def handle_endtag(self, tag: str) -> None:
        self.foreign -= self.foreign > 0

    def handle_data(self, data: str) -> None:
        if not self.foreign and data.strip():
            self.said.append(" ".join(data.split()))


def test_german_pages_have_no_english_message(ferries: Comparison, site: Site, source: Catalog) -> None:
    """On a German site no text of any page is a message of the source, or a long part of one."""
    theme = load_theme("broadsheet", Path())
    german = load_language("de", theme.layers)
    site = msgspec.structs.replace(site, language="de", base_url="https://digest.example/")
    env = environment(theme, site, german)
    pages = laid_out([ferries], site, (), german)
    rendered = {page.url: render(page, env) for page in pages if page.url.endswith((".html", ".xml"))}
    english = _parts(source) - _parts(read(ROOT / "themes/broadsheet/locale/de.po"), translations=True)
    left = {
        (url, said)
        for url, text in rendered.items()
        for said in _said(text)
        if said in english or any(part in said for part in english if part.count(" ") > 2)
    }
    assert left == set()
    assert '<html lang="de">' in rendered["index.html"]
    assert {"Ereignisse", "Medien"} <= set(_said(rendered["index.html"]))
    assert "Worin Berichte sich unterscheiden" in rendered["events/ferries-2031.html"]
    assert "Was nie geschieht" in rendered["method.html"]


def _parts(catalogue: Catalog, *, translations: bool = False) -> set[str]:
    """What stands between the tags and values of messages."""
    texts = [text for m in catalogue if m.id for text in (_strings(m) if translations else _sources(m))]
    parts = {part.strip(" .;:,") for text in texts for part in _GAP.split(text)}
    return {part for part in parts if _LETTERS.search(part)}


def _said(page: str) -> list[str]:
    parser = _Words()
    parser.feed(page)
    return parser.said
