"""The gate for a checkout alone: how much `digest` finds of what a careful reader does, in text that we wrote.

Each gold file labels one event: its articles' metadata, blocks and quotations, and across them the versions of
one utterance, look-alikes that are not, discrepancies, traps that are none, and topics. Places are a line of the
file and words in it.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from digest import Account, Comparison, Passage, Quote
from digest.build import analyse_site
from digest.config import Site
from digest.plugins import Host

ROOT = Path(__file__).parents[1]
# Articles and their labels.
SETS = {
    "sample": (ROOT / "content", ROOT / "tests" / "gold"),
    "corpus": (ROOT / "tests" / "corpus" / "articles", ROOT / "tests" / "corpus" / "gold"),
}
JUNK = {"boilerplate", "other_story"}

Gold = dict[str, Any]
Scores = dict[str, list[float]]

_STRAIGHT = str.maketrans("“”‘’\u00a0", "\"\"'' ")
_EDGE = re.compile(r"^[\W_]+|[\W_]+$")


class Place(NamedTuple):
    """Where labelled words stand."""

    article: str
    start: int
    end: int


class Analysed(NamedTuple):
    """The labels of a set, and what was found."""

    gold: list[Gold]
    comparisons: Sequence[Comparison]
    accounts: dict[str, Account]


@pytest.fixture(scope="module", params=SETS)
def analysed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Analysed]]:
    content, labels = SETS[request.param]
    gold = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(labels.glob("*.yaml"))]
    site = Site(root=tmp_path_factory.mktemp("site"), content=content, output=content)
    analysis = analyse_site(site, Host(site), jobs=1)
    assert analysis.set_aside == ()
    accounts = {a.article.document.path: a for comparison in analysis.comparisons for a in comparison.event.accounts}
    return request.param, Analysed(gold, analysis.comparisons, accounts)


def test_scores_on_our_own_text_do_not_fall(
    analysed: tuple[str, Analysed], check_pins: Callable[[str, Scores], None]
) -> None:
    """Every measured value is at least, or at most, its pin."""
    name, found = analysed
    check_pins(name, measure(found))


def measure(found: Analysed) -> Scores:
    """All scores of a set by name; three numbers are precision, recall and F1, two a count and of how many."""
    return {
        **_metadata(found),
        **_blocks(found),
        **_quotes(found),
        **_events(found),
        **_alignments(found),
        **_discrepancies(found),
        **_coverage(found),
    }


# ── articles ───────────────────────────────────────────────────────────────────────────────────────────────


def _articles(found: Analysed) -> Iterator[tuple[Account, Gold]]:
    return ((found.accounts[path], labels) for event in found.gold for path, labels in event["articles"].items())


def _metadata(found: Analysed) -> Scores:
    right: Counter[str] = Counter()
    total = 0
    for account, labels in _articles(found):
        total += 1
        metadata = account.article.metadata
        right["published"] += metadata.published == labels.get("published")
        outlet = labels.get("outlet")
        right["outlet"] += _same_name(metadata.outlet, outlet) if outlet else metadata.outlet is None
    return {"outlets": [right["outlet"], total], "published": [right["published"], total]}


def _blocks(found: Analysed) -> Scores:
    pairs = [
        (block.kind, {line: kind for kind, lines in labels["blocks"].items() for line in lines}.get(block.line, "body"))
        for account, labels in _articles(found)
        for block in account.article.blocks
    ]
    junk = Counter((kind in JUNK, label in JUNK) for kind, label in pairs)
    return {
        "block_accuracy": [sum(kind == label for kind, label in pairs) / len(pairs)],
        "junk_prf": _prf(junk[True, True], junk[True, False], junk[True, True], junk[False, True]),
        "body_blocks_lost": [sum(kind in JUNK and label == "body" for kind, label in pairs)],
    }


def _quotes(found: Analysed) -> Scores:
    """Quotations in running text; the gold has none of headlines and captions."""
    hits = false = missed = speakers = 0
    for account, labels in _articles(found):
        wanted = [
            (_place(account, q), q) for q in labels["quotes"] if q["kind"] in ("direct", "partial") and q.get("speaker")
        ]
        used = set()
        for place, label in wanted:
            quote = next((q for q in _body_quotes(account) if _same(_trim(account, q), _trim(account, place))), None)
            hits += quote is not None
            missed += quote is None
            if quote is not None:
                used.add(quote.id)
                speakers += any(
                    _same_name(quote.speaker, n) for n in [label["speaker"], *label.get("also_speaker", [])]
                )
        false += sum(quote.id not in used for quote in _body_quotes(account))
    return {"quote_prf": _prf(hits, false, hits, missed), "speaker_accuracy": [speakers / max(1, hits)]}


def _body_quotes(account: Account) -> list[Quote]:
    bodies = [(block.start, block.end) for block in account.article.blocks_of("body")]
    quotes = (quote for quote in account.quotes if quote.kind in ("direct", "partial"))
    return [quote for quote in quotes if any(start <= quote.start < end for start, end in bodies)]


def _trim(account: Account, place: Passage | Place) -> tuple[int, int]:
    """A range without the marks and points at its edges."""
    text = account.article.text[place.start : place.end]
    left = _EDGE.match(text)
    core = _EDGE.sub("", text)
    start = place.start + (left.end() if left and core else 0)
    return start, start + len(core)


def _same(one: tuple[int, int], other: tuple[int, int]) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared >= 0.9 * (max(one[1], other[1]) - min(one[0], other[0]))


def _same_name(found: str | None, label: str) -> bool:
    one, other = (re.sub(r"\bthe |[^\w ]", "", name.lower()) for name in (found or "", label))
    return len(one) > 2 and (one in other or other in one)


# ── events ─────────────────────────────────────────────────────────────────────────────────────────────────


def _events(found: Analysed) -> Scores:
    """How many events have exactly their articles; of those, how many have their date, and one of their places."""
    by_articles = {frozenset(a.article.document.path for a in c.event.accounts): c.event for c in found.comparisons}
    events = [(by_articles.get(frozenset(label["articles"])), label) for label in found.gold]
    return {
        "events": [sum(event is not None for event, _ in events), len(events)],
        "event_dates": [sum(event is not None and event.date == label["date"] for event, label in events), len(events)],
        "event_places": [
            sum(any(name in (event.place or "") for name in label["place"]) for event, label in events if event),
            len(events),
        ],
    }


def _alignments(found: Analysed) -> Scores:
    """Pairs of versions of one utterance in two articles."""
    groups = [[_place(found.accounts[m["file"]], m) for m in g["members"]] for e in found.gold for g in e["alignments"]]
    alike = [[_place(found.accounts[m["file"]], m) for m in g["members"]] for e in found.gold for g in e["lookalikes"]]
    aligned = [group.members for comparison in found.comparisons for group in comparison.collation.alignments]
    wanted = [
        pair for group in groups for pair in itertools.combinations(group, 2) if pair[0].article != pair[1].article
    ]
    pairs = [p for members in aligned for p in itertools.combinations(members, 2) if p[0].article != p[1].article]
    right = sum(any(_met(pair, group) > 1 for group in groups) for pair in pairs)
    recalled = sum(any(_met(members, pair) > 1 for members in aligned) for pair in wanted)
    return {
        "alignment_prf": _prf(right, len(pairs) - right, recalled, len(wanted) - recalled),
        "lookalikes_merged": [sum(any(_met(members, group) > 1 for members in aligned) for group in alike)],
    }


def _discrepancies(found: Analysed) -> Scores:
    labels = {
        key: [[_place(found.accounts[m["file"]], m) for m in d["members"]] for event in found.gold for d in event[key]]
        for key in ("discrepancies", "traps")
    }
    reported = [
        d.readings
        for comparison in found.comparisons
        for d in comparison.discrepancies
        if d.severity != "consistent-but-different-granularity"
    ]
    right = sum(any(_met(readings, label) > 1 for label in labels["discrepancies"]) for readings in reported)
    hit = {
        key: [sum(any(_met(readings, label) > 1 for readings in reported) for label in places), len(places)]
        for key, places in labels.items()
    }
    return {
        "discrepancies_found": hit["discrepancies"],
        "traps_hit": hit["traps"][:1],
        "discrepancy_precision": [right / max(1, len(reported))],
    }


def _coverage(found: Analysed) -> Scores:
    """Topics that were found, by a pattern for their names; of the cells of these, the share that is right."""
    matched = total = 0
    cells: Counter[bool] = Counter()
    for event in found.gold:
        for topic in event["topics"]:
            total += 1
            named = [t for c in found.comparisons for t in c.topics if re.search(topic["keywords"], t.name)]
            matched += bool(named)
            covering = {passage.article for t in named for passage in t.evidence}
            for path in event["articles"] if named else ():
                cells[(path in topic["covered"]) == (found.accounts[path].id in covering)] += 1
    return {"topics_found": [matched, total], "coverage_accuracy": [cells[True] / max(1, cells.total())]}


# ── places and numbers ─────────────────────────────────────────────────────────────────────────────────────


def _place(account: Account, label: Gold) -> Place:
    """The words of a label, looked for from the paragraph of its line on."""
    article = account.article
    starts = [p.start for p in article.document.paragraphs if p.line <= label["line"]]
    text, words = article.text.translate(_STRAIGHT), label["text"].translate(_STRAIGHT)
    start = text.find(words, starts[-1])
    assert start >= 0, f"{label['text']!r} does not stand in {article.document.path} from line {label['line']} on"
    return Place(account.id, start, start + len(words))


def _met(passages: Iterable[Passage], places: Iterable[Place]) -> int:
    """How many of the places the passages touch."""
    return sum(
        any(p.article == place.article and p.start < place.end and place.start < p.end for p in passages)
        for place in places
    )


def _prf(right: int, false: int, recalled: int, missed: int) -> list[float]:
    precision = right / ((right + false) or 1)
    recall = recalled / ((recalled + missed) or 1)
    return [precision, recall, 2 * precision * recall / ((precision + recall) or 1)]
