"""Claims of dates, and the day that an article's partial and relative dates are counted from."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from digest import Article, Claim

from ..english.calendar import Days, Direction, compatible, direction, resolve
from ..english.dates import DateExpression, find_dates
from .context import Sentence, claim
from .predicates import predicate

_DAY_PART = re.compile(r"(?<=[\dy])T(?:MO|AF|EV|NI|\d\d:\d\d)$")
_FULL_DATE = re.compile(r"\d{4}-\d\d-\d\d$")
_OLD_PHOTO = re.compile(r"\b(?:file|archive|undated)\b", re.IGNORECASE)
# A page that is younger by more than this than the dates it gives is a reprint or a copy.
_LONGEST_DELAY = 31
_OF_IT = re.compile(r"[’']s? ")
_DATE_RULES = {"T": "time of day", "U": "relative date"}


def date_expressions(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, DateExpression]]:
    """The expressions of dates of the sentences, in order."""
    for sentence in sentences:
        for found in find_dates(sentence.text, sentence.start, sentence.end):
            yield sentence, found


def reference_date(article: Article, found: Sequence[tuple[Sentence, DateExpression]]) -> datetime.date | None:
    """The day that "Friday" or "last month" is counted from in an article; None where it cannot be told.

    It is the day of publication, unless the captions are dated long before it and the weekdays of the text
    fit theirs: then the page is a later copy and the captions tell the day.
    """
    published = article.metadata.published
    told = {sentence.block for sentence, _ in found}
    old_photos = {block for block in told if _OLD_PHOTO.search(article.text, block.start, block.end)}
    dated = [
        datetime.date.fromisoformat(expression.value)
        for sentence, expression in found
        if _is_full(expression.value) and (sentence.block.kind == "caption" or published is None)
        and sentence.block not in old_photos
    ]  # fmt: skip
    latest = max((date for date in dated if published is None or date <= published), default=None)
    if published is None:
        return latest if latest and _weekdays_fit(latest, found) else None
    if latest is None or (published - latest).days <= _LONGEST_DELAY or not _weekdays_fit(latest, found):
        return published
    return latest


def _is_full(value: str) -> bool:
    try:
        return bool(_FULL_DATE.match(value)) and bool(datetime.date.fromisoformat(value))
    except ValueError:
        return False


def _weekdays_fit(date: datetime.date, found: Sequence[tuple[Sentence, DateExpression]]) -> bool:
    return any("WXX" in expression.value and compatible(expression.value, date.isoformat()) for _, expression in found)


def date_claims(found: Sequence[tuple[Sentence, DateExpression]], reference: datetime.date | None) -> Iterator[Claim]:
    """The claims that dates and times of day make, resolved against a reference as far as they can be.

    `low` and `high` are the first and last day as ordinals, unit "date"; of a time of day minutes after
    midnight, unit "time". `counted` is the action dated, `value` keeps what is printed: "XXXX-WXX-5" stays so.
    """
    day: datetime.date | None = None
    period: datetime.date | None = None
    told = _told_weekdays(found, reference)
    for sentence, expression in found:
        if expression.value.startswith("T"):
            # A line that is nothing but a time is a stamp of the page.
            if expression.end - expression.start < sentence.end - sentence.start - 1:
                yield _time_claim(sentence, expression)
            continue
        value = _DAY_PART.sub("", expression.value)
        anchor = reference if "REF" not in value else period if value.endswith(("month", "year", "decade")) else day
        tense = _tense(sentence, expression)
        days = told.get(value) if "WXX" in value and tense == "unknown" else resolve(value, anchor, tense)
        if days:
            period = datetime.date.fromordinal(days[0])
            day = period if days[0] == days[1] else None
        yield _date_claim(sentence, expression, value, days)


def _told_weekdays(
    found: Sequence[tuple[Sentence, DateExpression]], reference: datetime.date | None
) -> dict[str, Days]:
    """What day each weekday is in an article by what it says was or will be done then, the first time it does."""
    told: dict[str, Days] = {}
    for sentence, expression in found:
        value = _DAY_PART.sub("", expression.value)
        tense = _tense(sentence, expression)
        days = resolve(value, reference, tense) if "WXX" in value and tense != "unknown" else None
        if days:
            told.setdefault(value, days)
    if reference:
        told.setdefault(f"XXXX-WXX-{reference.isoweekday()}", (reference.toordinal(), reference.toordinal()))
    return told


def _tense(sentence: Sentence, expression: DateExpression) -> Direction:
    """Which way the verb that goes with a date points: the one in its clause, or else the last one before it.

    It is unknown for a weekday that only tells which thing is meant: "spoke of Tuesday's debate".
    """
    text, (start, end) = sentence.text, sentence.clause(expression.start)
    if "WXX" in expression.value and (
        _OF_IT.match(text, expression.end) or text.endswith("the ", sentence.start, expression.start)
    ):
        return "unknown"
    found = direction(text[start : expression.start], text[expression.end : max(end, expression.end)])
    return found if found != "unknown" else direction(text[sentence.start : expression.start])


def _date_claim(sentence: Sentence, expression: DateExpression, value: str, days: Days | None) -> Claim:
    rule = _DATE_RULES.get(value[0]) or ("date" if "X" not in value else "date in part")
    low, high = days or (None, None)
    counted = predicate(sentence.text, sentence.clause(expression.start), (expression.start, expression.end))
    return claim(
        sentence, expression.start, expression.end, rule, kind="date", value=value, low=low, high=high, unit="date",
        counted=counted,
    )  # fmt: skip


def _time_claim(sentence: Sentence, expression: DateExpression) -> Claim:
    minutes = 60.0 * int(expression.value[1:3]) + int(expression.value[4:6])
    return claim(
        sentence, expression.start, expression.end, "time of day", kind="date", value=expression.value,
        low=minutes, high=minutes, unit="time",
        counted=predicate(sentence.text, sentence.clause(expression.start), (expression.start, expression.end)),
    )  # fmt: skip
