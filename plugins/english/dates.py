"""Dates and times of day in running text, as offsets with values in TIMEX3.

What the words themselves say is kept, however little it is: "2024-04-26", "XXXX-04-26" (a day without its
year), "XXXX-XX-26" ("the 26th"), "XXXX-WXX-5" ("Friday"), "2024-04", "202" (a decade), "T17:30"; a part of the
day is appended ("XXXX-WXX-4TNI"). Quarters are "2026-Q1", halves "2026-H2", which is also "late 2026". What
needs a reference is written as HeidelTime (Strötgen and Gertz, 2010) writes it before normalisation:
"UNDEF-last-day" (yesterday), "UNDEF-next-month-20", "UNDEF-last-year-11", "UNDEF-last-W5", "UNDEF-minus-3-week"
(three weeks ago); with REF the reference is the date mentioned before: "UNDEF-REF-plus-1-day" (the next day).
`calendar` resolves them. Durations are no dates.
"""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Callable

import msgspec

from digest import Span

from .figures import SMALL
from .spans import overlaps

MONTHS = (
    "january february march april may june july august september october november december".split()
)  # fmt: skip
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_ABBREVIATED = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9}
_ABBREVIATED |= {"oct": 10, "nov": 11, "dec": 12}
_DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7}
_DECADES |= {"eighties": 8, "nineties": 9}
_PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "midday": "T12:00"}
_PARTS |= {"noon": "T12:00", "midnight": "T24:00", "overnight": "TNI"}
_TURN = {"last": "last", "this": "this", "next": "next", "coming": "next"}
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_RELATIVE_DAYS = {
    "the day before yesterday": "minus-2-day",
    "the day after tomorrow": "plus-2-day",
    "today": "this-day",
    "tonight": "this-dayTNI",
    "yesterday": "last-day",
    "tomorrow": "next-day",
}

_M = r"(?P<month>[Jj]an(?:uary|\.)?|[Ff]eb(?:ruary|\.)?|[Mm]ar(?:ch|\.)|[Aa]pr(?:il|\.)?|May|[Jj]une?|[Jj]uly?"
_M += r"|[Aa]ug(?:ust|\.)?"
_M += r"|[Ss]ept?(?:ember|\.)?|[Oo]ct(?:ober|\.)?|[Nn]ov(?:ember|\.)?|[Dd]ec(?:ember|\.)?)(?![\w’'])"
_D = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_Y = r"(?P<year>1[5-9]\d\d|20\d\d)(?![\d%]|,\d{3}|\.\d)"
_W = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon\.|Tues?\.|Wed\.|Thu(?:rs?)?\.|Fri\.|Sat\.|Sun\.)"
_P = r"(?:[ ](?P<part>morning|afternoon|evening|night|midday|noon))?(?!\w)"
_COUNT = rf"(?P<count>\d{{1,3}}|an?|a few|several|a couple of|{'|'.join(list(SMALL)[1:])})"
_SPAN = r"(?P<unit>day|week|month|year|decade|hour|minute)s?"
_TURNS = r"(?P<turn>[Ll]ast|[Tt]his|[Nn]ext|[Cc]oming)"


class DateExpression(msgspec.Struct, frozen=True):
    """A date as printed at `[start, end)` with its TIMEX3 `value`."""

    start: int
    end: int
    value: str


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[DateExpression]:
    """The expressions of dates and of times of day in `text[start:end]`, in order, none overlapping."""
    end = len(text) if end is None else end
    found: list[DateExpression] = []
    taken: list[Span] = []
    folded = text[start:end].casefold()
    signs = {sign for sign, pattern in _SIGNS.items() if pattern.search(folded)}
    for rule in _RULES:
        if not signs >= rule.signs:
            continue
        for match in rule.pattern.finditer(text, start, end):
            timex = rule.value(match)
            if timex and not overlaps(taken, *match.span()):
                insort(taken, match.span())
                found.append(DateExpression(match.start(), match.end(), timex))
    return sorted(found, key=lambda date: date.start)


def _month(match: re.Match[str]) -> str:
    word = match["month"].lower().rstrip(".")
    number = _ABBREVIATED.get(word[:4]) or _ABBREVIATED.get(word[:3]) or MONTHS.index(word) + 1
    return f"{number:02d}"


def _group(match: re.Match[str], name: str) -> str:
    return (match.groupdict().get(name) or "").lower()


def _part(match: re.Match[str]) -> str:
    return _PARTS.get(_group(match, "part"), "")


def _full(match: re.Match[str]) -> str | None:
    month = _month(match)
    if int(match["day"]) > (29 if month == "02" else 30 if month in ("04", "06", "09", "11") else 31):
        return None
    return f"{_group(match, 'year') or 'XXXX'}-{month}-{int(match['day']):02d}{_part(match)}"


def _numeric(match: re.Match[str]) -> str | None:
    if not (0 < int(match["m"]) < 13 and 0 < int(match["day"]) < 32):
        return None
    return f"{match['year']}-{int(match['m']):02d}-{int(match['day']):02d}"


