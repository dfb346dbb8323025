"""The labels of our own text are sound: they stand where they say, and say what can be measured."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from digest.model import BlockKind, DiscrepancyKind, QuoteKind, Severity
from tests.scoring import SETS

Gold = dict[str, Any]
LABELS = [(content, path) for content, labels in SETS.values() for path in sorted(labels.glob("*.yaml"))]

_TAG = re.compile(r"<[^<>]*>")
_LINK = re.compile(r"\]\([^()\s]*\)|[\[*]")
_STRAIGHT = str.maketrans("“”‘’\u00a0", "\"\"'' ")


@pytest.fixture(params=LABELS, ids=lambda pair: pair[1].stem)
def labelled(request: pytest.FixtureRequest) -> tuple[Gold, dict[str, list[str]]]:
    """The labels of an event, and the lines of its articles as a reader sees them."""
    content, path = request.param
    gold: Gold = yaml.safe_load(path.read_text("utf-8"))
    return gold, {name: _lines(content / name) for name in gold["articles"]}


def _lines(path: Path) -> list[str]:
    lines = path.read_text("utf-8").split("\n")
    if path.suffix == ".html":
        lines = [html.unescape(_TAG.sub("", line)) for line in lines]
    elif path.suffix == ".md":
        lines = [_LINK.sub("", line) for line in lines]
    return [line.translate(_STRAIGHT) for line in lines]


def _places(gold: Gold) -> Iterator[tuple[str, int, str]]:
    for name, article in gold["articles"].items():
        yield from ((name, quote["line"], quote["text"]) for quote in article["quotes"])
    for key in ("alignments", "lookalikes", "discrepancies", "traps"):
        for label in gold[key]:
            yield from ((member["file"], member["line"], member["text"]) for member in label["members"])


def test_labelled_words_stand_on_their_line(labelled: tuple[Gold, dict[str, list[str]]]) -> None:
    """Every labelled text is found on the line that the label names."""
    gold, lines = labelled
    wrong = [place for place in _places(gold) if place[2].translate(_STRAIGHT) not in lines[place[0]][place[1] - 1]]
    assert wrong == []


def test_labelled_lines_have_one_kind(labelled: tuple[Gold, dict[str, list[str]]]) -> None:
    """A line is labelled once, with a kind that exists, and is not empty."""
    gold, lines = labelled
    for name, article in gold["articles"].items():
        assert set(article["blocks"]) <= set(get_args(BlockKind))
        numbers = sorted(number for kind in article["blocks"].values() for number in kind)
        assert numbers == sorted(set(numbers)), name
        assert [number for number in numbers if not lines[name][number - 1].strip()] == [], name


def test_labels_use_the_words_of_the_model(labelled: tuple[Gold, dict[str, list[str]]]) -> None:
    """Kinds and severities are those of the model, and what joins places joins two or more."""
    gold, _ = labelled
    quotes = [quote for article in gold["articles"].values() for quote in article["quotes"]]
    assert {kind for quote in quotes for kind in (quote["kind"], *quote.get("also_kind", []))} <= set(
        get_args(QuoteKind)
    )
    assert {label["kind"] for label in gold["discrepancies"]} <= set(get_args(DiscrepancyKind))
    severities = [(label["severity"], *label.get("also_severity", [])) for label in gold["discrepancies"]]
    assert {severity for choice in severities for severity in choice} <= set(get_args(Severity))
    for key in ("alignments", "lookalikes", "discrepancies", "traps"):
        assert all(len(label["members"]) > 1 for label in gold[key]), key


def test_covered_topics_are_those_with_keywords(labelled: tuple[Gold, dict[str, list[str]]]) -> None:
    """An article covers a topic if, and only if, a line that is its own has one of the keywords."""
    gold, lines = labelled
    for topic in gold["topics"]:
        having = [
            name
            for name, article in gold["articles"].items()
            if any(re.search(topic["keywords"], line) for line in _own_lines(article, lines[name]))
        ]
        assert sorted(topic["covered"]) == sorted(having), topic["topic"]


def _own_lines(article: Gold, lines: list[str]) -> Iterator[str]:
    dropped = {n for kind in ("boilerplate", "other_story", "credit") for n in article["blocks"].get(kind, [])}
    first = lines.index("---", 1) + 2 if lines[0] == "---" else 1
    return (line for n, line in enumerate(lines, 1) if n >= first and n not in dropped)
