"""Text that accounts share: how much each pair does, and where it stands in both."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from digest.model import Article, Passage, Reuse
from digest.pages.edition import Edition
from digest.pages.views.reuse import Ribbon, SharedText, ShareRow

_MOST_PASSAGES = 5
# More accounts than this, each with each, are no table for a reader.
_MOST_COMPARED = 12
_WIDTH = 1000


def shared(edition: Edition) -> tuple[SharedText, ...]:
    """The pairs of accounts that share text, those that share most first."""
    found = sorted(edition.comparison.collation.reuse, key=lambda reuse: (-reuse.share, reuse.articles))
    return tuple(_shared_text(reuse, edition) for reuse in found)


def shares(pairs: Sequence[SharedText]) -> tuple[ShareRow, ...]:
    """For each account that shares text, how much with which; none for a single pair, or if the accounts are many."""
    sigla = sorted({siglum for pair in pairs for siglum in (pair.first, pair.second)}, key=lambda s: s.letters)
    percent = {(one, other): p.percent for p in pairs for one, other in ((p.first, p.second), (p.second, p.first))}
    if not 2 < len(sigla) <= _MOST_COMPARED:
        return ()
    return tuple(ShareRow(siglum=one, percents=tuple(percent.get((one, s)) for s in sigla)) for one in sigla)


def _shared_text(reuse: Reuse, edition: Edition) -> SharedText:
    longest = sorted(reuse.passages, key=lambda pair: pair[0].start - pair[0].end)[:_MOST_PASSAGES]
    first, second = (edition.comparison.event.by_id[article].article for article in reuse.articles)
    lengths = (_place(first, len(first.text)), _place(second, len(second.text)))
    scale = _WIDTH / max(1, *lengths)
    return SharedText(
        first=edition.sigla[first.id],
        second=edition.sigla[second.id],
        percent=round(100 * reuse.share),
        origin=reuse.origin or "",
        passages=tuple((edition.cite(one), edition.cite(other)) for one, other in longest),
        lengths=(round(scale * lengths[0]), round(scale * lengths[1])),
        ribbons=tuple(
            Ribbon(first=_range(first, one, scale), second=_range(second, other, scale))
            for one, other in sorted(reuse.passages, key=lambda pair: pair[0].span)
        ),
    )


def _range(article: Article, passage: Passage, scale: float) -> tuple[int, int]:
    start = round(scale * _place(article, passage.start))
    return start, max(start + 1, round(scale * _place(article, passage.end)))


def _place(article: Article, offset: int) -> int:
    """How much of an article's own text stands before an offset."""
    starts, lengths = article.derived(_lengths)
    before = bisect_right(starts, offset) - 1
    if before < 0:
        return 0
    return lengths[before] + min(article.own_blocks[before].end, offset) - starts[before]


def _lengths(article: Article) -> tuple[list[int], list[int]]:
    """Where each of an article's own blocks starts, and how much of its own text stands before."""
    sizes = (block.end - block.start for block in article.own_blocks)
    return [block.start for block in article.own_blocks], list(accumulate(sizes, initial=0))
