"""The testing kit: values from plain text as a build would make them, and hooks with the checks of a build."""

from __future__ import annotations

import datetime
from types import ModuleType, SimpleNamespace

import msgspec
import pytest

from digest import Block, Passage, Topic, hookimpl, hookspecs, testing
from digest.errors import ContentError, PluginError
from digest.testing import (
    assert_quotes,
    build_pages,
    make_account,
    make_article,
    make_comparison,
    page_text,
    run_hook,
)
from digest.testing import hooks as hooks_of_kit

COURIER = """Dam at Ostrey holds after night of rain

The dam above Ostrey held through the night. “We slept beside the gauges,” said Mara Lind, who runs the works.

Support the Courier: good reporting needs friends.
"""
HERALD = """Ostrey dam “safe” as rain eases

The dam above Ostrey was never in danger. “We slept beside the gauges all night,” said Mara Lind, the head of the works.
"""


class Watch(msgspec.Struct, frozen=True):
    """A plugin with an option, as its class `Plugin` would be."""

    word: str = "dam"

    @hookimpl
    def map_topics(self, collation):
        for account in collation.event.accounts:
            start = account.article.text.find(self.word)
            yield Topic(
                name=self.word,
                evidence=(account.article.passage(start, start + len(self.word)),),
                rule="it has the word",
            )

    @hookimpl
    def label_blocks(self, document):
        last = document.paragraphs[-1]
        return [Block(last.start, last.end, "boilerplate", last.line, "the last one")]


def plugin(**hooks) -> ModuleType:
    """A module with these functions as hooks."""
    module = ModuleType("tests.mine")
    vars(module).update({name: hookimpl(function) for name, function in hooks.items()})
    return module


def test_public_names_exist_and_are_documented():
    """`__all__` is in order, and docs/writing-a-plugin.md has each name."""
    from pathlib import Path

    text = Path(__file__).parents[1].joinpath("docs", "writing-a-plugin.md").read_text("utf-8")
    assert testing.__all__ == sorted(testing.__all__)
    assert [name for name in testing.__all__ if not callable(getattr(testing, name)) or f"`{name}(" not in text] == []


def test_every_hook_can_be_run():
    """`run_hook` knows each hook of hookspecs.py and no other."""
    assert list(hooks_of_kit._HOOKS) == list(hookspecs.hooks())
    with pytest.raises(TypeError, match="no hook 'label_block'; known are read_documents, "):
        run_hook("cleaning", "label_block")


def test_an_article_is_read_and_annotated():
    """Text becomes blocks with the plugins' labels; outlet and date are as given, the title as found."""
    day = datetime.date(2031, 5, 6)
    article = make_article(COURIER, outlet="Ostrey Courier", published=day)
    assert (article.id, article.outlet, article.metadata.published) == ("ostrey-courier", "Ostrey Courier", day)
    assert article.title == "Dam at Ostrey holds after night of rain"
    assert [block.kind for block in article.blocks][:2] == ["title", "body"]


def test_plugins_are_named_or_given():
    """A module and an instance with options stand in the list beside names, and the listed order counts."""
    article = make_article(COURIER, plugins=["text", "cleaning", Watch()])
    assert (article.blocks[-1].kind, article.blocks[-1].plugin) == ("boilerplate", "test_testing")
    article = make_article(COURIER, plugins=["text", plugin(label_blocks=lambda document: [])])
    assert {block.plugin for block in article.blocks} == {""}


def test_text_that_is_no_article_is_refused():
    """As in a build, a file without text is a fault."""
    with pytest.raises(ContentError, match="the file is empty"):
        make_article("\n")


def test_quotes_are_compared_in_order():
    """Speaker and words must be those; the message lists what was found, terms in marks aside."""
    account = make_account(HERALD)
    assert_quotes(account, [("Mara Lind", "We slept beside the gauges all night,")])
    assert_quotes(
        run_hook("quotes", "extract_quotes", account.article), [("Mara Lind", "We slept beside the gauges all night,")]
    )
    with pytest.raises(AssertionError, match="We slept beside"):
        assert_quotes(account, [])


