"""`digest explain` of two articles: why they are in one event or in two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from digest.commands.options import analysis_of, print_json
from digest.commands.report import plain, report

if TYPE_CHECKING:
    from digest.config import Site
    from digest.model import Account, Comparison


def explain_pair(first: str, second: str, as_json: bool, site: Site) -> None:
    """Print in which events two files' articles are, and what the plugin that groups them says of it."""
    from digest.group import explain
    from digest.plugins import Host

    host = Host(site)
    analysis = analysis_of(site, host)
    report(analysis.set_aside, site)
    pair = [_find(file, analysis.comparisons) for file in (first, second)]
    accounts = [account for comparison in analysis.comparisons for account in comparison.event.accounts]
    answer = explain(pair[0][1], pair[1][1], accounts, host)
    plugin, reasons = answer or (None, [])
    events = list(dict.fromkeys(event for event, _ in pair))
    if as_json:
        paths = [account.article.document.path for _, account in pair]
        print_json({"paths": paths, "events": events, "plugin": plugin, "reasons": reasons})
        return
    click.echo(f"in {'one event' if len(events) == 1 else 'two events'}: {', '.join(events)}")
    for reason in reasons:
        click.echo(plain(f"  {reason}"))
    click.echo(f"  ({plugin})" if plugin else "  No plugin of this site says why.")


def _find(file: str, comparisons: Sequence[Comparison]) -> tuple[str, Account]:
    """The event and the account of a file's one article, or of the one that `#N` names."""
    found = [
        (comparison.event.id, account)
        for comparison in comparisons
        for account in comparison.event.accounts
        if file in (path := account.article.document.path, path.partition("#")[0])
    ]
    if len(found) != 1:
        message = f"has {len(found)} articles; add #N" if found else "has no article that is on the site"
        raise click.BadParameter(f"{file} {message}", param_hint="FILE[#N]")
    return found[0]
