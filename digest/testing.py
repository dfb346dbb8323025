"""What a plugin's tests are written with: articles, accounts and comparisons from plain text, hooks run one at a time.

Everything goes the way of a build: text is read and annotated by plugins, and what a hook returns is checked by the
host. A plugin is named as in `site.yaml` (one of the site's own is found if pytest runs in the site's folder), or given
as its module, or as an instance of its class `Plugin` with the options that the test wants.
"""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from fnmatch import fnmatch
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import click
import jinja2
import msgspec
import yaml

from digest.annotate import annotate, describe, extract, label
from digest.build import build
from digest.compare import compare, findings, identify, locate
from digest.config import CONFIG_FILE, STANDARD_PLUGINS, PluginEntry, Site, load_site, spelt_out
from digest.errors import ContentError
from digest.group import group
from digest.loading import is_module, is_standard
from digest.model import (
    Account,
    Alignment,
    Article,
    Claim,
    Comparison,
    Discrepancy,
    Document,
    Event,
    Group,
    Metadata,
    Page,
    Quote,
    Reuse,
    Source,
    Statement,
    Topic,
)
from digest.plugins import Host
from digest.read import read
from digest.text import slug

__all__ = [
    "assert_page",
    "assert_quotes",
    "build_pages",
    "make_account",
    "make_article",
    "make_comparison",
    "make_site",
    "page_text",
    "run_hook",
]

READING = ("text", "cleaning", "metadata")
ANNOTATING = (*READING, "quotes", "claims")


# ── values from plain text ─────────────────────────────────────────────────────────────────────────────────


def make_article(
    text: str,
    *,
    outlet: str | None = None,
    published: datetime.date | None = None,
    plugins: Sequence[object] = READING,
) -> Article:
    """The article that a text file gives. Outlet and date go before what is found.

    Its first line is the title, if a sentence of some length follows: a list of short lines has none.
    """
    return make_account(text, outlet=outlet, published=published, plugins=plugins).article


def make_account(
    text: str,
    *,
    outlet: str | None = None,
    published: datetime.date | None = None,
    plugins: Sequence[object] = ANNOTATING,
) -> Account:
    """The article that a text file gives, with its quotations and claims. Its id is the outlet's name, or `story`."""
    return _account(text, outlet, published, _host(plugins))


def make_comparison(
    texts: Mapping[str, str],
    *,
    published: datetime.date | None = None,
    plugins: Sequence[object] = STANDARD_PLUGINS,
) -> Comparison:
    """One event as these outlets tell it: `texts` has the text of each by the outlet's name."""
    host = _host(plugins)
    accounts = tuple(_account(text, outlet, published, host) for outlet, text in texts.items())
    return compare(Event(id="event", title="Event", date=published, place=None, accounts=accounts), host)


def _account(text: str, outlet: str | None, published: datetime.date | None, host: Host) -> Account:
    name = slug(outlet or "story")
    [document] = read(Source(f"{name}.txt", text.encode()), host)
    if isinstance(document, ContentError):
        raise document
    known = Metadata(outlet=outlet, published=published)
    document = msgspec.structs.replace(document, metadata=known.or_else(document.metadata))
    return annotate(document, name, host)


def _host(plugins: Iterable[object]) -> Host:
    """A host of plugins that are named or given, with the current directory as the site's."""
    named = [(plugin if isinstance(plugin, str) else _name(plugin), plugin) for plugin in plugins]
    here = Path()
    entries = spelt_out([PluginEntry(name) for name, _ in named])
    site = Site(root=here, content=here / "content", output=here / "public", plugins=entries)
    return Host(site, {name: plugin for name, plugin in named if not isinstance(plugin, str)})


def _name(plugin: object) -> str:
    """The name of a plugin's module."""
    return str(getattr(plugin, "__name__", type(plugin).__module__)).rpartition(".")[2]


# ── one hook ───────────────────────────────────────────────────────────────────────────────────────────────


def run_hook(plugin: object, hook: str, *arguments: Any) -> Any:
    """What one hook of one plugin gives, after the host's checks; the arguments are those of docs/hooks.md, in order.

    A plugin that leaves a choice to others gives None. `prepare_environment` and `register_commands` may be called
    without an argument, and give the environment or group that they changed.

    Raises PluginError for what a build would refuse, TypeError for an unknown hook.
    """
    if hook not in _HOOKS:
        raise TypeError(f"no hook {hook!r}; known are {', '.join(_HOOKS)}")
    return _HOOKS[hook](_host([plugin]), *arguments)


def _read(host: Host, source: Source) -> list[Document | ContentError] | None:
    passed = host.choose("read_documents", (Document, ContentError), source.path, source=source) is None
    return None if passed else read(source, host)


def _group(host: Host, accounts: Sequence[Account]) -> list[Group] | None:
    passed = host.choose("group_articles", Group, "all articles", accounts=accounts) is None
    return None if passed else group([account.id for account in accounts], accounts, host)


def _annotate(hook: str, result: Any) -> Callable[[Host, Article], Any]:
    return lambda host, article: extract(hook, result, article, host)


def _compare(hook: str, result: Any, argument: str) -> Callable[[Host, Any], Any]:
    def run(host: Host, value: Any) -> Any:
        event = value if isinstance(value, Event) else value.event
        return findings(hook, result, _articles(event), host, event.id, **{argument: value})

    return run


def _articles(event: Event) -> dict[str, Article]:
    return {account.id: account.article for account in event.accounts}