def test_a_comparison_has_what_the_plugins_found():
    """Two texts become one event, compared by all standard plugins."""
    comparison = make_comparison({"Courier": COURIER, "Herald": HERALD})
    assert [account.id for account in comparison.event.accounts] == ["courier", "herald"]
    assert [person.name for person in comparison.collation.people] == ["Mara Lind"]
    assert [alignment.speaker for alignment in comparison.collation.alignments] == ["Mara Lind"]


def test_a_hook_gives_what_the_host_lets_through():
    """Results come with the plugin's name and only from the plugin that is tested."""
    collation = make_comparison({"Courier": COURIER, "Herald": HERALD}, plugins=["text"]).collation
    topics = run_hook(Watch(word="gauges"), "map_topics", collation)
    assert [(topic.name, topic.plugin) for topic in topics] == [("gauges", "test_testing")] * 2
    [block] = run_hook(Watch(), "label_blocks", make_article(COURIER).document)
    assert (block.kind, block.line) == ("boilerplate", 5)


def test_what_a_build_refuses_is_refused():
    """A passage that does not stand where it says is a fault with plugin, hook and article."""
    wrong = plugin(map_topics=lambda collation: [Topic(name="x", evidence=(Passage("courier", 0, 3, "dam"),), rule="")])
    collation = make_comparison({"Courier": COURIER}, plugins=["text"]).collation
    with pytest.raises(PluginError, match="plugin 'mine', map_topics, on courier: 'dam' does not stand at 0–3"):
        run_hook(wrong, "map_topics", collation)


def test_hooks_of_the_site_can_be_run(tmp_path):
    """Filters, variables, pages, commands and reports are tested without building a site."""
    env = run_hook(plugin(prepare_environment=lambda env: env.filters.update(shout=str.upper)), "prepare_environment")
    assert env.from_string("{{ 'dam' | shout }}").render() == "DAM"
    page = SimpleNamespace(url="x.html")
    assert run_hook(plugin(template_context=lambda page: {"at": page.url}), "template_context", page) == {
        "at": "x.html"
    }
    assert run_hook(plugin(register_pages=lambda comparisons: []), "register_pages", []) == []
    cli = run_hook(plugin(register_commands=lambda cli: cli.command("count")(lambda: None)), "register_commands")
    assert list(cli.commands) == ["count"]
    run_hook(plugin(build_finished=lambda output: (output / "n.txt").write_text("1")), "build_finished", tmp_path)
    assert (tmp_path / "n.txt").exists()


def test_a_page_with_the_sites_own_plugin(make_site, tmp_path, monkeypatch):
    """In the tests of a site, a site made for a test has the plugins of that one, if it lists them."""
    code = "from digest import hookimpl\n\n\n@hookimpl\ndef label_blocks(document):\n    return []\n"
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "mine.py").write_text(code)
    monkeypatch.chdir(tmp_path)
    root = make_site({"content/courier.txt": COURIER}, plugins=["text", {"mine": None}])
    assert build_pages(root, "events/*")


def test_a_page_becomes_text():
    """Only the main part counts; blocks are lines, words of one run stay together, scripts are left out."""
    html = """<body><nav>Menu</nav><main><h1>The <em>dam</em>
    holds</h1><ul><li>one<li>t<b>w</b>o</ul><script>x()</script><svg><text>5</text></svg></main><footer>f</footer>"""
    assert page_text(html) == "The dam holds\none\ntwo\n"
    assert page_text("<p>No <b>main</b> part</p>and more") == "No main part\nand more\n"


def test_a_page_is_compared_with_a_file(make_site, check_page, request, monkeypatch, tmp_path):
    """`--update-pages` writes the file; without it a missing file and another text fail."""
    root = make_site({"content/courier.txt": COURIER}, title="Dam")
    [page] = build_pages(root, "events/*").values()
    assert page.startswith("Dam at Ostrey holds after night of rain\n")
    file = str(tmp_path / "pages" / "dam.txt")
    with pytest.raises(AssertionError, match="pytest --update-pages"):
        check_page(page, file)
    with monkeypatch.context() as patch:
        patch.setattr(request.config.option, "update_pages", True)
        check_page(page, file)
    check_page(page, file)
    with pytest.raises(AssertionError):
        check_page(page + "more", file)
