"""Writes the parts of the documents that follow from the code: the tables of export.md, the views of templates.md, the
values of model.md, the heads of hooks.md, the messages of messages.md, the measured accuracy; and the text of the
standard theme's method page, which is method.md.

Run it after a change of either: `python docs/reference.py`. With `--check` it writes nothing and fails if a
document is not up to date; the tests run that.
"""

from __future__ import annotations

import ast
import math
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path

import yaml
from markdown_it import MarkdownIt
from messages import KINDS, messages

from digest.config import STANDARD_PLUGINS, PluginEntry, Site
from digest.plugins import Host, LoadedPlugin
from digest.tables import FIELDS

DOCS = Path(__file__).parent
ROOT = DOCS.parent
SCORES = ROOT / "tests" / "scores.yaml"
MODEL = ROOT / "digest" / "model.py"
TEXT = ROOT / "digest" / "text.py"
VIEWS = DOCS.parent / "digest" / "pages" / "views"
TEMPLATES = DOCS.parent / "themes" / "broadsheet" / "templates"
_COMMENT = re.compile(r"<!--[^>]*-->\n*")
_TABLE = re.compile(r"(<h2>([^<]+)</h2>(?:(?!<h2>).)*?)(<table>.*?</table>)", re.DOTALL)
_REFERENCE = re.compile(r"(<!-- reference: (\w+), by docs/reference\.py -->\n).*?(<!-- end -->)", re.DOTALL)

# What was measured, and where its pins stand: on the first corpus and the second, on the seeds, on newspapers.
ACCURACY = (
    ("lines of a page given the right label", "corpus.block_accuracy", "seeds.block_accuracy", ""),
    ("quotations", "corpus.quote_prf", "seeds.quote_prf", "quotes.marked_quote_prf"),
    ("their speakers", "corpus.speaker_accuracy", "seeds.quote_speaker_accuracy", "quotes.source_mention_accuracy"),
    ("articles brought together", "corpus.event_bcubed_prf", "seeds.event_bcubed_prf", "events.event_bcubed_prf"),
    ("days of events", "corpus.event_dates", "seeds.event_date_right", ""),
    ("versions of one utterance", "corpus.alignment_prf", "seeds.alignment_pair_prf", "aligned.aligned_prf"),
    ("differences shown that are ones", "corpus.cross_outlet_precision", "seeds.discrepancy_precision", ""),
    (
        "differences between outlets found",
        "corpus.cross_outlet_found",
        "seeds.discrepancy_recall_cross_outlet_real",
        "",
    ),
    ("who covers what", "corpus.coverage_accuracy", "seeds.coverage_cell_accuracy", ""),
)


GERMAN = {
    "measured": "gemessen",
    "invented pages": "erfundene Seiten",
    "the same, seen late": "ebensolche, spät gesehen",
    "five real pages": "fünf wirkliche Seiten",
    "newspapers": "Zeitungen",
    "lines of a page given the right label": "Zeilen einer Seite richtig bezeichnet",
    "quotations": "Zitate",
    "their speakers": "wer sie gesagt hat",
    "articles brought together": "Artikel zusammengeführt",
    "days of events": "Tage der Ereignisse",
    "versions of one utterance": "Fassungen einer Äußerung",
    "differences shown that are ones": "gezeigte Unterschiede, die welche sind",
    "differences between outlets found": "Unterschiede zwischen Medien gefunden",
    "who covers what": "wer worüber berichtet",
    "right": "richtig",
    "found": "gefunden",
    "of": "von",
}


def table(name: str) -> str:
    """The fields of one exported table."""
    rows = [f"| `{field}` | {kind} | {what} |" for field, kind, what in FIELDS[name]]
    return "\n".join(["", "| field | type | |", "|---|---|---|", *rows, "", ""])


def views(module: str) -> str:
    """The view models of one module, in the order of the code."""
    tree = ast.parse((VIEWS / f"{module}.py").read_text("utf-8"))
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    return "\n".join(["", ast.get_docstring(tree) or "", "", *(_view(node) for node in classes)])


