"""The tables: the contract's fields, rows that lead back to the text, the same bytes each time."""

import csv
import io
import json

from digest import export
from digest.model import (
    Account,
    Alignment,
    Article,
    Block,
    Claim,
    Collation,
    Comparison,
    Discrepancy,
    Document,
    Event,
    Member,
    Metadata,
    Paragraph,
    Quote,
    Reading,
    Statement,
    Topic,
)

TEXT = "“Late,” said Kaisa Aalto at 5 p.m."


def account(name: str) -> Account:
    document = Document(path=f"{name}.txt", text=TEXT, paragraphs=(Paragraph(0, len(TEXT), 1),))
    article = Article(name, document, (Block(0, len(TEXT), "body", 1, "prose"),), Metadata(outlet="Harbour News"))
    quote = Quote(
        name, 1, 6, "Late,", kind="direct", speaker="Kaisa Aalto", cue=(13, 24), verb=(8, 12), utterance=1, rule="r"
    )
    claim = Claim(name, 28, 34, "5 p.m.", kind="date", value="T17:00", sentence=(0, len(TEXT)), rule="r")
    return Account(article, (quote,), (claim,))


def comparison() -> Comparison:
    event = Event(id="ferry", title="Ferry late", date=None, place=None, accounts=(account("b"), account("a")))
    members = tuple(Member(name, 1, 6, "Late,", quote=f"{name}-q1") for name in ("a", "b"))
    readings = tuple(Reading(name, 28, 34, "5 p.m.", value="17:00") for name in ("a", "b"))
    difference = Discrepancy(
        kind="date", severity="imprecision", confidence=0.5, summary="s", explanation="e", readings=readings, rule="r"
    )
    alignment = Alignment(speaker="Kaisa Aalto", label="late", members=members)
    topic = Topic(name="Kaisa Aalto", evidence=(event.accounts[1].article.passage(13, 24),))
    late = tuple(found.article.passage(1, 6) for found in event.accounts)
    statement = Statement(kind="quotation", text="Late", speaker="Kaisa Aalto", evidence=late)
    return Comparison(Collation(event, (), (alignment,), ()), (difference,), (topic,), (statement,))


def test_every_row_has_its_tables_fields():
    """A row has exactly the fields that datapackage.json describes, in their order."""
    for name, rows in export.tables([comparison()]).items():
        assert rows, name
        for row in rows:
            assert list(row) == [field for field, _, _ in export.FIELDS[name]]


def test_ranges_lead_to_the_text():
    """For each row with a text, `articles.text[start:end]` is that text, also inside members and claims."""
    tables = export.tables([comparison()])
    texts = {row["id"]: row["text"] for row in tables["articles"]}
    rows = [row for name in ("quotes", "claims") for row in tables[name]]
    rows += [member for row in tables["alignments"] for member in row["members"]]
    rows += [claim for row in tables["discrepancies"] for claim in row["claims"]]
    rows += [passage for row in tables["statements"] for passage in row["evidence"]]
    assert len(rows) == 10
    assert all(texts[row["article"]][row["start"] : row["end"]] == row["text"] for row in rows)


def test_coverage_has_a_row_for_every_article():
    """An article that doesn't mention a topic is said not to, with no evidence."""
    rows = export.tables([comparison()])["coverage"]
    assert [(row["article"], row["covered"], row["evidence"] and row["evidence"]["text"]) for row in rows] == [
        ("a", True, "Kaisa Aalto"),
        ("b", False, None),
    ]


def test_statements_say_how_many_witnesses_they_have():
    """Agreement is counted by independent articles."""
    assert [row["witnesses"] for row in export.tables([comparison()])["statements"]] == [2]


def test_rows_are_sorted_and_utterances_are_unique_on_the_site():
    """Tables are in the order of articles and places; an utterance's id carries its article's."""
    tables = export.tables([comparison()])
    assert [row["id"] for row in tables["articles"]] == ["a", "b"]
    assert [row["utterance"] for row in tables["quotes"]] == ["a-u1", "b-u1"]


def test_files_are_json_lines_with_a_description():
    """Each table is a file of one object a line, and a CSV file; the descriptor lists them all with their fields."""
    files = export.files(export.rows(comparison()))
    package = json.loads(files["datapackage.json"])
    assert sorted(resource["path"] for resource in package["resources"]) == sorted(set(files) - {"datapackage.json"})
    for resource in package["resources"]:
        fields = [field["name"] for field in resource["schema"]["fields"]]
        text = files[resource["path"]].decode()
        if resource["format"] == "csv":
            assert next(csv.reader(io.StringIO(text, newline=""))) == fields
        else:
            assert all(list(json.loads(line)) == fields for line in text.splitlines())


def test_csv_has_the_same_rows():
    """A CSV file has the rows of the JSON Lines file: null is nothing, arrays, objects and truth are JSON."""
    files = export.files(export.rows(comparison()))
    for name, fields in export.FIELDS.items():
        lines = files[f"{name}.jsonl"].decode().splitlines()
        rows = [{k: None if v == "" else v for k, v in json.loads(line).items()} for line in lines]
        kinds = {field: kind for field, kind, _ in fields}
        read = list(csv.DictReader(io.StringIO(files[f"{name}.csv"].decode(), newline="")))
        assert [{field: _value(cell, kinds[field]) for field, cell in row.items()} for row in read] == rows


def _value(cell, kind):
    text = kind in ("string", "date") or not cell
    return (cell or None) if text else json.loads(cell)


def test_an_empty_site_has_empty_tables():
    """With no articles the tables are there, and empty."""
    files = export.files([])
    assert files["quotes.jsonl"] == b""
    assert "datapackage.json" in files
