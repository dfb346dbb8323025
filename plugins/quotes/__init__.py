"""Finds reported speech: quotations with their speakers, and what is reported without marks.

The flow: marks are paired (`marks`), each sentence is folded so that a quotation is one token (`tokens`), and frames of
source and report are found in it (`lines`): of verbs (`frames`, with `verbs`, `actors`, `subjects`, `openings` and
`phrases`) and of nouns (`nominals`). Quotations are linked to frames (`attribution`, `sieves`, `naming`, `places`).
What frames report without marks is cut out (`indirect`, with `clauses`, `hearers`, `bounds`, `complements` and
`matters`), and so is what is reported of nobody in particular (`unsourced`). Sources are resolved to names
(`speakers`, with `pronouns` and `offices`). Turns of a transcript and embedded posts are taken as they are
(`transcripts`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from digest import Article, Quote, QuoteKind, Span, hookimpl

from ..english.cues import reporting_verb
from ..english.names import Entity, find_entities
from .attribution import link
from .indirect import find_reported
from .lines import Line, read_line
from .marks import Marked, find_marked
from .phrases import Source
from .places import Link
from .pronouns import is_the, resolve_pronouns
from .speakers import name_of
from .tokens import fold
from .transcripts import Turn, find_posts, find_turns

_WORD = re.compile(r"\w+")
_MOST_WORDS_OF_A_CUE = 8
_SENTENCE_INSIDE = re.compile(r"[.!?…][”’\"']? +[A-Z“\"‘]")
_WRITERS = frozenset("i we you".split())
_SURE_WITHOUT_MARKS = 0.8
_FEWEST_SPACES = 4


class Speech(msgspec.Struct, frozen=True):
    """Reported speech whose source is not yet resolved to a name."""

    start: int
    end: int
    kind: QuoteKind
    source: Source | None
    verb: Span | None
    utterance: int | None
    confidence: float
    rule: str


@hookimpl
def extract_quotes(article: Article) -> Iterator[Quote]:
    """Quotations and reported speech of the article's own blocks, in the order of the text."""
    entities = find_entities(article)
    turns = [*find_turns(article, entities), *find_posts(article, entities)]
    spoken = {turn.block.start for turn in turns}
    marked = [span for span in find_marked(article) if span.block.start not in spoken]
    marked = [span for span in marked if not _is_stray(article.text, span)]
    folded = fold(article, marked, entities)
    lines = [read_line(block, tokens) for block, tokens in folded if block.start not in spoken]
    links = link(lines, [span.open_ended for span in marked])
    speech = [*map(_said, turns), *_quoted(lines, marked, links), *_reported(article.text, lines)]
    yield from _named(article, lines, entities, speech)


def _is_stray(text: str, span: Marked) -> bool:
    """Whether a stretch between two opening marks is no quotation but "She said,": the first mark is a misprint."""
    said = text[span.start : span.end].rstrip()
    words = _WORD.findall(said.lower())
    if not span.open_ended or not words or len(words) > _MOST_WORDS_OF_A_CUE or said[-1] not in ",:":
        return False
    return reporting_verb(words[-1]) is not None


def _said(turn: Turn) -> Speech:
    """A turn of a transcript, or a post."""
    source = Source(turn.label_start, turn.label_end, 0, 0, "", turn.entity)
    return Speech(turn.start, turn.end, "direct", source, None, turn.start, 0.95, turn.rule)


def _quoted(lines: Iterable[Line], marked: Sequence[Marked], links: Mapping[int, Link]) -> Iterator[Speech]:
    """What stands in marks."""
    for line in lines:
        for k in line.quotes:
            index = line.tokens[k].marked
            span, found = marked[index], links.get(index)
            if found is None:
                yield _unattributed(line, span)
                continue
            verb = (found.frame.cue_start, found.frame.cue_end) if found.frame else None
            first = marked[_first_part(links, index)].start
            kind = _kind(line, k, found)
            if kind == "partial" and found.source.head in _WRITERS:  # "I almost wrote “odd”"
                yield _unattributed(line, span)
                continue
            yield Speech(span.start, span.end, kind, found.source, verb, first, found.confidence, found.rule)


def _unattributed(line: Line, span: Marked) -> Speech:
    """What stands in marks without a source: a paragraph of whole sentences is said by somebody, a term is not."""
    said = line.tokens[0].text
    alone = (span.outer_start, span.outer_end) == (line.block.start, line.block.end)
    if line.block.kind == "body" and alone and said.count(" ") >= _FEWEST_SPACES and said[-1:] in ".!?":
        return Speech(span.start, span.end, "direct", None, None, span.start, 0.6, "a paragraph in marks")
    kind: QuoteKind = "title" if line.block.kind in ("title", "heading") else "scare"
    return Speech(span.start, span.end, kind, None, None, None, 1.0, "in marks, nobody is reported to say it")


def _first_part(links: Mapping[int, Link], index: int) -> int:
    """The marked stretch that an utterance of several parts begins with."""
    while index in links and links[index].continues is not None:
        index = links[index].continues or 0
    return index


def _kind(line: Line, k: int, found: Link) -> QuoteKind:
    if line.block.kind in ("title", "heading"):
        return "title"
    said = line.tokens[k].text
    if found.continues is not None or _SENTENCE_INSIDE.search(said):
        return "direct"
    return "direct" if _is_introduced(line, k, found) and not said[:1].islower() else "partial"


def _is_introduced(line: Line, k: int, found: Link) -> bool:
    """Whether a quotation stands for itself and is no part of the reporting sentence's grammar."""
    before = line.tokens[k - 1]
    return (
        k == 0 or before.text in ",:—–" or before.kind == "quote" or (found.frame is not None and found.frame.stop == k)
    )


def _reported(text: str, lines: Sequence[Line]) -> Iterator[Speech]:
    """What is reported without marks."""
    starts: set[int] = set()
    speaking = {frame.source.entity for line in lines if line.block.kind == "body" for frame in line.frames} - {-1}
    for line in lines:
        for found in find_reported(line, speaking):
            start, end = line.tokens[found.begin].start, line.tokens[found.stop - 1].end
            if start in starts:
                continue
            starts.add(start)
            end += text.startswith(".,", end)  # "in Velmar, Nor., he said"
            end += text.startswith(")", end) and "(" in text[start:end]
            verb = (found.frame.cue_start, found.frame.cue_end)
            source = None if found.unsourced else found.frame.source
            yield Speech(start, end, "indirect", source, verb, start, _SURE_WITHOUT_MARKS, found.rule)


def _named(
    article: Article, lines: Sequence[Line], entities: Sequence[Entity], speech: Iterable[Speech]
) -> Iterator[Quote]:
    """The quotes, with sources resolved to speakers in the order of the text."""
    sources = ((line.tokens, frame.source) for line in lines for frame in line.frames)
    speaking = {source.entity for tokens, source in sources if not is_the(tokens, source)}
    pronouns = resolve_pronouns([line for line in lines if line.tokens], article.text, entities, speaking)
    earlier: list[str] = []
    for said in sorted(speech, key=lambda said: (said.start, said.end)):
        speaker = name_of(said.source, article.text, entities, pronouns, earlier) if said.source else None
        if speaker:
            earlier.append(speaker)
        yield Quote(
            article=article.id,
            start=said.start,
            end=said.end,
            text=article.text[said.start : said.end],
            kind=said.kind,
            speaker=speaker,
            cue=(said.source.start, said.source.end) if said.source else None,
            verb=said.verb,
            utterance=said.utterance,
            confidence=said.confidence,
            rule=said.rule,
        )
