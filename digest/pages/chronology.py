"""What happened when: the facts that accounts date to a day."""

from __future__ import annotations

import datetime
import re

from digest.model import Claim
from digest.pages.edition import Edition, in_words, together
from digest.pages.views import Day

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# A dateline says where and when an account was written, not what happened.
_KINDS = frozenset({"body", "caption", "title", "heading"})


def days(edition: Edition) -> tuple[Day, ...]:
    """The days that accounts name, the earliest first, each with a sentence of each account; none if there is one."""
    event = edition.comparison.event
    by_day: dict[datetime.date, dict[str, Claim]] = {}
    for account in event.accounts:
        for claim in account.claims:
            day = _day(claim)
            if day and edition.block(claim).kind in _KINDS:
                by_day.setdefault(day, {}).setdefault(account.id, claim)
    if len(by_day) < 2:
        return ()
    return tuple(
        Day(
            date=in_words(day),
            iso_date=day.isoformat(),
            is_event=day == event.date,
            sentences=together(edition.cite(claim) for claim in claims.values()),
        )
        for day, claims in sorted(by_day.items())
    )


def _day(claim: Claim) -> datetime.date | None:
    """The day that a claim names, None if it is not one certain day."""
    if claim.kind != "date" or claim.hedge != "exact" or not _DAY.fullmatch(claim.value):
        return None
    try:
        return datetime.date.fromisoformat(claim.value)
    except ValueError:
        return None
