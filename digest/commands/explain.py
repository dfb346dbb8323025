"""`digest explain`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from digest.commands.explain_pair import explain_pair
from digest.commands.options import analysis_of, config_option, content_option, json_option, open_site, print_json
from digest.commands.report import plain, report

if TYPE_CHECKING:
    from digest.analyse import Analysis
    from digest.model import Account, Block, Collation, Comparison, Passage

Row = dict[str, Any]
_PLACE = "FILE[#N]:LINE"
_LONGEST = 300


class Finding(NamedTuple):
    """What stands at a passage, by which rule and plugin, and what is said of it; `others` are found with it."""

    passage: Passage
    what: str
    rule: str
    plugin: str
    confidence: float | None = None
    explanation: str = ""
    others: Iterable[Passage] = ()


@click.command(short_help="Say what is on a line, and why.")
@click.argument("place", metavar=_PLACE)
@click.argument("other", metavar="[FILE[#N]]", required=False)
@json_option
@content_option
@config_option
def command(place: str, other: str | None, as_json: bool, content: Path | None, config: Path) -> None:
    """Show every label, quotation, claim and difference on a line: which plugin made it, and by which rule.

    With two files, without a line: why their articles are in one event or in two.

    FILE is relative to the content folder. Of a file with several articles, such as a feed, #N is one of them.

    \b
    Examples:
      digest explain ferry.txt:7
      digest explain feed.xml#2:31
      digest explain ferry.txt harbour.txt
      digest explain ferry.txt:7 --json
    """
    from digest.plugins import Host

    if other:
        explain_pair(place, other, as_json, open_site(config, content))
        return
    file, _, line = place.rpartition(":")
    if not file or not line.isdecimal():
        raise click.BadParameter("give a file and a line, such as ferry.txt:7, or two files", param_hint=_PLACE)
    site = open_site(config, content)
    host = Host(site)
    analysis = analysis_of(site, host)
    report(analysis.set_aside, site)
    versions = {plugin.name: plugin.version for plugin in host.plugins}
    rows = [
        _row(comparison, account, block, versions)
        for comparison in analysis.comparisons
        for account in comparison.event.accounts
        if _names(file, account.article.document.path)
        for block in account.article.blocks
        if block.line == int(line)
    ]
    if not rows:
        raise click.BadParameter(_nothing(file, int(line), analysis), param_hint=_PLACE)
    if as_json:
        print_json(rows)
    else:
        _show(rows)


def _names(file: str, path: str) -> bool:
    """Whether an article is meant: by its own path, or by that of its file."""
    return file in (path, path.partition("#")[0])


def _show(rows: Iterable[Row]) -> None:
    before = ""
    for row in rows:
        if "#" in row["path"] and row["path"] != before:
            click.echo(click.style(plain(row["path"]), bold=True))
        before, text = row["path"], row["text"]
        click.echo(plain(text if len(text) < _LONGEST else text[:_LONGEST] + " …"))
        click.echo(f"  {click.style(row['what'], bold=True)}: {plain(_why(row))}")
        for found in row["found"]:
            click.echo(plain(f"  “{found['text'][:80]}”\n    {found['what']}: {_why(found)}"))
            if found["explanation"]:
                click.echo(plain(f"      {found['explanation']}"))
            for other in found["others"]:
                click.echo(plain(f"      {other['path']}:{other['line']}: “{other['text'][:80]}”"))


def _why(row: Row) -> str:
    """The rule, the plugin with its version, and how sure it is where it is not quite."""
    version = f" {row['version']}" if row["version"] else ""
    sure = row.get("confidence")
    sureness = f", confidence {sure:g}" if sure and sure < 1 else ""
    return f"{row['rule'] or 'no rule is given'} ({row['plugin']}{version}{sureness})"


def _nothing(file: str, line: int, analysis: Analysis) -> str:
    """Why there is nothing to explain."""
    from digest.config import suggest

    if any(_names(file, path) for path in analysis.drafts):
        return f"{file} is a draft; only digest serve --drafts shows it"
    if any(_names(file, item.path) for item in analysis.set_aside):
        return f"{file} was set aside, for the reason above"
    articles = [account.article for comparison in analysis.comparisons for account in comparison.event.accounts]
    meant = [article for article in articles if _names(file, article.document.path)]
    if not meant:
        paths = {path for article in articles for path in (article.document.path, article.document.path.split("#")[0])}
        return f"no article {file!r}{suggest(file, sorted(paths))}"
    lines = sorted(block.line for article in meant for block in article.blocks)
    near = lines[max(0, bisect_right(lines, line) - 1)]
    return f"there is no text on line {line} of {file}; the nearest paragraph begins on line {near}"


def _row(comparison: Comparison, account: Account, block: Block, versions: Mapping[str, str | None]) -> Row:
    """A line's text and label, and what was found in it."""

    def by(rule: str, plugin: str) -> Row:
        return {"rule": rule, "plugin": plugin or "the core", "version": versions.get(plugin)}

    def row(found: Finding) -> Row:
        passage = found.passage
        return {
            "start": passage.start,
            "end": passage.end,
            "text": passage.text,
            "what": found.what,
            **by(found.rule, found.plugin),
            "confidence": found.confidence,
            "explanation": found.explanation,
            "others": [_place(comparison, other) for other in found.others if other != passage],
        }

    return {
        "path": account.article.document.path,
        "line": block.line,
        "start": block.start,
        "end": block.end,
        "text": account.article.text[block.start : block.end],
        "what": block.kind,
        **by(block.rule, block.plugin),
        "found": [
            row(found)
            for found in _findings(comparison, account)
            if found.passage.article == account.id and block.start <= found.passage.start < block.end
        ],
    }


