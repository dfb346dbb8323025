"""The sieves: each looks at one quotation in its place and gives its source, if its own sign is there.

None of them knows of the others. In which order they are asked is said in `attribution`.
"""

from __future__ import annotations

import re

from ..english.common_words import DETERMINERS, FUNCTION_WORDS, NUMBER_WORDS, PREPOSITIONS
from ..english.cues import reporting_verb
from .frames import Frame
from .lines import Line
from .phrases import in_phrase, phrase_starting
from .places import Link, Place
from .subjects import clause_subject
from .tokens import Sentence
from .verbs import can_speak

_WORD = re.compile(r"\w+")
_DASHES = "—–-―"
_CLEAR_END = ".,!?…—–-"
# How many tokens may stand between a verb of manner ("smiled") and its quotation, and after the last frame of a
# sentence ("…, the officials said on Monday in Velmar").
_NEAR = 4
_TAIL = 8
# What leads from a passive to a quotation: "described by Ostrander as “…”".
_ROLES = frozenset("as that for".split())


def cue_after(place: Place) -> Link | None:
    """ "“…,” Ostrander said": a frame starts right after the quotation, and none leads up to it directly."""
    tokens, frames, k = place.line.tokens, place.line.frames, place.k
    comma = k + 1 < len(tokens) and tokens[k + 1].text in "," + _DASHES
    start = k + 2 if comma else k + 1
    frame = next((frame for frame in frames if frame.verb and _begins(tokens, frame, start)), None)
    clear = comma or place.said.rstrip()[-1:] in _CLEAR_END
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
    return len(described) < _NEAR and all(tokens[i].text == "and" or in_phrase(tokens, i) for i in described)


def cue_before(place: Place) -> Link | None:
    """ "Ostrander said: “…”": the nearest frame before, or the outer one that this is part of."""
    before = [
        frame for frame in place.line.frames if frame.stop <= place.k and _reaches(place.line.tokens, frame, place.k)
    ]
    if not before:
        return None
    frame = before[-1]
    if _is_inner(frame):
        says = (other for other in reversed(before) if other.verb and other.verb.can("say", "tell"))
        frame = next((other for other in says if not _is_inner(other)), frame)
    return Link(frame.source, frame, f"cue before, {_cue(frame)}", 0.95, _interrupted(place, frame))


def _reaches(tokens: Sentence, frame: Frame, k: int) -> bool:
    if frame.stop <= frame.source.begin <= k:  # "Citing the report, he named it “…”"
        return False
    if frame.inverted and frame.verb and frame.verb.can("judge"):  # "criticised by Ostrander as “…”", "attacked by “…”"
        return tokens[frame.stop].text in _ROLES
    return frame.verb is None or frame.verb.classes != {"mark"} or k - frame.stop < _NEAR


def _is_inner(frame: Frame) -> bool:
    """Whether a frame is part of what another reports: "said the talks showed", "said he hoped"."""
    if frame.source.head == "it" or not can_speak(frame.source):
        return True
    return frame.verb is not None and not frame.verb.can("say", "tell", "judge", "ask")


def _interrupted(place: Place, frame: Frame) -> int | None:
    """The first part of a quotation that the frame interrupts: "“…,” she said, “…”"."""
    if place.before not in "," + _DASHES:
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
    if _is_term(place):
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
    if _is_term(place) or " " not in place.said:
        return None
    covering = (found.frame for found in place.line.nominals if found.is_clause and found.begin <= place.k < found.stop)
    frame = next(covering, None)
    return Link(frame.source, frame, f"cue before, {_cue(frame)}", 0.8) if frame else None


def signature(place: Place) -> Link | None:
    """ "“…” — Ida Holm, teacher": the name after a dash, on the same line or the next."""
    rest = place.line.tokens[place.k + 1 :]
    if not rest and place.following:
        rest = place.following.tokens
    if len(rest) < 2 or rest[0].text not in _DASHES:
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
    """The source of the sentence before, for marked words in a sentence of the same paragraph that has none."""
    previous = place.previous
    if previous is None or previous.block != place.line.block or _is_term(place):
        return None
    before = _last_quoted(place)
    words = len(_WORD.findall(place.said))
    if words < 2 or (before is None and (words < 3 or not previous.frames)):
        return None
    source = previous.frames[-1].source if before is None else place.links[before].source
    return Link(source, None, "source of the sentence before", 0.7)


def _cue(frame: Frame) -> str:
    return f"verb '{frame.verb.lemma}'" if frame.verb else "colon"


def _last_quoted(place: Place) -> int | None:
    """The last linked quotation of the sentence before."""
    if place.previous is None:
        return None
    marked = [token.marked for token in place.previous.tokens if token.kind == "quote"]
    return next((index for index in reversed(marked) if index in place.links), None)


def is_name(place: Place) -> bool:
    """Whether marked words are a name: of a work or show, or one given in parentheses or after "known as".

    "Harbour Works plc (the “Company”)", "on NBK’s “Meet the Sailors”", "a trailer of “The Long Quay”".
    """
    told = any(frame.stop == place.k and frame.verb and frame.verb.can("tell") for frame in place.line.frames)
    if told and _is_titled(place.said) and place.line.tokens[place.k + 1 : place.k + 2]:
        return True  # "told “Harbour Hour” that …"
    around = [token.text for token in place.line.tokens[max(0, place.k - 2) : place.k + 2]]
    if (around[-1] == ")" and "(" in around) or around[:2] == ["known", "as"]:
        return True
    in_text = place.line.block.kind in ("body", "caption")
    return in_text and place.k > 0 and _is_titled(place.said) and not _is_introduced(place)


def _is_titled(said: str) -> bool:
    """Whether two words or more have capitals as in a title: "The Long Quay"."""
    words = _WORD.findall(said)
    capitals = [word for word in words if word[0].isupper()]
    low = [word for word in words if word[0].islower() and word not in FUNCTION_WORDS]
    return len(words) > 1 and bool(capitals) and not low and not said[0].islower()


def _is_introduced(place: Place) -> bool:
    """Whether the words before a quotation lead up to it: "she said, “…”", "called the plan “…”"."""
    if place.before in (",", ":", "that", *_DASHES):
        return True
    if place.before in PREPOSITIONS - {"as"} or place.line.tokens[place.k - 1].owner:
        return False
    return any(
        frame.stop == place.k or (frame.stop < place.k < frame.stop + _NEAR and not _is_inner(frame))
        for frame in place.line.frames
    )


def _is_term(place: Place) -> bool:
    """Whether marked words name things: "the “old quay” group", "two “black boxes”"."""
    rest = place.line.tokens[place.k + 1 :]
    if place.before in NUMBER_WORDS and len(_WORD.findall(place.said)) < 3:
        return True
    if not rest or place.before not in DETERMINERS or len(_WORD.findall(place.said)) > 4:
        return False
    return rest[0].kind == "word" and rest[0].text not in FUNCTION_WORDS and not reporting_verb(rest[0].text)
