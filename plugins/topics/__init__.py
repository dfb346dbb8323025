"""What the accounts of an event mention: names, figures and noun phrases found in their own text.

A term is covered by an article where a form of it stands in the title, a heading, a caption or the body; plural,
possessive and the short form of "artificial intelligence (AI)" are forms of one term. Ranking follows the idea of
the C-value (Frantzi, Ananiadou and Mima 2000): frequent, long, and not merely a part of a longer term.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from digest import Account, Collation, Passage, Topic, hookimpl

from ..english.spans import overlaps
from .initials import merge_initials
from .names import names
from .selection import select, without_parts
from .spellings import merge_compounds
from .terms import Kind, Term, figures, phrases
from .texts import Text, places_of, text_of

NEEDS = ("extract_claims", "resolve_people")

WORDS_PER_TOPIC = 10
FEWEST, MOST = 24, 140
_RULES: dict[Kind, str] = {"name": "a name", "phrase": "a noun phrase", "word": "a noun", "figure": "a figure"}
# In words. A row of capitalised words that goes on and on is a list; each of its parts would be looked at.
LONGEST = 12


@hookimpl
def map_topics(collation: Collation) -> Iterator[Topic]:
    """The topics of an event, the most useful for comparing its accounts first."""
    texts = [text_of(account.article) for account in collation.event.accounts]
    candidates = [*names(collation, texts), *phrases(texts)]
    candidates = merge_compounds(term for term in candidates if max(map(len, term.keys)) <= LONGEST)
    terms = merge_initials(candidates, texts)
    for term in terms:
        term.passages = _find(term, texts)
    terms += figures(collation.event.accounts)
    size = sum(len(text.tokens) for text in texts)
    limit = min(MOST, max(FEWEST, size // WORDS_PER_TOPIC))
    for term in select(without_parts(terms), limit):
        yield Topic(name=term.name, evidence=tuple(_evidence(term, collation.event.accounts)), rule=_RULES[term.kind])


def _find(term: Term, texts: Iterable[Text]) -> dict[str, list[Passage]]:
    """Where a term stands, by article: a name where it is a mention, and any term where its words stand."""
    found: dict[str, list[Passage]] = {}
    for text in texts:
        named = {passage.span for passage in term.passages.get(text.article.id, ())}
        spans = named | {span for key in term.keys for span in places_of(text, key, term.kind == "name")}
        apart = [text.article.passage(*span) for span in sorted(spans) if not overlaps(text.addresses, *span)]
        if apart:
            found[text.article.id] = apart
    return found


def _evidence(term: Term, accounts: Iterable[Account]) -> Iterator[Passage]:
    for account in accounts:
        yield from term.passages.get(account.id, [])
