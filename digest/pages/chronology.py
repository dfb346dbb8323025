"""What happened when: the facts that accounts date to a day."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from digest.model import Claim
from digest.pages.edition import Edition, together
from digest.pages.views import Day

# A dateline says where and when an account was written, not what happened.
_KINDS = frozenset({"body", "caption", "title", "heading"})


Days = Mapping[datetime.date, Mapping[str, Claim]]


def dated(edition: Edition) -> Days:
    """The days that accounts name, the earliest first, with the first claim of each account; none if there is one."""
    found: dict[datetime.date, dict[str, Claim]] = {}
    for account in edition.comparison.event.accounts:
        for claim in account.claims:
            day = _day(claim)
            if day and edition.block(claim).kind in _KINDS:
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


def _day(claim: Claim) -> datetime.date | None:
    """The day that a claim names, None if it is not one certain day."""
    if claim.kind != "date" or claim.hedge != "exact" or claim.low is None or claim.low != claim.high:
        return None
    if not 1 <= claim.low <= datetime.date.max.toordinal():
        return None
    return datetime.date.fromordinal(int(claim.low))
