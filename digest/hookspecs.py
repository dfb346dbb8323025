"""The hooks: the whole of what a plugin can do.

Two idioms, nothing else. *Choose*: plugins are asked in listed order and the first answer that is not None
counts. *Collect*: every plugin's answer is kept, with the plugin's name. A plugin is a module with `@hookimpl`
functions, or with a class `Plugin`: a frozen `msgspec.Struct` whose fields are the plugin's options and whose
`@hookimpl` methods do the work. Hooks name only the arguments that they want. They are called in worker
processes too, so they keep no state.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pluggy

if TYPE_CHECKING:
    import click
    import jinja2

    from digest.errors import ContentError
    from digest.model import (
        Account,
        Alignment,
        Article,
        Block,
        Claim,
        Collation,
        Comparison,
        Discrepancy,
        Document,
        Event,
        Group,
        Metadata,
        Page,
        Person,
        Quote,
        Reuse,
        Source,
        Statement,
        Topic,
    )

# Raised when plugins get something new: a hook, an argument, a field. What is to go is marked with pluggy's
# `warn_on_impl` or `warn_on_impl_args`, as a FutureWarning, for one version before it goes.
API_VERSION = 2

hookspec = pluggy.HookspecMarker("digest")
hookimpl = pluggy.HookimplMarker("digest")

# ── one file, one article ──────────────────────────────────────────────────────────────────────────────────


@hookspec(firstresult=True)
def read_documents(source: Source) -> Sequence[Document | ContentError] | None:
    """Choose. The articles in a file; None if it is not this plugin's format. Raises ContentError on bad input.

    A ContentError among the articles says which of them can't be read: it is set aside, the others are published.
    """


@hookspec
def label_blocks(document: Document) -> Iterable[Block]:
    """Collect. Labels for the document's paragraphs; a later plugin's label for a paragraph wins."""


@hookspec
def find_metadata(document: Document, blocks: Sequence[Block]) -> Metadata | None:
    """Collect. Title, outlet, date … where the text states them; the document's own, then earlier plugins' win."""


@hookspec
def extract_quotes(article: Article) -> Iterable[Quote]:
    """Collect. The reported speech in an article. Of two quotes with one start, the earlier plugin's is kept."""


@hookspec
def extract_claims(article: Article) -> Iterable[Claim]:
    """Collect. The facts in an article, in a form that can be compared."""


# ── all articles, one event ────────────────────────────────────────────────────────────────────────────────


@hookspec(firstresult=True)
def group_articles(accounts: Sequence[Account]) -> Sequence[Group] | None:
    """Choose. Which accounts tell of one event; every account in exactly one group."""


@hookspec(firstresult=True)
def explain_grouping(first: Account, second: Account, accounts: Sequence[Account]) -> Iterable[str] | None:
    """Choose. Why two accounts are in one event or in two, in short plain sentences; only `digest explain` asks."""


@hookspec(firstresult=True)
def locate_event(event: Event) -> str | None:
    """Choose. Where the event was, the narrowest name first; asked after grouping, event by event."""


@hookspec(firstresult=True)
def resolve_people(event: Event) -> Sequence[Person] | None:
    """Choose. Who is named in the event, each under one name; quotes' speakers are renamed to it by the host."""


@hookspec
def align_quotes(event: Event) -> Iterable[Alignment]:
    """Collect. Groups of quotations that are versions of one utterance."""


@hookspec
def find_reuse(event: Event) -> Iterable[Reuse]:
    """Collect. Text that two accounts share word for word, so that agreement counts independent witnesses."""


@hookspec
def tag_discrepancies(collation: Collation) -> Iterable[Discrepancy]:
    """Collect. Places where accounts differ, each with two or more readings as evidence."""


@hookspec
def map_topics(collation: Collation) -> Iterable[Topic]:
    """Collect. What the accounts mention, each with the passages that mention it."""


@hookspec
def find_statements(collation: Collation) -> Iterable[Statement]:
    """Collect. The facts and remarks that several accounts state, and the notable ones that only one does."""


# ── the site ───────────────────────────────────────────────────────────────────────────────────────────────


@hookspec
def register_pages(comparisons: Sequence[Comparison]) -> Iterable[Page]:
    """Collect. Pages beside those of the core. No two pages may have one URL."""


@hookspec
def prepare_environment(env: jinja2.Environment) -> None:
    """Collect. Add filters, tests and globals to the template environment."""


@hookspec
def template_context(page: Page) -> dict[str, Any] | None:
    """Collect. Extra variables for a page's template; a name that is taken is a fault."""


@hookspec
def build_finished(output: Path, comparisons: Sequence[Comparison]) -> None:
    """Collect. Called with the finished site in a folder that is not yet published: add an index, a report."""


@hookspec
def register_commands(cli: click.Group) -> None:
    """Collect. Add commands to `digest`."""


# ── what there is ──────────────────────────────────────────────────────────────────────────────────────────


def hooks() -> dict[str, Callable[..., Any]]:
    """The specifications of all hooks by name, in the order in which they are called."""
    return {name: value for name, value in globals().items() if hasattr(value, "digest_spec")}
