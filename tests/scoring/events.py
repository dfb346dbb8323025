"""What the accounts of an event together are asked for: grouping, versions, discrepancies, topics."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from digest import Discrepancy, Passage

from .case import Case
from .labels import Analysed, Place, joins, met, pairs_across, scope
from .words import plain


def event_cases(found: Analysed) -> Iterator[Case]:
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
        named = any(plain(name) in plain(best.place or "") for name in label["place"])
        yield Case("event_places", named, f"{label['title']}: {label['place']}, got {best.place}")


def alignment_cases(found: Analysed) -> Iterator[Case]:
    """Pairs of versions of one utterance in two articles."""
    gold = list(found.groups("alignments"))
    aligned = [group.members for comparison in found.comparisons for group in comparison.collation.alignments]
    for label, places in gold:
        for pair in pairs_across(places):
            note = f"missed {label['label']}: {' ~ '.join(_excerpt(found, p) for p in pair)}"
            yield Case("alignment_prf", any(met(members, pair) == 2 for members in aligned), note)
    for pair in itertools.chain.from_iterable(map(pairs_across, aligned)):
        note = f"false {' ~ '.join(_excerpt(found, p) for p in pair)}"
        yield Case("alignment_prf", any(met(pair, places) > 1 for _, places in gold), note, "found")
    for label, places in found.groups("lookalikes"):
        pairs = [pair for pair in pairs_across(places) if not any(set(pair) <= set(group) for _, group in gold)]
        merged = any(met(members, pair) == 2 for members in aligned for pair in pairs)
        yield Case("lookalikes_merged", not merged, label["why"])


def reuse_cases(found: Analysed) -> Iterator[Case]:
    """Pairs of articles of which one has its text from the other, or both from a third."""
    wanted = [
        frozenset(found.accounts[path].id for path in pair) for event in found.gold for pair in event.get("reuse", [])
    ]
    got = [frozenset(reuse.articles) for comparison in found.comparisons for reuse in comparison.collation.reuse]
    for pair in wanted:
        yield Case("reuse_prf", pair in got, f"missed {sorted(pair)}")
    for pair in got:
        yield Case("reuse_prf", pair in wanted, f"false {sorted(pair)}", "found")


def discrepancy_cases(found: Analysed) -> Iterator[Case]:
    """What differs in granularity only is no conflict: it counts neither for nor against precision."""
    gold, traps = list(found.groups("discrepancies")), list(found.groups("traps"))
    versions = [places for _, places in found.groups("alignments")]
    reported = [d for comparison in found.comparisons for d in comparison.discrepancies]
    for label, places in gold:
        hits = [d for d in reported if joins(d.readings, places)]
        real = label["severity"] != "consistent-but-different-granularity"
        name = f"{scope(places)}_found" if real else "granularity_found"
        yield Case(name, bool(hits), f"missed {label['title']} ({label['kind']}, {label['severity']})")
        if hits:
            got = {d.severity for d in hits}
            right = bool(got & {label["severity"], *label.get("also_severity", [])})
            yield Case("severity_accuracy", right, f"{label['title']}: {label['severity']}, got {sorted(got)}")
    conflicts = [d for d in reported if d.severity != "consistent-but-different-granularity"]
    for d in conflicts:
        right = any(joins(d.readings, places) for _, places in gold)
        # How a labelled utterance is worded may differ in ways that the labels do not list.
        if right or d.kind != "quote-wording" or not any(met(d.readings, places) > 1 for places in versions):
            yield Case(f"{d.scope.replace('-', '_')}_precision", right, _told(found, d), "found")
        for label, places in traps:
            if not right and joins(d.readings, places):
                yield Case("traps_hit", False, f"{label['why']}: {_told(found, d)}", "found")


def coverage_cases(found: Analysed) -> Iterator[Case]:
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


def _excerpt(found: Analysed, where: Passage | Place) -> str:
    account = next(account for account in found.accounts.values() if account.id == where.article)
    return f"{account.article.document.path} {account.article.text[where.start : where.end][:60]!r}"


def _told(found: Analysed, d: Discrepancy) -> str:
    return f"{d.kind} {d.severity} [{d.rule}] {d.explanation} ~ {' | '.join(_excerpt(found, r) for r in d.readings)}"
