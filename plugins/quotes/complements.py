"""What a reporting verb takes that is no clause: an infinitive, a person and what to do, the thing spoken of."""

from __future__ import annotations

import msgspec

from ..english.common_words import DETERMINERS, PREPOSITIONS, TIME_WORDS
from ..english.cues import DOCUMENTS, GROUPS, PEOPLE, Verb
from ..english.roles import ROLES
from ..english.terms import is_common_verb
from .frames import Frame
from .phrases import PRONOUNS, in_phrase, is_predicate, phrase_starting
from .subjects import AUXILIARIES, is_skipped, subject_before
from .tokens import Sentence, Token

# Verbs that judge in deeds as often as in words.
_DEEDS = frozenset("assault address honor name tear host".split())
_DISPUTES = frozenset("challenge defend question welcome".split())
# Verbs whose bare object is what was said of it.
_NAMING = frozenset(
    """acknowledge admit affirm allege announce assert claim clarify concede confess confirm declare demand detail
    disclose emphasise emphasize estimate explain forecast imply indicate lament maintain mention note order
    outline pledge predict promise propose protest reaffirm recall recommend recount reiterate repeat report
    reveal seek stipulate stress suggest threaten underline underscore urge want""".split()
) | {"lay out", "call for", "spell out"}
# The prepositions with which other verbs take what they are about.
_GOVERNED = {
    "agree": "with on", "believe": "in", "disagree": "with", "side": "with", "object": "to", "allude": "to",
    "refer": "to", "insist": "on", "comment": "on", "elaborate": "on", "hint": "at", "decide": "against on",
    "push": "for", "press": "for", "plead": "for", "hope": "for", "ask": "for about", "appeal": "for", "opt": "for",
    "apologize": "for", "apologise": "for", "lobby": "for against", "campaign": "for against", "vote": "for against",
    "argue": "for against", "speak out": "against about on for", "speak up": "against about for",
    "lash out": "at against over", "hit back": "at", "fire back": "at", "push back": "against on", "weigh in": "on",
    "double down": "on", "sound off": "on about",
}  # fmt: skip
# Those that they may take beside a bare object.
_ALLOWED = {"admit": "to", "confess": "to"}
# Verbs that say what a thing is like or goes with, by what stands between the two.
_JOINTS = {"see": "as", "compare": "to with", "link": "to with", "tie": "to"}
_SHOWING = frozenset("show find reveal document explore examine chronicle trace".split())
# What shows things to the eye.
_PICTURES = frozenset("video footage film recording chart ad advertisement commercial spot".split())
_ABOUT = frozenset("about of against over".split())
_RESUMED = frozenset("of for as to".split())
_INTERPOSED = frozenset("who whose which a an the".split())
OBJECTS = frozenset("him her them it me us himself herself itself themselves".split())
_UNTOLD = frozenset("whether if how why what who where when which that".split())
_DASHES = frozenset("—–―-")
_RELATIVES = frozenset("who which that whose".split())
_CUTS = frozenset("after amid because before despite during if once since though until when while".split())
# What opens a clause that is no part of an aim.
_PARTED = frozenset("but which who while although though where whereas".split())
_FARTHEST_TO = 16


class Reported(msgspec.Struct, frozen=True):
    """The tokens of reported speech, half-open, with its frame."""

    begin: int
    stop: int
    frame: Frame
    rule: str

    @property
    def is_clause(self) -> bool:
        """Whether it has a verb of its own."""
        return self.rule.startswith(("clause", "aim"))


def infinitive(tokens: Sentence, at: int, stop: int, frame: Frame) -> Reported | None:
    """ "vowed to rebuild it", "urged the council to wait": with the person who is to do it."""
    if frame.verb is None or not is_infinitive(tokens, at):
        return None
    if frame.verb.lemma in ("refuse", "decline") and tokens[at + 2].text in _UNTOLD:
        return None  # "refused to say when"
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
    for at in range(frame.stop + 1, min(stop - 1, frame.stop + _FARTHEST_TO)):
        if is_infinitive(tokens, at):
            begin = at - (tokens[at - 1].text == "not") if appeals else frame.stop
            return Reported(begin, trimmed(tokens, _aim_end(tokens, at, stop)), frame, "what is asked for")
        if tokens[at].text in AUXILIARIES - {"not"} or tokens[at].text in (":", ";", "that"):
            return None
    return None


