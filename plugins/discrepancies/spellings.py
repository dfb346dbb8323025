"""Names of places, bodies and things in two spellings, inside an article or across outlets.

A slip of the pen drops, doubles or swaps letters inside a word. One letter for another, and another ending, may as
well be another name, "Shinto" and "Shinzo", unless the other words of the name are the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from operator import itemgetter
from typing import TypeVar

import msgspec
from rapidfuzz.distance import OSA

from digest import Article, Collation, Discrepancy, Event, Passage
from digest.text import plain

from ..english.gazetteer import PLACES
from ..english.given_names import GIVEN
from ..english.lemmas import lemma
from ..english.names import find_entities
from ..english.roles import ORGANISATIONS, ROLES
from ..english.roles import PLACES as HEADS
from ..english.spellings import american
from ..english.terms import is_demonym
from .forms import common_words, is_common, is_run_together
from .readings import distinct, quoted, reading, who_gives_what
from .slips import names_of_people

# Shorter words that differ by a letter are mostly two words, unless the other words of a name are the same.
_SHORTEST, _SHORTEST_IN_NAME = 6, 4
# The parts of a hyphenated word are words.
_WORD = re.compile(r"\w+(?:[’'.&]\w+)*")
_LAST_A = re.compile(r"a(s?)$")
_UMLAUT = re.compile(r"(?<=[aou])e(?=[^aeiou])")
# "Latina" and "Latino" are two forms of one word.
_GENDERS = {"a", "o"}
_PLACES = frozenset(plain(word) for name in PLACES for word in name.split())
# Words that are names of their own, or parts of many: first names, and what titles, bodies and places are called.
_OWN_NAMES = frozenset(map(plain, GIVEN | ROLES | ORGANISATIONS | HEADS))

Words = tuple[str, ...]
T = TypeVar("T")


class Name(msgspec.Struct, frozen=True):
    """What an article calls something that is no person, and where; the words in plain letters and one spelling."""

    passage: Passage
    words: Words


def misspelt_things(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each word that articles spell in two ways where they name a thing; then for each name of
    several words of which outlets spell one in different ways.
    """
    event = collation.event
    people = names_of_people(event)
    named = {_form(word) for name in people if " " in name for word in _WORD.findall(name)}
    found: dict[tuple[str, str], list[Passage]] = {}
    for account in event.accounts:
        words = account.article.derived(_proper_words)
        for pair in _slips(sorted(words.keys() - named)):
            found.setdefault(pair, []).extend(sorted((words[form] for form in pair), key=lambda place: place.start))
    for passages in found.values():
        yield _discrepancy(event, passages)
    names = _by_words(event, people)
    for slip, one, other in _differing(names):
        if slip not in found:
            yield _discrepancy(event, [*names[one].values(), *names[other].values()])


