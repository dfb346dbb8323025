"""The days that accounts name, as a picture: a row for each account, a point for each day."""

from __future__ import annotations

import datetime
import itertools
import math
from collections.abc import Sequence

from digest.language import Language
from digest.pages.chronology import Days
from digest.pages.edition import Edition
from digest.pages.views.chronology import Dot, Picture, Tick

_FEWEST_DAYS, _FEWEST_ACCOUNTS = 3, 2
_WIDTH = 1000
_ROW = 30
# The width of a label on a phone and on a desk, in units of the axis.
_PHONE, _DESK = 250, 125


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
    """Labels, as far as they don't run into each other: of the event's day, the ends, and on a desk all others."""
    found: list[Tick] = []
    ends = [days[0], days[-1]]
    for width, some in ((_PHONE, [event, *ends] if event else ends), (_DESK, days)):
        for day in some:
            tick = _tick(language.date(day, "medium"), place[day], width == _DESK)
            if all(_apart(tick, other, width) for other in found):
                found.append(tick)
    return tuple(sorted(found, key=lambda tick: tick.x))


def _tick(label: str, x: int, roomy: bool) -> Tick:
    if x < _PHONE / 2:
        return Tick(x=x, label=label, anchor="start", roomy=roomy)
    return Tick(x=x, label=label, anchor="end" if x > _WIDTH - _PHONE / 2 else "middle", roomy=roomy)


def _apart(one: Tick, other: Tick, width: int) -> bool:
    """Whether two labels of a width leave each other room."""
    shift = {"start": 0.5, "middle": 0.0, "end": -0.5}
    return abs(one.x + shift[one.anchor] * width - other.x - shift[other.anchor] * width) >= width
