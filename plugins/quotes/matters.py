"""The thing that is denied, criticised, announced or warned of: what a verb is about, where that is no clause."""

from __future__ import annotations

from ..english.common_words import AUXILIARIES, PREPOSITIONS
from ..english.cues import DOCUMENTS, PICTURES, TELLERS, Verb
from ..english.terms import is_common_verb
from .complements import Reported, thing_end, trimmed
from .frames import Frame
from .hearers import after_day
from .phrases import OBJECTS, SOMEBODY, SPEAKERS, in_phrase, phrase_starting
from .subjects import is_skipped, subject_before
from .tokens import Sentence

# Verbs that judge in deeds as often as in words.
_DEEDS = frozenset("assault address honor name tear host".split())
_DISPUTES = frozenset("challenge defend question welcome".split())
# Verbs whose bare object is what was said of it.
_NAMING = frozenset(
    """acknowledge admit affirm allege announce assert claim clarify concede confess confirm declare demand detail
    disclose emphasise emphasize estimate explain forecast imply indicate lament mention note order
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
_ABOUT = frozenset("about of against over".split())
_SOURCES = TELLERS | SOMEBODY
_WRITTEN = DOCUMENTS - PICTURES


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
    at = after_day(tokens, at)
    if at >= stop - 1:
        return at if at < stop and _takes_object(tokens, frame, verb, at, stop) else None
    required = _GOVERNED.get(verb.lemma, "").split()
    allowed = required or [*_ABOUT, *_ALLOWED.get(verb.lemma, "").split()]
    if at > frame.stop and tokens[at].text in ("over", "against"):
        return None
    if tokens[at].text in allowed and verb.lemma != "say":
        return at + 1
    return at if not required and _takes_object(tokens, frame, verb, at, stop) else None


def undergone(tokens: Sentence, frame: Frame) -> Reported | None:
    """ "The plan was criticised by the mayor": what a passive verb is done to, whose source follows "by"."""
    verb = frame.verb
    if verb is None or verb.lemma in ("quote", "cite") or not _takes_thing(frame, verb):
        return None
    subject, stop = subject_before(tokens, frame.begin), frame.begin
    if subject and subject.head in DOCUMENTS and verb.can("say"):
        return None  # "a letter published by the Post"
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


def _names_source(tokens: Sentence, at: int, verb: Verb) -> bool:
    """Whether somebody else is named who said it: "citing two officials"."""
    phrase = phrase_starting(tokens, at, len(tokens)) if verb.lemma in ("cite", "quote") else None
    if phrase is None or (phrase.stop < len(tokens) and tokens[phrase.stop].text == "that"):
        return False
    return phrase.entity >= 0 or not _SOURCES.isdisjoint((phrase.head, phrase.head.removesuffix("s")))


def _is_assault(tokens: Sentence, at: int) -> bool:
    """Whether somebody is attacked with more than words: "attacked her nephew", "attacked Vik with a knife"."""
    phrase = phrase_starting(tokens, at, len(tokens))
    if phrase is None or phrase.stop >= len(tokens):
        return False
    if any(token.text in ("as", "for", "over") for token in tokens[phrase.stop :]):
        return False
    armed = tokens[phrase.stop].text == "with" and phrase.entity >= 0
    return armed or phrase.head.removesuffix("s") in SOMEBODY


def _is_deed(tokens: Sentence, at: int, verb: Verb) -> bool:
    """Whether a verb that may judge is done to somebody: "questioned a man", but not "questioned the figures"."""
    if verb.lemma == "attack" and _is_assault(tokens, at):
        return True
    if verb.lemma not in _DISPUTES:
        return verb.lemma in _DEEDS or _names_source(tokens, at, verb)
    phrase = phrase_starting(tokens, at, len(tokens))
    if phrase is None or any(token.text.endswith("ing") for token in tokens[phrase.begin : phrase.stop]):
        return phrase is None
    return phrase.entity >= 0 or not SPEAKERS.isdisjoint((phrase.head, phrase.head.removesuffix("s")))


def _is_finite_or_judges(tokens: Sentence, frame: Frame, verb: Verb) -> bool:
    """Whether a present participle is the verb of its clause ("is demanding", "…, demanding"), or tells a judgement."""
    before = tokens[frame.stop - len(verb.lemma.split()) - 1]
    governs = any(token.text in AUXILIARIES for token in tokens[frame.source.stop : frame.stop - 1])
    return verb.can("judge") or governs or before.text in (",", "and")


def _shows(frame: Frame) -> bool:
    head = frame.source.head
    documented = not {head, head.removesuffix("s")}.isdisjoint(_WRITTEN)
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
