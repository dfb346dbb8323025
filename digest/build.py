"""The build, from top to bottom.

Read, annotate each article, group, compare each event, lay out, render, publish.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec

from digest import export
from digest.analyse import Analysis, analyse
from digest.cache import CACHE_FOLDER, key_of, open_cache
from digest.config import Site
from digest.errors import ContentError, OutputError, PluginError, StrictError
from digest.language import Language, load_language
from digest.links import dead_links
from digest.model import Comparison, Page
from digest.pages import language_notes, lay_out
from digest.plugins import Host
from digest.publish import Receipt, published, sign, staging, write
from digest.read import find
from digest.render import RESERVED, environment, render
from digest.theme import Theme, load_theme, static_files, theme_files
from digest.workers import Track, untracked, workers

DATA = "data"


def analyse_site(site: Site, host: Host, jobs: int | None = None, track: Track = untracked) -> Analysis:
    """The analysis of a site's articles, with the site's cache and `jobs` processes (None: one a core)."""
    with open_cache(site.root / CACHE_FOLDER) as cache, workers(site, host, jobs, track) as team:
        analysis = analyse(site.content, host, cache, team)
        cache.finish()
    return analysis


def build(site: Site, *, strict: bool = False, jobs: int | None = None, track: Track = untracked) -> Receipt:
    """Build and publish a site. The published one stays as it was until the new one is finished.

    Where nothing has changed since it was published, nothing is done. Raises DigestError, and then publishes
    nothing; with `strict` also for an article that is set aside and for a link that leads nowhere.
    """
    host = Host(site)
    theme = load_theme(site.theme, site.root)
    key = _key(site, host, theme)
    receipt = published(site.output)
    if receipt is not None and receipt.key == key and not strict:
        return receipt
    analysis = analyse_site(site, host, jobs, track)
    if strict and analysis.set_aside:
        raise StrictError([ContentError(f.path, f.reason, f.line, f.column) for f in analysis.set_aside])
    files = make(site, host, theme, analysis, track)
    receipt = Receipt(
        key=key,
        counts=counts(analysis.comparisons),
        set_aside=analysis.set_aside,
        notes=tuple(f"{path}: {note}" for path, note in language_notes(analysis.comparisons)),
        drafts=analysis.drafts,
    )
    with staging(site.output) as folder:
        for url, data in files.items():
            write(folder, url, data)
        host.notify("build_finished", "the site", output=folder, comparisons=analysis.comparisons)
        if strict:
            _refuse_dead_links(folder, site)
        sign(folder, receipt)
    return receipt


def _key(site: Site, host: Host, theme: Theme) -> str:
    """A key of everything that a site is made from: configuration, plugins, theme, articles."""
    sources, set_aside = find(site.content)
    settings = [site.title, site.description, site.base_url, site.language, site.theme]
    parts: list[bytes | str] = [*settings, host.key, msgspec.json.encode(set_aside)]
    for name, data in [*theme_files(theme), *((source.path, source.data) for source in sources)]:
        parts += [name, data]
    return key_of(*parts).hex()


def make(site: Site, host: Host, theme: Theme, analysis: Analysis, track: Track = untracked) -> dict[str, bytes]:
    """All files of a site by their address: pages, the theme's files, the tables."""
    language = load_language(site.language, theme.layers)
    env = environment(theme, site, language)
    host.notify("prepare_environment", "the templates", env=env)
    pages = _pages(analysis, site, host, language)
    texts = ((page.url, render(page, env, _context(page, host)).encode()) for page in pages)
    return {
        **dict(track("rendering", texts, len(pages))),
        **{f"static/{name}": data for name, data in static_files(theme).items()},
        **{f"{DATA}/{name}": data for name, data in export.files(analysis.comparisons).items()},
    }


def _refuse_dead_links(folder: Path, site: Site) -> None:
    """Raise the links that lead nowhere."""
    dead = dead_links(folder, urlsplit(site.base_url).path.rstrip("/") + "/")
    faults = [OutputError(f"{url}: links to {link}, which is not there") for url, link in dead]
    if faults:
        raise StrictError(faults)


def _pages(analysis: Analysis, site: Site, host: Host, language: Language) -> list[Page]:
    """All pages: the core's and the plugins'."""
    pages = lay_out(analysis.comparisons, site, analysis.set_aside, language)
    plugins = {page.url: "the core" for page in pages}
    for plugin, more in host.collect("register_pages", Page, "the site", comparisons=analysis.comparisons):
        for page in more:
            if page.url in plugins:
                message = f"the page {page.url!r} is already made by {plugins[page.url]}"
                raise PluginError(plugin, message, hook="register_pages")
            plugins[page.url] = plugin
            pages.append(page)
    return pages


def _context(page: Page, host: Host) -> dict[str, Any]:
    """The plugins' extra variables for a page, each given by one plugin only."""
    context: dict[str, Any] = {}
    for plugin, more in host.gather("template_context", dict, page.url, page=page):
        taken = sorted((RESERVED | context.keys()) & more.keys())
        if taken:
            message = f"the variable {taken[0]!r} is already taken"
            raise PluginError(plugin, message, hook="template_context", subject=page.url)
        context.update(more)
    return context


def counts(comparisons: Iterable[Comparison]) -> dict[str, int]:
    """How many events, articles, quotations and differences there are, for a report in one line."""
    total = Counter(event=0, article=0, quotation=0, difference=0)
    for comparison in comparisons:
        total["event"] += 1
        total["article"] += len(comparison.event.accounts)
        total["quotation"] += sum(len(account.quotes) for account in comparison.event.accounts)
        total["difference"] += len(comparison.discrepancies)
    return total
