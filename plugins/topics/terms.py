"""Candidate topics: noun phrases and figures, each under all forms that it has in the accounts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from math import log2
from typing import Literal

import msgspec

from digest import Account, Passage, Span
from digest.text import sentences_of

from ..english.common_words import FUNCTION_WORDS
from ..english.roles import ROLES
from ..english.terms import is_common_verb, is_vague, noun_phrases, stem
from .nouns import ADJECTIVAL, names_a_thing, uses_of
from .texts import Key, Text, key_of

_MARKED = re.compile(r"[“‘\"]([^“”‘’\"\n]{3,40})[”’\"]")
_ARTICLE = re.compile(r"\b(?:an?|the|his|her|its|our|their|this|that|no|any) $", re.IGNORECASE)
_NEXT = re.compile(r" ([\w’'-]+)")
_PREPOSITION = re.compile(r"\b(?:of|on|in|for|about|over|against|with|without|from|into|by|under) $", re.IGNORECASE)
_DETERMINER = re.compile(
    r"(?:\b(?:an?|the|his|her|its|our|their|this|that|these|those|no|any|some|more|\w+[’']s?)|\d) $", re.IGNORECASE
)
# Before a verb they are pronouns: "a thing that happens".
_CLAUSE = re.compile(r"\bth(?:at|is) $", re.IGNORECASE)
# All of something is no figure.
_WHOLE = re.compile(r"100 ?(?:%|per ?cent)$")
# Vague in other phrases, but by themselves things that an account may be about.
_THINGS = frozenset(
    """crowd door fire floor home house law letter money photo price property school seat survey treatment wall
    worker""".split()
)
# People in the news, not those who tell or explain it.
_PARTIES = ROLES - frozenset(
    """aide analyst anchor author blogger columnist commentator correspondent economist editor expert historian
    host investigator journalist leader minister observer officer official partner photographer politician
    pollster premier president professor reporter researcher scholar secretary spokesman spokesperson
    spokeswoman statistician strategist witness writer""".split()
)
# What makes a term worth a row, by its kind.
_WEIGHT = {"name": 1.5, "figure": 1.6, "phrase": 1.3, "word": 0.5}


Kind = Literal["name", "phrase", "word", "figure"]


class Term(msgspec.Struct):
    """A candidate topic while its mentions are gathered."""

    kind: Kind
    forms: Counter[str]
    keys: set[Key]
    passages: dict[str, list[Passage]] = msgspec.field(default_factory=dict)
    weight: float = 1.0

    @property
    def name(self) -> str:
        """The form to show: a name with more than one word, the shortest form of a figure, else the most frequent."""
        if self.kind == "figure":
            return min(self.forms, key=lambda form: (len(form), form))
        full = self.kind == "name"
        return min(self.forms, key=lambda form: (full and " " not in form, -self.forms[form], -len(form), form))

    @property
    def count(self) -> int:
        """How often it is mentioned."""
        return sum(len(found) for found in self.passages.values())

    @property
    def first(self) -> int:
        """How far down it first stands, in characters."""
        return min(found[0].start for found in self.passages.values())

    @property
    def score(self) -> float:
        """Its rank among the topics of an event: weight of its kind, mentions, and the articles that share it."""
        spread = 1 + 0.5 * (len(self.passages) - 1)
        return _WEIGHT[self.kind] * self.weight * log2(1 + self.count) * spread


def phrases(texts: Sequence[Text]) -> Iterator[Term]:
    """A term for every noun phrase and every part of one that could be a phrase itself."""
    terms: dict[Key, Term] = {}
    uses = uses_of(texts)
    for text in texts:
        source = text.article.text
        marked = {key_of(match[1]) for match in _MARKED.finditer(source)}
        for block in text.article.blocks_of("title", "heading", "body", "caption"):
            for sentence in sentences_of(text.article, block):
                for phrase in noun_phrases(source, *sentence):
                    for part in _parts(source, phrase):
                        run = [source[start:end] for start, end in part]
                        before = source[max(0, part[0][0] - 12) : part[0][0]]
                        by_article = bool(_DETERMINER.search(before))
                        if not names_a_thing(run, uses, part[-1] == phrase[-1], by_article):
                            continue
                        form = source[part[0][0] : part[-1][1]]
                        key = key_of(form)
                        if key not in terms:
                            kind: Kind = "phrase" if len(key) > 1 else "word"
                            terms[key] = Term(kind, Counter(), {key}, weight=_weight(source, part))
                        terms[key].forms[form] += 1
                        if key in marked:
                            terms[key].weight = 1.5
    yield from terms.values()


def _parts(source: str, phrase: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    """The runs of words in a phrase that say something by themselves: of single words the last alone, the head."""
    for first, last in combinations(range(len(phrase) + 1), 2):
        part = phrase[first:last]
        if len(part) == 1 and (last < len(phrase) or not _is_noun(source, *part[0])):
            continue
        if not all(_is_vague(source[start:end]) for start, end in part):
            yield part


@lru_cache(maxsize=20_000)
def _is_vague(word: str) -> bool:
    """Whether a word is no topic by itself; things are, and sorts of people in the plural."""
    word = word.lower()
    base = stem(word)
    return is_vague(word) and base not in _THINGS and not (base in _PARTIES and base != word)


def _is_noun(source: str, start: int, end: int) -> bool:
    """Whether a word that stands alone is a noun there: by an article, or by a preposition or plural and its ending."""
    word = source[start:end]
    before = source[max(0, start - 12) : start]
    if is_common_verb(word):
        return bool(_DETERMINER.search(before)) and not word.endswith(("ed", "ing")) and not _CLAUSE.search(before)
    if ADJECTIVAL.search(word):
        after = _NEXT.match(source, end)
        return bool(_ARTICLE.search(before)) and (after is None or after[1].lower() in FUNCTION_WORDS)
    listed = before.endswith(" and ") and source[end : end + 1] in (".", ",", ";")
    return listed or word.endswith("s") or bool(_ARTICLE.search(before) or _PREPOSITION.search(before))


def _weight(source: str, part: Sequence[Span]) -> float:
    """Less for a phrase with a vague word in it, and for one of more than two words."""
    vague = any(is_vague(source[start:end]) for start, end in part)
    return (0.8 if vague else 1.0) * (0.8 if len(part) > 2 else 1.0)


def figures(accounts: Iterable[Account]) -> Iterator[Term]:
    """A term for each sum of money and share that the accounts give."""
    terms: dict[str, Term] = {}
    for account in accounts:
        for claim in account.claims:
            if claim.kind in ("money", "percent") and not _WHOLE.match(claim.text):
                term = terms.setdefault(claim.value, Term("figure", Counter(), set(), {}))
                term.forms[claim.text] += 1
                term.keys.add(key_of(claim.text))
                term.passages.setdefault(account.id, []).append(account.article.passage(*claim.span))
    yield from terms.values()
