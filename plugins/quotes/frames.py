"""Reporting frames: who is said to say, ask, deny something, and with which verb.

A frame is found around a reporting verb ("Ostrander said", "said Ostrander", "…, she added"), around "according to"
and "in the words of", and before a colon that leads in a quotation.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from ..english.common_words import ADVERBS, DETERMINERS, NUMBER_WORDS, PREPOSITIONS, TIME_WORDS
from ..english.cues import (
    DOCUMENTS,
    FORMS,
    GROUPS,
    NOUNS,
    PARTICIPLES,
    PEOPLE,
    Class,
    Verb,
    reporting_verb,
    stance_verb,
)
from ..english.roles import ROLES
from ..english.terms import is_common_verb
from .phrases import AGED, PRONOUNS, TIMES, Source, phrase_ending, phrase_starting
from .subjects import AUXILIARIES, before_aside, clause_subject, is_skipped, subject_before, with_apposed_name
from .tokens import Sentence, Token

# What may stand before its subject: "…, asked Ostrander".
_INVERTED: tuple[Class, ...] = ("say", "ask", "mark", "deny", "urge", "think")
_AFTER_SOURCE = frozenset((*",.;:", *"in on at of during after before when as who".split()))
_BEFORE_BARE = frozenset(
    "to i we you they who and or people men women some many others most both percent police ,".split()
)
_SPEAKERS = DOCUMENTS | GROUPS | PEOPLE | ROLES
# What follows "reports" and "claims" where they are nouns.
_AFTER_NOUN = AUXILIARIES | frozenset((*".;)", *"and or of on at for from with by as in over said".split()))
# After these a participle need not be what the subject does: "blamed for opposing it".
_OTHERS_DOING = frozenset("for without through against about of from".split())
# Endings of plurals that name people by what they do.
_AGENTS = ("ists", "writers", "makers", "holders", "keepers", "owners", "goers", "workers", "ocrats")
_PHRASES = {"according": "to", "words": "of"}
_BESIDE = frozenset("to on at in by with".split())
# Determiners that may stand between a subject and its verb: "the ministers all said".
_FLOATING = frozenset("all both each".split())
# Verbs that take the act of judging itself: "denied attacking", "regrets calling".
_DONE_TO = frozenset("deny admit acknowledge recall confess regret describe suggest propose discuss".split())
# What follows a passive that tells what something is said to be or to have done: "described as", "accused of".
_ROLES_AFTER = frozenset("as of".split())
_ARTICLES = frozenset("a an the this that these those his her its their my our your".split())
# "when asked"
_ELLIPTIC = frozenset("when if unless".split())
_OBJECTS = {"him": "he", "her": "she", "them": "they"}
_BE = frozenset("is are was were be been being am get gets got".split())
_NOUNISH = DETERMINERS | PREPOSITIONS - {"to", "by"} | frozenset("of new first".split())


class Frame(msgspec.Struct, frozen=True):
    """A source and what reports its speech. Indices are tokens of one sentence.

    `begin` and `stop` bound source and verb together, half-open. `verb` is None for a colon alone; `cue_start` and
    `cue_end` are the offsets of the verb or phrase. `inverted` where the source follows the verb, which `is_passive`
    where that is after "by".
    """

    begin: int
    stop: int
    source: Source
    verb: Verb | None
    cue_start: int
    cue_end: int
    inverted: bool = False
    is_passive: bool = False


def find_frames(tokens: Sequence[Token]) -> list[Frame]:
    """The frames of a sentence, in the order of their verbs."""
    found: list[Frame] = []
    for at, token in enumerate(tokens):
        frame = None
        if token.text in FORMS:
            frame = _at_verb(tokens, at)
        elif token.text in _PHRASES:
            frame = _at_phrase(tokens, at)
        elif token.text == ":":
            frame = _at_colon(tokens, at, found)
        if frame:
            found.append(frame)
    return found


def _at_verb(tokens: Sequence[Token], at: int) -> Frame | None:
    token = tokens[at]
    if token.kind != "word" or (token.capital and at and tokens[at - 1].kind != "quote"):
        return None
    verb = reporting_verb(token.text, *(after.text for after in tokens[at + 1 : at + 4])) or stance_verb(token.text)
    if verb is None or _is_noun(tokens, at, verb):
        return None
    stop = at + len(verb.lemma.split())
    if _is_passive(tokens, at, verb):
        return _passive(tokens, at, stop, verb)
    if _is_participle(tokens, at):
        return None
    return _quoted(tokens, at, stop, verb) or _inverted(tokens, at, stop, verb) or _active(tokens, at, stop, verb)


def _active(tokens: Sequence[Token], at: int, stop: int, verb: Verb) -> Frame | None:
    """ "Ostrander said": the source is the subject before the verb, or does what a participle says."""
    token = tokens[at]
    if verb.participle and tokens[at - 1].text in _OTHERS_DOING and not verb.can("say", "tell"):
        return None
    source = _actor(tokens, at) if verb.participle else subject_before(tokens, at)
    if source is None:
        return None
    source = with_apposed_name(tokens, source)
    if not verb.can("say", "tell") and not can_speak(source):
        return None
    back = _before_adverbs(tokens, at)
    apart = back != source.stop - 1 and tokens[back].text != "," and tokens[back].kind != "name"
    if verb.lemma in NOUNS and token.text.endswith("s") and apart:
        return None
    return Frame(min(source.begin, at), stop, source, verb, token.start, tokens[stop - 1].end)


def can_speak(source: Source) -> bool:
    """Whether a source is of the kind that says things: somebody, a body of people, a document."""
    if source.entity >= 0 or source.head in PRONOUNS:
        return True
    head = source.head.rsplit("-", 1)[-1]
    if head.endswith(_AGENTS) or source.head.endswith(AGED) or _is_agent(head.removesuffix("s")):
        return True
    return not _SPEAKERS.isdisjoint((head, head.removesuffix("s"), head.removesuffix("ies") + "y", head[:-2] + "an"))


def _is_agent(noun: str) -> bool:
    """Whether a noun names people by a verb: "teacher", "driver"."""
    return noun.endswith(("er", "or")) and (is_common_verb(noun[:-2]) or is_common_verb(noun[:-1]))


def _is_noun(tokens: Sequence[Token], at: int, verb: Verb) -> bool:
    """Whether a form that is a noun as well ("report", "claims") is one here."""
    before, following = tokens[at - 1], tokens[at + 1].text if at + 1 < len(tokens) else "."
    if at == 0:
        return not verb.participle
    floats = before.text in _FLOATING and _is_past(tokens[at])
    if before.owner or (before.text in NUMBER_WORDS and not before.capital and not verb.participle):
        return True
    if before.text in DETERMINERS and not floats and (before.text != "that" or verb.lemma in NOUNS):
        return True
    if verb.participle:
        return following == "of"
    if tokens[at].text in ADVERBS and before.text not in AUXILIARIES | {"to"}:
        return True
    if (before.text in _NOUNISH - {"that"} and not floats) or (verb.bare and not _takes_bare(tokens, at)):
        return True
    if before.kind == "name" and at > 1 and tokens[at - 2].text in ("a", "an") and verb.lemma in NOUNS:
        return not _is_past(tokens[at])  # "a U.S. appeals court"
    if verb.lemma not in NOUNS or _is_past(tokens[at]) or before.kind == "name" or before.text in PRONOUNS:
        return False
    return following in _AFTER_NOUN and not any(token.kind == "quote" for token in tokens[max(0, at - 6) : at])


def _is_past(token: Token) -> bool:
    return token.text.endswith("ed")


def _is_participle(tokens: Sequence[Token], at: int) -> bool:
    """Whether a past form describes what stands before it: "the talks described by the ministry", "shown on Monday"."""
    back = _before_adverbs(tokens, at)
    if back >= 0 and tokens[back].text in AUXILIARIES:
        return False
    modified = -1 < back < at - 1 and tokens[at - 1].text.endswith("ly")
    if modified and (tokens[back].text in _ARTICLES or tokens[back].text in PREPOSITIONS or tokens[back].owner):
        return True  # "a widely expected talk"
    if tokens[at].text in PARTICIPLES:
        return True
    # "mentioned disparaging remarks", "disclose detailed records", "when asked to wait", "worth noting"
    before = reporting_verb(tokens[at - 1].text) if at else None
    if tokens[at].text.endswith("ing"):
        judges = (verb := reporting_verb(tokens[at].text)) is not None and verb.can("judge")
        describes = judges and before is not None and before.lemma not in NOUNS | _DONE_TO
        return tokens[at - 1].text == "worth" or describes
    bare = before is not None and before.bare and before.lemma not in NOUNS
    return _is_past(tokens[at]) and at > 0 and (bare or tokens[at - 1].text in _ELLIPTIC)


def _before_adverbs(tokens: Sequence[Token], at: int) -> int:
    back = before_aside(tokens, at - 1)
    while back >= 0 and is_skipped(tokens[back]) and tokens[back].text not in AUXILIARIES:
        back -= 1
    return back


def _takes_bare(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word before lets a base form be a verb: "they say", "would say", "to say"."""
    token = tokens[max(0, _before_adverbs(tokens, at))]
    if at + 1 < len(tokens) and tokens[at + 1].text == "that" and token.kind in ("name", "word"):
        before = phrase_ending(tokens, at - 1)
        single = before is None or tokens[before.begin].text in ("a", "an", "this")
        people = before is not None and not single and before.head.endswith("s") and can_speak(before)
        return tokens[at].text not in NOUNS or tokens[at].text == "show" or people
    if tokens[at].text == "say" and at + 1 < len(tokens) and tokens[at + 1].kind in ("name", "word"):
        return True
    plural = token.text.endswith("s") and not token.text.endswith(("ous", "ss", "us", "is")) and not token.owner
    if token.text in ("and", "or", ",") and reporting_verb(tokens[at].text) and tokens[at].text in NOUNS:
        return False
    return plural or token.text.split()[-1] in _BEFORE_BARE or (token.text in AUXILIARIES and token.text not in _BE)


