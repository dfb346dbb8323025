"""Finds reported speech: quotations with their speakers, and what is reported without marks.

The flow: marks are paired (`marks`), each sentence is folded so that a quotation is one token (`tokens`), frames of
source and reporting verb are found in it (`frames`, `sources`), quotations are linked to frames (`attribution`), and
sources are resolved to names (`speakers`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest import Article, Quote, QuoteKind, hookimpl

from ..english.names import Entity, find_entities
from .attribution import Line, Link, chain, is_attribution_only, link, read_line
from .marks import Marked, find_marked
from .speakers import name_of, resolve_pronouns
from .tokens import fold

_SENTENCE_INSIDE = re.compile(r"[.!?…][”’\"']? +[A-Z“\"‘]")


@hookimpl
def extract_quotes(article: Article) -> Iterator[Quote]:
    """Quotations and reported speech of the article's own blocks, in the order of the text."""
    entities = find_entities(article)
    marked = [span for span in find_marked(article) if not _is_stray(article.text, span)]
    blocks = article.blocks_of("title", "heading", "body", "caption")
    lines = [read_line(block, tokens) for block in blocks for tokens in fold(article, block, marked, entities)]
    links = link(lines, [span.open_ended for span in marked])
    yield from _quotes(article, entities, marked, lines, links)


def _is_stray(text: str, span: Marked) -> bool:
    return span.open_ended and is_attribution_only(text[span.start : span.end])


def _quotes(
    article: Article,
    entities: Sequence[Entity],
    marked: Sequence[Marked],
    lines: Sequence[Line],
    links: dict[int, Link],
) -> Iterator[Quote]:
    pronouns = resolve_pronouns((line.tokens for line in lines), entities)
    earlier: list[str] = []
    for line in lines:
        for k in line.quotes:
            index = line.tokens[k].marked
            span, found = marked[index], links.get(index)
            speaker = None
            if found and found.source:
                speaker = name_of(found.source, article.text, entities, pronouns, earlier)
                if speaker:
                    earlier.append(speaker)
            frame = found.frame if found else None
            yield Quote(
                article=article.id,
                start=span.start,
                end=span.end,
                text=article.text[span.start : span.end],
                kind=_kind(article.text, line, k, found),
                speaker=speaker,
                cue=(found.source.start, found.source.end) if found and found.source else None,
                verb=(frame.cue_start, frame.cue_end) if frame else None,
                utterance=marked[list(chain(links, index))[-1]].start if found else None,
                confidence=found.confidence if found else 1.0,
                rule=found.rule if found else "in marks, nobody is reported to have said it",
            )


def _kind(text: str, line: Line, k: int, found: Link | None) -> QuoteKind:
    if line.block.kind in ("title", "heading"):
        return "title"
    if found is None:
        return "scare"
    said = line.tokens[k].text
    before = line.tokens[k - 1].text if k else ""
    introduced = (
        k == 0
        or before in (",", ":", "—", "–")
        or line.tokens[k - 1].kind == "quote"
        or bool(found.frame and found.frame.stop == k)
    )
    if _SENTENCE_INSIDE.search(said) or (introduced and not said[:1].islower()) or found.continues is not None:
        return "direct"
    return "partial"
