"""A table as Parquet, through pyarrow: the optional extra `parquet`."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import msgspec

from digest.errors import DigestError


def encode(lines: bytes, fields: Sequence[tuple[str, str, str]]) -> bytes:
    """The rows of a JSON Lines file with columns of the fields' types; each column carries its description.

    Raises DigestError if pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise DigestError('Parquet needs pyarrow; install it with: pip install "news-digest[parquet]"') from error
    schema = pa.schema(
        [pa.field(name, _type(name, kind), metadata={"description": text}) for name, kind, text in fields]
    )
    # JSON has no dates: they come as text.
    as_read = pa.schema([pa.field(f.name, pa.string() if f.type == pa.date32() else f.type) for f in schema])
    table = pa.Table.from_pylist(msgspec.json.Decoder().decode_lines(lines), as_read)
    output = io.BytesIO()
    parquet.write_table(table.cast(schema), output)
    return output.getvalue()


def _type(name: str, kind: str) -> Any:
    """The Arrow type of a field: nested ones have theirs by name, so that an empty table has the same columns."""
    import pyarrow as pa

    words, number = pa.string(), pa.int64()
    place = {"article": words, "start": number, "end": number, "text": words}
    return {
        ("cue", "array"): pa.list_(number),
        ("verb", "array"): pa.list_(number),
        ("articles", "array"): pa.list_(words),
        ("hooks", "array"): pa.list_(words),
        ("members", "array"): pa.list_(pa.struct({"quote": words, **place})),
        ("claims", "array"): pa.list_(pa.struct({**place, "value": words})),
        ("passages", "array"): pa.list_(pa.list_(pa.struct(place))),
        ("evidence", "array"): pa.list_(pa.struct(place)),
        ("evidence", "object"): pa.struct({"start": number, "end": number, "text": words}),
        (name, "string"): words,
        (name, "integer"): number,
        (name, "number"): pa.float64(),
        (name, "boolean"): pa.bool_(),
        (name, "date"): pa.date32(),
    }[name, kind]
