"""How a figure is shown in a sentence about it: as printed, but for what belongs to the sentence it was taken from."""

from __future__ import annotations

import re

from digest import Claim

from ..claims.units import unit_after
from ..english.common_words import ADVERBS, FUNCTION_WORDS, NUMBER_WORDS
from ..english.numbers import find_numbers

# From here on a noun phrase goes on as a clause: "27 people were injured", "six people who died".
_CLAUSE = re.compile(r",? (?:who|that|which|were|was|are|is|be|being|been|have|has|had|remain(?:s|ed)?)\b")
# "77-tonne crane": the number and its unit are one word before what is measured.
_COMPOUND = re.compile(r"[\w.,]+-[a-z]{3,}\b(?! (?:and|or|to)\b)")
_AN = re.compile(r"8|11\b|18\b|11,|18,|eight|eleven", re.IGNORECASE)


def as_printed(claim: Claim) -> str:
    """The words of a figure: number, unit and thing counted, or number and unit of what is measured."""
    text = " ".join(claim.text.split())
    if claim.unit == "magnitude":
        return f"magnitude {claim.value.split()[0]}"
    if claim.unit != claim.counted and " " in text and _COMPOUND.match(text):
        return f"{'an' if _AN.match(text) else 'a'} {_in_mid_sentence(text)}"
    if claim.counted and claim.unit != claim.counted and " of " not in text:
        text = text[: _end_of_unit(text)]
    return _in_mid_sentence(_CLAUSE.split(text)[0])


def _end_of_unit(text: str) -> int:
    """Where the unit ends, without what is measured: "$5,600 vacation", "77-tonne crane"."""
    number = next(iter(find_numbers(text)), None)
    if number is None:
        return len(text)
    # A headline's "50-Foot Crab" has its unit in capitals.
    unit = unit_after(text, number.end, len(text)) or unit_after(text.lower(), number.end, len(text))
    return unit.end if unit else number.end


def _in_mid_sentence(text: str) -> str:
    """The text without the capital that begins a sentence."""
    first = text.partition(" ")[0]
    if first.lower().partition("-")[0] in NUMBER_WORDS | FUNCTION_WORDS | ADVERBS:
        return first.lower() + text[len(first) :]
    return text
