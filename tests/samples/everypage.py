"""A site with a page of every kind, and the unusual ones, in any language."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec
from ferries import ferry_comparison
from layouts import laid_out

from digest.config import Site
from digest.language import load_language
from digest.model import Account, Comparison, Discrepancy, Metadata, Reading
from digest.read import SetAside
from digest.render import environment, render
from digest.theme import load_theme, static_files

HOSTILE = "<img src=x onerror=alert(1)>\"'&"
# A theme whose language runs from right to left, with a few words in it; the others are English.
_ARABIC = """
msgid ""
msgstr "Language: ar\\n"

msgid "Events"
msgstr "أحداث"

msgid "Where accounts differ"
msgstr "حيث تختلف الروايات"
"""


def write_site(folder: Path, language: str = "en", base_url: str = "") -> Path:
    """Write the site, with the sample event and four that are unusual; give its folder."""
    if language == "ar":
        (folder / "themes" / "arabic" / "locale").mkdir(parents=True)
        (folder / "themes" / "arabic" / "theme.yaml").touch()
        (folder / "themes" / "arabic" / "locale" / "ar.po").write_text(_ARABIC, "utf-8")
    site = Site(
        root=folder,
        content=folder,
        output=folder / "public",
        title="Sample",
        description="Events, compared.",
        base_url=base_url,
        language=language,
        theme="arabic" if language == "ar" else "broadsheet",
    )
    theme = load_theme(site.theme, site.root)
    words = load_language(language, theme.layers)
    env = environment(theme, site, words)
    comparisons = [ferry_comparison(), _alone(), _forty(), _crowd(), _hostile()]
    files = {page.url: render(page, env).encode() for page in laid_out(comparisons, site, _set_aside(), words)}
    files |= {f"static/{name}": data for name, data in static_files(theme).items()}
    for url, data in files.items():
        (site.output / url).parent.mkdir(parents=True, exist_ok=True)
        (site.output / url).write_bytes(data)
    return site.output


def _set_aside() -> list[SetAside]:
    return [SetAside("scans/" + "long-name-without-a-break" * 5 + ".pdf", HOSTILE, 3)]


def _event(number: str, accounts: tuple[Account, ...], **change: Any) -> Comparison:
    base = ferry_comparison()
    event = msgspec.structs.replace(base.event, id=number, accounts=accounts, **change)
    collation = msgspec.structs.replace(base.collation, event=event, alignments=(), reuse=(), people=())
    return msgspec.structs.replace(base, collation=collation, discrepancies=(), topics=(), statements=())


def _alone() -> Comparison:
    """One account that nothing is known of; its text runs from right to left."""
    article = ferry_comparison().event.accounts[3].article
    text = article.text.replace("Port Sallow", "ميناء سالو")
    text = "تصادم عبّارتين في الضباب" + text[24:]
    document = msgspec.structs.replace(article.document, text=text)
    article = msgspec.structs.replace(article, id="alone", document=document, metadata=Metadata(title=text[:24]))
    return _event("alone", (Account(article, (), ()),), title="تصادم عبّارتين في الضباب", date=None, place=None)


def _forty() -> Comparison:
    brief = ferry_comparison().event.accounts[3].article
    accounts = []
    for number in range(40):
        metadata = msgspec.structs.replace(brief.metadata, outlet=f"Outlet number {number} of the county")
        article = msgspec.structs.replace(brief, id=f"forty-{number}", metadata=metadata)
        accounts.append(Account(article, (), ()))
    return _event("forty", tuple(accounts))


def _crowd() -> Comparison:
    """Fourteen accounts with names of any length and twenty-four differences, under a title of two hundred letters."""
    base = ferry_comparison()
    gazette = base.event.accounts[0]
    names = ("I", "edition.county-gazette.example", *(f"The Gazette of Ward {number}" for number in range(1, 13)))
    accounts = []
    for number, outlet in enumerate(names):
        metadata = msgspec.structs.replace(gazette.article.metadata, outlet=outlet)
        article = msgspec.structs.replace(gazette.article, id=f"crowd-{number}", metadata=metadata)
        quotes = tuple(msgspec.structs.replace(quote, article=article.id) for quote in gazette.quotes)
        accounts.append(Account(article, quotes, ()))
    event = _event("crowd", tuple(accounts), title=" ".join(["Ferries collide off Port Sallow in the fog"] * 5)[:200])
    return msgspec.structs.replace(event, discrepancies=tuple(_disputed(word, base, event) for word in range(24)))


def _disputed(number: int, base: Comparison, event: Comparison) -> Discrepancy:
    """A difference at a word of the first paragraph, with three values."""
    article = base.event.accounts[0].article
    start, end = [match.span() for match in re.finditer(r"\w+", article.text)][number + 20]
    readings = tuple(
        Reading(account.id, start, end, article.text[start:end], value=f"{at % 3}")
        for at, account in enumerate(event.event.accounts)
    )
    return msgspec.structs.replace(base.discrepancies[number % 2], readings=readings)


def _hostile() -> Comparison:
    """Names, titles and addresses that try to be markup."""
    gazette = ferry_comparison().event.accounts[0]
    metadata = Metadata(title=HOSTILE, outlet=HOSTILE, url=f"https://x.example/{HOSTILE}", language="en")
    article = msgspec.structs.replace(gazette.article, id="hostile", metadata=metadata)
    quotes = tuple(msgspec.structs.replace(q, article="hostile", speaker=HOSTILE) for q in gazette.quotes)
    return _event("hostile", (Account(article, quotes, ()),), title=HOSTILE, place=HOSTILE)
