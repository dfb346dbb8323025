"""How similar two stories must be to tell of one event, by what they say of its day."""

from __future__ import annotations

import datetime

from .dating import DateEvidence, fits
from .positions import OPENING

# Cosine that makes two stories one event, by the days between their dates; beyond the list they are two events.
_BY_DAYS = (0.17, 0.18, 0.20, 0.21, 0.23)
LEAST = min(_BY_DAYS)
# From so many days on two certain dates are two events.
REACH = len(_BY_DAYS)
# The same from two days on where neither story speaks of the other's day.
_UNLINKED = {2: 0.33}
# The same where a date is unknown.
_UNDATED = 0.20
# The same where the only date is that of the page: a feature or a look back comes up to so many days after a day that
# another gives, or less surely after the day of a page. At any other time it can only be a reprint.
_LATER, _WEEKS_LATER = 0.21, 45
_LATER_UNSURE = 0.30
REPRINT = 0.60
# The same where one names the other's day with its year.
_REDATED = 0.40
_WEEKDAYS_DIFFER = 0.25
# What is asked more in the thickest crowd: for each story that gives no day of its own, as a comment does, for each day
# beyond the next, and for what one outlet brings on another day, which tells what has happened since.
_NO_DAY = 0.05
_A_DAY_LATER = 0.04
_NEXT_ARTICLE = 0.10


def required(
    first: DateEvidence, second: DateEvidence, lone: bool = True, crowd: float = 0.0, same_outlet: bool = False
) -> float | None:
    """The similarity that makes two stories one event; None if their dates rule it out.

    `lone` where one of them is not yet with others, or both are with stories of one day; else they are of two days that
    several accounts each are of. `crowd`, 0 to 1, is how many stories of their days are half like them.
    """
    if first.date and second.date:
        gap = abs((first.date - second.date).days)
        more = crowd * _more(first, second, gap, same_outlet)
        if gap < REACH:
            needed = _UNLINKED.get(gap) if gap > 1 and _unlinked(first, second) else _BY_DAYS[gap]
            return None if needed is None else needed + more
        if lone and (_later(first, second) or _later(second, first)):
            return (_LATER if first.certain or second.certain else _LATER_UNSURE) + more
        if first.certain and second.certain:
            return None
        return _REDATED if _gives(first, second) or _gives(second, first) else REPRINT
    if _contradict(first, second) or _contradict(second, first):
        return None
    differ = _other_weekday(first, second) and _other_weekday(second, first)
    return _UNDATED + (_WEEKDAYS_DIFFER if differ else 0.0)


def _more(first: DateEvidence, second: DateEvidence, gap: int, same_outlet: bool) -> float:
    """What is asked more of stories so many days apart if they stand in the thickest crowd."""
    unsure = [first.certain, second.certain].count(False)
    later = max(min(gap, REACH) - 1, 0)
    return _NO_DAY * unsure + _A_DAY_LATER * later + (_NEXT_ARTICLE if same_outlet and gap else 0.0)


def _weekday(story: DateEvidence) -> int | None:
    """The weekday of a story; the one that it opens with counts only where nothing else says when it was."""
    if story.date is None:
        return story.weekday
    return story.date.isoweekday() if story.certain else None


def _other_weekday(story: DateEvidence, other: DateEvidence) -> bool:
    """Whether a story opens with a weekday of which another, that opens with one too, does not speak."""
    day = _weekday(story)
    return (
        day is not None
        and _weekday(other) not in (None, day)
        and f"XXXX-WXX-{day}" not in {m.value for m in other.mentions}
    )


def _later(story: DateEvidence, event: DateEvidence) -> bool:
    """Whether a story that gives no day of its own came out in the weeks after another's day.

    One that opens with a day long past may look back at what led to the event; then it opens with that day too.
    """
    if story.published is None or story.date is None or event.date is None:
        return False
    if not 0 < (story.published - event.date).days <= _WEEKS_LATER:
        return False
    looks_back = (story.published - story.date).days > _WEEKS_LATER
    return _mentions(story, event.date, OPENING) if looks_back else not story.certain


def _gives(story: DateEvidence, event: DateEvidence) -> bool:
    """Whether a story whose text is of no certain day names another's day with its year."""
    return not story.certain and event.date is not None and event.date.isoformat() in {m.value for m in story.mentions}


def _unlinked(first: DateEvidence, second: DateEvidence) -> bool:
    """Whether two stories are certainly of different days and neither speaks of the other's: twins, not a sequel."""
    pairs = ((first, second), (second, first))
    return first.certain and second.certain and not any(o.date and _mentions(story, o.date) for story, o in pairs)


def _mentions(story: DateEvidence, date: datetime.date, weight: float = 0.0) -> bool:
    return any(fits(mention.value, date) for mention in story.mentions if mention.weight >= weight)


def _contradict(dated: DateEvidence, partial: DateEvidence) -> bool:
    """Whether a story certainly is of a day that is far from all that the other opens with."""
    if not (dated.certain and dated.date and partial.days):
        return False
    near = [dated.date + datetime.timedelta(days) for days in range(1 - REACH, REACH)]
    return not any(fits(value, date) for value in partial.days for date in near)
