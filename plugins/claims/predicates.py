"""What happened at a date or a place, or took a time: the verb or the noun of action that goes with it."""

from __future__ import annotations

import re

from digest import Span
from digest.text import WORD

from ..english.common_words import DETERMINERS, IRREGULAR_FORMS, VERBS
from ..english.lemmas import lemma, noun_lemma
from ..english.synonyms import concept
from ..english.terms import is_common_verb
from .counting import noun_after

_POSSESSIVE = re.compile(r"[’']s? ")
_DETERMINER = re.compile(r"\b(?:the|an?|that|its|his|her) $")
# What is open until a day closes on it.
_OPEN_UNTIL = re.compile(r"\bopen (?:until|till|through) $")
_AUXILIARY = frozenset("be have do will would can could may might must shall should get".split())
_BEFORE_BASE = frozenset("to will would can could may might must shall should not".split())
_DERIVED = ("tion", "sion", "ment", "tions", "sions", "ments")


def predicate(text: str, clause: Span, expression: Span) -> str | None:
    """The lemma of what happened then or there.

    That is the noun that the expression stands before ("Monday's debate", "the 2012 massacre"), or else the action
    word nearest before it in its clause, or else the first after it.
    """
    start, end = expression
    if possessive := _POSSESSIVE.match(text, end):
        end = possessive.end()
    if possessive or _DETERMINER.search(text, max(clause[0], start - 5), start):
        head = noun_after(text, end, clause[1], plural=False)
        if head:
            return head.noun
    if _OPEN_UNTIL.search(text, clause[0], start):
        return "close"
    before = _actions(text, clause[0], expression[0])
    return before[-1] if before else next(iter(_actions(text, expression[1], clause[1])), None)


def _actions(text: str, start: int, end: int) -> list[str]:
    found: list[str] = []
    previous = ""
    for match in WORD.finditer(text, start, end):
        word = match[0]
        if word[0].islower() and (action := _action(word, previous)):
            found.append(action)
        previous = word.lower()
    return found


def _action(word: str, previous: str) -> str | None:
    base = lemma(word)
    if base in _AUXILIARY:
        return None
    if word in IRREGULAR_FORMS or (word in VERBS and previous in _BEFORE_BASE):
        return base
    if word.endswith("ing") and is_common_verb(word):
        return base
    if word.endswith("ed") and base != word and previous not in DETERMINERS:
        return base
    noun = noun_lemma(word)
    # A noun that newsrooms use for a verb, or one made of a verb.
    return noun if concept(noun) != noun or noun in _HEADS or word.endswith(_DERIVED) else None


_HEADS = frozenset(
    "date meet visit attack protest fire flood crash quake shooting explosion election announcement".split()
)
