"""Grouping: every account in exactly one group, of which an event is made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from digest.errors import PluginError
from digest.model import Account, Group
from digest.plugins import Host


def group(ids: Sequence[str], accounts: Sequence[Account], host: Host) -> list[Group]:
    """The groups of the accounts with these ids, by date (undated last) and id.

    Where no plugin groups, each account is a group of its own. Raises PluginError if an account is lost or doubled, or
    two groups have one id.
    """
    answer = host.choose("group_articles", Group, "all articles", accounts=accounts)
    if answer is None:
        groups = [_alone(account) for account in accounts]
    else:
        plugin, groups = answer
        _check(groups, ids, plugin)
    return sorted(groups, key=lambda group: (group.date is None, str(group.date), group.id))


def explain(first: Account, second: Account, accounts: Sequence[Account], host: Host) -> tuple[str, list[str]] | None:
    """Why two accounts are in one event or in two, after the plugin that says so; None if none does.

    `accounts` are all of the site.
    """
    subject = f"{first.id} and {second.id}"
    return host.choose("explain_grouping", str, subject, first=first, second=second, accounts=accounts)


def _alone(account: Account) -> Group:
    metadata = account.article.metadata
    return Group(id=account.id, title=account.article.title, date=metadata.published, accounts=(account.id,))


def _check(groups: list[Group], ids: Sequence[str], plugin: str) -> None:
    placed = Counter(name for group in groups for name in group.accounts)
    often = Counter(group.id for group in groups)
    faults = [f"article {name!r} is in no group" for name in ids if not placed[name]]
    faults += [f"article {name!r} is in {count} groups" for name, count in placed.items() if count > 1]
    faults += [f"there is no article {name!r}; take account.id" for name in sorted(placed.keys() - set(ids))]
    faults += [f"{count} groups have the id {name!r}" for name, count in often.items() if count > 1]
    faults += [f"group {group.id!r} has no accounts" for group in groups if not group.accounts]
    if faults:
        raise PluginError(plugin, "; ".join(faults[:5]), hook="group_articles")
