"""When an event was: a vote over the dates that its accounts mention.

A page's date is not the event's: it is the day of publication or of a reprint. What counts is the dates in the
story, most where news prose dates its event: headline, captions and the opening. A weekday or "the 26th" takes
part in the vote for every full date that it fits.
"""

from __future__ import annotations

import datetime
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

import msgspec

from digest import Account, Claim

from .positions import OPENING, position_weights

# A date with its year leaves no doubt; a weekday may be that of any week.
_WITH_YEAR = 1.5
# Each further mention of a date counts so much of the one before.
_REPEATED = 0.6
_MENTIONS = 4
# News is of the last days: how much a mention counts by the age of its date, in days, when the page was published.
# A weekday almost a week back is rather the one to come. A day long past is background, unless it falls on the weekday
# that the story opens with: then the page may be a reprint.
_AHEAD, _TO_COME = 2, 0.4
_FRESHNESS = ((3, 1.0), (7, 0.4))
_RECENT = _FRESHNESS[-1][0]
_STALE, _REPRINTED = 0.15, 0.8
_PAGE_WEIGHT = 1.25
# A date without its year is looked for so many days back: what is "Sept. 11" a year later is history.
_LOOK_BACK = 60
# From this much support on, the text itself says when.
_CERTAIN = 2.5

# What stands before a day that is still to come.
_TO_BE = re.compile(r"\b(?:will|would|to be|due|set to|scheduled|planned|planning|plans|expected)\b[^,.;:]{0,60}$")

# What a caption says of its picture, where it is not known for a caption.
_PICTURED = re.compile(r"\b(?:in this|file) (?:(?:still|undated|file) )?(?:image|photo|photograph|picture|frame)\b")

_DAY = re.compile(r"(?P<year>\d{4}|XXXX)-(?P<month>\d\d|XX)-(?P<day>\d\d)$")
_DEICTIC = ("UNDEF-this-day", "UNDEF-last-day")
_WEEKDAY = re.compile(r"XXXX-WXX-(?P<weekday>[1-7])$")


class Mention(msgspec.Struct, frozen=True):
    """A day that an article mentions, in TIMEX3 with `X` for what it leaves open, and how much it counts.

    `aside` is that of a picture, which may come from an archive, and one that is still to come.
    """

    value: str
    weight: float
    aside: bool = False


class DateEvidence(msgspec.Struct, frozen=True, dict=True):
    """What one article says of its event's date.

    `certain` means that the text says it, not only the page. `weekday` is the one that the story opens with, 1 to 7;
    `days` are the other partial dates there ("April 26", "the 26th").
    """

    mentions: tuple[Mention, ...]
    published: datetime.date | None
    date: datetime.date | None
    certain: bool
    weekday: int | None
    days: tuple[str, ...]

    @cached_property
    def _by_value(self) -> tuple[dict[str, list[Mention]], dict[str, list[Mention]]]:
        """The mentions of full dates and the others, by what they name: there may be dates without end."""
        found: tuple[dict[str, list[Mention]], dict[str, list[Mention]]] = ({}, {})
        for mention in self.mentions:
            found["X" in mention.value].setdefault(mention.value, []).append(mention)
        return found

    def naming(self, date: datetime.date) -> Iterator[Mention]:
        """The mentions that can mean a date."""
        full, partial = self._by_value
        yield from full.get(date.isoformat(), ())
        for value, mentions in partial.items():
            if fits(value, date):
                yield from mentions


def date_evidence(account: Account) -> DateEvidence:
    """The days an account mentions outside its junk, and the one it most likely tells of."""
    weights = position_weights(account.article)
    published = account.article.metadata.published
    text = account.article.text
    dated = [(claim, value) for claim in account.claims if claim.kind == "date" and (value := _day(claim))]
    said = Counter(value for _, value in dated)
    mentions = tuple(
        Mention(
            value,
            weight * (_WITH_YEAR if _full(value) else 1.0),
            aside=claim.rule.startswith("caption")
            or bool(_TO_BE.search(text, claim.sentence[0], claim.start) or _PICTURED.search(text, *claim.sentence)),
        )
        for claim, value in dated
        if (weight := weights.at(claim.start))
        if not (claim.rule.startswith("caption") and said[value] == 1 and _is_old(value, published))
    )
    bare = DateEvidence(mentions, published, published, False, _weekday(mentions), _days(mentions))
    date = event_date([bare])
    if date is None or _support(date, bare) < _CERTAIN:
        return bare
    return msgspec.structs.replace(bare, date=date, certain=True)


def _is_old(value: str, published: datetime.date | None) -> bool:
    """Whether a day was long over when the story came out, so that a picture of it may come from an archive."""
    date = _full(value)
    return date is not None and published is not None and (published - date).days > _RECENT


