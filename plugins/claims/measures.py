"""Claims of measures: money, ages, magnitudes, durations and other units, percentages and shares.

Each of the public functions that take a sentence and a number is a rule: it gives a claim or None.
"""

from __future__ import annotations

import re

import msgspec

from digest import Claim, ClaimKind

from ..english.hedges import bounds, hedge_after
from ..english.numbers import Number, find_numbers
from . import counting
from .context import Sentence, claim
from .units import CURRENCIES, PrintedUnit, Unit, currency_before, rate_after, unit_after

_LINK = re.compile(r"(?:,? and |, | )(?=[\da-z])")
_AND_A_PART = re.compile(r" and an? (?P<part>half|quarter)\b")
_AGE_AFTER = re.compile(r"[ -]years?[ -]olds?\b|[ -]year-olds?\b")
_AGE_BEFORE = re.compile(r"\b(?:aged?|age of|turn(?:s|ed|ing)) $", re.IGNORECASE)
_DECADE_BEFORE = re.compile(r"\bin (?:his|her|their)(?: early| mid| mid-| late)? ?$")
_APPOSED = re.compile(r"(?P<name>[A-Z][\w’'-]{1,40}(?: (?:Jr|Sr)\.?)?), $")
_WAS = re.compile(
    r"(?:\b(?P<name>[A-Z][\w’'-]+),? who|\bwhose [a-z]+ (?P<kin>[A-Z][\w’'-]+)|\b[Ss]?[Hh]e) (?:was|is|would be)"
    r" (?:just |only )?$"
)
_AFTER_AGE = re.compile(r"[,.;)]|(?: and| when| at the time)\b")
_RATE_BEFORE = re.compile(r"\b(?:for|than|about|nearly|almost|over|last(?:s|ed|ing)?|took|within|least|spent|just) $")
_MAGNITUDE_BEFORE = re.compile(r"\bmagnitude(?: of)?[ -](?:about |around )?$", re.IGNORECASE)
_MAGNITUDE_AFTER = re.compile(r"[- ]magnitude\b")
_CHANGE = re.compile(r"\bfrom (?:about |around |some |nearly |roughly |more than |just )?[$£€]?$")
_LONG = re.compile(r"-long\b")
# "Two hours later" and "four hours into the flight" are when, not how long.
DISTANCE = re.compile(r" (?:ago|later|earlier|sooner|afterwards|into)\b")
# "Over two days" is during them, "for over two days" more than them.
_DURING = re.compile(
    r"(?<!\bfor )(?<!\bjust )(?<!\bwell )(?<!\ba little )(?<!\blasted )(?<!\btook )\bover $", re.IGNORECASE
)


def money(sentence: Sentence, number: Number) -> Claim | None:
    """Sums: "$7 billion in aid", "300 euros", "millions of dollars", "$80 a barrel"."""
    text, end = sentence.text, number.end
    sign = currency_before(text, number.figure, sentence.start)
    word = unit_after(text, number.end + _of(text, number), sentence.end)
    if sign is not None:
        unit, start = sign
    elif word is not None and word.unit in CURRENCIES.values():
        unit, start, end = word.unit, number.figure, word.end
    else:
        return None
    per = rate_after(text, end, sentence.end)
    if per is not None:
        unit, end = Unit(f"{unit.name}/{per[0]}", f"{unit.base}/{per[0]}", unit.factor), per[1]
    counted = counting.purpose_after(text, end, sentence.end) or _head(sentence, end)
    return measured(sentence, number, min(number.start, start), end, unit, "money", counted, "money amount")


