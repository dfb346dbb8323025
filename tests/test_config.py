"""`site.yaml`: what is accepted, and every fault with its key and line."""

from pathlib import Path

import pytest

from digest.config import STANDARD_PLUGINS, load_site
from digest.errors import ConfigError


def load(tmp_path: Path, text: str):
    file = tmp_path / "site.yaml"
    file.write_text(text, "utf-8")
    return load_site(file)


def faults(tmp_path: Path, text: str) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, text)
    return [fault.replace(f"{tmp_path}/", "") for fault in caught.value.faults]


def test_empty_file_gives_the_defaults(tmp_path):
    """A site needs no configuration: content/ is read, public/ is written, the standard plugins run."""
    site = load(tmp_path, "")
    assert (site.content, site.output) == (tmp_path / "content", tmp_path / "public")
    assert tuple(entry.name for entry in site.plugins) == STANDARD_PLUGINS


def test_values_are_taken_over(tmp_path):
    """Keys set the site's fields, folders stand relative to the file."""
    site = load(tmp_path, "title: Desk\nbase_url: https://example.org/d/\noutput: ../out\nlanguage: de\n")
    assert (site.title, site.base_url, site.language) == ("Desk", "https://example.org/d/", "de")
    assert site.output == tmp_path / "../out"


@pytest.mark.parametrize("address", ["local", "tcp://scheduler.example:8786", "tls://[::1]:8786"])
def test_an_executor_is_an_address(tmp_path, address):
    """A Dask cluster is named by its scheduler, or is a local one; without it there is none."""
    assert load(tmp_path, "").executor.dask is None
    assert load(tmp_path, f"executor: {{dask: '{address}'}}\n").executor.dask == address


def test_plugins_keep_their_order_options_and_lines(tmp_path):
    """A plugin is a name, or a name with options; the lines are kept for messages."""
    site = load(tmp_path, "plugins:\n  - text\n  - quotes:\n      nested: true\n      depth: 2\n  - claims:\n")
    assert [entry.name for entry in site.plugins] == ["text", "quotes", "claims"]
    quotes = site.plugins[1]
    assert (quotes.options, quotes.line, quotes.option_lines) == (
        {"nested": True, "depth": 2},
        3,
        {"nested": 4, "depth": 5},
    )
    assert site.plugins[2].options == {}


def test_one_entry_stands_for_the_standard_plugins(tmp_path):
    """`standard` is replaced by those that the list does not name; what it names keeps its place and options."""
    site = load(tmp_path, "plugins:\n  - mine\n  - standard\n  - quotes: {nested: true}\n")
    others = [name for name in STANDARD_PLUGINS if name != "quotes"]
    assert [entry.name for entry in site.plugins] == ["mine", *others, "quotes"]
    assert {entry.line for entry in site.plugins[1:-1]} == {3}
    assert site.plugins[-1].options == {"nested": True}
    [fault] = faults(tmp_path, "plugins: [standard: {nested: true}]\n")
    assert fault.startswith("site.yaml:1: plugins: 'standard' stands for several and has no options")


def test_all_faults_are_shown_at_once(tmp_path):
    """One run names every wrong key with its line, and near misses suggest the right one."""
    found = faults(tmp_path, "titel: Desk\nlanguage: 7\nbase_url: ftp://x\nplugins: quotes\nzzz: 1\n")
    assert found == [
        "site.yaml:1: titel: unknown key: did you mean 'title'?",
        "site.yaml:2: language: must be text, not int; put it in quotation marks",
        "site.yaml:3: base_url: must be an address such as https://example.org/digest/",
        "site.yaml:4: plugins: must be a list, one `- name` a line",
        "site.yaml:5: zzz: unknown key; known are base_url, content, description, executor, language, output, plugins,"
        " theme, title",
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("title: [\n", "site.yaml:2:1: not valid YAML"),
        ("- a\n- b\n", "site.yaml:1: must be a mapping"),
        ("title: a\ntitle: b\n", "site.yaml:2: title: given twice, first on line 1"),
        ("title: &a x\ndescription: *a\n", "site.yaml:2: YAML aliases"),
        ("plugins:\n  - text\n  - text\n", "site.yaml:3: plugins: 'text' is listed twice"),
        ("plugins:\n  - [a, b]\n", "site.yaml:2: plugins: an entry is a name"),
        ("plugins:\n  - 7\n", "site.yaml:2: plugins: an entry is a name"),
        ("output: content\n", "site.yaml: output: must be a folder of its own"),
        ("output: .\n", "site.yaml: output: must be a folder of its own"),
        ("content: ''\n", "site.yaml:1: content: must name a folder"),
        ("title: !!python/object:os.system x\n", "site.yaml:1: title: "),
        ("title: 2024-13-45\n", "site.yaml:1: title: "),
        ("title: !!bool x\n", "site.yaml:1: title: is no bool"),
        ("title: !!timestamp x\n", "site.yaml:1: title: is no timestamp"),
        ("? !!int ''\n: x\n", "site.yaml:1: is no int"),
        ('content: "a\\0b"\n', "site.yaml:1: content: must name a folder"),
        (f"theme: {'a' * 300}\n", "site.yaml:1: theme: must name a folder"),
        ("base_url: 'http://[::1'\n", "site.yaml:1: base_url: must be an address"),
        ("plugins:\n  - quotes: {7: x}\n", "site.yaml:2: plugins: quotes: the name of an option must be a word"),
        ("plugins:\n  - quotes: !!set {a}\n", "site.yaml:2: plugins: an entry is a name"),
        ("executor: dask\n", "site.yaml:1: executor: must be {dask: local}, or {dask: tcp://HOST:PORT}"),
        ("executor: {dask: 'http://x:1'}\n", "site.yaml:1: executor: must be {dask: local}"),
        ("executor: {dask: local, jobs: 3}\n", "site.yaml:1: executor: must be {dask: local}"),
    ],
)
def test_invalid_file(tmp_path, text, fault):
    """A file that can't be used is refused with its line."""
    assert faults(tmp_path, text)[0].startswith(fault)


def test_deep_nesting_is_refused(tmp_path):
    """A file nested thousands deep ends in a message, not in a crash."""
    assert faults(tmp_path, "title: " + "[" * 50_000) == [
        "site.yaml:1: nested more than 20 levels deep; site.yaml needs three"
    ]


def test_size_is_bounded(tmp_path):
    """A file without end, such as a device, is not read on and on."""
    (fault,) = faults(tmp_path, "#" * 100_001)
    assert fault == "site.yaml: is larger than 100 kB; a site's configuration has a few lines"


def test_missing_file_says_what_to_do(tmp_path):
    """Running outside a site names the file that is missing."""
    with pytest.raises(ConfigError, match=r"site\.yaml: cannot be read"):
        load_site(tmp_path / "site.yaml")
