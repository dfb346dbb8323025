"""One hook of one plugin, with the checks of a build."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click
import jinja2

from digest.annotate import describe, extract, label
from digest.compare import findings, identify, locate
from digest.errors import ContentError
from digest.group import explain, group
from digest.model import (
    Account,
    Alignment,
    Article,
    Claim,
    Comparison,
    Discrepancy,
    Document,
    Event,
    Group,
    Page,
    Quote,
    Reuse,
    Source,
    Statement,
    Topic,
)
from digest.plugins import Host
from digest.read import read
from digest.testing.values import host_of


def run_hook(plugin: object, hook: str, *arguments: Any) -> Any:
    """What one hook of one plugin gives, after the host's checks; the arguments are those of docs/hooks.md, in order.

    A plugin that leaves a choice to others gives None. `prepare_environment` and `register_commands` may be called
    without an argument, and give the environment or group that they changed.

    Raises PluginError for what a build would refuse, TypeError for an unknown hook.
    """
    if hook not in _HOOKS:
        raise TypeError(f"no hook {hook!r}; known are {', '.join(_HOOKS)}")
    return _HOOKS[hook](host_of([plugin]), *arguments)


def _read(host: Host, source: Source) -> list[Document | ContentError] | None:
    passed = host.choose("read_documents", (Document, ContentError), source.path, source=source) is None
    return None if passed else read(source, host)


def _group(host: Host, accounts: Sequence[Account]) -> list[Group] | None:
    passed = host.choose("group_articles", Group, "all articles", accounts=accounts) is None
    return None if passed else group([account.id for account in accounts], accounts, host)


def _explain(host: Host, first: Account, second: Account, accounts: Sequence[Account]) -> list[str] | None:
    answer = explain(first, second, accounts, host)
    return answer and answer[1]


def _annotate(hook: str, result: Any) -> Callable[[Host, Article], Any]:
    return lambda host, article: extract(hook, result, article, host)


def _compare(hook: str, result: Any, argument: str) -> Callable[[Host, Any], Any]:
    def run(host: Host, value: Any) -> Any:
        event = value if isinstance(value, Event) else value.event
        return findings(hook, result, _articles(event), host, event.id, **{argument: value})

    return run


def _articles(event: Event) -> dict[str, Article]:
    return {account.id: account.article for account in event.accounts}


def _label(host: Host, document: Document) -> Any:
    return tuple(block for block in label(document, host) if block.plugin)


def _pages(host: Host, comparisons: Sequence[Comparison]) -> Any:
    return [
        page for _, pages in host.collect("register_pages", Page, "test", comparisons=comparisons) for page in pages
    ]


def _environment(host: Host, env: jinja2.Environment | None = None) -> jinja2.Environment:
    env = env or jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    host.notify("prepare_environment", "test", env=env)
    return env


def _context(host: Host, page: Page) -> dict[str, Any]:
    return dict(item for _, more in host.gather("template_context", dict, page.url, page=page) for item in more.items())


def _commands(host: Host, cli: click.Group | None = None) -> click.Group:
    cli = cli or click.Group()
    host.notify("register_commands", "test", cli=cli)
    return cli


_HOOKS: dict[str, Callable[..., Any]] = {
    "read_documents": _read,
    "label_blocks": _label,
    "find_metadata": lambda host, document, blocks=(): describe(document, blocks, host),
    "extract_quotes": _annotate("extract_quotes", Quote),
    "extract_claims": _annotate("extract_claims", Claim),
    "group_articles": _group,
    "explain_grouping": _explain,
    "locate_event": lambda host, event: locate(event, host).place,
    "resolve_people": lambda host, event: identify(event, _articles(event), host),
    "align_quotes": _compare("align_quotes", Alignment, "event"),
    "find_reuse": _compare("find_reuse", Reuse, "event"),
    "tag_discrepancies": _compare("tag_discrepancies", Discrepancy, "collation"),
    "map_topics": _compare("map_topics", Topic, "collation"),
    "find_statements": _compare("find_statements", Statement, "collation"),
    "register_pages": _pages,
    "prepare_environment": _environment,
    "template_context": _context,
    "build_finished": lambda host, output, comparisons=(): host.notify(
        "build_finished", "test", output=output, comparisons=comparisons
    ),
    "register_commands": _commands,
}
