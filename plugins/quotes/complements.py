"""What a reporting verb takes that is no clause: an infinitive, a person and what to do, the thing spoken of."""

from __future__ import annotations

import msgspec

from ..english.common_words import AUXILIARIES, DETERMINERS, PREPOSITIONS, TIME_WORDS
from ..english.terms import is_common_verb
from .actors import OCCASIONS
from .frames import Frame
from .phrases import PRONOUNS, in_phrase, is_predicate, phrase_starting
from .tokens import Sentence, Token

_RESUMED = frozenset("of for as to".split())
_INTERPOSED = frozenset("who whose which a an the".split())
_UNTOLD = frozenset("whether if how why what who where when which that".split())
# "asked not to be named", which is said of a source and not of the matter.
_UNNAMED = frozenset("named identified quoted anonymous".split())
_DASHES = frozenset("—–―-")
_RELATIVES = frozenset("who which that whose".split())
_CUTS = frozenset("after amid because before despite during if once since though until when while".split())
# What opens a clause that is no part of an aim.
_PARTED = frozenset("but which who while although though where whereas".split())
_FINITE = (AUXILIARIES - {"not"}) | {":", ";", "that"}
_FARTHEST_TO = 16
_INDEFINITE = frozenset("a an his her its their".split())
# When words are spoken, and what they are published in. "In a report" may as well be part of what is spoken of.
_SAID_IN = OCCASIONS | frozenset(
    "statement speech tweet post email e-mail message letter op-ed column blog editorial video".split()
)


class Reported(msgspec.Struct, frozen=True):
    """The tokens of reported speech, half-open, with its frame; `unsourced` where that names nobody who said it."""

    begin: int
    stop: int
    frame: Frame
    rule: str
    unsourced: bool = False

    @property
    def is_clause(self) -> bool:
        """Whether it has a verb of its own."""
        return self.rule.startswith(("clause", "aim"))


def infinitive(tokens: Sentence, at: int, stop: int, frame: Frame) -> Reported | None:
    """ "vowed to rebuild it", "urged the council to wait": with the person who is to do it."""
    if frame.verb is None or not is_infinitive(tokens, at + (tokens[at].text == "not")):
        return None
    verb = at + 1 + (tokens[at].text == "not")
    following = {token.text for token in tokens[verb + 1 : verb + 2]}
    if frame.verb.lemma in ("refuse", "decline") and following & _UNTOLD:
        return None  # "refused to say when"
    if frame.verb.lemma == "ask" and tokens[verb].text in ("be", "remain") and following & _UNNAMED:
        return None
    stop = trimmed(tokens, _aim_end(tokens, at, stop))
    if frame.verb.can("urge", "tell") and at > frame.stop:
        return Reported(frame.stop, stop, frame, "what is asked for")
    return Reported(at, stop, frame, "what is meant to be done") if frame.verb.can("intend", "aim") else None


def _aim_end(tokens: Sentence, begin: int, stop: int) -> int:
    """The end of an infinitive: before a clause that a comma parts from it, or a second verb of its subject."""
    for at in range(begin + 2, stop - 1):
        if tokens[at].text == "," and tokens[at + 1].text in _PARTED:
            return at
        if tokens[at].text in ("and", "but") and _is_second_verb(tokens[at + 1]):
            return at
    return stop


def _is_second_verb(token: Token) -> bool:
    """Whether a word after "and" goes on with what the subject does: "promised a veto and tried to explain it"."""
    return (
        token.text in AUXILIARIES or is_predicate(token) or (token.text.endswith("ed") and is_common_verb(token.text))
    )


def asked_for(tokens: Sentence, frame: Frame, stop: int) -> Reported | None:
    """ "asked the owner, a widow of 80, to wait": the infinitive may stand far from the verb."""
    if frame.verb is None or not (frame.verb.can("urge") or frame.verb.lemma in ("want", "expect")):
        return None
    if tokens[frame.stop].text in ("and", "or", ",") or is_infinitive(tokens, frame.stop):
        return None
    appeals = tokens[frame.stop].text == "to"
    if tokens[frame.stop].text in ("guilty", "innocent"):
        return None  # "pleaded guilty to …"
    for at in range(frame.stop + 1, min(stop - 1, frame.stop + _FARTHEST_TO)):
        if is_infinitive(tokens, at):
            begin = at - (tokens[at - 1].text == "not") if appeals else frame.stop
            return Reported(begin, trimmed(tokens, _aim_end(tokens, at, stop)), frame, "what is asked for")
        if tokens[at].text in _FINITE:
            return None
    return None


