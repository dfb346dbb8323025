"""The days that accounts name, as a picture: a row for each account, a point for each day."""

from __future__ import annotations

import datetime
import itertools
import math
from collections.abc import Sequence

from digest.language import Language
from digest.pages.chronology import Days
from digest.pages.edition import Edition
from digest.pages.views import Dot, Picture, Tick

_FEWEST_DAYS, _FEWEST_ACCOUNTS = 3, 2
_WIDTH = 1000
_ROW = 30
# The width of a label, in units of the axis.
_LABEL = 200


def picture(days: Days, edition: Edition) -> Picture | None:
    """The days on an axis; None if there are too few days or accounts for a picture."""
    articles = [article for article in edition.sigla if any(article in claims for claims in days.values())]
    if len(days) < _FEWEST_DAYS or len(articles) < _FEWEST_ACCOUNTS:
        return None
    place = _axis(list(days))
    event = edition.comparison.event.date
    return Picture(
        rows=tuple(edition.sigla[article] for article in articles),
        dots=tuple(
            Dot(x=place[day], y=articles.index(article), colour=edition.sigla[article].colour)
            for day, claims in days.items()
            for article in claims
        ),
        ticks=_ticks(list(days), event if event in place else None, place, edition.language),
        event=place.get(event) if event else None,
        height=_ROW * len(articles),
    )


def _axis(days: Sequence[datetime.date]) -> dict[datetime.date, int]:
    """Places on the axis. Gaps count by their square root: one old date doesn't press all others together."""
    gaps = [math.sqrt((later - earlier).days) for earlier, later in itertools.pairwise(days)]
    reached = itertools.accumulate(gaps, initial=0.0)
    return {day: round(_WIDTH * at / sum(gaps)) for day, at in zip(days, reached, strict=True)}


def _ticks(
    days: Sequence[datetime.date], event: datetime.date | None, place: dict[datetime.date, int], language: Language
) -> tuple[Tick, ...]:
    """Labels for the event's day, and for the first and last where they don't run into it."""
    ends = [day for day in (days[0], days[-1]) if event is None or abs(place[day] - place[event]) > _LABEL]
    return tuple(
        _tick(language.date(day, "medium"), place[day]) for day in sorted({*ends, *([event] if event else [])})
    )


def _tick(label: str, x: int) -> Tick:
    if x < _LABEL / 2:
        return Tick(x=x, label=label, anchor="start")
    return Tick(x=x, label=label, anchor="end" if x > _WIDTH - _LABEL / 2 else "middle")