def _view(node: ast.ClassDef) -> str:
    lines = [f"#### {node.name}", "", ast.get_docstring(node) or "", ""]
    fields = [f"| `{name}` | {kind} | {what} |" for name, kind, what in _fields(node)]
    return "\n".join([*lines, *(["| field | type | |", "|---|---|---|", *fields, ""] if fields else [])])


def _fields(node: ast.ClassDef) -> Iterator[tuple[str, str, str]]:
    """Name, type and description of each field: an annotation with a string below it."""
    for field, below in zip(node.body, node.body[1:], strict=False):
        match field, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name), annotation=annotation),
                ast.Expr(value=ast.Constant(value=str(what))),
            ):
                yield name, f"`{ast.unparse(annotation)}`".replace("|", "or"), what


def accuracy() -> str:
    """What was measured, as the pins of tests/scores.yaml have it."""
    pins = yaml.safe_load(SCORES.read_text("utf-8"))
    rows = [
        f"| {what} | " + " | ".join(_score(pins, place) for place in _with_second(places)) + " |"
        for what, *places in ACCURACY
    ]
    columns = ("measured", "invented pages", "the same, seen late", "five real pages", "newspapers")
    head = ["", "| " + " | ".join(columns) + " |", "|---" * len(columns) + "|"]
    return "\n".join([*head, *rows, "", ""])


def accuracy_de() -> str:
    """The same in German."""

    def translated(match: re.Match[str]) -> str:
        cell = match[0]
        return GERMAN.get(cell) or re.sub(r"\b(?:right|found|of)\b", lambda word: GERMAN[word[0]], cell)

    return re.sub(r"(?<=\| )[^|\n]+(?= \|)", translated, accuracy())


def _with_second(places: Sequence[str]) -> list[str]:
    """What is measured on the first corpus is measured on the second too."""
    first, *others = places
    return [first, first.replace("corpus.", "second."), *others]


def _score(pins: dict[str, dict[str, list[float]]], place: str) -> str:
    """A score in words; of three numbers the first are precision and recall."""
    if not place:
        return "–"
    name, metric = place.split(".")
    values = pins[name][metric]
    if len(values) == 2 and isinstance(values[0], int):
        return f"{values[0]} of {values[1]}"
    shares = [f"{math.floor(100 * value)} %" for value in values[:2]]
    return f"{shares[0]} right, {shares[1]} found" if len(values) == 3 else shares[0]


_TYPES = ("Annotated", "Literal", "tuple")


def values() -> str:
    """The labels and the values that plugins get and return, each with its fields and what it can tell."""
    labels: list[str] = []
    sections: list[str] = []
    for node in ast.parse(MODEL.read_text("utf-8")).body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Subscript(value=ast.Name(id=maker))) if (
                maker in _TYPES
            ):
                labels.append(f"| `{name}` | `{ast.unparse(node.value)}` |")
            case ast.ClassDef():
                sections.append(_value(node))
    return "\n".join(["", "| type | |", "|---|---|", *labels, "", *sections])


def functions() -> str:
    """What digest.text has."""
    nodes = [n for n in ast.parse(TEXT.read_text("utf-8")).body if isinstance(n, ast.FunctionDef) and n.name[0] != "_"]
    return "\n" + "\n".join(_function(node) for node in nodes)


def _function(node: ast.FunctionDef) -> str:
    returns = ast.unparse(node.returns) if node.returns else "None"
    return f"```text\n{node.name}({ast.unparse(node.args)}) -> {returns}\n```\n\n{ast.get_docstring(node)}\n"


def _value(node: ast.ClassDef) -> str:
    fields = [ast.unparse(item) for item in node.body if isinstance(item, ast.AnnAssign)]
    functions = [item for item in node.body if isinstance(item, ast.FunctionDef) and not item.name.startswith("_")]
    told = [f"- {_call(function)}: {(ast.get_docstring(function) or '').splitlines()[0]}" for function in functions]
    title = f"## {node.name}" + "".join(f" ({ast.unparse(base)})" for base in node.bases if isinstance(base, ast.Name))
    code = ["```text", *fields, "```", ""] if fields else []
    return "\n".join([title, "", ast.get_docstring(node) or "", "", *code, *told, *([""] if told else [])])