def _actor(tokens: Sequence[Token], at: int) -> Source | None:
    """Who does what a present participle says: "…, adding", "footage of Ostrander saying"."""
    while at > 1 and (is_skipped(tokens[at - 1]) and tokens[at - 1].text not in AUXILIARIES):
        at -= 1  # "first telling", "flatly calling"
    if at == 0:
        return clause_subject(tokens, 0, len(tokens))
    if tokens[at - 1].kind == "quote" or tokens[at - 1].text == ",":
        return clause_subject(tokens, 0, at - 1)
    if at == 1 and tokens[0].text in PREPOSITIONS:  # "After saying so, Ostrander left"
        return clause_subject(tokens, 0, len(tokens))
    before = phrase_ending(tokens, at - 1)
    if before and (before.entity >= 0 or before.head in PRONOUNS):
        return before
    if before and before.head in DOCUMENTS:  # "Ostrander released a statement saying"
        return clause_subject(tokens, 0, at - 1)
    return subject_before(tokens, at) if before is None else None


def _is_passive(tokens: Sequence[Token], at: int, verb: Verb) -> bool:
    """Whether something is done to what stands before the verb: "was told", "launched and described as"."""
    if tokens[at].text.endswith("ing"):
        return False
    back = _before_adverbs(tokens, at)
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    undergoes = following == "by" or (following in _ROLES_AFTER and verb.can("judge") and _is_past(tokens[at]))
    parted = back >= 0 and tokens[back].text in ",—–" and tokens[back - 1].kind != "quote"
    asked = verb.lemma == "ask" and parted and (tokens[back].text != "," or following in ("if", "whether"))
    return (back >= 0 and tokens[back].text in _BE) or undergoes or asked


