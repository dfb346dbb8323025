"""What happened when: the facts that accounts date to a day."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

from digest.model import Claim
from digest.pages.edition import Edition, together
from digest.pages.outline import spoken
from digest.pages.views.chronology import Day

# A dateline says where and when an account was written, a caption when a picture was taken.
_KINDS = frozenset({"body", "title", "heading"})
# What was said may be older than the account, so "today" in a remark is no day; a date is.
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
# "Six weeks ago" is about that day, and which day is "last Monday" not all agree.
_ABOUT = re.compile(r"UNDEF-(?!(?:last|this|next)-day\b)")
# What is printed without its year or month is told of a day around the event; this many days before or after it.
_AROUND = 10
_PARTIAL = re.compile(r"XXXX-(?:(?P<month>\d\d|XX)-(?P<day>\d\d)|WXX-(?P<weekday>[1-7]))(?:T\w+)?")

Days = Mapping[datetime.date, Mapping[str, Claim]]


def dated(edition: Edition) -> Days:
    """The days that accounts name, the earliest first, with the first claim of each account; none if there is one."""
    found: dict[datetime.date, dict[str, Claim]] = {}
    for account in edition.comparison.event.accounts:
        remarks = [*spoken(account)]
        for claim in account.claims:
            day = _day(claim, edition.comparison.event.date)
            if not day or edition.block(claim).kind not in _KINDS:
                continue
            if _DATE.match(claim.value) or not any(map(claim.touches, remarks)):
                found.setdefault(day, {}).setdefault(account.id, claim)
    return dict(sorted(found.items())) if len(found) > 1 else {}


def days(found: Days, edition: Edition) -> tuple[Day, ...]:
    """The days with a sentence of each account."""
    return tuple(
        Day(
            date=edition.language.date(day, "full"),
            iso_date=day.isoformat(),
            is_event=day == edition.comparison.event.date,
            sentences=together(edition.cite(claim) for claim in claims.values()),
        )
        for day, claims in found.items()
    )


def _day(claim: Claim, event: datetime.date | None) -> datetime.date | None:
    """The day that a claim names, None if it is not one certain day."""
    if claim.kind != "date" or claim.hedge != "exact" or _ABOUT.match(claim.value):
        return None
    if claim.low is None and claim.high is None:
        return _near(claim.value, event) if event else None
    if claim.unit != "date" or claim.low is None or claim.low != claim.high:
        return None
    if not 1 <= claim.low <= datetime.date.max.toordinal():
        return None
    return datetime.date.fromordinal(int(claim.low))


def _near(value: str, event: datetime.date) -> datetime.date | None:
    """The day around an event that a partial date (`XXXX-04-26`, `XXXX-XX-26`, `XXXX-WXX-5`) means.

    A day of the week comes more than once in that time, so it counts only if it is that of the event itself.
    """
    match = _PARTIAL.fullmatch(value)
    if match is None:
        return None
    if match["weekday"]:
        return event if event.isoweekday() == int(match["weekday"]) else None
    last = datetime.date.max.toordinal()
    numbers = range(max(1, event.toordinal() - _AROUND), min(last, event.toordinal() + _AROUND) + 1)
    around = (datetime.date.fromordinal(number) for number in numbers)
    return next((day for day in around if _is_on(day, match["month"], match["day"])), None)


def _is_on(day: datetime.date, month: str, number: str) -> bool:
    return day.day == int(number) and month in ("XX", f"{day.month:02d}")
