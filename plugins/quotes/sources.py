"""Noun phrases that can be the source of reported speech, found around a reporting verb without a parser.

The subject is looked for to the left: over adverbs and auxiliaries, over an apposition or relative clause between
commas, out of prepositional phrases, and, for a second verb ("met the press and said"), at the head of the clause.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from ..english.common_words import ADVERBS, DETERMINERS, FUNCTION_WORDS, NUMBER_WORDS, PREPOSITIONS, TIME_WORDS
from ..english.cues import reporting_verb
from ..english.roles import ROLES
from ..english.terms import is_common_verb
from .tokens import Token

PRONOUNS = frozenset("he she they it i we you who".split())
AUXILIARIES = frozenset(
    """is are was were be been being am has have had having do does did will would shall should can could may might
    must not n't hasn't haven't hadn't didn't doesn't don't wouldn't isn't wasn't weren't 've 'd""".split()
)
_SUBORDINATORS = frozenset("after before when while as if although though because since once asked speaking".split())
_ADVERBS = ADVERBS | frozenset("first earlier previously then both all once further".split())
_TIMES = TIME_WORDS | frozenset("day days week weeks month months year years morning afternoon evening night".split())
_QUANTIFIERS = frozenset("one some many several most another others few both all each no any".split())


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


def is_verb(token: Token) -> bool:
    """Whether a word may be a finite verb or participle; nouns that are also verbs count."""
    return (
        token.kind == "word" and not token.capital and (bool(reporting_verb(token.text)) or is_common_verb(token.text))
    )


def is_skipped(token: Token) -> bool:
    """Whether a word can stand between subject and verb: auxiliaries, adverbs, days."""
    if token.kind != "word":
        return False
    adverb = token.text in _ADVERBS or (token.text.endswith("ly") and not token.capital and len(token.text) > 4)
    return token.text in AUXILIARIES or adverb or token.text in TIME_WORDS


def subject_before(tokens: Sequence[Token], verb: int, lowest: int = 0) -> Source | None:
    """The subject of the verb at index `verb`, looking left no further than `lowest`."""
    at = _skip_left(tokens, verb - 1, lowest)
    if at < lowest or tokens[at].kind == "quote":
        return None
    token = tokens[at]
    if token.text == ",":
        return _before_commas(tokens, at, lowest) or clause_subject(tokens, lowest, at)
    if token.text in ("who", "which", "that"):
        back = at - 1 if at and tokens[at - 1].text != "," else at - 2
        return phrase_ending(tokens, back, lowest) or None
    while at >= lowest:
        phrase = phrase_ending(tokens, at, lowest)
        if phrase is None:
            return clause_subject(tokens, lowest, verb)
        before = tokens[phrase.begin - 1] if phrase.begin > lowest else None
        if before is None or before.text not in PREPOSITIONS | {"of", "to"}:
            return phrase
        at = phrase.begin - 2
    return clause_subject(tokens, lowest, verb)


def _skip_left(tokens: Sequence[Token], at: int, lowest: int) -> int:
    while at >= lowest and is_skipped(tokens[at]):
        at -= 1
        if at >= lowest and tokens[at + 1].text in TIME_WORDS and tokens[at].text == "on":
            at -= 1
    return at


def _before_commas(tokens: Sequence[Token], comma: int, lowest: int) -> Source | None:
    """The noun phrase in front of what stands between commas: "Ostrander, a professor in Velmar, said"."""
    for at in range(comma - 1, lowest, -1):
        if tokens[at].text != ",":
            continue
        phrase = phrase_ending(tokens, at - 1, lowest)
        if phrase is None:
            return None
        before = tokens[phrase.begin - 1].text if phrase.begin > lowest else ","
        if before not in PREPOSITIONS and before not in ("of", "to", "and"):
            return phrase
    return None


