"""What a form of a reporting verb is in its place: the verb of a clause, a noun, a participle or a passive."""

from __future__ import annotations

from collections.abc import Sequence

from ..english.common_words import ADVERBS, AUXILIARIES, DETERMINERS, IRREGULAR_FORMS, NUMBER_WORDS, PREPOSITIONS
from ..english.cues import (
    DOCUMENTS,
    FOUND_OUT,
    GROUPS,
    NOUNS,
    PARTICIPLES,
    PEOPLE,
    VERBS,
    Verb,
    reporting_verb,
)
from ..english.roles import ROLES
from ..english.terms import is_common_verb
from .phrases import AGED, PRONOUNS, Source, phrase_ending
from .subjects import before_aside, is_skipped, subject_before
from .tokens import Token

_BEFORE_BARE = frozenset(
    "to i we you they who and or people men women some many others most both percent police ,".split()
)
_SPEAKERS = DOCUMENTS | GROUPS | PEOPLE | ROLES
# What follows "reports" and "claims" where they are nouns.
_AFTER_NOUN = AUXILIARIES | frozenset((*".;)", *"and or of on at for from with by as in over said".split()))
# Endings of plurals that name people by what they do.
_AGENTS = ("ists", "writers", "makers", "holders", "keepers", "owners", "goers", "workers", "ocrats")
# Determiners that may stand between a subject and its verb: "the ministers all said".
_FLOATING = frozenset("all both each".split())
# Verbs that take the act of judging itself: "denied attacking", "regrets calling".
_DONE_TO = frozenset("deny admit acknowledge recall confess regret describe suggest propose discuss".split())
_SOME = frozenset("some many most few others".split())
_PLURAL = ("s", "police", "people", "men", "women")
# What parts a subject from its verb: "advisers to the mayor say".
_LINKS = frozenset("to of for from at in with on close familiar".split())
_GIVING = frozenset("called named dubbed titled termed labeled labelled".split())
_ARTICLES = frozenset("a an the this that these those his her its their my our your".split())
# "when asked"
_ELLIPTIC = frozenset("when if unless".split())
BE = frozenset("is are was were be been being am get gets got".split())
_PERCEIVING = frozenset("hear heard hearing watch watched watching".split())
_VERBAL = AUXILIARIES | IRREGULAR_FORMS | frozenset(VERBS)
_HAVE = frozenset("have has had 've".split())
_NOUNISH = DETERMINERS | PREPOSITIONS - {"to", "by"} | frozenset("of new".split())


def can_speak(source: Source) -> bool:
    """Whether a source is of the kind that says things: somebody, a body of people, a document."""
    if source.entity >= 0 or source.head in PRONOUNS:
        return True
    head = source.head.rsplit("-", 1)[-1]
    if head.endswith(_AGENTS) or source.head.endswith(AGED) or _is_agent(head.removesuffix("s")):
        return True
    singular = head.removesuffix("s"), head.removesuffix("es"), head.removesuffix("ies") + "y", head[:-2] + "an"
    return not _SPEAKERS.isdisjoint((head, *singular))


def _is_agent(noun: str) -> bool:
    """Whether a noun names people by a verb: "teacher", "driver"."""
    return noun.endswith(("er", "or")) and (is_common_verb(noun[:-2]) or is_common_verb(noun[:-1]))


def is_noun(tokens: Sequence[Token], at: int, verb: Verb) -> bool:
    """Whether a form that is a noun as well ("report", "claims") is one here."""
    before, following = tokens[at - 1], tokens[at + 1].text if at + 1 < len(tokens) else "."
    if at == 0:
        return not verb.participle
    if following == "by" and (verb.bare or tokens[at].text.endswith("s")):
        return True  # "debates by"
    floats = before.text in _FLOATING and _is_past(tokens[at])
    if before.owner or (before.text in NUMBER_WORDS and not before.capital and not verb.participle):
        return True
    past_after_that = before.text == "that" and (verb.lemma not in NOUNS or _tells(tokens, at))
    some = before.text in _SOME and verb.bare and verb.lemma not in NOUNS
    if before.text in DETERMINERS and not (floats or past_after_that or some):
        return True
    if verb.participle:
        return following == "of"
    if tokens[at].text in ADVERBS and before.text != "to" and before.text not in AUXILIARIES:
        return True
    if (before.text in _NOUNISH - {"that"} and not (floats or some)) or (verb.bare and not _takes_bare(tokens, at)):
        return True
    if before.kind == "name" and at > 1 and tokens[at - 2].text in ("a", "an") and verb.lemma in NOUNS:
        return not _is_past(tokens[at])  # "a U.S. appeals court"
    return verb.lemma in NOUNS and not _is_past(tokens[at]) and _is_object(tokens, at, verb, following)


def _is_object(tokens: Sequence[Token], at: int, verb: Verb, following: str) -> bool:
    """Whether a form that is a noun as well has a place where nouns stand: "saw reports of it"."""
    before, outdone = tokens[at - 1], reporting_verb(following)
    if before.text == "," and outdone and following.endswith("ed"):
        return True  # "After the talks, reports indicated"
    if before.kind == "name" or before.text in PRONOUNS:
        return False
    if verb.lemma in FOUND_OUT and (shown := subject_before(tokens, at)) and shown.head in DOCUMENTS:
        return False
    return following in _AFTER_NOUN and not any(token.kind == "quote" for token in tokens[max(0, at - 6) : at])


def _tells(tokens: Sequence[Token], at: int) -> bool:
    """Whether a past form has a document as its subject: "a report that claimed"."""
    return _is_past(tokens[at]) and at > 1 and tokens[at - 2].text.removesuffix("s") in DOCUMENTS


