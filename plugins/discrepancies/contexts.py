"""What a figure is about: the content words around it, the people, and what else tells figures of an event apart."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from operator import attrgetter

import msgspec

from digest import Account, Article, Claim, Collation, Span
from digest.text import WORD, words

from ..claims.compare import is_tally
from ..claims.predicates import predicate
from ..claims.sameness import FIGURES, is_past
from ..claims.units import UNIT_WORDS
from ..english.clauses import clause_around
from ..english.lemmas import content_lemmas
from ..english.synonyms import concept
from .people import named_in, people_at
from .qualifiers import Qualifiers, qualifiers
from .subjects import course, holder, subject
from .weights import roots, sentence_roots

_VAGUE = re.compile(r"\b(?:tens|dozens|scores|hundreds|thousands|millions|billions)\b", re.IGNORECASE)
_START = attrgetter("start")
_CURRENCIES = ("dollar", "euro", "pound", "cent")
_NEAR = 8
_MARKED = ("direct", "partial")
_LEFT = re.compile(r"(?: (?:of|in|worth of) (?:[\w-]+ ){1,3}| (?:[\w-]+ ){0,2})(?:left|remaining|to go|to spare)\b")
_PART_OF = re.compile(r" (?:out )?of (?:an?|the|its|his|her|their)?\W{0,2}")
# What a figure is measured against: those of different bases can both be right.
_BASES = frozenset(
    """average mean median closing opening peak record minimum maximum total net gross annual yearly monthly weekly
    daily quarterly hourly overall combined initial final""".split()
)
# What ought to be is not what is: "would have to be 20 miles away", "must reach 50 percent".
_REQUIRED = re.compile(
    r"\b(?:must|should|ought to|need(?:s|ed)? to|ha(?:s|ve|d) to) (?:be|reach|get|have|exceed|win|pay)"
    r"(?: [a-z]+){0,2} $"
)
# "The 50 votes needed", "requires 60 votes", "need a net gain of six seats": how many there must be.
_NEEDED_BEFORE = re.compile(
    r"\b(?:need(?:s|ed)?|require[sd]?|lack(?:s|ed)?|short of)(?: the| only| just| its| all|(?: [a-z-]+){1,5} of)? $"
)
_NEEDED_AFTER = re.compile(
    r"(?: (?:it|he|she|they|we|you|[A-Z]\w+))?(?: (?:is|are|was|were|would be))?"
    r" (?:need(?:s|ed)?|require[sd]|necessary)\b"
)
# "Ten sailors and two pilots".
_AND = re.compile(r"(?: [\w.]+){0,4},? (?:and|plus|as well as|along with|together with) (?:[a-z]+ ){0,2}|, ")
# "50 km (30 miles)": one amount given twice.
_IN_BRACKETS = re.compile(r" ?[(\[](?:or )?")
# Where the clause of a figure begins or ends.
_CLAUSE = re.compile(
    r"[,;:()“”\"–—]|--| - "
    r"|\b(?:and|but|while|when|who|whom|whose|which|that|as|after|before|where|because|since|if|although|though|until)\b"
)
# What a storm does changes by the hour, and reports of one day are of many hours.
_BY_THE_HOUR = re.compile(
    r"\b(?:winds|gusts?|outages?|(?:without|lost|losing|no|restor\w+) (?:power|electricity))\b", re.IGNORECASE
)
# Who says so is not what is measured.
_SOURCES = frozenset(
    "say tell add report accord announce official spokesman spokeswoman spokesperson statement authority".split()
)


class Figure(msgspec.Struct, frozen=True, dict=True):
    """A claim of a figure with the content words around it, those near it apart, and the people in its sentence.

    In a sentence with several figures of one kind the words are those between the figures on both sides; those of its
    clause are apart too; `people` are those of its sentence, of an age the one whose it is. Synonyms are one word; the
    words of the thing counted and of its unit are in `own` too, and `listed` says that there are several; `beside` are
    those figures; `bases` are the words near it for what it is measured against; `speaker` says it between marks; `act`
    is what is done; `depth` is how far into the account it stands, 0 to 1; `subject` is what it is said of and `course`
    what lasted so long, where that is plain; what `runs_down` is what was left of something at some hour, and a storm's
    force changes `by_the_hour`; what `is_required` ought to be; an `is_conversion` is in brackets after the same in
    another unit; `with_others` are the counts of it and of what is named with it together ("ten sailors and two
    pilots"); `qualifiers` narrow it.
    """

    claim: Claim
    words: frozenset[str]
    near: frozenset[str]
    clause: frozenset[str]
    own: frozenset[str]
    people: frozenset[str]
    bases: frozenset[str]
    listed: bool
    beside: frozenset[tuple[str, str]]
    speaker: str | None
    act: str | None
    depth: float
    subject: str | None
    course: str | None
    runs_down: bool
    by_the_hour: bool
    is_required: bool
    is_conversion: bool
    with_others: frozenset[float]
    qualifiers: Qualifiers

    @cached_property
    def is_vague(self) -> bool:
        """Whether it is no figure but a word for many, as "dozens"."""
        return bool(_VAGUE.search(self.claim.text))

    @cached_property
    def amount(self) -> float | None:
        """The figure in the unit of its dimension, its hedge aside; None for a range or a result of two figures."""
        bounds = [bound for bound in (self.claim.low, self.claim.high) if bound is not None]
        if self.claim.hedge == "range" or is_tally(self.claim) or not bounds:
            return None
        return sum(bounds) / len(bounds)


def by_sentence(claims: Iterable[Claim]) -> dict[Span, list[Claim]]:
    """Claims by the sentence they stand in."""
    found: dict[Span, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.sentence, []).append(claim)
    return found


def figures(collation: Collation, account: Account) -> list[Figure]:
    """The figures of an account, in order."""
    return collation.derived(_figures)[account.id]


def _figures(collation: Collation) -> dict[str, list[Figure]]:
    return {
        account.id: list(in_context(collation, account, [claim for claim in account.claims if claim.kind in FIGURES]))
        for account in collation.event.accounts
    }


def in_context(collation: Collation, account: Account, claims: Sequence[Claim]) -> Iterator[Figure]:
    """Claims of an account with what is around them, in order."""
    text = account.article.text
    kinds = {claim.kind for claim in claims}
    speakers = _speakers(account, claims)
    asked = account.article.derived(_asked)
    sentence = by_sentence(account.claims)
    for claim in claims:
        row = [
            other
            for other in sentence[claim.sentence]
            if other.kind == claim.kind and (other is claim or not is_past(other))
        ]
        start, end = _between(text, claim, row)
        own = roots((claim.counted or "").split())
        said = roots(content_lemmas(text, start, max(end, claim.end))) | roots(asked.get(claim.sentence[0], ()))
        around = said - roots((*_unit_words(claim), *_CURRENCIES, *_SOURCES)) | own
        near_start = _words_away(text, start, claim.start, -_NEAR)
        near_end = _words_away(text, claim.end, end, _NEAR)
        near = roots(content_lemmas(text, near_start, max(near_end, claim.end))) | own
        clause = roots(content_lemmas(text, *_clause(text, claim, start, max(end, claim.end)))) & around
        own |= roots((claim.unit or "").split("/"))
        bases = _BASES.intersection(map(str.lower, WORD.findall(text, near_start, near_end)))
        people = people_at(collation, account.id, claim.sentence)
        if claim.unit == "year old":
            people = frozenset(filter(None, [holder(text, claim, named_in(collation, account.id))]))
        beside = {(other.kind, other.value) for other in sentence[claim.sentence] if other.kind in kinds}
        act = predicate(text, clause_around(text, claim.sentence, claim.start), claim.span)
        yield Figure(
            claim=claim, words=around, near=near & around, clause=clause, own=own, people=people, bases=bases,
            listed=len(row) > 1, beside=frozenset(beside - {(claim.kind, claim.value)}),
            speaker=speakers.get(claim.id), act=act and concept(act), depth=_depth(account.article, claim),
            subject=subject(text, claim), course=course(text, claim),
            runs_down=bool(_LEFT.match(text, claim.end, claim.sentence[1])),
            by_the_hour=bool(_BY_THE_HOUR.search(text, *claim.sentence)),
            is_required=_is_required(text, claim),
            is_conversion=any(_IN_BRACKETS.fullmatch(text, other.end, claim.start) for other in row),
            with_others=frozenset(_sums(text, claim, row)),
            qualifiers=qualifiers(account.article, claim, sentence[claim.sentence]),
        )  # fmt: skip


def _speakers(account: Account, claims: Sequence[Claim]) -> dict[str, str | None]:
    """Who says each claim that stands between marks, by its id; in a quotation inside another, who says the outer."""
    claims = sorted(claims, key=_START)
    found: dict[str, str | None] = {}
    for quote in account.quotes:
        if quote.kind in _MARKED:
            first, last = (bisect_left(claims, offset, key=_START) for offset in (quote.start, quote.end))
            for claim in claims[first:last]:
                found.setdefault(claim.id, quote.speaker)
    return found


def _is_required(text: str, claim: Claim) -> bool:
    """Whether a figure is what ought to be, or a count of what is needed."""
    start, end = claim.sentence
    if _REQUIRED.search(text, start, claim.start):
        return True
    needed = _NEEDED_BEFORE.search(text, start, claim.start) or _NEEDED_AFTER.match(text, claim.end, end)
    return claim.unit == claim.counted and bool(needed)


def _depth(article: Article, claim: Claim) -> float:
    sentences = article.derived(sentence_roots)
    return bisect_left(sentences, claim.start, key=lambda sentence: sentence[0][0]) / max(1, len(sentences))


def _between(text: str, claim: Claim, row: Sequence[Claim]) -> Span:
    """The range from the figure before to the one after in a sentence.

    A part and its whole ("$2 million of a $5 million loan") have in common what stands after both.
    """
    start = max((other.end for other in row if other.end <= claim.start), default=claim.sentence[0])
    after = [other for other in row if other.start >= claim.end]
    if after and _PART_OF.fullmatch(text, claim.end, after[0].start):
        after = after[1:]
    return start, min((other.start for other in after), default=claim.sentence[1])


def _clause(text: str, claim: Claim, start: int, end: int) -> Span:
    """The range of the clause in which a figure stands, within the range of its words."""
    before = [boundary.end() for boundary in _CLAUSE.finditer(text, start, claim.start)]
    after = _CLAUSE.search(text, claim.end, end)
    return max(before, default=start), after.start() if after else end


def _unit_words(claim: Claim) -> Iterator[str]:
    """The words of a unit, which say nothing of what is measured: two figures in "metric tons" share none."""
    yield claim.unit or ""
    if claim.unit != claim.counted:
        yield from sorted(UNIT_WORDS.intersection(content_lemmas(claim.text, 0, len(claim.text))))


def _sums(text: str, claim: Claim, row: Sequence[Claim]) -> Iterator[float]:
    """What a count comes to with the counts of other things beside it: 12 for both of "ten sailors and two pilots"."""
    counts = [other for other in row if other.unit == other.counted]
    for first, second in pairwise(counts):
        fates = {fate for count in (first, second) if (fate := str(count.unit).partition(" ")[2])}
        if claim in (first, second) and len(fates) < 2 and _AND.fullmatch(text, first.end, second.start):
            yield (first.low or first.high or 0.0) + (second.low or second.high or 0.0)


def _asked(article: Article) -> dict[int, tuple[str, ...]]:
    """The content words of each question that a paragraph answers, by where the answer begins."""
    return {
        answer.start: content_lemmas(article.text, question.start, question.end)
        for question, answer in pairwise(article.own_blocks)
        if article.text[question.end - 1] == "?"
    }


def _words_away(text: str, start: int, end: int, count: int) -> int:
    """The offset that is so many words after `start`, or with a negative count before `end`."""
    spans = words(text, start, end)
    if len(spans) <= abs(count):
        return start if count < 0 else end
    return spans[count][0] if count < 0 else spans[count - 1][1]
