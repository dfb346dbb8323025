"""The sieves: each looks at one quotation in its place and gives its source, if its own sign is there.

None of them knows of the others. In which order they are asked is said in `attribution`.
"""

from __future__ import annotations

import re

from ..english.common_words import PREPOSITIONS
from ..english.cues import FOUND_OUT
from .frames import Frame
from .lines import Line
from .naming import DASHES, NEAR, is_inner, is_term
from .openings import clause_subject
from .phrases import PRONOUNS, Source, in_phrase, phrase_starting
from .places import Link, Place
from .tokens import Sentence
from .verbs import BE, can_speak

_WORD = re.compile(r"\w+")
_CLEAR_END = ".,!?…—–-"
# How many tokens may stand after the last frame of a sentence: "…, the officials said on Monday in Velmar".
_TAIL = 8
# Marked words that are no more may be a term of the writer's.
_MOST_WORDS_OF_A_TERM = 6
# What leads from a passive to a quotation: "described by Ostrander as “…”".
_ROLES = frozenset("as that for".split())


def cue_after(place: Place) -> Link | None:
    """ "“…,” Ostrander said": a frame starts right after the quotation, and none leads up to it directly."""
    tokens, frames, k = place.line.tokens, place.line.frames, place.k
    comma = k + 1 < len(tokens) and tokens[k + 1].text in "," + DASHES
    start = k + 2 if comma else k + 1
    frame = next((frame for frame in frames if frame.verb and _begins(tokens, frame, start)), None)
    clear = comma or place.said.rstrip()[-1:] in _CLEAR_END
    clear = clear or (frame is not None and frame.is_according)
    if frame is None or not (clear or (not frame.inverted and " " in place.said)):
        return None
    if any(
        (other.verb and other.stop == k) or (other.stop == k - 1 and place.before in (",", ":")) for other in frames
    ):
        return None
    return Link(frame.source, frame, f"cue after, {_cue(frame)}", 0.97)


def _begins(tokens: Sentence, frame: Frame, start: int) -> bool:
    """Whether a frame begins at an index, or after words that describe its source: "skipper and owner Ostrander"."""
    if tokens[start : start + 1] and tokens[start].text == "as" and frame.verb and frame.verb.lemma == "put it":
        start += 1  # "“…,” as Ostrander put it"
    described = range(start, frame.begin)
    if not described or not in_phrase(tokens, start):
        return frame.begin == start
    return len(described) < NEAR and all(tokens[i].text == "and" or in_phrase(tokens, i) for i in described)


def cue_before(place: Place) -> Link | None:
    """ "Ostrander said: “…”": the nearest frame before, or the outer one that this is part of."""
    before = [
        frame for frame in place.line.frames if frame.stop <= place.k and _reaches(place.line.tokens, frame, place.k)
    ]
    if not before:
        return None
    frame = before[-1]
    if is_inner(frame) or _shows(frame):
        says = [other for other in reversed(before) if other.verb and other.verb.can("say", "tell")]
        outer = [other for other in says if not is_inner(other)]
        frame = next((other for other in outer if not _shows(other)), next(iter(outer), frame))
    return Link(frame.source, frame, f"cue before, {_cue(frame)}", 0.95, _interrupted(place, frame))


def _shows(frame: Frame) -> bool:
    """Whether something is said to be found out, which is mostly told by somebody: "said the tests showed"."""
    return frame.verb is not None and frame.verb.lemma in FOUND_OUT


def _reaches(tokens: Sentence, frame: Frame, k: int) -> bool:
    if frame.stop <= frame.source.begin <= k:  # "Citing the report, he named it “…”"
        return False
    if frame.inverted and frame.verb and frame.verb.can("judge"):  # "criticised by Ostrander as “…”", "attacked by “…”"
        return tokens[frame.stop].text in _ROLES
    between = tokens[k - 1].text == "," and frame.inverted  # "“Why?” cried Ostrander of Velmar, “…”"
    return frame.verb is None or frame.verb.classes != {"mark"} or k - frame.stop < NEAR or between


def _interrupted(place: Place, frame: Frame) -> int | None:
    """The first part of a quotation that the frame interrupts: "“…,” she said, “…”"."""
    if place.before not in "," + DASHES:
        return None
    for k in place.line.quotes:
        marked = place.line.tokens[k].marked
        known = place.links.get(marked)
        if k < place.k and known and known.frame == frame:
            return marked if known.rule.startswith("cue after") else None
    return None


def subject_before_colon(place: Place) -> Link | None:
    """ "Ostrander was blunt: “…”": the subject of the clause that leads in."""
    return _subject_above(place.line.tokens[: place.k]) if place.before == ":" else None


def cue_at_end(place: Place) -> Link | None:
    """ "They were “candid”, the officials said": a frame that reports all that stands before it in its sentence."""
    if is_term(place):
        return None
    later = (frame for frame in place.line.frames if frame.begin > place.k and _closes(place.line, frame))
    frame = next(later, None)
    return Link(frame.source, frame, f"cue at the end of the sentence, {_cue(frame)}", 0.85) if frame else None


def _closes(line: Line, frame: Frame) -> bool:
    before = line.tokens[frame.begin - 1]
    says = frame.verb is not None and frame.verb.can("say", "tell", "ask", "mark") and not frame.verb.participle
    parted = before.text == "," or before.kind == "quote" or line.tokens[frame.begin].text == "according"
    return says and parted and (frame.stop >= len(line.tokens) - _TAIL or line.tokens[frame.stop].text == ",")


