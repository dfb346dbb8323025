"""Claims of numbers: measures of all kinds (`measures`), ranks, results and counts.

Each rule looks at one number and gives a claim or None; the first that gives one wins. A number that no rule
knows how to bind is no claim.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from digest import Claim, Span

from ..english.numbers import Number, find_numbers
from ..english.spans import overlaps
from . import counting
from .context import Sentence, claim, in_sentence_case
from .measures import DISTANCE, age, magnitude, measure, measured, money, plain, share
from .units import UNITS, Unit, unit_after

Rule = Callable[[Sentence, Number], Claim | None]

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
# "60 Minutes", "48 Hours": a unit with a capital is part of a name.
_NAMED_UNIT = re.compile(r" (?:Second|Minute|Hour|Day|Night|Week|Month|Year|Degree|Mile)s\b")
# "Six figures", "three things": nothing that accounts could differ on.
_NOT_COUNTED = frozenset("figure thing way side hand word time kind sort type".split())
# In a headline without capitals "flight 370" could be so many flights.
_NUMBERED = re.compile(
    r"\b(?:flight|route|highway|boeing|airbus|channel|article|section|room|apollo|area|level|phase|page) $"
)
# What stands between two figures for one thing.
_PARALLEL = re.compile(
    r",? (?:(?:on|in|at|by) (?:[A-Z]\w+(?: (?:morning|afternoon|evening|night))?|\d{4}) )?"
    r"(?:to|against|versus|compared (?:with|to))(?: about| nearly| almost)? "
    r"|(?P<more>, | to )"
)
_SAID = re.compile(
    r"\b(?:sa(?:id|ys?)|put (?:it|the (?:figure|number|total|toll|crowd|turnout)) at|estimated(?: it at)?"
    r"|claim(?:s|ed)?|counted|call it|spoke of|speaks? of|reported)(?: it was| there were)? $",
    re.IGNORECASE,
)
_CROWD_COUNTERS = re.compile(r"\b(?:organi[sz]ers?|organi[sz]ation|police|authorities)\b", re.IGNORECASE)
_CROWD, _JUST_BEFORE = 100, 120
_CLAUSE_END = re.compile(r"[.,;:”\"]|$| and\b| but\b| while\b")
_TO_NUMBER = re.compile(r" (?:to|against|versus) \d")
_NO_PARALLEL = frozenset({"rank", "score", "year old", "magnitude"})
# "It was the sixth rise this year"; "the fifth round" only says which round.
_TOLD_OF = re.compile(r"\b(?:is|was|be|been|being|becomes?|became|marks?|marked) (?:the|an?|his|her|its|their) $")
_MINUTE = 5  # of a match; "the last minute" and "the third minute" are idioms
_DEFINITE = re.compile(
    r"(?:\b(?:the|these|those|both|our|their|his|her|its|your|my|other|last|first|next)|[’']s?) $", re.IGNORECASE
)


def quantities(sentences: Sequence[Sentence], taken: Sequence[Span]) -> Iterator[Claim]:
    """The claims that the numbers of sentences make, outside the ranges that dates have taken, in order."""
    end = 0
    before: Claim | None = None
    for printed in sentences:
        sentence = in_sentence_case(printed)
        if before and before.start < sentence.block.start:
            before = None
        for number in find_numbers(sentence.text, sentence.start, sentence.end):
            if number.figure < end or overlaps(taken, number.figure, number.end):
                continue
            found = next((made for rule in _RULES if (made := rule(sentence, number))), None)
            found = found or _second(sentence, number, before) or _said(sentence, number, before)
            if found:
                end = found.end
                before = found
                yield found


# ── rules ──────────────────────────────────────────────────────────────────────────────────────────────────


def _rank(sentence: Sentence, number: Number) -> Claim | None:
    """Ordinals of common nouns: "her second visit"; idioms and names ("first lady", "Third Way") are left out."""
    text = sentence.text
    if number.form != "ordinal" or text.startswith("-", number.end):
        return None
    if _ADVERB_BEFORE.search(text, max(sentence.start, number.start - 8), number.start):
        return None
    counted = counting.noun_after(text, number.end, sentence.end, plural=False)
    if counted is None or not text[number.end : counted.end].strip().islower():
        return None
    in_match = counted.noun == "minute" and number.value > _MINUTE and text[number.figure].isdigit()
    if {counted.noun, text[number.end : counted.end].split()[0]} & _IDIOMS and not in_match:
        return None
    told = _TOLD_OF.search(text, max(sentence.start, number.start - 16), number.start)
    rule = "ordinal told of something" if told else "ordinal and noun"
    return measured(sentence, number, number.start, counted.end, Unit("rank", "rank"), "number", counted, rule)


def _score(sentence: Sentence, number: Number) -> Claim | None:
    if number.form != "score":
        return None
    unit = "vote" if _VOTE.search(sentence.text, sentence.start, sentence.end) else "score"
    value = f"{plain(number.value)}-{plain(number.high or 0)}"
    rule = "two numbers of a vote" if unit == "vote" else "two numbers of a score"
    end = number.end + sentence.text.startswith("%", number.end)
    return claim(
        sentence, number.start, end, rule, kind="number", value=value, unit=unit, counted=unit,
        low=number.value, high=number.value,
    )  # fmt: skip


def _count(sentence: Sentence, number: Number) -> Claim | None:
    """Numbers of people and things: "40 boats", "at least 12 were killed", "the number of boats fell to 40"."""
    if number.form not in ("cardinal", "vague", "range") or _is_no_count(sentence, number):
        return None
    text = sentence.text
    noun = counting.noun_after(text, number.end, sentence.end, plural=number.value != 1)
    noun = noun or counting.members(text, number.end)
    if noun is None and (number.form == "vague" or number.value >= 12):
        noun = counting.noun_of(text, number.end, sentence.end)
    end = noun.end if noun else number.end
    if noun and DISTANCE.match(text, noun.end):
        return None
    if casualty := _casualty(sentence, number, noun):
        name, end = casualty
        rule = "number and what befell people"
    elif sentence.folded or _is_anaphoric(sentence, number):
        return None
    elif noun:
        name, rule = noun.noun, "number and thing counted"
    else:
        name = counting.number_of(text, sentence.start, number.start, number.end) or ""
        rule = "number of things named before"
    if not name or name in _NOT_COUNTED:
        return None
    return measured(sentence, number, number.start, end, Unit(name, name), "number", counting.Counted(name, end), rule)


def _second(sentence: Sentence, number: Number, before: Claim | None) -> Claim | None:
    """A number in parallel to the one before, whose unit it has: "412 votes to 398", "from 13 hectares to 90"."""
    if before is None or before.kind != "number" or before.unit in _NO_PARALLEL or number.form != "cardinal":
        return None
    link = _PARALLEL.fullmatch(sentence.text, before.end, number.start)
    if link is None or (link["more"] and not _TO_NUMBER.match(sentence.text, number.end)):
        return None
    name = before.value.partition(" ")[2]
    if not name or "-" in before.value or _is_no_count(sentence, number):
        return None
    unit = UNITS.get(name.replace("-", " "), Unit(name, before.unit or name))
    counted = counting.Counted(before.counted, number.end) if before.counted else None
    return measured(sentence, number, number.start, number.end, unit, "number", counted, "number in parallel")


def _said(sentence: Sentence, number: Number, before: Claim | None) -> Claim | None:
    """A bare number that a source gives: of a crowd ("Organisers said 60,000."), or of what was counted just before."""
    text = sentence.text
    said = _SAID.search(text, max(sentence.start, number.start - 40), number.start)
    if said is None or number.form != "cardinal" or _is_no_count(sentence, number):
        return None
    if not _CLAUSE_END.match(text, number.end):
        return None
    if number.value >= _CROWD and _CROWD_COUNTERS.search(text, sentence.start, said.start()):
        name = "person"
    elif before and before.unit == before.counted and number.start - before.end < _JUST_BEFORE:
        name = str(before.unit)
    else:
        return None
    counted = counting.Counted(name, number.end)
    return measured(
        sentence, number, number.start, number.end, Unit(name, name), "number", counted, "number of a source"
    )


def _casualty(sentence: Sentence, number: Number, noun: counting.Counted | None) -> tuple[str, int] | None:
    """Who was counted and what befell them ("sailor killed"), and where that ends; None for other counts."""
    after = noun.end if noun else number.end
    if noun and (outcome := counting.casualty_noun(noun.noun)):
        return f"person {outcome}", after
    found = counting.casualty(sentence.text, sentence.start, number.start, after, sentence.end)
    return (f"{counting.one_word_for_people(noun.noun if noun else None)} {found[0]}", found[1]) if found else None


_RULES: tuple[Rule, ...] = (money, age, magnitude, measure, share, _rank, _score, _count)


def _is_no_count(sentence: Sentence, number: Number) -> bool:
    """Whether a number has a unit, is a year, or is part of a name: "60 Minutes", in a headline "flight 370"."""
    text = sentence.text
    if unit_after(text, number.end, sentence.end) or _NAMED_UNIT.match(text, number.end):
        return True
    before = max(sentence.start, number.start - 12)
    return _is_year(sentence, number) or (sentence.folded and _NUMBERED.search(text, before, number.start) is not None)


def _is_anaphoric(sentence: Sentence, number: Number) -> bool:
    """Whether a number only points back: "the two countries", "its three founders"."""
    text = sentence.text
    small = number.value <= 10 and number.form == "cardinal" and text[number.figure].isalpha()
    return small and bool(_DEFINITE.search(text, max(sentence.start, number.start - 10), number.start))


def _is_year(sentence: Sentence, number: Number) -> bool:
    printed = sentence.text[number.figure : number.end]
    return number.form == "cardinal" and len(printed) == 4 and printed.isdigit() and 1500 <= number.value <= 2100
