"""Hedges: how exactly a figure is meant, and the interval that it then stands for.

The classes follow the quantifiers of TIMEX3's `mod` attribute (APPROX, LESS_THAN, EQUAL_OR_MORE, …).
"""

from __future__ import annotations

import re

from digest import Hedge

_BEFORE: tuple[tuple[Hedge, str], ...] = (
    ("at-least", r"at least|no fewer than|no less than|not less than|not fewer than|a minimum of"),
    (
        "at-most",
        r"up to|at most|no more than|not more than|as many as|as much as|as long as|a maximum of|at the most",
    ),
    ("less-than", r"less than|fewer than|under|below|lower than|shorter than|within|just inside"),
    (
        "more-than",
        r"more than|over|above|in excess of|upwards? of|greater than|longer than|north of|better than"
        r"|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|eclips(?:es|ed|ing)|tops|topped|topping",
    ),
    ("nearly", r"nearly|almost|close to|approaching|just shy of|just short of|just under|not quite"),
    (
        "about",
        r"about|around|approximately|approx\.|roughly|some|circa|an estimated|estimated|in the region of"
        r"|in the neighbou?rhood of|on the order of|something like|or so|more or less|perhaps|maybe|~",
    ),
)
_AFTER: tuple[tuple[Hedge, str], ...] = (
    ("about", r"or so\b|or thereabouts\b|-?ish\b|-odd\b"),
    ("at-least", r"or (?:more|longer|older|higher|over|greater|above)\b|-?plus\b|\+|and (?:counting|up|over)\b"),
    ("at-most", r"or (?:less|fewer|under|below|younger|shorter)\b"),
)
_LEFT = re.compile(
    r"(?<![\w-])(?:(?:just|only|well|far|slightly|a little|a bit|much|of|for|than|and|or|by|to|at) )?(?:"
    + "|".join(f"(?P<h{number}>{words})" for number, (_, words) in enumerate(_BEFORE))
    + r")(?: (?:the|about|around|approximately))?\s?$",
    re.IGNORECASE,
)
_RIGHT = re.compile(r"\s?(?:" + "|".join(f"(?P<h{n}>{words})" for n, (_, words) in enumerate(_AFTER)) + ")")
_LONGEST = 40

# How far a round or hedged figure may be from what it stands for, as a share of it.
_APPROXIMATE = 0.10
_ROUNDING = 0.05

Bounds = tuple[float | None, float | None]


def hedge_before(text: str, position: int, start: int = 0) -> tuple[Hedge, int]:
    """The hedge that ends at `position` and where it begins; ("exact", position) where there is none."""
    match = _LEFT.search(text, max(start, position - _LONGEST), position)
    if match is None or match.lastgroup is None:
        return "exact", position
    return _BEFORE[int(match.lastgroup[1:])][0], match.start(match.lastgroup)


def hedge_after(text: str, position: int) -> tuple[Hedge, int]:
    """The hedge that begins at `position` ("or so", "or more", "+") and where it ends."""
    match = _RIGHT.match(text, position)
    if match is None or match.lastgroup is None:
        return "exact", position
    return _AFTER[int(match.lastgroup[1:])][0], match.end()


def bounds(value: float, hedge: Hedge) -> Bounds:
    """The interval that a hedged figure stands for: (low, high), None where it is open.

    "More than" and "less than" exclude their bound; who compares must look at the hedge. "About" allows a
    tenth either way, "nearly" a tenth below.
    """
    spread = abs(value) * _APPROXIMATE
    if hedge == "about":
        return value - spread, value + spread
    if hedge == "nearly":
        return value - spread, value
    if hedge in ("at-least", "more-than"):
        return value, None
    if hedge in ("at-most", "less-than"):
        return None, value
    return value, value


def rounding(value: float, discrete: bool = True) -> float:
    """How far off a figure can be that was rounded to the digits it is given in.

    Half of its last significant digit, but at most a twentieth of it: "300,000" may stand for 298,400, not
    for 260,000. Discrete things below a hundred are taken to have been counted.
    """
    if not value or (discrete and abs(value) <= 100):
        return 0.0
    step = _last_digit(abs(value))
    return min(step / 2, abs(value) * _ROUNDING) if discrete else min(step / 2, abs(value) * _APPROXIMATE)


def _last_digit(value: float) -> float:
    """The place value of the last digit that is not zero; halves count as such (5.5 has a step of 0.5)."""
    if value % 1 == 0.5:
        return 0.5
    digits = f"{value:.4f}".rstrip("0")
    if not digits.endswith("."):
        return float(10.0 ** -(len(digits) - digits.index(".") - 1))
    whole = digits[:-1]
    return float(10 ** (len(whole) - len(whole.rstrip("0"))))
