"""The command line: prints the scores of the sets of labelled articles."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from pathlib import Path

import click

from . import SETS, analysed, cases, scores


@click.command()
@click.argument("names", nargs=-1, type=click.Choice(sorted(SETS)))
@click.option("--detail", is_flag=True, help="List what is wrong.")
def main(names: tuple[str, ...], detail: bool) -> None:
    """Print the scores of the sets of labelled articles."""
    for name in names or sorted(SETS):
        with tempfile.TemporaryDirectory() as root:
            found = list(cases(analysed(name, Path(root))))
        wrong: dict[str, list[str]] = defaultdict(list)
        for case in found:
            if case.right < 1:
                wrong[case.name].append(case.note)
        for score, values in scores(found).items():
            click.echo(f"{name} {score} " + " ".join(f"{value:.3f}".rstrip("0").rstrip(".") for value in values))
            for note in wrong[score] if detail else ():
                click.echo(f"    {note}")


if __name__ == "__main__":
    main()