def _month_year(match: re.Match[str]) -> str:
    if turn := _group(match, "turn"):
        return f"UNDEF-{_TURN[turn]}-year-{_month(match)}"
    return f"{_group(match, 'year') or 'XXXX'}-{_month(match)}"


def _weekday(match: re.Match[str]) -> str:
    number = 1 + next(i for i, day in enumerate(WEEKDAYS) if day.startswith(match["weekday"].lower()[:3]))
    turn = _group(match, "turn")
    return f"UNDEF-{_TURN[turn]}-W{number}{_part(match)}" if turn else f"XXXX-WXX-{number}{_part(match)}"


def _named_month(match: re.Match[str]) -> str:
    return f"UNDEF-{_TURN[_group(match, 'turn')]}-M{_month(match)}"


def _period(match: re.Match[str]) -> str:
    unit = _group(match, "unit")
    day = f"-{int(match['day']):02d}" if _group(match, "day") else ""
    return f"UNDEF-{_TURN[_group(match, 'turn')]}-{unit}{day}"


def _this_part(match: re.Match[str]) -> str:
    turn = {"last": "last", "this": "this"}[_group(match, "turn")]
    return f"UNDEF-{turn}-day{_part(match)}"


def _distance(match: re.Match[str]) -> str | None:
    count = _group(match, "count")
    if count in ("a few", "several", "a couple of") or match["unit"] in ("hour", "minute"):
        return None
    number = SMALL.get(count) or (1 if count in ("a", "an") else float(count))
    way = _group(match, "way")
    anchor = "" if way in ("ago", "from now", "from today") else "REF-"
    sign = "minus" if way in ("ago", "earlier", "before") else "plus"
    return f"UNDEF-{anchor}{sign}-{number:g}-{match['unit'].lower()}"


def _day_of_month(match: re.Match[str]) -> str:
    return f"XXXX-XX-{int(match['day']):02d}{_PARTS.get(_group(match, 'part'), '')}"


_CAPITAL_BEFORE = re.compile(r"\b[A-Z]\w* $")


def _relative_day(match: re.Match[str]) -> str | None:
    if match[0][0].isupper() and _CAPITAL_BEFORE.search(match.string, max(0, match.start() - 24), match.start()):
        return None  # "Lindby Today" is a paper.
    return f"UNDEF-{_RELATIVE_DAYS[match[0].lower()]}"


def _part_of_year(match: re.Match[str]) -> str:
    """A quarter or a half in TIMEX3; "late 2026" is in the second half."""
    if edge := _group(match, "edge"):
        return f"{match['year']}-H{1 if edge == 'early' else 2}"
    quarters = match["kind"] == "quarter"
    number = _NTH.get(match["nth"].lower(), 4 if quarters else 2)
    return f"{match['year']}-{'Q' if quarters else 'H'}{number}"


def _year(match: re.Match[str]) -> str:
    return match["year"]


def _neighbour_day(match: re.Match[str]) -> str:
    word = _group(match, "which")
    offset = {"same": "plus-0", "next": "plus-1", "following": "plus-1", "previous": "minus-1"}
    return f"UNDEF-REF-{offset.get(word, 'plus-0')}-day{_part(match)}"


def _decade(match: re.Match[str]) -> str:
    if name := _group(match, "name"):
        return f"19{_DECADES[name]}"
    return match["decade"][:3] if len(match["decade"]) == 4 else f"19{match['decade'][0]}"


def _clock(match: re.Match[str]) -> str | None:
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


# Most sentences have no date: a rule is tried only where the signs that it needs are, in the case-folded text.
_SIGNS = {
    "digit": re.compile(r"\d"),
    "month": re.compile(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"),
    "weekday": re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)(?:\w{0,6}day|\w{0,6}\.)"),
    "unit": re.compile(
        r"day|week|month|year|decade|century|summer|winter|spring|autumn|fall|morning|noon|evening|night"
    ),
    "decade": re.compile(r"ties\b"),
}


class _Rule(msgspec.Struct, frozen=True):
    signs: frozenset[str]
    pattern: re.Pattern[str]
    value: Callable[[re.Match[str]], str | None]


def _rule(signs: str, pattern: str, value: Callable[[re.Match[str]], str | None], flags: int = 0) -> _Rule:
    return _Rule(frozenset(signs.split()), re.compile(rf"(?<![\w’'$£€-])(?:{pattern})", flags), value)


def _after(words: str) -> str:
    """A condition that one of these words stands before, in lower case or with a capital."""
    forms = [form for word in words.split() for form in (word, word.capitalize())]
    return "(?:" + "|".join(f"(?<={form} )" for form in forms) + ")"