def age(sentence: Sentence, number: Number) -> Claim | None:
    """Ages: "an 18-year-old sailor", "aged 70", "Ida Holm, 45,"."""
    text = sentence.text
    old = _AGE_AFTER.match(text, number.end, sentence.end)
    year = Unit("year old", "year old")
    if old:
        holder = counting.noun_after(text, old.end(), sentence.end, plural=False)
        if holder and text[begin := text.rfind(" ", 0, holder.end) + 1].isupper():
            holder = counting.Counted(text[begin : holder.end], holder.end)
        return measured(sentence, number, number.start, old.end(), year, "number", holder, "age")
    if not 0 < number.value < 116 or number.value % 1 or number.form != "cardinal":
        return None
    if number.value % 10 == 0 and _DECADE_BEFORE.search(text, max(sentence.start, number.start - 16), number.start):
        if not text.startswith("s", number.end):
            return None
        decade = msgspec.structs.replace(number, low=number.value, high=number.value + 9, hedge="about")
        return measured(sentence, decade, number.start, number.end + 1, year, "number", None, "age by the decade")
    before = _AGE_BEFORE.search(text, max(sentence.start, number.start - 12), number.start)
    name = _APPOSED.search(text, max(sentence.start, number.start - 40), number.start)
    was = _WAS.search(text, max(sentence.start, number.start - 40), number.start)
    if was and number.hedge == "exact" and _AFTER_AGE.match(text, number.end):
        name_before = was["name"] or was["kin"]
        of_name = counting.Counted(name_before, number.end) if name_before else None
        return measured(sentence, number, number.start, number.end, year, "number", of_name, "age after was")
    if before and not unit_after(text, number.end, sentence.end):
        return measured(sentence, number, before.start(), number.end, year, "number", None, "age")
    if (
        name
        and number.hedge == "exact"
        and text[number.end : number.end + 1] in (",", ".", ";", ")")
        and name["name"][-1] != "s"
    ):
        holder = counting.Counted(name["name"], number.end)
        return measured(sentence, number, number.start, number.end, year, "number", holder, "age after a name")
    return None


def magnitude(sentence: Sentence, number: Number) -> Claim | None:
    """Magnitudes of earthquakes: "magnitude 6.4", "a 6.4-magnitude quake"."""
    text = sentence.text
    before = _MAGNITUDE_BEFORE.search(text, max(sentence.start, number.start - 24), number.start)
    after = _MAGNITUDE_AFTER.match(text, number.end, sentence.end)
    if not (before or after) or number.value > 10:
        return None
    start, end = (before.start() if before else number.start), (after.end() if after else number.end)
    return measured(sentence, number, start, end, Unit("magnitude", "magnitude"), "number", None, "magnitude")


def measure(sentence: Sentence, number: Number) -> Claim | None:
    """Numbers with a unit: durations, percentages, lengths, masses, temperatures, speeds."""
    text = sentence.text
    printed = unit_after(text, number.end + _of(text, number), sentence.end)
    if printed is None or number.form in ("ordinal", "score") or printed.unit in CURRENCIES.values():
        return None
    number, printed = _with_part(text, number, printed, sentence.end)
    number, printed = _compound(sentence, number, printed)
    unit = printed.unit
    kind: ClaimKind = "duration" if unit.base == "hour" else "percent" if unit.base.startswith("percent") else "number"
    if kind == "duration" and not _is_duration(sentence, number, printed.end):
        return None
    if kind == "duration" and _DURING.search(text, max(sentence.start, number.start - 12), number.figure):
        number = _revalued(msgspec.structs.replace(number, start=number.figure, hedge="exact"), number.value)
    counted = counting.noun_of(text, printed.end, sentence.end) or _head(sentence, printed.end)
    if _LONG.match(text, printed.end):
        counted = _head(sentence, printed.end + len("-long"))
    if unit.base == "metre":
        counted = counting.aspect(text, sentence.start, number.start, printed.end, sentence.end) or counted
    return measured(sentence, number, number.start, printed.end, unit, kind, counted, "number and unit")


def share(sentence: Sentence, number: Number) -> Claim | None:
    """Fractions, as percentages: "two-thirds of voters", "one in five children"."""
    if number.form != "fraction":
        return None
    counted = counting.noun_of(sentence.text, number.end, sentence.end) or counting.noun_after(
        sentence.text, number.end, sentence.end, plural=True
    )
    if counted is None:
        return None
    unit = Unit("percent", "percent", 100.0)
    return measured(sentence, number, number.start, counted.end, unit, "percent", counted, "fraction of something")


# ── parts of rules ─────────────────────────────────────────────────────────────────────────────────────────────


