"""Reported speech that a noun or an adjective reports: "her claim that …", "voiced concern about …", "is opposed to …".

The noun needs a source beside it: an owner ("the mayor's refusal to …"), or the subject of the verb that governs it.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

import msgspec

from ..english.common_words import AUXILIARIES, DETERMINERS, PREPOSITIONS
from ..english.cues import AIMS, ATTITUDES, CLAIMS, GROUPS, SIDES, TOPICS, Verb
from .complements import Reported, is_infinitive, thing_end, trimmed
from .frames import Frame
from .hearers import after_day
from .phrases import Source, in_phrase, phrase_ending, phrase_starting
from .subjects import is_skipped, subject_before
from .tokens import Sentence
from .verbs import can_speak

OWNERS = frozenset("his her its their".split())
# Verbs that say no more than that the act which their object names was done.
_LIGHT = frozenset(
    """make makes made making give gives gave giving issue issues issued issuing express expresses expressed expressing
    voice voices voiced voicing raise raises raised raising have has had having offer offers offered offering
    announce announces announced announcing unveil unveils unveiled unveiling release releases released releasing
    publish publishes published publishing send sends sent sending deliver delivers delivered delivering
    present presents presented presenting repeat repeats repeated repeating reiterate reiterates reiterated reiterating
    sign signs signed signing reach reaches reached reaching file files filed filing hold holds held share shares
    shared embrace embraces embraced embracing ask asks asked asking pose poses posed posing answer answers answered
    answering throw throws threw throwing""".split()
)
_HOLDING = frozenset("have has had having".split())
_COPULAS = frozenset("is are was were been remain remains remained".split())
# What opens a clause with a verb of its own.
_OPENERS = frozenset("that who which what how why where when whether".split())
# The nouns in both numbers and the adjectives, with the words that may open what they report.
_OPENED_BY = {
    **{word: frozenset(openers.split()) for word, openers in ATTITUDES.items()},
    **dict.fromkeys(SIDES, frozenset(("of", "for"))),
    **{
        form: frozenset((*TOPICS.get(noun, "").split(), *["that"] * (noun in CLAIMS), *["to"] * (noun in AIMS)))
        for noun in sorted({*TOPICS, *CLAIMS, *AIMS})
        for form in (noun, noun + "s")
    },
}
_MOST_WORDS_BETWEEN = 4


def find_nominals(tokens: Sentence) -> Iterator[Reported]:
    """What the nouns and adjectives of a sentence report whose source stands beside them."""
    for at, token in enumerate(tokens[:-2]):
        openers = _OPENED_BY.get(token.text)
        if openers is None or token.kind != "word" or token.owner:
            continue
        word = token.text
        found = None if tokens[at - 1].text == "no" else _source(tokens, at, word)
        if found is None or not (found[0].head in OWNERS or can_speak(found[0])):
            continue
        source, cue = found
        frame = Frame(source.begin, at + 1, source, Verb(word, frozenset(("say",))), cue, token.end)
        if reported := _content(tokens, at, openers, frame):
            yield reported


def _source(tokens: Sentence, at: int, word: str) -> tuple[Source, int] | None:
    """Who it is that the word at index `at` says something of, and the offset where the cue begins."""
    if word in ATTITUDES:
        return _bearer(tokens, at)
    return _partisan(tokens, at) if word in SIDES else _possessor(tokens, at) or _giver(tokens, at)


def _content(tokens: Sentence, at: int, openers: Container[str], frame: Frame) -> Reported | None:
    """What follows the word at index `at`, by what opens it."""
    word, stop = tokens[at].text, trimmed(tokens, len(tokens))
    if tokens[at + 1].text in ("is", "was") and tokens[at + 2].text == "that":
        at += 1
    at = after_day(tokens, at + 1) - 1  # "an apology on Monday for"
    if at + 2 >= stop:
        return None
    opener, begin = tokens[at + 1].text, at + 2
    if tokens[0].text in PREPOSITIONS and all(token.text != "," for token in tokens[:at]):
        stop = next((i for i in range(begin, stop) if tokens[i].text == ","), stop)
    if word.startswith("position") and _is_body(phrase_starting(tokens, begin, stop)):
        return None  # "her position on the council"
    if opener not in openers or begin >= stop:
        return None
    if opener == "that":
        return Reported(begin, stop, frame, f"clause after '{word}'")
    if opener == "to" and word.removesuffix("s") in AIMS and not is_infinitive(tokens, at + 1):
        return None
    if is_infinitive(tokens, at + 1):
        return Reported(at + 1, trimmed(tokens, thing_end(tokens, begin, stop)), frame, f"aim after '{word}'")
    return Reported(begin, trimmed(tokens, _topic_end(tokens, begin, stop)), frame, f"what '{word}' is about")


def _is_body(source: Source | None) -> bool:
    return source is not None and source.head in GROUPS


def _topic_end(tokens: Sentence, begin: int, stop: int) -> int:
    """The end of the noun phrase, before the verb of which it may be the subject: "their claims about it are old"."""
    for at in range(begin + 1, thing_end(tokens, begin, stop)):
        if tokens[at].text in _OPENERS:
            break
        if tokens[at].text in AUXILIARIES:
            return at
    return thing_end(tokens, begin, stop)


def _possessor(tokens: Sentence, noun: int) -> tuple[Source, int] | None:
    """Whose claim it is, and the offset where the cue begins: "Holm's repeated claim", "his claim"."""
    for at in range(noun - 1, max(-1, noun - 2 - _MOST_WORDS_BETWEEN), -1):
        token = tokens[at]
        if token.text in OWNERS:
            return Source(token.start, token.end, at, at + 1, token.text), tokens[at + 1].start
        if token.owner:
            plain = msgspec.structs.replace(token, owner=0, end=token.end - token.owner)
            source = phrase_ending((*tokens[:at], plain), at)
            return (source, tokens[at + 1].start) if source else None
        if not in_phrase(tokens, at):
            return None
    return None


def _bearer(tokens: Sentence, adjective: int) -> tuple[Source, int] | None:
    """Who is of the opinion that an adjective tells, and the offset of the verb: "Holm is confident"."""
    at = adjective - 1
    while at > 0 and is_skipped(tokens[at]) and tokens[at].text not in AUXILIARIES:
        at -= 1
    source = subject_before(tokens, at) if at > 0 and tokens[at].text in _COPULAS else None
    return (source, tokens[at].start) if source else None


def _partisan(tokens: Sentence, noun: int) -> tuple[Source, int] | None:
    """Who takes the side, and the offset of the noun: "Holm is a critic", "Holm, a critic"."""
    at = _before_phrase(tokens, noun)
    if at < 1:
        return None
    source = subject_before(tokens, at) if tokens[at].text in _COPULAS else None
    if tokens[at].text == "," and tokens[at + 1].text in ("a", "an"):
        source = phrase_ending(tokens, at - 1)
    return (source, tokens[noun].start) if source else None


def _before_phrase(tokens: Sentence, noun: int) -> int:
    """The index before the noun phrase whose head stands at `noun`, or a light verb inside it."""
    at = noun - 1
    while at > 0 and in_phrase(tokens, at) and tokens[at].text not in _LIGHT:
        at -= 1
    return at - 1 if at > 0 and tokens[at].text in DETERMINERS else at


def _giver(tokens: Sentence, noun: int) -> tuple[Source, int] | None:
    """The subject of the verb whose object the noun is, and the verb's offset: "officials voiced concern"."""
    at = _before_phrase(tokens, noun)
    if tokens[noun].text == "support" and tokens[at].text in _HOLDING:
        return None  # "has the support of the council"
    source = subject_before(tokens, at) if at > 0 and tokens[at].text in _LIGHT else None
    return (source, tokens[at].start) if source else None
