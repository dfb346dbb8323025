"""Annotation: labels, metadata, quotes and claims of several plugins, merged and checked."""

from pathlib import Path

import pytest

from digest.annotate import annotate
from digest.config import PluginEntry, Site
from digest.errors import ContentError, PluginError
from digest.model import Document, Metadata, Paragraph
from digest.plugins import Host

TEXT = "Ferry late\nIt came at noon."
DOCUMENT = Document(
    path="ferry.txt", text=TEXT, paragraphs=(Paragraph(0, 10, 1, "heading"), Paragraph(11, 27, 2)), metadata=Metadata()
)
HEAD = "from digest import Block, Claim, Metadata, Quote, hookimpl\n@hookimpl\n"


def run(root: Path, *plugins: str):
    """Annotate the document with plugins of this code, named a, b, …"""
    (root / "plugins").mkdir()
    names = "abcdef"[: len(plugins)]
    for name, code in zip(names, plugins, strict=True):
        (root / "plugins" / f"{name}.py").write_text(HEAD + code, "utf-8")
    entries = tuple(PluginEntry(name) for name in names)
    site = Site(root=root, content=root, output=root / "public", plugins=entries)
    return annotate(DOCUMENT, "ferry", Host(site))


def label(kind: str, start: int = 0, end: int = 10) -> str:
    return f"def label_blocks(document):\n    return [Block({start}, {end}, {kind!r}, 1, 'said so')]\n"


def test_without_plugins_the_format_and_body_remain(tmp_path):
    """A paragraph that nobody labels has the reader's kind, or is body: no text is lost by leaving a plugin out."""
    account = run(tmp_path)
    assert [block.kind for block in account.article.blocks] == ["heading", "body"]


def test_a_later_plugins_label_wins(tmp_path):
    """The last listed plugin has the last word on a paragraph, and its name is kept."""
    account = run(tmp_path, label("title"), label("caption"))
    assert [(block.kind, block.plugin) for block in account.article.blocks] == [("caption", "b"), ("body", "")]


def test_a_label_must_be_for_a_paragraph(tmp_path):
    """A block that is no paragraph of the document is refused by name."""
    with pytest.raises(PluginError, match=r"plugin 'a', label_blocks, on ferry\.txt: title 0–9 is not a paragraph"):
        run(tmp_path, label("title", 0, 9))


def test_an_article_without_text_is_set_aside(tmp_path):
    """Where all is junk there is no account; the file is named so that somebody can look."""
    both = "def label_blocks(document):\n    return [Block(p.start, p.end, 'boilerplate', 1, 'x')"
    with pytest.raises(ContentError, match=r"ferry\.txt: no text of an article"):
        run(tmp_path, f"{both} for p in document.paragraphs]\n")


def test_metadata_is_filled_in_listed_order(tmp_path):
    """The first plugin that knows a field gives it; others fill what is still unknown."""
    account = run(
        tmp_path,
        "def find_metadata():\n    return Metadata(outlet='Harbour News')\n",
        "def find_metadata():\n    return Metadata(outlet='Other', title='Ferry late')\n",
    )
    assert (account.article.outlet, account.article.title) == ("Harbour News", "Ferry late")


QUOTE = "def extract_quotes(article):\n    return [Quote('ferry', {}, {}, {!r}, kind='direct', rule='r')]\n"


def test_quotes_of_several_plugins_are_merged(tmp_path):
    """Quotes come in the order of the text; of two that start alike the earlier plugin's is kept, with its name."""
    account = run(
        tmp_path, QUOTE.format(11, 18, "It came"), QUOTE.format(0, 5, "Ferry"), QUOTE.format(11, 27, "It came at noon.")
    )
    assert [(quote.text, quote.plugin) for quote in account.quotes] == [("Ferry", "b"), ("It came", "a")]


@pytest.mark.parametrize(
    ("quote", "message"),
    [
        (QUOTE.format(0, 5, "ferry"), "'ferry' does not stand at 0–5"),
        (QUOTE.format(5, 5, ""), "the range 5–5 is empty or outside the text"),
        (QUOTE.format(20, 99, "at noon."), "the range 20–99 is empty or outside the text"),
        (QUOTE.format(0, 5, "Ferry").replace("'ferry'", "'other'"), "names the article 'other', which it was not"),
    ],
)
def test_a_quote_must_be_verbatim(tmp_path, quote, message):
    """What doesn't stand in the text where it says is refused, with plugin, hook and article."""
    with pytest.raises(PluginError) as caught:
        run(tmp_path, quote)
    assert str(caught.value).startswith("plugin 'a', extract_quotes, on ")
    assert message in str(caught.value)
