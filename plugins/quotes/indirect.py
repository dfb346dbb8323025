"""Reported speech without quotation marks: the clause or phrase that a frame reports, cut at its borders.

Only what the frame's grammar shows is taken: "said (that) …", "…, she said", "according to …", "vowed to …",
"urged them to …", "denied the charge". What is negated, wished for or imagined ("would not say", "to say") is not.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

import msgspec

from ..english.common_words import PREPOSITIONS
from ..english.cues import FOUND_OUT
from .actors import MAKERS
from .bounds import DASHES, NEAR_START, SUBORDINATORS
from .clauses import after_verb
from .complements import Reported, trimmed
from .frames import Frame
from .hearers import after_addressee, after_day
from .lines import Line
from .matters import undergone
from .nominals import OWNERS
from .openings import after_dateline
from .phrases import phrase_ending
from .subjects import is_skipped
from .tokens import Sentence
from .unsourced import find_unsourced
from .verbs import can_speak, is_verb, may_be_verb

_UNREAL = frozenset("not never no will would could might may should must to if".split())
# "went on to say", "tried to argue": it was said all the same.
_DONE = frozenset(
    """on try tries tried trying attempt attempts attempted attempting continue continues continued continuing appear
    appears appeared seem seems seemed begin begins began proceeded quick rushed""".split()
)
# "let them say", "made her admit": nobody need have done it.
_CAUSES = frozenset("if whether unless let lets letting make makes made making help helps helped".split())
# "met to discuss it"
_TALKED = frozenset("discuss debate announce".split())
_MEET = frozenset("met meet meets meeting gathered gather convened came sat".split())
_MODALS = frozenset("can could may might would should must".split())
# Verbs whose subject may be a thing that says nothing: "the crash suggests that …".
_SHOWN = FOUND_OUT | frozenset("suggest indicate imply signal reveal underline underscore confirm estimate".split())
_FEWEST_WORDS = 2
# What a headline names as its source.
_HEADED = frozenset("poll survey study report police officials experts source sources minister president mayor".split())


def find_reported(line: Line, speaking: Container[int]) -> Iterator[Reported]:
    """What the frames of a sentence report without marks, and its nouns and adjectives.

    `speaking` are the entities that are sources elsewhere, so that a headline may name one before a colon.
    """
    tokens, frames = line.tokens, (*line.frames, *line.stances)
    is_headline = line.block.kind in ("title", "heading")
    nominals = [found for found in line.nominals if _is_meant(tokens, found.frame)]
    cues = {found.frame.cue_start for found in nominals}
    owned = {found.frame.begin for found in nominals if tokens[found.frame.begin].text in OWNERS}
    reports = [found for frame in frames if _is_meant(tokens, frame) and (found := _report(tokens, frame, frames))]
    reports = [found for found in reports if found.begin not in owned or tokens[found.begin - 1].text == "that"]
    reports = [found for found in reports if found.frame.cue_start not in cues]
    headed = _after_colon(tokens, speaking) if is_headline else None
    taken: list[Reported] = []
    for found in (*reports, *nominals, *([headed] if headed else [])):
        if clean := _clean(tokens, found, is_headline):
            taken.append(clean)
            yield clean
    for found in find_unsourced(tokens):
        clean = _clean(tokens, found, is_headline)
        if clean and all(other.stop <= clean.begin or clean.stop <= other.begin for other in taken):
            yield clean


def _report(tokens: Sentence, frame: Frame, frames: Sequence[Frame]) -> Reported | None:
    if frame.is_passive:
        return undergone(tokens, frame)
    found = None if frame.inverted else after_verb(tokens, frame, frames)
    return found or _after_according(tokens, frame) or _around(tokens, frame) or _before_frame(tokens, frame)


def _after_colon(tokens: Sentence, speaking: Container[int]) -> Reported | None:
    """ "Poll: toll is unpopular", "Ostrander: bridge will hold": who speaks in a headline."""
    colon = next((at for at in range(min(NEAR_START, len(tokens))) if tokens[at].text == ":"), None)
    source = phrase_ending(tokens, colon - 1) if colon else None
    if colon is None or source is None or source.begin or not any(map(may_be_verb, tokens[colon + 1 :])):
        return None
    if source.entity not in speaking and source.head not in _HEADED:
        return None
    frame = Frame(0, colon + 1, source, None, tokens[colon].start, tokens[colon].end)
    return Reported(colon + 1, trimmed(tokens, len(tokens)), frame, "after a colon in the headline")


def _is_meant(tokens: Sentence, frame: Frame) -> bool:
    """Whether the frame says that somebody did say it."""
    if frame.verb is None or frame.source.head in ("i", "you", "who"):
        return False
    if frame.is_according:
        return True
    verb = next(i for i in range(frame.begin, frame.stop) if tokens[i].start == frame.cue_start)
    back = verb - 1
    before = frame.source.begin - (frame.source.begin > 0)
    if tokens[before].text in _CAUSES or _is_imagined(tokens, frame, verb):
        return False
    while back >= 0 and is_skipped(tokens[back]):
        if tokens[back].text in _UNREAL or tokens[back].text.endswith("n't"):
            return False
        back -= 1
    if tokens[back].text == "to" and frame.verb.lemma in _TALKED and _MEET & {token.text for token in tokens[:back]}:
        return True
    made = frame.source.begin > 0 and tokens[frame.source.begin - 1].text in MAKERS
    if back > 0 and tokens[back].text == "to" and (made or tokens[back - 1].text in _DONE):
        back -= 1
    speaks = can_speak(frame.source) or (frame.verb.can("say", "tell") and frame.verb.lemma not in _SHOWN)
    return speaks and (back < 0 or tokens[back].text not in _UNREAL)


def _is_imagined(tokens: Sentence, frame: Frame, verb: int) -> bool:
    """Whether nobody need have said it: "could win by asking them to", "Holm needs to talk and lay out a plan"."""
    source = frame.source
    bare_word = source.stop - source.begin == 1 and not source.begin and source.entity < 0 and source.head not in OWNERS
    if frame.verb is None or (bare_word and not can_speak(source)):
        return True
    if tokens[verb - 1].text == "or" and any(token.text == "to" for token in tokens[max(0, verb - 4) : verb - 1]):
        return True  # "declined to confirm or deny it"
    if frame.verb.participle:
        return any(token.text in _MODALS for token in tokens[source.stop : verb])
    single = source.entity >= 0 or source.head in ("he", "she", "it")
    return frame.verb.bare and single and tokens[verb - 1].text in ("and", "or", ",")


def _clean(tokens: Sentence, found: Reported, quotable: bool) -> Reported | None:
    """What is found without punctuation before it, if it is more than a pronoun; with a quotation if `quotable`."""
    begin = next((at for at in range(found.begin, found.stop) if tokens[at].kind != "punct"), found.stop)
    stop = found.stop if quotable else _before_quotation(tokens, begin, found.stop)
    inside = tokens[begin:stop]
    said = [token for token in inside if token.kind in ("word", "name")]
    if len(said) < _FEWEST_WORDS and not any(token.kind == "name" for token in said):
        return None
    if any(token.kind == "quote" for token in inside) and not quotable:
        return None
    return msgspec.structs.replace(found, begin=begin, stop=stop)


def _before_quotation(tokens: Sentence, begin: int, stop: int) -> int:
    """The end of the clause before a second one that has a quotation: "said that it was late and that it was “sad”"."""
    quoted = next((at for at in range(begin, stop) if tokens[at].kind == "quote"), stop)
    second = (at for at in range(begin + 1, quoted - 1) if quoted < stop and tokens[at].text in ("and", "but"))
    parted = (at for at in second if tokens[at + 1].text == "that" or tokens[at - 1].text == ",")
    return next((trimmed(tokens, at) for at in parted), stop)


def _after_according(tokens: Sentence, frame: Frame) -> Reported | None:
    """ "According to the mayor, the bridge will hold": the clause after a leading phrase."""
    if frame.begin or not frame.is_according:
        return None
    comma = next((i for i in range(frame.stop, len(tokens)) if tokens[i].text == ","), None)
    if comma is None or not any(map(may_be_verb, tokens[comma + 1 :])):
        return None
    return Reported(comma + 1, trimmed(tokens, len(tokens)), frame, "clause after 'according to'")


def _around(tokens: Sentence, frame: Frame) -> Reported | None:
    """ "The bridge, the mayor said, will hold": the longer part of a clause that the frame interrupts."""
    if frame.verb is None or not frame.verb.can("say", "tell") or not frame.begin:
        return None
    begin = frame.begin - 1 if tokens[frame.begin - 1].text == "as" else frame.begin
    resumed = after_addressee(tokens, frame)
    if resumed >= len(tokens) - 2 or tokens[resumed].text != ",":
        return None
    if tokens[begin - 1].text != "," and (begin == frame.begin or begin):
        return None
    if tokens[resumed + 1].text.endswith("ing") and not frame.inverted:
        return None  # "Ostrander responded to the press, noting"
    before, after = (0, max(0, begin - 1)), (resumed + 1, trimmed(tokens, len(tokens)))
    begin, stop = max(before, after, key=lambda part: part[1] - part[0])
    # "…, said Holm, a friend of the mayor"
    apposed = frame.inverted and not frame.is_according and not is_verb(tokens[resumed + 1])
    if tokens[resumed + 1].text in SUBORDINATORS or apposed:
        begin, stop = before
    if not any(is_verb(token) for token in tokens[begin:stop]):
        return None
    return Reported(begin, stop, frame, "clause around the frame")


def _before_frame(tokens: Sentence, frame: Frame) -> Reported | None:
    """ "The bridge will hold, the mayor said": what stands before the frame in its sentence."""
    if frame.verb is None or not frame.verb.can("say", "tell", "think") or frame.begin < _FEWEST_WORDS:
        return None
    if not frame.is_according and not _ends_sentence(tokens, frame):
        return None
    stop = trimmed(tokens, frame.begin - (tokens[frame.begin - 1].text == "as"))
    if tokens[frame.begin - 1].text in ("and", "but"):
        return None
    if tokens[0].text in SUBORDINATORS and not any(token.text == "," for token in tokens[:stop]):
        return None
    if any(token.kind == "quote" for token in tokens) or not any(map(may_be_verb, tokens[:stop])):
        return None
    begin = int(tokens[0].text in DASHES) or after_dateline(tokens)
    return Reported(begin, stop, frame, "clause before the frame")


def _ends_sentence(tokens: Sentence, frame: Frame) -> bool:
    """Whether the frame follows a comma and only where and when it was said, or to whom, follows the frame."""
    rest = tokens[frame.stop :]
    told = frame.verb is not None and frame.verb.can("tell")
    loose = (
        not rest
        or after_day(tokens, frame.stop) > frame.stop
        or rest[0].kind == "punct"
        or (rest[0].text in PREPOSITIONS and frame.verb is not None and not frame.verb.can("think"))
        or is_skipped(rest[0])
        or told
    )
    begin = frame.begin - (tokens[frame.begin - 1].text == "as")
    return tokens[begin - 1].text == "," and loose