def _passive(tokens: Sequence[Token], at: int, stop: int, verb: Verb) -> Frame | None:
    """ "It was announced by the ministry": the source stands after "by"."""
    for i in range(stop, min(stop + 6, len(tokens) - 1)):
        if tokens[i].text == "by":
            source = phrase_starting(tokens, i + 1, len(tokens))
            return (
                Frame(at, source.stop, source, verb, tokens[at].start, tokens[stop - 1].end, True, True)
                if source
                else None
            )
    return None


def _quoted(tokens: Sequence[Token], at: int, stop: int, verb: Verb) -> Frame | None:
    """ "The paper quoted Ostrander as saying": who is quoted is the source."""
    if verb.lemma not in ("quote", "cite"):
        return None
    source = phrase_starting(tokens, stop, len(tokens)) or _object(tokens, stop)
    if source is None or [token.text for token in tokens[source.stop : source.stop + 2]] != ["as", "saying"]:
        return None
    quoter, says = subject_before(tokens, at), source.stop + 1
    said = Verb("say", frozenset(("say",)))
    return Frame(quoter.begin if quoter else at, says + 1, source, said, tokens[says].start, tokens[says].end)


def _object(tokens: Sequence[Token], at: int) -> Source | None:
    """ "him", "her" or "them" as a source."""
    if at >= len(tokens) or tokens[at].text not in _OBJECTS:
        return None
    return Source(tokens[at].start, tokens[at].end, at, at + 1, _OBJECTS[tokens[at].text])


