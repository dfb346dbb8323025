"""Two accounts that say nearly the same sentence with opposite sense: one has a negation, or the antonym."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from math import ceil

import msgspec

from digest import Account, Article, Collation, Discrepancy
from digest.text import WORD, sentences_of

from ..english.common_words import FUNCTION_WORDS
from ..english.lemmas import lemma
from .differences import NEGATIONS, Change, Word, changes, forms_of, is_noticeable, spell_out
from .readings import quoted, reading_at, speaks, who_gives_what

_FEWEST_WORDS = 8
# The share of the longer sentence’s content words that both must have, and the most words that differ in one place.
_SHARED, _LONGEST = 0.6, 4

_OPPOSITES = frozenset(
    frozenset(pair.split("/"))
    for pair in """increase/decrease increased/decreased rise/fall rose/fell risen/fallen rising/falling up/down
    accept/reject accepted/rejected approve/reject approved/rejected confirmed/denied confirm/deny win/lose won/lost
    agreed/refused agree/refuse before/after more/less more/fewer most/least higher/lower alive/dead guilty/innocent
    support/oppose supported/opposed supports/opposes opened/closed open/closed legal/illegal lawful/unlawful
    arrested/released succeeded/failed passed/failed passed/rejected north/south east/west northern/southern
    eastern/western left/right inside/outside present/absent allowed/banned allow/ban majority/minority
    possible/impossible likely/unlikely able/unable first/last start/end began/ended always/never all/none
    stronger/weaker gained/lost profit/loss voluntary/compulsory true/false safe/unsafe father/mother brother/sister
    son/daughter husband/wife man/woman morning/evening""".split()
)
_WITH_OPPOSITE = frozenset().union(*_OPPOSITES)
_TURNING = NEGATIONS | _WITH_OPPOSITE


class Statement(msgspec.Struct, frozen=True, dict=True):
    """A sentence of an account in its own words; `turning` are those that can be negations or have an opposite."""

    article: Article
    start: int
    end: int
    content: frozenset[str]
    turning: list[str]

    @property
    def text(self) -> str:
        """The sentence as printed."""
        return self.article.text[self.start : self.end]

    @cached_property
    def spelt_out(self) -> list[Word]:
        """Its words in the form in which versions are compared."""
        return spell_out(self.article.text, self.start, self.end)


def opposed_statements(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each pair of sentences that differ in a negation or an antonym and in nothing else."""
    found = [statement for account in collation.event.accounts for statement in _statements(account)]
    for first, second in _near_pairs(found):
        if collation.event.outlet(first.article.id) == collation.event.outlet(second.article.id):
            continue  # Its second article is of something else, or of a later hour.
        differing = changes(first.spelt_out, second.spelt_out, whole=True)
        noticed = [change for change in differing if is_noticeable(change)]
        longest = max((len(side) for change in differing for side in (change.first, change.second)), default=0)
        if longest <= _LONGEST and len(noticed) == 1 and _opposes(noticed[0]):
            readings = tuple(
                reading_at(statement.article, statement.start, statement.end, _value(side))
                for statement, side in ((first, noticed[0].first), (second, noticed[0].second))
            )
            yield Discrepancy(
                kind="other",
                severity="contradiction",
                confidence=0.7,
                summary="Opposite statements in nearly the same words",
                explanation=who_gives_what(collation.event, readings, quoted),
                readings=readings,
                rule="two sentences that differ in a negation or an antonym alone",
            )


def _statements(account: Account) -> Iterator[Statement]:
    """The sentences that could be opposed; of one that is repeated only the first: pairs grow with the square."""
    article = account.article
    seen: set[str] = set()
    for block in article.blocks_of("body"):
        for start, end in sentences_of(article, block):
            words = [word.lower() for word in WORD.findall(article.text, start, end)]
            if len(words) >= _FEWEST_WORDS and article.text[start:end] not in seen and not speaks(account, start, end):
                seen.add(article.text[start:end])
                content = frozenset(lemma(word) for word in words if word not in FUNCTION_WORDS)
                turning = sorted(form for word in words for form in forms_of(word) if form in _TURNING)
                yield Statement(article, start, end, content, turning)


def _near_pairs(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Pairs of sentences of different articles with most of their content words in common, and other turning words.

    Two such have one of their rarest words in common too, so that a sentence is looked up by these alone: the prefix
    filter of Chaudhuri et al., "A primitive operator for similarity joins", 2006.
    """
    often = Counter(word for statement in statements for word in statement.content)
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for index, statement in enumerate(statements):
        size = len(statement.content)
        rarest = sorted(statement.content, key=lambda word: (often[word], word))[: size - ceil(_SHARED * size) + 1]
        for other in sorted({other for word in rarest for other in holders[word]}):
            before = statements[other]
            if (
                before.turning != statement.turning
                and before.article.id != statement.article.id
                and len(before.content & statement.content) >= _SHARED * max(len(before.content), size)
            ):
                yield before, statement
        for word in rarest:
            holders[word].append(index)


def _opposes(change: Change) -> bool:
    sides = change.first, change.second
    first, second = ({lemma(word.form) for word in side} for side in sides)
    if len(first & NEGATIONS) % 2 != len(second & NEGATIONS) % 2:
        return first - NEGATIONS - FUNCTION_WORDS == second - NEGATIONS - FUNCTION_WORDS
    forms = [frozenset(word.form for word in side) - FUNCTION_WORDS | _opposites(side) for side in sides]
    apart = forms[0] ^ forms[1]
    return len(forms[0] - forms[1]) == len(forms[1] - forms[0]) == 1 and apart in _OPPOSITES


def _opposites(side: Sequence[Word]) -> frozenset[str]:
    """The words of a change that have an opposite; some of them are function words, as "before"."""
    return frozenset(word.form for word in side) & _WITH_OPPOSITE


def _value(side: Sequence[Word]) -> str:
    return " ".join(word.form for word in side)
