"""What "he", "she", "it" and "they" stand for, within an article.

"He" is the first person of fitting gender in its own clause or the nearest before it, since subjects come first and
are what a text goes on about (centering theory, Grosz, Joshi and Weinstein 1995); then comes who was said to speak.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from ..english.common_words import AUXILIARIES, PREPOSITIONS
from ..english.cues import TELLERS
from ..english.gazetteer import PLACES
from ..english.names import Entity
from ..english.roles import FEMALE_ROLES, MALE_ROLES
from ..english.terms import NOUNS_IN_ING
from .frames import Frame
from .lines import Line
from .offices import holder
from .openings import after_introduction, clause_subject
from .phrases import AGED, Source, is_predicate
from .tokens import Sentence, Token
from .verbs import can_speak

GENDER = {**dict.fromkeys("he him his himself".split(), "m"), **dict.fromkeys("she her hers herself".split(), "f")}
# Heads that show whether he or she is meant.
_SEXES = {**dict.fromkeys(MALE_ROLES | {"man", "boy"}, "m"), **dict.fromkeys(FEMALE_ROLES | {"woman", "girl"}, "f")}
_PERSONAL = frozenset((*GENDER, *_SEXES))
_SENTENCES_BACK = 6
# "…, the ministry said on Monday."
_NEAR_END = 4

# What a pronoun stands for: the index of an entity, or a description.
Antecedent = int | Source


def resolve_pronouns(
    lines: Sequence[Line], text: str, entities: Sequence[Entity], speaking: Container[int]
) -> dict[int, Antecedent]:
    """What each "he", "she" and "it" outside quotations stands for, by the pronoun's offset.

    `speaking` are the entities that are sources: one of them may be a person though its name does not show it.
    """
    genders = _genders(lines, entities, speaking)

    def person_of(source: Source, clause: Sentence) -> list[Antecedent]:
        """The person whom a noun phrase means, named or not: "Northway's boss Ula Vik", "the boss", "A woman"."""
        if source.entity >= 0:
            return [source.entity] if genders[source.entity] else []
        if source.head in GENDER:
            return [found[source.start]] if source.start in found else []
        office = holder(text[source.start : source.end], source.head, source.start, entities)
        if office is not None:
            return [office]
        indefinite = source.begin < len(clause) and clause[source.begin].text in ("a", "an", "one", "another")
        return [source] if indefinite and source.head in _SEXES else []

    def is_known(person: Antecedent) -> bool:
        return isinstance(person, Source) or entities[person].kind == "person"

    def is_place(index: int) -> bool:
        return index >= 0 and entities[index].name in PLACES

    found = _resolve_groups(lines, entities)
    recent: list[list[Antecedent]] = []
    for line in lines:
        for clause in filter(None, _clauses(line.tokens)):
            frames = [frame for frame in line.frames if clause[0].start <= frame.source.start < clause[-1].end]
            subject = clause_subject(clause, 0, len(clause))
            main = person_of(subject, clause) if subject else []
            at = _introduction_end(clause, frames)
            _read(clause[:at], [main, *recent], genders, found)
            people = _read(clause[at:], recent, genders, found, _telling_at_end(clause, frames))
            sources = [person for frame in frames for person in person_of(frame.source, line.tokens)]
            places = [frame.source.entity for frame in frames if is_place(frame.source.entity)]  # "Norway said"
            people = [*main, *filter(is_known, sources), *people, *places]
            people.sort(key=lambda person: not is_known(person))
            if line.block.kind != "caption":
                recent = [people, *recent[:_SENTENCES_BACK]]
    return found


def _genders(lines: Sequence[Line], entities: Sequence[Entity], speaking: Container[int]) -> list[str | None]:
    """For each entity "m", "f" or "?", and None where it is no person."""
    likely = _likely_people([line.tokens for line in lines])
    genders: list[str | None] = []
    for i, entity in enumerate(entities):
        is_plural = len(entity.words) == 1 and entity.name.endswith("s")
        may_be = entity.kind == "other" and not is_plural and entity.name not in PLACES
        may_be = may_be and (i in speaking or i in likely)
        genders.append((entity.gender or "?") if entity.kind == "person" or may_be else None)
    return genders


def _read(
    tokens: Sentence,
    recent: Sequence[Sequence[Antecedent]],
    genders: Sequence[str | None],
    found: dict[int, Antecedent],
    teller: int = -1,
) -> list[Antecedent]:
    """The people of a stretch of words, owners last; what its pronouns stand for is added to `found`.

    The pronoun at the offset `teller` is nobody who is named before it there.
    """
    subjects: list[Antecedent] = []
    owners: list[Antecedent] = []
    met: list[Antecedent] = []
    before: Token | None = None
    for token in tokens:
        person = None
        if token.kind == "name" or token.text in _PERSONAL or token.text.endswith(AGED):
            others = [owners] if token.text in ("he", "she") else [met, owners]
            here = [] if token.start == teller else [subjects, *others]
            person = _person(token, before, [*here, *recent], genders)
        if person is not None and token.text in _SEXES:
            met.append(person)
        elif person is not None:
            if token.kind == "word":
                found[before.start if before and token.text.endswith(AGED) else token.start] = person
            (owners if token.owner or token.text in ("his", "her") else subjects).append(person)
        before = token
    return subjects + owners


def _telling_at_end(clause: Sentence, frames: Sequence[Frame]) -> int:
    """The offset of "he" in "Brandt will come, he said": it is none of those whom he tells of. -1 if it isn't so."""
    last = frames[-1] if frames else None
    if last is None or last.source.head not in ("he", "she") or last.stop <= len(clause) - _NEAR_END:
        return -1
    if last.stop - last.begin > _NEAR_END:
        return -1
    before = next((i for i, token in enumerate(clause) if token.start == last.source.start), 0) - 1
    return last.source.start if before > 0 and clause[before].text == "," else -1


