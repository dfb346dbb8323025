"""When something was done that is done once: the same deed of the same person on different days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from digest import Account, Claim, Collation, Discrepancy, Event, Severity, Span
from digest.text import words

from ..english.clauses import clause_around
from ..english.lemmas import lemma
from ..english.names import find_entities
from .dates import day_of, detail_of
from .readings import distinct, reading, who_gives_what

# What happens to someone once in a story, so that two days for it cannot both be right.
_ONCE = frozenset(
    """arrive land depart resign die arrest sign elect appoint nominate marry divorce indict convict sentence acquit
    hospitalize hospitalise collapse crash sink erupt explode kidnap abduct escape surrender retire launch inaugurate
    bury kill shoot charge plead quit""".split()
)
_NEGATED = frozenset("not never n't yet would will could may might if should".split())
_DATE_TO_VERB, _VERB_TO_NAME = 7, 6


class Deed(msgspec.Struct, frozen=True):
    """Who did what once ("was arrested"), the date given for it, and the day that it names."""

    who: str
    what: str
    claim: Claim
    day: int


def differing_deeds(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each deed that accounts date to different days, or name the day of at different detail."""
    names = {form: person.name for person in collation.people for form in (person.name, *person.variants)}
    found: defaultdict[tuple[str, str], list[Deed]] = defaultdict(list)
    for account in collation.event.accounts:
        for deed in _deeds(collation.event, account, names):
            found[deed.who, deed.what].append(deed)
    for deeds in found.values():
        severity = _severity(deeds)
        if severity and len({deed.claim.article for deed in deeds}) > 1:
            yield _discrepancy(collation.event, deeds, severity)


def _deeds(event: Event, account: Account, names: dict[str, str]) -> Iterator[Deed]:
    text = account.article.text
    named = {
        mention.start: names.get(entity.name, entity.name)
        for entity in find_entities(account.article)
        for mention in entity.mentions
        if entity.kind == "person" or entity.name in names
    }
    for claim in account.claims:
        day = day_of(event, claim) if claim.kind == "date" else None
        if day is None:
            continue
        spans = words(text, *clause_around(text, claim.sentence, claim.start))
        verb = _verb_near(text, spans, claim)
        if verb is None:
            continue
        before = spans[max(0, verb - _VERB_TO_NAME) : verb]
        who = next((named[start] for start, _ in reversed(before) if start in named), None)
        if who and not any(text[start:end].lower() in _NEGATED for start, end in before):
            yield Deed(who, _printed(text, spans, verb), claim, day)


def _verb_near(text: str, spans: Sequence[Span], claim: Claim) -> int | None:
    """The index of the one verb of `_ONCE` that stands close before the date, in the past tense."""
    near = [i for i, (start, _) in enumerate(spans) if start < claim.start][-_DATE_TO_VERB:]
    found = [i for i in near if lemma(text[slice(*spans[i])]) in _ONCE and text[slice(*spans[i])].endswith("ed")]
    return found[0] if len(found) == 1 else None


def _printed(text: str, spans: Sequence[Span], verb: int) -> str:
    """The verb as printed, with "was" where it is in the passive."""
    passive = verb > 0 and text[slice(*spans[verb - 1])].lower() in ("was", "were", "been")
    return ("was " if passive else "") + text[slice(*spans[verb])]


def _severity(deeds: Sequence[Deed]) -> Severity | None:
    if len({deed.day for deed in deeds}) > 1:
        return "contradiction"
    forms = {detail_of(deed.claim.value) for deed in deeds}
    return "consistent-but-different-granularity" if len(forms) > 1 else None


def _discrepancy(event: Event, deeds: Sequence[Deed], severity: Severity) -> Discrepancy:
    readings = distinct(reading(deed.claim, deed.claim.text) for deed in deeds)
    return Discrepancy(
        kind="date",
        severity=severity,
        confidence=0.6,
        summary=f"Day on which {deeds[0].who} {deeds[0].what}",
        explanation=who_gives_what(event, readings),
        readings=readings,
        rule="the same verb of one person with two dates",
    )
