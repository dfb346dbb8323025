"""What speaks for and against two figures of different accounts being of one matter, weighed and added up.

The weights are rounded from a logistic regression on pairs of figures in news of one event that label themselves, as in
distant supervision (Mintz et al. 2009): pairs of one uncommon number are of one matter, and pairs of which one account
gives both are of two. How near the figures are to each other was left out there and is weighed in here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import log

import msgspec

from ..english.synonyms import concept
from .amounts import UNWEIGHED, of_one_course
from .contexts import Figure
from .qualifiers import narrowed_otherwise

# For each shared word, by its own weight: near both figures, elsewhere in the sentence; and for the share of the
# shorter clause that is shared.
_NEAR, _FAR, _OVERLAP = 1.1, 0.7, 0.7
# The same thing counted; the noun that one is said of, near the other; the same act; the same figure beside both.
_COUNTED, _SAID_OF, _ACT, _BESIDE = 1.0, 0.7, 0.5, 1.0
# A unit that is used for few things, as megawatts, and one for a single thing, as dollars a share; not for lengths.
_UNIT, _RATE = 0.5, 1.0
# The age of one person who is named with both; the hours of some people together.
_PERSON, _TOGETHER, _ONE_DAY = 2.0, 1.5, 24
# One course of things, as a meeting, with the same people; a duration of anything else.
_COURSE, _DURATION = 2.5, -0.6
# The thing counted under another name, as children among people; what it is said of is another thing.
_OTHER_NAME, _OTHER_SUBJECT = -0.7, -1.2
# Told of others, among several figures of its kind, at another place in the story.
_OF_OTHERS, _LISTED, _DEPTH = -3.0, -0.4, -2.0
# One alone is narrowed: the more, the further they are apart, as a part is smaller than the whole.
_NARROWED, _NARROWED_APART = -2.0, -3.0
# For each step by which one figure is e times the other; for the same digits in another order, by their number.
_APART = -1.2
_SLIP = {2: 0.7, 3: 1.5}
_LONG_SLIP = 2.5
# A reader is told no more than so many words.
_MOST_WORDS = 2


class Evidence(msgspec.Struct, frozen=True):
    """The sum of what speaks for one matter, and the reasons for it in a few plain words."""

    weight: float
    reasons: tuple[str, ...]


def evidence(first: Figure, second: Figure, weights: Mapping[str, float]) -> Evidence:
    """What speaks for two comparable figures being of one matter; `weights` are those of the event's words."""
    found = list(_reasons(first, second, weights))
    against = sum(_against(first, second))
    return Evidence(sum(weight for weight, _ in found) + against, tuple(reason for weight, reason in found if reason))


def _reasons(first: Figure, second: Figure, weights: Mapping[str, float]) -> Iterator[tuple[float, str]]:
    """The pieces of evidence for one matter; some need no words of their own."""
    one, other = first.claim, second.claim
    if one.counted and other.counted and concept(one.counted) == concept(other.counted):
        yield _COUNTED, "the same is counted or measured"
    elif _is_said_of(first, second) or _is_said_of(second, first):
        yield _SAID_OF, "one is said of what stands beside the other"
    if "/" in (one.unit or ""):
        yield _RATE, ""
    elif one.unit == "year old" and first.people:
        yield _PERSON, f"the age of {min(first.people)}"
    elif one.kind == "number" and one.unit not in (one.counted, "metre"):
        yield _UNIT, ""
    if one.kind == "duration" and (first.amount or 0) <= _ONE_DAY and len(first.people & second.people) > 1:
        yield _TOGETHER, "the same people together"
    if of_one_course(first, second):
        yield _COURSE, "one course of things"
    if first.act and first.act == second.act:
        yield _ACT, ""
    if first.beside & second.beside:
        yield _BESIDE, "another figure beside both is the same"
    own = first.own | second.own
    shared = (first.words & second.words) - own
    near = shared & ((first.near & second.near) | (first.clause & second.clause))
    # A reader is told the words that are printed, not those that they are counted as.
    printed = shared.intersection(one.about, other.about)
    yield _NEAR * _weigh(near, weights) + _FAR * _weigh(shared - near, weights), _named(printed, weights)
    yield _OVERLAP * _overlap(first.clause - own, second.clause - own, weights), ""
    yield _slip(*(figure.claim.value.split()[0].replace(".", "") for figure in (first, second))), ""


def _against(first: Figure, second: Figure) -> Iterator[float]:
    one, other = first.claim, second.claim
    apart = abs(log(first.amount / second.amount)) if first.amount and second.amount else 0.0
    yield _APART * apart + _DEPTH * abs(first.depth - second.depth)
    if one.kind == "duration":
        yield _DURATION
    if one.unit == one.counted and other.counted and concept(str(one.counted)) != concept(other.counted):
        yield _OTHER_NAME
    if first.subject and second.subject and not {first.subject, second.subject} & (first.words & second.words):
        yield _OTHER_SUBJECT
    if are_of_others(first, second):
        yield _OF_OTHERS
    # Where somebody comes from doesn't make him older.
    said = first.words, second.words
    if one.unit != "year old" and narrowed_otherwise(first.qualifiers, second.qualifiers, said):
        yield _NARROWED + _NARROWED_APART * apart
    if first.listed or second.listed:
        yield _LISTED


def are_of_others(first: Figure, second: Figure) -> bool:
    """Whether two figures are told of different people, or are in quotations of different speakers."""
    if first.people and second.people and not first.people & second.people:
        return True
    return bool(first.speaker and second.speaker) and first.speaker != second.speaker


def _is_said_of(figure: Figure, other: Figure) -> bool:
    """Whether what a figure is said of, or counts, stands near the other figure."""
    counted = figure.claim.counted and concept(figure.claim.counted)
    return bool(({figure.subject, counted} - {None}) & other.near) or bool(
        figure.subject and figure.subject == other.subject
    )


def _weigh(words: frozenset[str], weights: Mapping[str, float]) -> float:
    return sum(weights.get(word, UNWEIGHED) for word in sorted(words))


def _overlap(one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]) -> float:
    shorter = min(_weigh(one, weights), _weigh(other, weights))
    return _weigh(one & other, weights) / shorter if shorter else 0.0


def _named(words: frozenset[str], weights: Mapping[str, float]) -> str:
    """The most telling of some words."""
    telling = sorted(words, key=lambda word: (-weights.get(word, UNWEIGHED), word))[:_MOST_WORDS]
    return "both with " + " and ".join(f"“{word}”" for word in telling) if telling else ""


def _slip(one: str, other: str) -> float:
    """The weight of two numbers having the same digits in another order."""
    return _SLIP.get(len(one), _LONG_SLIP) if one != other and sorted(one) == sorted(other) else 0.0
