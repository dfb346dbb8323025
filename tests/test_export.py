"""The tables: the contract's fields, rows that lead back to the text, the same bytes each time."""

import csv
import io
import json
import sys

import msgspec
import pytest

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
    Reuse,
    Statement,
    Topic,
)
from digest.plugins import LoadedPlugin
from digest.tables import FIELDS, tables

PLUGINS = (LoadedPlugin("claims", "standard", "plugins/claims.py", ("extract_claims",), False, (), "0.1.0"),)
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
    alignment = Alignment(speaker="Kaisa Aalto", label="late", members=members, rule="r")
    topic = Topic(name="Kaisa Aalto", evidence=(event.accounts[1].article.passage(13, 24),), rule="r")
    late = tuple(found.article.passage(1, 6) for found in event.accounts)
    statement = Statement(kind="quotation", text="Late", speaker="Kaisa Aalto", evidence=late, rule="r")
    named = (event.accounts[1].article.passage(13, 24), event.accounts[0].article.passage(13, 24))
    reuse = Reuse(articles=("a", "b"), share=0.1, passages=(named,), rule="r")
    return Comparison(Collation(event, (), (alignment,), (reuse,)), (difference,), (topic,), (statement,))


def found() -> list[dict[str, bytes]]:
    return [export.plugin_parts(PLUGINS), export.parts(comparison())]


def test_every_row_has_its_tables_fields():
    """A row has exactly the fields that datapackage.json describes, in their order."""
    for name, rows in tables([comparison()]).items():
        assert rows or name == "plugins"
        for row in rows:
            assert list(row) == [field for field, _, _ in FIELDS[name]]


def test_ranges_lead_to_the_text():
    """For each row with a text, `articles.text[start:end]` is that text, also inside members and claims."""
    rows_of = tables([comparison()])
    texts = {row["id"]: row["text"] for row in rows_of["articles"]}
    rows = [row for name in ("quotes", "claims") for row in rows_of[name]]
    rows += [member for row in rows_of["alignments"] for member in row["members"]]
    rows += [claim for row in rows_of["discrepancies"] for claim in row["claims"]]
    rows += [passage for row in rows_of["statements"] for passage in row["evidence"]]
    rows += [passage for row in rows_of["reuse"] for pair in row["passages"] for passage in pair]
    assert len(rows) == 12
    assert all(texts[row["article"]][row["start"] : row["end"]] == row["text"] for row in rows)


def test_coverage_has_a_row_for_every_article():
    """An article that doesn't mention a topic is said not to, with no evidence."""
    rows = tables([comparison()])["coverage"]
    assert [(row["article"], row["covered"], row["evidence"] and row["evidence"]["text"]) for row in rows] == [
        ("a", True, "Kaisa Aalto"),
        ("b", False, None),
    ]


def test_statements_say_how_many_witnesses_they_have():
    """Agreement is counted by independent articles."""
    assert [row["witnesses"] for row in tables([comparison()])["statements"]] == [2]


def test_rows_are_sorted_and_utterances_are_unique_on_the_site():
    """Tables are in the order of articles and places; an utterance's id carries its article's."""
    rows_of = tables([comparison()])
    assert [row["id"] for row in rows_of["articles"]] == ["a", "b"]
    assert [row["utterance"] for row in rows_of["quotes"]] == ["a-u1", "b-u1"]


def test_files_are_json_lines_with_a_description():
    """Each table is a file of one object a line, and a CSV file; the descriptor lists them all with their fields."""
    files = export.files(found())
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
    files = export.files(found())
    for name, fields in FIELDS.items():
        lines = files[f"{name}.jsonl"].decode().splitlines()
        rows = [{k: None if v == "" else v for k, v in json.loads(line).items()} for line in lines]
        kinds = {field: kind for field, kind, _ in fields}
        read = list(csv.DictReader(io.StringIO(files[f"{name}.csv"].decode(), newline="")))
        assert [{field: _value(cell, kinds[field]) for field, cell in row.items()} for row in read] == rows


def _value(cell, kind):
    text = kind in ("string", "date") or not cell
    return (cell or None) if text else json.loads(cell)


def test_parquet_has_the_same_rows():
    """A Parquet file has the rows of the JSON Lines file, with types and descriptions, and the same bytes each time."""
    parquet = pytest.importorskip("pyarrow.parquet")
    files = export.files(found(), ["jsonl", "parquet"])
    assert files == export.files(found(), ["jsonl", "parquet"])
    for name in FIELDS:
        table = parquet.read_table(io.BytesIO(files[f"{name}.parquet"]))
        rows_read = [msgspec.to_builtins(row, str_keys=True) for row in table.to_pylist()]
        assert rows_read == msgspec.json.Decoder().decode_lines(files[f"{name}.jsonl"])
        described = [(field.name, field.metadata[b"description"].decode()) for field in table.schema]
        assert described == [(field, description) for field, _, description in FIELDS[name]]


def test_an_empty_parquet_file_has_the_same_columns():
    """A table without rows has the columns and types of one with rows."""
    parquet = pytest.importorskip("pyarrow.parquet")
    full, empty = (export.files(rows, ["parquet"]) for rows in (found(), []))
    for name in FIELDS:
        schemas = [parquet.read_schema(io.BytesIO(files[f"{name}.parquet"])) for files in (full, empty)]
        assert schemas[0].equals(schemas[1], check_metadata=True)


def test_parquet_is_an_extra(make_site, run_digest, monkeypatch, tmp_path):
    """Without pyarrow the command says how to get it; nothing else needs it."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    outcome = run_digest(make_site({}), "export", str(tmp_path / "out"), "--format", "parquet")
    assert (outcome.code, 'pip install "news-digest[parquet]"' in outcome.err) == (1, True)
    outcome = run_digest(tmp_path / "site", "export", str(tmp_path / "out"), "--format", "csv")
    assert outcome.code == 0
    assert (tmp_path / "out" / "quotes.csv").exists()
    assert not (tmp_path / "out" / "quotes.jsonl").exists()


def test_every_plugin_that_said_something_is_listed(make_site, run_digest, tmp_path):
    """Each name in a column `plugin` is a row of the table of plugins, with its version."""
    root = make_site({"content/ferry.txt": "Ferry sails\n\n“It sails,” said Kaisa Aalto on 6 May 2031 in Holm.\n"})
    assert run_digest(root, "export", str(tmp_path / "out")).code == 0
    rows = {
        name: [json.loads(line) for line in (tmp_path / "out" / f"{name}.jsonl").read_text("utf-8").splitlines()]
        for name in FIELDS
    }
    versions = {row["name"]: row["version"] for row in rows["plugins"]}
    named = {row["plugin"] for table in rows.values() for row in table if row.get("plugin")}
    assert {"cleaning", "quotes", "claims"} <= named <= set(versions)
    assert None not in versions.values()


def test_whatever_a_plugin_says_has_its_rule():
    """Every table that names the plugin of its rows says by which rule each was made."""
    rows_of = tables([comparison()])
    said = [name for name, fields in FIELDS.items() if "plugin" in [field for field, _, _ in fields]]
    assert len(said) == 8
    assert all(row["rule"] for name in said for row in rows_of[name])


def test_an_empty_site_has_empty_tables():
    """With no articles the tables are there, and empty."""
    files = export.files([])
    assert files["quotes.jsonl"] == b""
    assert "datapackage.json" in files
