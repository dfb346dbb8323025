"""Who a source is: pronouns, offices and shortened descriptions resolved to one name within an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from ..english.cues import GROUPS, TELLERS
from ..english.names import Entity
from .offices import helper, holder
from .phrases import AGED, Source
from .pronouns import GENDER, Antecedent, is_plural

_GROUPS = frozenset("it its they their".split())
# Words that stand for somebody who has to be found elsewhere.
_NOBODY = frozenset("i we you who one all both each another".split())
_DETERMINER = re.compile(r"\A(?:the|a|an|both|this|that|these|whose) ", re.IGNORECASE)
_WORD = re.compile(r"[\w’'-]+")
_COMPLEMENT = re.compile(r" (?:of|from|by|to|for|in|at|on) ")


def name_of(
    source: Source, text: str, entities: Sequence[Entity], pronouns: Mapping[int, Antecedent], earlier: Iterable[str]
) -> str | None:
    """The canonical name of a source; where it has none, its description as printed, without an article.

    `earlier` are the descriptions met before, in the order of the text. None for a pronoun without an antecedent.
    """
    if source.entity >= 0:
        return entities[source.entity].name
    meant = source.head in GENDER or source.head in _GROUPS or source.head.endswith(AGED)
    person = pronouns.get(source.start) if meant else None
    if isinstance(person, Source):
        source = person
    elif person is not None:
        return entities[person].name
    elif source.head in GENDER:
        return None
    if source.head in _GROUPS:
        return _group(source, entities, earlier)
    if source.head in _NOBODY and source.stop - source.begin < 2:
        return None
    printed = text[source.start : source.end]
    opener = printed.split(" ", 1)[0]
    owner = pronouns.get(source.start) if opener.lower() in ("his", "her") else None
    if isinstance(owner, int):  # "her lawyer"
        lawyer = helper(entities[owner], source.head, source.start, entities)
        his = f"{entities[owner].name}’s{printed.removeprefix(opener)}"
        return his if lawyer is None else entities[lawyer].name
    office = holder(printed, source.head, source.start, entities)
    if office is not None:
        return entities[office].name
    fuller = _namesake(source, printed, entities) or _fuller(source, printed, earlier)
    return fuller or _DETERMINER.sub("", printed, count=1)


def _group(source: Source, entities: Sequence[Entity], earlier: Iterable[str]) -> str | None:
    """The source before, if "it" may stand for it, a body or a document, or "they", several people."""
    last = next(iter(reversed(list(earlier))), "")
    one = source.head in ("it", "its")
    named = next((entity for entity in entities if entity.name == last), None)
    if named:
        return last if named.kind != "person" and (one or is_plural(named)) else None
    heads = _words(_COMPLEMENT.split(last)[0])[-1:]
    return last if any(head in TELLERS if one else head.endswith("s") for head in heads) else None


def _namesake(source: Source, printed: str, entities: Sequence[Entity]) -> str | None:
    """The one body whose name ends in the head of a definite description: "the zoo" of Velmar Zoo."""
    if not printed.lower().startswith("the ") or source.head not in GROUPS or " " in printed[4:]:
        return None
    names = [entity.name for entity in entities if entity.kind != "person" and len(entity.words) > 1]
    same = [name for name in names if name.lower().endswith(" " + source.head)]
    return same[0] if len(same) == 1 else None


def _fuller(source: Source, printed: str, earlier: Iterable[str]) -> str | None:
    """The description met before that a definite one repeats in short: "the officials"."""
    if not printed.lower().startswith(("the ", "these ", "those ")) or source.head in ("man", "woman", "person"):
        return None
    same = [
        known for known in earlier if source.head in _words(known) and set(_words(printed)[1:]) <= set(_words(known))
    ]
    return same[-1] if same else None


def _words(phrase: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(phrase)]
