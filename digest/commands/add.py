"""`digest add`."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from digest.commands.options import config_option, content_option, json_option, open_site, print_json
from digest.commands.report import counted, plain, report_error

if TYPE_CHECKING:
    from digest.errors import ContentError
    from digest.model import Article, Document, Source
    from digest.plugins import Host

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "text/markdown": ".md",
}
_MARKUP = re.compile(r"([\\`*_\[\]<>&~|])")
_MARKUP_AT_START = re.compile(r"^(#{1,6}(?=\s)|[-+](?=\s)|=+$|-+$|\d{1,9}(?=[.)]\s))")


class _Added(NamedTuple):
    """An article that was added: what was given, the new file, its title, and how many lines were left out."""

    source: str
    path: str
    title: str | None
    lines_left_out: int

    def __str__(self) -> str:
        lines = f" ({counted(self.lines_left_out, 'line')} left out)" if self.lines_left_out else ""
        return f"{self.path}: {self.title or 'no title was found'}{lines}"


@click.command(short_help="Add articles: saved pages, feeds, addresses.")
@click.argument("sources", nargs=-1, required=True, metavar="PATH|URL|-…")
@click.option("--outlet", metavar="NAME", help="The outlet, where the page doesn't say it.")
@json_option
@content_option
@config_option
def command(sources: tuple[str, ...], outlet: str | None, as_json: bool, content: Path | None, config: Path) -> None:
    """Add articles to the content folder as Markdown: a saved page, a feed, an address, or `-` for standard input.

    Page furniture is left out. A file that is there already is never overwritten.

    \b
    Examples:
      digest add ~/Downloads/page.html
      digest add https://example.org/news/1 --outlet "Harbour News"
      pbpaste | digest add - --outlet "Harbour News"
    """
    from digest.annotate import annotate
    from digest.errors import ContentError
    from digest.plugins import Host

    site = open_site(config, content)
    host = Host(site)
    added: list[_Added] = []
    faults: list[ContentError] = []
    for given in sources:
        try:
            for found, url in _articles(given, host):
                if isinstance(found, ContentError):
                    faults.append(found)
                    continue
                article = annotate(found, "added", host).article
                path = _save(article, outlet, url, site.content)
                left_out = len(article.blocks) - len(list(article.blocks_of("title", "heading", "body")))
                added.append(_Added(given, str(path), article.metadata.title, left_out))
                if not as_json:
                    click.echo(plain(str(added[-1])))
        except ContentError as error:
            faults.append(error)
    if as_json:
        set_aside = [{"path": f.path, "reason": f.message, "line": f.line, "column": f.column} for f in faults]
        print_json({"added": [row._asdict() for row in added], "set_aside": set_aside})
    for fault in faults:
        report_error(fault)
    sys.exit(1 if faults else 0)


def _articles(given: str, host: Host) -> Sequence[tuple[Document | ContentError, str | None]]:
    """The articles of a source and the faults of others in it, with the address that they were fetched from."""
    from digest.read import read

    source, url = _source(given)
    return [(found, url) for found in read(source, host)]


def _source(given: str) -> tuple[Source, str | None]:
    """The bytes that an argument stands for, and its address if it is one. Raises ContentError."""
    from digest.errors import ContentError
    from digest.fetch import fetch
    from digest.model import Source

    if given == "-":
        return Source("standard-input.txt", sys.stdin.buffer.read()), None
    if "://" in given:
        data, kind = fetch(given)
        return Source(f"page{_SUFFIXES.get(kind, '.txt')}", data), given
    try:
        return Source(Path(given).name, Path(given).read_bytes()), None
    except IsADirectoryError as error:
        raise ContentError(given, f"is a folder; give its files, such as {Path(given) / '*'}") from error
    except OSError as error:
        raise ContentError(given, f"cannot be read: {error.strerror}") from error


def _save(article: Article, outlet: str | None, url: str | None, folder: Path) -> Path:
    """Write an article under a name that is free."""
    from digest.text import slug

    folder.mkdir(parents=True, exist_ok=True)
    first = next(article.blocks_of("title", "body"))
    stem = slug(article.metadata.title or article.text[first.start : first.end])
    number = 1
    while True:
        path = folder / (f"{stem}.md" if number == 1 else f"{stem}-{number}.md")
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(_markdown(article, outlet, url))
        except FileExistsError:
            number += 1
        else:
            return path


def _markdown(article: Article, outlet: str | None, url: str | None) -> str:
    import yaml

    metadata = article.metadata
    known = {
        "title": metadata.title,
        "outlet": metadata.outlet or outlet,
        "published": metadata.published,
        "url": metadata.url or url,
        "language": metadata.language,
    }
    front = yaml.safe_dump({k: v for k, v in known.items() if v}, allow_unicode=True, sort_keys=False, width=10_000)
    blocks = [f"# {_escape(metadata.title)}"] if metadata.title else []
    for block in article.blocks_of("heading", "body"):
        text = _escape(" ".join(article.text[block.start : block.end].split()))
        blocks.append(f"## {text}" if block.kind == "heading" else text)
    return f"---\n{front}---\n" + "\n\n".join(blocks) + "\n"


def _escape(text: str) -> str:
    """The text so that Markdown reads it back as it is."""
    return _MARKUP_AT_START.sub(r"\\\1", _MARKUP.sub(r"\\\1", text), count=1)
