"""A date that stands beside another weekday than the calendar has for it: "Saturday, 31 December 2017" was a Sunday."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from digest import Collation, Discrepancy

from ..english.timex import WEEKDAYS
from .readings import reading_at

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_WEEKDAY = re.compile(rf"(?P<day>{'|'.join(WEEKDAYS)})\W+", re.IGNORECASE)


def wrong_weekdays(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each date with its year whose weekday is another by the calendar."""
    for account in collation.event.accounts:
        for claim in account.claims:
            day = _WEEKDAY.match(claim.text)
            if claim.kind != "date" or day is None or not _DATE.fullmatch(claim.value):
                continue
            date = datetime.date.fromisoformat(claim.value)
            if WEEKDAYS[date.weekday()] != day["day"].lower():
                middle = claim.start + day.end()
                readings = (
                    reading_at(account.article, claim.start, claim.start + len(day["day"]), day["day"]),
                    reading_at(account.article, middle, claim.end, account.article.text[middle : claim.end]),
                )
                yield Discrepancy(
                    kind="date",
                    severity="likely-error",
                    confidence=0.9,
                    summary="Weekday and date",
                    explanation=f"{collation.event.outlet(account.id)} has a {day['day']} on {readings[1].value}, "
                    f"which is a {WEEKDAYS[date.weekday()].capitalize()} by the calendar.",
                    readings=readings,
                    rule="a weekday beside a date that fell on another",
                )
