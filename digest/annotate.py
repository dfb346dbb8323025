"""Annotation: one document alone becomes one account, through the plugins' labels, quotes and claims."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from digest.errors import ContentError, PluginError
from digest.model import Account, Article, Block, Claim, Document, Metadata, Passage, Quote
from digest.plugins import Host
from digest.read import credible

P = TypeVar("P", bound=Passage)


def annotate(document: Document, article_id: str, host: Host) -> Account:
    """The account that a document gives. It depends on nothing but the document and the plugins.

    Raises ContentError if no text of an article is left, PluginError for what a plugin may not return.
    """
    blocks = label(document, host)
    if not any(block.kind in ("title", "body") for block in blocks):
        raise ContentError(document.path, "no text of an article was found in it; look at the file")
    article = Article(article_id, document, blocks, describe(document, blocks, host))
    quotes = extract("extract_quotes", Quote, article, host)
    claims = extract("extract_claims", Claim, article, host)
    return Account(article, quotes, claims)


def label(document: Document, host: Host) -> tuple[Block, ...]:
    """A label for every paragraph: the last plugin's, or what the format says, or body."""
    places = {(paragraph.start, paragraph.end) for paragraph in document.paragraphs}
    labels: dict[int, Block] = {}
    for plugin, blocks in host.collect("label_blocks", Block, document.path, document=document):
        for block in blocks:
            if (block.start, block.end) not in places:
                span = f"{block.kind} {block.start}–{block.end}"
                message = f"{span} is not a paragraph of the document; take start and end from one"
                raise PluginError(plugin, message, hook="label_blocks", subject=document.path)
            labels[block.start] = msgspec.structs.replace(block, plugin=plugin)
    return tuple(
        labels.get(p.start) or Block(p.start, p.end, p.kind or "body", p.line, "no plugin labelled it")
        for p in document.paragraphs
    )


def describe(document: Document, blocks: tuple[Block, ...], host: Host) -> Metadata:
    """What the document says of itself, then what the plugins find."""
    metadata = document.metadata
    for _, found in host.gather("find_metadata", Metadata, document.path, document=document, blocks=blocks):
        metadata = metadata.or_else(credible(found))
    return metadata


def extract(hook: str, result: type[P], article: Article, host: Host) -> tuple[P, ...]:
    """All plugins' annotations in the order of the text; of two that start alike, the earlier plugin's."""
    found: dict[tuple[int, str], P] = {}
    for plugin, items in host.collect(hook, result, article.id, article=article):
        verbatim(items, {article.id: article}, plugin, hook)
        for item in items:
            found.setdefault((item.start, getattr(item, "kind", "")), msgspec.structs.replace(item, plugin=plugin))
    return tuple(sorted(found.values(), key=lambda item: item.span))


def verbatim(passages: Iterable[Passage], articles: dict[str, Article], plugin: str, hook: str) -> None:
    """Check that each passage stands in its article as it says. Raises PluginError for the first that doesn't."""
    for passage in passages:
        article = articles.get(passage.article)
        if article is None:
            message = f"names the article {passage.article!r}, which it was not given; use article.passage(start, end)"
        elif not 0 <= passage.start < passage.end <= len(article.text):
            message = f"the range {passage.start}–{passage.end} is empty or outside the text; offsets count characters"
        elif article.text[passage.start : passage.end] != passage.text:
            span = f"{passage.start}–{passage.end}"
            message = f"{passage.text[:60]!r} does not stand at {span}; use article.passage(start, end)"
        else:
            continue
        raise PluginError(plugin, message, hook=hook, subject=passage.article)
