"""The tables as files: JSON Lines, CSV or Parquet, with a Frictionless `datapackage.json`; same rows, same bytes."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

import msgspec

from digest.model import Comparison
from digest.plugins import LoadedPlugin
from digest.tables import FIELDS, Row, tables

Format = Literal["jsonl", "csv", "parquet"]

FORMATS: tuple[Format, ...] = ("jsonl", "csv")  # those of a site
FILES = ("datapackage.json", *(f"{name}.{kind}" for name in FIELDS for kind in FORMATS))


class Rows(msgspec.Struct, frozen=True):
    """Rows of one table that stand together in it, as lines of JSON and as CSV. `group` is their place in the order."""

    table: str
    group: str
    jsonl: bytes
    csv: bytes


def rows(comparison: Comparison) -> list[Rows]:
    """An event's rows as lines of files: a group for the event, or for each article in tables that have no events."""
    return [
        _rows(name, group, list(found))
        for name, table in tables([comparison]).items()
        for group, found in itertools.groupby(table, key=_group)
    ]


def plugin_rows(plugins: Sequence[LoadedPlugin]) -> Rows:
    """The plugins that made the rows of the other tables."""
    names = [name for name, _, _ in FIELDS["plugins"]]
    return _rows("plugins", "", [{name: getattr(plugin, name) for name in names} for plugin in plugins])


def files(found: Iterable[Rows], formats: Sequence[Format] = FORMATS) -> dict[str, bytes]:
    """The tables as files, `NAME.FORMAT` for each, and `datapackage.json`.

    Raises DigestError if a format needs what is not installed.
    """
    tables: dict[str, list[Rows]] = {name: [] for name in FIELDS}
    for some in sorted(found, key=lambda some: some.group):
        tables[some.table].append(some)
    package = msgspec.json.format(msgspec.json.encode(_datapackage(formats)), indent=2) + b"\n"
    return {
        "datapackage.json": package,
        **{f"{name}.{kind}": _file(name, kind, groups) for name, groups in tables.items() for kind in formats},
    }


def _file(table: str, kind: Format, groups: Sequence[Rows]) -> bytes:
    if kind == "csv":
        head = _csv([[field for field, _, _ in FIELDS[table]]])
        return b"".join([head, *(some.csv for some in groups)])
    lines = b"".join(some.jsonl for some in groups)
    if kind == "jsonl":
        return lines
    from digest.parquet import encode

    return encode(lines, FIELDS[table])


def _rows(table: str, group: str, found: Sequence[Row]) -> Rows:
    lines = b"".join(msgspec.json.encode(row) + b"\n" for row in found)
    return Rows(table, group, lines, _csv([_cell(value) for value in row.values()] for row in found))


def _group(row: Row) -> str:
    return str(row.get("event") or row.get("article") or row["id"])


def _csv(lines: Iterable[list[Any]]) -> bytes:
    """Lines as RFC 4180 has them: UTF-8, null as nothing, arrays and objects as JSON."""
    text = io.StringIO()
    csv.writer(text).writerows(lines)
    return text.getvalue().encode()


def _cell(value: Any) -> Any:
    return msgspec.json.encode(value).decode() if isinstance(value, bool | dict | list | tuple) else value


_MEDIA_TYPES: Mapping[Format, str] = {
    "jsonl": "application/jsonl",
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
}


def _datapackage(formats: Sequence[Format]) -> Row:
    """A Frictionless Data Package descriptor (specs.frictionlessdata.io) of the tables."""
    return {
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
