"""Sets of labelled articles: what the labels say beside what was found.

The format of the labels is described in tests/corpus/README.md.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from digest import Account, Comparison, Passage
from digest.analyse import analyse_site
from digest.config import Site
from digest.plugins import Host

TESTS = Path(__file__).parents[1]
# Articles and their labels.
SETS = {
    "sample": (TESTS.parent / "content", TESTS / "gold"),
    "corpus": (TESTS / "corpus" / "articles", TESTS / "corpus" / "gold"),
    "second": (TESTS / "second_corpus" / "articles", TESTS / "second_corpus" / "gold"),
}

Gold = dict[str, Any]

STRAIGHT = str.maketrans("“”‘’\u00a0", "\"\"'' ")


class Place(NamedTuple):
    """Where labelled words stand."""

    article: str
    start: int
    end: int


class Analysed(NamedTuple):
    """The labels of a set, and what was found; articles by their path."""

    gold: list[Gold]
    comparisons: Sequence[Comparison]
    accounts: dict[str, Account]

    def articles(self) -> Iterator[tuple[str, Account, Gold]]:
        """Every labelled article: path, account, labels."""
        for event in self.gold:
            for path, labels in event["articles"].items():
                yield path, self.accounts[path], labels

    def groups(self, key: str) -> Iterator[tuple[Gold, list[Place]]]:
        """Every label of a kind that joins several places, such as `traps`, with the places."""
        for event in self.gold:
            for label in event[key]:
                yield label, [place(self.accounts[member["file"]], member) for member in label["members"]]


def analysed(name: str, root: Path) -> Analysed:
    """Analyse a set of articles as a site in the empty folder `root`, with the standard plugins."""
    content, labels = SETS[name]
    gold = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(labels.glob("*.yaml"))]
    site = Site(root=root, content=content, output=root / "public")
    comparisons = analyse_site(site, Host(site), jobs=1).comparisons
    accounts = {account.article.document.path: account for c in comparisons for account in c.event.accounts}
    return Analysed(gold, comparisons, accounts)


def place(account: Account, label: Gold) -> Place:
    """The words of a label in the paragraph of its line; a place that nothing touches if the reader left that out."""
    words = label["text"].translate(STRAIGHT)
    document = account.article.document
    for paragraph in document.paragraphs:
        at = document.text[paragraph.start : paragraph.end].translate(STRAIGHT).find(words)
        if paragraph.line == label["line"] and at >= 0:
            return Place(account.id, paragraph.start + at, paragraph.start + at + len(words))
    return Place(account.id, -1, -1)


def pairs_across(places: Sequence[Any]) -> list[tuple[Any, ...]]:
    return [pair for pair in itertools.combinations(places, 2) if pair[0].article != pair[1].article]


def _touch(one: Passage | Place, other: Passage | Place) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end


def met(passages: Iterable[Passage], places: Iterable[Place]) -> int:
    """How many of the places the passages touch."""
    passages = tuple(passages)
    return sum(any(_touch(passage, where) for passage in passages) for where in places)


def joins(readings: Sequence[Passage], places: list[Place]) -> bool:
    """Whether the readings touch two of the places: in two articles, if the places are in several."""
    met = [where for where in places if any(_touch(reading, where) for reading in readings)]
    if len({where.article for where in places}) > 1:
        return len({where.article for where in met}) > 1
    return len(met) > 1


def scope(places: list[Place]) -> str:
    return "cross_outlet" if len({where.article for where in places}) > 1 else "internal"
