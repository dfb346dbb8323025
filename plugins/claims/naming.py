"""Claims of names: who is mentioned with which title."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from digest import Claim

from ..english.names import Entity
from .context import Sentence, claim


def name_claims(sentences: Sequence[Sentence], entities: Sequence[Entity]) -> Iterator[Claim]:
    """The mentions of people that give a title or role: `value` the canonical name, `counted` the role as printed."""
    titled = sorted(
        (
            (mention, entity.name)
            for entity in entities
            if entity.kind == "person"
            for mention in entity.mentions
            if mention.role
        ),
        key=lambda pair: pair[0].start,
    )
    starts = [sentence.start for sentence in sentences]
    for mention, name in titled:
        sentence = sentences[bisect_right(starts, mention.start) - 1]
        if sentence.start <= mention.outer and mention.end <= sentence.end:
            yield claim(
                sentence, mention.outer, mention.end, "name with title", kind="name", value=name, counted=mention.role
            )
