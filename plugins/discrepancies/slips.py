"""Names of people that one article spells in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import DamerauLevenshtein

from digest import Account, Collation, Discrepancy, Event

from ..english.gazetteer import PLACES
from ..english.given_names import GIVEN
from ..english.mentions import Mention, speaks
from ..english.names import Entity, find_entities
from ..english.terms import is_demonym
from .forms import CENTRAL, are_given, common_words, is_common, is_run_together, words_of_name
from .readings import distinct, quoted, reading, reading_at, who_gives_what

# A slip is a letter or two in a name long enough that chance is out of the question. One letter for another makes
# another name more often: then a short one must be a person's.
_SHORTEST, _SHORTEST_TO_REPLACE, _SHORTEST_FOR_TWO = 5, 6, 8
_WHERE = re.compile(
    r"\b(?:on|in|at|near|via|through|from|(?:city|town|village|province|siege|battle) of) $", re.IGNORECASE
)
# No family name alone has an article: "the Destroyer".
_ARTICLE = re.compile(r"\b(?:the|an?) $", re.IGNORECASE)
# What one posts on is no person, whatever follows its name.
_MEDIUM = re.compile(r"\b(?:wr[io]te|writ(?:es|ing|ten)|posts?|posted|posting|shared|published|messages?|videos?) on $")


def misspelt_names(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each family name that one article spells in two ways."""
    accounts = collation.event.accounts
    things = {name for account in accounts for name in _things(account)}
    common = frozenset[str]().union(*(account.article.derived(common_words) for account in accounts))
    known = names_of_people(collation.event)
    for account in collation.event.accounts:
        entities = find_entities(account.article)
        people = [entity for entity in entities if entity.name in known - PLACES and _is_known(entity)]
        slips: dict[tuple[str, ...], list[Mention]] = {}
        for mention in (mention for entity in entities for mention in entity.mentions):
            is_name = not (mention.name in things or is_common(mention.name, common) or is_run_together(mention.name))
            owners = _owners(account.article.text, mention, people) if is_name else []
            if owners:
                slips.setdefault(tuple(owner.name for owner in owners), []).append(mention)
        for names, mentions in slips.items():
            yield _slip(collation, account, [person for person in people if person.name in names], mentions)


def names_of_people(event: Event) -> frozenset[str]:
    """The names of all who are shown to be people in one of the articles of an event."""
    entities = (entity for account in event.accounts for entity in find_entities(account.article))
    return frozenset(entity.name for entity in entities if entity.kind == "person")


def _is_known(person: Entity) -> bool:
    """Whether an article names a person in full, or by the family name so often that it is no slip."""
    return len(person.words) > 1 or len(person.mentions) >= CENTRAL


def _things(account: Account) -> Iterator[str]:
    """The names of places and media: something stands on, in or near them ("wrote on Velmo")."""
    text = account.article.text
    for entity in find_entities(account.article):
        form = _MEDIUM if entity.kind == "person" else _WHERE
        for mention in entity.mentions:
            if form.search(text, max(0, mention.start - 20), mention.start):
                yield mention.name


def _owners(text: str, mention: Mention, people: Sequence[Entity]) -> list[Entity]:
    """Those whose name a mention may have misspelt: they are named before it.

    A name that somebody in the article has as it stands is no slip, nor is a first name or an @name.
    """
    words = words_of_name(mention.name)
    if text[max(0, mention.start - 1)] == "@":
        return []
    if not words or (len(words) == 1 and _ARTICLE.search(text, max(0, mention.start - 5), mention.start)):
        return []
    if mention.name in GIVEN or any(_is_called(person, words) for person in people):
        return []
    is_person = mention.kind == "person" or speaks(text, mention.end)
    before = (person for person in people if person.mentions[0].start < mention.start)
    return [person for person in before if _is_slip(person, words, is_person)]


def _is_called(person: Entity, name: Sequence[str]) -> bool:
    """Whether a name is one of a person's names, or the family name with its particle ("al-Rashid")."""
    whole = words_of_name(person.name)
    return name[0] in whole if len(name) == 1 else name == whole[-len(name) :] and len(name) < len(whole)


def _is_slip(person: Entity, name: Sequence[str], is_person: bool) -> bool:
    """Whether a name is a person's, misspelt in one word: the full name, the family name alone or with its particle."""
    whole = words_of_name(person.name)[-len(name) :]
    pairs = [(a, b) for a, b in zip(whole, name, strict=False) if a != b]
    if len(whole) != len(name) or len(pairs) != 1 or are_given(*pairs[0]):
        return False
    return _is_near(*pairs[0], _SHORTEST_TO_REPLACE if _is_replaced(*pairs[0]) and not is_person else _SHORTEST)


def _is_replaced(name: str, other: str) -> bool:
    """Whether a letter stands for another one; else one is dropped or doubled, or two have changed places."""
    return len(name) == len(other) and sorted(name) != sorted(other)


def _is_near(name: str, other: str, shortest: int) -> bool:
    """Whether a letter or two differ; not where one goes on where the other ends, as "Clark" and "Clarke"."""
    distance = DamerauLevenshtein.distance(name, other)
    allowed = 2 if min(len(name), len(other)) >= _SHORTEST_FOR_TWO else 1
    return (
        min(len(name), len(other)) >= shortest
        and 0 < distance <= allowed
        and name[0] == other[0]
        and not name.startswith(other)
        and not other.startswith(name)
        and not (is_demonym(name.title()) or is_demonym(other.title()))
    )


def _family_named(person: Entity) -> Mention:
    """Where a person is first named with the family name: a first name alone may be another's."""
    return next((mention for mention in person.mentions if person.words[-1] in mention.name), person.mentions[0])


def _slip(collation: Collation, account: Account, people: Sequence[Entity], slips: Sequence[Mention]) -> Discrepancy:
    """The slip in its article, and how others spell the name."""
    mentions = [*map(_family_named, people), *slips]
    forms = {mention.name for mention in mentions}
    readings = distinct(
        (
            *(
                reading_at(account.article, mention.start, mention.end, mention.name)
                for mention in sorted(mentions, key=lambda mention: mention.start)
            ),
            *(
                reading(passage, found.name)
                for found in collation.people
                if forms.intersection(found.variants)
                for passage in found.mentions
                if passage.article != account.id
            ),
        )
    )
    return Discrepancy(
        kind="name",
        severity="likely-error",
        confidence=0.8,
        summary=f"Spelling of the name {people[0].words[-1]}",
        explanation=who_gives_what(collation.event, readings, quoted),
        readings=readings,
        rule="a name that differs by a letter or two from a name before it, and has no owner of its own",
    )
