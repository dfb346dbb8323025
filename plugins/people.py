"""Who is who across the accounts of an event: one name for each person, from all that outlets call them.

Within an article `english.names` has chained the mentions. Here the chains of several articles are joined where
their names can only be one person's. In doubt they stay apart: two names for one person are a smaller fault than
one name for two. So a form that looks like a slip ("Mittel" for "Mitter") is never joined.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

import msgspec

from digest import Account, Event, Passage, Person, hookimpl
from digest.text import plain, visible

from .english.common_words import FUNCTION_WORDS
from .english.given_names import may_be_same
from .english.names import Entity, Gender, Kind, find_entities

Words = tuple[str, ...]

NEEDS = ("extract_quotes",)

# What stands with a name and is left out as often.
_NO_NAMES = frozenset(("the", "jr", "sr", "ii", "iii", "iv"))


class Chain(msgspec.Struct, frozen=True):
    """One form of a name in one article, with the words by which names are compared."""

    name: str
    words: Words
    kind: Kind
    roles: frozenset[str]
    gender: Gender | None
    mentions: tuple[Passage, ...]


# The chains that are one person or organisation.
Figure = list[Chain]


@hookimpl
def resolve_people(event: Event) -> Sequence[Person]:
    """The people the accounts name and the organisations they quote, the most mentioned first."""
    speakers = {quote.speaker for account in event.accounts for quote in account.quotes}
    chains = [chain for account in event.accounts for chain in _chains(account, speakers)]
    people = _join([chain for chain in chains if chain.kind == "person"], _PERSON_RULES)
    organisations = _join([chain for chain in chains if chain.kind == "organisation"], _ORGANISATION_RULES)
    quoted = [figure for figure in organisations if any(chain.name in speakers for chain in figure)]
    return sorted(map(_person, people + quoted), key=lambda person: (-len(person.mentions), person.name))


def _chains(account: Account, speakers: Iterable[str | None]) -> Iterator[Chain]:
    """The names in an article of people, and of organisations; a form that may be a slip makes a chain of its own."""
    for entity in find_entities(account.article):
        if entity.kind not in ("person", "organisation"):
            continue
        for name, mentions in sorted(_by_name(entity, speakers).items()):
            yield Chain(
                name=name,
                words=_words(name),
                kind=entity.kind,
                roles=frozenset(word for role in entity.roles for word in _words(role) if word not in FUNCTION_WORDS),
                gender=entity.gender,
                mentions=tuple(account.article.passage(start, end) for start, end in mentions),
            )


def _by_name(entity: Entity, speakers: Iterable[str | None]) -> dict[str, list[tuple[int, int]]]:
    """The entity's mentions under its name, and apart those under a form that shares no word with it."""
    found: dict[str, list[tuple[int, int]]] = {}
    for mention in entity.mentions:
        name = mention.name if _may_be_slip(mention.name, entity) else entity.name
        found.setdefault(name, []).append((mention.start, mention.end))
    return found


def _may_be_slip(form: str, entity: Entity) -> bool:
    whole, words = _words(entity.name), _words(form)
    initials = "".join(word[0] for word in whole)
    known = all(any(may_be_same(word.title(), other.title()) for other in whole) for word in words)
    return not known and words != (initials,) and entity.kind == "person"


def _words(name: str) -> Words:
    """The words of a name as they are compared: parts of a hyphenated one apart, without points and possessive."""
    words = plain(name).replace("-", " ").replace(".", "").split()
    return tuple(bare for word in words if word not in _NO_NAMES and (bare := word.removesuffix("'s").strip(",'")))


# ── joining ────────────────────────────────────────────────────────────────────────────────────────────────

# Whether a name can be a shorter or other form of another.
Rule = Callable[[Words, Words], bool]


