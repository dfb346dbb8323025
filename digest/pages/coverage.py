"""Who covers what: topics, and people who are quoted."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from digest.language import Language
from digest.model import Passage, Topic
from digest.pages.edition import Edition
from digest.pages.outline import spoken
from digest.pages.views.accounts import Witness
from digest.pages.views.coverage import Bar, Coverage, Overlap, Quoted, TopicGroup, TopicRow

# A group of more topics than this is folded at first, unless it is that of all accounts; and more are not shown.
_UNFOLDED, _MOST_ROWS = 15, 25
# Up to so many people are listed as one, however few accounts quote them.
_FEW_PEOPLE = 8
# A table of more accounts than this, each with each, says nothing to a reader.
_MOST_COMPARED = 12


def topic_rows(edition: Edition) -> tuple[TopicRow, ...]:
    """A row for each topic, the most covered first; what the same accounts alone have, or lack, stands together."""
    rows = [_row(topic, edition) for topic in edition.comparison.topics]
    return tuple(sorted(rows, key=lambda row: (-extent(row), _pattern(row), -_mentions(row), row.name)))


def topic_groups(rows: Sequence[TopicRow], witnesses: int, language: Language) -> tuple[TopicGroup, ...]:
    """The topics of two accounts or more: those that all have, all but one, some."""
    groups: dict[str, list[TopicRow]] = {}
    for row in (row for row in rows if extent(row) > 1):
        groups.setdefault(_label(extent(row), witnesses, language), []).append(row)
    return tuple(
        TopicGroup(
            label=label,
            rows=tuple(group[:_MOST_ROWS]),
            more=len(group[_MOST_ROWS:]),
            open=len(group) <= _UNFOLDED or extent(group[0]) == witnesses,
        )
        for label, group in groups.items()
    )


def overlaps(witnesses: Sequence[Witness], rows: Sequence[TopicRow]) -> tuple[Overlap, ...]:
    """For each account, how many topics it shares with each; none if there are too few or too many to compare."""
    if not rows or not 2 <= len(witnesses) <= _MOST_COMPARED:
        return ()
    held = [{row.name for row in rows if row.cells[at].number} for at in range(len(witnesses))]
    return tuple(
        Overlap(witness=witness, common=tuple(len(own & other) for other in held))
        for witness, own in zip(witnesses, held, strict=True)
    )


def quoted(edition: Edition) -> tuple[tuple[Quoted, ...], tuple[Quoted, ...]]:
    """How often each account quotes whom, the most quoted first: those whom several do, then those whom only one does.

    If they are few, all are among the first.
    """
    accounts = edition.comparison.event.accounts
    often = {account.id: Counter(q.speaker for q in spoken(account) if q.speaker) for account in accounts}
    names = {name for counter in often.values() for name in counter}
    colours = [siglum.colour for siglum in edition.sigla.values()]
    rows = [
        _quoted(
            name, edition.directory.people.get(name, ""), [often[account.id][name] for account in accounts], colours
        )
        for name in names
    ]
    rows.sort(key=lambda row: (-row.total, row.name))
    several = [row for row in rows if len(rows) <= _FEW_PEOPLE or len(row.bars) > 1] or rows[:_FEW_PEOPLE]
    return tuple(several), tuple(row for row in rows if row not in several)


def _quoted(name: str, url: str, numbers: Sequence[int], colours: Sequence[int]) -> Quoted:
    starts = itertools.accumulate(numbers, initial=0)
    bars = tuple(
        Bar(colour=colour, start=start, length=number)
        for number, colour, start in zip(numbers, colours, starts, strict=False)
        if number
    )
    return Quoted(name=name, url=url, numbers=tuple(numbers), total=sum(numbers), bars=bars)


def _row(topic: Topic, edition: Edition) -> TopicRow:
    passages: dict[str, list[Passage]] = {article: [] for article in edition.sigla}
    for passage in sorted(topic.evidence, key=lambda p: p.span):
        passages[passage.article].append(passage)
    return TopicRow(
        name=topic.name,
        url=edition.directory.topics.get(topic.name, ""),
        cells=tuple(_cell(article, found, edition) for article, found in passages.items()),
    )


def _cell(article: str, passages: Sequence[Passage], edition: Edition) -> Coverage:
    first = passages[0] if passages else None
    return Coverage(
        siglum=edition.sigla[article],
        extent="none" if first is None else "thin" if len(passages) == 1 else "full",
        number=len(passages),
        first=edition.cite(first) if first else None,
        words=f"{first.start - edition.block(first).start},{first.end - first.start}" if first else "",
    )


def extent(row: TopicRow) -> int:
    """How many accounts have a topic."""
    return sum(cell.number > 0 for cell in row.cells)


def _mentions(row: TopicRow) -> int:
    return sum(cell.number for cell in row.cells)


def _pattern(row: TopicRow) -> tuple[bool, ...]:
    """Which accounts have it if one alone does or does not; nothing otherwise."""
    held = tuple(cell.number > 0 for cell in row.cells)
    return tuple(not has for has in held) if sum(held) == 1 or sum(held) == len(held) - 1 else ()


def _label(accounts: int, witnesses: int, language: Language) -> str:
    if accounts == witnesses:
        return language.gettext("Everyone mentions")
    return language.gettext("All but one mention") if accounts == witnesses - 1 else language.gettext("Some mention")
