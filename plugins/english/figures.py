"""Single figures in running text, in digits and in words: "300,000", "5½", "two and a half million", "21st".

What is plainly no quantity is left out: identifiers ("Boeing 737", "F-16"), clock times, telephone numbers,
list markers, words in names ("Five Eyes") and the pronoun "one".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from digest import Span

from .common_words import ADVERBS, FUNCTION_WORDS, TIME_WORDS
from .spans import overlaps

# What stands for a currency before a number: "KES 3,000", "Sh20 million".
CURRENCY_CODES = tuple(
    "USD EUR GBP JPY CNY CHF AUD CAD NZD HKD SGD INR KRW RUB TRY ILS BRL MXN ZAR SEK NOK DKK PLN CZK HUF KES UGX TZS "
    "NGN GHS ZMW EGP MAD AED SAR QAR PKR BDT LKR THB IDR MYR PHP VND TWD ARS CLP COP PEN UAH".split()
)
CURRENCY_LETTERS = {"Rs": "INR", "Sh": "KES", "KSh": "KES", "Ksh": "KES", "RM": "MYR", "Rp": "IDR"}
FigureForm = Literal["cardinal", "ordinal", "fraction", "vague"]

SMALL = {
    word: float(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10.0 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES = {"hundred": 1e2, "dozen": 12.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SCALES |= {"lakh": 1e5, "crore": 1e7}
_SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12}
ORDINALS = {
    word: float(value)
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}
ORDINALS |= {"thirtieth": 30.0, "fortieth": 40.0, "fiftieth": 50.0, "hundredth": 100.0}
_PARTS = {word: ORDINALS[word] for word in "third fourth fifth sixth seventh eighth ninth tenth".split()}
_PARTS |= {"half": 2.0, "quarter": 4.0}
_PARTS |= {f"{word}s": value for word, value in _PARTS.items()}
_GLYPHS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 1 / 8, "⅕": 1 / 5}
_VAGUE = {"tens": 10.0, "dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3}
_VAGUE |= {"millions": 1e6, "billions": 1e9, "trillions": 1e12}


def _any(words: Iterable[str]) -> str:
    """A pattern for lower-case words, those with one first letter together: where case counts for nothing, a pattern
    tries its alternatives one by one.
    """
    found: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        found.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in found.items())


_NOUN_AHEAD = r"(?= (?:people|[a-z]{3,}s)\b)"
_AFTER_CURRENCY = "|".join(rf"(?<=\b{letters})" for letters in (*CURRENCY_CODES, *CURRENCY_LETTERS))
_DIGITS = re.compile(
    rf"(?:(?<![\w.,:/#@&])|{_AFTER_CURRENCY})(?<![A-Za-z)]-)"
    r"(?:(?P<plain>\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,3})?|\d{1,3}(?:, 000){1,3}\b|\d{1,12}(?:\.\d{1,4})?)"
    r"(?P<glyph>[½¼¾⅓⅔⅛⅕])?|(?P<only>[½¼¾⅓⅔⅛⅕]))"
    rf"(?:(?P<th>st|nd|rd|th)\b|(?P<scale>m{_NOUN_AHEAD}|(?<=\d)(?:k|mn|mln|bn|bln|tn|trn)\b))?(?![\d/@_]|:\d|[.,]\d)",
    re.IGNORECASE,
)
_CURRENCY = re.compile(r"[$£€¥₹]\d[\d,.]{0,14}$")
_CODE = re.compile(
    r"\(?\b\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b|\b\d{3}-\d{4}\b|\+\d[\d -]{6,15}\d|https?://\S+|www\.\S+"
    r"|\b\d{4}-\d\d?-\d\d?\b|\b(?:19|20)\d\d[-–/]\d{2,4}\b|\b\d{1,2}[-/]\d{1,2}[-/]\d{2,4}\b"
)
_LIST_MARKER = re.compile(r"[.)](?:\s|$)")
# "beat the Herons 3-2": here a name before says nothing.
_CONTEST = re.compile(r"\d{1,2}[-–]\d{1,2}(?![\w-]|[.,]\d)")
# A share, or a unit that touches its number: "Lindby 89mph".
_SHARE = re.compile(r" ?(?:%|per ?cent\b)|(?:mph|km/?h|kph|kmh|km|kg|mm|cm|ft|MW|GW)\b")
_NAME_BEFORE = re.compile(r"(?:\b(?P<name>[A-Z]\w*)(?: of)? |\b[Nn]os?\. ?)$")
_NO_NAMES = FUNCTION_WORDS | ADVERBS | TIME_WORDS | frozenset("approximately roughly exactly".split())

_WORD = re.compile(
    rf"(?<![\w’'-])(?:{_any([*SMALL, *_TENS, *ORDINALS, *_VAGUE, 'half', 'an', 'a'])})(?![\w’'])", re.IGNORECASE
)
_NEXT = re.compile(r"(?:(?P<and> and )|[ -])(?P<word>[a-z]+)(?![\w’'])", re.IGNORECASE)
_HALF = re.compile(rf"(?: and |-and-|-)(?P<many>an?|one|two|three)[ -](?P<part>{_any(_PARTS)})(?!\w)", re.IGNORECASE)
_SCALE = re.compile(rf"[ -](?P<word>{_any(_SCALES)}|bn|mn|tn|m{_NOUN_AHEAD})(?![\w’'])", re.IGNORECASE)
_DENOMINATOR = re.compile(rf"[ -](?P<part>{_any(_PARTS)})(?!\w)(?!-)", re.IGNORECASE)
_UNIT_AHEAD = (
    r"(?= (?:hour|day|minute|week|month|year|mile|century|decade|ton|tonne|kilomet(?:er|re)|acre|percentage point)\b)"
)
_ARTICLE = re.compile(
    rf"(?P<share>half an? |a quarter of an? |half[ -])?(?:an? )?(?P<scale>{_any(_SCALES)})(?!\w)"
    rf"|(?P<unit>(?:half |a quarter of )?an?){_UNIT_AHEAD}|(?P<one>half){_UNIT_AHEAD}"
    rf"|(?:an? )?(?P<part>{_any(_PARTS)})(?= of (?!an? )| the\b| (?:his|her|its|their|our|all)\b)",
    re.IGNORECASE,
)
_OF_VAGUE = re.compile(r" of (thousand|million|billion|trillion)s\b", re.IGNORECASE)
_ONE_MEASURES = re.compile(
    r"[ -](?:million|billion|trillion|hundred|thousand|dozen|third|half|quarter|fifth|tenth|in [a-z]+ "
    r"|and an? (?:half|third|quarter)"
    r"|(?:person|man|woman|child|boy|girl|soldier|officer|civilian|victim|suspect|student|passenger|worker|hour|minute"
    r"|week|month|year|mile|percent|per cent|percentage|vote|death|case|other)\b)",
    re.IGNORECASE,
)


class Figure(msgspec.Struct, frozen=True):
    """A figure as printed at `[start, end)`. A vague one ("dozens") runs from `value` to `top`."""

    start: int
    end: int
    value: float
    form: FigureForm = "cardinal"
    top: float | None = None


def find_figures(text: str, start: int, end: int) -> Iterator[Figure]:
    """The figures of `text[start:end]`, in order, none overlapping."""
    codes: list[Span] | None = None
    position = start
    digits, word = _DIGITS.search(text, start, end), _WORD.search(text, start, end)
    while digits or word:
        first = min((match for match in (digits, word) if match), key=lambda match: match.start())
        figure = _in_digits(text, first, start, end) if first is digits else _in_words(text, first, end)
        position = max(first.end(), figure.end if figure else 0)
        if figure:
            if codes is None:
                codes = [match.span() for match in _CODE.finditer(text, start, end)]
            if not overlaps(codes, figure.start, figure.end):
                yield figure
        if digits and digits.start() < position:
            digits = _DIGITS.search(text, position, end)
        if word and word.start() < position:
            word = _WORD.search(text, position, end)


# ── digits ─────────────────────────────────────────────────────────────────────────────────────────────────


def _in_digits(text: str, match: re.Match[str], start: int, end: int) -> Figure | None:
    if _is_identifier(text, match, start):
        return None
    value = float((match["plain"] or "0").replace(",", "").replace(" ", ""))
    value += _GLYPHS.get(match["glyph"] or match["only"] or "", 0.0)
    if match["th"]:
        return Figure(match.start(), match.end(), value, "ordinal")
    if match["scale"]:
        return Figure(match.start(), match.end(), value * _SHORT_SCALES[match["scale"].lower()])
    if text[match.end() : match.end() + 1] == "m" and _CURRENCY.search(text, start, match.end()):
        return Figure(match.start(), match.end() + 1, value * 1e6)
    return Figure(match.start(), *_with_tail(text, value, match.end(), end))


def _is_identifier(text: str, match: re.Match[str], start: int) -> bool:
    """Whether digits belong to a name or a list: "Route 66", "Boeing 737", "Group of 7", "1. Introduction"."""
    if not text[start : match.start()].strip() and _LIST_MARKER.match(text, match.end()):
        return True
    if _CONTEST.match(text, match.start()) or _SHARE.match(text, match.end()) or "." in (match["plain"] or ""):
        return False
    before = _NAME_BEFORE.search(text, max(start, match.start() - 30), match.start())
    if before is None or before["name"] in CURRENCY_CODES:
        return False
    return before["name"] is None or before["name"].lower() not in _NO_NAMES


def _with_tail(text: str, value: float, stop: int, end: int) -> tuple[int, float]:
    """Where a number ends, and its value, with what may follow it: "and a half", powers of ten."""
    if half := _HALF.match(text, stop, end):
        value += SMALL.get(half["many"].lower(), 1.0) / _PARTS[half["part"].lower()]
        stop = half.end()
    while scale := _SCALE.match(text, stop, end):
        word = scale["word"].lower()
        value, stop = value * (_SCALES.get(word) or _SHORT_SCALES[word]), scale.end()
    return stop, value


# ── words ──────────────────────────────────────────────────────────────────────────────────────────────────


def _in_words(text: str, match: re.Match[str], end: int) -> Figure | None:
    word = match[0].lower()
    if match[0][0].isupper() and _in_name(text, match):
        return None
    if word in _VAGUE:
        return _vague(text, match, end)
    if word in ("a", "an", "half"):
        return _with_article(text, match, end)
    if word in ORDINALS:
        return Figure(match.start(), match.end(), ORDINALS[word], "ordinal")
    if word == "one" and not _ONE_MEASURES.match(text, match.end(), end):
        return None
    value, stop, form = _cardinal(text, match, end)
    if form == "ordinal":
        return Figure(match.start(), stop, value, "ordinal")
    part = _DENOMINATOR.match(text, stop, end)
    if part and 0 < value < _PARTS[part["part"].lower()] and (value > 1) == part["part"].lower().endswith("s"):
        return Figure(match.start(), part.end(), value / _PARTS[part["part"].lower()], "fraction")
    return Figure(match.start(), *_with_tail(text, value, stop, end))


def _in_name(text: str, match: re.Match[str]) -> bool:
    """Whether a capitalised number word stands in mid-sentence, where only a name has a capital."""
    before = text[max(0, match.start() - 2) : match.start()].strip(" ")
    return bool(before) and before[-1] not in ".!?:\"“‘'(—–•\n"


def _cardinal(text: str, match: re.Match[str], end: int) -> tuple[float, int, FigureForm]:
    """The longest number in words at a match: value, end, and whether it closes as an ordinal."""
    total, current, stop = 0.0, SMALL.get(match[0].lower(), 0.0) or _TENS.get(match[0].lower(), 0.0), match.end()
    last = match[0].lower()
    while following := _NEXT.match(text, stop, end):
        word = following["word"].lower()
        if following["and"] and last not in _SCALES:
            break
        if last in _TENS and ORDINALS.get(word, 10) < 10 and text[stop] == "-":
            return total + current + ORDINALS[word], following.end(), "ordinal"
        if word in _SCALES and current and not following["and"]:
            current *= _SCALES[word]
            if _SCALES[word] >= 1000:
                total, current = total + current, 0.0
        elif _continues(word, current):
            current += SMALL.get(word, 0.0) + _TENS.get(word, 0.0)
        else:
            break
        last, stop = word, following.end()
    return total + current, stop, "cardinal"


def _continues(word: str, current: float) -> bool:
    """Whether a word of units or tens can follow a group of this value: "forty" "two", "hundred" "five"."""
    if word in SMALL:
        return SMALL[word] > 0 and (
            current % 100 == 0 or (SMALL[word] < 10 and current % 100 >= 20 and current % 10 == 0)
        )
    return word in _TENS and current % 100 == 0


def _with_article(text: str, match: re.Match[str], end: int) -> Figure | None:
    """Numbers that begin with an article or "half": "a dozen", "half a million", "an" hour, "a third" of."""
    found = _ARTICLE.match(text, match.start(), end)
    if found is None:
        return None
    if found["part"]:
        return Figure(match.start(), found.end("part"), 1 / _PARTS[found["part"].lower()], "fraction")
    begin = (found["share"] or found["unit"] or found["one"] or "").lower()
    share = 0.5 if begin.startswith("half") else 0.25 if "quarter" in begin else 1.0
    if found["scale"]:
        stop, value = _with_tail(text, share * _SCALES[found["scale"].lower()], found.end(), end)
        return Figure(match.start(), stop, value)
    return Figure(match.start(), found.end(), share)


def _vague(text: str, match: re.Match[str], end: int) -> Figure | None:
    """Plural powers of ten: "hundreds", "tens of thousands"."""
    value, stop = _VAGUE[match[0].lower()], match.end()
    if larger := _OF_VAGUE.match(text, stop, end):
        value, stop = value * _SCALES[larger[1].lower()], larger.end()
    elif match[0].lower() in ("tens", "scores") and not text.startswith(" of ", stop):
        return None
    return Figure(match.start(), stop, 2 * value, "vague", 10 * value)
