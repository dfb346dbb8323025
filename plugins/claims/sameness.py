"""Whether two claims of different accounts can be about one matter, as far as the claims themselves show."""

from __future__ import annotations

from digest import Claim

from ..english.common_words import NUMBER_WORDS, VAGUE_ADJECTIVES
from ..english.cues import PEOPLE
from ..english.lemmas import content_lemmas, lemma
from ..english.synonyms import concept
from .units import UNIT_WORDS

FIGURES = ("number", "money", "percent", "duration")

# Sorts of people that are counted more often than quoted.
_PEOPLE_TOO = frozenset(
    """spectator pupil student adult civilian marcher striker traveller traveler tourist visitor survivor evacuee
    villager islander motorist driver user signatory volunteer tenant homeowner learner soldier sailor farmer""".split()
)
_CROWD = 10
# Who cuts jobs, cuts as many workers.
_CUT = {concept("job"), concept("worker")}
_CHANGE = "before a change"
# Words in the phrase of a figure that do not narrow what is counted.
_NO_MODIFIERS = frozenset("dollar million billion total worth cash deep tall high long wide thick".split())


def comparable(first: Claim, second: Claim) -> bool:
    """Whether nothing in two claims themselves shows them to be about different things.

    False where the kind, the dimension, the thing counted, a modifier of it ("Danish sailors", "Greek
    sailors") or a year named in the clause differs, and where only one is the state before a change. Whether
    they are about one matter is for the caller to tell from what else stands around them.
    """
    if first.kind != second.kind or not same_dimension(first, second):
        return False
    if is_past(first) != is_past(second) or _years_differ(first, second):
        return False
    return same_counted(first, second) and not _modifiers_differ(first, second)


def is_past(claim: Claim) -> bool:
    """Whether a claim is the state before a change: the 38 of "up from 38 percent"."""
    return _CHANGE in claim.rule


def same_dimension(first: Claim, second: Claim) -> bool:
    """Whether two claims are in one unit; a count without a unit is in the thing counted."""
    if first.unit == second.unit:
        return True
    return first.kind == "number" and None not in (first.counted, second.counted) and first.unit == first.counted


def same_counted(first: Claim, second: Claim) -> bool:
    """Whether the same is counted, or one leaves it open. The actions that dates and places go with may differ."""
    # Whose age it is, is for the caller to tell: people are named in many ways.
    if first.kind not in FIGURES or first.unit == "year old" or first.counted is None or second.counted is None:
        return True
    if _is_counted_too(first.counted, second.counted) or _is_counted_too(second.counted, first.counted):
        return True
    # "One person" and "two officials" are different people; a crowd of people and of spectators may be one.
    crowd = min(first.low or first.high or 0, second.low or second.high or 0) >= _CROWD
    return crowd and (_are_people(first.counted, second.counted) or _are_people(second.counted, first.counted))


def _is_counted_too(one: str, other: str) -> bool:
    """Whether two names are of one thing: synonyms, "arrest" and "person arrested"."""
    (noun, *outcome), (other_noun, *other_outcome) = one.split(), other.split()
    if not outcome and other_outcome and concept(noun) == concept(lemma(other_outcome[0])):
        return True
    if not outcome and not other_outcome and {concept(noun), concept(other_noun)} == _CUT:
        return True
    return concept(noun) == concept(other_noun) and outcome == other_outcome


def _are_people(one: str, other: str) -> bool:
    """Whether one name is of people, the other of a sort of people, with the same fate."""
    (noun, *outcome), (other_noun, *other_outcome) = one.split(), other.split()
    return noun == "person" and outcome == other_outcome and (other_noun in PEOPLE or other_noun in _PEOPLE_TOO)


def _modifiers_differ(first: Claim, second: Claim) -> bool:
    ours, theirs = modifiers(first), modifiers(second)
    return bool(ours and theirs and not ours & theirs)


def modifiers(claim: Claim) -> set[str]:
    """What narrows the thing counted: "Danish" in "40,000 Danish sailors"."""
    if claim.kind not in FIGURES or not claim.counted or claim.unit == "year old":
        return set()
    printed = content_lemmas(claim.text, 0, len(claim.text))
    words = {concept(word) for word in printed if word.partition("-")[0] not in NUMBER_WORDS}
    named = f"{claim.counted} {claim.unit} {claim.value}"
    own = {concept(word) for word in content_lemmas(named, 0, len(named))}
    return words - own - _NO_MODIFIERS - UNIT_WORDS - VAGUE_ADJECTIVES


def _years_differ(first: Claim, second: Claim) -> bool:
    ours, theirs = ({word for word in claim.about if word.isdigit()} for claim in (first, second))
    return bool(ours and theirs and not ours & theirs)
