"""What flows through a build: frozen values, each stage's result a type of its own.

Source → Document → Article → Account → Group → Event → Collation → Comparison → Page

Annotation is stand-off: a document's text is never changed, and everything said about it is a half-open
range `[start, end)` of Unicode code points into that text. These are pure values: how they are found is
the plugins' business, how they are shown the theme's.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Annotated, Any, Literal, TypeVar

import msgspec

T = TypeVar("T")
V = TypeVar("V")
Span = tuple[int, int]

BlockKind = Literal["title", "heading", "body", "caption", "credit", "boilerplate", "other_story"]
QuoteKind = Literal["direct", "partial", "indirect", "scare", "title"]
ClaimKind = Literal["number", "money", "percent", "duration", "date", "place", "name"]
Hedge = Literal["exact", "about", "nearly", "at-least", "more-than", "at-most", "less-than", "range"]
DiscrepancyKind = Literal[
    "number", "duration", "date", "money", "name", "place", "attribution", "quote-wording", "other"
]
Severity = Literal[
    "contradiction", "imprecision", "wording-only", "likely-error", "consistent-but-different-granularity"
]
Variation = Literal["boundary", "cut", "form", "wording", "meaning"]
StatementKind = Literal["fact", "quotation"]
Confidence = Annotated[float, msgspec.Meta(ge=0, le=1)]

UNNAMED = "Unnamed outlet"
# From this share of text that one has from the other on, two articles are one witness.
DEPENDENT = 0.2
JUNK: frozenset[BlockKind] = frozenset({"boilerplate", "other_story"})


class Source(msgspec.Struct, frozen=True):
    """One file of the content folder, read but not understood.

    `path` is relative to the content folder, with `/` on every system.
    """

    path: str
    data: bytes


class Metadata(msgspec.Struct, frozen=True, kw_only=True):
    """What is known about an article as a whole; None is unknown. `language` is a BCP 47 tag.

    A `draft` is left out of the site; `digest serve --drafts` shows it.
    """

    title: str | None = None
    outlet: str | None = None
    published: datetime.date | None = None
    url: str | None = None
    language: str | None = None
    draft: bool | None = None

    def or_else(self, other: Metadata) -> Metadata:
        """These values, and the other's where these are unknown."""
        mine, theirs = msgspec.structs.asdict(self), msgspec.structs.asdict(other)
        return Metadata(**{key: theirs[key] if value is None else value for key, value in mine.items()})


class Paragraph(msgspec.Struct, frozen=True):
    """A reader's unit of text, not empty: a line of a text file, a block of Markdown or HTML.

    `line` is the 1-based line of the file it came from. `kind` is set only where the format itself says it
    (a Markdown heading, an HTML figure caption).
    """

    start: int
    end: int
    line: int
    kind: BlockKind | None = None


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A news article as it was read: text and paragraphs, and the metadata that the format states.

    `path` is the source's path, for one entry of a feed with `#` and the entry's number. `notes` are remarks
    for the build report, such as an encoding that had to be guessed.
    """

    path: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    metadata: Metadata = Metadata()
    notes: tuple[str, ...] = ()


class Block(msgspec.Struct, frozen=True):
    """A paragraph with its label. `rule` says in a few words why; `plugin` is set by the host."""

    start: int
    end: int
    kind: BlockKind
    line: int
    rule: str
    plugin: str = ""


class Passage(msgspec.Struct, frozen=True):
    """A verbatim piece of an article: `text` is what stands there between `start` and `end`."""

    article: str
    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """The range as a pair."""
        return self.start, self.end

    def touches(self, other: Passage) -> bool:
        """Whether the two have at least one character in common."""
        return self.article == other.article and self.start < other.end and other.start < self.end


class Article(msgspec.Struct, frozen=True, dict=True):
    """A document whose paragraphs are labelled: its blocks tell the outlet's own text from the page's junk."""

    id: str
    document: Document
    blocks: tuple[Block, ...]
    metadata: Metadata

    @property
    def text(self) -> str:
        """The document's text, which all offsets refer to."""
        return self.document.text

    @property
    def title(self) -> str:
        """The title, or the file's path where none was found."""
        return self.metadata.title or self.document.path

    @property
    def outlet(self) -> str | None:
        """The outlet's name as far as it is known."""
        return self.metadata.outlet

    def blocks_of(self, *kinds: BlockKind) -> Iterator[Block]:
        """The blocks of these kinds, in the order of the text."""
        return (block for block in self.blocks if block.kind in kinds)

    @cached_property
    def own_blocks(self) -> tuple[Block, ...]:
        """The blocks that tell this story: all but boilerplate and other stories."""
        return tuple(block for block in self.blocks if block.kind not in JUNK)

    def derived(self, make: Callable[[Article], T]) -> T:
        """What a pure function of a module gives for this article: made when first asked for, and kept with it.

        So plugins share what is costly, such as the names in an article, without having to agree on a stage.
        """
        return _derived(self, make)

    def passage(self, start: int, end: int) -> Passage:
        """The text between two offsets, with its place."""
        return Passage(self.id, start, end, self.text[start:end])


