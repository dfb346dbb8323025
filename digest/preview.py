"""The preview's state: the site in memory, remade part by part as its sources change.

Pages are made when somebody asks for them. A changed article is first compared within the events as they were, so that
open pages show it at once; whether it is still of the same event is found out when there is time. While a build fails,
the last good site stays, and the fault is kept beside it.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable, Sequence, Set
from contextlib import suppress
from functools import partial
from importlib.resources import files as resources
from pathlib import Path
from typing import Any, TypeVar

import jinja2
import msgspec

from digest.analyse import Analysis, analyse
from digest.cache import Cache, DamagedError
from digest.cache_file import CACHE_FOLDER, open_cache
from digest.config import Site, load_site
from digest.digests import Digests
from digest.errors import DigestError
from digest.faults import Fault, faults_of, unexpected
from digest.loading import forget_plugins
from digest.make import File, Look, make
from digest.model import Group
from digest.pages.directory import directory
from digest.pages.edition import Edition, mark_anchor, paragraph_anchor
from digest.pages.outline import Outline, outline
from digest.plugins import Host
from digest.read import find
from digest.theme import load_theme, look_of
from digest.watch import Part
from digest.workers import Track, Workers, untracked

T = TypeVar("T")

# Values at hand: those of a few hundred events, so that the next rebuild decodes only what has changed.
_RECENT = 4000

_log = logging.getLogger(__name__)


class Update(msgspec.Struct, frozen=True):
    """What a rebuild changed: the addresses of open pages, or the faults that stopped it; it took so many seconds."""

    version: int
    changed: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    seconds: float = 0.0


class Preview:
    """A site of which each file is made when it is first asked for. May be used by several threads."""

    def __init__(
        self, config: Path, content: Path | None = None, *, drafts: bool = False, track: Track = untracked
    ) -> None:
        self._config = config
        self._content = content
        self._drafts = drafts
        self._track = track
        self._site: Site | None = None
        self._look: Look | None = None
        self._analysis: Analysis | None = None
        self._settled = True
        self._outlines: list[Outline] = []
        self._digests = Digests()
        self._files: dict[str, File] = {}
        self._made: dict[str, bytes] = {}
        self._working = threading.Lock()
        self.update = Update(0)
        with suppress(DigestError):  # a fault is reported by the first build
            self._site = self._load()
        self._cache = self._open_cache()

    @property
    def site(self) -> Site:
        """The site's configuration; the usual folders while site.yaml can't be read."""
        root = self._config.parent
        return self._site or Site(root=root, content=self._content or root / "content", output=root / "public")

    @property
    def urls(self) -> Set[str]:
        """The addresses of all files."""
        return self._files.keys()

    def read(self, url: str) -> bytes | None:
        """A file as it now is, None if there is none. Raises DigestError if it can't be made."""
        # What is made already is given without waiting for a rebuild.
        made = self._made.get(url)
        if made is None and url in self._files:
            with self._working:
                made = self._make(url)
        return made

    def rebuild(self, parts: Set[Part], opened: Set[str] = frozenset()) -> Update:
        """Remake what depends on the parts that changed: the `opened` pages now, others when they are asked for.

        A fault is reported in the update, not raised.
        """
        with self._working:
            groups = self._analysis.groups if self._analysis else ()
            return self._updated(opened, partial(self._remade, parts, groups, opened))

    def settle(self, opened: Set[str] = frozenset()) -> Update | None:
        """Do what a rebuild has put off. None if that changes no open page, and brings no other fault."""
        with self._working:
            self._undamaged(lambda: self._cache.write())
            if self._settled and self._analysis:
                return None
            before = self.update
            after = self._updated(opened, partial(self._remade, {"content"}, (), opened))
            if after.changed or after.faults != before.faults:
                return after
            self.update = before
            return None

    def fail(self, error: DigestError) -> Update:
        """Take note of a fault in a page that was asked for."""
        faults = tuple(faults_of(error, self._config.parent, self._site))
        self.update = Update(self.update.version + 1, (), faults)
        return self.update

    def _updated(self, opened: Set[str], remade: Callable[[], dict[str, File]]) -> Update:
        """Take the files that are made anew for the site's, if all open pages can be made of them."""
        begun = time.perf_counter()
        before, made = self._files, self._made
        changed: tuple[str, ...] = ()
        found: tuple[Fault, ...] = ()
        try:
            self._files = self._undamaged(remade)
            self._made = {url: data for url, data in made.items() if _same(before.get(url), self._files.get(url))}
            changed = tuple(sorted(url for url in opened if made.get(url) != self._make(url)))
        except Exception as error:
            self._files, self._made = before, made
            if isinstance(error, DigestError):
                found = tuple(faults_of(error, self._config.parent, self._site))
            else:  # a bug of ours must not end the preview
                _log.exception("the preview goes on")
                found = (unexpected(error),)
        self.update = Update(self.update.version + 1, changed, found, time.perf_counter() - begun)
        return self.update

    def _undamaged(self, work: Callable[[], T]) -> T:
        try:
            return work()
        except DamagedError as error:
            self._cache.close()
            self._cache = self._open_cache(error)
            self._analysis = None
            return work()

    def _open_cache(self, damage: Exception | None = None) -> Cache:
        cache = open_cache(self.site.root / CACHE_FOLDER, damage)
        cache.recent = _RECENT
        return cache

    def _make(self, url: str) -> bytes | None:
        if url not in self._made and url in self._files:
            self._made[url] = self._files[url].data()
        return self._made.get(url)

    def _load(self) -> Site:
        site = load_site(self._config)
        return site if self._content is None else msgspec.structs.replace(site, content=self._content)

    def _remade(self, parts: Set[Part], groups: Sequence[Group], opened: Set[str]) -> dict[str, File]:
        """The files of the site, with articles in the `groups` that they were in, if any, or else grouped anew.

        Until that is settled, it is enough if the `opened` pages are those of the site as it now is. What fails, and
        what was made from it, is forgotten, so that it is tried again.
        """
        if self._site is None or "config" in parts:
            self._site = self._look = self._analysis = None
            self._site = self._load()
        if self._look is None or parts & {"plugins", "theme"}:
            self._look = self._looked(self._site, "plugins" in parts)
        if self._analysis is None or "content" in parts:
            groups = groups if self._analysis else ()
            self._analysis = None
            folder = find(self._site.content, self._digests)
            self._digests = Digests(self._digests.seen)
            host = self._look.host
            workers = Workers(host, track=self._track)
            self._analysis = analyse(folder, host, self._cache, workers, drafts=self._drafts, groups=groups)
            self._settled = not groups or self._analysis.groups != groups
        self._outlines = self._analysis.comparisons.derived(outline)
        files = make(self._look, self._analysis, self._outlines, self._cache)
        return {file.url: file for file in files} if self._settled else {**self._files, **_up_to(opened, files)}

    def _looked(self, site: Site, plugins: bool) -> Look:
        """How the site now looks, with the plugins loaded anew or as they were."""
        host = self._look.host if self._look else None
        self._look = None
        if host is None or plugins:
            self._analysis = None
            forget_plugins()
            host = Host(site)
        theme = load_theme(site.theme, site.root)
        return Look(site, host, theme, look_of(theme, site, host.key))

    def reasons(self, page: str) -> dict[str, str]:
        """Which plugin made each mark of an event's page, and why, by the mark's anchor."""
        places = directory(self._outlines)
        for number, found in enumerate(self._outlines):
            if self._analysis and places.events[found.event] == page:
                with self._working:
                    return _reasons(Edition(self._analysis.comparisons[number], places))
        return {}

    def overview(self) -> str:
        """A page that lists articles, plugins with the time each took, and what was set aside."""
        with self._working:
            comparisons = self._analysis.comparisons.loaded() if self._analysis else ()
        places = directory(self._outlines)
        articles = [
            {
                "path": account.article.document.path,
                "outlet": account.article.outlet or "",
                "draft": account.article.metadata.draft,
                "event": comparison.event.title,
                "url": places.events[comparison.event.id],
                "quotes": len(account.quotes),
                "claims": len(account.claims),
            }
            for comparison in comparisons
            for account in comparison.event.accounts
        ]
        plugins = self._look.host.plugins if self._look else ()
        seconds = self._look.host.seconds if self._look else {}
        context: dict[str, Any] = {
            "title": self.site.title,
            "version": self.update.version,
            "seconds": self.update.seconds,
            "events": len(comparisons),
            "articles": sorted(articles, key=lambda row: str(row["path"])),
            "set_aside": self._analysis.set_aside if self._analysis else (),
            "drafts": self._analysis.drafts if self._analysis else (),
            "plugins": [{**msgspec.structs.asdict(p), "seconds": seconds.get(p.name, 0.0)} for p in plugins],
        }
        template = (resources("digest") / "client" / "overview.html").read_text("utf-8")
        environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
        return environment.from_string(template).render(context)


