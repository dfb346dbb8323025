"""Finds every message about a fault in the code, for docs/messages.md.

A message is what an exception of `digest.errors` or of click is raised with, or what is added to a list of faults;
what differs from case to case is `…`. After a semicolon it says what to do.
"""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
# The exceptions: the kind of their messages, and which argument is the message.
_EXCEPTIONS = {
    "ConfigError": ("config", 0),
    "ContentError": ("content", 1),
    "PluginError": ("plugin", 1),
    "ThemeError": ("theme", 0),
    "OutputError": ("output", 0),
    "DigestError": ("other", 0),
    "BadParameter": ("usage", 0),
    "UsageError": ("usage", 0),
}
KINDS = tuple(dict.fromkeys(kind for kind, _ in _EXCEPTIONS.values()))
_PLACE = re.compile(r"^(?:(?:…:)+ )+")  # file, line and key, which stand before every message
_BARE = re.compile(r"(?:plugins: )?…|…, on …")  # what another message is put into


def messages(kind: str) -> list[tuple[str, str]]:
    """Each message of a kind with what it says to do, in the order of the files."""
    found: dict[str, str] = {}
    for path in sorted([*(ROOT / "digest").rglob("*.py"), *(ROOT / "plugins").rglob("*.py")]):
        for name, text in _messages(ast.parse(path.read_text("utf-8")), path):
            if name == kind:
                what, _, remedy = _PLACE.sub("", text.replace("……", "…")).partition("; ")
                if not _BARE.fullmatch(what):
                    found.setdefault(what, remedy)
    return sorted(found.items(), key=lambda item: item[0].lstrip("…'` ").lower())


def _messages(tree: ast.Module, path: Path) -> Iterator[tuple[str, str]]:
    for function in [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]:
        named: dict[str, list[str]] = {}
        for node in ast.walk(function):
            match node:
                case ast.Assign(targets=[ast.Name(id=name)], value=value):
                    named.setdefault(name, []).extend(_texts(value, named))
        for node in ast.walk(function):
            for kind, value in _raised(node, path, function):
                values = value.elts if isinstance(value, ast.List) else [value]
                for part in values:
                    for text in _texts(part, named):
                        yield kind, text


def _raised(node: ast.AST, path: Path, function: ast.FunctionDef) -> Iterator[tuple[str, ast.expr]]:
    """The kind of a fault and the expression of its message, where a node makes one."""
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args) if name in _EXCEPTIONS:
            kind, place = _EXCEPTIONS[name]
            if len(args) > place:
                yield kind, args[place]
        case ast.Call(func=ast.Attribute(value=ast.Name(id="faults"), attr="append"), args=[value]):
            yield _of_module(path), value
        case ast.AugAssign(target=ast.Name(id="faults"), value=ast.ListComp(elt=value)):
            yield _of_module(path), value
        case ast.Assign(targets=[ast.Name(id="faults")], value=ast.ListComp(elt=value)):
            yield _of_module(path), value
        case ast.Raise(exc=ast.Call(func=ast.Name(id="ValueError"), args=[value, *_])) if path.name in _COLLECTING:
            yield _of_module(path), value
        case ast.Return(value=ast.expr() as value) if path.name in ("config.py", "nodes.py"):
            if function.name.endswith("_fault") or (function.returns and ast.unparse(function.returns) == "str | None"):
                yield "config", value


_COLLECTING = ("config.py", "nodes.py", "front_matter.py")  # where a ValueError is a fault of what is read


def _of_module(path: Path) -> str:
    """What the faults are that a module collects."""
    return {"group.py": "plugin", "front_matter.py": "content"}.get(path.name, "config")


def _texts(node: ast.expr, named: Mapping[str, list[str]]) -> list[str]:
    """The texts that an expression may be, with `…` for what is filled in; `named` has those of variables."""
    match node:
        case ast.Name(id=name):
            return named.get(name, [])
        case ast.Constant(value=str(text)):
            return [text]
        case ast.JoinedStr(values=values):
            parts = [_texts(value, named) or ["…"] for value in values]
            return ["".join(chosen) for chosen in itertools.product(*parts)]
        case ast.FormattedValue(value=ast.Name() as value):
            return _texts(value, named)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return [first + "…" * bool(_texts(right, named)) for first in _texts(left, named)]
        case ast.IfExp(body=body, orelse=other):
            return [*_texts(body, named), *_texts(other, named)]
        case ast.BoolOp(values=values):
            return [text for value in values for text in _texts(value, named) or ["…"]]
    return []
