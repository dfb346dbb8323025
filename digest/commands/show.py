"""`digest show`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from digest.commands.options import analysis_of, config_option, content_option, json_option, open_site, print_json
from digest.commands.report import plain, report

if TYPE_CHECKING:
    from rich.console import Console
    from rich.padding import Padding

    from digest.model import Comparison

_MOST_TOPICS = 30
_PIPE = 1_000


@click.command(short_help="Show a comparison in the terminal.")
@click.argument("event", required=False)
@json_option
@content_option
@config_option
def command(event: str | None, as_json: bool, content: Path | None, config: Path) -> None:
    """Show the comparison of an EVENT in the terminal; without one, list the events.

    EVENT is an event's id or the beginning of it.

    \b
    Examples:
      digest show                          all events
      digest show 2024-05-06
      digest show 2024-05-06 --json        the tables of the event
    """
    from digest.plugins import Host
    from digest.tables import tables

    site = open_site(config, content)
    analysis = analysis_of(site, Host(site))
    report(analysis.set_aside, site)
    if as_json:
        found = tables(_chosen(event, analysis.comparisons))
        print_json(found["events"] if event is None else found)
    elif event is None:
        if not analysis.comparisons:
            click.echo(f"no article in {site.content}; digest add brings some", err=True)
        for comparison in analysis.comparisons:
            number = len(comparison.event.accounts)
            click.echo(plain(f"{comparison.event.id}  {comparison.event.title} ({number})"))
    else:
        from rich.console import Console

        # Lines are for a terminal's width; what reads a pipe can break them itself.
        console = Console(highlight=False, markup=False, emoji=False)
        if not console.is_terminal and "COLUMNS" not in os.environ:
            console.width = _PIPE
        for comparison in _chosen(event, analysis.comparisons):
            _show(comparison, console)


def _chosen(event: str | None, comparisons: Sequence[Comparison]) -> Sequence[Comparison]:
    """The events whose id begins so."""
    chosen = [comparison for comparison in comparisons if comparison.event.id.startswith(event or "")]
    if event and not chosen:
        from digest.config import suggest

        near = suggest(event, [comparison.event.id for comparison in comparisons])
        raise click.BadParameter(f"no event begins with {event!r}{near}", param_hint="EVENT")
    return chosen


def _show(comparison: Comparison, console: Console) -> None:
    """Print a comparison: differences, versions of what was said, and who covers what."""
    event = comparison.event
    console.print(plain(event.title), style="bold")
    console.print(plain(" · ".join(str(part) for part in (event.date, event.place) if part)))
    console.print("\nWhere accounts differ", style="bold")
    for difference in comparison.discrepancies:
        console.print(_indented(f"{difference.severity}: {difference.summary}", 2))
        console.print(_indented(difference.explanation, 4), style="dim")
    if not comparison.discrepancies:
        console.print("  no difference was found", style="dim")
    console.print("\nOne remark, several versions", style="bold")
    for group in comparison.collation.alignments:
        console.print(_indented(f"{group.speaker or 'unknown'}: {group.label}", 2))
        for member in group.members:
            console.print(_indented(f"{event.outlet(member.article)}: “{member.text}”", 4), style="dim")
    if not comparison.collation.alignments:
        console.print("  no remark was found in two places", style="dim")
    _show_coverage(comparison, console)


def _show_coverage(comparison: Comparison, console: Console) -> None:
    """Print who covers what. Outlets are numbered, since their names would leave no room for the topics."""
    event = comparison.event
    console.print("\nWho covers what", style="bold")
    for number, account in enumerate(event.accounts, 1):
        console.print(_indented(f"{number:2} {event.outlet(account.id)}", 2))
    numbers = "".join(f"{number:3}" for number, _ in enumerate(event.accounts, 1))
    shown = comparison.topics[:_MOST_TOPICS]
    width = max((len(topic.name) for topic in shown), default=0)
    console.print(f"\n  {'':{width}}{numbers}", soft_wrap=True, style="dim")
    for topic in shown:
        covering = {passage.article for passage in topic.evidence}
        marks = "".join("  ●" if account.id in covering else "  ·" for account in event.accounts)
        console.print(plain(f"  {topic.name:{width}}{marks}"), soft_wrap=True)
    if len(comparison.topics) > _MOST_TOPICS:
        console.print(f"  and {len(comparison.topics) - _MOST_TOPICS} more topics; --json has all", style="dim")


def _indented(text: str, by: int) -> Padding:
    from rich.padding import Padding

    return Padding(plain(text), (0, 0, 0, by), expand=False)