def _place(comparison: Comparison, passage: Passage) -> Row:
    """A passage with the file and line that it stands in."""
    article = comparison.event.by_id[passage.article].article
    line = max((block.line for block in article.blocks if block.start <= passage.start), default=1)
    return {"path": article.document.path, "line": line, "text": passage.text}


def _findings(comparison: Comparison, account: Account) -> Iterator[Finding]:
    """What plugins found in an account, and in its event."""
    for quote in account.quotes:
        what = f"{quote.kind} quotation, speaker {quote.speaker or 'unknown'}"
        yield Finding(quote, what, quote.rule, quote.plugin, quote.confidence)
    for claim in account.claims:
        yield Finding(claim, f"{claim.kind} {claim.value}", claim.rule, claim.plugin)
    yield from _shared(comparison.collation)
    yield from _compared(comparison)


def _shared(collation: Collation) -> Iterator[Finding]:
    for person in collation.people:
        for mention in person.mentions:
            if mention.text != person.name:
                yield Finding(mention, f"a form of the name {person.name}", person.rule, person.plugin)
    for group in collation.alignments:
        for member in group.members:
            what = f"a version of “{group.label}”"
            yield Finding(member, what, group.rule, group.plugin, group.confidence, others=group.members)
    for reuse in collation.reuse:
        for pair in reuse.passages:
            for passage in pair:
                what = f"text that two articles share, {reuse.share:.0%} of the shorter one"
                yield Finding(passage, what, reuse.rule, reuse.plugin, others=pair)


def _compared(comparison: Comparison) -> Iterator[Finding]:
    for found in comparison.discrepancies:
        what = f"{found.severity}, {found.summary}"
        for reading in found.readings:
            yield Finding(reading, what, found.rule, found.plugin, found.confidence, found.explanation, found.readings)
    for statement in comparison.statements:
        what = "stated in several accounts" if len(statement.articles) > 1 else "stated in this account alone"
        for passage in statement.evidence:
            yield Finding(passage, what, statement.rule, statement.plugin, others=statement.evidence)
    for topic in comparison.topics:
        for passage in topic.evidence:
            yield Finding(passage, f"topic {topic.name}", topic.rule, topic.plugin)
