"""Which accounts tell of the same event, and what the event is called, when and where it was."""

from __future__ import annotations

from collections.abc import Sequence

from digest import Account, Event, hookimpl

from .clustering import cluster
from .dating import date_evidence, event_date
from .naming import event_id, event_title
from .places import event_place
from .terms import story_vectors


@hookimpl
def group_articles(accounts: Sequence[Account]) -> Sequence[Event]:
    """Every account in one event; an account that is like no other is an event of its own."""
    accounts = sorted(accounts, key=lambda account: account.id)
    vectors = story_vectors(accounts)
    evidence = [date_evidence(account) for account in accounts]
    languages = [(account.article.metadata.language or "").split("-")[0] for account in accounts]
    events: dict[str, Event] = {}
    for group in cluster(vectors, evidence, languages):
        members = tuple(accounts[index] for index in group)
        date = event_date([evidence[index] for index in group])
        title = event_title([account.article for account in members], [vectors[index] for index in group])
        name = event_id(title, date, taken=events)
        events[name] = Event(id=name, title=title, date=date, place=None, accounts=members)
    return list(events.values())


@hookimpl
def locate_event(event: Event) -> str | None:
    """The place that most of its accounts put it at."""
    return event_place(event.accounts)
