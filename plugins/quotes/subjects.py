"""The subject of a reporting verb, found to its left without a parser.

The way goes over adverbs and auxiliaries, over an apposition or a relative clause between commas, out of prepositional
phrases, and, for a second verb ("met the press and said"), to the head of the clause.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..english.common_words import AUXILIARIES, PREPOSITIONS, TIME_WORDS
from ..english.cues import DOCUMENTS, TELLERS, reporting_verb
from .openings import SENTENCE_ADVERBS, clause_start, clause_subject
from .phrases import POSTPOSED, SOMEBODY, SPELLS, Source, describes, is_finite, phrase_ending, phrase_starting
from .tokens import Token

# Those that introduce no clause.
_PREPOSITIONS = PREPOSITIONS - frozenset("as after before since until till than like but except".split())

# What opens a clause rather than a phrase.
_CLAUSES = frozenset("as before when while until because after once if".split())
_NOUNS_IN_LY = frozenset("ally anomaly assembly family monopoly supply".split())
# What may stand for people who were named before, or be parted from its noun: "the ministers all said".
_FLOATING = frozenset("all both each".split())


def is_skipped(token: Token) -> bool:
    """Whether a word can stand between subject and verb: auxiliaries, adverbs, days."""
    if token.kind != "word":
        return False
    in_ly = token.text.endswith("ly") and token.text not in _NOUNS_IN_LY and not token.capital and len(token.text) > 4
    adverb = token.text in SENTENCE_ADVERBS or in_ly
    return token.text in AUXILIARIES or adverb or token.text in TIME_WORDS


def subject_before(tokens: Sequence[Token], verb: int) -> Source | None:
    """The subject of the verb at index `verb`."""
    at = _skip_left(tokens, verb - 1)
    if at < 0 or tokens[at].kind == "quote":
        return None
    if tokens[at].text == ",":
        return before_commas(tokens, at) or clause_subject(tokens, 0, at)
    if tokens[at].kind == "word" and tokens[at].text in ("who", "which", "that"):
        return _antecedent(tokens, at)
    if tokens[at].text in _FLOATING and (at == 0 or tokens[at - 1].text == ","):  # "To varying degrees, all agreed"
        return Source(tokens[at].start, tokens[at].end, at, at + 1, tokens[at].text)
    climbed = _climbed(tokens, at)
    if climbed:
        return _head_of_relative(tokens, climbed) or climbed
    return _clause_before(tokens, verb) or clause_subject(tokens, clause_start(tokens, verb), verb)


def _head_of_relative(tokens: Sequence[Token], phrase: Source) -> Source | None:
    """The phrase that a relative clause describes which ends with another: "the man who hit Ostrander said"."""
    verb = phrase.begin - 1
    governs = verb > 1 and (is_finite(tokens[verb]) or tokens[verb].text.endswith("ed"))
    reports = reporting_verb(tokens[verb].text) if governs else None
    if not governs or (reports and reports.can("say", "tell", "think")):
        return None
    pronoun = _skip_left(tokens, verb - 1)
    return phrase_ending(tokens, pronoun - 1) if pronoun > 0 and tokens[pronoun].text in ("who", "that") else None


def _clause_before(tokens: Sequence[Token], verb: int) -> Source | None:
    """The subject of the subordinate clause whose second verb stands there: "before the captain came back and said"."""
    for at in range(verb - 1, 0, -1):
        if tokens[at].text == "," or tokens[at].kind == "quote":
            return None
        if tokens[at].text in _CLAUSES:
            return phrase_starting(tokens, at + 1, verb)
    return None


def _climbed(tokens: Sequence[Token], at: int) -> Source | None:
    """The noun phrase that ends at index `at`, or the one that its prepositions lead back to."""
    last: Source | None = None
    while at >= 0:
        phrase = _whole(tokens, phrase_ending(tokens, at))
        if phrase is None:
            break
        if phrase.begin == 0 or tokens[phrase.begin - 1].text not in _PREPOSITIONS:
            if phrase.begin > 1 and describes(tokens[phrase.begin - 1], tokens[phrase.begin - 2]):
                at, last = phrase.begin - 2, phrase
                continue
            return _with_partner(tokens, _with_complement(tokens, phrase, last))
        at, last = phrase.begin - 2, phrase
        at -= at > 0 and tokens[at].text in POSTPOSED and tokens[at - 1].text != "those"
    return None


def _whole(tokens: Sequence[Token], phrase: Source | None) -> Source | None:
    """A name with the part of it before an "and", after a preposition: "of the Land and Water Board"."""
    if phrase is None or phrase.begin < 2 or tokens[phrase.begin - 1].text != "and":
        return phrase
    first = phrase_ending(tokens, phrase.begin - 2)
    if first is None or not (first.begin and tokens[first.stop - 1].capital and phrase.entity >= 0):
        return phrase
    if tokens[first.begin - 1].text not in _PREPOSITIONS:
        return phrase
    return Source(first.start, phrase.end, first.begin, phrase.stop, phrase.head)


def _with_complement(tokens: Sequence[Token], phrase: Source, last: Source | None) -> Source:
    """A description with its "of" phrase: "the head of the union"; "those" with any: "those close to him".

    A document speaks for whom it is from: "a statement from the council".
    """
    if last is None or phrase.entity >= 0:
        return phrase
    link = tokens[phrase.stop].text
    if last.entity >= 0 and phrase.head in DOCUMENTS and link in ("from", "by"):
        return Source(phrase.start, last.end, phrase.begin, last.stop, last.head, last.entity)
    if link != "of" and link not in POSTPOSED and tokens[phrase.begin].text != "those":
        return phrase
    return Source(phrase.start, last.end, phrase.begin, last.stop, phrase.head)


def _with_partner(tokens: Sequence[Token], phrase: Source) -> Source:
    """Two people who speak together: "Holm and Brandt". The clause has to begin with them."""
    first = (
        phrase_ending(tokens, phrase.begin - 2) if phrase.begin > 1 and tokens[phrase.begin - 1].text == "and" else None
    )
    if first is None or phrase.entity < 0 or first.entity < 0:
        return phrase
    if first.begin and tokens[first.begin - 1].text not in (",", "that", "when", "as", "but", "—", "–"):
        return phrase
    return Source(first.start, phrase.end, first.begin, phrase.stop, "both")


def before_aside(tokens: Sequence[Token], at: int) -> int:
    """The index before an adverb between commas that ends at index `at`: "Ostrander, however, denied"."""
    return at - 3 if at > 2 and tokens[at].text == tokens[at - 2].text == "," and is_skipped(tokens[at - 1]) else at


def _skip_left(tokens: Sequence[Token], at: int) -> int:
    at = before_aside(tokens, at)
    while at >= 0 and (is_skipped(tokens[at]) or tokens[at].text == ")"):
        if tokens[at].text == ")":
            at = next((i for i in range(at, -1, -1) if tokens[i].text == "("), 0)
        at -= 1
        if at >= 0 and tokens[at + 1].text in TIME_WORDS and tokens[at].text == "on":
            at -= 1
    if at > 1 and tokens[at].text in SPELLS and tokens[at + 1].text == "ago":  # "the ministry two weeks ago said"
        return at - 2
    if at > 1 and tokens[at].text.isdigit() and len(tokens[at].text) == 4 and tokens[at - 1].text == "in":
        return at - 2
    return at


def before_commas(tokens: Sequence[Token], comma: int) -> Source | None:
    """The noun phrase in front of what stands between commas: "Ostrander, a professor in Velmar, said"."""
    for at in range(comma - 1, 0, -1):
        if tokens[at].text != ",":
            continue
        phrase = phrase_ending(tokens, _skip_left(tokens, at - 1))
        if phrase is None:
            return None
        before = tokens[phrase.begin - 1].text if phrase.begin else ""
        in_place = before == "," and phrase.begin > 2 and tokens[phrase.begin - 3].text in ("of", "from")
        if in_place and phrase.entity >= 0 and tokens[at + 1].text == "who":
            continue  # "Ida Holm, 59, of Velmar, Norland, who"
        is_apposition = before == "," and tokens[phrase.begin].text in ("a", "an")
        joined = _with_partner(tokens, phrase) if before == "and" else phrase
        if before not in _PREPOSITIONS and (before != "and" or joined != phrase) and not is_apposition:
            return joined
    return None


def _antecedent(tokens: Sequence[Token], pronoun: int) -> Source | None:
    """What "who" or "that" stands for. A thing that is no document says nothing itself: its clause's subject does."""
    after_comma = pronoun > 0 and tokens[pronoun - 1].text == ","
    back = pronoun - 1 - after_comma
    while back > 0 and is_skipped(tokens[back]):
        back -= 1
    phrase = phrase_ending(tokens, back) or (before_commas(tokens, back + 1) if after_comma else None)
    if phrase and tokens[pronoun].text == "who" and phrase.begin > 1 and tokens[phrase.begin - 1].text == "of":
        members = phrase_ending(tokens, phrase.begin - 2)  # "critics of the plan, who"
        if members and tokens[members.begin - 1].text == ",":  # "Ida Holm, Republican of Norland, who"
            members = phrase_ending(tokens, members.begin - 2)
        people = members and (members.entity >= 0 or members.head.removesuffix("s") in SOMEBODY)
        phrase = members if people else phrase
    place = after_comma and phrase is not None and phrase.begin > 1 and tokens[phrase.begin - 1].text == ","
    if phrase and place and phrase.entity >= 0 and tokens[pronoun].text == "who":
        return _climbed(tokens, phrase.begin - 2) or phrase  # "Holm of Velmar, Norland, who"
    if tokens[pronoun].text == "who" or (after_comma and phrase and phrase.entity >= 0) or _is_document(phrase):
        return phrase
    if _is_document(whole := _climbed(tokens, back)):
        return whole
    return clause_subject(tokens, 0, pronoun)


def _is_document(source: Source | None) -> bool:
    return source is not None and not {source.head, source.head.removesuffix("s")}.isdisjoint(TELLERS)
