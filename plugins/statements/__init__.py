"""What several accounts state and what only one does: facts and remarks, each with the words that do so.

A statement of several counts if two witnesses make it that do not have their text from one another. That only one
account makes a statement is said only where nothing in the others comes near it.
"""

from __future__ import annotations

from collections.abc import Iterator

from digest import Collation, Statement, hookimpl

from .figures import amounts, lone_figures, shared_figures
from .remarks import lone_remarks, shared_remarks
from .sentences import index_sentences, shared_sentences

NEEDS = ("extract_quotes", "extract_claims", "align_quotes")


@hookimpl
def find_statements(collation: Collation) -> Iterator[Statement]:
    """What two or more witnesses state, the most shared first; then account by account what it alone has, in order."""
    if len(collation.witnesses) < 2:
        return
    index = index_sentences(collation)
    figures = amounts(collation)
    shared: list[Statement] = []
    for found in (shared_remarks(collation), shared_figures(collation, figures, index), shared_sentences(index)):
        new = [statement for statement in found if collation.independent(statement.evidence) > 1]
        shared += [statement for statement in new if not any(_repeats(statement, other) for other in shared)]
    # Of a clause with two figures that are shared, and of figures and a sentence with them, one is enough.
    ranked = {found.text: found for found in sorted(shared, key=lambda found: _rank(collation, found), reverse=True)}
    yield from reversed(ranked.values())
    alone = [*lone_figures(collation, figures, index), *lone_remarks(collation, index)]
    own = [found for found in alone if _is_own(collation, found) and not any(_repeats(found, one) for one in shared)]
    order = {account.id: place for place, account in enumerate(collation.event.accounts)}
    yield from sorted(own, key=lambda found: (order[found.evidence[0].article], found.evidence[0].start))


def _is_own(collation: Collation, statement: Statement) -> bool:
    """Whether the account that makes a statement has no text from another."""
    return (statement.evidence[0].article,) in collation.witnesses


def _repeats(statement: Statement, other: Statement) -> bool:
    """Whether all that a statement rests on is, or has in it, evidence of another one."""
    return statement.articles <= other.articles and all(
        any(p.article == q.article and p.start < q.end and q.start < p.end for q in other.evidence)
        for p in statement.evidence
    )


def _rank(collation: Collation, found: Statement) -> tuple[int, int, str]:
    """By falling number of witnesses, then by how far up an account has it: news tells first what matters most."""
    return -collation.independent(found.evidence), min(passage.start for passage in found.evidence), found.id
