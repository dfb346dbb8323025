"""What differs between two versions of a sentence, word by word, and whether a reader would notice it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

import msgspec

from digest.text import words

from ..english.common_words import FUNCTION_WORDS, NUMBER_WORDS
from ..english.contractions import expand
from ..english.lemmas import lemma
from ..english.numerals import SMALL, TENS
from ..english.spellings import american

NEGATIONS = frozenset("not never no nor neither none nobody nothing cannot n't without".split())
MODALS = frozenset("must should may might can could would will shall".split())
_MUST, _MAY = frozenset({"must", "shall"}), frozenset({"can", "could", "may", "might"})
_BRACKET = re.compile(r"\[[^\[\]\n]*\]")
_NUMBERS = {word: f"{value:g}" for word, value in (SMALL | TENS).items()}
_COMPOUND = re.compile(rf"({'|'.join(TENS)})-({'|'.join(SMALL)})")
# "No. 1" is number one and denies nothing.
_NUMERO = re.compile(r"No\.? ?(?=\d)")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")
_SAME_THING = {
    **_NUMBERS,
    **dict.fromkeys(("us", "usa"), "america"),
    **{"sen": "senator", "rep": "representative", "gov": "governor", "mr": "mister", "dr": "doctor", "gen": "general"},
    **{"percent": "%", "ok": "okay", "jan": "january", "feb": "february", "aug": "august", "sept": "september"},
    **{"oct": "october", "nov": "november", "dec": "december"},
}
# Beyond so many words, at an end or elsewhere, there are other statements rather than other words.
_LONGEST, _LONGEST_END, _SHORT = 4, 2, 3
_HESITATIONS = frozenset("uh um er ah oh well you know like so i mean look".split())


class Word(msgspec.Struct, frozen=True):
    """A word of a version in the form in which versions are compared, with its place in the text.

    `in_brackets` is what the outlet put there in place of what was said: "[the mayor]", "d***".
    """

    form: str
    start: int
    end: int
    in_brackets: bool


class Change(msgspec.Struct, frozen=True):
    """Words of one version that stand in the place of words of the other; one side may be empty."""

    first: tuple[Word, ...]
    second: tuple[Word, ...]


def spell_out(text: str, start: int, end: int) -> list[Word]:
    """The words of a range: lower case, contractions in full, one spelling for British and American."""
    brackets = [match.span() for match in _BRACKET.finditer(text, start, end)]
    found: list[Word] = []
    for a, b in words(text, start, end):
        masked = "*" in text[max(start, a - 1) : b + 1]
        inside = masked or any(left <= a < right for left, right in brackets)
        printed = "number" if _NUMERO.match(text, a) else text[a:b]
        found += [Word(form, a, b, inside) for form in forms_of(printed)]
    return found


@lru_cache(maxsize=20_000)
def forms_of(printed: str) -> tuple[str, ...]:
    """The forms in which a word of a text is compared: lower case, two of "didn't", of "white-haired"."""
    return tuple(_forms(printed.lower().replace("’", "'")))


def _forms(printed: str) -> Iterator[str]:
    for word in expand(printed):
        if compound := _COMPOUND.fullmatch(word):
            yield f"{TENS[compound[1]] + SMALL[compound[2]]:g}"
        else:
            for part in word.split("-"):
                bare = _ORDINAL.sub("", part.replace(".", ""))
                yield _SAME_THING.get(bare, american(bare))


def changes(first: Sequence[Word], second: Sequence[Word], *, whole: bool = False) -> list[Change]:
    """The changes between two versions.

    Unless both are `whole`, what one has before or after all that they have in common is a cut; it is a change
    only where the other has words there too, and then no more than the few next to the common words.
    """
    found = _opcodes(_lemmas(first), _lemmas(second))
    equal = [index for index, code in enumerate(found) if code[0] == "equal"]
    if not whole and equal and _is_chance(first, *found[equal[0]][1:]):
        del equal[0]
    if not equal:
        return []
    inner = found if whole else found[equal[0] : equal[-1] + 1]
    between = [_change(first, second, *code[1:]) for code in inner if code[0] != "equal"]
    if whole:
        return between
    (_, a, _, c, _), (_, _, b, _, d) = found[equal[0]], found[equal[-1]]
    before, after = _at_end(first[:a][::-1], second[:c][::-1]), _at_end(first[b:], second[d:])
    opening = [Change(before.first[::-1], before.second[::-1])] if before else []
    return opening + between + ([after] if after else [])


def _is_chance(first: Sequence[Word], a: int, b: int, c: int, d: int) -> bool:
    """Whether all that two versions have in common there is one function word, which does not begin both of them."""
    return b - a == 1 and a != c and not is_telling(first[a].form)


def agreement(first: Sequence[Word], second: Sequence[Word]) -> tuple[float, float]:
    """The share of the shorter version's words that the other has too, in the same order: of all, of content words."""
    equal = [code for code in _opcodes(_lemmas(first), _lemmas(second)) if code[0] == "equal"]
    same = [word for _, start, end, _, _ in equal for word in first[start:end]]
    shorter = min(first, second, key=len)
    told = sum(is_content(word.form) for word in shorter)
    return len(same) / max(1, len(shorter)), sum(is_content(word.form) for word in same) / max(1, told)


