"""The pins of scores.yaml: what they are compared with, and a command that raises them.

`python -m tests.pins` measures everything and raises each pin that has been passed; it never lowers one. With
`--lower` it writes what is measured now: a decision, to be explained in the commit.
"""

from __future__ import annotations

import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import click
import yaml

from tests.scoring import SETS, Scores, analysed, cases, scores

ROOT = Path(__file__).parents[1]
FILE = ROOT / "tests" / "scores.yaml"
SHARED = Path(os.environ.get("DIGEST_SHARED", ROOT.parent / "shared"))
# Labelled articles of other people. Of each: the kind of score, its articles, and the labels.
RUNS = {
    "seeds": ("seeds", "seeds", "gold/seeds", "seeds"),
    "quotes": ("quotes", "data/polnear/content", "data/polnear/gold.jsonl"),
    "events": ("events", "data/basil/content", "data/basil/events.json"),
    "aligned": ("aligned", "data/basil/content", "data/basil/pairs.jsonl"),
}
# Faults are counted, so less is better; all else is better the higher it is.
FAULTS = {
    "body_lines_lost",
    "lookalikes_merged",
    "traps_hit",
    "quotes_not_verbatim",
    "alignment_lookalikes_merged",
    "discrepancy_traps_hit",
}
# How much there is says nothing about how good it is.
NO_SCORES = {"discrepancies_reported", "aligned_skipped"}

Pins = dict[str, dict[str, list[float]]]


def load() -> Pins:
    """The pins of each set."""
    pins: Pins = yaml.safe_load(FILE.read_text("utf-8"))
    return pins


def failures(measured: Scores, pins: Mapping[str, list[float]]) -> list[str]:
    """What is measured on the wrong side of its pin."""
    worse = [name for name, pin in pins.items() if _worse(name, measured[name], pin)]
    return [f"{name}: measured {measured[name]}, pinned at {pins[name]}" for name in worse]


def own(name: str, folder: Path) -> Scores:
    """The scores of a set of articles that we wrote, analysed in an empty folder."""
    return scores(cases(analysed(name, folder)))


def tables(folder: Path) -> dict[str, Path]:
    """The exported tables of the articles of RUNS, in a folder, by the articles' own."""
    (folder / "site.yaml").touch()
    exported = {run[1]: folder / run[1].replace("/", "-") for run in RUNS.values()}
    for content, output in exported.items():
        _python("-m", "digest.cli", "export", str(output), "--content", str(SHARED / content), folder=folder)
    return exported


def others(name: str, exported: Mapping[str, Path]) -> Scores:
    """The scores of labelled articles of other people, by the scorer that stands beside them."""
    kind, content, *labels = RUNS[name]
    paths = [str(SHARED / label) for label in labels]
    lines = _python(str(SHARED / "score" / "score.py"), kind, str(exported[content]), *paths).splitlines()
    return {metric: [float(v) if "." in v else int(v) for v in values] for metric, *values in map(str.split, lines)}


def _worse(name: str, score: list[float], pin: list[float]) -> bool:
    sign = -1 if name in FAULTS else 1
    return any(sign * value < sign * limit for value, limit in zip(score, pin, strict=True))


def _python(*arguments: str, folder: Path = ROOT) -> str:
    command = [sys.executable, *arguments]
    result = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stderr
    return result.stdout


@click.command()
@click.option("--lower", is_flag=True, help="Lower pins too, to what is measured.")
def main(lower: bool) -> None:
    """Measure everything, and raise the pins that have been passed."""
    with tempfile.TemporaryDirectory() as folder:
        exported = tables(Path(folder)) if SHARED.is_dir() else {}
        measured = {name: own(name, Path(tempfile.mkdtemp(dir=folder))) for name in SETS}
        measured |= {name: others(name, exported) for name in RUNS if exported}
    pins = load()
    for name, found in measured.items():
        new = {metric: [_down(v) for v in values] for metric, values in found.items() if metric not in NO_SCORES}
        kept = {} if lower else {m: pin for m, pin in (pins.get(name) or {}).items() if _worse(m, new[m], pin)}
        pins[name] = {**new, **kept}
    head = "".join(line for line in FILE.read_text("utf-8").splitlines(keepends=True) if line.startswith("#"))
    body = "".join(f"\n{name}:\n" + "".join(f"  {m}: {v}\n" for m, v in found.items()) for name, found in pins.items())
    FILE.write_text(head + body, "utf-8")


def _down(value: float) -> float:
    """Rounded down to three digits; whole numbers are counts and stay so."""
    return value if isinstance(value, int) else math.floor(value * 1000) / 1000


if __name__ == "__main__":
    main()
