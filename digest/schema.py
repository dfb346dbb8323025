"""The JSON Schema of `site.yaml`, for editors."""

from __future__ import annotations

from typing import Any

from digest.config import STANDARD, STANDARD_PLUGINS

_DESCRIPTIONS = {
    "title": "The site's name.",
    "description": "One sentence about the site.",
    "base_url": "Address of the published site, for feeds and canonical links.",
    "language": "BCP 47 tag of the site's own words.",
    "content": "Folder of the articles, relative to this file.",
    "output": "Folder of the published site, relative to this file.",
    "theme": "Name of a theme in themes/, or of a standard one.",
    "executor": "A Dask cluster that analyses the articles; without it, processes on this machine do.",
}


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `site.yaml`."""
    entry = {"oneOf": [{"type": "string"}, {"type": "object", "minProperties": 1, "maxProperties": 1}]}
    keys: dict[str, Any] = {
        key: {"type": "string", "description": description} for key, description in _DESCRIPTIONS.items()
    }
    keys["executor"] = {
        "type": "object",
        "properties": {"dask": {"type": "string", "pattern": "^(local|(tcp|tls|ws|wss)://[^/\\s]+)$"}},
        "required": ["dask"],
        "additionalProperties": False,
        "description": _DESCRIPTIONS["executor"],
    }
    keys["base_url"]["pattern"] = "^(https?://.+)?$"
    keys["plugins"] = {
        "type": "array",
        "items": entry,
        "uniqueItems": True,
        "description": (
            "The plugins in the order of their calls: a name, or a name with options."
            f" `{STANDARD}` stands for the standard ones that are not named."
        ),
        "default": [STANDARD],
        "examples": [["my_reader", STANDARD, "my_rule"], list(STANDARD_PLUGINS)],
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "site.yaml of digest",
        "type": "object",
        "properties": keys,
        "additionalProperties": False,
    }
