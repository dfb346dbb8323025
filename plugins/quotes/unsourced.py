"""Speech of nobody in particular: "it was said that …", "the quay is said to …", "amid claims that …"."""

from __future__ import annotations

from collections.abc import Iterator

from ..english.common_words import PREPOSITIONS
from ..english.cues import reporting_verb
from .bounds import SUBORDINATORS
from .complements import Reported, is_infinitive, trimmed
from .frames import Frame
from .phrases import Source
from .subjects import is_skipped, subject_before
from .tokens import Sentence
from .verbs import BE, is_verb

# Verbs whose passive before an infinitive is hearsay: "is expected to" is rather a plan.
_HEARSAY = frozenset("say report believe think allege rumor rumour understand claim fear suspect".split())
_RUMOURS = frozenset(
    """accusation allegation assertion claim complaint concern fear prediction report rumor rumour speculation
    suggestion suspicion warning worry""".split()
)
_ADVERBS = frozenset("reportedly allegedly supposedly purportedly".split())
_UNREAL = frozenset("not never no if whether would could might may".split())
_AUXILIARIES = BE | _UNREAL
_RELATIVES = frozenset("who which that what".split())
_PARTED = SUBORDINATORS | frozenset("but and according".split())


def find_unsourced(tokens: Sentence) -> Iterator[Reported]:
    """What a sentence reports without a source: the source of the frame is the words that stand in for one."""
    for at in range(1, len(tokens) - 2):
        if found := _passive(tokens, at) or _rumour(tokens, at) or _adverb(tokens, at):
            yield found


def _passive(tokens: Sentence, at: int) -> Reported | None:
    """ "It was said that the quay …", "the quay is said to …"; `at` is the index of the participle."""
    verb = reporting_verb(tokens[at].text)
    if verb is None or not verb.can("say", "think") or verb.participle or verb.bare:
        return None
    be = at - 1
    while be > 0 and is_skipped(tokens[be]) and tokens[be].text not in _AUXILIARIES:
        be -= 1
    if tokens[be].text not in BE or any(token.text in _UNREAL for token in tokens[max(0, be - 2) : at]):
        return None
    following = tokens[at + 1].text
    subject = subject_before(tokens, be)
    if subject is None or tokens[be - 1].text in _RELATIVES:
        return None
    frame = Frame(be, at + 1, subject, verb, tokens[be].start, tokens[at].end, is_passive=True)
    if subject.head == "it" and following == "that":
        return Reported(at + 2, _end(tokens, at + 2), frame, "clause after a passive", unsourced=True)
    named = subject.head != "it" and tokens[subject.begin - 1].text not in PREPOSITIONS
    if verb.lemma in _HEARSAY and named and is_infinitive(tokens, at + 1):
        return Reported(subject.begin, _end(tokens, at + 1), frame, "clause around a passive", unsourced=True)
    return None


def _rumour(tokens: Sentence, at: int) -> Reported | None:
    """ "Amid fears that the quay …", "there were claims that …"; `at` is the index of the noun."""
    noun = tokens[at]
    if noun.text.removesuffix("s") not in _RUMOURS or tokens[at + 1].text != "that" or is_verb(tokens[at + 2]):
        return None
    verb = reporting_verb(noun.text)
    if verb and (verb.participle or (verb.bare and tokens[at - 1].text == "to")):
        return None
    begin = at - (tokens[at - 1].text not in PREPOSITIONS and at > 1)
    if tokens[begin - 1].text not in PREPOSITIONS | BE:
        return None
    end = _end(tokens, at + 2)
    if begin == 1:
        end = next((i for i in range(at + 2, end) if tokens[i].text == ","), end)
    source = Source(noun.start, noun.end, at, at + 1, noun.text)
    frame = Frame(at, at + 1, source, None, noun.start, noun.end, is_passive=True)
    return Reported(at + 2, end, frame, f"clause after '{noun.text}'", unsourced=True)


def _adverb(tokens: Sentence, at: int) -> Reported | None:
    """ "The quay is reportedly unsafe"; `at` is the index of the adverb."""
    if tokens[at].text not in _ADVERBS:
        return None
    subject = subject_before(tokens, at)
    if subject is None or (subject.begin and tokens[subject.begin - 1].text in PREPOSITIONS):
        return None
    if not all(map(is_skipped, tokens[subject.stop : at])) or (subject.begin and is_verb(tokens[subject.begin - 1])):
        return None
    frame = Frame(at, at + 1, subject, None, tokens[at].start, tokens[at].end, is_passive=True)
    return Reported(subject.begin, _end(tokens, at), frame, f"clause with '{tokens[at].text}'", unsourced=True)


def _end(tokens: Sentence, begin: int) -> int:
    """The end of the clause: a semicolon, or a comma before a conjunction."""
    for at in range(begin, len(tokens) - 1):
        if tokens[at].text in (";", "(") or (tokens[at].text == "," and tokens[at + 1].text in _PARTED):
            return at
    return trimmed(tokens, len(tokens))