class Quote(Passage, frozen=True, kw_only=True):
    """Reported speech. `text` is what stands inside the marks, or the reported clause where there are none.

    `speaker` is the canonical name, `cue` the mention of the speaker as printed, `verb` the reporting word.
    Parts of one interrupted quotation have the same `utterance`: the `start` of its first part; None for a
    term in marks that nobody is reported to have said. `confidence` is 0 to 1.
    """

    kind: QuoteKind
    speaker: str | None = None
    cue: Span | None = None
    verb: Span | None = None
    utterance: int | None = None
    confidence: Confidence = 1.0
    rule: str
    plugin: str = ""

    @property
    def id(self) -> str:
        """Unique on the site, and stable while the text before it stays."""
        return f"{self.article}-q{self.start}"


class Claim(Passage, frozen=True, kw_only=True):
    """A fact in a form that can be compared.

    `value` is the normal form of what is printed, the hedge aside: number and unit (`5.5 hour`, `95000000000 USD`,
    `10-15 person`), TIMEX3 for dates (`2024-04-26`, `XXXX-04-26`, `XXXX-WXX-5`, `UNDEF-last-day`), names from
    the narrowest outwards for places (`Harbour Hall, Bergen`), a person's canonical name.

    `low` and `high` bound what is meant in `unit`, None where open or unknown. There is one unit a dimension
    (durations are in `hour`, money in its currency, shares in `percent`, counts in the thing counted); dates
    are proleptic Gregorian ordinals with unit `date`, resolved as far as the article allows; times of day are
    minutes with unit `time`. `counted` is the thing counted or measured (`student`, `person killed`); for
    dates and places the action they go with (`meet`); for a name the title as printed.
    `about` has the content words of the clause (lower-case lemmas), `sentence` is the range of the sentence.
    """

    kind: ClaimKind
    value: str
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    hedge: Hedge = "exact"
    counted: str | None = None
    about: tuple[str, ...] = ()
    sentence: Span
    rule: str
    plugin: str = ""

    def __post_init__(self) -> None:
        """Make whole bounds floats, so that a claim is the same before and after it is kept in the cache."""
        for name, bound in (("low", self.low), ("high", self.high)):
            if type(bound) is int:
                msgspec.structs.force_setattr(self, name, float(bound))

    @property
    def id(self) -> str:
        """Unique on the site, and stable while the text before it stays."""
        return f"{self.article}-c{self.start}"


class Account(msgspec.Struct, frozen=True):
    """One outlet's account: its article with the quotations and claims found in it."""

    article: Article
    quotes: tuple[Quote, ...]
    claims: tuple[Claim, ...]

    @property
    def id(self) -> str:
        """The article's id."""
        return self.article.id


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """The accounts of one happening, by their ids. `date` and `place` are the event's own, not those of a page."""

    id: str
    title: str
    date: datetime.date | None
    place: str | None = None
    accounts: tuple[str, ...]

    def event(self, accounts: tuple[Account, ...]) -> Event:
        """The event, with these accounts."""
        return Event(id=self.id, title=self.title, date=self.date, place=self.place, accounts=accounts)


