"""Names of one person in two spellings: a slip inside an article, another form of a given name across outlets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import DamerauLevenshtein

from digest import Account, Collation, Discrepancy, Passage, Person

from ..english.given_names import GIVEN
from ..english.names import Entity, Mention, find_entities
from ..english.terms import is_demonym
from .readings import distinct, quoted, reading, reading_at, who_gives_what

# A slip is a letter or two in a name long enough that chance is out of the question.
_SHORTEST, _SHORTEST_FOR_TWO = 5, 8
# So many mentions in an article make someone a person of its story.
_CENTRAL = 3


def misspelt_names(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each family name that one article spells in two ways."""
    for account in collation.event.accounts:
        entities = find_entities(account.article)
        people = [entity for entity in entities if entity.kind == "person" and len(entity.words) > 1]
        slips: dict[tuple[str, ...], list[Mention]] = {}
        for mention in (mention for entity in entities for mention in entity.mentions):
            owners = _owners(mention, people)
            if owners:
                slips.setdefault(tuple(owner.name for owner in owners), []).append(mention)
        for names, mentions in slips.items():
            yield _slip(collation, account, [person for person in people if person.name in names], mentions)


def _owners(mention: Mention, people: Sequence[Entity]) -> list[Entity]:
    """Those whose name a mention may have misspelt: they are named before it.

    A name that somebody in the article has as it stands is no slip.
    """
    words = _words(mention.name)
    if not words or any(words == person.words[-1:] for person in people):
        return []
    return [person for person in people if person.mentions[0].start < mention.start and _is_slip(person, words)]


def _words(name: str) -> list[str]:
    return name.replace(".", "").split()


def _is_slip(person: Entity, name: Sequence[str]) -> bool:
    """Whether a name is a person's, misspelt: a family name alone, or one word changed in the full name."""
    full = person.words
    if len(name) == 1:
        return _is_near(full[-1], name[0])
    if len(name) != len(full):
        return False
    pairs = [(a, b) for a, b in zip(full, name, strict=True) if a != b]
    return len(pairs) == 1 and _is_near(*pairs[0]) and not {*pairs[0]} <= GIVEN


def _is_near(name: str, other: str) -> bool:
    distance = DamerauLevenshtein.distance(name, other)
    allowed = 2 if min(len(name), len(other)) >= _SHORTEST_FOR_TWO else 1
    return (
        min(len(name), len(other)) >= _SHORTEST
        and not (is_demonym(name) or is_demonym(other))
        and name[0] == other[0]
        and 0 < distance <= allowed
        and name.rstrip("s") != other.rstrip("s")
    )


def _slip(collation: Collation, account: Account, people: Sequence[Entity], slips: Sequence[Mention]) -> Discrepancy:
    mentions = [*(person.mentions[0] for person in people), *slips]
    readings = distinct(
        reading_at(account.article, mention.start, mention.end, mention.name)
        for mention in sorted(mentions, key=lambda mention: mention.start)
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


def other_given_names(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each person of the story whom outlets give different first names, as Tony and Antony.

    Someone who is only named in passing is left out: every outlet has its own style for that.
    """
    for person in collation.people:
        counts = Counter(mention.article for mention in person.mentions)
        given = ((passage, name) for passage, name in _given_names(person) if counts[passage.article] >= _CENTRAL)
        readings = distinct(reading(passage, name) for passage, name in given)
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
