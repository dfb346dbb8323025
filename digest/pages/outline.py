"""The outline of an event: what the site as a whole has to know of it before any page is laid out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from digest.model import Account, Comparison, Quote

# Kinds of quotation that somebody is reported to have said in these words; headlines repeat those of the text.
SPOKEN = frozenset({"direct", "partial"})


class AccountFile(msgspec.Struct, frozen=True):
    """The file of an account: its path, its language if that is known, and what there is to remark on it."""

    path: str
    language: str
    notes: tuple[str, ...]


class Outline(msgspec.Struct, frozen=True):
    """What an event's comparison has, by name.

    `outlets` are the names to show for the accounts, `known` those of them that are outlets. `speakers` have said
    something, `names` are they and all others who may have a page. `files` are those of the accounts.
    """

    event: str
    outlets: tuple[str, ...]
    known: tuple[str, ...]
    speakers: tuple[str, ...]
    names: tuple[str, ...]
    topics: tuple[str, ...]
    files: tuple[AccountFile, ...]
    quotations: int
    differences: int


def outline(comparison: Comparison) -> Outline:
    """The outline of one event."""
    event = comparison.event
    speakers = {quote.speaker for account in event.accounts for quote in spoken(account)}
    named = {quote.speaker for account in event.accounts for quote in account.quotes}
    named |= {alignment.speaker for alignment in comparison.collation.alignments}
    return Outline(
        event=event.id,
        outlets=tuple(event.outlet(account.id) for account in event.accounts),
        known=_sorted(account.article.outlet for account in event.accounts),
        speakers=_sorted(speakers),
        names=_sorted(named),
        topics=_sorted(topic.name for topic in comparison.topics),
        files=tuple(_file(account) for account in event.accounts),
        quotations=sum(len(account.quotes) for account in event.accounts),
        differences=len(comparison.discrepancies),
    )


def spoken(account: Account) -> Iterator[Quote]:
    """The quotations of an account that somebody is reported to have said, each utterance once."""
    seen: set[int] = set()
    for quote in account.quotes:
        first = quote.start if quote.utterance is None else quote.utterance
        if quote.kind in SPOKEN and first not in seen:
            seen.add(first)
            yield quote


def counts(found: Iterable[Outline]) -> dict[str, int]:
    """How many events, articles, quotations and differences there are, for a report in one line."""
    total = Counter(event=0, article=0, quotation=0, difference=0)
    for event in found:
        total.update(event=1, article=len(event.files), quotation=event.quotations, difference=event.differences)
    return total


def language_notes(found: Iterable[Outline]) -> list[tuple[str, str]]:
    """A remark, with its path, on each article that is not in the language that most are in, and so stays apart."""
    languages = {file.path: file.language for event in found for file in event.files}
    counted = Counter(language for language in languages.values() if language)
    usual = min(counted, key=lambda language: (-counted[language], language), default="")
    return [
        (path, f"is in the language {language!r}, most articles in {usual!r}; articles are compared within a language")
        for path, language in sorted(languages.items())
        if language and language != usual
    ]


def _file(account: Account) -> AccountFile:
    document = account.article.document
    language = (account.article.metadata.language or "").split("-")[0]
    return AccountFile(path=document.path, language=language, notes=document.notes)


def _sorted(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({name for name in names if name}))