class Event(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """Accounts of one happening. `date` and `place` are the event's own, not those of a page."""

    id: str
    title: str
    date: datetime.date | None
    place: str | None
    accounts: tuple[Account, ...]

    @cached_property
    def by_id(self) -> dict[str, Account]:
        """The accounts by their article's id."""
        return {account.id: account for account in self.accounts}

    def outlet(self, article: str) -> str:
        """The name to show for an article's outlet, such as `Unnamed outlet 2` where others are unknown too."""
        unnamed = [account.id for account in self.accounts if not account.article.outlet]
        number = f" {unnamed.index(article) + 1}" if article in unnamed and len(unnamed) > 1 else ""
        return self.by_id[article].article.outlet or UNNAMED + number


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Someone who is named or quoted, under one canonical name.

    `variants` are all forms that occur, and the canonical name is one of them: `claim.value in person.variants` asks
    whether a name is this person's. `rule` says in a few words how the forms were brought together.
    """

    name: str
    variants: tuple[str, ...]
    mentions: tuple[Passage, ...]
    rule: str = ""
    plugin: str = ""


class Member(Passage, frozen=True, kw_only=True):
    """One version of an utterance: a quotation or the part of it that the others have too."""

    quote: str


class Column(msgspec.Struct, frozen=True):
    """Words that stand in the same place in the versions of an utterance, as in a table of variant readings.

    `cells` are in the order of the alignment's members, None where a version has nothing there. `variation` says
    how the cells differ, None if all versions have the same words: `boundary` where some begin later or end
    earlier, `cut` where some leave out words inside, `form` for other forms or spellings of the same words,
    `meaning` where a negation, a number or a modal does, `wording` for all other words.
    """

    cells: tuple[Passage | None, ...]
    variation: Variation | None


class Alignment(msgspec.Struct, frozen=True, kw_only=True):
    """Versions of one utterance in two or more places. `label` is a short name for what was said.

    `columns` lay the members side by side word for word, in the order of the utterance; empty if not collated.
    """

    speaker: str | None
    label: str
    members: tuple[Member, ...]
    columns: tuple[Column, ...] = ()
    confidence: Confidence = 1.0
    rule: str
    plugin: str = ""

    @property
    def id(self) -> str:
        """A digest of the places it joins."""
        return "a-" + fingerprint(self.members)


class Reuse(msgspec.Struct, frozen=True, kw_only=True):
    """Text that two articles share word for word. `passages` come in pairs of the same words, first and second.

    `share` is the part of the shorter article's own words that is shared, 0 to 1: from `DEPENDENT` on the articles are
    one witness, else only for what stands in the passages. `origin` is the agency or outlet that one of them says it is
    from, if any.
    """

    articles: tuple[str, str]
    share: float
    passages: tuple[tuple[Passage, Passage], ...]
    origin: str | None = None
    rule: str
    plugin: str = ""


class Reading(Passage, frozen=True, kw_only=True):
    """What one account gives at a place where accounts differ; `value` is its normal form."""

    value: str


class Discrepancy(msgspec.Struct, frozen=True, kw_only=True):
    """Two or more readings of the same matter that differ.

    `summary` names the matter in a few words, `explanation` says in one sentence who gives what. A kind of one's own
    is `other`, with a telling `summary`. `confidence` is 0 to 1; below 0.6 the page folds it away as "Not certain".
    """

    kind: DiscrepancyKind
    severity: Severity
    confidence: Confidence
    summary: str
    explanation: str
    readings: tuple[Reading, ...]
    rule: str
    plugin: str = ""

    @property
    def id(self) -> str:
        """A digest of its kind and of the places it rests on."""
        return "d-" + fingerprint(self.readings, self.kind)

    @property
    def scope(self) -> Literal["cross-outlet", "internal"]:
        """Whether the readings stand in several articles or in one."""
        return "internal" if len({reading.article for reading in self.readings}) == 1 else "cross-outlet"


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    """Something that accounts mention. An account covers it when a passage of it is among the evidence."""

    name: str
    evidence: tuple[Passage, ...]
    rule: str
    plugin: str = ""


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """A fact that accounts give or a remark that they quote. An account states it when a passage of it is evidence.

    Evidence is a sentence, a figure in its sentence, or a version of a quotation. `text` is it in short, in the words
    of an account; `speaker` is that of a quotation.
    """

    kind: StatementKind
    text: str
    evidence: tuple[Passage, ...]
    speaker: str | None = None
    rule: str
    plugin: str = ""

    @property
    def articles(self) -> frozenset[str]:
        """The ids of the articles that state it."""
        return frozenset(passage.article for passage in self.evidence)

    @property
    def id(self) -> str:
        """A digest of its kind and of the places it rests on."""
        return "s-" + fingerprint(self.evidence, self.kind)


class Collation(msgspec.Struct, frozen=True, dict=True):
    """An event whose accounts are laid side by side: one name for each person, versions of what was said,
    and the text that accounts have from one another.
    """

    event: Event
    people: tuple[Person, ...]
    alignments: tuple[Alignment, ...]
    reuse: tuple[Reuse, ...]

    def derived(self, make: Callable[[Collation], T]) -> T:
        """What a pure function of a module gives for this collation: made when first asked for, and kept with it."""
        return _derived(self, make)

    @cached_property
    def witnesses(self) -> tuple[tuple[str, ...], ...]:
        """The article ids in groups that depend on each other; each group is one independent witness."""
        return self._grouped(reuse.articles for reuse in self.reuse if reuse.share >= DEPENDENT)

    def independent(self, evidence: Iterable[Passage]) -> int:
        """How many independent witnesses there are among passages: those in text that two share are of one."""
        evidence = tuple(evidence)
        named = {passage.article for passage in evidence}
        copied = (
            reuse.articles
            for reuse in self.reuse
            if reuse.share >= DEPENDENT
            or any(all(any(map(part.touches, evidence)) for part in pair) for pair in reuse.passages)
        )
        return sum(not named.isdisjoint(group) for group in self._grouped(copied))

    def _grouped(self, pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
        """The article ids in groups, with the two of each pair in one."""
        group = {account.id: {account.id} for account in self.event.accounts}
        for first, second in pairs:
            merged = group[first] | group[second]
            group.update(dict.fromkeys(merged, merged))
        return tuple(sorted({tuple(sorted(articles)) for articles in group.values()}))


class Comparison(msgspec.Struct, frozen=True):
    """A collation with what follows from it: where accounts differ, what each of them covers, and what several or
    only one of them state.
    """

    collation: Collation
    discrepancies: tuple[Discrepancy, ...]
    topics: tuple[Topic, ...]
    statements: tuple[Statement, ...]

    @property
    def event(self) -> Event:
        """The event compared."""
        return self.collation.event


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the site before it is rendered. `url` is relative to the site's root (`events/x/index.html`).

    `context` is what the template sees as `page`.
    """

    url: str
    template: str
    title: str
    context: Any


def _derived(value: V, make: Callable[[V], T]) -> T:
    kept: dict[Callable[[V], Any], Any] = value.__dict__.setdefault("_derived", {})
    if make not in kept:
        kept[make] = make(value)
    found: T = kept[make]
    return found


def fingerprint(passages: Iterable[Passage], *more: str) -> str:
    """Ten hexadecimal digits that depend on the places of the passages and on nothing else."""
    places = sorted(f"{p.article}:{p.start}:{p.end}" for p in passages)
    return hashlib.blake2b("\n".join([*more, *places]).encode(), digest_size=5).hexdigest()
