"""`digest explain`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from digest.commands.options import analysis_of, config_option, content_option, open_site, report

if TYPE_CHECKING:
    from digest.model import Account, Block, Comparison, Passage


@click.command()
@click.argument("place", metavar="FILE:LINE")
@content_option
@config_option
def command(place: str, content: Path | None, config: Path) -> None:
    """Show every label, quotation, claim and difference on a line, by which plugin and why.

    FILE is relative to the content folder.

    Example: digest explain ferry.txt:7
    """
    from digest.plugins import Host

    file, _, line = place.rpartition(":")
    if not file or not line.isdigit():
        raise click.BadParameter("give a file and a line, such as ferry.txt:7", param_hint="FILE:LINE")
    site = open_site(config, content)
    analysis = analysis_of(site, Host(site))
    report(analysis.set_aside)
    if file in analysis.drafts:
        raise click.BadParameter(f"{file} is a draft; only digest serve --drafts shows it", param_hint="FILE:LINE")
    found = False
    for comparison in analysis.comparisons:
        for account in comparison.event.accounts:
            if account.article.document.path.partition("#")[0] == file:
                for block in (block for block in account.article.blocks if block.line == int(line)):
                    found = True
                    _explain(comparison, account, block)
    if not found:
        raise click.BadParameter(f"there is no text on line {line} of {file}", param_hint="FILE:LINE")


def _explain(comparison: Comparison, account: Account, block: Block) -> None:
    text = account.article.text[block.start : block.end]
    click.echo(text if len(text) < 300 else text[:300] + " …")
    click.echo(f"  {click.style(block.kind, bold=True)}: {block.rule} ({block.plugin or 'the core'})")
    for passage, words in _annotations(comparison, account):
        if passage.article == account.id and block.start <= passage.start < block.end:
            click.echo(f"  “{passage.text[:80]}”\n    {words}")


def _annotations(comparison: Comparison, account: Account) -> Iterator[tuple[Passage, str]]:
    for quote in account.quotes:
        yield quote, f"{quote.kind} quotation, speaker {quote.speaker or 'unknown'}: {quote.rule} ({quote.plugin})"
    for claim in account.claims:
        yield claim, f"{claim.kind} {claim.value}: {claim.rule} ({claim.plugin})"
    for group in comparison.collation.alignments:
        for member in group.members:
            yield member, f"a version of “{group.label}” ({group.plugin})"
    for difference in comparison.discrepancies:
        for reading in difference.readings:
            yield reading, f"{difference.severity}, {difference.summary}: {difference.rule} ({difference.plugin})"