def _is_past(token: Token) -> bool:
    return token.text.endswith("ed")


def is_participle(tokens: Sequence[Token], at: int) -> bool:
    """Whether a past form describes what stands before it: "the talks described by the ministry", "shown on Monday"."""
    back = before_adverbs(tokens, at)
    if back >= 0 and tokens[back].text in AUXILIARIES:
        return False
    modified = -1 < back < at - 1 and tokens[at - 1].text.endswith("ly")
    if modified and (tokens[back].text in _ARTICLES or tokens[back].text in PREPOSITIONS or tokens[back].owner):
        return True  # "a widely expected talk"
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if tokens[at].text in PARTICIPLES or (tokens[at].text == "addressed" and following == "to"):
        return True
    if _is_past(tokens[at]) and (_is_given(tokens, at) or _is_outdone(tokens, at)):
        return True
    # "mentioned disparaging remarks", "disclose detailed records", "when asked to wait", "worth noting"
    before = reporting_verb(tokens[at - 1].text) if at else None
    if tokens[at].text.endswith("ing"):
        judges = (verb := reporting_verb(tokens[at].text)) is not None and verb.can("judge")
        describes = judges and before is not None and before.lemma not in NOUNS | _DONE_TO
        return tokens[at - 1].text == "worth" or describes
    bare = before is not None and before.bare and before.lemma not in NOUNS
    return _is_past(tokens[at]) and at > 0 and (bare or tokens[at - 1].text in _ELLIPTIC)


def _is_given(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name follows that something has: "a company called Velmar Ferries"."""
    named = phrase_ending(tokens, at - 1) if tokens[at].text in _GIVING else None
    return named is not None and tokens[named.begin].text in ("a", "an")


def _is_outdone(tokens: Sequence[Token], at: int) -> bool:
    """Whether the verb of the clause follows: "records disclosed on Wednesday revealed"."""
    on = at + 1
    while on < len(tokens) and (tokens[on].text == "on" or is_skipped(tokens[on])):
        on += 1
    verb = reporting_verb(tokens[on].text) if on < len(tokens) else None
    return verb is not None and verb.can("say") and _is_past(tokens[on]) and tokens[on - 1].text not in AUXILIARIES


def before_adverbs(tokens: Sequence[Token], at: int) -> int:
    """The index before the adverbs that lead up to index `at`."""
    back = before_aside(tokens, at - 1)
    while back >= 0 and is_skipped(tokens[back]) and tokens[back].text not in AUXILIARIES:
        back -= 1
    return back


def _takes_bare(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word before lets a base form be a verb: "they say", "would say", "to say"."""
    token = tokens[max(0, before_adverbs(tokens, at))]
    if (seen := phrase_ending(tokens, at - 1)) and seen.begin and tokens[seen.begin - 1].text in _PERCEIVING:
        return True  # "we heard the mayor say"
    if at + 1 < len(tokens) and tokens[at + 1].text == "that" and token.kind in ("name", "word"):
        before = phrase_ending(tokens, before_adverbs(tokens, at))
        single = before is None or tokens[before.begin].text in ("a", "an", "this")
        people = before is not None and not single and before.head.endswith(_PLURAL) and can_speak(before)
        return tokens[at].text not in NOUNS or tokens[at].text == "show" or people
    if tokens[at].text == "say" and at + 1 < len(tokens) and tokens[at + 1].kind in ("name", "word"):
        return True
    plural = token.text.endswith("s") and not token.text.endswith(("ous", "ss", "us", "is")) and not token.owner
    if token.text in ("and", "or", ",") and reporting_verb(tokens[at].text) and tokens[at].text in NOUNS:
        return False
    if plural or token.text.split()[-1] in _BEFORE_BARE or (token.text in AUXILIARIES and token.text not in BE):
        return True
    subject = subject_before(tokens, at) if tokens[at].text not in NOUNS or tokens[at].text in FOUND_OUT else None
    far = subject is not None and subject.stop < at and tokens[subject.stop].text in _LINKS
    return far and subject is not None and subject.head.endswith(_PLURAL) and can_speak(subject)


def is_passive(tokens: Sequence[Token], at: int, verb: Verb) -> bool:
    """Whether something is done to what stands before the verb: "was told", "launched and described as"."""
    if tokens[at].text.endswith("ing"):
        return False
    back = before_adverbs(tokens, at)
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    has = back >= 0 and tokens[back].text in _HAVE
    judged = verb.can("judge") and following == ("of" if verb.lemma == "accuse" else "as") and _is_past(tokens[at])
    undergoes = judged or (following == "by" and not has)
    parted = back >= 0 and tokens[back].text in ",—–" and tokens[back - 1].kind != "quote"
    asked = verb.lemma == "ask" and parted and (tokens[back].text != "," or following in ("if", "whether"))
    return (back >= 0 and tokens[back].text in BE) or undergoes or asked


def is_verb(token: Token) -> bool:
    """Whether a word has the form of a verb: an auxiliary, a past or present form, a participle."""
    if token.kind != "word" or token.capital or token.text in PREPOSITIONS:
        return False
    if token.text in _VERBAL or token.text.endswith(("ed", "ing")):
        return True
    return token.text.endswith("s") and is_common_verb(token.text)


def may_be_verb(token: Token) -> bool:
    """Whether a word has the form of a verb or is a common one's base form, which may be a noun as well."""
    return is_verb(token) or (token.kind == "word" and is_common_verb(token.text))