_EDGE = r"(?:(?:early|late|mid|earlier|later|the (?:start|end|beginning|middle) of)[ -](?:in )?)?"
_OF_YEAR = rf"(?:(?:of )?(?P<turn>last|this|next) year|(?:of )?{_Y})"
_NOT_A_DAY = r"(?![\d%]|,\d{3}|\.\d|:\d)"
_PART_OF = r"(?:(?:the )?(?P<part>morning|afternoon|evening|night) of )"
# "the 45th anniversary", "the 20th Century Club" are no days.
_NOT_ORDINAL = r"(?! [A-Za-z]+(?:ary|ury|versary|birthday|time)\b)(?![ -][A-Z]|-)"
_NOUN_AFTER = r"(?![\w’'-])(?! (?:people|[a-z]+s)\b)"
_PERIODS = "week|month|year|decade|weekend|century|summer|winter|spring|autumn|fall"
_CLOCK_DIGITS = r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![:\d])"

_IN_THE_PART = r"(?: in the (?P<part>morning|afternoon|evening))?"

# Where two overlap, the first is kept, so longer expressions stand first.
_RULES: tuple[_Rule, ...] = (
    _rule("digit", r"(?P<year>[12]\d{3})-(?P<m>\d\d?)-(?P<day>\d\d?)(?:T[\d:]+Z?)?(?!\w)", _numeric),
    _rule("digit", r"(?P<m>\d\d?)/(?P<day>\d\d?)/(?P<year>20\d\d|19\d\d)(?!\w)", _numeric),
    _rule("digit", r"(?P<day>1[3-9]|2\d|3[01])/(?P<m>\d\d?)/(?P<year>20\d\d|19\d\d)(?!\w)", _numeric),
    _rule("digit", r"(?P<day>\d\d?)\.(?P<m>\d\d?)\.(?P<year>20\d\d|19\d\d)(?!\w)", _numeric),
    _rule("digit month", rf"(?:{_W},? )?(?:the )?{_D}(?: of)? {_M},? {_Y}", _full),
    _rule("digit month", rf"(?:{_W},? )?{_M} (?:the )?{_D},? ?(?:{_Y})", _full),
    _rule("digit month", rf"(?:{_W},? )?(?:the )?{_D}(?: of)? {_M}{_P}(?! \d)", _full),
    _rule("digit month", rf"(?:{_W},? )?{_M} (?:the )?{_D}{_NOT_A_DAY}(?:[-–]\d\d?)?{_P}", _full),
    _rule("month", rf"{_EDGE}{_M},? {_OF_YEAR}", _month_year),
    _rule("digit unit", rf"(?:the )?{_D} of {_TURNS} (?P<unit>month)\b", _period),
    _rule("weekday", rf"(?:{_TURNS} )?{_W}(?![\w-]){_P}", _weekday),
    _rule("month", rf"(?:the )?{_TURNS} {_M}(?! \d)", _named_month),
    _rule("month", rf"(?:{_after('in since by until from during late early')}|[Mm]id-){_M}", _month_year),
    _rule("digit", rf"(?:{_after('of on by until')}|{_PART_OF})the {_D}(?<=[a-z]){_NOT_ORDINAL}", _day_of_month),
    _rule("unit", rf"(?:{'|'.join(_RELATIVE_DAYS)})(?!\w)", _relative_day, re.IGNORECASE),
    _rule("unit", r"(?P<turn>this|last) (?P<part>morning|afternoon|evening|night)\b", _this_part, re.IGNORECASE),
    _rule(
        "unit",
        r"(?:on )?(?:the|that|this) (?P<which>same|next|following|previous) day\b(?! (?:of|care))",
        _neighbour_day,
        re.I,
    ),
    _rule("unit", r"on (?:that|this) day\b", _neighbour_day, re.IGNORECASE),
    _rule("unit", rf"(?:(?:earlier|later|late|early|the end of) )?{_TURNS} (?P<unit>{_PERIODS})\b(?![-’'])", _period),
    _rule(
        "unit",
        rf"{_COUNT} {_SPAN} (?P<way>ago|earlier|later|from now|before|afterwards)\b(?! than)",
        _distance,
        re.IGNORECASE,
    ),
    _rule(
        "digit",
        r"(?:(?:the )?(?P<nth>first|second|third|fourth|last|final) (?P<kind>quarter|half) of"
        rf"|(?P<edge>early|late)(?: in)?)[ -]{_Y}{_NOUN_AFTER}",
        _part_of_year,
        re.IGNORECASE,
    ),
    _rule(
        "digit",
        rf"{_after('in since by until during from of early late before after the for and to year')}{_Y}{_NOUN_AFTER}",
        _year,
    ),
    _rule(
        "digit",
        r"(?:the )?(?:(?:early|late|mid)[ -])?(?:(?P<decade>(?:1[6-9]|20)\d0|(?<=[’'])[2-9]0)[’']?s)(?!\w)",
        _decade,
    ),
    _rule("decade", rf"the (?:(?:early|late|mid)[ -])?(?P<name>{'|'.join(_DECADES)})\b", _decade),
    _rule(
        "digit", r"(?P<hour>\d\d?)(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap])(?:m\b|\.m\b\.?)", _clock, re.IGNORECASE
    ),
    _rule("digit", rf"{_after('at by until around before after')}{_CLOCK_DIGITS}{_IN_THE_PART}", _clock),
    _rule("unit", rf"{_after('at by until around before after')}(?P<word>noon|midnight|midday)\b", _clock),
)
