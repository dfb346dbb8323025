"""Scores of the analysis on labelled articles: `python -m tests.scoring [sample|corpus] [--detail]`.

Every decision that can be right or wrong is a `Case`; a score is a summary of the cases of one name, and the detail
is the list of those that are wrong. The labels' format is described in tests/corpus/README.md.
"""

from __future__ import annotations

import itertools
import re
import tempfile
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

import click
import yaml

from digest import Account, Comparison, Discrepancy, Passage
from digest.build import analyse_site
from digest.config import Site
from digest.model import JUNK
from digest.plugins import Host

TESTS = Path(__file__).parent
# Articles and their labels.
SETS = {
    "sample": (TESTS.parent / "content", TESTS / "gold"),
    "corpus": (TESTS / "corpus" / "articles", TESTS / "corpus" / "gold"),
}

Gold = dict[str, Any]
Scores = dict[str, list[float]]

_PLAIN = str.maketrans("“”‘’\u00a0", "\"\"'' ")
_EDGE = re.compile(r"^[\W_]+|[\W_]+$")


class Case(NamedTuple):
    """One decision. `side` says whether it was asked for by a label (recall) or made by the analysis (precision)."""

    name: str
    right: float
    note: str
    side: Literal["wanted", "found"] = "wanted"


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


def cases(found: Analysed) -> Iterator[Case]:
    """Every decision about a set."""
    for path, account, labels in found.articles():
        yield from _metadata(path, account, labels)
        yield from _blocks(path, account, labels)
        yield from _quotes(path, account, labels)
    yield from _events(found)
    yield from _alignments(found)
    yield from _reuse(found)
    yield from _discrepancies(found)
    yield from _coverage(found)


def scores(found: Iterable[Case]) -> Scores:
    """The value, or values, of each score; see SUMMARIES."""
    by_name: dict[str, list[Case]] = {name: [] for name in SUMMARIES}
    for case in found:
        by_name[case.name].append(case)
    return {name: summary(by_name[name]) for name, summary in SUMMARIES.items()}


def _share(found: list[Case]) -> list[float]:
    return [sum(case.right for case in found) / max(1, len(found))]


def _count(found: list[Case]) -> list[float]:
    return [sum(case.right for case in found), len(found)]


def _wrong(found: list[Case]) -> list[float]:
    return [sum(not case.right for case in found)]


def _prf(found: list[Case]) -> list[float]:
    [precision] = _share([case for case in found if case.side == "found"])
    [recall] = _share([case for case in found if case.side == "wanted"])
    return [precision, recall, 2 * precision * recall / ((precision + recall) or 1)]


# One value is a share or, for faults, their number; two are how many of how many; three are precision, recall and F1.
SUMMARIES: dict[str, Callable[[list[Case]], list[float]]] = {
    "titles": _count,
    "outlets": _count,
    "published": _count,
    "block_accuracy": _share,
    "junk_prf": _prf,
    "body_lines_lost": _wrong,
    "quote_prf": _prf,
    "quote_kind": _share,
    "speaker_accuracy": _share,
    "indirect_found": _count,
    "event_bcubed_prf": _prf,
    "event_dates": _count,
    "event_places": _count,
    "alignment_prf": _prf,
    "lookalikes_merged": _wrong,
    "reuse_prf": _prf,
    "cross_outlet_found": _count,
    "internal_found": _count,
    "granularity_found": _count,
    "cross_outlet_precision": _share,
    "internal_precision": _share,
    "severity_accuracy": _share,
    "traps_hit": _wrong,
    "topics_found": _count,
    "coverage_accuracy": _share,
}


# ── one article ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _metadata(path: str, account: Account, labels: Gold) -> Iterator[Case]:
    metadata = account.article.metadata
    outlet, published = labels.get("outlet"), labels.get("published")
    same = _same_name(metadata.outlet, outlet) if outlet else metadata.outlet is None
    yield Case("outlets", same, f"{path}: {outlet}, got {metadata.outlet}")
    yield Case("published", metadata.published == published, f"{path}: {published}, got {metadata.published}")
    if title := labels.get("title"):
        yield Case(
            "titles", _words(metadata.title or "") == _words(title), f"{path}: {title!r}, got {metadata.title!r}"
        )


