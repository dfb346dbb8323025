"""What narrows a figure: where, when, of which lot, in which scope. Figures narrowed otherwise may both be right."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

import msgspec

from digest import Article, Claim, Span
from digest.text import words

from ..claims.compare import relation
from ..claims.sameness import is_past, modifiers
from ..english.clauses import clause_around
from ..english.gazetteer import lies_in
from ..english.lemmas import content_lemmas, lemma
from ..english.synonyms import concept

# "In the north", "among women", "of the Lindby works": right after a figure, with a word or two between at most.
_LIMIT = re.compile(
    r"(?: [a-z]+){0,2} (?:in|at|across|among|within|of|for|from|on|by) (?:(?:the|all|its|his|her|their|this|an?) )?"
    r"(?P<noun>[\w’'-]+(?: [A-Z][\w’'-]+)*)"
)
# One of several steps, counts, rounds or increments.
_SCOPES = frozenset(
    """another additional further extra preliminary runoff round stage phase quarter initial initially original
    originally previous previously earlier former first second third fourth fifth""".split()
)
# "Including ten children", "of whom ten", "ten of them": some of those counted before.
_PART_BEFORE = re.compile(
    r"\b(?:including|include[sd]?|among (?:them|whom|which)|of (?:them|whom|which|those))(?: [a-z]+){0,2} $"
)
_PART_AFTER = re.compile(r" (?:of|from among) (?:them|whom|which|those)\b")
_OTHER = re.compile(r"\b(?:other|more(?! than))\b")
# Who gains and who loses are others, as what rises and what falls.
_UP = frozenset(map(concept, "gain increase add raise cover".split()))
_DOWN = frozenset(map(concept, "lose decrease fall cut reduce lower without".split()))
# What is so at some hour and may change by the next: "so far", "still".
_AT_THE_MOMENT = frozenset("still remain remaining currently already now yet".split())
_SO_FAR = re.compile(r"\b(?:so far|as of|thus far|to date|at (?:its|the|their) (?:peak|height))\b", re.IGNORECASE)
# Prices and indices move: "at 9:34 a.m.", "in early trading", "closed down 3 percent".
_HOUR = re.compile(
    r"\b(?:\d{1,2}[:.]\d\d|\d{1,2} ?[ap]\.?m\b|noon|midday|(?:mid-?)?(?:morning|afternoon)|"
    r"(?:in|at) (?:early|late|after-hours|pre-?market|the close)|closed (?:down|up|at))"
)
# How old somebody was at another time.
_AGE_BEFORE = re.compile(
    r"\b(?:when|at|from|of|since|by|turn(?:s|ed|ing)?)(?: (?:he|she|they|was|were|the|age|of|just|only)){0,3} $"
)
_AGE_AFTER = re.compile(r",? (?:when|at the time|in (?:19|20)\d\d)\b")
# Each poll has shares of its own: "a Gazette/Mail poll", "the Norland University survey".
_POLL = re.compile(r"(?P<by>(?:\b[A-Z][\w’'&.-]{0,30}[ /](?:and )?){1,8})(?:[a-z]+ )?(?:[Pp]oll|[Ss]urvey)\b")
_NO_POLLSTER = frozenset("a an the another one new latest news national state university college exit poll".split())
# How many words away such words and dates may stand.
_NEAR, _DATE_NEAR = 5, 10
_YEAR = re.compile(r"\d{4}")
# A date so many days before the page is of another matter; days next to each other may be one.
_LONG_BEFORE, _APART = 7, 1


class Qualifiers(msgspec.Struct, frozen=True):
    """What narrows a figure.

    The `lot` by words before the thing counted, `limits` by place or group after it, `scopes` as "another" or "first",
    the `places` of its sentence, and the `days` near it; `past` is a day beside it that is long before the page;
    `ways` are "up" and "down", as its clause has it, `polls` those who ask, where its sentence tells of a poll;
    `is_part` says that it counts some of those counted before it, and `at_the_moment` that it may change by the hour.
    """

    lot: frozenset[str]
    limits: frozenset[str]
    named: bool
    scopes: frozenset[str]
    places: frozenset[str]
    days: tuple[Claim, ...]
    past: bool
    ways: frozenset[str]
    polls: frozenset[str]
    is_part: bool
    at_the_moment: bool


def qualifiers(article: Article, claim: Claim, around: Sequence[Claim]) -> Qualifiers:
    """The qualifiers of a figure among the claims of its sentence."""
    text, (start, end) = article.text, claim.sentence
    limit = _LIMIT.match(text, claim.end, end)
    limits = content_lemmas(text, *limit.span("noun")) if limit else ()
    before, after = words(text, start, claim.start), words(text, claim.end, end)
    near = {text[a:b].lower() for a, b in (*before[-_NEAR:], *after[:_NEAR])}
    scopes = near & _SCOPES | set(_OTHER.findall(claim.text))
    places = frozenset(name for other in around if other.kind == "place" for name in other.value.split(", "))
    earlier = [other for other in around if is_past(other)]
    days = [
        other
        for other in around
        if other.unit == "date"
        and _words_between(text, claim, other) <= _DATE_NEAR
        and not any(_is_between(figure, claim, other) for figure in earlier)
    ]
    past = any(_is_past(day, article.metadata.published) for day in days if _words_between(text, claim, day) <= _NEAR)
    if claim.unit == "year old":
        past |= bool(_AGE_BEFORE.search(text, start, claim.start) or _AGE_AFTER.match(text, claim.end, end))
    if claim.kind in ("money", "percent"):
        scopes |= set(_HOUR.findall(text, *_reach(claim, before, after)))
    lot = frozenset(concept(word) for word in modifiers(claim)) if claim.unit == claim.counted else frozenset()
    named = bool(limit and limit["noun"][0].isupper())
    within = frozenset(concept(lemma(word)) for word in limits)
    return Qualifiers(
        lot=lot, limits=within, named=named and bool(within), scopes=frozenset(scopes), places=places,
        days=tuple(days), past=past, ways=_ways(text, clause_around(text, claim.sentence, claim.start)),
        polls=_polls(text, claim.sentence),
        is_part=bool(_PART_BEFORE.search(text, start, claim.start) or _PART_AFTER.match(text, claim.end, end)),
        at_the_moment=bool(near & _AT_THE_MOMENT or _SO_FAR.search(text, start, end)),
    )  # fmt: skip


def _ways(text: str, clause: Span) -> frozenset[str]:
    said = {concept(lemma(text[start:end])) for start, end in words(text, *clause)}
    return frozenset(way for way, known in (("up", _UP), ("down", _DOWN)) if said & known)


def _polls(text: str, sentence: Span) -> frozenset[str]:
    spans = (span for poll in _POLL.finditer(text, *sentence) for span in words(text, *poll.span("by")))
    return frozenset(text[start:end].lower() for start, end in spans) - _NO_POLLSTER


def _is_past(day: Claim, published: datetime.date | None) -> bool:
    """Whether a date is long before the page; a story without a date of its own seldom names its own year."""
    if published is None:
        return bool(_YEAR.fullmatch(day.value))
    return day.high is not None and day.high < published.toordinal() - _LONG_BEFORE


def _reach(claim: Claim, before: Sequence[Span], after: Sequence[Span]) -> Span:
    """The range of a figure with the few words on both sides of it."""
    start = before[-_NEAR:][0][0] if before else claim.start
    return start, after[:_NEAR][-1][1] if after else claim.end


def _words_between(text: str, claim: Claim, other: Claim) -> int:
    return len(words(text, min(claim.end, other.end), max(claim.start, other.start)))


def _is_between(figure: Claim, claim: Claim, day: Claim) -> bool:
    """Whether a day is that of the state before a change: in "41 percent, up from 38 in 2019" it is not of the 41."""
    return claim.end <= figure.start < day.start or day.end <= figure.start < claim.start


def narrowed_otherwise(first: Qualifiers, second: Qualifiers, said: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Whether one of two figures, each said among such words, is of a lot or a place that the other doesn't name."""
    if first.lot - said[1] or second.lot - said[0]:
        return True
    if any(mine.named and not mine.limits & others for mine, others in ((first, said[1]), (second, said[0]))):
        return True
    return bool(first.places and second.places) and not _may_be_one(first.places, second.places)


def are_apart(first: Qualifiers, second: Qualifiers, said: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Whether two figures are plainly of different groups, days, steps or polls, or one alone is of some moment."""
    if first.limits and second.limits and not first.limits & said[1] and not second.limits & said[0]:
        return True
    if first.days and second.days and all(_are_apart(one, other) for one in first.days for other in second.days):
        return True
    if any(a and b and not a & b for a, b in ((first.ways, second.ways), (first.polls, second.polls))):
        return True
    return (first.scopes, first.past, first.at_the_moment) != (second.scopes, second.past, second.at_the_moment)


def _may_be_one(places: frozenset[str], others: frozenset[str]) -> bool:
    """Whether some places are among others, or one is in another as far as the map is known."""
    return bool(places & others) or any(lies_in(a, b) or lies_in(b, a) for a in places for b in others)


def _are_apart(one: Claim, other: Claim) -> bool:
    """Whether two dates are more than a day apart."""
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return relation(one, other) == "contradiction"
    return one.low > other.high + _APART or other.low > one.high + _APART
