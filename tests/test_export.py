"""The files of an export: the same bytes each time, in each format, with their description."""

import csv
import io
import json

from lateness import files, found

from digest.tables import FIELDS


def test_files_are_json_lines_with_a_description():
    """Each table is a file of one object a line, and a CSV file; the descriptor lists them all with their fields."""
    made = files(found())
    package = json.loads(made["datapackage.json"])
    assert sorted(resource["path"] for resource in package["resources"]) == sorted(set(made) - {"datapackage.json"})
    for resource in package["resources"]:
        fields = [field["name"] for field in resource["schema"]["fields"]]
        text = made[resource["path"]].decode()
        if resource["format"] == "csv":
            assert next(csv.reader(io.StringIO(text, newline=""))) == fields
        else:
            assert all(list(json.loads(line)) == fields for line in text.splitlines())


def test_csv_has_the_same_rows():
    """A CSV file has the rows of the JSON Lines file: null is nothing, arrays, objects and truth are JSON."""
    made = files(found())
    for name, fields in FIELDS.items():
        lines = made[f"{name}.jsonl"].decode().splitlines()
        rows = [{k: None if v == "" else v for k, v in json.loads(line).items()} for line in lines]
        kinds = {field: kind for field, kind, _ in fields}
        read = list(csv.DictReader(io.StringIO(made[f"{name}.csv"].decode(), newline="")))
        assert [{field: _value(cell, kinds[field]) for field, cell in row.items()} for row in read] == rows


def _value(cell, kind):
    text = kind in ("string", "date") or not cell
    return (cell or None) if text else json.loads(cell)


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


def test_an_empty_site_has_empty_tables():
    """With no articles the tables are there, and empty."""
    made = files([])
    assert made["quotes.jsonl"] == b""
    assert "datapackage.json" in made
