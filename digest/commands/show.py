"""`digest show`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from digest.commands.options import analysis_of, config_option, content_option, open_site, report

if TYPE_CHECKING:
    from rich.console import Console

    from digest.model import Comparison

_MOST_TOPICS = 30


@click.command()
@click.argument("event", required=False)
@content_option
@config_option
def command(event: str | None, content: Path | None, config: Path) -> None:
    """Show the comparison of an EVENT in the terminal; without one, list the events.

    EVENT is an event's id or the beginning of it.

    Example: digest show 2024-05-06
    """
    from rich.console import Console

    from digest.plugins import Host

    site = open_site(config, content)
    analysis = analysis_of(site, Host(site))
    report(analysis.set_aside)
    comparisons = analysis.comparisons
    console = Console(highlight=False, markup=False)
    if event is None:
        for comparison in comparisons:
            console.print(f"{comparison.event.id}  {comparison.event.title} ({len(comparison.event.accounts)})")
        return
    chosen = [comparison for comparison in comparisons if comparison.event.id.startswith(event)]
    if not chosen:
        raise click.BadParameter(f"no event begins with {event!r}; digest show lists them", param_hint="EVENT")
    for comparison in chosen:
        _show(comparison, console)


def _show(comparison: Comparison, console: Console) -> None:
    from rich.table import Table

    event = comparison.event
    console.print(event.title, style="bold")
    console.print(" · ".join(str(part) for part in (event.date, event.place) if part))
    console.print("\nWhere accounts differ", style="bold")
    for difference in comparison.discrepancies:
        console.print(f"  {difference.severity}: {difference.summary}")
        console.print(f"    {difference.explanation}", style="dim")
    console.print("\nOne remark, several versions", style="bold")
    for group in comparison.collation.alignments:
        console.print(f"  {group.speaker or 'unknown'}: {group.label}")
        for member in group.members:
            console.print(f"    {event.outlet(member.article)}: “{member.text}”", style="dim")
    table = Table("Topic", *(event.outlet(account.id) for account in event.accounts), title="Who covers what")
    for topic in comparison.topics[:_MOST_TOPICS]:
        covering = {passage.article for passage in topic.evidence}
        table.add_row(topic.name, *("●" if account.id in covering else "" for account in event.accounts))
    console.print(table)
