"""Who a source is: pronouns, offices and shortened descriptions resolved to one name within an article.

"He" is the first person of fitting gender in its own sentence or the nearest before it, since subjects come first and
are what a text goes on about (centering theory, Grosz, Joshi and Weinstein 1995).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from ..english.common_words import PREPOSITIONS
from ..english.cues import DOCUMENTS, GROUPS
from ..english.names import Entity
from ..english.roles import FEMALE_ROLES, MALE_ROLES, ROLES
from ..english.terms import NOUNS_IN_ING
from .lines import Line
from .phrases import AGED, Source, is_predicate
from .subjects import AUXILIARIES, after_introduction, clause_subject
from .tokens import Sentence, Token
from .verbs import can_speak

_GENDER = {**dict.fromkeys("he him his himself".split(), "m"), **dict.fromkeys("she her hers herself".split(), "f")}
_GROUPS = frozenset("it its they their".split())
# Heads that show whether he or she is meant.
_SEXES = {**dict.fromkeys(MALE_ROLES | {"man", "boy"}, "m"), **dict.fromkeys(FEMALE_ROLES | {"woman", "girl"}, "f")}
_PERSONAL = frozenset((*_GENDER, *_SEXES))
_SENTENCES_BACK = 6
# "…, the ministry said on Monday."
_NEAR_END = 4
# Heads that say little: "the Norland leader" may be the Norland president.
_GENERAL = frozenset("leader chief head politician official diplomat".split())
_DETERMINER = re.compile(r"\A(?:the|a|an|both|this|that|these) ", re.IGNORECASE)
_WORD = re.compile(r"[\w’'-]+")
_COMPLEMENT = re.compile(r" (?:of|from|by|to|for|in|at|on) ")

# What a pronoun stands for: the index of an entity, or a description.
Antecedent = int | Source


def resolve_pronouns(
    lines: Sequence[Line], entities: Sequence[Entity], speaking: Container[int]
) -> dict[int, Antecedent]:
    """What each "he", "she" and "it" outside quotations stands for, by the pronoun's offset.

    `speaking` are the entities that are sources: one of them may be a person though its name does not show it.
    """
    sentences = [line.tokens for line in lines]
    likely = _likely_people(sentences)
    genders: list[str | None] = []
    for i, entity in enumerate(entities):
        is_plural = len(entity.words) == 1 and entity.name.endswith("s")
        may_be = entity.kind == "other" and not is_plural and (i in speaking or i in likely)
        is_person = entity.kind == "person" or may_be
        genders.append((entity.gender or "?") if is_person else None)

    def is_doubtful(antecedent: Antecedent) -> bool:
        return isinstance(antecedent, int) and entities[antecedent].kind != "person"

    found = _resolve_groups(lines, entities)
    recent: list[list[Antecedent]] = []
    for clause in (clause for sentence in sentences for clause in _clauses(sentence)):
        subjects: list[Antecedent] = []
        owners: list[Antecedent] = []
        met: list[Antecedent] = []
        recent = [subjects, *recent[:_SENTENCES_BACK]]
        before: Token | None = None
        for token in _without_introduction(clause):
            person = None
            if token.kind == "name" or token.text in _PERSONAL or token.text.endswith(AGED):
                others = [owners] if token.text in ("he", "she") else [met, owners]
                person = _person(token, before, [subjects, *others, *recent[1:]], genders)
            if person is not None and token.text in _SEXES:
                met.append(person)
            elif person is not None:
                if token.kind == "word":
                    found[before.start if before and token.text.endswith(AGED) else token.start] = person
                (owners if token.owner or token.text in ("his", "her") else subjects).append(person)
            before = token
        subjects += owners
        subjects[:0] = _subject(clause, genders)
        subjects.sort(key=is_doubtful)
    return found


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
        return entities[source.entity].kind != "person" and (pronoun == "it" or _is_plural(entities[source.entity]))
    if pronoun == "they":
        return source.head == "both" or (source.head.endswith("s") and can_speak(source))
    return source.head in DOCUMENTS | GROUPS


def _subject(clause: Sentence, genders: Sequence[str | None]) -> list[Antecedent]:
    """The person who is the subject of a clause, named or not: "Northway's boss Ula Vik", "A spokeswoman"."""
    subject = clause_subject(clause, 0, len(clause))
    if subject is None:
        return []
    if subject.entity >= 0:
        return [subject.entity] if genders[subject.entity] else []
    indefinite = clause[subject.begin].text in ("a", "an", "one", "another")
    return [subject] if indefinite and subject.head in _SEXES else []


def _clauses(sentence: Sentence) -> Iterator[Sentence]:
    """The main clauses of a sentence, which a semicolon parts."""
    start = 0
    for at, token in enumerate(sentence):
        if token.text == ";":
            yield sentence[start:at]
            start = at + 1
    yield sentence[start:]


def _without_introduction(sentence: Sentence) -> Sentence:
    """The sentence after "In talks with …," or "Standing beside …,": who is named there is not the subject."""
    opener = sentence[0].text if sentence else ""
    inner = sentence[1].text if len(sentence) > 1 else ""
    doing = opener.endswith("ing") and opener not in NOUNS_IN_ING
    if not (opener in PREPOSITIONS or doing) or (opener in ("after", "before", "since") and not inner.endswith("ing")):
        return sentence
    return sentence[after_introduction(sentence, 0, len(sentence)) or 0 :]


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
    gender = "?" if aged else _GENDER.get(token.text)
    if gender is None:
        return None
    for person in (person for subjects in recent for person in subjects):
        known = genders[person] if isinstance(person, int) else _SEXES[person.head]
        if "?" in (known, gender) or known == gender:
            return person
    return None


def name_of(
    source: Source, text: str, entities: Sequence[Entity], pronouns: Mapping[int, Antecedent], earlier: Iterable[str]
) -> str | None:
    """The canonical name of a source; where it has none, its description as printed, without an article.

    `earlier` are the descriptions met before, in the order of the text. None for a pronoun without an antecedent.
    """
    if source.entity >= 0:
        return entities[source.entity].name
    meant = source.head in _GENDER or source.head in _GROUPS or source.head.endswith(AGED)
    person = pronouns.get(source.start) if meant else None
    if isinstance(person, Source):
        source = person
    elif person is not None:
        return entities[person].name
    elif source.head in _GENDER:
        return None
    if source.head in _GROUPS:
        return _group(source, entities, earlier)
    if source.head in ("i", "we", "you", "who"):
        return None
    printed = text[source.start : source.end]
    opener = printed.split(" ", 1)[0]
    owner = pronouns.get(source.start) if opener.lower() in ("his", "her") else None
    if isinstance(owner, int):  # "her lawyer"
        return f"{entities[owner].name}’s{printed.removeprefix(opener)}"
    holder = _holder(source, printed, entities) or _namesake(source, printed, entities)
    return holder or _fuller(source, printed, earlier) or _DETERMINER.sub("", printed, count=1)


def _group(source: Source, entities: Sequence[Entity], earlier: Iterable[str]) -> str | None:
    """The source before, if "it" may stand for it, a body or a document, or "they", several people."""
    last = next(iter(reversed(list(earlier))), "")
    one = source.head in ("it", "its")
    named = next((entity for entity in entities if entity.name == last), None)
    if named:
        return last if named.kind != "person" and (one or _is_plural(named)) else None
    heads = _words(_COMPLEMENT.split(last)[0])[-1:]
    return last if any(head in DOCUMENTS | GROUPS if one else head.endswith("s") for head in heads) else None


def _is_plural(entity: Entity) -> bool:
    return entity.kind == "organisation" or entity.name.endswith("s")


def _holder(source: Source, printed: str, entities: Sequence[Entity]) -> str | None:
    """The person last named who has the office of a definite description: "the minister"."""
    if not printed.lower().startswith(("the ", "this ")) or source.head not in ROLES:
        return None
    words = set(_words(printed)[1:])
    if source.head in _GENERAL and len(words) > 1:
        words.discard(source.head)
    else:
        words = {source.head}
    holders = [
        (mention.start, entity.name)
        for entity in entities
        if entity.kind == "person" and any(words <= set(_words(role)) for role in entity.roles)
        for mention in entity.mentions
        if mention.start < source.start
    ]
    return max(holders)[1] if holders else None


def _namesake(source: Source, printed: str, entities: Sequence[Entity]) -> str | None:
    """The one body whose name ends in the head of a definite description: "the zoo" of Velmar Zoo."""
    if not printed.lower().startswith("the ") or source.head not in GROUPS or " " in printed[4:]:
        return None
    names = [entity.name for entity in entities if entity.kind != "person" and len(entity.words) > 1]
    same = [name for name in names if name.lower().endswith(" " + source.head)]
    return same[0] if len(same) == 1 else None


def _fuller(source: Source, printed: str, earlier: Iterable[str]) -> str | None:
    """The description met before that a definite one repeats in short: "the officials"."""
    if not printed.lower().startswith(("the ", "these ", "those ")) or source.head in ("man", "woman", "person"):
        return None
    same = [
        known for known in earlier if source.head in _words(known) and set(_words(printed)[1:]) <= set(_words(known))
    ]
    return same[-1] if same else None


def _words(phrase: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(phrase)]
