"""The tables as files: JSON Lines, CSV or Parquet, with a Frictionless `datapackage.json`; same rows, same bytes."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal

import msgspec

from digest.model import Comparison
from digest.plugins import LoadedPlugin
from digest.tables import FIELDS, Row, tables

Format = Literal["jsonl", "csv", "parquet"]

FORMATS: tuple[Format, ...] = ("jsonl", "csv")  # those of a site
DATAPACKAGE = "datapackage.json"


def names(formats: Sequence[Format] = FORMATS) -> list[str]:
    """The names of the tables' files."""
    return [f"{name}.{kind}" for name in FIELDS for kind in formats]


def parts(comparison: Comparison) -> dict[str, bytes]:
    """What an event has of each file in JSON Lines or CSV."""
    return _encoded(tables([comparison]))


def beginnings(plugins: Sequence[LoadedPlugin]) -> dict[str, bytes]:
    """What each file has before the parts of the events: in CSV the names of the fields, for the plugins all rows."""
    names = [name for name, _, _ in FIELDS["plugins"]]
    rows = _encoded({"plugins": [{name: getattr(plugin, name) for name in names} for plugin in plugins]})
    found = {f"{table}.csv": _csv([[field for field, _, _ in fields]]) for table, fields in FIELDS.items()}
    return found | {name: found.get(name, b"") + data for name, data in rows.items()}


def file(name: str, parts_of: Callable[[str], Iterable[bytes]]) -> bytes:
    """A table as a file `NAME.FORMAT`, of the parts that it has in JSON Lines or CSV, in their order.

    Raises DigestError if the format needs what is not installed.
    """
    table, _, kind = name.rpartition(".")
    if kind == "parquet":
        from digest.parquet import encode

        return encode(b"".join(parts_of(f"{table}.jsonl")), FIELDS[table])
    return b"".join(parts_of(name))


def _encoded(found: Mapping[str, Sequence[Row]]) -> dict[str, bytes]:
    lines = {
        f"{name}.jsonl": b"".join(msgspec.json.encode(row) + b"\n" for row in rows) for name, rows in found.items()
    }
    return lines | {f"{name}.csv": _csv(map(_cells, rows)) for name, rows in found.items()}


def _csv(lines: Iterable[list[Any]]) -> bytes:
    """Lines as RFC 4180 has them: UTF-8, null as nothing, arrays and objects as JSON."""
    text = io.StringIO()
    csv.writer(text).writerows(lines)
    return text.getvalue().encode()


def _cells(row: Row) -> list[Any]:
    nested = (bool, dict, list, tuple)
    return [msgspec.json.encode(value).decode() if isinstance(value, nested) else value for value in row.values()]


_MEDIA_TYPES: Mapping[Format, str] = {
    "jsonl": "application/jsonl",
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
}


def datapackage(formats: Sequence[Format] = FORMATS) -> bytes:
    """A Frictionless Data Package descriptor (specs.frictionlessdata.io) of the tables."""
    described = {
        "profile": "data-package",
        "name": "digest",
        "resources": [
            {
                "name": name if kind == formats[0] else f"{name}-{kind}",
                "path": f"{name}.{kind}",
                "format": kind,
                "mediatype": _MEDIA_TYPES[kind],
                "encoding": "utf-8",
                "schema": {
                    "fields": [
                        {"name": field, "type": sort, "description": description} for field, sort, description in fields
                    ]
                },
            }
            for name, fields in FIELDS.items()
            for kind in formats
        ],
    }
    return msgspec.json.format(msgspec.json.encode(described), indent=2) + b"\n"
