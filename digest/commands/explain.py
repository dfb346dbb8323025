"""`digest explain`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from digest.commands.options import analysis_of, config_option, content_option, json_option, open_site, print_json
from digest.commands.report import plain, report

if TYPE_CHECKING:
    from digest.analyse import Analysis
    from digest.model import Account, Block, Comparison, Passage

Row = dict[str, Any]


@click.command(short_help="Say what is on a line, and why.")
@click.argument("place", metavar="FILE:LINE")
@json_option
@content_option
@config_option
def command(place: str, as_json: bool, content: Path | None, config: Path) -> None:
    """Show every label, quotation, claim and difference on a line: which plugin made it, and by which rule.

    FILE is relative to the content folder.

    \b
    Examples:
      digest explain ferry.txt:7
      digest explain ferry.txt:7 --json
    """
    from digest.plugins import Host

    file, _, line = place.rpartition(":")
    if not file or not line.isdigit():
        raise click.BadParameter("give a file and a line, such as ferry.txt:7", param_hint="FILE:LINE")
    site = open_site(config, content)
    host = Host(site)
    analysis = analysis_of(site, host)
    report(analysis.set_aside, site)
    versions = {plugin.name: plugin.version for plugin in host.plugins}
    rows = [
        _row(comparison, account, block, versions)
        for comparison in analysis.comparisons
        for account in comparison.event.accounts
        if account.article.document.path.partition("#")[0] == file
        for block in account.article.blocks
        if block.line == int(line)
    ]
    if not rows:
        raise click.BadParameter(_nothing(file, line, analysis), param_hint="FILE:LINE")
    if as_json:
        print_json(rows)
        return
    for row in rows:
        text = row["text"]
        click.echo(plain(text if len(text) < 300 else text[:300] + " …"))
        click.echo(f"  {click.style(row['what'], bold=True)}: {_why(row)}")
        for found in row["found"]:
            click.echo(plain(f"  “{found['text'][:80]}”\n    {found['what']}: {_why(found)}"))


def _nothing(file: str, line: str, analysis: Analysis) -> str:
    """Why there is nothing to explain."""
    from digest.config import suggest

    if file in analysis.drafts:
        return f"{file} is a draft; only digest serve --drafts shows it"
    if file in [item.path for item in analysis.set_aside]:
        return f"{file} was set aside, for the reason above"
    paths = [a.article.document.path.partition("#")[0] for c in analysis.comparisons for a in c.event.accounts]
    if file in paths:
        return f"there is no text on line {line} of {file}"
    return f"no article {file!r}{suggest(file, sorted(set(paths)))}"


def _why(row: Row) -> str:
    """The rule, and the plugin with its version."""
    version = f" {row['version']}" if row["version"] else ""
    return f"{row['rule']} ({row['plugin']}{version})"


def _row(comparison: Comparison, account: Account, block: Block, versions: Mapping[str, str | None]) -> Row:
    """A line's text and label, and what was found in it."""

    def row(start: int, end: int, what: str, rule: str, plugin: str) -> Row:
        text = account.article.text[start:end]
        by = plugin or "the core"
        return {"start": start, "end": end, "text": text, "what": what, "rule": rule, "plugin": by}

    def versioned(found: Row) -> Row:
        return {**found, "version": versions.get(found["plugin"])}

    found = [
        versioned(row(passage.start, passage.end, what, rule, plugin))
        for passage, what, rule, plugin in _annotations(comparison, account)
        if passage.article == account.id and block.start <= passage.start < block.end
    ]
    return {**versioned(row(block.start, block.end, block.kind, block.rule, block.plugin)), "found": found}


def _annotations(comparison: Comparison, account: Account) -> Iterator[tuple[Passage, str, str, str]]:
    """Passage, what it is, by which rule and plugin."""
    for quote in account.quotes:
        yield quote, f"{quote.kind} quotation, speaker {quote.speaker or 'unknown'}", quote.rule, quote.plugin
    for claim in account.claims:
        yield claim, f"{claim.kind} {claim.value}", claim.rule, claim.plugin
    for group in comparison.collation.alignments:
        for member in group.members:
            yield member, f"a version of “{group.label}”", "aligned with other versions", group.plugin
    for difference in comparison.discrepancies:
        for reading in difference.readings:
            yield reading, f"{difference.severity}, {difference.summary}", difference.rule, difference.plugin
    for topic in comparison.topics:
        for passage in topic.evidence:
            yield passage, f"topic {topic.name}", "mentions it", topic.plugin
