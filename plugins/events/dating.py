"""When an event was: a vote over the dates that its accounts mention.

A page's date is not the event's: it is the day of publication or of a reprint. What counts is the dates in the
story, most where news prose dates its event: headline, captions and the opening. A weekday or "the 26th" takes
part in the vote for every full date that it fits.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence

import msgspec

from digest import Account, Article, BlockKind, Claim

# How much a date says about the event, by where it stands; in the body, by how far from the opening.
_BLOCK_WEIGHT: dict[BlockKind, float] = {"title": 3.0, "caption": 3.0, "heading": 1.0}
_OPENING, _LATER = 3.0, 0.5
_OPENING_BLOCKS = 2
# A date with its year is the author's own; a weekday counts for any week.
_WITH_YEAR = 1.5
_PAGE_WEIGHT = 0.75
_MENTIONS = 4
# From this much support on, the text itself says when.
_CERTAIN = 2.5

_DAY = re.compile(r"(?P<year>\d{4}|XXXX)-(?P<month>\d\d|XX)-(?P<day>\d\d)$")
_WEEKDAY = re.compile(r"XXXX-WXX-(?P<weekday>[1-7])$")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


class Mention(msgspec.Struct, frozen=True):
    """A day that an article mentions, in TIMEX3 with `X` for what it leaves open, and how much it counts."""

    value: str
    weight: float


class DateEvidence(msgspec.Struct, frozen=True):
    """What one article says of its event's date. `certain` means that the text says it, not only the page."""

    mentions: tuple[Mention, ...]
    published: datetime.date | None
    date: datetime.date | None
    certain: bool
    weekday: int | None


def date_evidence(account: Account) -> DateEvidence:
    """The days an account mentions outside its junk, and the one it most likely tells of."""
    weights = _block_weights(account.article)
    mentions = tuple(
        Mention(claim.value, weight * (_WITH_YEAR if _YEAR.search(claim.text) else 1.0))
        for claim in account.claims
        if claim.kind == "date" and _is_day(claim.value) and (weight := _weight_at(claim, weights))
    )
    published = account.article.metadata.published
    bare = DateEvidence(mentions, published, None, False, _weekday(mentions))
    date = event_date([bare])
    certain = date is not None and _support(date, mentions) >= _CERTAIN
    return msgspec.structs.replace(bare, date=date, certain=certain)


def event_date(evidence: Sequence[DateEvidence]) -> datetime.date | None:
    """The day that the articles together support best; of equals the earliest. None if no full date can be had."""
    candidates = sorted({date for article in evidence for date in _candidates(article)})
    return max(candidates, key=lambda date: sum(_vote(date, article) for article in evidence), default=None)


def _vote(date: datetime.date, article: DateEvidence) -> float:
    """How much one article speaks for a date. A day after its publication it cannot tell of."""
    if article.published and date > article.published:
        return 0.0
    return _support(date, article.mentions) + (_PAGE_WEIGHT if date == article.published else 0.0)


def _support(date: datetime.date, mentions: Iterable[Mention]) -> float:
    """The weights of the mentions that fit a date; each further one counts half of the one before."""
    fitting = sorted((m.weight for m in mentions if fits(m.value, date)), reverse=True)
    return sum(weight * 0.5**rank for rank, weight in enumerate(fitting[:_MENTIONS]))


def _candidates(article: DateEvidence) -> set[datetime.date]:
    """The full dates mentioned, and for each partial one the last such day up to the day of publication."""
    dates = {_full(mention.value) for mention in article.mentions}
    if article.published:
        dates.add(article.published)
        dates |= {_last(mention.value, article.published) for mention in article.mentions}
    return {date for date in dates if date is not None}


def _full(value: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        return None


def _last(value: str, day: datetime.date) -> datetime.date | None:
    """The last day up to `day`, within a year, that fits a date with parts left open."""
    back = (day - datetime.timedelta(days) for days in range(366))
    return next((date for date in back if fits(value, date)), None)


def fits(value: str, date: datetime.date) -> bool:
    """Whether a date can be what a TIMEX3 value of one day means, where `X` stands for any digit."""
    if weekday := _WEEKDAY.match(value):
        return date.isoweekday() == int(weekday["weekday"])
    day = _DAY.match(value)
    return day is not None and all(
        part.startswith("X") or int(part) == actual
        for part, actual in zip(day.groups(), (date.year, date.month, date.day), strict=True)
    )


def _is_day(value: str) -> bool:
    return bool(_DAY.match(value) or _WEEKDAY.match(value))


def _weekday(mentions: Sequence[Mention]) -> int | None:
    """The weekday named where the story opens, if it is one only."""
    named = {m.value[-1] for m in mentions if m.weight >= _OPENING and _WEEKDAY.match(m.value)}
    return int(named.pop()) if len(named) == 1 else None


def _block_weights(article: Article) -> list[tuple[int, int, float]]:
    body = [block for block in article.own_blocks if block.kind == "body"]
    opening = {block.start for block in body[:_OPENING_BLOCKS]}
    return [
        (
            block.start,
            block.end,
            _BLOCK_WEIGHT.get(block.kind, _OPENING if block.start in opening else _LATER),
        )
        for block in article.own_blocks
    ]


def _weight_at(claim: Claim, weights: list[tuple[int, int, float]]) -> float:
    return next((weight for start, end, weight in weights if start <= claim.start < end), 0.0)
