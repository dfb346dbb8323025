"""`digest check`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from digest.commands.options import analysis_of, config_option, content_option, json_option, open_site, print_json
from digest.commands.report import counted, plain

if TYPE_CHECKING:
    from digest.model import Account
    from digest.read import SetAside

_SHORT = 40  # words; less is a notice, not an account
_ALIKE = 0.9


@click.command(short_help="Look for what makes a comparison poor.")
@json_option
@content_option
@config_option
def command(as_json: bool, content: Path | None, config: Path) -> None:
    """Look through the articles for what makes a comparison poor: no outlet, no date, no text, the same text twice.

    Ends with exit code 1 if anything was found.

    \b
    Examples:
      digest check
      digest check --json | jq -r '.[].path' | sort -u
    """
    from digest.plugins import Host

    site = open_site(config, content)
    analysis = analysis_of(site, Host(site))
    accounts = [account for comparison in analysis.comparisons for account in comparison.event.accounts]
    remarks = sorted([*_set_aside(analysis.set_aside), *_poor(accounts), *_doubles(accounts)])
    if as_json:
        print_json([{"path": path, "reason": message, "line": line or None} for path, line, message in remarks])
    else:
        for path, line, message in remarks:
            click.echo(plain(f"{path}:{line}: {message}" if line else f"{path}: {message}"))
    if remarks:
        sys.exit(1)
    click.echo(f"nothing to mend in {site.content} ({counted(len(accounts), 'article')})", err=True)


Remark = tuple[str, int, str]


def _set_aside(faults: Sequence[SetAside]) -> Iterator[Remark]:
    for fault in faults:
        yield fault.path, fault.line or 0, fault.reason


def _poor(accounts: Sequence[Account]) -> Iterator[Remark]:
    """What an article lacks, and what its reader had to guess."""
    for account in accounts:
        article = account.article
        path = article.document.path
        advice = "; add `{}` to its front matter" if path.lower().endswith((".txt", ".md")) else ""
        for note in article.document.notes:
            yield path, 0, note
        if not article.outlet:
            yield path, 1, "no outlet was found" + advice.format("outlet: Name")
        if not article.metadata.published and not any(claim.kind == "date" for claim in account.claims):
            yield path, 1, "no date was found" + advice.format("published: YYYY-MM-DD")
        if _length(account) < _SHORT:
            yield path, 1, f"only {_length(account)} words of story were found; look at what was left out"


def _doubles(accounts: Sequence[Account]) -> Iterator[Remark]:
    """Articles of one event that are nearly the same text."""
    from rapidfuzz.fuzz import ratio

    from digest.text import slug

    seen: dict[str, Account] = {}
    for account in accounts:
        opening = slug(_story(account)[:200], 200)
        other = seen.setdefault(opening, account)
        if other is not account and ratio(_story(account), _story(other)) >= 100 * _ALIKE:
            message = f"nearly the same text as {other.article.document.path}; keep one, or they count as two accounts"
            yield account.article.document.path, 1, message


def _story(account: Account) -> str:
    article = account.article
    return " ".join(article.text[block.start : block.end] for block in article.blocks_of("body"))


def _length(account: Account) -> int:
    return len(_story(account).split())