def noun_before(place: Place) -> Link | None:
    """ "Her claim that the quay was “rotten”": a noun or an adjective that reports what the quotation is part of."""
    if is_term(place) or " " not in place.said:
        return None
    covering = (found.frame for found in place.line.nominals if found.is_clause and found.begin <= place.k < found.stop)
    frame = next(covering, None)
    return Link(frame.source, frame, f"cue before, {_cue(frame)}", 0.8) if frame else None


def signature(place: Place) -> Link | None:
    """ "“…” — Ida Holm, teacher": the name after a dash, on the same line or the next."""
    rest = place.line.tokens[place.k + 1 :]
    if not rest and place.following:
        rest = place.following.tokens
    if len(rest) < 2 or rest[0].text not in DASHES:
        return None
    source = phrase_starting(rest, 1, len(rest))
    if source is None or not rest[source.begin].capital:
        return None
    return Link(source, None, "signed with a name after a dash", 0.9)


def cue_in_next_sentence(place: Place) -> Link | None:
    """ "“…?” He asked.": a sentence of the same paragraph that is nothing but a frame."""
    following = place.following
    if following is None or following.block != place.line.block or not place.line.is_quoted_whole:
        return None
    if len(following.frames) != 1 or following.frames[0].begin:
        return None
    frame = following.frames[0]
    if frame.stop < len(following.tokens) - 1:
        return None
    return Link(frame.source, frame, f"cue in the next sentence, {_cue(frame)}", 0.9)


def cue_in_sentence_before(place: Place) -> Link | None:
    """ "Ostrander said:" or "Ostrander gave a statement:" at the end of the sentence or paragraph before."""
    if place.previous is None or place.previous.tokens[-1].text != ":":
        return None
    if not place.previous.frames:
        return _subject_above(place.previous.tokens)
    frame = place.previous.frames[-1]
    return Link(frame.source, frame, f"cue before a colon, {_cue(frame)}", 0.95)


def _subject_above(tokens: Sentence) -> Link | None:
    source = clause_subject(tokens, 0, len(tokens))
    return Link(source, None, "subject before a colon", 0.8) if source and can_speak(source) else None


def quotation_before(place: Place) -> Link | None:
    """A quotation without a cue goes on from the one in the sentence before, also over a paragraph's end."""
    before = _last_quoted(place)
    if before is None or place.previous is None:
        return None
    same_paragraph = place.previous.block == place.line.block
    if not place.line.is_quoted_whole and not (place.k == 0 and same_paragraph):
        return None
    link = place.links[before]
    sure = same_paragraph or place.open_ended[before]
    return Link(link.source, link.frame, "goes on from the quotation before", 0.93 if sure else 0.8, before)


def report_above(place: Place) -> Link | None:
    """A quotation that stands alone below a sentence which reports without marks has that sentence's source."""
    if place.previous is None or not place.line.is_quoted_whole:
        return None
    tokens, frames = place.previous.tokens, place.previous.frames
    source = frames[-1].source if frames else clause_subject(tokens, 0, len(tokens))
    if source is None or not (source.head in ("he", "she") or (frames and source.entity >= 0)):
        return None
    return Link(source, None, "source of the sentence before", 0.7)


def source_before(place: Place) -> Link | None:
    """The source of the sentence before, for marked words in a sentence of the same paragraph that goes on about it."""
    previous = place.previous
    if previous is None or previous.block != place.line.block or is_term(place):
        return None
    before = _last_quoted(place)
    words = len(_WORD.findall(place.said))
    if words < 2 or (before is None and (words < 3 or not previous.frames)):
        return None
    source = previous.frames[-1].source if before is None else place.links[before].source
    if place.k and not (before is not None and _is_predicate(place)) and not _goes_on(place.line.tokens, source):
        return None
    return Link(source, None, "source of the sentence before", 0.7)


def _is_predicate(place: Place) -> bool:
    """Whether marked words say something rather than name it: many words, "as “unfit for sea”", "found “no fault.”"."""
    words = len(_WORD.findall(place.said))
    ends = place.said[-1:] in ".!?" and place.before not in PREPOSITIONS
    return words > _MOST_WORDS_OF_A_TERM or ends or (words > 2 and place.before == "as")


def _goes_on(tokens: Sentence, source: Source) -> bool:
    """Whether a sentence has the same subject as the one before: "He promised a “swift end”", "That means “…”"."""
    subject = clause_subject(tokens, 0, len(tokens))
    if subject is None or (subject.entity == source.entity >= 0):
        return subject is not None
    copula = subject.stop < len(tokens) and tokens[subject.stop].text in BE
    return subject.head == source.head or (subject.head in PRONOUNS | {"this", "that"} and not copula)


def _cue(frame: Frame) -> str:
    return f"verb '{frame.verb.lemma}'" if frame.verb else "colon"


def _last_quoted(place: Place) -> int | None:
    """The last linked quotation of the sentence before."""
    if place.previous is None:
        return None
    marked = [token.marked for token in place.previous.tokens if token.kind == "quote"]
    return next((index for index in reversed(marked) if index in place.links), None)