def clause_subject(tokens: Sequence[Token], lowest: int, end: int) -> Source | None:
    """The first noun phrase of a clause that is not inside an introduction: "After the talks, he met …"."""
    at = lowest
    while at < end:
        token = tokens[at]
        if token.text in PREPOSITIONS | _SUBORDINATORS or (token.text.endswith("ing") and at == lowest):
            comma = next((i for i in range(at, end) if tokens[i].text == ","), None)
            if comma is None:
                return phrase_starting(tokens, at + 1, end)
            at = comma + 1
            continue
        phrase = phrase_starting(tokens, at, end)
        if phrase and phrase.head not in _TIMES:
            return phrase
        at = phrase.stop if phrase else at + 1
    return None


def phrase_ending(tokens: Sequence[Token], last: int, lowest: int = 0) -> Source | None:
    """The noun phrase whose last token is at index `last`, without prepositional phrases before it."""
    if last < lowest or not _can_head(tokens[last]):
        return None
    begin = last
    if tokens[last].text not in PRONOUNS:
        while begin > lowest and _in_phrase(tokens[begin - 1]):
            begin -= 1
        if begin > lowest and _determines(tokens[begin - 1], tokens[begin]):
            begin -= 1
        while begin < last and (tokens[begin].kind == "punct" or is_skipped(tokens[begin])):
            begin += 1
    return _source(tokens, begin, last + 1)


def _determines(token: Token, following: Token) -> bool:
    """Whether a word is the determiner of a phrase; "that" before a name is a conjunction."""
    return token.text in DETERMINERS | _QUANTIFIERS and (token.text != "that" or not following.capital)


def phrase_starting(tokens: Sequence[Token], first: int, end: int) -> Source | None:
    """The noun phrase that begins at index `first`, with an "of" or "for" phrase that belongs to it."""
    if first >= end:
        return None
    if tokens[first].text in PRONOUNS:
        return _source(tokens, first, first + 1)
    at = first
    while at + 1 < end and (_determines(tokens[at], tokens[at + 1]) or tokens[at].text in NUMBER_WORDS):
        at += 1
    stop = at
    while stop < end and (_in_phrase(tokens[stop]) or (stop == at and _can_head(tokens[stop]))):
        stop += 1
    if stop == at:
        return _source(tokens, first, at) if at > first and tokens[at - 1].text in _QUANTIFIERS else None
    if not _can_head(tokens[stop - 1]):
        return None
    source = _source(tokens, first, stop)
    return _with_complement(tokens, source, end)


def _with_complement(tokens: Sequence[Token], source: Source, end: int) -> Source:
    if (
        source.entity >= 0
        or source.stop >= end
        or tokens[source.stop].text not in ("of", "for", "with", "at", "in", "from")
    ):
        return source
    inner = phrase_starting(tokens, source.stop + 1, end)
    if inner is None or tokens[inner.begin].text in PRONOUNS:
        return source
    return Source(source.start, inner.end, source.begin, inner.stop, source.head)


def _can_head(token: Token) -> bool:
    if token.kind == "name":
        return not token.owner
    if token.kind != "word" or token.owner:
        return False
    if token.text in PRONOUNS or token.text in _QUANTIFIERS:
        return True
    if token.text in FUNCTION_WORDS | _ADVERBS | _TIMES or not token.text[0].isalpha():
        return False
    return token.capital or token.text in ROLES or not _is_finite(token)


def _in_phrase(token: Token) -> bool:
    if token.kind == "name":
        return True
    if token.kind != "word" or token.text in FUNCTION_WORDS | _ADVERBS:
        return False
    if token.text in ROLES or token.capital or token.owner:
        return True
    return not _is_finite(token)


def _is_finite(token: Token) -> bool:
    """Whether a word is rather a verb of the clause than a part of a noun phrase."""
    verb = reporting_verb(token.text)
    if verb and verb.can("say", "tell", "ask", "deny", "urge", "think"):
        return True
    return token.text.endswith("ed") and is_common_verb(token.text)


def _source(tokens: Sequence[Token], begin: int, stop: int) -> Source:
    head = tokens[stop - 1]
    end = head.end
    return Source(tokens[begin].start, end, begin, stop, head.text, head.entity)
