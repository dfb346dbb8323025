"""Comparison: the accounts of one event side by side, through the plugins' alignments, topics and discrepancies."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from digest.annotate import verbatim
from digest.errors import PluginError
from digest.model import (
    Account,
    Alignment,
    Article,
    Collation,
    Comparison,
    Discrepancy,
    Event,
    Passage,
    Person,
    Reuse,
    Statement,
    Topic,
)
from digest.plugins import Host

T = TypeVar("T", Alignment, Discrepancy, Reuse, Statement, Topic)


def compare(event: Event, host: Host) -> Comparison:
    """What the accounts of an event have in common and where they differ.

    Raises PluginError for what a plugin may not return.
    """
    articles = {account.id: account.article for account in event.accounts}
    people = identify(event, articles, host)
    event = locate(_rename(event, people), host)
    alignments = findings("align_quotes", Alignment, articles, host, event.id, event=event)
    reuse = findings("find_reuse", Reuse, articles, host, event.id, event=event)
    collation = Collation(event, people, alignments, reuse)
    topics = findings("map_topics", Topic, articles, host, event.id, collation=collation)
    discrepancies = findings("tag_discrepancies", Discrepancy, articles, host, event.id, collation=collation)
    statements = findings("find_statements", Statement, articles, host, event.id, collation=collation)
    # A collation of its own, without what plugins derived from it.
    return Comparison(Collation(event, people, alignments, reuse), discrepancies, topics, statements)


def identify(event: Event, articles: dict[str, Article], host: Host) -> tuple[Person, ...]:
    """Who is named in an event, as the first plugin that answers has it."""
    answer = host.choose("resolve_people", Person, event.id, event=event)
    if answer is None:
        return ()
    plugin, people = answer
    for person in people:
        verbatim(person.mentions, articles, plugin, "resolve_people")
    return tuple(msgspec.structs.replace(person, plugin=plugin) for person in people)


def locate(event: Event, host: Host) -> Event:
    """The event with the place that the first plugin to answer gives."""
    places = host.gather("locate_event", str, event.id, event=event)
    return msgspec.structs.replace(event, place=next((place for _, place in places), event.place))


def _rename(event: Event, people: tuple[Person, ...]) -> Event:
    """The event with each speaker under the one name the people have.

    A form that two people share names neither of them, so it stays as it is.
    """
    owners: dict[str, set[str]] = {}
    for person in people:
        for variant in person.variants:
            owners.setdefault(variant, set()).add(person.name)
    names = {variant: min(owner) for variant, owner in owners.items() if len(owner) == 1}
    accounts = tuple(
        Account(
            account.article,
            tuple(
                msgspec.structs.replace(quote, speaker=names.get(quote.speaker or "", quote.speaker))
                for quote in account.quotes
            ),
            account.claims,
        )
        for account in event.accounts
    )
    return msgspec.structs.replace(event, accounts=accounts)


def findings(
    hook: str, result: type[T], articles: dict[str, Article], host: Host, subject: str, **arguments: object
) -> tuple[T, ...]:
    """All plugins' findings in the order they were returned, checked, each with its plugin's name."""
    found: list[T] = []
    for plugin, items in host.collect(hook, result, subject, **arguments):
        for item in items:
            passages = list(_passages(item))
            verbatim(passages, articles, plugin, hook)
            if len(passages) < _EVIDENCE[result]:
                needed = f"a {result.__name__} needs {_EVIDENCE[result]} passages as evidence"
                message = f"{needed}, not {len(passages)}; find more or return none"
                raise PluginError(plugin, message, hook=hook, subject=subject)
            found.append(msgspec.structs.replace(item, plugin=plugin))
    return tuple(found)


_EVIDENCE = {Alignment: 2, Discrepancy: 2, Reuse: 2, Statement: 1, Topic: 1}


def _passages(item: Alignment | Discrepancy | Reuse | Statement | Topic) -> Iterable[Passage]:
    match item:
        case Alignment():
            return item.members
        case Discrepancy():
            return item.readings
        case Statement() | Topic():
            return item.evidence
        case Reuse():
            return (passage for pair in item.passages for passage in pair)
