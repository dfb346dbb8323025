"""Where plugins are found, and that they are loaded anew."""

import pytest
from hosts import HEAD, host, says, titles

from digest.config import PluginEntry, Site
from digest.errors import ConfigError
from digest.loading import definition
from digest.plugins import Host


def test_a_sites_plugin_may_replace_a_standard_one_and_is_reported(tmp_path):
    """A local plugin with a standard one's name is used, and `overrides` says so."""
    loaded = host(tmp_path, {"text": says("mine"), "other": says("x")})
    assert [(p.name, p.origin, p.overrides) for p in loaded.plugins] == [
        ("text", "site", True),
        ("other", "site", False),
    ]
    assert list(loaded.remarks()) == ["the site's own plugin 'text' is used in place of the standard one"]


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


def test_where_a_hook_is_defined(tmp_path):
    """The line of the `def`, in a site's plugin and in a standard one; nothing for what is not there or not loaded."""
    site = Site(root=tmp_path, content=tmp_path, output=tmp_path, plugins=(PluginEntry("mine"), PluginEntry("text")))
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "mine.py").write_text(HEAD + says("x"), "utf-8")
    Host(site)
    file, line = definition("mine", "find_metadata")
    assert file == tmp_path / "plugins" / "mine.py"
    assert file.read_text("utf-8").splitlines()[line - 1].startswith("def find_metadata")
    file, line = definition("text", "read_documents")
    assert (file.name, file.read_text("utf-8").splitlines()[line - 1][:18]) == ("text.py", "def read_documents")
    assert definition("mine", "extract_quotes") is None
    assert definition("never_loaded", "extract_quotes") is None
