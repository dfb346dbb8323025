"""What day an expression of `dates` means, given a reference date.

Days are proleptic Gregorian ordinals (`datetime.date.toordinal`), so that a day, a week and a year are all
intervals of whole numbers.
"""

from __future__ import annotations

import datetime
import re
from typing import Literal

Direction = Literal["past", "future", "unknown"]
Days = tuple[int, int]

_PATTERN = re.compile(r"(?P<year>\d{4}|XXXX)-(?P<month>\d\d|XX)(?:-(?P<day>\d\d))?(?:T.*)?")
_PART_OF_YEAR = re.compile(r"(?P<year>\d{4})-(?P<kind>[QH])(?P<nth>[1-4])")
_WEEKDAY = re.compile(r"XXXX-WXX-(?P<weekday>[1-7])(?:T.*)?")
_SHIFT = re.compile(
    r"(?P<anchor>REF-)?(?P<sign>plus|minus)-(?P<count>\d+)-(?P<unit>day|week|month|year|decade)(?:T.*)?"
)
_TURN = re.compile(
    r"(?P<turn>last|this|next)-(?:W(?P<weekday>[1-7])|M(?P<month>\d\d)|(?P<unit>day|weekend|week|month|year)(?:-(?P<sub>\d\d))?)(?:T.*)?"
)
_STEPS = {"last": -1, "this": 0, "next": 1}
_PAST = re.compile(
    r"\b(?:(?:was|were|had|did)(?:n[’']t)?|said|told|met|came|went|took|gave|made|saw|held|left|began|won|lost|died|fell|rose|struck"
    r"|hit|spoke|wrote|became|found|got|led|sent|set|shot|told|broke|brought|built|fought|flew|grew|knew|paid|ran|sold"
    r"|sat|stood|swore|thought|threw|drew|drove|chose|caught|bought|felt|heard|kept|laid|lay|read|sought|shook|spent"
    r"|opened|\w{2,}(?<!e)ed)\b",
    re.IGNORECASE,
)
# With the verb that follows: what "will be held" is to come, though "held" looks past.
_FUTURE = re.compile(
    r"\b(?:will|would|shall|won[’']t|(?:is|are|was|were) (?:set |due |about |expected |scheduled |planned )?to"
    r"|(?:due|scheduled|plans?|planned|planning|expected|going|intends?|intended|poised|prepar(?:es?|ed|ing))"
    r" (?:to|for)|expects|upcoming|ahead of)\b"
    r"(?: (?:to|not|also|be|have|been|then|now|for)\b){0,3}(?: \w+)?",
    re.IGNORECASE,
)
# How many days a date without its year may be on the wrong side of the reference: tense is told from words alone.
_SLACK = 60


def direction(before: str, after: str = "") -> Direction:
    """Which way the verb points that goes with a date: to what has been, or to what is to come.

    That is the last verb `before` the date in its clause, or where there is none the first `after` it.
    """
    for text, nearest in ((before, -1), (after, 0)):
        future = [match.span() for match in _FUTURE.finditer(text)]
        inside = [match.start() for match in _PAST.finditer(text) if not _covered(match.start(), future)]
        verbs: list[tuple[int, Direction]] = [(start, "future") for start, _ in future]
        verbs += [(start, "past") for start in inside]
        if verbs:
            return sorted(verbs)[nearest][1]
    return "unknown"


def _covered(position: int, spans: list[Days]) -> bool:
    return any(start <= position < end for start, end in spans)


def resolve(value: str, reference: datetime.date | None, tense: Direction = "past") -> Days | None:
    """The first and last day that a TIMEX3 value of `find_dates` means; None where it cannot be told.

    A weekday is the last one up to the reference, with `tense` "future" the next one from it. A day or month
    without its year is the one the tense points to, and without a tense, for a day, the nearest.
    A time of day is no day. A REF value takes the date that its text mentions before as `reference`.
    """
    if match := _PATTERN.fullmatch(value):
        return _by_pattern(match, reference, tense)
    if re.fullmatch(r"\d{3,4}", value):
        return _years(int(value.ljust(4, "0")), 1 if len(value) == 4 else 10)
    if match := _PART_OF_YEAR.fullmatch(value):
        return _part_of_year(int(match["year"]), 3 if match["kind"] == "Q" else 6, int(match["nth"]))
    if reference is None:
        return None
    if match := _WEEKDAY.fullmatch(value):
        return _day(_nearest_weekday(reference, int(match["weekday"]), tense))
    if not value.startswith("UNDEF-"):
        return None
    if match := _SHIFT.fullmatch(value[6:]):
        return _shifted(reference, int(match["count"]) * (1 if match["sign"] == "plus" else -1), match["unit"])
    if match := _TURN.fullmatch(value[6:]):
        return _turned(match, reference)
    return None


def compatible(first: str, second: str) -> bool | None:
    """Whether two partial values can name one day, whatever the reference; None where that is open.

    "XXXX-04-26" and "XXXX-XX-19" cannot; "XXXX-WXX-5" and "2024-04-26" can, that day being a Friday.
    """
    one, two = _fields(first), _fields(second)
    if one is None or two is None:
        return None
    if any(one[key] != two[key] for key in one.keys() & two.keys()):
        return False
    merged = one | two
    if {"year", "month", "day", "weekday"} <= merged.keys():
        try:
            date = datetime.date(merged["year"], merged["month"], merged["day"])
        except ValueError:
            return False
        return date.isoweekday() == merged["weekday"]
    return True if one.keys() & two.keys() else None


