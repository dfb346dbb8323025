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

from . import timex
from .numerals import SMALL
from .spans import overlaps

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
            value = rule.value(match)
            if value and not overlaps(taken, *match.span()):
                insort(taken, match.span())
                found.append(DateExpression(match.start(), match.end(), value))
    return sorted(found, key=lambda date: date.start)


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
    _rule("digit", r"(?P<year>[12]\d{3})-(?P<m>\d\d?)-(?P<day>\d\d?)(?:T[\d:]+Z?)?(?!\w)", timex.numeric),
    _rule("digit", r"(?P<m>\d\d?)/(?P<day>\d\d?)/(?P<year>20\d\d|19\d\d)(?!\w)", timex.numeric),
    _rule("digit", r"(?P<day>1[3-9]|2\d|3[01])/(?P<m>\d\d?)/(?P<year>20\d\d|19\d\d)(?!\w)", timex.numeric),
    _rule("digit", r"(?P<day>\d\d?)\.(?P<m>\d\d?)\.(?P<year>20\d\d|19\d\d)(?!\w)", timex.numeric),
    _rule("digit month", rf"(?:{_W},? )?(?:the )?{_D}(?: of)? {_M},? {_Y}", timex.full),
    _rule("digit month", rf"(?:{_W},? )?{_M} (?:the )?{_D},? ?(?:{_Y})", timex.full),
    _rule("digit month", rf"(?:{_W},? )?(?:the )?{_D}(?: of)? {_M}{_P}(?! \d)", timex.full),
    _rule("digit month", rf"(?:{_W},? )?{_M} (?:the )?{_D}{_NOT_A_DAY}(?:[-–]\d\d?)?{_P}", timex.full),
    _rule("month", rf"{_EDGE}{_M},? {_OF_YEAR}", timex.month_year),
    _rule("digit unit", rf"(?:the )?{_D} of {_TURNS} (?P<unit>month)\b", timex.period),
    _rule("weekday", rf"(?:{_TURNS} )?{_W}(?![\w-])(?! (?:Night|Morning)\b){_P}", timex.weekday),
    _rule("month", rf"(?:the )?{_TURNS} {_M}(?! \d)", timex.named_month),
    _rule("month", rf"(?:{_after('in since by until from during late early')}|[Mm]id-){_M}", timex.month_year),
    _rule("digit", rf"(?:{_after('of on by until')}|{_PART_OF})the {_D}(?<=[a-z]){_NOT_ORDINAL}", timex.day_of_month),
    _rule("unit", rf"(?:{'|'.join(timex.RELATIVE_DAYS)})(?!\w)", timex.relative_day, re.IGNORECASE),
    _rule("unit", r"(?P<turn>this|last) (?P<part>morning|afternoon|evening|night)\b", timex.this_part, re.IGNORECASE),
    _rule(
        "unit",
        r"(?:on )?(?:the|that|this) (?P<which>same|next|following|previous) day\b(?! (?:of|care))",
        timex.neighbour_day,
        re.I,
    ),
    _rule("unit", r"on (?:that|this) day\b", timex.neighbour_day, re.IGNORECASE),
    _rule(
        "unit", rf"(?:(?:earlier|later|late|early|the end of) )?{_TURNS} (?P<unit>{_PERIODS})\b(?![-’'])", timex.period
    ),
    _rule(
        "unit",
        rf"{_COUNT} {_SPAN} (?P<way>ago|earlier|later|from now|before|afterwards)\b(?! than)",
        timex.distance,
        re.IGNORECASE,
    ),
    _rule(
        "digit",
        r"(?:(?:the )?(?P<nth>first|second|third|fourth|last|final) (?P<kind>quarter|half) of"
        rf"|(?P<edge>early|late)(?: in)?)[ -]{_Y}{_NOUN_AFTER}",
        timex.part_of_year,
        re.IGNORECASE,
    ),
    _rule(
        "digit",
        rf"{_after('in since by until during from of early late before after the for and to year')}{_Y}{_NOUN_AFTER}",
        timex.year,
    ),
    _rule(
        "digit",
        r"(?:the )?(?:(?:early|late|mid)[ -])?(?:(?P<decade>(?:1[6-9]|20)\d0|(?<=[’'])[2-9]0)[’']?s)(?!\w)",
        timex.decade,
    ),
    _rule("decade", rf"the (?:(?:early|late|mid)[ -])?(?P<name>{'|'.join(timex.DECADES)})\b", timex.decade),
    _rule(
        "digit",
        r"(?P<hour>\d\d?)(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap])(?:m\b|\.m\b\.?)",
        timex.clock,
        re.IGNORECASE,
    ),
    _rule("digit", rf"{_after('at by until around before after')}{_CLOCK_DIGITS}{_IN_THE_PART}", timex.clock),
    _rule("unit", rf"{_after('at by until around before after')}(?P<word>noon|midnight|midday)\b", timex.clock),
)
