"""How much what stands at a place in an article says about its event: news prose tells when and where at once."""

from __future__ import annotations

import msgspec

from digest import Article, BlockKind

OPENING = 3.0
_LATER = 0.5
_OPENING_BLOCKS = 2
_BLOCK_WEIGHT: dict[BlockKind, float] = {"title": OPENING, "caption": OPENING, "heading": 1.0}


class PositionWeights(msgspec.Struct, frozen=True):
    """The article's own blocks as start, end and weight."""

    blocks: tuple[tuple[int, int, float], ...]

    def at(self, offset: int) -> float:
        """The weight of what stands at an offset; 0 outside the story."""
        return next((weight for start, end, weight in self.blocks if start <= offset < end), 0.0)


def position_weights(article: Article) -> PositionWeights:
    """Most for headline, captions and the opening paragraphs, little for what follows."""
    opening = {block.start for block in [*article.blocks_of("body")][:_OPENING_BLOCKS]}
    return PositionWeights(
        tuple(
            (block.start, block.end, _BLOCK_WEIGHT.get(block.kind, OPENING if block.start in opening else _LATER))
            for block in article.own_blocks
        )
    )