def is_infinitive(tokens: Sentence, at: int) -> bool:
    """Whether "to" and a verb stand there, rather than a place or a person."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if tokens[at].text != "to" or following is None or following.kind != "word" or following.capital:
        return False
    return is_common_verb(following.text) or not (following.text in DETERMINERS or following.text.endswith("s"))


def matter(tokens: Sentence, frame: Frame, hearer: int, stop: int) -> Reported | None:
    """The thing that is denied, criticised, announced, warned of; `hearer` is the index after who was spoken to."""
    verb = frame.verb
    if verb is None or (verb.participle and not _is_finite_or_judges(tokens, frame, verb)):
        return None
    at = _matter_start(tokens, frame, verb, hearer, stop)
    if at is None or not _is_thing(tokens, at, stop) or (verb.lemma == "call" and _is_bare_object(tokens, at, stop)):
        return None
    return Reported(at, trimmed(tokens, thing_end(tokens, at, stop)), frame, "what the verb is about")


def _matter_start(tokens: Sentence, frame: Frame, verb: Verb, hearer: int, stop: int) -> int | None:
    """Where the thing begins: after the preposition that the verb takes, or as its bare object."""
    at = frame.stop
    told = hearer < stop and at < stop and tokens[at].text == "to" and verb.lemma in _NAMING
    if told or (hearer < stop and tokens[hearer].text == "about"):
        at = hearer
    while at < stop and is_skipped(tokens[at]):
        at += 1
    if at >= stop - 1:
        return at if at < stop and _takes_object(tokens, frame, verb, at, stop) else None
    required = _GOVERNED.get(verb.lemma, "").split()
    allowed = required or [*_ABOUT, *_ALLOWED.get(verb.lemma, "").split()]
    if tokens[at].text in allowed and verb.lemma != "say":
        return at + 1
    return at if not required and _takes_object(tokens, frame, verb, at, stop) else None


def undergone(tokens: Sentence, frame: Frame) -> Reported | None:
    """ "The plan was criticised by the mayor": what a passive verb is done to, whose source follows "by"."""
    verb = frame.verb
    if verb is None or not _takes_thing(frame, verb):
        return None
    subject, stop = subject_before(tokens, frame.begin), frame.begin
    while is_skipped(tokens[stop - 1]):
        stop -= 1
    return (
        Reported(subject.begin, trimmed(tokens, max(stop, subject.stop)), frame, "subject of the passive")
        if subject
        else None
    )


def _is_bare_object(tokens: Sentence, at: int, stop: int) -> bool:
    """Whether nothing is said of the object: "called the mayor", but not "called the mayor a liar"."""
    phrase = phrase_starting(tokens, at, stop)
    return phrase is not None and phrase.stop >= thing_end(tokens, at, stop)


def _takes_thing(frame: Frame, verb: Verb) -> bool:
    return verb.can("deny", "judge", "stance") or verb.lemma in _NAMING or _shows(frame)


def _takes_object(tokens: Sentence, frame: Frame, verb: Verb, at: int, stop: int) -> bool:
    """Whether the bare object is the matter: "denied the charge", "saw the remark as an insult"."""
    if verb.lemma in _JOINTS:
        return any(token.text in _JOINTS[verb.lemma].split() for token in tokens[at + 1 : stop])
    return _takes_thing(frame, verb) and not _is_deed(tokens, at, verb)


def _is_deed(tokens: Sentence, at: int, verb: Verb) -> bool:
    """Whether a verb that may judge is done to somebody: "questioned a man", but not "questioned the figures"."""
    if verb.lemma not in _DISPUTES:
        return verb.lemma in _DEEDS
    phrase = phrase_starting(tokens, at, len(tokens))
    if phrase is None or any(token.text.endswith("ing") for token in tokens[phrase.begin : phrase.stop]):
        return phrase is None
    people = GROUPS | PEOPLE | ROLES
    return phrase.entity >= 0 or not people.isdisjoint((phrase.head, phrase.head.removesuffix("s")))


def _is_finite_or_judges(tokens: Sentence, frame: Frame, verb: Verb) -> bool:
    """Whether a present participle is the verb of its clause ("is demanding", "…, demanding"), or tells a judgement."""
    before = tokens[frame.stop - len(verb.lemma.split()) - 1]
    governs = any(token.text in AUXILIARIES for token in tokens[frame.source.stop : frame.stop - 1])
    return verb.can("judge") or governs or before.text in (",", "and")


def _shows(frame: Frame) -> bool:
    head = frame.source.head
    documented = not {head, head.removesuffix("s")}.isdisjoint(DOCUMENTS - _PICTURES)
    return documented and frame.verb is not None and frame.verb.lemma in _SHOWING


def _is_thing(tokens: Sentence, at: int, stop: int) -> bool:
    is_doing = tokens[at].text.endswith(("ing", "ed"))
    named = phrase_starting(tokens, at, stop) is not None or _is_mass_noun(tokens, at, stop)
    return is_doing or tokens[at].text in OBJECTS or named


def _is_mass_noun(tokens: Sentence, at: int, stop: int) -> bool:
    """Whether a noun stands there that needs no article: "urged calm", "denied involvement in it"."""
    following = tokens[at + 1].text if at + 1 < stop else ""
    closes = not following or following in PREPOSITIONS or following in ("and", "or", "that", ",")
    return closes and in_phrase(tokens, at) and not is_common_verb(tokens[at].text) and len(tokens[at].text) > 3


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
        if text in ("in", "on", "at") and _is_time(tokens, at + 1):
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
    while stop and tokens[stop - 1].kind == "punct":
        stop -= 1
    return stop
