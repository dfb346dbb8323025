"""When something was done that is done once: the same deed of the same person on different days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec

from digest import Account, Article, Claim, Collation, Discrepancy, Event, Passage, Severity, Span
from digest.text import words

from ..english.lemmas import content_lemmas, lemma
from ..english.names import find_entities
from .contexts import by_sentence
from .dates import days_of, detail_of
from .readings import distinct, reading, who_gives_what

# What happens to someone or something once in a story, so that two days for it cannot both be right.
ONCE = frozenset(
    """arrive land depart resign die arrest sign elect appoint nominate marry divorce indict convict sentence acquit
    hospitalize hospitalise collapse crash sink erupt explode kidnap abduct escape surrender retire launch inaugurate
    bury kill shoot charge plead quit build found establish publish issue date close expire enact""".split()
)
_NEGATED = frozenset("not never n't yet would will could may might if should".split())
# How many words may stand between the verb and its date, and between the verb and the name before it.
_DATE_TO_VERB, _VERB_TO_NAME, _DATE_TO_NAME = 7, 6, 3
_OBJECT = 8


class Deed(msgspec.Struct, frozen=True):
    """Who did what once ("was arrested"), what follows the verb, and the passage with the date given for it."""

    who: str
    what: str
    rest: frozenset[str]
    passage: Passage
    date: str
    detail: str
    days: tuple[int, int]


def differing_deeds(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each deed that accounts date to different days, or name the day of at different detail."""
    found: defaultdict[tuple[str, str], list[Deed]] = defaultdict(list)
    for account in collation.event.accounts:
        for deed in _deeds(collation, account):
            found[deed.who, deed.what].append(deed)
    for deeds in found.values():
        severity = _severity(deeds)
        if severity and len({deed.passage.article for deed in deeds}) > 1:
            yield _discrepancy(collation.event, deeds, severity)


def _deeds(collation: Collation, account: Account) -> Iterator[Deed]:
    """The deeds of people in sentences that have one date alone."""
    people = _people(collation, account)
    dates = by_sentence(claim for claim in account.claims if claim.kind == "date" and claim.unit == "date")
    for claim in (found[0] for found in dates.values() if len(found) == 1):
        days = days_of(collation.event, claim)
        if days is None:
            continue
        spans = words(account.article.text, *claim.sentence)
        for verb in range(len(spans)):
            deed = _deed(account.article, spans, verb, people, claim, days)
            if deed:
                yield deed


def _people(collation: Collation, account: Account) -> dict[int, str]:
    """Where people are mentioned, and under which name."""
    names = {form: person.name for person in collation.people for form in (person.name, *person.variants)}
    return {
        mention.start: names.get(entity.name, entity.name)
        for entity in find_entities(account.article)
        for mention in entity.mentions
        if entity.kind == "person" or entity.name in names
    }


def _deed(
    article: Article, spans: Sequence[Span], verb: int, people: dict[int, str], claim: Claim, days: tuple[int, int]
) -> Deed | None:
    """The deed of the verb at an index, if someone is named before it and the date is close on either side."""
    text = article.text
    word = text[slice(*spans[verb])]
    before = spans[max(0, verb - _VERB_TO_NAME) : verb]
    name = next((start for start, _ in reversed(before) if start in people), None)
    if not word.endswith("ed") or lemma(word) not in ONCE or name is None:
        return None
    if any(text[start:end].lower() in _NEGATED for start, end in before if start > name):
        return None
    to_date = len(words(text, spans[verb][1], claim.start)) if claim.start > spans[verb][1] else _DATE_TO_VERB + 1
    to_name = len(words(text, claim.end, name)) if claim.end <= name else _DATE_TO_NAME + 1
    if to_date > _DATE_TO_VERB and to_name > _DATE_TO_NAME:
        return None
    rest = content_lemmas(text, spans[verb][1], spans[min(verb + _OBJECT, len(spans) - 1)][1])
    start, end = min(name, claim.start), max(spans[verb][1], claim.end)
    passive = text[slice(*spans[verb - 1])].lower() in ("was", "were", "been")
    return Deed(
        who=people[name],
        what=("was " if passive else "") + word,
        rest=frozenset(rest),
        passage=article.passage(start, end),
        date=claim.text,
        detail=detail_of(claim.value),
        days=days,
    )


def _severity(deeds: Sequence[Deed]) -> Severity | None:
    for one, other in combinations(deeds, 2):
        apart = one.days[1] < other.days[0] or other.days[1] < one.days[0]
        if apart and (not one.rest or not other.rest or one.rest & other.rest):
            return "contradiction"
        if apart:
            return None
    return "consistent-but-different-granularity" if len({deed.detail for deed in deeds}) > 1 else None


def _discrepancy(event: Event, deeds: Sequence[Deed], severity: Severity) -> Discrepancy:
    readings = distinct(reading(deed.passage, deed.date) for deed in deeds)
    return Discrepancy(
        kind="date",
        severity=severity,
        confidence=0.5 if severity == "contradiction" else 0.6,
        summary=f"When {deeds[0].who} {deeds[0].what}",
        explanation=who_gives_what(event, readings),
        readings=readings,
        rule="the same verb of one person with two dates",
    )
