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
from .numerals import (
    CURRENCY_CODES,
    CURRENCY_LETTERS,
    GLYPHS,
    ORDINALS,
    PARTS,
    SCALES,
    SHORT_SCALES,
    SMALL,
    TENS,
    VAGUE,
)
from .spans import overlaps

FigureForm = Literal["cardinal", "ordinal", "fraction", "vague"]


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
    # The first character is looked at first: nearly every place of a text is none where a figure begins.
    rf"(?=[\d½¼¾⅓⅔⅛⅕])(?:(?<![\w.,:/#@&])|{_AFTER_CURRENCY})(?<![A-Za-z)]-)"
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
    rf"(?<![\w’'-])(?:{_any([*SMALL, *TENS, *ORDINALS, *VAGUE, 'half', 'an', 'a'])})(?![\w’'])", re.IGNORECASE
)
_NEXT = re.compile(r"(?:(?P<and> and )|[ -])(?P<word>[a-z]+)(?![\w’'])", re.IGNORECASE)
_HALF = re.compile(rf"(?: and |-and-|-)(?P<many>an?|one|two|three)[ -](?P<part>{_any(PARTS)})(?!\w)", re.IGNORECASE)
_SCALE = re.compile(rf"[ -](?P<word>{_any(SCALES)}|bn|mn|tn|m{_NOUN_AHEAD})(?![\w’'])", re.IGNORECASE)
_DENOMINATOR = re.compile(rf"[ -](?P<part>{_any(PARTS)})(?!\w)(?!-)", re.IGNORECASE)
_UNIT_AHEAD = (
    r"(?= (?:hour|day|minute|week|month|year|mile|century|decade|ton|tonne|kilomet(?:er|re)|acre|percentage point)\b)"
)
_ARTICLE = re.compile(
    rf"(?P<share>half an? |a quarter of an? |half[ -])?(?:an? )?(?P<scale>{_any(SCALES)})(?!\w)"
    rf"|(?P<unit>(?:half |a quarter of )?an?){_UNIT_AHEAD}|(?P<one>half){_UNIT_AHEAD}"
    rf"|(?:an? )?(?P<part>{_any(PARTS)})(?= of (?!an? )| the\b| (?:his|her|its|their|our|all)\b)",
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
    value += GLYPHS.get(match["glyph"] or match["only"] or "", 0.0)
    if match["th"]:
        return Figure(match.start(), match.end(), value, "ordinal")
    if match["scale"]:
        return Figure(match.start(), match.end(), value * SHORT_SCALES[match["scale"].lower()])
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
        value += SMALL.get(half["many"].lower(), 1.0) / PARTS[half["part"].lower()]
        stop = half.end()
    while scale := _SCALE.match(text, stop, end):
        word = scale["word"].lower()
        value, stop = value * (SCALES.get(word) or SHORT_SCALES[word]), scale.end()
    return stop, value


# ── words ──────────────────────────────────────────────────────────────────────────────────────────────────


def _in_words(text: str, match: re.Match[str], end: int) -> Figure | None:
    word = match[0].lower()
    if match[0][0].isupper() and _in_name(text, match):
        return None
    if word in VAGUE:
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
    if part and 0 < value < PARTS[part["part"].lower()] and (value > 1) == part["part"].lower().endswith("s"):
        return Figure(match.start(), part.end(), value / PARTS[part["part"].lower()], "fraction")
    return Figure(match.start(), *_with_tail(text, value, stop, end))


def _in_name(text: str, match: re.Match[str]) -> bool:
    """Whether a capitalised number word stands in mid-sentence, where only a name has a capital."""
    before = text[max(0, match.start() - 2) : match.start()].strip(" ")
    return bool(before) and before[-1] not in ".!?:\"“‘'(—–•\n"


def _cardinal(text: str, match: re.Match[str], end: int) -> tuple[float, int, FigureForm]:
    """The longest number in words at a match: value, end, and whether it closes as an ordinal."""
    total, current, stop = 0.0, SMALL.get(match[0].lower(), 0.0) or TENS.get(match[0].lower(), 0.0), match.end()
    last = match[0].lower()
    while following := _NEXT.match(text, stop, end):
        word = following["word"].lower()
        if following["and"] and last not in SCALES:
            break
        if last in TENS and ORDINALS.get(word, 10) < 10 and text[stop] == "-":
            return total + current + ORDINALS[word], following.end(), "ordinal"
        if word in SCALES and current and not following["and"]:
            current *= SCALES[word]
            if SCALES[word] >= 1000:
                total, current = total + current, 0.0
        elif _continues(word, current):
            current += SMALL.get(word, 0.0) + TENS.get(word, 0.0)
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
    return word in TENS and current % 100 == 0


def _with_article(text: str, match: re.Match[str], end: int) -> Figure | None:
    """Numbers that begin with an article or "half": "a dozen", "half a million", "an" hour, "a third" of."""
    found = _ARTICLE.match(text, match.start(), end)
    if found is None:
        return None
    if found["part"]:
        return Figure(match.start(), found.end("part"), 1 / PARTS[found["part"].lower()], "fraction")
    begin = (found["share"] or found["unit"] or found["one"] or "").lower()
    share = 0.5 if begin.startswith("half") else 0.25 if "quarter" in begin else 1.0
    if found["scale"]:
        stop, value = _with_tail(text, share * SCALES[found["scale"].lower()], found.end(), end)
        return Figure(match.start(), stop, value)
    return Figure(match.start(), found.end(), share)


def _vague(text: str, match: re.Match[str], end: int) -> Figure | None:
    """Plural powers of ten: "hundreds", "tens of thousands"."""
    value, stop = VAGUE[match[0].lower()], match.end()
    if larger := _OF_VAGUE.match(text, stop, end):
        value, stop = value * SCALES[larger[1].lower()], larger.end()
    elif match[0].lower() in ("tens", "scores") and not text.startswith(" of ", stop):
        return None
    return Figure(match.start(), stop, 2 * value, "vague", 10 * value)