def _fields(value: str) -> dict[str, int] | None:
    if match := _WEEKDAY.fullmatch(value):
        return {"weekday": int(match["weekday"])}
    if match := _PATTERN.fullmatch(value):
        fields = {key: int(part) for key, part in match.groupdict().items() if part and "X" not in part}
        if fields.keys() >= {"year", "month", "day"}:
            try:
                fields["weekday"] = datetime.date(fields["year"], fields["month"], fields["day"]).isoweekday()
            except ValueError:  # a slip, as 31 June
                return None
        return fields
    return {"year": int(value)} if re.fullmatch(r"\d{4}", value) else None


def _by_pattern(match: re.Match[str], reference: datetime.date | None, tense: Direction) -> Days | None:
    year, month, day = (None if not part or "X" in part else int(part) for part in match.groups())
    if year:
        return _month_or_day(year, month or 1, day)
    if reference is None:
        return None
    if month:
        candidates = [_month_or_day(reference.year + step, month, day) for step in (-1, 0, 1)]
    else:
        months = [_month_of(reference, step) for step in (-1, 0, 1)]
        candidates = [_month_or_day(*found, day) for found in months]
    return _choose(
        [days for days in candidates if days], reference.toordinal(), tense, day is not None, _SLACK if month else 0
    )


def _choose(candidates: list[Days], reference: int, tense: Direction, by_day: bool, slack: int = 0) -> Days | None:
    nearest = min(candidates, key=lambda days: abs(days[0] - reference), default=None) if by_day else None
    if nearest and abs(nearest[0] - reference) <= slack:
        return nearest
    if tense == "past":
        return max((days for days in candidates if days[0] <= reference), default=None)
    if tense == "future":
        return min((days for days in candidates if days[1] >= reference), default=None)
    return nearest


def _month_or_day(year: int, month: int, day: int | None) -> Days | None:
    try:
        if day is not None:
            return _day(datetime.date(year, month, day))
        first = datetime.date(year, month, 1)
    except ValueError:
        return None
    return first.toordinal(), datetime.date(year + month // 12, month % 12 + 1, 1).toordinal() - 1


def _years(first: int, count: int) -> Days | None:
    if not 0 < first <= 9998 - count:
        return None
    return datetime.date(first, 1, 1).toordinal(), datetime.date(first + count, 1, 1).toordinal() - 1


def _part_of_year(year: int, months: int, nth: int) -> Days | None:
    first, last = _month_or_day(year, months * (nth - 1) + 1, None), _month_or_day(year, months * nth, None)
    return (first[0], last[1]) if first and last else None


def _day(date: datetime.date) -> Days:
    return date.toordinal(), date.toordinal()


def _nearest_weekday(reference: datetime.date, weekday: int, tense: Direction) -> datetime.date:
    if tense == "future":
        return reference + datetime.timedelta((weekday - reference.isoweekday()) % 7)
    return reference - datetime.timedelta((reference.isoweekday() - weekday) % 7)


def _month_of(reference: datetime.date, step: int) -> tuple[int, int]:
    index = reference.year * 12 + reference.month - 1 + step
    return index // 12, index % 12 + 1


def _shifted(reference: datetime.date, count: int, unit: str) -> Days | None:
    """A date some units away; for months and years only as exact as the unit."""
    if unit in ("day", "week"):
        return _day(reference + datetime.timedelta(count * (7 if unit == "week" else 1)))
    if unit == "month":
        return _month_or_day(*_month_of(reference, count), None)
    return _years(reference.year + count * (10 if unit == "decade" else 1), 10 if unit == "decade" else 1)


def _turned(match: re.Match[str], reference: datetime.date) -> Days | None:
    step = _STEPS[match["turn"]]
    if match["weekday"]:
        monday = reference - datetime.timedelta(reference.weekday())
        if not step:
            return _day(monday + datetime.timedelta(int(match["weekday"]) - 1))
        tense: Direction = "past" if step < 0 else "future"
        return _day(_nearest_weekday(reference + datetime.timedelta(step), int(match["weekday"]), tense))
    if match["month"]:
        tense = "past" if step < 0 else "future" if step > 0 else "unknown"
        if not step:
            return _month_or_day(reference.year, int(match["month"]), None)
        anchor = _month_of(reference, step)
        candidates = [_month_or_day(anchor[0] + year, int(match["month"]), None) for year in (-1, 0, 1)]
        return _choose([days for days in candidates if days], datetime.date(*anchor, 1).toordinal(), tense, False)
    return _turned_unit(match["unit"], step, int(match["sub"]) if match["sub"] else None, reference)


def _turned_unit(unit: str, step: int, sub: int | None, reference: datetime.date) -> Days | None:
    if unit == "day":
        return _day(reference + datetime.timedelta(step))
    if unit in ("week", "weekend"):
        monday = reference.toordinal() - reference.weekday() + 7 * step
        return (monday + 5, monday + 6) if unit == "weekend" else (monday, monday + 6)
    if unit == "month":
        return _month_or_day(*_month_of(reference, step), sub)
    return _month_or_day(reference.year + step, sub, None) if sub else _years(reference.year + step, 1)