def _label(host: Host, document: Document) -> Any:
    return tuple(block for block in label(document, host) if block.plugin)


def _pages(host: Host, comparisons: Sequence[Comparison]) -> Any:
    return [
        page for _, pages in host.collect("register_pages", Page, "test", comparisons=comparisons) for page in pages
    ]


def _environment(host: Host, env: jinja2.Environment | None = None) -> jinja2.Environment:
    env = env or jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    host.notify("prepare_environment", "test", env=env)
    return env


def _context(host: Host, page: Page) -> dict[str, Any]:
    return dict(item for _, more in host.gather("template_context", dict, page.url, page=page) for item in more.items())


def _commands(host: Host, cli: click.Group | None = None) -> click.Group:
    cli = cli or click.Group()
    host.notify("register_commands", "test", cli=cli)
    return cli


_HOOKS: dict[str, Callable[..., Any]] = {
    "read_documents": _read,
    "label_blocks": _label,
    "find_metadata": lambda host, document, blocks=(): describe(document, blocks, host),
    "extract_quotes": _annotate("extract_quotes", Quote),
    "extract_claims": _annotate("extract_claims", Claim),
    "group_articles": _group,
    "locate_event": lambda host, event: locate(event, host).place,
    "resolve_people": lambda host, event: identify(event, _articles(event), host),
    "align_quotes": _compare("align_quotes", Alignment, "event"),
    "find_reuse": _compare("find_reuse", Reuse, "event"),
    "tag_discrepancies": _compare("tag_discrepancies", Discrepancy, "collation"),
    "map_topics": _compare("map_topics", Topic, "collation"),
    "find_statements": _compare("find_statements", Statement, "collation"),
    "register_pages": _pages,
    "prepare_environment": _environment,
    "template_context": _context,
    "build_finished": lambda host, output, comparisons=(): host.notify(
        "build_finished", "test", output=output, comparisons=comparisons
    ),
    "register_commands": _commands,
}


# ── what is expected ───────────────────────────────────────────────────────────────────────────────────────


def assert_quotes(found: Account | Iterable[Quote], expected: Sequence[tuple[str | None, str]]) -> None:
    """Check speaker and words of all that somebody is reported to have said, in the order of the text.

    Terms and titles in quotation marks are passed over.
    """
    quotes = found.quotes if isinstance(found, Account) else found
    said = [(quote.speaker, quote.text) for quote in quotes if quote.kind not in ("scare", "title")]
    assert said == list(expected)


def assert_page(text: str, file: Path) -> None:
    """Check a page's text against what a file has."""
    assert file.is_file(), f"there is no {file} yet; write it with: pytest --update-pages"
    assert text == file.read_text("utf-8")


# ── a whole site ───────────────────────────────────────────────────────────────────────────────────────────


def make_site(root: Path, files: Mapping[str, str | bytes], **config: Any) -> Path:
    """Write a site into a folder, and give the folder.

    `files` maps paths under it to text or bytes; `config` becomes site.yaml unless `files` has one. A plugin or theme
    that it names and that stands in the current directory comes along, so a site's tests have its plugins and themes.
    """
    plugins, theme = Path("plugins"), Path("themes", config.get("theme", ""))
    if not is_standard(plugins) and any(is_module(plugins, _listed(entry)) for entry in config.get("plugins", ())):
        _copy(plugins, root)
    if (theme / "theme.yaml").is_file():
        _copy(theme.parent, root)
    for name, data in {CONFIG_FILE: yaml.safe_dump(config), **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
    (root / "content").mkdir(exist_ok=True)
    return root


def _copy(folder: Path, root: Path) -> None:
    shutil.copytree(folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)


def _listed(entry: str | Mapping[str, Any]) -> str:
    """The name of a plugin as it is listed, with options or without."""
    return entry if isinstance(entry, str) else next(iter(entry))


def build_pages(root: Path, pattern: str = "*") -> dict[str, str]:
    """Build a site, and give the text of its pages by their URL: those that match a pattern such as `events/*`."""
    site = load_site(root / CONFIG_FILE)
    build(site, strict=True, jobs=1)
    pages = {path.relative_to(site.output).as_posix(): path for path in sorted(site.output.rglob("*.html"))}
    return {url: page_text(path.read_text("utf-8")) for url, path in pages.items() if fnmatch(url, pattern)}


def page_text(html: str) -> str:
    """What a reader sees of a page's main part: a line for each block of text, spaces made one.

    All of it is the main part where nothing is marked as `<main>`.
    """
    reader = _MainText(whole="<main" not in html)
    reader.feed(html)
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    return "".join(f"{line}\n" for line in lines if line)


class _MainText(HTMLParser):
    """The text inside `<main>`, or of the whole, with line breaks where anything but a run of words begins or ends."""

    _INLINE = frozenset(
        "a abbr b bdi cite code data del dfn em i ins mark q s small span strong sub sup time u".split()
    )
    _UNSEEN = frozenset(("script", "style", "template", "svg"))

    def __init__(self, whole: bool) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._inside = int(whole)
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._inside += tag == "main"
        self._unseen += tag in self._UNSEEN
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._break(tag)
        self._inside -= tag == "main"
        self._unseen -= tag in self._UNSEEN

    def handle_data(self, data: str) -> None:
        if self._inside and not self._unseen:
            self.parts.append(data.replace("\n", " "))

    def _break(self, tag: str) -> None:
        if self._inside and tag not in self._INLINE:
            self.parts.append("\n")
