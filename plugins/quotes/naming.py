"""Whether marked words are a name or a term rather than anybody's words."""

from __future__ import annotations

import re

from ..english.common_words import DETERMINERS, FUNCTION_WORDS, NUMBER_WORDS, PREPOSITIONS
from ..english.cues import reporting_verb
from .frames import Frame
from .places import Place
from .verbs import can_speak

_PREPOSITIONS = PREPOSITIONS - {"as"}
DASHES = "—–―-"
# How many tokens may stand between a verb of manner ("smiled") and its quotation.
NEAR = 4
_WORD = re.compile(r"\w+")
_NAME_WORD = re.compile(r"[\w’']+")


def is_name(place: Place) -> bool:
    """Whether marked words are a name: of a work or show, or one given in parentheses or after "known as".

    "Harbour Works plc (the “Company”)", "on NBK’s “Meet the Sailors”", "a trailer of “The Long Quay”".
    """
    told = any(frame.stop == place.k and frame.verb and frame.verb.can("tell") for frame in place.line.frames)
    if told and _is_titled(place.said):
        return True  # "told “Harbour Hour” that …"
    around = [token.text for token in place.line.tokens[max(0, place.k - 2) : place.k + 2]]
    if (around[-1] == ")" and "(" in around) or around[:2] == ["known", "as"]:
        return True
    in_text = place.line.block.kind in ("body", "caption")
    return in_text and place.k > 0 and _is_titled(place.said) and not _is_introduced(place)


def _is_titled(said: str) -> bool:
    """Whether two words or more have capitals as in a title: "The Long Quay"."""
    words = _NAME_WORD.findall(said)
    capitals = [word for word in words if word[0].isupper()]
    low = [word for word in words if word[0].islower() and word not in FUNCTION_WORDS]
    return len(words) > 1 and bool(capitals) and not low and not said[0].islower()


def _is_introduced(place: Place) -> bool:
    """Whether the words before a quotation lead up to it: "she said, “…”", "called the plan “…”"."""
    if place.before in (",", ":", "that", *DASHES):
        return True
    if place.before in _PREPOSITIONS or place.line.tokens[place.k - 1].owner:
        return False
    return any(
        frame.stop == place.k or (frame.stop < place.k < frame.stop + NEAR and not is_inner(frame))
        for frame in place.line.frames
    )


def is_term(place: Place) -> bool:
    """Whether marked words name things: "the “old quay” group", "two “black boxes”"."""
    rest = place.line.tokens[place.k + 1 :]
    if place.before in NUMBER_WORDS and len(_WORD.findall(place.said)) < 3:
        return True
    if not rest or place.before not in DETERMINERS or len(_WORD.findall(place.said)) > 4:
        return False
    return rest[0].kind == "word" and rest[0].text not in FUNCTION_WORDS and not reporting_verb(rest[0].text)


def is_inner(frame: Frame) -> bool:
    """Whether a frame is part of what another reports: "said the talks showed", "said he hoped"."""
    if frame.source.head == "it" or not can_speak(frame.source):
        return True
    return frame.verb is not None and not frame.verb.can("say", "tell", "judge", "ask")