def _reasons(edition: Edition) -> dict[str, str]:
    found: dict[str, str] = {}
    for account in edition.comparison.event.accounts:
        for block in account.article.blocks:
            found[paragraph_anchor(account.id, block)] = f"{block.kind}: {block.rule} ({block.plugin})"
        for quote in account.quotes:
            by = f" by {quote.speaker}" if quote.speaker else ""
            found[mark_anchor(quote)] = f"{quote.kind} quotation{by}: {quote.rule} ({quote.plugin})"
    for alignment in edition.comparison.collation.alignments:
        found[alignment.id] = f"one utterance ({alignment.plugin})"
    for discrepancy in edition.comparison.discrepancies:
        reason = f"{discrepancy.severity}: {discrepancy.rule} ({discrepancy.plugin})"
        found[discrepancy.id] = reason
        for anchor in map(mark_anchor, discrepancy.readings):
            found[anchor] = f"{found[anchor]}; {reason}" if anchor in found else reason
    return found


def _up_to(urls: Set[str], files: Iterable[File]) -> dict[str, File]:
    """The files until all of these are among them, or all files."""
    found: dict[str, File] = {}
    for file in files:
        found[file.url] = file
        if urls and urls <= found.keys():
            break
    return found


def _same(one: File | None, other: File | None) -> bool:
    """Whether two files are known to be the same."""
    return one is not None and other is not None and one.key is not None and one.key == other.key
