"""What an article by itself is asked for: metadata, blocks, quotations."""

from __future__ import annotations

from collections.abc import Iterator

from digest import Account, Passage, Quote
from digest.model import JUNK

from .case import Case
from .labels import Gold, place
from .words import core, overlap, same_name, same_title


def metadata_cases(path: str, account: Account, labels: Gold) -> Iterator[Case]:
    """Title, outlet and date of publication; an outlet that the page does not tell must not be made up."""
    metadata = account.article.metadata
    outlet, published, title = labels.get("outlet"), labels.get("published"), labels.get("title")
    same = same_name(metadata.outlet, outlet) if outlet else metadata.outlet is None
    yield Case("outlets", same, f"{path}: {outlet}, got {metadata.outlet}")
    yield Case("published", metadata.published == published, f"{path}: {published}, got {metadata.published}")
    if title:
        yield Case("titles", same_title(metadata.title, title), f"{path}: {title!r}, got {metadata.title!r}")


def block_cases(path: str, account: Account, labels: Gold) -> Iterator[Case]:
    """The kind of each line. One that the reader left out is as good as junk."""
    for line, wanted in _kinds(account, labels).items():
        accepted = {wanted, *labels.get("also", {}).get(line, [])}
        kind = next((block.kind for block in account.article.blocks if block.line == line), None)
        note = f"{path}:{line}: {wanted}, got {kind}: {_line_text(account, line)[:70]!r}"
        left_out = kind in JUNK or kind is None
        yield Case("block_accuracy", kind in accepted or (kind is None and bool(accepted & JUNK)), note)
        if accepted <= JUNK:
            yield Case("junk_prf", left_out, note)
        if kind in JUNK:
            yield Case("junk_prf", bool(accepted & JUNK), note, "found")
        if wanted == "body" and not accepted & JUNK:
            yield Case("body_lines_lost", not left_out, note)


def quote_cases(path: str, account: Account, labels: Gold) -> Iterator[Case]:
    """Quotations with marks, their kinds and speakers, and reported speech.

    Headlines and captions are not asked for, nor is a term that may pass for a scare quotation.
    """
    quotes = [quote for quote in account.quotes if quote.kind in ("direct", "partial")]
    right: set[str] = set()
    for label in labels["quotes"]:
        where, accepted = place(account, label), {label["kind"], *label.get("also_kind", [])}
        note = f"{path}:{label['line']}: {label['text'][:70]!r}"
        quote = next((q for q in quotes if overlap(core(account, q), core(account, where)) >= 0.9), None)
        if quote and accepted != {"scare"}:
            right.add(quote.id)
        if label["kind"] == "indirect":
            reported = (quote for quote in account.quotes if quote.kind == "indirect")
            yield Case("indirect_found", any(overlap(quote, where) >= 0.3 for quote in reported), note)
        elif not accepted & {"scare", "title"}:
            yield Case("quote_prf", quote is not None, f"missed {note}")
            yield from _attribution_cases(quote, label, accepted, note) if quote else ()
    kinds = _kinds(account, labels)
    for quote in quotes:
        line = _line_of(account, quote)
        if quote.id in right or kinds[line] not in ("title", "heading", "caption"):
            yield Case("quote_prf", quote.id in right, f"false {path}:{line}: {quote.text[:70]!r}", "found")


def _attribution_cases(quote: Quote, label: Gold, accepted: set[str], note: str) -> Iterator[Case]:
    yield Case("quote_kind", quote.kind in accepted, f"{label['kind']}, got {quote.kind} {note}")
    if "speaker" in label:
        names = [label["speaker"], *label.get("also_speaker", [])]
        same = any(same_name(quote.speaker, name) for name in names)
        yield Case("speaker_accuracy", same, f"{label['speaker']}, got {quote.speaker} {note}")


def _kinds(account: Account, labels: Gold) -> dict[int, str]:
    """The label of each line that the labels or the reader know; what is not labelled is body."""
    labelled = {line: kind for kind, lines in labels["blocks"].items() for line in lines}
    return {paragraph.line: "body" for paragraph in account.article.document.paragraphs} | labelled


def _line_of(account: Account, passage: Passage) -> int:
    return max(p.line for p in account.article.document.paragraphs if p.start <= passage.start)


def _line_text(account: Account, line: int) -> str:
    document = account.article.document
    return next((document.text[p.start : p.end] for p in document.paragraphs if p.line == line), "")