def _join(chains: Sequence[Chain], rules: Sequence[Rule]) -> list[Figure]:
    """Equal names first, then by each rule in turn those that fit one other only, or one by what it is called."""
    by_words: dict[Words, Figure] = {}
    for chain in chains:
        by_words.setdefault(chain.words, []).append(chain)
    figures = list(by_words.values())
    for rule in rules:
        for figure in sorted(figures, key=lambda figure: (len(figure[0].words), figure[0].words)):
            others = [other for other in figures if other is not figure and _fits(figure, other, rule)]
            owner = others[0] if others and _may_be_one(others) else _by_role(figure, others)
            if owner is not None:
                owner += figure
                figures.remove(figure)
    return figures


def _fits(figure: Figure, other: Figure, rule: Rule) -> bool:
    if not all(any(rule(chain.words, known.words) for known in other) for chain in figure):
        return False
    genders = {chain.gender for chain in figure} - {None}, {chain.gender for chain in other} - {None}
    return not all(genders) or bool(genders[0] & genders[1])


def _may_be_one(figures: Sequence[Figure]) -> bool:
    """Whether several are forms of one name, and yet to be joined."""
    return all(
        _fits(figure, other, _is_other_form) or _fits(other, figure, _is_other_form)
        for figure, other in combinations(figures, 2)
    )


def _by_role(figure: Figure, others: Sequence[Figure]) -> Figure | None:
    """The one of several who alone is called what this one is: "Foreign Minister Wang"."""
    roles = {word for chain in figure for word in chain.roles}
    fitting = [other for other in others if roles and roles <= {word for chain in other for word in chain.roles}]
    return fitting[0] if len(fitting) == 1 else None


def _is_other_form(name: Words, other: Words) -> bool:
    """Full names of one person: forms of the given name, middle names left out, family name first."""
    if len(name) < 2 or len(other) < 2 or len(name) > len(other):
        return False
    if sorted(name) == sorted(other):
        return True
    middle = len(name) == 2 or name[1:-1] == other[1:-1]
    return middle and name[-1] == other[-1] and may_be_same(name[0].title(), other[0].title())


def _is_family_name(name: Words, other: Words) -> bool:
    return len(name) < len(other) and name == other[-len(name) :]


def _is_first_word(name: Words, other: Words) -> bool:
    """The given name, or the family name where it comes first."""
    return len(name) == 1 < len(other) and name[0] == other[0]


def _is_acronym(name: Words, other: Words) -> bool:
    capitals = "".join(word[0] for word in other if word not in FUNCTION_WORDS)
    return len(name) == 1 and len(name[0]) > 2 and name[0] == capitals


def _is_end_of_name(name: Words, other: Words) -> bool:
    """ "State Department" of "U.S. State Department"."""
    return 1 < len(name) < len(other) and name == other[-len(name) :]


_PERSON_RULES: tuple[Rule, ...] = (_is_other_form, _is_family_name, _is_first_word)
_ORGANISATION_RULES: tuple[Rule, ...] = (_is_acronym, _is_end_of_name)


# ── naming ─────────────────────────────────────────────────────────────────────────────────────────────────


def _person(figure: Figure) -> Person:
    mentions = sorted((m for chain in figure for m in chain.mentions), key=lambda m: (m.article, m.start))
    variants = {chain.name for chain in figure} | {visible(m.text) for m in mentions}
    rule = "forms of one name in the accounts of the event" if len(variants) > 1 else "named in one form only"
    return Person(name=_canonical(figure), variants=tuple(sorted(variants)), mentions=tuple(mentions), rule=rule)


def _canonical(figure: Figure) -> str:
    """The full name that most articles use; of equals the most mentioned, the longest, the first in the alphabet."""
    articles = Counter(chain.name for chain in figure)
    mentions: Counter[str] = Counter()
    for chain in figure:
        mentions[chain.name] += len(chain.mentions)
    return min(articles, key=lambda n: (len(_words(n)) < 2, -articles[n], -mentions[n], -len(n), n))
