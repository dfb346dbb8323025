"""Parquet files: the same rows as in the others, and columns even where there is none."""

import io
import sys

import msgspec
import pytest
from lateness import files, found

from digest.tables import FIELDS


def test_parquet_has_the_same_rows():
    """A Parquet file has the rows of the JSON Lines file, with types and descriptions, and the same bytes each time."""
    parquet = pytest.importorskip("pyarrow.parquet")
    made = files(found(), ["jsonl", "parquet"])
    assert made == files(found(), ["jsonl", "parquet"])
    for name in FIELDS:
        table = parquet.read_table(io.BytesIO(made[f"{name}.parquet"]))
        rows_read = [msgspec.to_builtins(row, str_keys=True) for row in table.to_pylist()]
        assert rows_read == msgspec.json.Decoder().decode_lines(made[f"{name}.jsonl"])
        described = [(field.name, field.metadata[b"description"].decode()) for field in table.schema]
        assert described == [(field, description) for field, _, description in FIELDS[name]]


def test_an_empty_parquet_file_has_the_same_columns():
    """A table without rows has the columns and types of one with rows."""
    parquet = pytest.importorskip("pyarrow.parquet")
    full, empty = (files(rows, ["parquet"]) for rows in (found(), []))
    for name in FIELDS:
        schemas = [parquet.read_schema(io.BytesIO(made[f"{name}.parquet"])) for made in (full, empty)]
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