def _blocks(path: str, account: Account, labels: Gold) -> Iterator[Case]:
    """A line that the reader itself left out is as good as junk."""
    for line, wanted in _kinds(account, labels).items():
        accepted = {wanted, *labels.get("also", {}).get(line, [])}
        kind = _kind_of(account, line)
        note = f"{path}:{line}: {wanted}, got {kind}: {_line_text(account, line)[:70]!r}"
        left_out = kind in JUNK or kind is None
        yield Case("block_accuracy", kind in accepted or (left_out and kind is None and bool(accepted & JUNK)), note)
        if accepted <= JUNK:
            yield Case("junk_prf", left_out, note)
        if left_out and kind is not None:
            yield Case("junk_prf", bool(accepted & JUNK), note, "found")
        if wanted == "body" and not accepted & JUNK:
            yield Case("body_lines_lost", not left_out, note)


def _quotes(path: str, account: Account, labels: Gold) -> Iterator[Case]:
    """Headlines and captions are not asked for, nor is a term that may pass for a scare quotation."""
    kinds = _kinds(account, labels)
    gold = [(label, place(account, label), {label["kind"], *label.get("also_kind", [])}) for label in labels["quotes"]]
    quotes = [quote for quote in account.quotes if quote.kind in ("direct", "partial")]
    used: set[str] = set()
    for label, where, accepted in gold:
        note = f"{path}:{label['line']}: {label['text'][:70]!r}"
        if accepted == {"indirect"}:
            indirect = (quote for quote in account.quotes if quote.kind == "indirect")
            yield Case("indirect_found", any(_overlap(quote, where) >= 0.3 for quote in indirect), note)
            continue
        quote = next((q for q in quotes if _overlap(_core(account, q), _core(account, where)) >= 0.9), None)
        if quote and accepted != {"scare"}:
            used.add(quote.id)
        if "scare" in accepted or "title" in accepted:
            continue
        yield Case("quote_prf", quote is not None, f"missed {note}")
        if quote is not None:
            yield Case("quote_kind", quote.kind in accepted, f"{label['kind']}, got {quote.kind} {note}")
        if quote is not None and "speaker" in label:
            names = [label["speaker"], *label.get("also_speaker", [])]
            right = any(_same_name(quote.speaker, name) for name in names)
            yield Case("speaker_accuracy", right, f"{label['speaker']}, got {quote.speaker} {note}")
    for quote in quotes:
        line = _line_of(account, quote)
        if quote.id in used or kinds.get(line) not in ("title", "heading", "caption"):
            yield Case("quote_prf", quote.id in used, f"false {path}:{line}: {quote.text[:70]!r}", "found")


def _kinds(account: Account, labels: Gold) -> dict[int, str]:
    """The label of each line that the labels or the reader know; what is not labelled is body."""
    labelled = {line: kind for kind, lines in labels["blocks"].items() for line in lines}
    return {paragraph.line: "body" for paragraph in account.article.document.paragraphs} | labelled


def _kind_of(account: Account, line: int) -> str | None:
    """The kind that a line was given; None if the reader left it out."""
    return next((block.kind for block in account.article.blocks if block.line == line), None)


def _line_of(account: Account, passage: Passage) -> int:
    return max(p.line for p in account.article.document.paragraphs if p.start <= passage.start)


def _line_text(account: Account, line: int) -> str:
    document = account.article.document
    return next((document.text[p.start : p.end] for p in document.paragraphs if p.line == line), "")


# ── events ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _events(found: Analysed) -> Iterator[Case]:
    """Grouping by BCubed (Bagga and Baldwin 1998); date and place of the group that holds an event's articles."""
    event_of = {a.article.document.path: c.event for c in found.comparisons for a in c.event.accounts}
    for label in found.gold:
        wanted = set(label["articles"])
        for path in label["articles"]:
            event = event_of[path]
            together = {account.article.document.path for account in event.accounts}
            note = f"{path} with {sorted(together - {path})}"
            yield Case("event_bcubed_prf", len(together & wanted) / len(together), note, "found")
            yield Case("event_bcubed_prf", len(together & wanted) / len(wanted), note)
        best = max((event_of[path] for path in wanted), key=lambda e: (len(e.accounts), e.id))
        yield Case("event_dates", best.date == label["date"], f"{label['title']}: {label['date']}, got {best.date}")
        named = any(_plain(name) in _plain(best.place or "") for name in label["place"])
        yield Case("event_places", named, f"{label['title']}: {label['place']}, got {best.place}")


