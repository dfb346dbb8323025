"""One vote with two results: as many voters, divided otherwise, or said to be of one mind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest import Account, Article, Claim, Collation, Discrepancy, Passage, Span
from digest.text import sentences_of

from ..claims.compare import is_tally
from ..english.lemmas import content_lemmas
from .readings import distinct, quoted, reading, who_gives_what

_NUMBER = re.compile(r"\d+")
_FEWEST_VOTERS = 5
_UNANIMOUS = re.compile(r"\bunanimous(?:ly)?\b(?! consent)", re.IGNORECASE)
# Who votes; a verdict or a ruling "was unanimous" after a sentence that says whose it is.
_VOTERS = frozenset(
    "jury juror judge council committee commission court panel board director senate house parliament congress".split()
)
# "Their slim 52-48 majority" are seats; "passed by a 52-48 majority" is a result.
_SEATS = re.compile(r" (?:[\w-]+ ){0,2}(?:majority|advantage|edge|control|split|partisan)\b")
_VOTED = re.compile(
    r"\b(?:vot\w+|pass\w*|approv\w+|adopt\w+|reject\w+|confirm\w+|rul\w+|decid\w+|won|lost)(?: [a-z]+){0,4} $"
)
_OPEN = re.compile(r"\b(?:would|could|might|may|if|prospective|expected|likely)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_AGAINST = re.compile(r"\b(?:dissent(?:s|ed|ing)?|abstain(?:s|ed|ing)?)\b")


def differing_tallies(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each body whose one vote accounts divide in different ways."""
    by_voters: dict[int, list[Claim]] = {}
    for account in collation.event.accounts:
        claims = _votes(account)
        if len({_sides(claim) for claim in claims}) == 1:
            by_voters.setdefault(sum(_sides(claims[0])), []).extend(claims)
    for voters, claims in by_voters.items():
        if voters >= _FEWEST_VOTERS and len({_sides(claim) for claim in claims}) > 1:
            yield _discrepancy(collation, claims, "the only vote of each account, with as many voters")


def divided_or_unanimous(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy if some accounts divide the one vote of a body, or have a dissenter, that others call unanimous."""
    united = [found for account in collation.event.accounts for found in _printed(account, _UNANIMOUS)]
    divided: list[Passage] = []
    for account in collation.event.accounts if united else ():
        votes = [claim for claim in _votes(account) if _sides(claim)[-1]]
        divided += votes or _printed(account, _AGAINST)
    if {found.article for found in divided} & {found.article for found in united}:
        return
    if not divided or len({_sides(found) for found in divided if isinstance(found, Claim)}) > 1:
        return
    voters = frozenset.intersection(*(_voters(collation, found) for found in divided))
    if any(voters & _voters(collation, found) for found in united):
        yield _discrepancy(collation, [*divided, *united], "a vote with two sides that is elsewhere unanimous")


def _votes(account: Account) -> list[Claim]:
    """The results of votes, not the seats that sides hold, how a vote could end, or what was decided years ago."""
    text = account.article.text
    return [
        claim
        for claim in account.claims
        if claim.unit == "vote" and is_tally(claim) and not _OPEN.search(text, *claim.sentence)
        and not _names_a_past_year(account.article, claim.sentence)
        and not (_SEATS.match(text, claim.end) and not _VOTED.search(text, claim.sentence[0], claim.start))
    ]  # fmt: skip


def _names_a_past_year(article: Article, sentence: Span) -> bool:
    published = article.metadata.published
    years = (int(year) for year in _YEAR.findall(article.text, *sentence))
    return any(published is None or year < published.year for year in years)


def _sides(claim: Claim) -> tuple[int, ...]:
    """The votes for and against, the greater number first."""
    return tuple(sorted((int(number) for number in _NUMBER.findall(claim.value)), reverse=True))


def _printed(account: Account, form: re.Pattern[str]) -> list[Passage]:
    article = account.article
    found = [match for block in article.own_blocks for match in form.finditer(article.text, block.start, block.end)]
    return [article.passage(*match.span()) for match in found]


def _voters(collation: Collation, passage: Passage) -> frozenset[str]:
    """Who votes, by the sentence of a passage and those on both sides."""
    article = collation.event.by_id[passage.article].article
    spans = [span for block in article.own_blocks for span in sentences_of(article, block)]
    place = max(number for number, span in enumerate(spans) if span[0] <= passage.start)
    near = spans[max(0, place - 1) : place + 2]
    return _VOTERS.intersection(word for span in near for word in content_lemmas(article.text, *span))


def _discrepancy(collation: Collation, found: Sequence[Passage], rule: str) -> Discrepancy:
    readings = distinct(reading(passage, passage.text.lower()) for passage in found)
    return Discrepancy(
        kind="number",
        severity="contradiction",
        confidence=0.7,
        summary="Result of the vote",
        explanation=who_gives_what(collation.event, readings, _shown),
        readings=readings,
        rule=rule,
    )


def _shown(value: str) -> str:
    """A result as printed, a word for it in quotation marks."""
    return value if value[0].isdigit() or " to " in value else quoted(value)
