"""Noun phrases in folded sentences, by closed-class words and word forms, without a parser."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from ..english.common_words import ADVERBS, DETERMINERS, FUNCTION_WORDS, IRREGULAR_FORMS, NUMBER_WORDS, TIME_WORDS
from ..english.cues import GROUPS, NOUNS, PEOPLE, reporting_verb
from ..english.roles import FORMER, ROLES
from ..english.terms import NOUNS_IN_ING, is_common_verb
from .tokens import Token

PRONOUNS = frozenset("he she they it i we you".split())
OBJECTS = frozenset("him her them it me us himself herself itself themselves".split())
SPELLS = frozenset(
    "minute minutes hour hours day days week weeks weekend weekends month months year years moment moments".split()
)
TIMES = TIME_WORDS | SPELLS - {"minute", "minutes", "hour", "hours", "moments"}
TIMES |= frozenset("morning afternoon evening night time".split())
_QUANTIFIERS = frozenset(
    """one some many several most another others few both all each no any someone everyone
    somebody everybody""".split()
)
_BREAKS = (FUNCTION_WORDS | ADVERBS | {"earlier", "previously", "including", "plus"}) - {
    "first",
    "once",
    "own",
    "other",
}
_OUTSIDE = _BREAKS | TIMES
_PRONOMINAL = PRONOUNS | _QUANTIFIERS
_DETERMINERS = DETERMINERS | _QUANTIFIERS
# Bodies that need no article: "police said".
_BODIES = frozenset("police parliament congress management media prosecution".split())
# What headlines name without an article: "Bridge unsafe, report says".
_HEADLINED = frozenset("report study survey poll review court company firm union minister ministry council".split())
SOMEBODY = ROLES | PEOPLE
SPEAKERS = SOMEBODY | GROUPS
_ALONE = _PRONOMINAL | SOMEBODY | _BODIES
_PAST = IRREGULAR_FORMS - frozenset("cost cut led left lost put read set shot shut spoken".split())
# Words in -ly that are no adverbs.
_LY = frozenset("ally anomaly assembly daily early elderly family friendly likely monthly only supply weekly".split())
# Adjectives that follow the people they describe: "officials close to the talks said".
POSTPOSED = frozenset("close familiar near loyal opposed briefed involved linked privy".split())
# "the 56-year-old"
AGED = "-year-old"
# In tokens: what goes on longer is no phrase, and a text may be nothing but articles.
_LONGEST = 40
_COMPLEMENTS = frozenset("of for with at in from".split())


class Source(msgspec.Struct, frozen=True):
    """A noun phrase as printed. `entity` is the index of what it names, -1 for a pronoun or a description.

    `head` is its main noun in lower case, `begin` and `stop` are its tokens, half-open.
    """

    start: int
    end: int
    begin: int
    stop: int
    head: str
    entity: int = -1


def phrase_ending(tokens: Sequence[Token], last: int) -> Source | None:
    """The noun phrase whose last token is at index `last`, without prepositional phrases before it."""
    if last < 0 or not _can_head(tokens[last]):
        return None
    begin = last
    if tokens[last].text not in PRONOUNS:
        while begin and in_phrase(tokens, begin - 1):
            begin -= 1
        if begin and _determines(tokens[begin - 1], tokens[begin]):
            begin -= 1
    return _phrase(tokens, begin, last + 1)


def phrase_starting(tokens: Sequence[Token], first: int, end: int) -> Source | None:
    """The noun phrase that begins at index `first`, with an "of" or "for" phrase that belongs to it."""
    if first >= end:
        return None
    if tokens[first].text in PRONOUNS:
        return _phrase(tokens, first, first + 1)
    end = min(end, first + _LONGEST)
    at = first
    while at + 1 < end and (_determines(tokens[at], tokens[at + 1]) or tokens[at].text in NUMBER_WORDS):
        at += 1
    stop = at
    while stop < end and (in_phrase(tokens, stop) or (stop == at and _can_head(tokens[stop]))):
        if stop > at and tokens[stop - 1].kind == "name" and is_predicate(tokens[stop]):
            break
        stop += 1
    if stop == at:
        some = _phrase(tokens, first, at) if at > first and tokens[at - 1].text in _QUANTIFIERS else None
        return _with_complement(tokens, some, end) if some else None
    phrase = _phrase(tokens, first, stop) if _can_head(tokens[stop - 1]) else None
    return _with_complement(tokens, phrase, end) if phrase else None


def _with_complement(tokens: Sequence[Token], phrase: Source, end: int) -> Source:
    if phrase.entity >= 0 or phrase.stop >= end:
        return phrase
    link = phrase.stop + (tokens[phrase.stop].text in POSTPOSED)
    if link >= end or (tokens[link].text not in _COMPLEMENTS and link == phrase.stop):
        return phrase
    inner = phrase_starting(tokens, link + 1, end)
    if inner is None or tokens[inner.begin].text in PRONOUNS or inner.head in TIMES:
        return phrase
    partner = tokens[inner.stop + 1] if inner.stop + 1 < end and tokens[inner.stop].text == "and" else None
    if partner and inner.entity >= 0 and partner.kind == "name" and not partner.owner and phrase.head.endswith("s"):
        return Source(phrase.start, partner.end, phrase.begin, inner.stop + 2, phrase.head)
    return Source(phrase.start, inner.end, phrase.begin, inner.stop, phrase.head)


def _phrase(tokens: Sequence[Token], begin: int, stop: int) -> Source | None:
    head = tokens[stop - 1]
    opens = begin == 0 or tokens[begin - 1].text == ","
    if stop - begin == 1 and head.kind == "word" and not (_stands_alone(head) or (opens and head.text in _HEADLINED)):
        return None
    return Source(tokens[begin].start, head.end, begin, stop, head.text, head.entity)


def _stands_alone(token: Token) -> bool:
    """Whether a single word is a phrase: a pronoun, a plural ("officials"), a role, a name that is not known as one."""
    if token.capital or token.text in _ALONE:
        return True
    return token.text.endswith("s") and not is_common_verb(token.text)


def _determines(token: Token, following: Token) -> bool:
    """Whether a word is the determiner of a phrase; "that" before a name is a conjunction."""
    return token.text in _DETERMINERS and (token.text != "that" or not following.capital)


def _can_head(token: Token) -> bool:
    if token.owner or token.kind not in ("name", "word"):
        return False
    if token.kind == "name" or token.text in _PRONOMINAL:
        return True
    if token.capital and token.text in NUMBER_WORDS:  # "Page Six"
        return True
    if token.text in _OUTSIDE or not (token.text[0].isalpha() or token.text.endswith(AGED)):
        return False
    return token.capital or token.text in ROLES or not is_finite(token)


def in_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word can stand inside a noun phrase."""
    token = tokens[at]
    if token.kind == "name":
        return True
    if token.kind != "word" or token.text in _OUTSIDE:
        return False
    if token.text in ROLES or token.text in FORMER or token.capital or token.owner:
        return True
    if at and describes(token, tokens[at - 1]):
        return False
    if token.text in POSTPOSED and at and tokens[at - 1].text != "those" and tokens[at + 1 : at + 2]:
        return tokens[at + 1].text not in ("to", "with", "on", "in")
    if (token.text.endswith("ly") and token.text not in _LY) or _opens_verb(tokens, at):
        return False
    if not is_finite(token):
        return not (at and _is_done_by(tokens, at))
    # "the planned meeting", "a warning sign": a participle between a determiner and a noun
    return (
        token.text.endswith(("ed", "ing"))
        and at > 0
        and (tokens[at - 1].text in DETERMINERS or tokens[at - 1].owner > 0)
    )


