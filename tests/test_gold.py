"""The gate for a checkout alone: how much `digest` finds of what a careful reader does, in text that we wrote."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from digest import Account, Article, Comparison, Passage, Quote
from digest.build import analyse
from digest.config import load_site
from digest.plugins import Host

ROOT = Path(__file__).parents[1]
Gold = dict[str, Any]
Scores = dict[str, list[float]]
Place = tuple[str, int, int]


@pytest.fixture(scope="module")
def gold() -> Gold:
    labels: Gold = yaml.safe_load((ROOT / "tests" / "gold" / "sample.yaml").read_text("utf-8"))
    return labels


@pytest.fixture(scope="module")
def comparisons() -> Sequence[Comparison]:
    site = load_site(ROOT / "site.yaml")
    analysis = analyse(site.content, Host(site))
    assert analysis.set_aside == ()
    return analysis.comparisons


def test_sample_scores_do_not_fall(
    gold: Gold, comparisons: Sequence[Comparison], check_pins: Callable[[str, Scores], None]
) -> None:
    """On the sample's own labels every score is at least its pin."""
    accounts = [account for comparison in comparisons for account in comparison.event.accounts]
    articles = {account.article.document.path: account.article for account in accounts}
    scores = {
        "block_accuracy": _blocks(gold["blocks"], articles.values()),
        "quote_prf": _quotes(gold["quotes"], accounts),
        "speaker_accuracy": _speakers(gold["quotes"], accounts),
        "events_right": _events(gold["events"], comparisons),
        "alignment_prf": _alignments(gold["alignments"], articles, comparisons),
        "discrepancies_found": _found(gold["discrepancies"]["find"], articles, comparisons),
        "discrepancies_trapped": _found(gold["discrepancies"]["trap"], articles, comparisons),
        "discrepancy_precision": _precision(gold["discrepancies"]["find"], articles, comparisons),
        "coverage_cells": _coverage(gold["coverage"], comparisons),
    }
    check_pins("sample", scores)


def _prf(right: int, found: int, wanted: int) -> list[float]:
    return [right / max(1, found), right / max(1, wanted), 2 * right / max(1, found + wanted)]


# ── one article ────────────────────────────────────────────────────────────────────────────────────────────


def _blocks(labels: Gold, articles: Iterable[Article]) -> list[float]:
    """The share of blocks with the right label."""
    right = []
    for article in articles:
        kinds = {line: kind for kind, lines in labels[article.document.path].items() for line in lines}
        right += [kinds.get(block.line, "body") == block.kind for block in article.blocks]
    return [sum(right) / len(right)]


def _body_quotes(account: Account) -> list[Quote]:
    """Quotations in running text; gold has no headlines and captions."""
    bodies = [(block.start, block.end) for block in account.article.blocks_of("body")]
    return [
        quote
        for quote in account.quotes
        if quote.kind in ("direct", "partial") and any(start <= quote.start < end for start, end in bodies)
    ]


def _quotes(labels: Gold, accounts: Iterable[Account]) -> list[float]:
    found = wanted = right = 0
    for account in accounts:
        beginnings = [words for said in labels[account.article.document.path].values() for words in said]
        quotes = _body_quotes(account)
        found += len(quotes)
        wanted += len(beginnings)
        right += sum(any(quote.text.startswith(words) for quote in quotes) for words in beginnings)
    return _prf(right, found, wanted)


def _speakers(labels: Gold, accounts: Iterable[Account]) -> list[float]:
    """Of the quotations that were found, the share with the right speaker."""
    right = []
    for account in accounts:
        for speaker, said in labels[account.article.document.path].items():
            for quote, words in itertools.product(_body_quotes(account), said):
                if quote.text.startswith(words):
                    right.append(speaker in (quote.speaker or ""))
    return [sum(right) / max(1, len(right))]


# ── one event ──────────────────────────────────────────────────────────────────────────────────────────────


def _events(labels: list[Gold], comparisons: Sequence[Comparison]) -> list[float]:
    """How many events have exactly their articles and their date, and how many there are."""
    found = {
        (frozenset(account.article.document.path for account in comparison.event.accounts), comparison.event.date)
        for comparison in comparisons
    }
    return [sum((frozenset(event["articles"]), event["date"]) in found for event in labels), len(labels)]


def _place(reading: dict[str, str], articles: dict[str, Article]) -> list[Place]:
    """Where the words of a label stand: every occurrence in the article whose file name holds the key."""
    [(key, words)] = reading.items()
    [article] = [article for path, article in articles.items() if key in path]
    places = [(article.id, *match.span()) for match in re.finditer(re.escape(words), article.text)]
    assert places, f"{words!r} does not stand in {article.document.path}"
    return places


def _meets(passages: Iterable[Passage], places: list[Place]) -> bool:
    return any(
        p.article == article and p.start < end and start < p.end for p in passages for article, start, end in places
    )


def _alignments(labels: list[Any], articles: dict[str, Article], comparisons: Sequence[Comparison]) -> list[float]:
    """Pairs of versions of one utterance in two articles, as precision, recall and F1."""
    groups = [[_place(version, articles) for version in group] for group in labels]
    wanted = [pair for group in groups for pair in itertools.combinations(group, 2)]
    found = [group.members for comparison in comparisons for group in comparison.collation.alignments]
    recalled = sum(any(_meets(m, a) and _meets(m, b) for m in found) for a, b in wanted)
    pairs = [
        pair for members in found for pair in itertools.combinations(members, 2) if pair[0].article != pair[1].article
    ]
    right = sum(any(_meets(pair, a) and _meets(pair, b) for a, b in wanted) for pair in pairs)
    precision, recall = right / max(1, len(pairs)), recalled / len(wanted)
    return [precision, recall, 2 * precision * recall / ((precision + recall) or 1)]


def _found(labels: list[Any], articles: dict[str, Article], comparisons: Sequence[Comparison]) -> list[float]:
    """How many of these pairs of readings stand together in a discrepancy, and how many pairs there are."""
    found = [d.readings for comparison in comparisons for d in comparison.discrepancies]
    pairs = [[_place(reading, articles) for reading in label] for label in labels]
    return [sum(any(_meets(r, a) and _meets(r, b) for r in found) for a, b in pairs), len(pairs)]


def _precision(labels: list[Any], articles: dict[str, Article], comparisons: Sequence[Comparison]) -> list[float]:
    """The share of reported conflicts that are among the labels."""
    pairs = [[_place(reading, articles) for reading in label] for label in labels]
    reported = [
        d.readings
        for comparison in comparisons
        for d in comparison.discrepancies
        if d.severity != "consistent-but-different-granularity"
    ]
    right = sum(any(_meets(readings, a) and _meets(readings, b) for a, b in pairs) for readings in reported)
    return [right / max(1, len(reported))]


def _coverage(labels: Gold, comparisons: Sequence[Comparison]) -> list[float]:
    """Of the cells of labelled topics, covered or not, the share that is right; a topic that is not found is wrong."""
    cells: Counter[bool] = Counter()
    for comparison in comparisons:
        for pattern, outlets in labels.items():
            covering = {
                passage.article
                for topic in comparison.topics
                if re.search(pattern, topic.name)
                for passage in topic.evidence
            }
            for account in comparison.event.accounts:
                wanted = any(outlet in account.article.document.path for outlet in outlets)
                cells[wanted == (account.id in covering)] += 1
    return [cells[True] / cells.total()]
