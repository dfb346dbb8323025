"""Initials and what they stand for: "artificial intelligence (AI)", "the Harbour League, also known as HARL"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from digest.text import words

from .terms import Term
from .texts import Key, Text, key_of

# Initials in brackets after a long form.
_INITIALS = re.compile(r" \(([A-Z][A-Za-z&]{1,7})\)")
# A name and the initials that the text says it goes by, which need not be those of its words; and more of them.
_ALSO_CALLED = re.compile(
    r"(?<![\w’'-])(?!The )((?:[A-Z][\w’'-]+ ){1,4}[A-Z][\w’'-]+),? (?:(?:also|better) (?:known as|called)|or)"
    r" ([A-Z]{3,8})(?: (?:or|and) ([A-Z]{3,8}))?\b"
)

# A dateline and a credit before it are no name.
_BREAK = re.compile(r"[\n()/|]")


def merge_initials(terms: Iterable[Term], texts: Sequence[Text]) -> list[Term]:
    """The terms, where a text says "long form (LF)" the long form has the initials as a key, and they are no term."""
    by_key: dict[Key, Term] = {}
    for term in terms:  # the names come first: a word that is a name is no phrase
        for key in term.keys:
            by_key.setdefault(key, term)
    for text in texts:
        for long, short in _pairs(text.article.text):
            key, initials_key = key_of(long), key_of(short)
            term = by_key.setdefault(key, Term("phrase", Counter(), {key}))
            term.forms[long] += 1
            initials = by_key.get(initials_key)
            if initials and initials is not term:
                term.forms[long] += sum(initials.forms.values())
                for article, passages in initials.passages.items():
                    term.passages.setdefault(article, []).extend(passages)
            term.keys.add(initials_key)
            by_key[initials_key] = term
    return list({id(term): term for term in by_key.values()}.values())


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Long forms with their initials, as the text states them."""
    for match in _INITIALS.finditer(text):
        if long := _long_form(text, match):
            yield long, match[1]
    for match in _ALSO_CALLED.finditer(text):
        for short in filter(None, match.groups()[1:]):
            if short[0] == match[1][0]:
                yield match[1], short


def _long_form(text: str, match: re.Match[str]) -> str | None:
    """The words before initials in brackets that they stand for (Schwartz and Hearst 2003, whole words only)."""
    letters = [letter for letter in match[1] if letter.isupper()]
    before = words(text, max(0, match.start() - 120), match.start())
    for size in range(len(letters), len(letters) + 3):
        heads = [text[start] for start, _ in before[-size:]]
        if len(before) >= size and _in_order(letters, heads):
            long = text[before[-size][0] : before[-1][1]]
            return None if _BREAK.search(long) else long
    return None


def _in_order(letters: Sequence[str], heads: Sequence[str]) -> bool:
    if heads[0].upper() != letters[0]:
        return False
    rest = iter(head.upper() for head in heads)
    return all(letter in rest for letter in letters)