def _alignments(found: Analysed) -> Iterator[Case]:
    """Pairs of versions of one utterance in two articles."""
    gold = list(found.groups("alignments"))
    aligned = [group.members for comparison in found.comparisons for group in comparison.collation.alignments]
    for label, places in gold:
        for pair in _pairs(places):
            note = f"missed {label['label']}: {' ~ '.join(_excerpt(found, p) for p in pair)}"
            yield Case("alignment_prf", any(_met(members, pair) == 2 for members in aligned), note)
    for pair in itertools.chain.from_iterable(map(_pairs, aligned)):
        note = f"false {' ~ '.join(_excerpt(found, p) for p in pair)}"
        yield Case("alignment_prf", any(_met(pair, places) > 1 for _, places in gold), note, "found")
    for label, places in found.groups("lookalikes"):
        pairs = [pair for pair in _pairs(places) if not any(set(pair) <= set(group) for _, group in gold)]
        merged = any(_met(members, pair) == 2 for members in aligned for pair in pairs)
        yield Case("lookalikes_merged", not merged, label["why"])


def _reuse(found: Analysed) -> Iterator[Case]:
    """Pairs of articles of which one has its text from the other, or both from a third."""
    wanted = [
        frozenset(found.accounts[path].id for path in pair) for event in found.gold for pair in event.get("reuse", [])
    ]
    got = [frozenset(reuse.articles) for comparison in found.comparisons for reuse in comparison.collation.reuse]
    for pair in wanted:
        yield Case("reuse_prf", pair in got, f"missed {sorted(pair)}")
    for pair in got:
        yield Case("reuse_prf", pair in wanted, f"false {sorted(pair)}", "found")


def _discrepancies(found: Analysed) -> Iterator[Case]:
    """What differs in granularity only is no conflict: it counts neither for nor against precision."""
    gold, traps = list(found.groups("discrepancies")), list(found.groups("traps"))
    versions = [places for _, places in found.groups("alignments")]
    reported = [d for comparison in found.comparisons for d in comparison.discrepancies]
    for label, places in gold:
        hits = [d for d in reported if _joins(d.readings, places)]
        real = label["severity"] != "consistent-but-different-granularity"
        name = f"{_scope(places)}_found" if real else "granularity_found"
        yield Case(name, bool(hits), f"missed {label['title']} ({label['kind']}, {label['severity']})")
        if hits:
            got = sorted({d.severity for d in hits})
            yield Case(
                "severity_accuracy", label["severity"] in got, f"{label['title']}: {label['severity']}, got {got}"
            )
    conflicts = [d for d in reported if d.severity != "consistent-but-different-granularity"]
    for d in conflicts:
        right = any(_joins(d.readings, places) for _, places in gold)
        # How a labelled utterance is worded may differ in ways that the labels do not list.
        if right or d.kind != "quote-wording" or not any(_met(d.readings, places) > 1 for places in versions):
            yield Case(f"{d.scope.replace('-', '_')}_precision", right, _told(found, d), "found")
        for label, places in traps:
            if not right and _joins(d.readings, places):
                yield Case("traps_hit", False, f"{label['why']}: {_told(found, d)}", "found")


def _coverage(found: Analysed) -> Iterator[Case]:
    """Topics that were found, by a pattern for their names; of the cells of these, the share that is right."""
    for event in found.gold:
        ids = {found.accounts[path].id for path in event["articles"]}
        topics = [t for c in found.comparisons if ids & c.event.by_id.keys() for t in c.topics]
        for topic in event["topics"]:
            named = [t for t in topics if re.search(topic["keywords"], t.name)]
            yield Case("topics_found", bool(named), f"{event['title']}: {topic['topic']}")
            covering = {passage.article for t in named for passage in t.evidence}
            for path in event["articles"] if named else ():
                wanted = path in topic["covered"]
                note = (
                    f"{topic['topic']} ({', '.join(t.name for t in named)}): {path} {'has' if wanted else 'lacks'} it"
                )
                yield Case("coverage_accuracy", wanted == (found.accounts[path].id in covering), note)