def _call(function: ast.FunctionDef) -> str:
    """A property by its name, a method with its arguments."""
    if function.decorator_list:
        return f"`{function.name}`"
    given = ast.unparse(function.args).removeprefix("self").removeprefix(", ")
    return f"`{function.name}({given})`"


def faults(kind: str) -> str:
    """The messages about faults of one kind."""
    rows = [f"| {_code(what)} | {_code(remedy)} |" for what, remedy in messages(kind)]
    return "\n".join(["", "| message | what to do |", "|---|---|", *rows, "", ""])


def _code(text: str) -> str:
    """Text for a cell of a table, with `|` and `*` as they are."""
    return re.sub(r"([|*\\<])", r"\\\1", text)


HOOKS = {
    node.name: node
    for node in ast.parse((ROOT / "digest" / "hookspecs.py").read_text("utf-8")).body
    if isinstance(node, ast.FunctionDef)
}


@cache
def standard_plugins() -> tuple[LoadedPlugin, ...]:
    """The plugins that come with digest."""
    names = tuple(
        path.stem for path in sorted((ROOT / "plugins").iterdir()) if path.stem in {*STANDARD_PLUGINS, "search"}
    )
    entries = tuple(PluginEntry(name) for name in names)
    return Host(Site(root=DOCS, content=DOCS, output=DOCS / "public", plugins=entries)).plugins


def hook(name: str) -> str:
    """A hook's types, what it is for, and the standard plugins that have it."""
    node = HOOKS[name]
    returns = ast.unparse(node.returns) if node.returns else "None"
    users = [f"`{plugin.name}`" for plugin in standard_plugins() if name in plugin.hooks]
    said = f"\nStandard plugin{'s' if len(users) > 1 else ''}: {', '.join(users)}.\n" if users else ""
    summary = re.sub(r"^(\w+\.)", r"*\1*", ast.get_docstring(node) or "")
    return f"\n```text\n{name}({ast.unparse(node.args)}) -> {returns}\n```\n\n{summary}\n{said}\n"


def filled(document: str) -> str:
    """A document with its references written anew."""
    made: dict[str, Callable[[], str]] = {
        "values": values,
        "functions": functions,
        "accuracy": accuracy,
        "accuracy_de": accuracy_de,
    }
    made |= {f"views_{path.stem}": partial(views, path.stem) for path in VIEWS.glob("[!_]*.py")}
    made |= {f"hook_{name}": partial(hook, name) for name in HOOKS}
    made |= {f"messages_{kind}": partial(faults, kind) for kind in KINDS}
    return _REFERENCE.sub(lambda m: m[1] + made.get(m[2], lambda: table(m[2]))() + m[3], document)


def method_page(document: Path) -> str:
    """The method, in some language, as a piece of HTML, without the title, which the page has."""
    text = _COMMENT.sub("", filled(document.read_text("utf-8"))).split("\n", 1)[1]
    html = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    # A narrow screen scrolls the table, not the page; its name is that of its section.
    html = _TABLE.sub(r'\1<div class="scroll" tabindex="0" role="region" aria-label="\2">\n\3\n</div>', html)
    return f"{{# From docs/{document.name}, by docs/reference.py #}}\n{{% raw %}}\n" + html + "{% endraw %}\n"


def written() -> Iterator[tuple[Path, str]]:
    """The files that this script writes, as they should be."""
    for path in sorted([*DOCS.glob("*.md"), ROOT / "README.md"]):
        yield path, filled(path.read_text("utf-8"))
    for path in sorted(DOCS.glob("method*.md")):
        language = path.suffixes[0].lstrip(".") if len(path.suffixes) > 1 else "en"
        yield TEMPLATES / f"method-text.{language}.html", method_page(path)


def main() -> int:
    """Write the files, or with `--check` only compare them. Returns the exit code."""
    stale = []
    for path, text in written():
        if not path.exists() or path.read_text("utf-8") != text:
            stale.append(path.name)
            if "--check" not in sys.argv:
                path.write_text(text, "utf-8")
    if stale:
        print(f"{'out of date' if '--check' in sys.argv else 'written'}: {', '.join(stale)}")
    return int(bool(stale) and "--check" in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
