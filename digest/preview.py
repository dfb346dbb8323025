"""The preview's state: the site in memory, remade part by part as its sources change.

While a build fails, the last good site stays, and the fault is kept beside it.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Set
from contextlib import suppress
from importlib.resources import files as resources
from pathlib import Path
from typing import Any

import jinja2
import msgspec

from digest.analyse import Analysis, analyse
from digest.cache import Cache
from digest.config import Site, load_site
from digest.errors import DigestError
from digest.faults import Fault, faults_of, unexpected
from digest.make import make
from digest.pages.directory import directory
from digest.pages.edition import Edition, mark_anchor, paragraph_anchor, quote_anchor
from digest.pages.outline import Outline, outlines
from digest.plugins import Host, forget_plugins
from digest.read import find
from digest.theme import load_theme, look_of
from digest.watch import Part
from digest.workers import Workers

_log = logging.getLogger(__name__)


class Update(msgspec.Struct, frozen=True):
    """What a rebuild changed: the addresses of files, or the faults that stopped it. `seconds` is how long it took."""

    version: int
    changed: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    seconds: float = 0.0


class Preview:
    """A site in memory. `files` maps addresses to contents; it is replaced as a whole, never changed."""

    def __init__(self, config: Path, content: Path | None = None, *, drafts: bool = False) -> None:
        self._config = config
        self._content = content
        self._drafts = drafts
        self._cache = Cache()
        self._site: Site | None = None
        self._host: Host | None = None
        self._analysis: Analysis | None = None
        self._outlines: list[Outline] = []
        self.files: dict[str, bytes] = {}
        self.update = Update(0)
        with suppress(DigestError):  # a fault is reported by the first build
            self._site = self._load()

    @property
    def site(self) -> Site:
        """The site's configuration; the usual folders while site.yaml can't be read."""
        root = self._config.parent
        return self._site or Site(root=root, content=self._content or root / "content", output=root / "public")

    def rebuild(self, parts: Set[Part]) -> Update:
        """Remake what depends on the parts that changed. A fault is reported in the update, not raised."""
        begun = time.perf_counter()
        changed: tuple[str, ...] = ()
        found: tuple[Fault, ...] = ()
        try:
            files = self._make(parts)
        except DigestError as error:
            found = tuple(faults_of(error, self._config.parent, self._site))
        except Exception as error:  # a bug of ours must not end the preview
            _log.exception("the preview goes on")
            found = (unexpected(error),)
        else:
            urls = sorted(self.files.keys() | files.keys())
            changed = tuple(url for url in urls if self.files.get(url) != files.get(url))
            self.files = files
        self.update = Update(self.update.version + 1, changed, found, time.perf_counter() - begun)
        return self.update

    def _load(self) -> Site:
        site = load_site(self._config)
        return site if self._content is None else msgspec.structs.replace(site, content=self._content)

    def _make(self, parts: Set[Part]) -> dict[str, bytes]:
        """The files of the site. What failed, and what was made from it, is forgotten, so that it is tried again."""
        if self._site is None or "config" in parts:
            self._site = self._host = self._analysis = None
            self._site = self._load()
        if self._host is None or "plugins" in parts:
            self._host = self._analysis = None
            forget_plugins()
            self._host = Host(self._site)
        if self._analysis is None or "content" in parts:
            self._analysis = None
            workers = Workers(self._host)
            self._analysis = analyse(find(self._site.content), self._host, self._cache, workers, drafts=self._drafts)
            self._cache.finish()
        theme = load_theme(self._site.theme, self._site.root)
        self._outlines = outlines(self._analysis.comparisons, self._cache)
        files = make(
            self._site,
            self._host,
            theme,
            look_of(theme, self._site, self._host.key),
            self._analysis,
            self._outlines,
            self._cache,
        )
        return {file.url: file.data() for file in files}

    def reasons(self, page: str) -> dict[str, str]:
        """Which plugin made each mark of an event's page, and why, by the mark's anchor."""
        comparisons = self._analysis.comparisons if self._analysis else ()
        places = directory(self._outlines)
        for edition in (Edition(comparison, places) for comparison in comparisons):
            if edition.url == page:
                return _reasons(edition)
        return {}

    def overview(self) -> str:
        """A page that lists articles, plugins with the time each took, and what was set aside."""
        comparisons = self._analysis.comparisons if self._analysis else ()
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
        plugins = self._host.plugins if self._host else ()
        seconds = self._host.seconds if self._host else {}
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
            found[quote_anchor(quote)] = f"{quote.kind} quotation{by}: {quote.rule} ({quote.plugin})"
    for alignment in edition.comparison.collation.alignments:
        found[alignment.id] = f"one utterance ({alignment.plugin})"
    for discrepancy in edition.comparison.discrepancies:
        reason = f"{discrepancy.severity}: {discrepancy.rule} ({discrepancy.plugin})"
        found[discrepancy.id] = reason
        found |= {mark_anchor(reading): reason for reading in discrepancy.readings}
    return found
