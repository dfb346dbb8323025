"""One act at two times: what is done once, beside two days, months, years or hours, and neither outlet has both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from digest import Account, Claim, Collation, Discrepancy, Event

from ..claims.compare import relation
from ..english.synonyms import concept
from .contexts import Figure, in_context
from .dates import PICTURE_OR_POST, is_day, on_event_day
from .deeds import ONCE
from .readings import distinct, reading, who_gives_what
from .summaries import act_matter
from .weights import word_weights

# Weekdays count where the page's date tells their week; "last week" is no day.
_SORTS = (
    ("Date", re.compile(r"(?:\d{4}|XXXX)-(?P<when>\d\d-\d\d)")),
    ("Day", re.compile(r"(?P<when>XXXX-WXX-[1-7]|UNDEF-this-W[1-7])(?:T.*)?")),
    ("Month", re.compile(r"(?P<when>\d{4}-\d\d)")),
    ("Year", re.compile(r"(?P<when>\d{4})")),
    ("Time", re.compile(r"T(?P<when>\d\d:\d\d)")),
)
# The weight of the words that must stand near both dates, the act among them. Of years and times a story names many.
_LEAST_SHARED = {"Date": 0.7, "Day": 1.3, "Month": 1.3, "Year": 1.0, "Time": 1.0}
# Among so many of the same words a month needs no verb.
_SHARED_WITHOUT_ACT = 2.5
# Days that are further apart are of two occasions.
_FURTHEST, _YEAR = 31, 365
# An earlier occasion is another one.
_EARLIER = re.compile(r"\b(?:earlier|previous|former|another|anniversary)", re.IGNORECASE)


def differing_days(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each act that outlets put on different days, months, years or times of day."""
    dated: dict[str, list[Figure]] = {}
    for account in collation.event.accounts:
        dated.setdefault(collation.event.outlet(account.id), []).extend(_dated(collation, account))
    weights = word_weights(collation)
    for sort, form in _SORTS:
        outlets = [[figure for figure in found if form.fullmatch(figure.claim.value)] for found in dated.values()]
        matters: dict[str, dict[str, Figure]] = {}
        for one, other in combinations(outlets, 2):
            for first, second in product(one, other):
                if _is_one_act(sort, first, second, weights) and _are_alone(form, first, second, one, other):
                    told = matters.setdefault(_matter(form, first, second), {})
                    told.update((figure.claim.id, figure) for figure in (first, second))
        for found in matters.values():
            yield _discrepancy(collation.event, sort, list(found.values()))


def _dated(collation: Collation, account: Account) -> Iterator[Figure]:
    """The dates and times that an account gives in its own words, not those of pictures, posts and earlier times.

    The day of the page in full is its stamp: a story that comes out that day has its weekday.
    """
    text = account.article.text
    claims = [
        claim
        for claim in account.claims
        if claim.kind == "date"
        and any(form.fullmatch(claim.value) for _, form in _SORTS)
        and not PICTURE_OR_POST.search(text, *claim.sentence)
        and not _EARLIER.search(text, *claim.sentence)
        and not claim.rule.startswith("caption")
        and claim.value != str(account.article.metadata.published)
        and not _is_of_another_day(collation.event, account, claim)
    ]
    return in_context(collation, account, claims)


def _is_of_another_day(event: Event, account: Account, time: Claim) -> bool:
    """Whether a time of day stands in a sentence that names a day, and not that of the event."""
    days = (claim for claim in account.claims if claim.sentence == time.sentence and is_day(claim))
    return time.value.startswith("T") and any(not on_event_day(event, day) for day in days)


def _matter(form: re.Pattern[str], first: Figure, second: Figure) -> str:
    """What two times are of: their act; two with no act in common are one matter wherever they stand."""
    act = _act(first)
    return act if act and act == _act(second) else " ".join(sorted((_when(form, first), _when(form, second))))


def _is_one_act(sort: str, first: Figure, second: Figure, weights: Mapping[str, float]) -> bool:
    """Whether one act of the same people, as far as they are named, is dated to times that differ."""
    if sort == "Date" and _are_far_apart(first, second):
        return False
    shared = sum(weights.get(word, 0.0) for word in sorted(first.words & second.words))
    done_once = [bool({figure.claim.counted, _act(figure)} & ONCE) for figure in (first, second)]
    if _is_slip(first, second) and shared > 0 and (sort == "Time" or (sort == "Year" and any(done_once))):
        return True
    if first.people and second.people and not first.people & second.people:
        return False
    near = sum(weights.get(word, 0.0) for word in sorted(first.near & second.near))
    if sort == "Month" and shared >= _SHARED_WITHOUT_ACT and near >= _LEAST_SHARED[sort]:
        return True
    same = all(done_once) and _act(first) == _act(second) and near >= _LEAST_SHARED[sort]
    return same and relation(first.claim, second.claim) == "contradiction"


def _are_far_apart(first: Figure, second: Figure) -> bool:
    """Whether two days are far apart, in the year where one is printed without a year."""
    bounds = [bound for figure in (first, second) for bound in (figure.claim.low, figure.claim.high)]
    days = [bound for bound in bounds if bound is not None]
    if len(days) < len(bounds):
        return False
    apart = max(days) - min(days)
    if first.claim.value.startswith("XXXX") or second.claim.value.startswith("XXXX"):
        apart = min(apart % _YEAR, _YEAR - apart % _YEAR)
    return apart > _FURTHEST


def _act(figure: Figure) -> str | None:
    return figure.claim.counted and concept(figure.claim.counted)


def _is_slip(first: Figure, second: Figure) -> bool:
    """Whether one time has the digits of the other in another order: 5:42 and 5:24, 1817 and 1871."""
    one, two = (figure.claim.value for figure in (first, second))
    return one != two and one[-2] != one[-1] and sorted(one) == sorted(two)


def _are_alone(
    form: re.Pattern[str], first: Figure, second: Figure, one: Sequence[Figure], other: Sequence[Figure]
) -> bool:
    """Whether neither outlet has the other's time, nor the same act at a further time."""
    times = {_when(form, figure) for figure in one}, {_when(form, figure) for figure in other}
    further = {_when(form, figure) for figure in (*one, *other) if _act(figure) == _act(first)}
    both = {_when(form, first), _when(form, second)}
    return _when(form, second) not in times[0] and _when(form, first) not in times[1] and further <= both


def _when(form: re.Pattern[str], figure: Figure) -> str:
    match = form.fullmatch(figure.claim.value)
    return match["when"] if match else ""


def _discrepancy(event: Event, sort: str, found: Sequence[Figure]) -> Discrepancy:
    readings = distinct(reading(figure.claim, figure.claim.text) for figure in found)
    return Discrepancy(
        kind="date",
        severity="contradiction",
        confidence=0.5,
        summary=act_matter(sort, found[0].claim.counted if len({_act(figure) for figure in found}) == 1 else None),
        explanation=who_gives_what(event, readings),
        readings=readings,
        rule="the same act beside two dates",
    )
