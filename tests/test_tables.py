"""The tables: the contract's fields, rows that lead back to the text."""

from lateness import comparison

from digest.tables import FIELDS, tables


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


def test_whatever_a_plugin_says_has_its_rule():
    """Every table that names the plugin of its rows says by which rule each was made."""
    rows_of = tables([comparison()])
    said = [name for name, fields in FIELDS.items() if "plugin" in [field for field, _, _ in fields]]
    assert len(said) == 8
    assert all(row["rule"] for name in said for row in rows_of[name])
