"""What only one of the accounts has: statements, topics, and people whom it quotes.

That is a claim about all other accounts, which may say the same in other words. So a name is listed only if none of
its words stands in another account: "Dianne Feinstein" not where another has "Ranking Member Feinstein".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from digest.model import Account, Quote
from digest.pages.coverage import extent
from digest.pages.edition import Edition, mark_anchor
from digest.pages.outline import spoken
from digest.pages.views.coverage import TopicRow
from digest.pages.views.statements import OnlyOne, Stated
from digest.text import plain

# Of what one account alone has, a page shows so much; the rest is in the tables.
_MOST_STATEMENTS, _MOST_TOPICS = 6, 10
_WORD = re.compile(r"\w+")
# Shorter words in lower case are articles, prepositions and the like.
_SHORTEST = 4


def only_one(
    edition: Edition, rows: Sequence[TopicRow], statements: Mapping[str, tuple[Stated, ...]]
) -> tuple[OnlyOne, ...]:
    """For each account that has something alone: its statements, its topics and the people whom only it quotes."""
    if len(edition.sigla) < 2:
        return ()
    alone = [(row.name, cell.first) for row in rows if extent(row) == 1 for cell in row.cells if cell.first]
    owners = _owners(edition)
    found = []
    for account in edition.comparison.event.accounts:
        siglum, own = edition.sigla[account.id], statements.get(account.id, ())
        shown = {statement.speaker for statement in own}
        speakers = tuple(
            (name, edition.cite(quote, mark_anchor(quote)))
            for name, quote in sorted(_first_quotations(account).items())
            if name not in shown and name[0].isupper() and _is_only_in(account.id, name, owners)
        )
        shown.update(name for name, _ in speakers)
        topics = tuple(
            (name, first)
            for name, first in alone
            if first.siglum == siglum and name not in shown and _is_only_in(account.id, name, owners)
        )
        if own or topics or speakers:
            found.append(
                OnlyOne(
                    siglum=siglum,
                    statements=own[:_MOST_STATEMENTS],
                    speakers=speakers,
                    topics=topics[:_MOST_TOPICS],
                    more=len(own[_MOST_STATEMENTS:]) + len(topics[_MOST_TOPICS:]),
                )
            )
    return tuple(found)


def _first_quotations(account: Account) -> dict[str, Quote]:
    """The first quotation of each speaker."""
    return {quote.speaker: quote for quote in reversed([*spoken(account)]) if quote.speaker}


def _owners(edition: Edition) -> dict[str, set[str]]:
    """The accounts that have a word in their own text, by the word."""
    owners: dict[str, set[str]] = {}
    for account in edition.comparison.event.accounts:
        text = account.article.text
        for word in {word for block in account.article.own_blocks for word in _words(text[block.start : block.end])}:
            owners.setdefault(word, set()).add(account.id)
    return owners


def _is_only_in(article: str, name: str, owners: Mapping[str, set[str]]) -> bool:
    """Whether all words of a name that tell something stand in one account alone; of initials that cannot be told."""
    if name.isupper():
        return False
    capitals = [word for word in _WORD.findall(name) if word[0].isupper()]
    telling = _words(" ".join(capitals)) if capitals else [word for word in _words(name) if len(word) >= _SHORTEST]
    return all(owners.get(word, {article}) == {article} for word in telling)


def _words(text: str) -> list[str]:
    """The parts of words as they are compared, the singular and the plural alike."""
    return [word.removesuffix("s") for word in _WORD.findall(plain(text))]
