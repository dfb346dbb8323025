"""Candidate topics: names, noun phrases and figures, each under all forms that it has in the accounts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import combinations
from math import log2
from typing import Literal

import msgspec

from digest import Account, Collation, Passage, Span
from digest.text import sentences_of

from ..english.common_words import FUNCTION_WORDS
from ..english.gazetteer import PLACES
from ..english.names import Entity
from ..english.roles import ROLES
from ..english.terms import is_common_verb, is_demonym, is_vague, noun_phrases, stem
from .texts import Key, Text, key_of

_LONGEST_ACRONYM = 5

_MARKED = re.compile(r"[“‘\"]([^“”‘’\"\n]{3,40})[”’\"]")
_ADJECTIVAL = re.compile(r"(?:ic|al|ous|ive|ble|ful|less|ary|ory)$")
_ARTICLE = re.compile(r"\b(?:an?|the|his|her|its|our|their|this|that|no|any) $", re.IGNORECASE)
_NEXT = re.compile(r" ([\w’'-]+)")
_PREPOSITION = re.compile(r"\b(?:of|on|in|for|about|over|against|with|without|from|into|by|to|under) $", re.IGNORECASE)
# "the U.S. Congress" is "Congress".
_COUNTRY = re.compile(r"^(?:U\.S\.|US|U\.K\.|UK) (?=[A-Z])")
_DETERMINER = re.compile(
    r"(?:\b(?:an?|the|his|her|its|our|their|this|that|these|those|no|any|some|more|\w+[’']s?)|\d) $", re.IGNORECASE
)
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


def names(collation: Collation, texts: Sequence[Text]) -> Iterator[Term]:
    """A term for everyone and everything named, under all forms of the name in all accounts."""
    common = {token.stem for text in texts for token in text.tokens if text.article.text[token.start].islower()}
    people = {form: person.name for person in collation.people for form in (person.name, *person.variants)}
    terms: dict[Key, Term] = {}
    for text in texts:
        for entity in text.entities:
            name = people.get(entity.name, entity.name)
            if name == entity.name and (_is_idle(entity) or _is_common(entity, common)):
                continue
            forms = Counter(mention.name for mention in entity.mentions)
            keys = {
                key_of(_COUNTRY.sub("", name)),
                *(key_of(form) for form in forms if form.isupper() and len(form) > 2),
            }
            term = next((terms[key] for key in sorted(keys) if key in terms), None) or Term("name", Counter(), set())
            term.keys |= keys
            term.forms.update({name: forms.total()} if name != entity.name else forms)
            spans = [(mention.start, mention.end) for mention in entity.mentions]
            term.passages.setdefault(text.article.id, []).extend(text.article.passage(*span) for span in spans)
            terms.update(dict.fromkeys(term.keys, term))
    yield from {id(term): term for term in terms.values()}.values()


def _is_idle(entity: Entity) -> bool:
    """Whether a name tells a reader nothing: "Post" alone, "Danish", "China-US", a dateline in capitals."""
    words = entity.words
    if entity.name.isupper() and max(len(word) for word in words) > _LONGEST_ACRONYM:
        return True
    if entity.kind == "person":
        return False
    if is_demonym(words[-1]) or (len(words) == 1 and "-" in words[0]):
        return True
    return len(words) == 1 and _says_nothing(words[0])


def _is_common(entity: Entity, common: Container[str]) -> bool:
    """Whether a name is a noun that begins a sentence: one word that accounts print in lower case elsewhere."""
    if entity.kind == "person" or entity.name in PLACES or entity.name.isupper():
        return False
    return len(entity.words) == 1 and stem(entity.words[0]) in common


def _says_nothing(word: str) -> bool:
    return is_vague(word.lower()) or is_common_verb(word.lower())


def phrases(texts: Sequence[Text]) -> Iterator[Term]:
    """A term for every noun phrase and every part of one that could be a phrase itself."""
    terms: dict[Key, Term] = {}
    for text in texts:
        source = text.article.text
        marked = {key_of(match[1]) for match in _MARKED.finditer(source)}
        for block in text.article.blocks_of("title", "heading", "body", "caption"):
            for sentence in sentences_of(text.article, block):
                for phrase in noun_phrases(source, *sentence):
                    for part in _parts(source, phrase):
                        form = source[part[0][0] : part[-1][1]]
                        key = key_of(form)
                        kind: Kind = "phrase" if len(key) > 1 else "word"
                        term = terms.setdefault(key, Term(kind, Counter(), {key}, weight=_weight(source, part)))
                        term.forms[form] += 1
                        if key in marked:
                            term.weight = 1.5
    yield from terms.values()


def _parts(source: str, phrase: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    """The runs of words in a phrase that say something by themselves: of single words the last alone, the head."""
    for first, last in combinations(range(len(phrase) + 1), 2):
        part = phrase[first:last]
        if len(part) == 1 and (last < len(phrase) or not _is_noun(source, *part[0])):
            continue
        if not all(_is_vague(source[start:end]) for start, end in part):
            yield part


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
        return bool(_DETERMINER.search(before)) and not word.endswith(("ed", "ing"))
    if _ADJECTIVAL.search(word):
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
            if claim.kind in ("money", "percent"):
                term = terms.setdefault(claim.value, Term("figure", Counter(), set(), {}))
                term.forms[claim.text] += 1
                term.keys.add(key_of(claim.text))
                term.passages.setdefault(account.id, []).append(account.article.passage(*claim.span))
    yield from terms.values()
