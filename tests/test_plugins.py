"""The host: the order of calls, options, and the faults it names."""

import sys

import pytest
from hosts import host, says, titles

from digest.config import Site
from digest.errors import ConfigError, PluginError
from digest.model import Metadata
from digest.plugins import Host


def test_the_listed_order_is_the_order_of_calls(tmp_path):
    """Results come in the order of site.yaml, each with its plugin's name."""
    loaded = host(tmp_path, {"zeta": says("1"), "alpha": says("2"), "mid": says("3")})
    assert titles(loaded) == [("zeta", "1"), ("alpha", "2"), ("mid", "3")]


def test_choose_stops_at_the_first_answer(tmp_path):
    """A plugin that returns None passes the question on; those after an answer are not asked."""
    code = "@hookimpl\ndef resolve_people():\n    {}\n"
    loaded = host(
        tmp_path, {"one": code.format("return None"), "two": code.format("return []"), "three": code.format("1 / 0")}
    )
    assert loaded.choose("resolve_people", Metadata, "e", event=None) == ("two", [])


def test_generators_are_exhausted_inside_the_call(tmp_path):
    """A hook written as a generator gives its items, and its fault has the plugin's name."""
    code = "@hookimpl\ndef extract_quotes():\n    yield Metadata()\n    raise KeyError('gone')\n"
    with pytest.raises(PluginError, match=r"plugin 'lazy', extract_quotes, on a: KeyError: 'gone'"):
        list(host(tmp_path, {"lazy": code}).collect("extract_quotes", Metadata, "a", article=None))


def test_options_are_typed_fields_of_the_plugin(tmp_path):
    """A class `Plugin` gets its options; those not given have their defaults."""
    code = (
        "import msgspec\n"
        "class Plugin(msgspec.Struct, frozen=True):\n"
        "    title: str\n"
        "    mark: str = '!'\n"
        "    more: tuple[str, ...] = ()\n"
        "    @hookimpl\n"
        "    def find_metadata(self):\n"
        "        return Metadata(title=self.title + self.mark)\n"
    )
    loud = host(tmp_path, {"loud": code}, loud={"title": "Hear"})
    assert titles(loud) == [("loud", "Hear!")]
    assert [(option.name, option.type, option.value) for option in loud.plugins[0].options] == [
        ("title", "str", "Hear"),
        ("mark", "str", "!"),
        ("more", "tuple[str, ...]", ()),
    ]


def test_all_faults_in_options_are_shown(tmp_path):
    """Unknown, ill-typed and missing options of all plugins come in one message, with the line."""
    code = (
        "import msgspec\n"
        "class Plugin(msgspec.Struct, frozen=True):\n"
        "    limit: int\n"
        "    title: str\n"
        "    @hookimpl\n"
        "    def find_metadata(self): ...\n"
    )
    with pytest.raises(ConfigError) as caught:
        host(tmp_path, {"a": code, "b": says("x")}, a={"limit": "many", "titel": "x"}, b={"size": 1})
    assert [fault.split(": plugins: ")[1] for fault in caught.value.faults] == [
        "a: limit: Expected `int`, got `str`",
        "a: titel: unknown option: did you mean 'title'?",
        "a: needs the option title",
        "b: size: unknown option; it has none",
    ]
    assert caught.value.faults[0].startswith(f"{tmp_path / 'site.yaml'}:3: ")


def test_a_plugin_without_what_it_builds_on_is_remarked_on(tmp_path):
    """A hook that a plugin NEEDS and that none of the listed ones has is named, with the standard plugin for it."""
    needy = "NEEDS = ('extract_quotes', 'find_metadata')\n" + says("x")
    [remark] = host(tmp_path, {"needy": needy}).remarks()
    assert remark == (
        "plugin 'needy' works on what extract_quotes gives, and no plugin in site.yaml has that hook;"
        " digest's own is 'quotes'"
    )
    (tmp_path / "other").mkdir()
    with pytest.raises(PluginError, match="NEEDS 'extract_qoutes', which is no hook: did you mean 'extract_quotes'"):
        host(tmp_path / "other", {"wrong": needy.replace("extract_quotes", "extract_qoutes")})


def test_the_standard_plugins_have_what_they_build_on(tmp_path):
    """With the default list nothing is remarked on, and without the people two plugins that need them are."""
    site = Site(root=tmp_path, content=tmp_path, output=tmp_path)
    assert list(Host(site).remarks()) == []
    others = tuple(entry for entry in site.plugins if entry.name != "people")
    remarks = list(Host(Site(root=tmp_path, content=tmp_path, output=tmp_path, plugins=others)).remarks())
    assert [remark.split("'")[1] for remark in remarks] == ["alignment", "topics", "discrepancies"]


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("@hookimpl\ndef extract_qoutes(article): ...\n", "extract_qoutes"),
        (
            "@hookimpl\ndef extract_quotes(articel): ...\n",
            "extract_quotes: has no argument 'articel': did you mean 'article'",
        ),
        ("def extract_quotes(article): ...\n", "implements no hook"),
        ("1 / 0\n", "cannot be imported: ZeroDivisionError"),
        ("from digest import Discrepency\n", "did you mean 'Discrepancy'?"),
        ("from digest.text import sentence_of\n", "did you mean 'sentences_of'?"),
        ("def broken(:\n", "cannot be imported: SyntaxError"),
        ("@hookimpl(tryfirst=True)\ndef extract_quotes(article): ...\n", "the order in site.yaml is the order"),
        ("@hookimpl(wrapper=True)\ndef extract_quotes(article):\n    return (yield)\n", "wrappers"),
    ],
)
def test_a_plugin_that_cannot_be_used_is_named(tmp_path, code, message):
    """Misspelled hooks and arguments, import errors and unsupported kinds of hook stop the build."""
    with pytest.raises(PluginError, match="plugin 'bad'") as caught:
        host(tmp_path, {"bad": code})
    assert message in str(caught.value)
    assert not any(name.endswith(".bad") for name in sys.modules if "cannot be imported" in str(caught.value))
