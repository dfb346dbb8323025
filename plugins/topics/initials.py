"""Initials and what they stand for: "artificial intelligence (AI)"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from digest.text import words

from .terms import Term
from .texts import Key, Text, key_of

# Initials in brackets after a long form.
_INITIALS = re.compile(r" \(([A-Z][A-Za-z&]{1,7})\)")

# A dateline and a credit before it are no name.
_BREAK = re.compile(r"[\n()/|]")


def merge_initials(terms: Iterable[Term], texts: Sequence[Text]) -> list[Term]:
    """The terms, where a text says "long form (LF)" the long form has the initials as a key, and they are no term."""
    by_key: dict[Key, Term] = {}
    for term in terms:  # the names come first: a word that is a name is no phrase
        for key in term.keys:
            by_key.setdefault(key, term)
    for text in texts:
        for match in _INITIALS.finditer(text.article.text):
            long = _long_form(text.article.text, match)
            if not long:
                continue
            key, short = key_of(long), key_of(match[1])
            term = by_key.setdefault(key, Term("phrase", Counter(), {key}))
            term.forms[long] += 1
            initials = by_key.get(short)
            if initials and initials is not term:
                term.forms[long] += sum(initials.forms.values())
            term.keys.add(short)
            by_key[short] = term
    return list({id(term): term for term in by_key.values()}.values())


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
