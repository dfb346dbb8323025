"""The tables: what the analysis found as rows, each with the fields that `FIELDS` describes.

Offsets are Unicode code points, half-open, into `articles.text`. Rows stand in the order of the site's events,
within an event by article and place, and keys in field order, so the same input gives the same rows. `docs/export.md`
describes every field.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from digest.model import Account, Block, Claim, Comparison, Passage, Quote

Row = dict[str, Any]
Field = tuple[str, str, str]

_RANGE: tuple[Field, ...] = (
    ("article", "string", "the article's id"),
    ("start", "integer", "first code point in articles.text"),
    ("end", "integer", "code point after the last"),
)
FIELDS: Mapping[str, tuple[Field, ...]] = {
    "articles": (
        ("id", "string", "unique on the site"),
        ("path", "string", "file, relative to the content folder, with # and a number where it has several articles"),
        ("outlet", "string", "the outlet's name, or null"),
        ("title", "string", "the article's own title"),
        ("published", "date", "date of the page, or null"),
        ("url", "string", "address of the page, or null"),
        ("language", "string", "BCP 47 tag, or null"),
        ("event", "string", "id of its event"),
        ("text", "string", "the text that all offsets refer to"),
    ),
    "blocks": (
        *_RANGE,
        ("kind", "string", "title, heading, body, caption, credit, boilerplate or other_story"),
        ("line", "integer", "line of the file, from 1"),
        ("rule", "string", "why it has this label"),
        ("plugin", "string", "the plugin that said so"),
    ),
    "quotes": (
        ("id", "string", "unique on the site"),
        *_RANGE,
        ("text", "string", "the words inside the marks"),
        ("kind", "string", "direct, partial, indirect, scare or title"),
        ("speaker", "string", "canonical name, or null"),
        ("cue", "array", "range of the mention of the speaker, or null"),
        ("verb", "array", "range of the reporting word, or null"),
        ("utterance", "string", "shared by the parts of one interrupted quotation, or null"),
        ("confidence", "number", "0 to 1"),
        ("rule", "string", "how the speaker was found"),
        ("plugin", "string", "the plugin that said so"),
    ),
    "claims": (
        ("id", "string", "unique on the site"),
        *_RANGE,
        ("text", "string", "the words of the claim"),
        ("kind", "string", "number, money, percent, duration, date, place or name"),
        ("value", "string", "normal form"),
        ("low", "number", "lower bound in unit, or null"),
        ("high", "number", "upper bound in unit, or null"),
        ("unit", "string", "unit of the bounds, or null"),
        ("hedge", "string", "how the text qualifies it"),
        ("counted", "string", "what is counted or measured, or null"),
        ("rule", "string", "how it was found"),
        ("plugin", "string", "the plugin that said so"),
    ),
    "events": (
        ("id", "string", "unique on the site"),
        ("title", "string", "what happened"),
        ("date", "date", "day of the event, or null"),
        ("place", "string", "place of the event, or null"),
        ("articles", "array", "ids of its articles"),
    ),
    "alignments": (
        ("id", "string", "unique on the site"),
        ("event", "string", "the event's id"),
        ("speaker", "string", "canonical name, or null"),
        ("label", "string", "what was said, in short"),
        ("confidence", "number", "0 to 1"),
        ("rule", "string", "how it was found"),
        ("plugin", "string", "the plugin that said so"),
        ("members", "array", "versions: quote, article, start, end, text"),
    ),
    "discrepancies": (
        ("id", "string", "unique on the site"),
        ("event", "string", "the event's id"),
        ("scope", "string", "cross-outlet or internal"),
        ("kind", "string", "number, duration, date, money, name, place, attribution, quote-wording or other"),
        (
            "severity",
            "string",
            "contradiction, imprecision, wording-only, likely-error or consistent-but-different-granularity",
        ),
        ("confidence", "number", "0 to 1"),
        ("summary", "string", "the matter, in a few words"),
        ("explanation", "string", "who gives what"),
        ("rule", "string", "how it was found"),
        ("plugin", "string", "the plugin that said so"),
        ("claims", "array", "readings: article, start, end, text, value"),
    ),
    "coverage": (
        ("event", "string", "the event's id"),
        ("topic", "string", "the topic's name"),
        ("article", "string", "the article's id"),
        ("rule", "string", "how it was found"),
        ("plugin", "string", "the plugin that said so"),
        ("covered", "boolean", "whether the article mentions it"),
        ("evidence", "object", "the first mention: start, end, text; or null"),
    ),
    "statements": (
        ("id", "string", "unique on the site"),
        ("event", "string", "the event's id"),
        ("kind", "string", "fact or quotation"),
        ("text", "string", "what is stated, in short, in the words of an article"),
        ("speaker", "string", "of a quotation the canonical name, or null"),
        ("witnesses", "integer", "how many independent articles state it"),
        ("rule", "string", "how it was found"),
        ("plugin", "string", "the plugin that said so"),
        ("evidence", "array", "the places: article, start, end, text"),
    ),
    "reuse": (
        ("event", "string", "the event's id"),
        ("articles", "array", "ids of the two articles"),
        ("share", "number", "part of the shorter article's own words that both have, 0 to 1"),
        ("origin", "string", "agency or outlet that one says the text is from, or null"),
        ("rule", "string", "how it was found"),
        ("plugin", "string", "the plugin that said so"),
        ("passages", "array", "pairs of places with the same words: article, start, end, text"),
    ),
    "plugins": (
        ("name", "string", "as in site.yaml, and in the other tables"),
        ("version", "string", "of the package that it came with, or null"),
        ("origin", "string", "site, standard or installed"),
        ("hooks", "array", "names of the hooks that it has"),
    ),
}


def tables(comparisons: Iterable[Comparison]) -> dict[str, list[Row]]:
    """The rows of each table, in the order of `FIELDS`: event after event, those of an event sorted."""
    found: dict[str, list[Row]] = {name: [] for name in FIELDS}
    for comparison in comparisons:
        for name, rows in _tables(comparison).items():
            found[name] += sorted(rows, key=_order)
    return found


def _tables(comparison: Comparison) -> dict[str, Iterable[Row]]:
    event = comparison.event
    accounts = event.accounts
    return {
        "articles": (_article(account, event.id) for account in accounts),
        "blocks": (row for account in accounts for row in _annotations("blocks", account.article.blocks, account)),
        "quotes": (row for account in accounts for row in _annotations("quotes", account.quotes, account)),
        "claims": (row for account in accounts for row in _annotations("claims", account.claims, account)),
        "events": [_row("events", event, articles=[account.id for account in accounts])],
        "alignments": _alignments(comparison),
        "discrepancies": _discrepancies(comparison),
        "coverage": _coverage(comparison),
        "statements": _statements(comparison),
        "reuse": _reuse(comparison),
    }


def _order(row: Row) -> tuple[Any, ...]:
    """By article, place, topic and id, whichever a table has."""
    return (row.get("article", ""), row.get("start", 0), row.get("end", 0), row.get("topic", ""), row.get("id", ""))


def _row(table: str, found: object, **own: Any) -> Row:
    """A row of a table: the fields that are its `own`, and those that the value found has under their names."""
    return {name: own[name] if name in own else getattr(found, name) for name, _, _ in FIELDS[table]}


def _article(account: Account, event: str) -> Row:
    article = account.article
    path = article.document.path
    return _row(
        "articles", article.metadata, id=article.id, path=path, title=article.title, event=event, text=article.text
    )


def _annotations(table: str, annotations: Iterable[Block | Quote | Claim], account: Account) -> Iterator[Row]:
    for annotation in annotations:
        row = _row(table, annotation, article=account.id)
        if row.get("utterance") is not None:
            row["utterance"] = f"{account.id}-u{row['utterance']}"
        yield row


def _alignments(comparison: Comparison) -> Iterator[Row]:
    for group in comparison.collation.alignments:
        members = [{"quote": member.quote, **_passage(member)} for member in group.members]
        yield _row("alignments", group, event=comparison.event.id, members=members)


def _discrepancies(comparison: Comparison) -> Iterator[Row]:
    for found in comparison.discrepancies:
        readings = [{**_passage(reading), "value": reading.value} for reading in found.readings]
        yield _row("discrepancies", found, event=comparison.event.id, claims=readings)


def _coverage(comparison: Comparison) -> Iterator[Row]:
    """A row for every topic and article of the event."""
    for topic in comparison.topics:
        first: dict[str, Passage] = {}
        for passage in topic.evidence:
            first.setdefault(passage.article, passage)
        for account in comparison.event.accounts:
            mention = first.get(account.id)
            yield _row(
                "coverage",
                topic,
                event=comparison.event.id,
                topic=topic.name,
                article=account.id,
                covered=mention is not None,
                evidence=mention and {"start": mention.start, "end": mention.end, "text": mention.text},
            )


def _statements(comparison: Comparison) -> Iterator[Row]:
    for statement in comparison.statements:
        witnesses = comparison.collation.independent(statement.evidence)
        evidence = [_passage(passage) for passage in statement.evidence]
        yield _row("statements", statement, event=comparison.event.id, witnesses=witnesses, evidence=evidence)


def _reuse(comparison: Comparison) -> Iterator[Row]:
    for reuse in comparison.collation.reuse:
        passages = [[_passage(first), _passage(second)] for first, second in reuse.passages]
        yield _row("reuse", reuse, event=comparison.event.id, passages=passages)


def _passage(passage: Passage) -> Row:
    return {"article": passage.article, "start": passage.start, "end": passage.end, "text": passage.text}
