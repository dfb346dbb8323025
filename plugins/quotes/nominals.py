"""Reported speech that a noun reports: "her claim that …", "the mayor's refusal to …", "voiced concern about …"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..english.common_words import DETERMINERS
from ..english.cues import AIMS, CLAIMS, TOPICS, Verb
from .complements import Reported, is_infinitive, thing_end, trimmed
from .frames import Frame, can_speak
from .phrases import Source, in_phrase, phrase_ending
from .subjects import AUXILIARIES, subject_before
from .tokens import Sentence

_OWNERS = frozenset("his her its their".split())
# Verbs that say no more than that the act which their object names was done.
_LIGHT = frozenset(
    """make makes made making give gives gave giving issue issues issued issuing express expresses expressed expressing
    voice voices voiced voicing raise raises raised raising have has had having offer offers offered offering
    announce announces announced announcing unveil unveils unveiled unveiling release releases released releasing
    publish publishes published publishing send sends sent sending deliver delivers delivered delivering
    present presents presented presenting repeat repeats repeated repeating reiterate reiterates reiterated reiterating
    sign signs signed signing reach reaches reached reaching file files filed filing hold holds held share shares
    shared""".split()
)
# What opens a clause with a verb of its own.
_OPENERS = frozenset("that who which what how why where when whether".split())
_MOST_WORDS_BETWEEN = 4


def find_nominals(tokens: Sentence) -> Iterator[Reported]:
    """What the nouns of a sentence report whose source stands beside them."""
    for at, token in enumerate(tokens[:-2]):
        noun = token.text if token.text in TOPICS else token.text.removesuffix("s")
        if token.kind != "word" or token.owner or not (noun in CLAIMS or noun in AIMS or noun in TOPICS):
            continue
        found = _possessor(tokens, at) or _giver(tokens, at)
        if found is None or not can_speak(found[0]):
            continue
        source, cue = found
        frame = Frame(source.begin, at + 1, source, Verb(noun, frozenset(("say",))), cue, token.end)
        if reported := _content(tokens, at, noun, frame):
            yield reported


def _content(tokens: Sentence, at: int, noun: str, frame: Frame) -> Reported | None:
    """What follows the noun at index `at`, by the word that opens it."""
    opener, stop = tokens[at + 1].text, trimmed(tokens, len(tokens))
    if opener in ("is", "was") and tokens[at + 2].text == "that":
        at, opener = at + 1, "that"
    if opener == "that" and noun in CLAIMS:
        return Reported(at + 2, stop, frame, f"clause after the noun '{noun}'")
    if opener == "to" and noun in AIMS and is_infinitive(tokens, at + 1):
        return Reported(at + 1, trimmed(tokens, thing_end(tokens, at + 2, stop)), frame, f"aim after the noun '{noun}'")
    if opener in TOPICS.get(noun, "").split():
        return Reported(at + 2, trimmed(tokens, _topic_end(tokens, at + 2, stop)), frame, f"what the {noun} is about")
    return None


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
        if token.text in _OWNERS:
            return Source(token.start, token.end, at, at + 1, token.text), tokens[at + 1].start
        if token.owner:
            plain = msgspec.structs.replace(token, owner=0, end=token.end - token.owner)
            source = phrase_ending((*tokens[:at], plain), at)
            return (source, tokens[at + 1].start) if source else None
        if not in_phrase(tokens, at):
            return None
    return None


def _giver(tokens: Sentence, noun: int) -> tuple[Source, int] | None:
    """The subject of the verb whose object the noun is, and the verb's offset: "officials voiced concern"."""
    at = noun - 1
    while at > 0 and in_phrase(tokens, at) and tokens[at].text not in _LIGHT:
        at -= 1
    if at > 0 and tokens[at].text in DETERMINERS:
        at -= 1
    source = subject_before(tokens, at) if at > 0 and tokens[at].text in _LIGHT else None
    return (source, tokens[at].start) if source else None
