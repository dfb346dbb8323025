"""What stands between a reporting verb and what it reports: to whom it was said, when and where."""

from __future__ import annotations

from ..english.common_words import DETERMINERS, NUMBER_WORDS, TIME_WORDS
from ..english.terms import is_common_verb
from .complements import is_infinitive
from .frames import Frame
from .phrases import OBJECTS, PRONOUNS, SPELLS, phrase_starting
from .subjects import is_skipped
from .tokens import Sentence

# What opens a phrase of when, where and to whom it was said.
CIRCUMSTANCES = frozenset("to with for in on at during after before under through amid".split())
CLAUSE_OPENERS = (
    PRONOUNS
    | DETERMINERS
    | NUMBER_WORDS
    | frozenset(
        "there if only even too much more less nobody nothing none someone everyone everybody everything".split()
    )
)
_COUNTING = DETERMINERS | NUMBER_WORDS
_PRESENT = frozenset("this last next".split())  # "said this week"
_LONGEST_ASIDE = 10


def after_aside(tokens: Sentence, at: int) -> int:
    """The index after what stands between commas at index `at`: "warned, as did the mayor, that …"."""
    if at >= len(tokens) or tokens[at].text != ",":
        return at
    closing = (i for i in range(at + 1, min(at + _LONGEST_ASIDE, len(tokens) - 1)) if tokens[i].text == ",")
    second = next(closing, None)
    return second + 1 if second is not None else at


def after_addressee(tokens: Sentence, frame: Frame) -> int:
    """The index after the person spoken to and the day: "told reporters", "said to the press on Monday"."""
    at, verb = after_day(tokens, frame.stop if frame.begin else after_aside(tokens, frame.stop)), frame.verb
    if verb is None or at + 1 >= len(tokens):
        return at
    if verb.can("intend", "aim", "urge") and is_infinitive(tokens, at):
        return at
    personal = takes_person(frame)
    if personal and tokens[at].text in OBJECTS:
        return after_day(tokens, at + 1)
    if not (personal or tokens[at].text in CIRCUMSTANCES):
        return at
    if tokens[at].text == "to" and (is_common_verb(tokens[at + 1].text) or is_skipped(tokens[at + 1])):
        return at
    phrase = phrase_starting(tokens, at if personal else at + 1, len(tokens))
    return after_day(tokens, phrase.stop) if phrase and phrase.stop < len(tokens) else at


def takes_person(frame: Frame) -> bool:
    """Whether the verb's object is a person: "told", "urged", "asked"."""
    verb = frame.verb
    return verb is not None and (verb.can("tell", "urge") or verb.lemma == "ask") and not verb.lemma.endswith(" for")


def after_day(tokens: Sentence, at: int) -> int:
    """The index after adverbs, days and "several months later", "two days after the talks"."""
    while at < len(tokens) and (
        (is_skipped(tokens[at]) and tokens[at].text not in CLAUSE_OPENERS)
        or (tokens[at].text == "on" and _is_day(tokens, at + 1))
    ):
        at += 1
    if at + 2 < len(tokens) and tokens[at + 1].text in SPELLS and tokens[at].text in _COUNTING:
        if tokens[at + 2].text in ("after", "before"):
            event = phrase_starting(tokens, at + 3, len(tokens))
            return event.stop if event else at
        if tokens[at].text in _PRESENT:
            return at + 2
        return at + 3 if tokens[at + 2].text in ("later", "earlier", "ago") else at
    return at


def _is_day(tokens: Sentence, at: int) -> bool:
    return at < len(tokens) and tokens[at].text in TIME_WORDS