def _is_gerund(word: str) -> bool:
    """Whether a word is a verb's form in -ing: "using", but not "bring"."""
    return word.endswith("ing") and (len(word) > 6 or is_common_verb(word[:-3]) or is_common_verb(word[:-3] + "e"))


def is_infinitive(tokens: Sentence, at: int) -> bool:
    """Whether "to" and a verb stand there, rather than a place or a person."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if tokens[at].text != "to" or following is None or following.kind != "word" or following.capital:
        return False
    if following.text in PREPOSITIONS or following.text in PRONOUNS or _is_gerund(following.text):
        return False
    if "-" in following.text and not is_common_verb(following.text.rsplit("-", 1)[1]):
        return False
    return is_common_verb(following.text) or not (following.text in DETERMINERS or following.text.endswith("s"))


def thing_end(tokens: Sentence, begin: int, stop: int) -> int:
    """The first comma or conjunction, but for what comes between: "accused Vik, who built it, of haste"."""
    relative = False
    for at in range(begin, stop - 1):
        text = tokens[at].text
        if text == "," and not (_is_resumed(tokens, at, stop) or is_listed(tokens, at, stop)):
            return at
        if text in _CUTS and tokens[at - 1].text != ",":
            return at
        if text == "as" and (tokens[at + 1].text in PRONOUNS or _opens_clause(tokens, at + 1)):
            return at
        if text in _DASHES and tokens[at].kind == "punct":
            return at
        if text in ("in", "on", "at", "during") and (_is_time(tokens, at + 1) or _is_occasion(tokens, at + 1, stop)):
            return at
        relative = relative or text in _RELATIVES
        if text in ("and", "but") and not relative and _is_second_verb(tokens[at + 1]):
            return at
    return stop


def _opens_clause(tokens: Sentence, at: int) -> bool:
    """Whether a name and its verb stand there: "as Ostrander gains"."""
    return tokens[at].kind == "name" and at + 1 < len(tokens) and tokens[at + 1].text.endswith(("s", "ed"))


def _is_time(tokens: Sentence, at: int) -> bool:
    text = tokens[at].text
    return text in TIME_WORDS or (text.isdigit() and len(text) == 4) or text in ("last", "recent")


def _is_occasion(tokens: Sentence, at: int, stop: int) -> bool:
    """Whether where it was said or written stands there: "in a brief statement", "at a rally in Velmar"."""
    end = next(
        (i for i in range(at + 1, min(stop, at + 4)) if not (in_phrase(tokens, i) or tokens[i].text in TIME_WORDS)),
        min(stop, at + 4),
    )
    said = {tokens[i].text.removesuffix("s") for i in range(at, end)}
    several = in_phrase(tokens, at) and tokens[end - 1].text.endswith("s")  # "in early tweets"
    return (tokens[at].text in _INDEFINITE or several) and not said.isdisjoint(_SAID_IN)


def is_listed(tokens: Sentence, comma: int, stop: int) -> bool:
    """Whether a comma parts the items of a list: "the pier, the quay and the bridge"."""
    item = phrase_starting(tokens, comma + 1, stop)
    return item is not None and item.stop < stop and tokens[item.stop].text in (",", "and", "or")


def _is_resumed(tokens: Sentence, comma: int, stop: int) -> bool:
    """Whether what a comma opens is an apposition or a relative clause that another comma ends."""
    if tokens[comma + 1].text not in _INTERPOSED:
        return (
            any(token.text in _INTERPOSED for token in tokens[max(0, comma - 12) : comma])
            and tokens[comma + 1].text in _RESUMED
        )
    later = (at for at in range(comma + 1, stop - 1) if tokens[at].text == ",")
    second = next(later, None)
    return second is not None and tokens[second + 1].text in _RESUMED


def trimmed(tokens: Sentence, stop: int) -> int:
    """The index after the last word before `stop`."""
    while stop and (tokens[stop - 1].kind == "punct" or tokens[stop - 1].text in ("and", "but", "or")):
        stop -= 1
    return stop
