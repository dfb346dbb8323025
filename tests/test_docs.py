"""The documents say what the program does: hooks, keys, commands, tables, links and examples."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from pathlib import Path

import click
import msgspec
import pluggy
import pytest

import digest
from digest import hookspecs
from digest.cli import cli
from digest.config import STANDARD_PLUGINS, Site
from digest.tables import FIELDS

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *DOCS.glob("*.md")])

# Options that docs/commands.md describes once, for all commands.
COMMON = ("--config", "--content")

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_LINK = re.compile(r"\]\((?!https?://)([^)#\s]+)[^)\s]*\)")
_PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def headings(name: str) -> list[str]:
    """The second-level headings of a document."""
    return _HEADING.findall((DOCS / name).read_text("utf-8"))


def hooks() -> list[str]:
    """Each hook as `name(arguments)`, in the order of hookspecs.py."""
    found = hookspecs.hooks().items()
    return [f"{name}({', '.join(inspect.signature(function).parameters)})" for name, function in found]


def test_every_hook_is_documented() -> None:
    """docs/hooks.md has a section for each hook with its arguments, in order, and for nothing else."""
    assert headings("hooks.md") == hooks()


def test_the_idiom_of_each_hook_is_documented() -> None:
    """A hook whose first answer counts is said to choose, any other to collect."""
    text = (DOCS / "hooks.md").read_text("utf-8")
    said = dict(re.findall(r"^(\w+)\(.*\) -> .*\n```\n\n\*(\w+)\.\*", text, re.MULTILINE))
    assert said == {
        name: "Choose" if function.digest_spec["firstresult"] else "Collect"
        for name, function in hookspecs.hooks().items()
    }


@pytest.mark.parametrize("code", _PYTHON.findall((DOCS / "hooks.md").read_text("utf-8")))
def test_examples_of_hooks_are_plugins(code: str) -> None:
    """Each example in docs/hooks.md is a plugin that the host would take."""
    namespace = {name: getattr(digest, name) for name in digest.__all__}
    exec(compile(code, "docs/hooks.md", "exec"), namespace)
    plugin = type("Example", (), {name: staticmethod(value) for name, value in namespace.items() if callable(value)})
    manager = pluggy.PluginManager("digest")
    manager.add_hookspecs(hookspecs)
    manager.register(plugin)
    manager.check_pending()
    assert manager.get_hookcallers(plugin)


def test_every_hook_is_in_a_recipe() -> None:
    """docs/cookbook.md has a plugin with each hook, and a test that runs it; hooks.md leads there."""
    text = (DOCS / "cookbook.md").read_text("utf-8")
    names = [hook.partition("(")[0] for hook in hooks()]
    assert [name for name in names if not re.search(rf"def {name}\(", text)] == []
    assert [name for name in names if f'"{name}"' not in text] == []
    sections = re.split(r"^## ", (DOCS / "hooks.md").read_text("utf-8"), flags=re.MULTILINE)[1:]
    anchors = {re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in headings("cookbook.md")}
    for section in sections:
        assert set(re.findall(r"cookbook\.md#([\w-]+)", section)) & anchors, section.partition("(")[0]


def test_every_key_is_documented() -> None:
    """docs/configuration.md has a section for each key of site.yaml."""
    keys = [field.name for field in msgspec.structs.fields(Site) if field.name != "root"]
    assert headings("configuration.md")[: len(keys)] == keys


def test_every_standard_plugin_is_documented() -> None:
    """docs/configuration.md lists the standard plugins in the order in which they run."""
    text = (DOCS / "configuration.md").read_text("utf-8")
    assert tuple(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)) == STANDARD_PLUGINS


def test_every_command_is_documented() -> None:
    """docs/commands.md has a section for each command, in order, with its options and those of its subcommands."""
    text = (DOCS / "commands.md").read_text("utf-8")
    context = click.Context(cli)
    commands = {name: cli.get_command(context, name) for name in cli.list_commands(context)}
    assert headings("commands.md")[: len(commands)] == [f"digest {name}" for name in commands]
    for name, command in commands.items():
        assert command is not None
        section = text.split(f"## digest {name}\n")[1].split("\n## ")[0]
        parts = list(command.commands.values()) if isinstance(command, click.Group) else [command]
        options = [o.opts[-1] for part in parts for o in part.params if isinstance(o, click.Option)]
        assert [option for option in options if f"`{option}" not in section and option not in COMMON] == []
        assert [
            part.name for part in parts if part is not command and f"digest {name} {part.name}" not in section
        ] == []


def test_every_table_is_documented() -> None:
    """docs/export.md has a section for each table, in order."""
    assert headings("export.md") == list(FIELDS)


def test_every_view_is_documented() -> None:
    """docs/templates.md has the views of each module, once."""
    references = re.findall(r"<!-- reference: views_(\w+)", (DOCS / "templates.md").read_text("utf-8"))
    assert sorted(references) == sorted(path.stem for path in (ROOT / "digest/pages/views").glob("[!_]*.py"))


def test_references_are_up_to_date() -> None:
    """What docs/reference.py writes into the documents from the code is there as the code is now."""
    command = [sys.executable, str(DOCS / "reference.py"), "--check"]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, f"{result.stdout}{result.stderr}run: python docs/reference.py"


def test_messages_are_documented() -> None:
    """Each message that a site of sites_invalid/ ends in stands in docs/messages.md, with `…` for what differs."""
    text = (DOCS / "messages.md").read_text("utf-8").replace("\\", "")
    rows = re.findall(r"^\| (.+) \|.*\|$", text, re.MULTILINE)
    known = re.compile("|".join(".*".join(map(re.escape, row.split("…"))) for row in rows if row.strip("…")))
    shown = [
        line
        for path in sorted((ROOT / "tests" / "sites_invalid").glob("*/expected.txt"))
        for line in path.read_text("utf-8").splitlines()
        if line.startswith(("error: ", "set aside: "))
    ]
    raised = [line for line in shown if re.search(r": \w+Error: |has no attribute|because of --strict", line)]
    assert len(raised) < len(shown)
    assert [line for line in shown if line not in raised and not known.search(line)] == []


def test_every_block_is_documented() -> None:
    """docs/templates.md names the blocks of the event page and of the base, in order."""
    templates = ROOT / "themes" / "broadsheet" / "templates"
    text = (DOCS / "templates.md").read_text("utf-8")
    base = re.findall(r"{% block (\w+) %}", (templates / "base.html").read_text("utf-8"))
    event = re.findall(r"{% block (\w+) %}", (templates / "event.html").read_text("utf-8"))
    paragraph = text.split("Every page has the blocks")[1].split("\n\n")[0]
    assert re.findall(r"`(\w+)`", paragraph) == [*base, *(block for block in event if block not in base)]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(document: Path) -> None:
    """Each relative link in a document names a file of the repository."""
    links = _LINK.findall(document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("file", sorted(DOCS.glob("method.*.md")), ids=lambda file: file.name)
def test_translations_of_the_method_have_its_parts(file: Path) -> None:
    """A translation of the method has as many sections as the original, with as many blind spots in each."""

    def parts(document: Path) -> list[int]:
        return [len(re.findall(r"^\*[^*]+\.\* ", part, re.M)) for part in document.read_text("utf-8").split("\n## ")]

    assert parts(file) == parts(DOCS / "method.md")
