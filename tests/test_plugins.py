"""The host: where plugins are found, the order of calls, options, and the faults it names."""

import sys
from pathlib import Path

import pytest

from digest.config import PluginEntry, Site
from digest.errors import ConfigError, PluginError
from digest.model import Discrepancy, Metadata
from digest.plugins import Host

HEAD = "from digest import Metadata, hookimpl\n"


def host(root: Path, plugins: dict[str, str], **options: dict[str, object]) -> Host:
    """A host with these modules as the site's own plugins, in the order given."""
    (root / "plugins").mkdir()
    for name, code in plugins.items():
        (root / "plugins" / f"{name}.py").write_text(HEAD + code, "utf-8")
    entries = tuple(PluginEntry(name, options.get(name, {}), line=3) for name in plugins)
    return Host(Site(root=root, content=root / "content", output=root / "public", plugins=entries))


def titles(host: Host) -> list[tuple[str, str | None]]:
    found = host.gather("find_metadata", Metadata, "a.txt", document=None, blocks=())
    return [(plugin, metadata.title) for plugin, metadata in found]


def says(title: str) -> str:
    return f"@hookimpl\ndef find_metadata():\n    return Metadata(title={title!r})\n"


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
        "    @hookimpl\n"
        "    def find_metadata(self):\n"
        "        return Metadata(title=self.title + self.mark)\n"
    )
    assert titles(host(tmp_path, {"loud": code}, loud={"title": "Hear"})) == [("loud", "Hear!")]


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


def test_a_sites_plugin_may_replace_a_standard_one_and_is_reported(tmp_path):
    """A local plugin with a standard one's name is used, and `overrides` says so."""
    loaded = host(tmp_path, {"text": says("mine"), "other": says("x")})
    assert [(p.name, p.origin, p.overrides) for p in loaded.plugins] == [
        ("text", "site", True),
        ("other", "site", False),
    ]
    assert list(loaded.remarks()) == ["the site's own plugin 'text' is used in place of the standard one"]


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


def test_a_changed_plugin_is_loaded_anew(tmp_path):
    """A second host in one process sees the plugin's new code, also in a module that it imports."""
    (tmp_path / "first").mkdir()
    (tmp_path / "second").mkdir()
    code = "from .helper import TITLE\n@hookimpl\ndef find_metadata():\n    return Metadata(title=TITLE)\n"
    found = []
    for name in ("first", "second"):
        (tmp_path / name / "plugins").mkdir()
        (tmp_path / name / "plugins" / "helper.py").write_text(f"TITLE = {name!r}\n", "utf-8")
        (tmp_path / name / "plugins" / "mine.py").write_text(HEAD + code, "utf-8")
        site = Site(root=tmp_path / name, content=tmp_path, output=tmp_path / "public", plugins=(PluginEntry("mine"),))
        found += titles(Host(site))
    assert found == [("mine", "first"), ("mine", "second")]


def test_standard_plugins_are_found_without_a_folder(tmp_path):
    """A site without plugins/ gets the standard plugin of that name."""
    site = Site(root=tmp_path, content=tmp_path, output=tmp_path / "public", plugins=(PluginEntry("text"),))
    (plugin,) = Host(site).plugins
    assert (plugin.origin, plugin.hooks, plugin.overrides) == ("standard", ("read_documents",), False)


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


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ("7", "returned int, not a sequence of Metadata"),
        ("'text'", "returned str, not a sequence of Metadata"),
        ("[1]", "returned a int where a Metadata is needed"),
        ("[Metadata(), None]", "returned a NoneType where a Metadata is needed"),
        ("Metadata()", "returned Metadata, not a sequence of Metadata; put it into a list"),
        ("[Metadata(title=7)]", r"returned a Metadata that cannot be one: Expected `str \| null`, got `int`"),
    ],
)
def test_a_wrong_result_is_refused(tmp_path, answer, message):
    """What is not of the hook's type is named with plugin, hook and article."""
    loaded = host(tmp_path, {"odd": f"@hookimpl\ndef extract_quotes():\n    return {answer}\n"})
    with pytest.raises(PluginError, match=f"plugin 'odd', extract_quotes, on story: {message}"):
        list(loaded.collect("extract_quotes", Metadata, "story", article=None))


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("confidence=1.5", r"Expected `float` <= 1.0 - at `\$.confidence`, which is 1.5; see"),
        ("confidence=-1", r"Expected `float` >= 0.0 - at `\$.confidence`, which is -1; see"),
        ("kind='role'", r"Invalid enum value 'role' - .*, which is 'role', not one of 'number', .*, 'other'; see"),
        (
            "severity='bad'",
            r"Invalid enum value 'bad' - .*, which is 'bad', not one of 'contradiction', 'imprecision', ",
        ),
    ],
)
def test_a_field_out_of_its_range_is_refused(tmp_path, field, message):
    """A confidence outside 0 to 1 or an unknown kind is named with its value and with what it may be."""
    code = (
        "from digest import Discrepancy\n@hookimpl\ndef tag_discrepancies():\n    fields = dict(kind='other', severity="
        "'imprecision', confidence=0.5, summary='s', explanation='e', readings=(), rule='r')\n"
        f"    return [Discrepancy(**(fields | dict({field})))]\n"
    )
    with pytest.raises(PluginError, match=f"plugin 'odd', tag_discrepancies, on story: .*{message}"):
        list(host(tmp_path, {"odd": code}).collect("tag_discrepancies", Discrepancy, "story", collation=None))


def test_an_unknown_plugin_suggests_a_near_one(tmp_path):
    """A misspelled name in site.yaml is refused with its line and the name that was meant."""
    site = Site(root=tmp_path, content=tmp_path, output=tmp_path, plugins=(PluginEntry("qoutes", {}, 4),))
    with pytest.raises(ConfigError, match=r"site\.yaml:4: plugins: no plugin 'qoutes' .*did you mean 'quotes'\?"):
        Host(site)


@pytest.mark.parametrize("name", ["../../etc", "a.b", "os/path", ""])
def test_a_name_that_is_no_module_is_refused(tmp_path, name):
    """A plugin's name can't lead out of the plugins' folder."""
    site = Site(root=tmp_path, content=tmp_path, output=tmp_path, plugins=(PluginEntry(name),))
    with pytest.raises(ConfigError, match="no plugin"):
        Host(site)
