"""Who covers what: topics, people who are quoted, and what all or only one of the accounts have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from digest.model import Passage, Quote, Topic
from digest.pages.directory import spoken
from digest.pages.edition import Edition, quote_anchor
from digest.pages.views import Citation, Coverage, OnlyOne, Quoted, TopicGroup, TopicRow

_MOST_CITATIONS = 3


def topic_rows(edition: Edition) -> tuple[TopicRow, ...]:
    """A row for each topic; what the same accounts have stands together, the most covered first."""
    rows = [_row(topic, edition) for topic in edition.comparison.topics]
    return tuple(sorted(rows, key=lambda row: (-_extent(row), [cell.extent == "none" for cell in row.cells], row.name)))


def topic_groups(rows: Sequence[TopicRow], witnesses: int) -> tuple[TopicGroup, ...]:
    """The rows in groups: in all accounts, in all but one, in some, in one only."""
    groups: dict[str, list[TopicRow]] = {}
    for row in rows:
        groups.setdefault(_label(_extent(row), witnesses), []).append(row)
    return tuple(TopicGroup(label=label, rows=tuple(group)) for label, group in groups.items())


def everyone(rows: Sequence[TopicRow], witnesses: int) -> tuple[TopicRow, ...]:
    """The topics that every account has, if there is more than one account."""
    return tuple(row for row in rows if witnesses > 1 and _extent(row) == witnesses)


def only_one(edition: Edition, rows: Sequence[TopicRow]) -> tuple[OnlyOne, ...]:
    """For each account that has something alone: its topics and the people whom only it quotes."""
    if len(edition.sigla) < 2:
        return ()
    alone = [next(cell for cell in row.cells if cell.citations) for row in rows if _extent(row) == 1]
    quoted = _first_quotations(edition)
    found = []
    for article, siglum in edition.sigla.items():
        topics = tuple(cell.citations[0] for cell in alone if cell.siglum == siglum)
        speakers = {name: by[article] for name, by in sorted(quoted.items()) if set(by) == {article}}
        if topics or speakers:
            found.append(
                OnlyOne(siglum=siglum, topics=topics, names=tuple(speakers), speakers=tuple(speakers.values()))
            )
    return tuple(found)


def quoted(edition: Edition) -> tuple[Quoted, ...]:
    """How often each account quotes whom, the most quoted first."""
    accounts = edition.comparison.event.accounts
    often = {account.id: Counter(q.speaker for q in spoken(account) if q.speaker) for account in accounts}
    names = {name for counter in often.values() for name in counter}
    rows = [
        Quoted(
            name=name,
            url=edition.directory.people.get(name, ""),
            numbers=tuple(often[account.id][name] for account in accounts),
            total=sum(often[account.id][name] for account in accounts),
        )
        for name in names
    ]
    return tuple(sorted(rows, key=lambda row: (-row.total, row.name)))


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
    return Coverage(
        siglum=edition.sigla[article],
        extent="none" if not passages else "thin" if len(passages) == 1 else "full",
        citations=tuple(edition.cite(passage) for passage in passages[:_MOST_CITATIONS]),
        number=len(passages),
    )


def _extent(row: TopicRow) -> int:
    """How many accounts have a topic."""
    return sum(cell.extent != "none" for cell in row.cells)


def _label(accounts: int, witnesses: int) -> str:
    if witnesses == 1:
        return "In the account"
    if accounts == witnesses:
        return "In all accounts"
    if accounts == 1:
        return "In one account only"
    return "In all but one" if accounts == witnesses - 1 else "In some accounts"


def _first_quotations(edition: Edition) -> dict[str, dict[str, Citation]]:
    """The first quotation of each speaker in each account that quotes the speaker."""
    found: dict[str, dict[str, Quote]] = {}
    for account in edition.comparison.event.accounts:
        for quote in spoken(account):
            if quote.speaker:
                found.setdefault(quote.speaker, {}).setdefault(account.id, quote)
    return {
        name: {article: edition.cite(quote, quote_anchor(quote)) for article, quote in by.items()}
        for name, by in found.items()
    }
