"""Grouping: accounts become events, every account in exactly one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from digest.errors import PluginError
from digest.model import Account, Event
from digest.plugins import Host


def group(accounts: Sequence[Account], host: Host) -> list[Event]:
    """The events, by date (undated last) and id. Where no plugin groups, each account is an event of its own.

    Raises PluginError if an account is lost or doubled, or two events have one id.
    """
    answer = host.choose("group_articles", Event, "all articles", accounts=accounts)
    if answer is None:
        events = [_alone(account) for account in accounts]
    else:
        plugin, events = answer
        _check(events, accounts, plugin)
    return sorted(events, key=lambda event: (event.date is None, str(event.date), event.id))


def _alone(account: Account) -> Event:
    article = account.article
    return Event(id=article.id, title=article.title, date=article.metadata.published, place=None, accounts=(account,))


def _check(events: list[Event], accounts: Sequence[Account], plugin: str) -> None:
    placed = Counter(account.id for event in events for account in event.accounts)
    ids = Counter(event.id for event in events)
    faults = [f"article {account.id!r} is in no event" for account in accounts if not placed[account.id]]
    faults += [f"article {name!r} is in {count} events" for name, count in placed.items() if count > 1]
    faults += [f"{count} events have the id {name!r}" for name, count in ids.items() if count > 1]
    faults += [f"event {event.id!r} has no accounts" for event in events if not event.accounts]
    if faults:
        raise PluginError(plugin, "; ".join(faults[:5]), hook="group_articles")