def _slips(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The pairs of words of which one is the other misspelt, in the order of the alphabet.

    Two places of the gazetteer are names of their own, a place and its people ("Honduras", "Hondurans") two words.
    """
    alike: dict[tuple[str, str], list[str]] = {}
    for word in words:
        if len(word) >= _SHORTEST:
            alike.setdefault((word[0], word[-1]), []).append(word)
    for pair in (pair for group in alike.values() for pair in _near(group, str)):
        place, people = sorted(pair, key=len)
        known = _OWN_NAMES & {*pair} or {*pair} <= _PLACES or _LAST_A.sub(r"an\1", place) == people
        if _is_slip_of_the_pen(*pair) and not known:
            yield pair


def _by_words(event: Event, people: frozenset[str]) -> dict[Words, dict[str, Passage]]:
    """The names of several words that are not of people, each with the place where an article first has it."""
    found: dict[Words, dict[str, Passage]] = {}
    for account in event.accounts:
        for name in account.article.derived(_names):
            if len(name.words) > 1 and name.passage.text not in people:
                found.setdefault(name.words, {}).setdefault(account.id, name.passage)
    return found


def _differing(names: Iterable[Words]) -> Iterator[tuple[tuple[str, str], Words, Words]]:
    """The pairs of names that differ in one word, misspelt, after the two forms of it in the order of the alphabet."""
    alike: dict[tuple[Words, Words], list[tuple[str, Words]]] = {}
    for name in names:
        for place, word in enumerate(name):
            alike.setdefault((name[:place], name[place + 1 :]), []).append((word, name))
    for (word, one), (other, two) in (pair for group in alike.values() for pair in _near(group, itemgetter(0))):
        if _is_one_letter_off(word, other):
            yield (min(word, other), max(word, other)), one, two


def _near(items: Sequence[T], word_of: Callable[[T], str]) -> Iterator[tuple[T, T]]:
    """The pairs of items whose words may be one letter apart, in the items' order: without that letter they are one.

    After SymSpell (Garbe 2012): words are looked up by what is left when a letter is deleted, not each beside each.
    """
    places: dict[str, list[int]] = {}
    for place, item in enumerate(items):
        word = word_of(item)
        for form in {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}:
            places.setdefault(form, []).append(place)
    pairs = {pair for found in places.values() for pair in combinations(found, 2)}
    return ((items[first], items[second]) for first, second in sorted(pairs))


def _is_one_letter_off(word: str, other: str) -> bool:
    """Whether two words differ by any letter after the first, but are no forms of one word, peoples or numbers."""
    shorter, longer = sorted((word, other), key=len)
    if len(shorter) < _SHORTEST_IN_NAME or word[0] != other[0] or OSA.distance(word, other) > 1:
        return False
    if longer.startswith(shorter) and not longer.endswith("e"):
        return False
    if word[:-1] == other[:-1] and {word[-1], other[-1]} == _GENDERS:
        return False
    named = {word.title(), other.title()}
    return word.isalpha() and other.isalpha() and lemma(word) != lemma(other) and not any(map(is_demonym, named))


def _is_slip_of_the_pen(word: str, other: str) -> bool:
    """Whether one letter after the first is missing, doubled or in its neighbour's place in the other word."""
    swapped_or_missing = len(word) != len(other) or sorted(word) == sorted(other)
    return swapped_or_missing and word[0] == other[0] and OSA.distance(word, other) == 1


def _names(article: Article) -> tuple[Name, ...]:
    """The names of things that an article's own blocks have."""
    return tuple(
        Name(
            article.passage(mention.start, mention.end), tuple(_form(word[0]) for word in _WORD.finditer(mention.name))
        )
        for entity in find_entities(article)
        if entity.kind != "person"
        for mention in entity.mentions
    )


def _proper_words(article: Article) -> Mapping[str, Passage]:
    """The words in names of things, each where it first stands, that the article never has in lower case.

    What is all capitals is an acronym, or a word of a headline.
    """
    common = article.derived(common_words)
    found: dict[str, Passage] = {}
    for name in _names(article):
        for word in _WORD.finditer(article.text, *name.passage.span):
            if not (is_common(word[0], common) or is_run_together(word[0]) or word[0].isupper()):
                found.setdefault(_form(word[0]), article.passage(*word.span()))
    return found


def _form(word: str) -> str:
    """A word in American spelling without apostrophes and accents, also where an "e" stands for one ("ue" for "ü")."""
    return _UMLAUT.sub("", american(plain(word).replace("'", "")))


def _discrepancy(event: Event, found: Sequence[Passage]) -> Discrepancy:
    readings = distinct(reading(passage, passage.text) for passage in found)
    return Discrepancy(
        kind="name",
        severity="likely-error",
        confidence=0.9,
        summary=f"Spelling of the name {readings[0].value}",
        explanation=who_gives_what(event, readings, quoted),
        readings=readings,
        rule="a letter dropped, doubled or swapped in a name",
    )