def _introduction_end(clause: Sentence, frames: Sequence[Frame]) -> int:
    """The index after "In talks with …," or "Standing beside …,": who is named there is not the subject.

    "In that letter he argued" needs no comma.
    """
    opener = clause[0].text if clause else ""
    inner = clause[1].text if len(clause) > 1 else ""
    doing = opener.endswith("ing") and opener not in NOUNS_IN_ING
    if not (opener in PREPOSITIONS or doing) or (opener in ("after", "before", "since") and not inner.endswith("ing")):
        return 0
    end = after_introduction(clause, 0, len(clause)) or 0
    heads = [frame.source.start for frame in frames if frame.source.head in ("he", "she")]
    inside = [i for i in range(end) if clause[i].start in heads[:1]]
    return inside[0] if inside and len(frames) == 1 else end


def _likely_people(sentences: Sequence[Sentence]) -> set[int]:
    """Names that may be people's, of which nothing tells but the next sentence: "Ula Vik is eleven. She …"."""
    return {
        first[0].entity
        for first, second in pairwise(sentences)
        if second[0].text in ("he", "she") and first[0].kind == "name" and " " in first[0].text and not first[0].owner
        if len(first) > 1 and (is_predicate(first[1]) or first[1].text in AUXILIARIES)
    }


def is_the(tokens: Sentence, source: Source) -> bool:
    """Whether a source is a name after "the", which no person's is."""
    return source.stop - source.begin == 2 and tokens[source.begin].text == "the"


def _resolve_groups(lines: Sequence[Line], entities: Sequence[Entity]) -> dict[int, Antecedent]:
    """Each "it" and "they" that is a subject: the subject of the sentence before, or who is said there to say it."""
    found: dict[int, Antecedent] = {}
    before: Source | None = None
    for line in lines:
        subject = clause_subject(line.tokens, 0, len(line.tokens))
        if subject and before and subject.head in ("it", "they") and _is_group(before, entities, subject.head):
            found[subject.start] = before.entity if before.entity >= 0 else before
        else:
            last = line.frames[-1] if line.frames else None
            before = last.source if last and last.stop > len(line.tokens) - _NEAR_END else subject
    return found


def _is_group(source: Source, entities: Sequence[Entity], pronoun: str) -> bool:
    """Whether "it", or "they", may stand for a source."""
    if source.entity >= 0:
        return entities[source.entity].kind != "person" and (pronoun == "it" or is_plural(entities[source.entity]))
    if pronoun == "they":
        return source.head == "both" or (source.head.endswith("s") and can_speak(source))
    return source.head in TELLERS


def is_plural(entity: Entity) -> bool:
    """Whether "they" may stand for a body or a people."""
    return entity.kind == "organisation" or entity.name.endswith("s")


def _clauses(sentence: Sentence) -> Iterator[Sentence]:
    """The main clauses of a sentence, which a semicolon parts."""
    start = 0
    for at, token in enumerate(sentence):
        if token.text == ";":
            yield sentence[start:at]
            start = at + 1
    yield sentence[start:]


def _person(
    token: Token, before: Token | None, recent: Sequence[Sequence[Antecedent]], genders: Sequence[str | None]
) -> Antecedent | None:
    """The person that a name, a pronoun, "a woman" or "the 56-year-old" means.

    `before` is the token before it. A gender is "m", "f" or "?"; None is no person.
    """
    if token.kind == "name":
        return token.entity if genders[token.entity] else None
    if token.kind != "word":
        return None
    if before and before.text in ("a", "an") and token.text in _SEXES:
        return Source(before.start, token.end, 0, 0, token.text)
    aged = before is not None and before.text == "the" and token.text.endswith(AGED)
    gender = "?" if aged else GENDER.get(token.text)
    if gender is None:
        return None
    for person in (person for subjects in recent for person in subjects):
        known = (genders[person] or "?") if isinstance(person, int) else _SEXES[person.head]
        if "?" in (known, gender) or known == gender:
            return person
    return None
