"""Names of one person in two spellings, inside an article or across outlets, and in two forms of a given name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from digest import Account, Collation, Discrepancy, Event, Passage, Person
from digest.text import plain

from ..english.given_names import GIVEN
from ..english.names import Entity, Mention, find_entities
from ..english.terms import is_demonym
from .readings import distinct, quoted, reading, reading_at, who_gives_what

# A slip is a letter or two in a name long enough that chance is out of the question.
_SHORTEST, _SHORTEST_FOR_TWO = 5, 8
# How alike two full names must be of which more than one word differs, in percent.
_ALIKE = 80
_WHERE = re.compile(
    r"\b(?:on|in|at|near|via|through|from|(?:city|town|village|province|siege|battle) of) $", re.IGNORECASE
)
# What one posts on is no person, whatever follows its name.
_MEDIUM = re.compile(r"\b(?:wr[io]te|writ(?:es|ing|ten)|posts?|posted|posting|shared|published|messages?|videos?) on $")
_DOUBLE = re.compile(r"(\w)\1")
# So many mentions in an article make someone a person of its story.
_CENTRAL = 3


def misspelt_names(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each family name that one article spells in two ways."""
    yield from collation.derived(_misspelt)


def _misspelt(collation: Collation) -> tuple[Discrepancy, ...]:
    return tuple(_slips(collation))


def _slips(collation: Collation) -> Iterator[Discrepancy]:
    things = {name for account in collation.event.accounts for name in _things(account)}
    known = names_of_people(collation.event)
    for account in collation.event.accounts:
        entities = find_entities(account.article)
        people = [entity for entity in entities if entity.name in known and _is_known(entity)]
        slips: dict[tuple[str, ...], list[Mention]] = {}
        for mention in (mention for entity in entities for mention in entity.mentions):
            owners = _owners(mention, people) if mention.name not in things else []
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
    return len(person.words) > 1 or len(person.mentions) >= _CENTRAL


def _things(account: Account) -> Iterator[str]:
    """The names of places and media: something stands on, in or near them ("wrote on Velmo")."""
    text = account.article.text
    for entity in find_entities(account.article):
        form = _MEDIUM if entity.kind == "person" else _WHERE
        for mention in entity.mentions:
            if form.search(text, max(0, mention.start - 20), mention.start):
                yield mention.name


def _owners(mention: Mention, people: Sequence[Entity]) -> list[Entity]:
    """Those whose name a mention may have misspelt: they are named before it.

    A name that somebody in the article has as it stands is no slip, nor is a first name.
    """
    words = _plain(mention.name)
    if not words or mention.name in GIVEN or any(_is_called(person, words) for person in people):
        return []
    return [person for person in people if person.mentions[0].start < mention.start and _is_slip(person, words)]


def _is_called(person: Entity, name: Sequence[str]) -> bool:
    """Whether a name is a person's family name, alone or with its particle ("al-Rashid")."""
    whole = _plain(person.name)
    return name == whole[-len(name) :] and (len(name) == 1 or len(name) < len(whole))


def _is_slip(person: Entity, name: Sequence[str]) -> bool:
    """Whether a name is a person's, misspelt in one word: the full name, the family name alone or with its particle."""
    whole = _plain(person.name)[-len(name) :]
    pairs = [(a, b) for a, b in zip(whole, name, strict=False) if a != b]
    return len(whole) == len(name) and len(pairs) == 1 and _is_near(*pairs[0]) and not _are_given(*pairs[0])


def _is_near(name: str, other: str) -> bool:
    """Whether a letter or two differ; not where one goes on where the other ends, as "Clark" and "Clarke"."""
    distance = DamerauLevenshtein.distance(name, other)
    allowed = 2 if min(len(name), len(other)) >= _SHORTEST_FOR_TWO else 1
    return (
        min(len(name), len(other)) >= _SHORTEST
        and 0 < distance <= allowed
        and name[0] == other[0]
        and not name.startswith(other)
        and not other.startswith(name)
        and not (is_demonym(name.title()) or is_demonym(other.title()))
    )


def _slip(collation: Collation, account: Account, people: Sequence[Entity], slips: Sequence[Mention]) -> Discrepancy:
    """The slip in its article, and how others spell the name."""
    mentions = [*(person.mentions[0] for person in people), *slips]
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


