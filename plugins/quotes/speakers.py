"""Who a source is: pronouns, offices and shortened descriptions resolved to one name within an article.

"He" is the first person of fitting gender in its own sentence or the nearest before it, since subjects come first and
are what a text goes on about (centering theory, Grosz, Joshi and Weinstein 1995).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence

from ..english.common_words import PREPOSITIONS
from ..english.names import Entity
from ..english.roles import ROLES
from .phrases import Source
from .tokens import Sentence, Token

_GENDER = {**dict.fromkeys("he him his himself".split(), "m"), **dict.fromkeys("she her hers herself".split(), "f")}
_SENTENCES_BACK = 6
# Heads that say little: "the Norland leader" may be the Norland president.
_GENERAL = frozenset("leader chief head politician official diplomat".split())
_DETERMINER = re.compile(r"\A(?:the|a|an|this|that|these|those) ", re.IGNORECASE)
_WORD = re.compile(r"[\w’'-]+")


def resolve_pronouns(
    sentences: Iterable[Sentence], entities: Sequence[Entity], speaking: Container[int]
) -> dict[int, int]:
    """The entity that each "he" and "she" outside quotations stands for, by the pronoun's offset.

    `speaking` are the entities that are sources: one of them may be a person though its name does not show it.
    """
    genders: list[str | None] = []
    for i, entity in enumerate(entities):
        is_person = entity.kind == "person" or (entity.kind == "other" and i in speaking)
        genders.append((entity.gender or "?") if is_person else None)
    found: dict[int, int] = {}
    recent: list[list[int]] = []
    for sentence in sentences:
        subjects: list[int] = []
        owners: list[int] = []
        recent = [subjects, *recent[:_SENTENCES_BACK]]
        for token in _without_introduction(sentence):
            index = _person(token, recent, genders)
            if index is None:
                continue
            if token.kind == "word":
                found[token.start] = index
            (owners if token.owner else subjects).append(index)
        subjects += owners
    return found


def _without_introduction(sentence: Sentence) -> Sentence:
    """The sentence after "In talks with …," or "Standing beside …,": who is named there is not the subject."""
    opener = sentence[0].text
    inner = sentence[1].text if len(sentence) > 1 else ""
    if not (opener in PREPOSITIONS or opener.endswith("ing")) or (
        opener in ("after", "before", "since") and not inner.endswith("ing")
    ):
        return sentence
    comma = next((i for i, token in enumerate(sentence) if token.text == ","), -1)
    return sentence[comma + 1 :]


def _person(token: Token, recent: Sequence[Sequence[int]], genders: Sequence[str | None]) -> int | None:
    """The person that a name or a pronoun means. A gender is "m", "f" or "?"; None is no person."""
    if token.kind == "name":
        return token.entity if genders[token.entity] else None
    gender = _GENDER.get(token.text) if token.kind == "word" else None
    if gender is None:
        return None
    fitting = (index for subjects in recent for index in subjects if genders[index] in (gender, "?"))
    return next(fitting, None)


def name_of(
    source: Source, text: str, entities: Sequence[Entity], pronouns: Mapping[int, int], earlier: Iterable[str]
) -> str | None:
    """The canonical name of a source; where it has none, its description as printed, without an article.

    `earlier` are the descriptions met before, in the order of the text. None for a pronoun without an antecedent.
    """
    if source.entity >= 0:
        return entities[source.entity].name
    if source.head in _GENDER:
        index = pronouns.get(source.start)
        return None if index is None else entities[index].name
    if source.head in ("it", "they"):
        return _group(entities, earlier)
    if source.head in ("i", "we", "you", "who"):
        return None
    printed = text[source.start : source.end]
    holder = _holder(source, printed, entities)
    return holder or _fuller(source, printed, earlier) or _DETERMINER.sub("", printed, count=1)


def _group(entities: Sequence[Entity], earlier: Iterable[str]) -> str | None:
    """The source before, if it is no person: for "it" and "they"."""
    people = {entity.name for entity in entities if entity.kind == "person"}
    last = next(iter(reversed(list(earlier))), None)
    return None if last in people else last


def _holder(source: Source, printed: str, entities: Sequence[Entity]) -> str | None:
    """The person last named who has the office of a definite description: "the minister"."""
    if not printed.lower().startswith(("the ", "this ")) or source.head not in ROLES:
        return None
    words = set(_words(printed)[1:])
    if source.head in _GENERAL and len(words) > 1:
        words.discard(source.head)
    else:
        words = {source.head}
    holders = [
        (mention.start, entity.name)
        for entity in entities
        if entity.kind == "person" and any(words <= set(_words(role)) for role in entity.roles)
        for mention in entity.mentions
        if mention.start < source.start
    ]
    return max(holders)[1] if holders else None


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
