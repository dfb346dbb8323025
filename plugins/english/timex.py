"""What the words of a date say, in TIMEX3: each function takes the match of a rule of `dates`.

The groups of a match name its parts, as month, day and year; None says that the words are no date.
"""

from __future__ import annotations

import re

from .numerals import SMALL

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_ABBREVIATED = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9}
_ABBREVIATED |= {"oct": 10, "nov": 11, "dec": 12}
DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7}
DECADES |= {"eighties": 8, "nineties": 9}
_PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "midday": "T12:00"}
_PARTS |= {"noon": "T12:00", "midnight": "T24:00", "overnight": "TNI"}
_TURN = {"last": "last", "this": "this", "next": "next", "coming": "next"}
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}
RELATIVE_DAYS = {
    "the day before yesterday": "minus-2-day",
    "the day after tomorrow": "plus-2-day",
    "today": "this-day",
    "tonight": "this-dayTNI",
    "yesterday": "last-day",
    "tomorrow": "next-day",
}


def _month(match: re.Match[str]) -> str:
    word = match["month"].lower().rstrip(".")
    number = _ABBREVIATED.get(word[:4]) or _ABBREVIATED.get(word[:3]) or MONTHS.index(word) + 1
    return f"{number:02d}"


def _group(match: re.Match[str], name: str) -> str:
    return (match.groupdict().get(name) or "").lower()


def _part(match: re.Match[str]) -> str:
    return _PARTS.get(_group(match, "part"), "")


def full(match: re.Match[str]) -> str | None:
    """A day by its month, with or without a year: "April 26"; None for a day that the month has not."""
    month = _month(match)
    if int(match["day"]) > (29 if month == "02" else 30 if month in ("04", "06", "09", "11") else 31):
        return None
    return f"{_group(match, 'year') or 'XXXX'}-{month}-{int(match['day']):02d}{_part(match)}"


def numeric(match: re.Match[str]) -> str | None:
    """A date in digits: "26.4.2024"."""
    if not (0 < int(match["m"]) < 13 and 0 < int(match["day"]) < 32):
        return None
    return f"{match['year']}-{int(match['m']):02d}-{int(match['day']):02d}"


def month_year(match: re.Match[str]) -> str:
    """A month with its year, the "last" or none."""
    if turn := _group(match, "turn"):
        return f"UNDEF-{_TURN[turn]}-year-{_month(match)}"
    return f"{_group(match, 'year') or 'XXXX'}-{_month(match)}"


def weekday(match: re.Match[str]) -> str:
    """A weekday, alone or "last", "this" or "next"."""
    number = 1 + next(i for i, day in enumerate(WEEKDAYS) if day.startswith(match["weekday"].lower()[:3]))
    turn = _group(match, "turn")
    return f"UNDEF-{_TURN[turn]}-W{number}{_part(match)}" if turn else f"XXXX-WXX-{number}{_part(match)}"


def named_month(match: re.Match[str]) -> str:
    """A month after "last", "this" or "next"."""
    return f"UNDEF-{_TURN[_group(match, 'turn')]}-M{_month(match)}"


def period(match: re.Match[str]) -> str:
    """A week, month, year or season after "last", "this" or "next", with a day of the month if one is named."""
    unit = _group(match, "unit")
    day = f"-{int(match['day']):02d}" if _group(match, "day") else ""
    return f"UNDEF-{_TURN[_group(match, 'turn')]}-{unit}{day}"


def this_part(match: re.Match[str]) -> str:
    """ "This morning", "last night"."""
    turn = {"last": "last", "this": "this"}[_group(match, "turn")]
    return f"UNDEF-{turn}-day{_part(match)}"


def distance(match: re.Match[str]) -> str | None:
    """So many days, weeks, months or years away; None where nobody can tell how many."""
    count = _group(match, "count")
    if count in ("a few", "several", "a couple of") or match["unit"] in ("hour", "minute"):
        return None
    number = SMALL.get(count) or (1 if count in ("a", "an") else float(count))
    way = _group(match, "way")
    anchor = "" if way in ("ago", "from now", "from today") else "REF-"
    sign = "minus" if way in ("ago", "earlier", "before") else "plus"
    return f"UNDEF-{anchor}{sign}-{number:g}-{match['unit'].lower()}"


def day_of_month(match: re.Match[str]) -> str:
    """A day without its month: "the 26th"."""
    return f"XXXX-XX-{int(match['day']):02d}{_PARTS.get(_group(match, 'part'), '')}"


_CAPITAL_BEFORE = re.compile(r"\b[A-Z]\w* $")


def relative_day(match: re.Match[str]) -> str | None:
    """ "Yesterday", "today" and the like."""
    if match[0][0].isupper() and _CAPITAL_BEFORE.search(match.string, max(0, match.start() - 24), match.start()):
        return None  # "Lindby Today" is a paper.
    return f"UNDEF-{RELATIVE_DAYS[match[0].lower()]}"


def part_of_year(match: re.Match[str]) -> str:
    """A quarter or a half in TIMEX3; "late 2026" is in the second half."""
    if edge := _group(match, "edge"):
        return f"{match['year']}-H{1 if edge == 'early' else 2}"
    quarters = match["kind"] == "quarter"
    number = _NTH.get(match["nth"].lower(), 4 if quarters else 2)
    return f"{match['year']}-{'Q' if quarters else 'H'}{number}"


def year(match: re.Match[str]) -> str:
    """A year alone."""
    return match["year"]


def neighbour_day(match: re.Match[str]) -> str:
    """The same, next or previous day, counted from the date mentioned before."""
    word = _group(match, "which")
    offset = {"same": "plus-0", "next": "plus-1", "following": "plus-1", "previous": "minus-1"}
    return f"UNDEF-REF-{offset.get(word, 'plus-0')}-day{_part(match)}"


def decade(match: re.Match[str]) -> str:
    """ "The 1980s", "the eighties"."""
    if name := _group(match, "name"):
        return f"19{DECADES[name]}"
    return match["decade"][:3] if len(match["decade"]) == 4 else f"19{match['decade'][0]}"


def clock(match: re.Match[str]) -> str | None:
    """A time of day on a clock of 24 hours; without "a.m." or "p.m." as it is printed."""
    if word := _group(match, "word"):
        return _PARTS[word]
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = _group(match, "half") or {"morning": "a", "afternoon": "p", "evening": "p"}.get(_group(match, "part"), "")
    if hour > 12 and not match.groupdict().get("half"):
        half = ""
    if hour > 23 or minute > 59 or (half and not 0 < hour < 13):
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"T{hour:02d}:{minute:02d}"