def spelt_otherwise(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each name that outlets spell in different ways, while no outlet has it both ways."""
    told = [{found.value.split()[-1] for found in slip.readings} for slip in collation.derived(_misspelt)]
    named = [(person, {passage.article for passage in person.mentions}) for person in collation.people]
    for (one, outlets), (other, others) in combinations(named, 2):
        differing = _differing(one.name, other.name) if not outlets & others else []
        if differing and not any({one.name.split()[-1], other.name.split()[-1]} <= forms for forms in told):
            readings = distinct(
                reading(passage, person.name)
                for person in (one, other)
                for passage in person.mentions
                if passage.text.split()[-1] in person.name
            )
            only_given = differing == [0]
            yield Discrepancy(
                kind="name",
                severity="wording-only" if only_given else "likely-error",
                confidence=0.7,
                summary=f"Spelling of the name {one.name}",
                explanation=who_gives_what(collation.event, readings, quoted),
                readings=readings,
                rule="two full names of people that differ by a letter or two, never in one article",
            )


def is_misspelling(name: str, other: str) -> bool:
    """Whether two full names can be one person's, one of them misspelt."""
    return bool(_differing(name, other))


def _differing(name: str, other: str) -> list[int]:
    """Which words differ between two full names that can be one person's, misspelt; none if they cannot be or agree.

    Accents and hyphens make no difference. Two known first names are of two people.
    """
    one, two = _plain(name), _plain(other)
    if len(one) != len(two) or len(one) < 2:
        return []
    pairs = [(place, a, b) for place, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
    if len(pairs) > 1 and fuzz.ratio(" ".join(one), " ".join(two)) < _ALIKE:
        return []
    near = all(_are_near(a, b) and not _are_given(a, b) for _, a, b in pairs)
    return [place for place, _, _ in pairs] if near else []


def _plain(name: str) -> list[str]:
    """The words of a name as they are compared: how hyphens, accents and capitals are set is an outlet's style."""
    return plain(name).replace("-", " ").replace(".", "").split()


def _are_given(name: str, other: str) -> bool:
    """Whether both are first names, and so of two people, unless one is the other with a letter doubled."""
    return {name.capitalize(), other.capitalize()} <= GIVEN and not _is_doubled(name, other)


def _is_doubled(name: str, other: str) -> bool:
    """Whether a letter inside a name is double in the other, as in Philip and Phillip."""
    return name != other and name[-1] == other[-1] and _DOUBLE.sub(r"\1", name) == _DOUBLE.sub(r"\1", other)


def _are_near(word: str, other: str) -> bool:
    shortest = min(len(word), len(other))
    allowed = 2 if shortest >= _SHORTEST else 1
    return shortest >= _SHORTEST - 1 and DamerauLevenshtein.distance(word, other) <= allowed


def other_given_names(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each person of the story whom outlets give different first names, as Tony and Antony.

    Someone who is only named in passing is left out, as every outlet has its own style for that, unless a letter is
    doubled, as in Alan and Allan.
    """
    for person in collation.people:
        counts = Counter(mention.article for mention in person.mentions)
        given = list(_given_names(person))
        names = {name for _, name in given}
        doubled = {name for pair in combinations(sorted(names), 2) if _is_doubled(*pair) for name in pair}
        told = [(at, name) for at, name in given if counts[at.article] >= _CENTRAL or name in doubled]
        readings = distinct(reading(passage, name) for passage, name in told)
        if len({found.value for found in readings}) > 1 and len({found.article for found in readings}) > 1:
            yield Discrepancy(
                kind="name",
                severity="wording-only",
                confidence=0.9,
                summary=f"First name of {person.name}",
                explanation=who_gives_what(collation.event, readings, quoted),
                readings=readings,
                rule="one person, different first names",
            )


def _given_names(person: Person) -> Iterator[tuple[Passage, str]]:
    """The full mentions of a person with the first name in each; an initial or an unknown name is none."""
    family = person.name.split()[-1]
    for passage in person.mentions:
        words = passage.text.replace("’s", "").split()
        if len(words) > 1 and words[-1] == family and words[0] in GIVEN:
            yield passage, words[0]
