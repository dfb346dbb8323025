"""Reads `phrases.txt`, the phrases that web pages print around a story; how they are written is said there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

Test = Callable[[str], object]

_FAMILY = re.compile(r"\[(?P<name>[\w -]+): (?P<mode>whole|opening|inside)\]")
_DEFINITION = re.compile(r"(?P<name>@[a-z]+) = (?P<pattern>.+)")


def read(text: str) -> Mapping[str, Test]:
    """The families of phrases by name, each as a test of a line. Raises ValueError for a line that is out of place."""
    definitions: dict[str, str] = {}
    families: dict[tuple[str, str], list[str]] = {}
    phrases: list[str] | None = None
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        if family := _FAMILY.fullmatch(line):
            phrases = families.setdefault((family["name"], family["mode"]), [])
        elif definition := _DEFINITION.fullmatch(line):
            definitions[definition["name"]] = definition["pattern"]
        elif phrases is None:
            raise ValueError(f"a phrase without a family: {line}")
        else:
            phrase = re.sub("@[a-z]+", lambda name: definitions[name[0]], line)
            phrases.append(re.sub("…+", lambda run: f".{{0,{60 * len(run[0])}}}", phrase))
    return {name: _test(mode, phrases) for (name, mode), phrases in families.items()}


def _test(mode: str, phrases: list[str]) -> Test:
    any_of = "|".join(f"(?:{phrase})" for phrase in phrases)
    if mode == "inside":
        return re.compile(rf"\b(?:{any_of})", re.IGNORECASE).search
    end = r"[\W_]*\Z" if mode == "whole" else ""
    return re.compile(rf"[\W_]{{0,60}}(?:{any_of}){end}", re.IGNORECASE).match


PHRASES = read(Path(__file__).with_name("phrases.txt").read_text("utf-8"))