def _inverted(tokens: Sequence[Token], at: int, stop: int, verb: Verb) -> Frame | None:
    """ "…, said Ostrander": the verb stands right after a quotation or a comma, with no subject before it."""
    before = tokens[at - 1]
    after_quotation = "quote" in (before.kind, tokens[at - 2].kind if at > 1 else "")
    if verb.participle or not (
        verb.can(*_INVERTED) or (verb.can("tell") and after_quotation and tokens[at].text.endswith("s"))
    ):
        return None
    if before.kind != "quote" and not (before.text in ",—–-" and _ends_clause(tokens, at - 1)):
        return None
    source = phrase_starting(tokens, _after_hearer(tokens, stop) if after_quotation else stop, len(tokens))
    if source is None or source.head in ("that", "it", "i") or tokens[source.begin].text in TIME_WORDS:
        return None
    source = with_apposed_name(tokens, source)
    if before.kind != "quote" and (_followed_by_clause(tokens, source) or not _is_somebody(source)):
        return None
    return Frame(at, source.stop, source, verb, tokens[at].start, tokens[stop - 1].end, True)


def _is_somebody(source: Source) -> bool:
    return can_speak(source) and (source.entity >= 0 or source.head not in DOCUMENTS)


def _after_hearer(tokens: Sequence[Token], at: int) -> int:
    """The index after when, where and to whom it was said, where the source comes last: "told Monday the press Vik"."""
    end = at
    while end < len(tokens) and tokens[end].text in TIMES:
        end += 1
    while end < len(tokens) and tokens[end].text in _BESIDE:
        beside = phrase_starting(tokens, end + 1, len(tokens))
        if beside is None:
            break
        named = beside.entity >= 0 and beside.stop - beside.begin > 1  # "the press Mr. Vik"
        end = beside.stop - named
    return end


def _ends_clause(tokens: Sequence[Token], comma: int) -> bool:
    return comma > 0 and (tokens[comma - 1].kind == "quote" or comma > 3)


def _followed_by_clause(tokens: Sequence[Token], source: Source) -> bool:
    """Whether the phrase after the verb begins what is said rather than names who says it."""
    return source.stop < len(tokens) and tokens[source.stop].text not in _AFTER_SOURCE


def _at_phrase(tokens: Sequence[Token], at: int) -> Frame | None:
    """ "according to Ostrander", "in the words of Ostrander"."""
    last = _PHRASES[tokens[at].text]
    if at + 2 >= len(tokens) or tokens[at + 1].text != last:
        return None
    if last == "of" and [token.text for token in tokens[max(0, at - 2) : at]] != ["in", "the"]:
        return None
    source = phrase_starting(tokens, at + 2, len(tokens))
    if source is None:
        return None
    source = with_apposed_name(tokens, source)
    verb = Verb(f"{tokens[at].text} {last}", frozenset(("say",)))
    return Frame(at, source.stop, source, verb, tokens[at].start, tokens[at + 1].end, True)


def _at_colon(tokens: Sequence[Token], at: int, found: Sequence[Frame]) -> Frame | None:
    """ "Ostrander: “…”", with no verb: a headline or a transcript."""
    if found or at + 1 >= len(tokens) or tokens[at + 1].kind != "quote":
        return None
    source = phrase_ending(tokens, at - 1)
    if source is None or source.begin:
        return None
    return Frame(source.begin, at + 1, source, None, tokens[at].start, tokens[at].end)


def without_capitals(tokens: Sequence[Token]) -> Sentence:
    """The tokens of a headline, whose words may all be capitalised, as they would be in running text."""
    return tuple(
        msgspec.structs.replace(token, capital=False) if token.kind == "word" and token.capital else token
        for token in tokens
    )
