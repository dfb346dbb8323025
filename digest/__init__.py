"""A static site generator that compares how news outlets report the same event."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from digest.cache import derived
    from digest.hookspecs import hookimpl
    from digest.model import (
        Account,
        Alignment,
        Article,
        Block,
        BlockKind,
        Claim,
        ClaimKind,
        Collation,
        Column,
        Comparison,
        Confidence,
        Discrepancy,
        DiscrepancyKind,
        Document,
        Event,
        Group,
        Hedge,
        Member,
        Metadata,
        Page,
        Paragraph,
        Passage,
        Person,
        Quote,
        QuoteKind,
        Reading,
        Reuse,
        Severity,
        Source,
        Span,
        Statement,
        StatementKind,
        Topic,
        Variation,
    )

__all__ = [
    "Account",
    "Alignment",
    "Article",
    "Block",
    "BlockKind",
    "Claim",
    "ClaimKind",
    "Collation",
    "Column",
    "Comparison",
    "Confidence",
    "Discrepancy",
    "DiscrepancyKind",
    "Document",
    "Event",
    "Group",
    "Hedge",
    "Member",
    "Metadata",
    "Page",
    "Paragraph",
    "Passage",
    "Person",
    "Quote",
    "QuoteKind",
    "Reading",
    "Reuse",
    "Severity",
    "Source",
    "Span",
    "Statement",
    "StatementKind",
    "Topic",
    "Variation",
    "derived",
    "hookimpl",
]


def __getattr__(name: str) -> Any:
    """A public name, imported when it is first asked for, so that the command line need not wait for all of them."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from digest import cache, hookspecs, model

    module = {"derived": cache, "hookimpl": hookspecs}.get(name, model)
    globals()[name] = found = getattr(module, name)
    return found