def _lemmas(version: Sequence[Word]) -> tuple[str, ...]:
    return tuple(lemma(word.form) for word in version)


@lru_cache(maxsize=2_000)
def _opcodes(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[tuple[str, int, int, int, int], ...]:
    """How the second version is made from the first (Ratcliff and Obershelp); outlets often print the same one."""
    return tuple(SequenceMatcher(None, first, second, autojunk=False).get_opcodes())


def _at_end(first: Sequence[Word], second: Sequence[Word]) -> Change | None:
    """The words of both next to what they have in common: all if they are few, else as many as the other has."""
    count = min(len(first), len(second))
    if not 0 < count <= _LONGEST_END or _joined(first) == _joined(second):
        return None
    return Change(*(tuple(side if len(side) <= _SHORT else side[:count]) for side in (first, second)))


def _change(first: Sequence[Word], second: Sequence[Word], a: int, b: int, c: int, d: int) -> Change:
    """The words `first[a:b]` and `second[c:d]`; with the word after them where one side would be empty."""
    if (a == b or c == d) and b < len(first) and d < len(second):
        b, d = b + 1, d + 1
    return Change(tuple(first[a:b]), tuple(second[c:d]))


def is_noticeable(change: Change) -> bool:
    """Whether a reader would notice a change: other content words, another modal verb, a negation, a number.

    Where one side has many words, one of the two says something there that the other leaves out.
    """
    sides = change.first, change.second
    if max(map(len, sides)) > _LONGEST:
        return False
    if any(word.in_brackets for side in sides for word in side) or _joined(sides[0]) == _joined(sides[1]):
        return False
    short = max(len(side) for side in sides) <= _SHORT
    other_modal = short and _modals(change.first) != _modals(change.second)
    return changes_sense(change) or other_modal or _other_content(change)


def _joined(words: Sequence[Word]) -> str:
    """The words without the spaces, so that "work force" is "workforce"."""
    return "".join(word.form for word in sorted(words, key=lambda word: word.start))


def changes_sense(change: Change) -> bool:
    """Whether a change alone turns a statement round: a negation more or less, another number, "must" for "may"."""
    modals = _modals(change.first), _modals(change.second)
    if any(one & _MUST and two & _MAY for one, two in (modals, modals[::-1])) and not _other_content(change):
        return True
    negations = [sum(word.form in NEGATIONS for word in side) for side in (change.first, change.second)]
    if negations[0] % 2 != negations[1] % 2:
        return not _other_content(change)
    numbers = [{word.form for word in side if is_number(word.form)} for side in (change.first, change.second)]
    return bool(numbers[0] and numbers[1]) and numbers[0] != numbers[1]


def is_number(form: str) -> bool:
    """Whether a word is a number in digits or letters."""
    return (form[0].isdigit() and form != "1") or (form in NUMBER_WORDS and form not in ("first", "second"))


def _modals(side: Sequence[Word]) -> set[str]:
    return {word.form for word in side} & MODALS


def _other_content(change: Change) -> bool:
    """Whether both sides have a content word that the other lacks in any form."""
    first, second = (
        [lemma(word.form) for word in side if is_content(word.form)] for side in (change.first, change.second)
    )
    return any(_lacks(second, form) for form in first) and any(_lacks(first, form) for form in second)


def _lacks(forms: Sequence[str], form: str) -> bool:
    return not any(form == other or (len(form) > 4 and form[:5] == other[:5]) for other in forms)


def is_content(form: str) -> bool:
    """Whether a word says something by itself."""
    return form not in FUNCTION_WORDS and form not in _HESITATIONS and len(form) > 2


def is_telling(form: str) -> bool:
    """Whether a word can make a difference: a content word, a negation, a modal verb, a number."""
    return is_content(form) or form in NEGATIONS or form in MODALS or is_number(form)
