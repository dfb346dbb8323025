"""Times digest against other static site generators on one corpus, in paired runs on this machine.

    python bench/run.py --articles 1000 --runs 5 > bench/RESULTS.md

Peers are installed from PyPI into an environment of their own under `--work`; they render the same Markdown files,
and analyse nothing. Every figure is a wall time of a whole process; each run times all programs in turn, so that a
busy moment of the machine meets all of them. Ratios are medians of the ratios within a run. `bench/save.py` times
the preview.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import corpus

PEERS = ("pelican[markdown]", "mkdocs")
ROOT = Path(__file__).parents[1]


class Sample(NamedTuple):
    """Wall time and CPU time of a process and its children in seconds, and their peak memory in MB."""

    wall: float
    cpu: float
    peak: float


def main() -> None:
    """Read the arguments and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--work", type=Path, default=Path("/tmp/digest-bench"))
    options = parser.parse_args()
    work = options.work
    work.mkdir(parents=True, exist_ok=True)
    articles = work / f"articles-{options.articles}"
    if not articles.exists():
        corpus.write(articles, options.articles // 4, 4, 600, seed=1)
    peers = _peers(work)
    programs = {**_digest(work, articles), **_pelican(work, articles, peers), **_mkdocs(work, articles, peers)}
    samples: dict[str, list[Sample]] = {name: [] for name in programs}
    for _ in range(options.runs):
        for name, run in programs.items():
            samples[name].append(run())
            print(f"{name}: {samples[name][-1].wall:.2f} s", file=sys.stderr)
    print(_report(samples, options.articles, peers))


# ── programs ───────────────────────────────────────────────────────────────────────────────────────────────


def _digest(work: Path, articles: Path) -> dict[str, Callable[[], Sample]]:
    site = work / "digest"
    site.mkdir(exist_ok=True)
    content = site / "content"
    if not content.exists():
        shutil.copytree(articles, content)
    (site / "site.yaml").write_text("title: Bench\n")
    command = [sys.executable, "-m", "digest.cli", "build", "--quiet"]
    edited = next(iter(sorted(content.glob("*.md"))))

    def cold() -> Sample:
        _remove(site / "public", site / ".digest-cache")
        return _time(command, site)

    def changed() -> Sample:
        edited.write_text(edited.read_text("utf-8") + f"\nA line was added at {time.monotonic_ns()}.\n", "utf-8")
        return _time(command, site)

    return {"digest, cold": cold, "digest, unchanged": lambda: _time(command, site), "digest, one changed": changed}


def _pelican(work: Path, articles: Path, peers: Path) -> dict[str, Callable[[], Sample]]:
    site = work / "pelican"
    if not site.exists():
        (site / "content").mkdir(parents=True)
        for file in articles.glob("*.md"):
            _, front, body = file.read_text("utf-8").split("---\n", 2)
            fields = dict(line.split(": ", 1) for line in front.splitlines())
            head = f"Title: {fields['title'].strip(chr(34))}\nDate: {fields['published']}\nSlug: {file.stem}\n\n"
            (site / "content" / file.name).write_text(head + body.partition("\n\n")[2], "utf-8")
        (site / "pelicanconf.py").write_text("SITENAME = 'Bench'\nPATH = 'content'\nTIMEZONE = 'UTC'\n")

    def cold() -> Sample:
        _remove(site / "output", site / "cache")
        return _time([str(peers / "bin" / "pelican"), "-q", "-s", "pelicanconf.py"], site)

    return {"Pelican, cold": cold}


def _mkdocs(work: Path, articles: Path, peers: Path) -> dict[str, Callable[[], Sample]]:
    site = work / "mkdocs"
    if not site.exists():
        shutil.copytree(articles, site / "docs")
        (site / "docs" / "index.md").write_text("# Bench\n")
        (site / "mkdocs.yml").write_text("site_name: Bench\n")

    def cold() -> Sample:
        _remove(site / "site")
        return _time([str(peers / "bin" / "mkdocs"), "build", "-q"], site)

    return {"MkDocs, cold": cold}


def _peers(work: Path) -> Path:
    folder = work / "peers"
    if not folder.exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([folder / "bin" / "pip", "install", "-q", *PEERS], check=True, stdout=sys.stderr)
    return folder


# ── timing ─────────────────────────────────────────────────────────────────────────────────────────────────


def _time(command: list[str], folder: Path) -> Sample:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} ended with {process.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)
    return Sample(wall, cpu, usage.ru_maxrss / 1024)


def _remove(*folders: Path) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def _report(samples: dict[str, list[Sample]], articles: int, peers: Path) -> str:
    base = samples["Pelican, cold"]
    versions = subprocess.run([peers / "bin" / "pip", "list", "--format=freeze"], capture_output=True, text=True)
    named = [line for line in versions.stdout.splitlines() if line.lower().startswith(("pelican=", "mkdocs="))]
    lines = [
        "# Results",
        "",
        f"{articles:,} articles of 600 words in {articles // 4:,} events; Python {platform.python_version()}, "
        f"{platform.machine()}, {os.cpu_count()} cores; {', '.join(named)}; {len(base)} paired runs.",
        "",
        "| | wall, median | min to max | CPU | peak memory | to Pelican, cold |",
        "|---|---|---|---|---|---|",
    ]
    for name, taken in samples.items():
        walls = [sample.wall for sample in taken]
        ratio = statistics.median(sample.wall / other.wall for sample, other in zip(taken, base, strict=True))
        cpu = statistics.median(sample.cpu for sample in taken)
        peak = max(sample.peak for sample in taken)
        spread = f"{statistics.median(walls):.2f} s | {min(walls):.2f}–{max(walls):.2f}"
        lines.append(f"| {name} | {spread} | {cpu:.2f} s | {peak:.0f} MB | {ratio:.2f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
