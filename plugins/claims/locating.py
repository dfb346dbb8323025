"""Claims of places: where something is said to have happened, as narrow as the text gives it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest import Claim

from ..english.names import Entity
from ..english.places import Place, dateline, find_places
from .context import Sentence, claim
from .predicates import predicate


def place_claims(sentences: Sequence[Sentence], entities: Sequence[Entity]) -> Iterator[Claim]:
    """The places of the sentences: `value` from the narrowest outwards, `counted` what happened there."""
    people = {mention.name for entity in entities if entity.kind == "person" for mention in entity.mentions}
    first = next((sentence for sentence in sentences if sentence.block.kind == "body"), None)
    for sentence in sentences:
        heading = dateline(sentence.text, sentence.start, sentence.end) if _opens(sentence, first) else None
        if heading:
            yield _claim(sentence, heading)
        for place in find_places(sentence.text, sentence.start, sentence.end, people):
            yield _claim(sentence, place)


def _opens(sentence: Sentence, first: Sentence | None) -> bool:
    return first is not None and sentence.start == first.start


def _claim(sentence: Sentence, place: Place) -> Claim:
    rule = "dateline" if place.dateline else "near a place" if place.near else "place after a preposition"
    return claim(
        sentence,
        place.start,
        place.end,
        rule,
        kind="place",
        value=", ".join(place.names),
        counted=predicate(sentence.text, sentence.clause(place.start), (place.start, place.end)),
    )
