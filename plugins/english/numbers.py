"""Numbers in running text with their hedges and ranges, as offsets and intervals.

Figures come from `figures`, hedges from `hedges`; what a number counts is not decided here.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from digest import Hedge

from .figures import Figure, find_figures
from .hedges import bounds, hedge_after, hedge_before

NumberForm = Literal["cardinal", "ordinal", "fraction", "vague", "range", "score"]

_TO = re.compile(r" ?[-–—] ?| to | or ")
_BETWEEN = re.compile(r"\bbetween [$£€¥]?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom (?:(?:about|around|some|nearly|roughly) )?[$£€¥]?$", re.IGNORECASE)
_SIGN = re.compile(r"(?:\b(?:US|A|C|NZ|HK|S|R))?[$£€¥₹]$")
_CONTEST = re.compile(
    r"\b(?:won|wins?|winning|beat|beats|beating|defeat\w*|vot\w+|ruling|ruled|decision|decided|victory|scor\w+|draw"
    r"|drew|led|tied|majority|margin|pass\w*|reject\w*|approv\w*|split)\b",
    re.IGNORECASE,
)
_LOST = re.compile(r"\b(?:lost|losing|loses|lose|defeated|beaten|down)\b[^.;]{0,40}$", re.IGNORECASE)


class Number(msgspec.Struct, frozen=True, kw_only=True):
    """A number as printed at `[start, end)`, its hedge included; `figure` is where the number itself starts.

    `value` is the number, for a range its lower end, for a score its first part. `low` and `high` bound what
    it can stand for, None where that is open; of a score they are the two parts.
    """

    start: int
    end: int
    figure: int
    value: float
    low: float | None
    high: float | None
    hedge: Hedge = "exact"
    form: NumberForm = "cardinal"


def find_numbers(text: str, start: int = 0, end: int | None = None) -> list[Number]:
    """The numbers of `text[start:end]`, in order, none overlapping.

    Currency signs and units are not part of a number; "a dozen", "two-thirds", "10-15", "between three and
    five", "dozens" and "21st" are. `start` should be the start of a sentence.
    """
    figures = list(find_figures(text, start, len(text) if end is None else end))
    numbers: list[Number] = []
    index = 0
    while index < len(figures):
        pair = _pair(text, figures[index], figures[index + 1], start) if index + 1 < len(figures) else None
        numbers.append(pair or _single(text, figures[index], start))
        index += 2 if pair else 1
    return numbers


def _pair(text: str, first: Figure, second: Figure, start: int) -> Number | None:
    """Two figures that are one number: a range, a score, a share; None if they are two numbers."""
    if not first.form == second.form == "cardinal":
        return None
    between = text[first.end : second.start].lstrip("%").replace("$", "").replace("£", "").replace("€", "")
    before = text[max(start, first.start - 24) : first.start]
    if between in (" in ", " out of ") and 0 < first.value < second.value and first.value < 10:
        return _single(text, Figure(first.start, second.end, first.value / second.value, "fraction"), start)
    if between == " and " and _BETWEEN.search(before):
        return _range(text, first, second, start)
    if not _TO.fullmatch(between) or _FROM.search(before):
        return None
    if between.strip() != "or" and _is_score(text, first, second, start):
        return Number(
            start=first.start,
            end=second.end,
            figure=first.start,
            value=first.value,
            low=first.value,
            high=second.value,
            form="score",
        )
    return _range(text, first, second, start)


def _is_score(text: str, first: Figure, second: Figure, start: int) -> bool:
    """Whether two figures tell a contest's outcome: "3-2", "voted 52 to 48", "lost 1-3"."""
    if first.value >= 700 or second.value >= 700:
        return False
    if first.value < second.value:
        return bool(_LOST.search(text, max(start, first.start - 50), first.start)) and text[first.end] in "-–"
    near = text[max(start, first.start - 60) : first.start] + text[second.end : second.end + 30]
    return text[first.end] in "-–" or bool(_CONTEST.search(near))


def _range(text: str, first: Figure, second: Figure, start: int) -> Number | None:
    low, high = first.value, second.value
    # "5 to 10 million": the power of ten belongs to both.
    scale = next((s for s in (1e12, 1e9, 1e6, 1e3) if high >= s and text[second.end - 1].isalpha()), 1.0)
    low *= scale if low < high / scale else 1.0
    if low >= high:
        return None
    before = _BETWEEN.search(text, max(start, first.start - 12), first.start)
    return Number(
        start=before.start() if before else _sign(text, first.start, start),
        end=second.end,
        figure=first.start,
        value=low,
        low=low,
        high=high,
        hedge="range",
        form="range",
    )


def _single(text: str, figure: Figure, start: int) -> Number:
    hedge, begin = hedge_before(text, _sign(text, figure.start, start), start)
    end = figure.end
    if hedge == "exact":
        begin = figure.start
        hedge, end = hedge_after(text, figure.end)
    low, high = bounds(figure.value, hedge)
    if figure.top is not None:
        low, high, hedge = figure.value, figure.top, "about"
    return Number(
        start=begin,
        end=end,
        figure=figure.start,
        value=figure.value,
        low=low,
        high=high,
        hedge=hedge,
        form=figure.form,
    )


def _sign(text: str, position: int, start: int) -> int:
    """The start of a currency sign that ends at `position`, else `position`."""
    match = _SIGN.search(text, max(start, position - 4), position)
    return match.start() if match else position
