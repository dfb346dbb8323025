"""What titles and appositions beside a name say about it: "Transport Minister", ", a professor of statics,"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from .capitals import Word
from .common_words import ADVERBS, FUNCTION_WORDS
from .given_names import GIVEN
from .roles import FORMER, HONORIFICS, OFFICES, ORGANISATIONS, PLACES, PORTFOLIOS, ROLES
from .terms import is_common_verb

_DEMONYM = re.compile(r"(?:ese|ish|ian|ean|ican|crat|cratic|ist|Greek|French|Dutch|German|Iraqi|Israeli|Thai)s?$")
_APPOSITION = re.compile(r", (?P<role>(?:[^,.;:!?“”\"()\n]|\.(?=\w|-|,| [a-z])){3,100})")
# Roles that are adjectives as well: "its official Facebook page" and "a port official, Ida Holm".
_ADJECTIVES = frozenset("official major general principal executive master chief star".split())
_HEADS = ORGANISATIONS | PLACES
_NO_PART = FUNCTION_WORDS | ADVERBS
_OPENS_CLAUSE = FUNCTION_WORDS - {"of", "and"}


def split_title(run: Sequence[Word]) -> tuple[Sequence[Word], Sequence[Word]]:
    """A run in two: "Secretary of State" and "Maria Ostrander". The name is empty for an office alone."""
    if run[-1].text in _HEADS and run[0].text not in HONORIFICS and run[0].text not in GIVEN:
        heads_it = _is_role(run[0]) and run[1:2] and run[1].text in ("of", "for")  # "Head of Harbour District"
        return (run, ()) if heads_it else ((), run)
    cut = 0
    for i, word in enumerate(run):
        following = run[i + 1].text if i + 1 < len(run) else ""
        if word.text == "St":
            break
        given = i > 0 and word.text in GIVEN and word.lower not in FUNCTION_WORDS
        if given and len(run) - i > 1 and run[i - 1].text in ORGANISATIONS:
            return run[:i], run[i:]  # "the ambassador to the United Nations Ida Holm"
        if word.lower in _ADJECTIVES and following in ORGANISATIONS and not any(map(_is_role, run[i + 1 :])):
            break  # "Major League Rowing", not "Chief Cabinet Secretary Ida Holm"
        if word.text in HONORIFICS or _is_role(word) or (following in GIVEN and _is_role_of_many(word)):
            cut = _end_of_office(run, i)
        elif word.text in ORGANISATIONS and not cut and any(w.text in ("of", "for") for w in run[i + 1 : i + 2]):
            return _split_director(run, i + 2)
    if not cut and len(run) > 2 and _DEMONYM.search(run[0].text) and run[0].text not in GIVEN:
        cut = 1 if run[1].text in GIVEN else 0
    return run[:cut], run[cut:]


def _split_director(run: Sequence[Word], start: int) -> tuple[Sequence[Word], Sequence[Word]]:
    """A body's name in two if its head follows: "Department of Public Safety Director" and "Ida Holm"."""
    heads = (i for i in range(start, len(run) - 1) if _is_role(run[i]) and run[i + 1].text in GIVEN)
    cut = next(heads, -1) + 1
    return run[:cut], run[cut:]


def _is_role(word: Word) -> bool:
    lower = word.lower
    return lower in ROLES or ("-" in lower and lower.rsplit("-", 1)[-1] in ROLES)


def _is_role_of_many(word: Word) -> bool:
    return word.lower.endswith("s") and word.lower[:-1] in ROLES


def _end_of_office(run: Sequence[Word], at: int) -> int:
    """The index after the office whose head stands at `at`, with its complement."""
    following = [word.text for word in run[at + 1 :]]
    if following[:1] and (run[at].lower, following[0].lower()) in OFFICES:
        return at + 2
    if following[:1] not in (["of"], ["for"]):
        return at + 1
    heads = [i for i, word in enumerate(following) if word in ORGANISATIONS]
    if heads:
        end = at + 2 + heads[-1]
        return end + 2 * (run[end].text == "of") if end < len(run) else end  # "Bureau of Investigation"
    end = at + 2
    while end < len(run) and (run[end].text in PORTFOLIOS or run[end].text in ("the", "and")):
        end += 1
    return end if end > at + 2 else len(run)


def role_before(text: str, name: Sequence[Word], words: Sequence[Word]) -> Sequence[Word]:
    """The words of a role that lead up to a name: "State Department spokesman Ian Tarrant", "the mayor, Ida Holm,"."""
    at = bisect_left(words, name[0].start, key=lambda word: word.start)
    gap = text[words[at - 1].end : name[0].start] if at else ""
    of_office = gap == ", " or (at > 1 and words[at - 2].text == "of" and words[at - 1].text.title() in PORTFOLIOS)
    head = _head_of_office(words, at) if of_office else at - 1
    if not at or not _is_role(words[head]):
        return ()
    if words[head].text in _ADJECTIVES and not (head and _extends_role(text, words[head - 1], words[head])):
        return ()
    begin = head
    between_commas = gap == ", " and text.startswith(",", name[-1].end) and text[words[begin].start - 2] != ","
    if gap != " " and not between_commas:
        return ()
    while begin and at - begin < 7 and _extends_role(text, words[begin - 1], words[begin]):
        begin -= 1
    return words[begin:at]


def _head_of_office(words: Sequence[Word], end: int) -> int:
    """The index of the head of an office that ends before `end`: of "Head" in "Head of Harbour District"."""
    for at in range(end - 2, max(-1, end - 7), -1):
        if words[at].text in ("of", "for"):
            return max(0, at - 1)
        if words[at].text[0].islower() and words[at].text not in ("the", "and"):
            break
    return end - 1


def _extends_role(text: str, word: Word, following: Word) -> bool:
    if text[word.end : following.start] not in (" ", "’s ", "'s ", "’ "):
        return False
    if word.text[0].isupper() or word.text in FORMER:
        return word.lower not in FUNCTION_WORDS or word.text.isupper()
    return word.text not in _NO_PART and not is_common_verb(word.text)


def apposition(text: str, end: int) -> str:
    """The role that follows a name between commas: ", a professor at Norland University,"; "" if there is none."""
    match = _APPOSITION.match(text, end)
    if not match:
        return ""
    phrase = match["role"].split()
    for i, word in enumerate(phrase[:8]):
        if word.lower() in ROLES or word.lower().rsplit("-", 1)[-1] in ROLES:
            return "" if phrase[i + 1 : i + 2] and phrase[i + 1][0].isupper() else match["role"].strip()
        if word == "whose" or (i and word in _OPENS_CLAUSE) or (is_common_verb(word) and word not in FORMER):
            break
    return ""


def head_phrase(role: str) -> list[str]:
    """The words of an apposition up to its head: "the bank's chairwoman" of "… who met the chairman"."""
    words = role.split()
    return words[: next((i + 1 for i, word in enumerate(words) if word.lower() in ROLES), 0)]