def measured(
    sentence: Sentence,
    number: Number,
    start: int,
    end: int,
    unit: Unit,
    kind: ClaimKind,
    counted: counting.Counted | None,
    rule: str,
) -> Claim:
    """The claim that a number of some unit makes, its bounds in the unit's base."""
    number, end = _hedged_after(sentence, number, end)
    low, high = (None if bound is None else bound * unit.factor + unit.offset for bound in (number.low, number.high))
    # A unit of "percent" or money multiplies what is printed ("a third", "50 cents"); measures keep their own name.
    printed = unit.factor if unit.name == unit.base else 1.0
    top = f"-{plain((number.high or 0) * printed)}" if number.hedge == "range" else ""
    if _CHANGE.search(sentence.text, max(sentence.start, number.figure - 24), number.figure):
        rule = f"{rule}, before a change"
    return claim(
        sentence,
        start,
        max(end, counted.end) if counted else end,
        rule,
        kind=kind,
        value=f"{plain(number.value * printed)}{top} {unit.name}",
        low=low,
        high=high,
        unit=unit.base,
        hedge=number.hedge,
        counted=counted.noun if counted else None,
    )


def _hedged_after(sentence: Sentence, number: Number, end: int) -> tuple[Number, int]:
    """The number with the hedge that stands after its unit: "9 feet or more", "two hours or so"."""
    if number.hedge != "exact" or number.form != "cardinal" or not sentence.text.startswith((" or ", " and "), end):
        return number, end
    hedge, stop = hedge_after(sentence.text, end)
    if hedge == "exact" or stop > sentence.end:
        return number, end
    low, high = bounds(number.value, hedge)
    return msgspec.structs.replace(number, low=low, high=high, hedge=hedge), stop


def plain(value: float) -> str:
    """A number without needless zeros, to three decimals."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _head(sentence: Sentence, end: int) -> counting.Counted | None:
    """The noun that a measure stands before: "a 30-hour voyage", "the $9 billion harbour repair bill"."""
    return counting.noun_after(sentence.text, end, sentence.end, plural=False)


def _with_part(text: str, number: Number, printed: PrintedUnit, end: int) -> tuple[Number, PrintedUnit]:
    """ "an hour and a half": the part stands after the unit."""
    part = _AND_A_PART.match(text, printed.end, end)
    if part is None:
        return number, printed
    value = number.value + (0.5 if part["part"] == "half" else 0.25)
    return _revalued(number, value), PrintedUnit(printed.unit, part.end())


def _revalued(number: Number, value: float) -> Number:
    low, high = bounds(value, number.hedge)
    return Number(
        start=number.start, end=number.end, figure=number.figure, value=value, low=low, high=high, hedge=number.hedge
    )


def _compound(sentence: Sentence, number: Number, printed: PrintedUnit) -> tuple[Number, PrintedUnit]:
    """ "two hours and 20 minutes", "5 feet 10 inches": one measure in two units of one dimension."""
    text = sentence.text
    link = _LINK.match(text, printed.end, sentence.end)
    if link is None or number.form != "cardinal":
        return number, printed
    following = next(iter(find_numbers(text, link.end(), min(sentence.end, link.end() + 24))), None)
    if following is None or following.start != link.end() or following.hedge != "exact":
        return number, printed
    smaller = unit_after(text, following.end, sentence.end)
    if smaller is None or smaller.unit.base != printed.unit.base or smaller.unit.factor >= printed.unit.factor:
        return number, printed
    value = number.value + following.value * smaller.unit.factor / printed.unit.factor
    return _revalued(number, value), PrintedUnit(printed.unit, smaller.end)


def _is_duration(sentence: Sentence, number: Number, end: int) -> bool:
    """Whether a number of hours or days tells how long something took; "a day" and "an hour" mostly give a rate."""
    text = sentence.text
    if DISTANCE.match(text, end):
        return False
    if text[number.figure : number.figure + 3].lower().startswith(("a ", "an", "one")):
        before = text[max(sentence.start, number.start - 12) : number.start]
        return number.hedge != "exact" or bool(_RATE_BEFORE.search(before)) or text[end - 1 : end + 1].endswith("-")
    return True


def _of(text: str, number: Number) -> int:
    """How far the unit of a number in millions or the like is off: "millions of dollars", "24 million of pesos"."""
    in_powers = number.form == "vague" or text.endswith("illion", number.start, number.end)
    return len(" of") if in_powers and text.startswith(" of ", number.end) else 0
