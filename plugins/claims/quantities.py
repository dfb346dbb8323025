"""Claims of numbers: money, measures, percentages, durations, ages, ranks, results and counts.

Each rule looks at one number and gives a claim or None; the first that gives one wins. A number that no rule
knows how to bind is no claim.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import msgspec

from digest import Claim, ClaimKind, Span

from ..english.hedges import bounds
from ..english.numbers import Number, find_numbers
from ..english.spans import overlaps
from . import counting
from .context import Sentence, claim, in_sentence_case
from .units import CURRENCIES, PrintedUnit, Unit, currency_before, rate_after, unit_after

Rule = Callable[[Sentence, Number], Claim | None]

_LINK = re.compile(r"(?:,? and |, | )(?=[\da-z])")
_AND_A_PART = re.compile(r" and an? (?P<part>half|quarter)\b")
_AGE_AFTER = re.compile(r"[ -]years?[ -]olds?\b|[ -]year-olds?\b")
_AGE_BEFORE = re.compile(r"\b(?:aged?|age of|turn(?:s|ed|ing)) $", re.IGNORECASE)
_APPOSED = re.compile(r"(?P<name>[A-Z][\w’'-]+(?: (?:Jr|Sr)\.?)?), $")
_RATE_BEFORE = re.compile(r"\b(?:for|than|about|nearly|almost|over|last(?:s|ed|ing)?|took|within|least|spent|just) $")
_MAGNITUDE_BEFORE = re.compile(r"\bmagnitude(?: of)?[ -](?:about |around )?$", re.IGNORECASE)
_MAGNITUDE_AFTER = re.compile(r"[- ]magnitude\b")
_VOTE = re.compile(
    r"\b(?:vot\w+|ballot|ruling|ruled|decision|majority|senate|house|council|board|committee)\b", re.IGNORECASE
)
_IDIOMS = frozenset(
    """minute lady half quarter place party hand world name class person degree rate base floor century amendment step
    responder lieutenant cousin thought look glance sight instance day week month year night family son daughter
    child wife husband home grade sergeant""".split()
)
# "Would first review it": an adverb.
_ADVERB_BEFORE = re.compile(r"\b(?:will|would|should|could|can|must|may|might|to|have|has|had) $")
_CHANGE = re.compile(r"\bfrom (?:about |around |some |nearly |roughly |more than |just )?[$£€]?$")
# "60 Minutes", "48 Hours": a unit with a capital is part of a name.
_NAMED_UNIT = re.compile(r" (?:Second|Minute|Hour|Day|Night|Week|Month|Year|Degree|Mile)s\b")
# "Two hours later" is when, not how long.
_DISTANCE = re.compile(r" (?:ago|later|earlier|afterwards)\b")
# "Six figures", "three things": nothing that accounts could differ on.
_NOT_COUNTED = frozenset("figure thing way side hand word time kind sort type".split())
# In a headline without capitals "flight 370" could be so many flights.
_NUMBERED = re.compile(
    r"\b(?:flight|route|highway|boeing|airbus|channel|article|section|room|apollo|area|level|phase|page) $"
)
# "Over two days" is during them, "for over two days" more than them.
_DURING = re.compile(
    r"(?<!\bfor )(?<!\bjust )(?<!\bwell )(?<!\ba little )(?<!\blasted )(?<!\btook )\bover $", re.IGNORECASE
)
_DEFINITE = re.compile(
    r"(?:\b(?:the|these|those|both|our|their|his|her|its|your|my|other|last|first|next)|[’']s?) $", re.IGNORECASE
)


def quantities(sentence: Sentence, taken: Sequence[Span]) -> Iterator[Claim]:
    """The claims that the numbers of a sentence make, outside the ranges that dates have taken, in order."""
    end = sentence.start
    sentence = in_sentence_case(sentence)
    for number in find_numbers(sentence.text, sentence.start, sentence.end):
        if number.figure < end or overlaps(taken, number.figure, number.end):
            continue
        found = next((made for rule in _RULES if (made := rule(sentence, number))), None)
        if found:
            end = found.end
            yield found


# ── rules ──────────────────────────────────────────────────────────────────────────────────────────────────


def _money(sentence: Sentence, number: Number) -> Claim | None:
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
    return _measured(sentence, number, min(number.start, start), end, unit, "money", counted, "money amount")


def _age(sentence: Sentence, number: Number) -> Claim | None:
    text = sentence.text
    old = _AGE_AFTER.match(text, number.end, sentence.end)
    year = Unit("year old", "year old")
    if old:
        holder = counting.noun_after(text, old.end(), sentence.end, plural=False)
        return _measured(sentence, number, number.start, old.end(), year, "number", holder, "age")
    if not 0 < number.value < 116 or number.value % 1 or number.form != "cardinal":
        return None
    before = _AGE_BEFORE.search(text, max(sentence.start, number.start - 12), number.start)
    name = _APPOSED.search(text, max(sentence.start, number.start - 40), number.start)
    if before and not unit_after(text, number.end, sentence.end):
        return _measured(sentence, number, before.start(), number.end, year, "number", None, "age")
    if (
        name
        and number.hedge == "exact"
        and text[number.end : number.end + 1] in (",", ".", ";", ")")
        and name["name"][-1] != "s"
    ):
        holder = counting.Counted(name["name"], number.end)
        return _measured(sentence, number, number.start, number.end, year, "number", holder, "age after a name")
    return None


def _magnitude(sentence: Sentence, number: Number) -> Claim | None:
    text = sentence.text
    before = _MAGNITUDE_BEFORE.search(text, max(sentence.start, number.start - 24), number.start)
    after = _MAGNITUDE_AFTER.match(text, number.end, sentence.end)
    if not (before or after) or number.value > 10:
        return None
    start, end = (before.start() if before else number.start), (after.end() if after else number.end)
    return _measured(sentence, number, start, end, Unit("magnitude", "magnitude"), "number", None, "magnitude")


def _measure(sentence: Sentence, number: Number) -> Claim | None:
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
    return _measured(sentence, number, number.start, printed.end, unit, kind, counted, "number and unit")


def _share(sentence: Sentence, number: Number) -> Claim | None:
    """Fractions, as percentages: "two-thirds of voters", "one in five children"."""
    if number.form != "fraction":
        return None
    counted = counting.noun_of(sentence.text, number.end, sentence.end) or counting.noun_after(
        sentence.text, number.end, sentence.end, plural=True
    )
    if counted is None:
        return None
    unit = Unit("percent", "percent", 100.0)
    return _measured(sentence, number, number.start, counted.end, unit, "percent", counted, "fraction of something")


def _rank(sentence: Sentence, number: Number) -> Claim | None:
    if number.form != "ordinal" or sentence.text[number.end : number.end + 1] == "-":
        return None
    if _ADVERB_BEFORE.search(sentence.text, max(sentence.start, number.start - 8), number.start):
        return None
    counted = counting.noun_after(sentence.text, number.end, sentence.end, plural=False)
    if (
        counted is None
        or {counted.noun, *sentence.text[number.end : counted.end].split()[:1]} & _IDIOMS
        or not sentence.text[counted.end - 1].islower()
    ):
        return None
    if not sentence.text[number.end + 1].islower():
        return None
    unit = Unit("rank", "rank")
    return _measured(sentence, number, number.start, counted.end, unit, "number", counted, "ordinal and noun")


def _score(sentence: Sentence, number: Number) -> Claim | None:
    if number.form != "score":
        return None
    unit = "vote" if _VOTE.search(sentence.text, sentence.start, sentence.end) else "score"
    value = f"{_plain(number.value)}-{_plain(number.high or 0)}"
    rule = "two numbers of a vote" if unit == "vote" else "two numbers of a score"
    end = number.end + sentence.text.startswith("%", number.end)
    return claim(
        sentence, number.start, end, rule, kind="number", value=value, unit=unit, counted=unit,
        low=number.value, high=number.value,
    )  # fmt: skip


def _count(sentence: Sentence, number: Number) -> Claim | None:
    if number.form not in ("cardinal", "vague", "range") or _is_year(sentence, number):
        return None
    text = sentence.text
    if unit_after(text, number.end, sentence.end) or _NAMED_UNIT.match(text, number.end):
        return None
    if sentence.folded and _NUMBERED.search(text, max(sentence.start, number.start - 12), number.start):
        return None
    noun = counting.noun_after(text, number.end, sentence.end, plural=number.value != 1) or (
        counting.noun_of(text, number.end, sentence.end) if _may_take_of(number) else None
    )
    after = noun.end if noun else number.end
    outcome = counting.casualty(text, sentence.start, number.start, after, sentence.end)
    end, rule = after, "number and thing counted"
    name = noun.noun if noun else None
    if (own := counting.casualty_noun(name)) is not None:
        name, outcome = None, (own, after)
    if outcome is not None:
        name, end, rule = (
            f"{counting.one_word_for_people(name)} {outcome[0]}",
            outcome[1],
            "number and what befell people",
        )
    elif sentence.folded or _is_anaphoric(sentence, number):
        return None
    elif name is None:
        name = counting.number_of(text, sentence.start, number.start)
        rule = "number of things named before"
    if name is None or name in _NOT_COUNTED:
        return None
    if name in ("people", "person"):
        name = "person"
    return _measured(sentence, number, number.start, end, Unit(name, name), "number", counting.Counted(name, end), rule)


_RULES: tuple[Rule, ...] = (_money, _age, _magnitude, _measure, _share, _rank, _score, _count)


# ── parts of rules ─────────────────────────────────────────────────────────────────────────────────────────


def _measured(
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
    low, high = (None if bound is None else bound * unit.factor + unit.offset for bound in (number.low, number.high))
    # A unit of "percent" or money multiplies what is printed ("a third", "50 cents"); measures keep their own name.
    printed = unit.factor if unit.name == unit.base else 1.0
    top = f"-{_plain((number.high or 0) * printed)}" if number.hedge == "range" else ""
    if _CHANGE.search(sentence.text, max(sentence.start, number.figure - 24), number.figure):
        rule = f"{rule}, before a change"
    return claim(
        sentence,
        start,
        max(end, counted.end) if counted else end,
        rule,
        kind=kind,
        value=f"{_plain(number.value * printed)}{top} {unit.name}",
        low=low,
        high=high,
        unit=unit.base,
        hedge=number.hedge,
        counted=counted.noun if counted else None,
    )


def _plain(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _head(sentence: Sentence, end: int) -> counting.Counted | None:
    """The noun that a measure stands before: "a 20-hour flight", "the $95 billion foreign aid package"."""
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
    if _DISTANCE.match(text, end):
        return False
    if (
        text[number.figure : number.figure + 2].lower() in ("a ", "an")
        or text[number.figure : number.figure + 3].lower() == "one"
    ):
        before = text[max(sentence.start, number.start - 12) : number.start]
        return number.hedge != "exact" or bool(_RATE_BEFORE.search(before)) or text[end - 1 : end + 1].endswith("-")
    return True


def _of(text: str, number: Number) -> int:
    """How far the unit of a vague number is off: "millions of dollars", "hundreds of years"."""
    return len(" of") if number.form == "vague" and text.startswith(" of ", number.end) else 0


def _may_take_of(number: Number) -> bool:
    return number.form == "vague" or number.value >= 12


def _is_anaphoric(sentence: Sentence, number: Number) -> bool:
    """Whether a number only points back: "the two countries", "its three founders"."""
    text = sentence.text
    small = number.value <= 10 and number.form == "cardinal" and text[number.figure].isalpha()
    return small and bool(_DEFINITE.search(text, max(sentence.start, number.start - 10), number.start))


def _is_year(sentence: Sentence, number: Number) -> bool:
    printed = sentence.text[number.figure : number.end]
    return number.form == "cardinal" and len(printed) == 4 and printed.isdigit() and 1500 <= number.value <= 2100
