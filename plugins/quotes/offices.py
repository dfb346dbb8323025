"""Who is meant by what somebody is: "the minister", "the US president", "the actress", "the congressman"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..english.names import Entity
from ..english.roles import ROLES

_WORD = re.compile(r"[\w’'-]+")
# Heads that say little: "the Norland leader" may be the Norland president.
_GENERAL = frozenset("leader chief head politician official diplomat".split())
# What makes another office of one.
_LESSER = frozenset("vice deputy assistant associate former ex".split())
# What the same person may be called. Each is one of the people on its right, or of its own line.
_ALSO = {
    word: frozenset(line.split())
    for line in (
        "lawmaker legislator congressman congresswoman representative senator mp",
        "candidate nominee",
        "lawyer attorney solicitor",
        "spokesman spokeswoman spokesperson",
        "chairman chairwoman chair chairperson",
        "actor actress star comedian",
        "singer star musician",
        "ceo executive boss chief",
        "businessman businesswoman entrepreneur tycoon mogul",
        "policeman policewoman officer",
        "researcher scientist professor",
        "author writer novelist",
        "founder co-founder cofounder",
    )
    for word in line.split()
}


def holder(printed: str, head: str, at: int, entities: Sequence[Entity]) -> int | None:
    """The index of the person whom a definite description with this head means at an offset; or None.

    Of several who have the office the one named last is meant, if nothing else in the description speaks against that.
    One who is only called something like it has to be the only one.
    """
    head = head.removeprefix("ex-")
    if head not in ROLES or not printed.lower().startswith(("the ", "this ")):
        return None
    words = _WORD.findall(printed)[1:]
    said = {word.lower() for word in words} - {head}
    named = [i for i, entity in enumerate(entities) if entity.kind == "person" and _is_before(entity, at)]
    exact: dict[int, tuple[int, bool, int]] = {}
    for i in named:
        fitting = [_words(role) for role in entities[i].roles if _has(role, head, said, words)]
        if fitting:
            last = max(mention.start for mention in entities[i].mentions if mention.start < at)
            exact[i] = (max(len(said & known) for known in fitting), {head} in fitting, last)
    if exact:
        return max(exact, key=lambda i: exact[i])
    alike = [i for i in named if any(_is_alike(role, head, words) for role in entities[i].roles)]
    if len(alike) > 1:  # "the Fox host" is rather a host than a radio host
        alike = [i for i in alike if any(_words(role) <= said | {head} for role in entities[i].roles)]
    return alike[0] if len(alike) == 1 else None


def _is_before(entity: Entity, at: int) -> bool:
    """Whether somebody is named before the description, not just ahead of it: "In Velmar, the mayor said"."""
    return entity.mentions[0].start < at and not any(at - 3 < mention.end <= at for mention in entity.mentions)


def helper(owner: Entity, head: str, at: int, entities: Sequence[Entity]) -> int | None:
    """The index of the one person named in full whom "his lawyer" means at an offset, if he is the owner; or None."""
    if head not in ROLES:
        return None
    found = [
        i
        for i, entity in enumerate(entities)
        if entity.kind == "person" and len(entity.words) > 1 and entity != owner and entity.mentions[0].start < at
        if any(head in _words(role) and _is_owned(role, owner) for role in entity.roles)
    ]
    return found[0] if len(found) == 1 else None


def _is_owned(role: str, owner: Entity) -> bool:
    return bool(_words(role) & {"his", "her", owner.words[-1].lower(), owner.words[-1].lower() + "'s"})


def _has(role: str, head: str, said: set[str], words: Sequence[str]) -> bool:
    """Whether a role has the head of a description, and nothing in the two is at odds."""
    known = _words(role)
    if (known & _LESSER) - said:  # "the president" is no vice president
        return False
    if head in _GENERAL and said:
        return said <= known
    here = {word.lower() for word in words if word[0].isupper()}
    return head in known and here <= known | {head}


def _is_alike(role: str, head: str, words: Sequence[str]) -> bool:
    also = _ALSO.get(head, frozenset((head,)))
    return not also.isdisjoint(_words(role)) and _agree(role, words)


def _agree(role: str, words: Sequence[str]) -> bool:
    """Whether the same places stand in a role and in the words of a description, or in one of them only."""
    known = _words(role)
    here = {word.lower() for word in words if word[0].isupper()}
    there = {word.lower() for word in _WORD.findall(role) if word[0].isupper()} - ROLES
    return not here or not there or bool(here & known)


def _words(phrase: str) -> set[str]:
    return {word.lower().replace("’", "'") for word in _WORD.findall(phrase)}