# ── places and words ─────────────────────────────────────────────────────────────────────────────────────────────────


def place(account: Account, label: Gold) -> Place:
    """The words of a label in the paragraph of its line; a place that nothing touches if the reader left that out."""
    words = label["text"].translate(_PLAIN)
    document = account.article.document
    for paragraph in document.paragraphs:
        at = document.text[paragraph.start : paragraph.end].translate(_PLAIN).find(words)
        if paragraph.line == label["line"] and at >= 0:
            return Place(account.id, paragraph.start + at, paragraph.start + at + len(words))
    return Place(account.id, -1, -1)


def _pairs(places: Sequence[Any]) -> list[tuple[Any, ...]]:
    return [pair for pair in itertools.combinations(places, 2) if pair[0].article != pair[1].article]


def _touch(one: Passage | Place, other: Passage | Place) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end


def _met(passages: Iterable[Passage], places: Iterable[Place]) -> int:
    """How many of the places the passages touch."""
    passages = tuple(passages)
    return sum(any(_touch(passage, where) for passage in passages) for where in places)


def _joins(readings: Sequence[Passage], places: list[Place]) -> bool:
    """Whether the readings touch two of the places: in two articles, if the places are in several."""
    met = [where for where in places if any(_touch(reading, where) for reading in readings)]
    if len({where.article for where in places}) > 1:
        return len({where.article for where in met}) > 1
    return len(met) > 1


def _scope(places: list[Place]) -> str:
    return "cross_outlet" if len({where.article for where in places}) > 1 else "internal"


def _core(account: Account, passage: Passage | Place) -> Place:
    """A range without the marks and points at its edges."""
    text = account.article.text[passage.start : passage.end]
    start = passage.start + len(text) - len(text.lstrip("\"'“”‘’«»[]….,;:!?-–— "))
    return Place(account.id, start, start + len(_EDGE.sub("", text)))


def _overlap(one: Passage | Place, other: Place) -> float:
    """The shared part of the range that both span, 0 to 1."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / max(1, max(one.end, other.end) - min(one.start, other.start))


def _plain(name: str) -> str:
    """A name without case, accents, article and punctuation."""
    letters = unicodedata.normalize("NFKD", name.lower().translate(_PLAIN))
    return re.sub(r"^(the|an?) |[^a-z0-9 ]", "", re.sub(r"[-']", " ", letters)).strip()


def _same_name(found: str | None, label: str) -> bool:
    one, other = _plain(found or ""), _plain(label)
    return one == other or (len(one) > 3 and (one in other or other in one))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _excerpt(found: Analysed, where: Passage | Place) -> str:
    account = next(account for account in found.accounts.values() if account.id == where.article)
    return f"{account.article.document.path} {account.article.text[where.start : where.end][:60]!r}"


def _told(found: Analysed, d: Discrepancy) -> str:
    return f"{d.kind} {d.severity} [{d.rule}] {d.explanation} ~ {' | '.join(_excerpt(found, r) for r in d.readings)}"


@click.command()
@click.argument("names", nargs=-1, type=click.Choice(sorted(SETS)))
@click.option("--detail", is_flag=True, help="List what is wrong.")
def main(names: tuple[str, ...], detail: bool) -> None:
    """Print the scores of the sets of labelled articles."""
    for name in names or sorted(SETS):
        with tempfile.TemporaryDirectory() as root:
            found = list(cases(analysed(name, Path(root))))
        wrong: dict[str, list[str]] = defaultdict(list)
        for case in found:
            if case.right < 1:
                wrong[case.name].append(case.note)
        for score, values in scores(found).items():
            click.echo(f"{name} {score} " + " ".join(f"{value:.3f}".rstrip("0").rstrip(".") for value in values))
            for note in wrong[score] if detail else ():
                click.echo(f"    {note}")


if __name__ == "__main__":
    main()