def event_date(evidence: Sequence[DateEvidence]) -> datetime.date | None:
    """The day that the articles together support best; of equals the earliest. None if no full date can be had.

    Among several, none has more of a say than one mention in its opening gives it, however often it says a day.
    """
    candidates = {date for article in evidence for date in _candidates(article, len(evidence) == 1)}
    candidates |= {date for date, articles in _given(evidence).items() if 2 * articles >= max(4, len(evidence))}
    most = OPENING if len(evidence) > 1 else math.inf
    return max(
        sorted(candidates), key=lambda date: sum(_vote(date, article, most) for article in evidence), default=None
    )


def _given(evidence: Sequence[DateEvidence]) -> Counter[datetime.date]:
    """How many articles give each full date, with its year or without it."""
    dates = sorted({date for article in evidence for mention in article.mentions if (date := _full(mention.value))})
    return Counter(
        date for article in evidence for date in dates if any(m.value[5:7].isdigit() for m in article.naming(date))
    )


def _vote(date: datetime.date, article: DateEvidence, most: float) -> float:
    return min(_support(date, article), most) + (_PAGE_WEIGHT if date == article.published else 0.0)


def _support(date: datetime.date, article: DateEvidence) -> float:
    """How much an article's mentions speak for a date: all that fit it, the weightiest first."""
    fitting = (mention.weight * _freshness(mention, date, article) for mention in article.naming(date))
    ranked = sorted(fitting, reverse=True)[:_MENTIONS]
    return sum(weight * _REPEATED**rank for rank, weight in enumerate(ranked))


def _freshness(mention: Mention, date: datetime.date, article: DateEvidence) -> float:
    """How much a mention counts for a date by its age at publication; nothing for what was still far off."""
    if article.published is None:
        return 1.0
    age = (article.published - date).days
    if age < 0:
        return _TO_COME if age >= -_AHEAD else 0.0
    reprint = _full(mention.value) and article.weekday == date.isoweekday()
    stale = _REPRINTED if reprint else _STALE
    return next((weight for days, weight in _FRESHNESS if age <= days), stale)


def _candidates(article: DateEvidence, alone: bool) -> set[datetime.date]:
    """The full dates mentioned, and for each partial one the last such day up to just after publication.

    Where that is unknown, nothing but its place tells news from background: only opening and headings count,
    and for an event of several accounts only what the story itself says there has happened, or what half of them give.
    """
    if article.published is None:
        openings = (mention for mention in article.mentions if mention.weight >= _WITH_YEAR)
        dates = {_full(mention.value) for mention in openings if alone or not mention.aside}
    else:
        latest = article.published + datetime.timedelta(days=_AHEAD)
        dates = {date for m in article.mentions for date in (_full(m.value), _last(m.value, latest))}
        dates.add(article.published)
    return {date for date in dates if date is not None}


def _full(value: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        return None


def _last(value: str, day: datetime.date) -> datetime.date | None:
    """The last day up to `day` that fits a date with parts left open."""
    back = (day - datetime.timedelta(days) for days in range(_LOOK_BACK))
    return next((date for date in back if fits(value, date)), None)


@lru_cache(maxsize=50_000)
def fits(value: str, date: datetime.date) -> bool:
    """Whether a date can be what a TIMEX3 value of one day means, where `X` stands for any digit."""
    if weekday := _WEEKDAY.match(value):
        return date.isoweekday() == int(weekday["weekday"])
    day = _DAY.match(value)
    return day is not None and all(
        part.startswith("X") or int(part) == actual
        for part, actual in zip(day.groups(), (date.year, date.month, date.day), strict=True)
    )


def _day(claim: Claim) -> str | None:
    """The TIMEX3 value of a claim about a day; for "today" and "yesterday" the day they are."""
    if claim.value in _DEICTIC and claim.low is not None:
        return datetime.date.fromordinal(int(claim.low)).isoformat()
    return claim.value if _DAY.match(claim.value) or _WEEKDAY.match(claim.value) else None


def _weekday(mentions: Sequence[Mention]) -> int | None:
    """The weekday named where the story opens, if it is one only."""
    named = {m.value[-1] for m in mentions if m.weight >= OPENING and _WEEKDAY.match(m.value)}
    return int(named.pop()) if len(named) == 1 else None


def _days(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The partial dates where the story opens: those with their month, if there are such."""
    opening = {m.value for m in mentions if m.weight >= OPENING and _DAY.match(m.value) and not _full(m.value)}
    return tuple(sorted(value for value in opening if "-XX-" not in value) or sorted(opening))
