"""Names of one person that outlets spell in two ways, and first names in two forms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import combinations

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from digest import Collation, Discrepancy, Passage, Person

from ..english.given_names import GIVEN
from ..english.terms import is_demonym
from .forms import CENTRAL, are_given, is_doubled, is_run_together, words_of_name
from .readings import distinct, quoted, reading, speaks, who_gives_what

# In so many letters two may differ; how alike full names must be of which more than one word differs, in percent.
_SHORTEST, _ALIKE = 5, 80


def spelt_otherwise(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each name that outlets spell in different ways, while no outlet has it both ways."""
    named = [(person, {passage.article for passage in person.mentions}) for person in collation.people]
    for (one, outlets), (other, others) in combinations(named, 2):
        differing = _differing(one.name, other.name) if not outlets & others else []
        if differing and not (_is_beside(other, others, one, named) or _is_beside(one, outlets, other, named)):
            readings = distinct(
                reading(passage, person.name)
                for person in (one, other)
                for passage in person.mentions
                if passage.text.split()[-1] in person.name
            )
            # What several outlets each print is no slip: a foreign name has more than one transcription.
            known = differing == [0] or min(len(outlets), len(others)) > 1
            yield Discrepancy(
                kind="name",
                severity="wording-only" if known else "likely-error",
                confidence=0.9,
                summary=f"Spelling of the name {one.name}",
                explanation=who_gives_what(collation.event, readings, quoted),
                readings=readings,
                rule="two full names of people that differ by a letter or two, never in one article",
            )


def _is_beside(person: Person, outlets: Set[str], other: Person, named: Sequence[tuple[Person, Set[str]]]) -> bool:
    """Whether an outlet names a person beside somebody whose name is nearer to the other's: a child of a like name."""
    apart = _distance(person.name, other.name)
    return any(
        outlets & others and _differing(third.name, other.name) and _distance(third.name, other.name) < apart
        for third, others in named
    )


def _distance(name: str, other: str) -> int:
    return DamerauLevenshtein.distance(" ".join(words_of_name(name)), " ".join(words_of_name(other)))


def is_misspelling(name: str, other: str) -> bool:
    """Whether two full names can be one person's, one of them misspelt."""
    return bool(_differing(name, other))


def _differing(name: str, other: str) -> list[int]:
    """Which words differ between two full names that can be one person's, misspelt; none if they cannot be or agree.

    Accents and hyphens make no difference. Two first names, or other initials of the family name, are of two people.
    """
    one, two = words_of_name(name), words_of_name(other)
    if len(one) != len(two) or len(one) < 2 or one[-1][0] != two[-1][0] or any(map(is_run_together, (name, other))):
        return []
    pairs = [(place, a, b) for place, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
    if len(pairs) > 1 and fuzz.ratio(" ".join(one), " ".join(two)) < _ALIKE:
        return []
    if len(one[-1]) == len(two[-1]) < _SHORTEST and one[-1] != two[-1]:
        return []  # One letter for another makes another short family name: "Dale" and "Daly".
    near = all(_are_near(a, b) and not are_given(a, b) and not _is_people(a, b) for _, a, b in pairs)
    return [place for place, _, _ in pairs] if near else []


def _is_people(*words: str) -> bool:
    """Whether one of two words is of a people, as in "Lappland Guard" and "Lapplandian Guard"."""
    return any(is_demonym(word.title()) for word in words)


def _are_near(word: str, other: str) -> bool:
    shortest = min(len(word), len(other))
    allowed = 2 if shortest >= _SHORTEST else 1
    return shortest >= _SHORTEST - 1 and DamerauLevenshtein.distance(word, other) <= allowed


def other_given_names(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each person of the story whom outlets give different first names, as Tony and Antony.

    Someone who is only named in passing is left out, as every outlet has its own style for that, unless a letter is
    doubled, as in Alan and Allan; so is what is quoted.
    """
    articles = collation.event.by_id
    for person in collation.people:
        counts = Counter(mention.article for mention in person.mentions)
        given = [(at, name) for at, name in _given_names(person) if not speaks(articles[at.article], at.start, at.end)]
        names = {name for _, name in given}
        doubled = {name for pair in combinations(sorted(names), 2) if is_doubled(*pair) for name in pair}
        told = [(at, name) for at, name in given if counts[at.article] >= CENTRAL or name in doubled]
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
