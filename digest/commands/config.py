"""`digest config`."""

from __future__ import annotations

import click

from digest.commands.options import print_json


@click.group(short_help="Help with site.yaml.")
def command() -> None:
    """Help with site.yaml."""


@command.command()
def schema() -> None:
    """Print the JSON Schema of site.yaml, for editors.

    \b
    Example:
      digest config schema > site.schema.json
    """
    from digest.schema import json_schema

    print_json(json_schema())
