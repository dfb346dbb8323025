"""How a clause opens: after a dateline and an introduction, with its subject and the name in apposition to that."""

from __future__ import annotations

from collections.abc import Sequence

from ..english.common_words import ADVERBS, AUXILIARIES, DETERMINERS, PREPOSITIONS
from ..english.terms import NOUNS_IN_ING
from .phrases import OBJECTS, PRONOUNS, TIMES, Source, is_finite, is_predicate, phrase_starting
from .tokens import Token

SENTENCE_ADVERBS = ADVERBS | frozenset(
    "first earlier previously then both all once further late early himself herself itself themselves".split()
)
_SUBORDINATORS = frozenset("after before when while as if although though because since once according".split())
_OPENERS = PREPOSITIONS | _SUBORDINATORS
_LONGEST_APPOSITION = 12  # tokens
_CIRCUMSTANCES = TIMES | SENTENCE_ADVERBS


def after_dateline(tokens: Sequence[Token]) -> int:
    """The index after "VELMAR, Norland (AP) —" or "(AP)", or 0."""
    if [token.text for token in tokens[:3:2]] == ["(", ")"]:
        return 3
    dash = next((i for i, token in enumerate(tokens[:9]) if token.text in ("—", "–", "-", "--", "―")), 0)
    if not dash or any(token.kind == "word" and not token.capital for token in tokens[:dash]):
        return 0
    opens = tokens[dash + 1 : dash + 2]
    return dash + 1 if opens and (opens[0].capital or opens[0].kind != "word") else 0


def _is_participle(token: Token) -> bool:
    """Whether a clause opens without its subject: "Speaking at the quay, …", "Asked to repeat it, …"."""
    if token.text in NOUNS_IN_ING:
        return False
    return token.kind == "word" and (token.text.endswith("ing") or (token.text.endswith("ed") and is_finite(token)))


def with_apposed_name(tokens: Sequence[Token], source: Source) -> Source:
    """A description that a name between commas makes plain: "the mayor, Ida Holm, said"."""
    stop = source.stop
    if [token.text for token in tokens[stop : stop + 3 : 2]] == ["and", ","] and tokens[stop + 1].kind == "word":
        stop += 2  # "her father and agent, Otto Holm,"
    if [token.text for token in tokens[stop : stop + 1]] == ["of"] and stop + 1 < len(tokens):
        stop += 2 * (tokens[stop + 1].text in OBJECTS)  # "one of them, Ida Holm,"
    rest = tokens[stop : stop + 3]
    described = source.entity < 0 or tokens[source.begin].text in DETERMINERS
    if not described or len(rest) < 3 or rest[0].text != "," or rest[1].kind != "name" or rest[1].owner:
        return source
    if rest[2].text not in (",", ".", "of"):
        return source
    name = rest[1]
    if tokens[stop - 1].kind == "name" and " " not in name.text:  # "the mayor of Velmar, Norland,"
        return source
    return Source(source.start, name.end, source.begin, stop + 2, name.text, name.entity)


def _ends_part(token: Token) -> bool:
    """Whether a comma stands there, also inside of marks: "On “Harbour Hour,” Ostrander said"."""
    return token.text == "," or (token.kind == "quote" and token.text.rstrip().endswith(","))


def after_introduction(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """The index after the comma that ends an introduction, and after a place: "At the quay in Velmar, Norland, …"."""
    comma = next((i for i in range(at, end) if _ends_part(tokens[i])), None)
    if comma is None:
        return None
    around = tokens[comma - 1 : comma + 3]
    place = [token.kind for token in around[::2]] == ["name", "name"] and around[-1].text == ","
    return comma + 3 if place and len(around) == 4 and not _is_described(tokens, comma + 3) else comma + 1


def _is_described(tokens: Sequence[Token], at: int) -> bool:
    """Whether "a nurse from Norland," and a verb follow: then a person stands before it, and no place."""
    if at >= len(tokens) or tokens[at].text not in ("a", "an"):
        return False
    close = next((i for i in range(at, min(at + _LONGEST_APPOSITION, len(tokens) - 1)) if tokens[i].text == ","), None)
    return close is not None and (is_finite(tokens[close + 1]) or tokens[close + 1].text.endswith("ed"))


def clause_start(tokens: Sequence[Token], end: int) -> int:
    """Where the last clause before `end` begins that has its own subject: "The mayor came, but Ostrander declined"."""
    for at in range(end - 1, 1, -1):
        joined = tokens[at].text in ("and", "but", "yet", "so") and tokens[at - 1].text == ","
        if joined or tokens[at].text == ";":
            subject = phrase_starting(tokens, at + 1, end)
            if subject and subject.head != "it" and subject.stop < end and _governs(tokens[subject.stop]):
                return at + 1
    return 0


def _governs(token: Token) -> bool:
    """Whether a word after a noun phrase is the verb whose subject that is."""
    return token.kind == "word" and (token.text in AUXILIARIES or is_predicate(token) or is_finite(token))


def clause_subject(tokens: Sequence[Token], lowest: int, end: int) -> Source | None:
    """The first noun phrase of a clause that is not inside an introduction: "After the talks, he met …"."""
    at = lowest or after_dateline(tokens)
    while at < end:
        if (
            at + 1 < end
            and tokens[at + 1].text == ","
            and (tokens[at].text in SENTENCE_ADVERBS or tokens[at].text.endswith("ly"))
        ):
            at += 2
            continue
        if tokens[at].text in _OPENERS or (at <= lowest and _is_participle(tokens[at])):
            begin = after_introduction(tokens, at, end)
            if begin is None:
                inner = phrase_starting(tokens, at + 1, end)
                pronoun = inner is not None and inner.stop < end and tokens[inner.stop].text in PRONOUNS
                return phrase_starting(tokens, inner.stop, end) if inner and pronoun else inner
            at = begin
            continue
        phrase = phrase_starting(tokens, at, end)
        if phrase and phrase.head not in _CIRCUMSTANCES:
            return with_apposed_name(tokens, phrase)
        at = phrase.stop if phrase else at + 1
    return None