def _opens_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether the phrase before index `at` is over: "Ostrander first denied", "a report diagnosing the problems"."""
    if not at:
        return False
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if tokens[at].text in ("first", "further") or (tokens[at].text in NUMBER_WORDS and following in SPELLS):
        return tokens[at - 1].kind == "name" or _is_people(tokens[at - 1])
    does = tokens[at].text.endswith("ing") and tokens[at].text not in NOUNS_IN_ING
    return does and following in DETERMINERS and tokens[at - 1].kind in ("word", "name")


def describes(token: Token, before: Token) -> bool:
    """Whether a present participle says what the noun before it does: "the union representing the crew"."""
    if not token.text.endswith("ing") or token.text in NOUNS_IN_ING or before.kind not in ("word", "name"):
        return False
    loose = before.owner or before.text in _OUTSIDE or before.text in _DETERMINERS or before.text in NUMBER_WORDS
    does = is_common_verb(token.text) and reporting_verb(token.text) is None
    return does and not loose and not before.text.endswith("ly")


def _is_done_by(tokens: Sequence[Token], at: int) -> bool:
    """Whether a form after a noun for people or a body is its verb: "the court altered", "the nominee continues"."""
    token, before = tokens[at], tokens[at - 1]
    if token.capital or "-" in token.text or not _is_people(before):
        return False
    if not token.text.endswith("s") or before.text.endswith("s"):
        return token.text.endswith("ed")
    verb = reporting_verb(token.text)
    governs = at + 1 < len(tokens) and (tokens[at + 1].text in DETERMINERS or tokens[at + 1].text == "to")
    is_noun = verb is not None and verb.lemma in NOUNS and not governs
    return is_common_verb(token.text.removesuffix("s")) and not is_noun


def _is_people(token: Token) -> bool:
    """Whether a word names people or a body: "mayors", "council"."""
    return not {token.text, token.text.removesuffix("s")}.isdisjoint(SPEAKERS)


def is_predicate(token: Token) -> bool:
    """Whether a word after a name is its verb: "Ostrander appears"."""
    if token.kind != "word" or token.text in ROLES:
        return False
    if token.text.endswith("ed") and not token.capital:
        return True
    return token.text in IRREGULAR_FORMS or (token.text.endswith("s") and is_common_verb(token.text))


def is_finite(token: Token) -> bool:
    """Whether a word is rather a verb of the clause than a part of a noun phrase."""
    verb = reporting_verb(token.text)
    if verb and verb.lemma in NOUNS and not token.text.endswith(("ed", "ing")):
        return False
    if verb and verb.can("say", "tell", "ask", "deny", "urge", "think"):
        return True
    return token.text in _PAST or (token.text.endswith("ed") and is_common_verb(token.text))
