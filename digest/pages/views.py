"""What templates see as `page`: frozen values with everything worked out, so that a template only places it.

Each field has a line below it that says what it holds; `docs/templates.md` is made from these lines. Addresses
are relative to the site's root; templates put `root` before them. Text that comes from articles is plain text:
templates escape it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, Literal, TypeVar

import msgspec

T = TypeVar("T")


# ── parts that several pages show ──────────────────────────────────────────────────────────────────────────


class Siglum(msgspec.Struct, frozen=True, kw_only=True):
    """The letter that stands for an account, with the colour of its outlet."""

    letters: str
    """One to three characters, unique in an event; a number where the outlet is unknown."""
    colour: int
    """1 to 8: the class `w1` … `w8` gives the colour."""
    outlet: str
    """The outlet's name, or words for one that is unknown."""
    account: str
    """Anchor of the account on its event's page; nothing where the outlet as such is meant."""


class Citation(msgspec.Struct, frozen=True, kw_only=True):
    """Words of an account in their sentence."""

    siglum: Siglum
    """Whose words they are."""
    page: str
    """Address of the event's page."""
    anchor: str
    """Anchor of the words on that page."""
    before: str
    """The sentence up to the words."""
    words: str
    """The words that are cited."""
    after: str
    """The rest of the sentence."""


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A link with its words."""

    text: str
    """The words."""
    url: str
    """Address relative to the site's root."""


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """A number and what it counts."""

    number: int
    """How many."""
    noun: str
    """What is counted, in the right number."""
    anchor: str = ""
    """The section of the page that shows them, or nothing."""


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """One choice of a filter."""

    value: str
    """What the address of the page carries."""
    label: str
    """What the reader sees."""
    number: int
    """How many entries it leaves."""
    siglum: Siglum | None = None
    """Set if the choice is an account."""


class Highlight(msgspec.Struct, frozen=True, kw_only=True):
    """A difference in short."""

    text: str
    """The matter in a few words."""
    url: str
    """Address of the difference, relative to the site's root."""
    readings: tuple[tuple[str, tuple[Siglum, ...]], ...]
    """The values, each with those who give it; none if they are long."""


class EventEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An event in a list."""

    title: str
    """What happened."""
    url: str
    """Address of its page."""
    date: str
    """The day in words, or nothing."""
    iso_date: str
    """The day as YYYY-MM-DD, or nothing."""
    place: str
    """Where, or nothing."""
    sigla: tuple[Siglum, ...]
    """The accounts of it."""
    tallies: tuple[Tally, ...]
    """What its page has."""
    highlights: tuple[Highlight, ...]
    """The hardest differences between accounts, at most three."""
    topics: tuple[str, ...]
    """The topics most accounts share, at most five."""
    kind: Literal["differ", "alike", "alone"]
    """Whether its accounts differ somewhere, or nothing was found, or there is only one."""


# ── the event page ─────────────────────────────────────────────────────────────────────────────────────────


class Witness(msgspec.Struct, frozen=True, kw_only=True):
    """An account as the head of the page lists it."""

    siglum: Siglum
    """Its letter."""
    outlet_url: str
    """Address of the outlet's page."""
    headline: str
    """The account's own title."""
    published: str
    """The day it appeared in words, or nothing."""
    words: int
    """The length of its own text."""
    length: int
    """The same in percent of the longest account."""
    language: str
    """BCP 47 tag, or nothing."""


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """One of the readings at a place where accounts differ, with all who give it."""

    value: str
    """The words, as briefly as an account has them; of a quotation, those that differ."""
    size: Literal["large", "medium", "small"]
    """How large it can be set."""
    sentences: tuple[tuple[Citation, ...], ...]
    """The sentences it stands in; citations of accounts that have the very same sentence are together."""
    sigla: tuple[Siglum, ...]
    """Who gives it."""


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """A place where accounts differ."""

    anchor: str
    """Its anchor, `d-…`."""
    kind: str
    """number, duration, date, money, name, place, attribution, quote-wording or other."""
    kind_label: str
    """The kind in a word for readers."""
    severity: str
    """contradiction, imprecision, wording-only, likely-error or consistent-but-different-granularity."""
    severity_label: str
    """The severity in a word or two for readers."""
    sign: str
    """A character that stands for the severity, so that it is never told by colour alone."""
    probable: bool
    """Whether the page should say that this is not certain."""
    within: str
    """The outlet's name if the account differs from itself, or nothing."""
    summary: str
    """The matter in a few words."""
    explanation: str
    """Who gives what, in one sentence."""
    versions: tuple[Version, ...]
    """The readings, those of most accounts first."""
    utterance: str
    """Anchor of the utterance on the page, `a-…`, if the versions of one differ, or nothing."""
    outlets: str
    """The anchors of the accounts concerned, with `|` between."""
    rule: str
    """Why this is shown, in a few words."""
    plugin: str
    """The plugin that found it."""


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a version in a column of a collation."""

    text: str
    """The words with the punctuation after them, or nothing where this version has none."""
    variation: str
    """How the column varies: boundary, cut, form, wording or meaning; or nothing where all have the same words."""


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """A wording of an utterance, with all who print it."""

    citations: tuple[Citation, ...]
    """The places, one for each account."""
    cells: tuple[Cell, ...]
    """Its words in each column of the collation; one cell if the versions are not collated."""


class Utterance(msgspec.Struct, frozen=True, kw_only=True):
    """One utterance in the versions that accounts give of it."""

    anchor: str
    """Its anchor, `a-…`."""
    speaker: str
    """Who said it, or nothing."""
    speaker_url: str
    """Address of the speaker's page, or nothing."""
    label: str
    """What was said, in short."""
    probable: bool
    """Whether the page should say that it is probably the same remark."""
    note: str
    """How many say what, in a sentence."""
    varies: tuple[str, ...]
    """In what the versions differ, in a few words each, the gravest first."""
    aligned: bool
    """Whether there are so few columns that the versions can stand below each other as a table."""
    wordings: tuple[Wording, ...]
    """The versions, those of most accounts first; one if all have the same words."""
    witnesses: int
    """How many accounts have it."""


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """Whether one account mentions a topic."""

    siglum: Siglum
    """The account."""
    extent: Literal["full", "thin", "none"]
    """Several passages, one passage, or none."""
    number: int
    """How many passages there are."""
    first: Citation | None
    """The first passage, if there is one."""
    words: str
    """Place and length of its words in their paragraph, as `offset,length`; or nothing."""


class TopicRow(msgspec.Struct, frozen=True, kw_only=True):
    """A topic and who mentions it."""

    name: str
    """The topic."""
    url: str
    """Address of its page, or nothing."""
    cells: tuple[Coverage, ...]
    """One for each account, in the order of the witnesses."""


class TopicGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Topics that stand together because as many accounts have them."""

    label: str
    """What they have in common."""
    rows: tuple[TopicRow, ...]
    """The topics."""
    more: int
    """How many there are beside those shown."""
    open: bool
    """Whether they are unfolded at first."""


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """What accounts date to one day."""

    date: str
    """The day in words."""
    iso_date: str
    """The day as YYYY-MM-DD."""
    is_event: bool
    """Whether it is the day of the event."""
    sentences: tuple[tuple[Citation, ...], ...]
    """A sentence of each account; citations of accounts that have the very same one are together."""


class Stated(msgspec.Struct, frozen=True, kw_only=True):
    """A fact that accounts give or a remark that they quote."""

    speaker: str
    """Who said it, if it is a remark and that is known, or nothing."""
    words: str
    """A remark, shortened if it is long; nothing if it is a fact, which the sentence tells."""
    citations: tuple[Citation, ...]
    """The first place in each account that states it."""


class OnlyOne(msgspec.Struct, frozen=True, kw_only=True):
    """What a single account has."""

    siglum: Siglum
    """The account."""
    statements: tuple[Stated, ...]
    """What nobody else states."""
    topics: tuple[tuple[str, Citation], ...]
    """Topics nobody else mentions: the name and the first mention."""
    speakers: tuple[tuple[str, Citation], ...]
    """People nobody else quotes, beside those of the statements: the name and the first quotation."""
    more: int
    """How many statements and topics there are beside those shown."""


class Segment(msgspec.Struct, frozen=True, kw_only=True):
    """A run of an account's text with the same marks all along."""

    text: str
    """The text."""
    classes: str
    """Apart by spaces: `q` a quotation, `v` one with other versions, `d` told differently, `same` shared text."""
    anchor: str
    """Its anchor if a mark begins here, or nothing."""
    href: str
    """Where the mark's entry is: `#…` on this page, or an address from the root; or nothing."""
    rule: str
    """Anchor of the rule by which this was found to be a quotation, where it begins, or nothing."""


class Paragraph(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph of an account's own text."""

    anchor: str
    """Its anchor."""
    kind: str
    """title, heading, body, caption or credit."""
    classes: str
    """Apart by spaces: its kind unless `body`, `again` if it repeats a paragraph above."""
    segments: tuple[Segment, ...]
    """The text."""


class LeftOut(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph that was left out as not part of the story."""

    anchor: str
    """Its anchor."""
    line: int
    """The line of the file."""
    text: str
    """Its text, shortened."""
    label: str
    """What it was taken for."""
    rule: str
    """Why."""
    plugin: str
    """The plugin that said so."""


class AccountText(msgspec.Struct, frozen=True, kw_only=True):
    """An account to read."""

    witness: Witness
    """Whose it is."""
    anchor: str
    """Its anchor."""
    url: str
    """Address of the page it was published on (http or https), or nothing."""
    file: str
    """The file it was read from."""
    paragraphs: tuple[Paragraph, ...]
    """Its own text."""
    left_out: tuple[LeftOut, ...]
    """What was left out."""
    open: bool
    """Whether it is unfolded at first."""


class Ribbon(msgspec.Struct, frozen=True, kw_only=True):
    """A passage that two accounts share, as a part of the bar of each; from and to, 0 to 1000."""

    first: tuple[int, int]
    """Its place in the one account."""
    second: tuple[int, int]
    """Its place in the other."""


class SharedText(msgspec.Struct, frozen=True, kw_only=True):
    """Text that two accounts share word for word."""

    first: Siglum
    """One account."""
    second: Siglum
    """The other."""
    percent: int
    """How much of the shorter one is shared."""
    origin: str
    """The source that both name, or nothing."""
    passages: tuple[tuple[Citation, Citation], ...]
    """The longest passages, at most five."""
    lengths: tuple[int, int]
    """The lengths of the bars that stand for the two texts; that of the longer is 1000."""
    ribbons: tuple[Ribbon, ...]
    """All passages, in the order of the one account."""


class ShareRow(msgspec.Struct, frozen=True, kw_only=True):
    """How much text an account shares with each of those that share any."""

    siglum: Siglum
    """The account."""
    percents: tuple[int | None, ...]
    """The percentage of the shorter account, in the order of the rows; None where nothing is shared."""


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of a bar that shows how much each account has."""

    colour: int
    """1 to 8, as in `Siglum`."""
    start: int
    """Where it begins, in units of the thing counted."""
    length: int
    """How long it is, in the same units."""


class Overlap(msgspec.Struct, frozen=True, kw_only=True):
    """How much an account has in common with each of the others."""

    witness: Witness
    """The account."""
    common: tuple[int, ...]
    """Topics that it shares with each account, in the order of the witnesses; its own place has all its topics."""


class Quoted(msgspec.Struct, frozen=True, kw_only=True):
    """How often each account quotes somebody."""

    name: str
    """The person."""
    url: str
    """Address of the person's page, or nothing."""
    numbers: tuple[int, ...]
    """Quotations in each account, in the order of the witnesses."""
    total: int
    """Their sum."""
    bars: tuple[Bar, ...]
    """The numbers as pieces of one bar, account by account."""


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A rule by which something on the page was found."""

    anchor: str
    """Its anchor on the page, which marks name."""
    text: str
    """The rule in a few words."""
    plugin: str
    """The plugin that went by it."""
    number: int
    """How often it applied."""
    work: str
    """What was found by it, such as `quotations found`."""


class Maker(msgspec.Struct, frozen=True, kw_only=True):
    """What a plugin did for the page."""

    plugin: str
    """The plugin."""
    number: int
    """How many things it made."""
    work: str
    """What they are, such as `quotations found`."""


class Dot(msgspec.Struct, frozen=True, kw_only=True):
    """A day that an account tells of, as a point of the picture."""

    x: int
    """Place on the axis, 0 to 1000."""
    y: int
    """Number of the account's row, from 0."""
    colour: int
    """1 to 8, as in `Siglum`."""


class Tick(msgspec.Struct, frozen=True, kw_only=True):
    """A day below the axis."""

    x: int
    """Place on the axis, 0 to 1000."""
    label: str
    """The day in short."""
    anchor: Literal["start", "middle", "end"]
    """Which part of the label stands at the place."""
    roomy: bool
    """Whether there is no room for it on a phone."""


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """Who tells of which day. The list of days has the same as text."""

    rows: tuple[Siglum, ...]
    """The accounts that name a day, from the top."""
    dots: tuple[Dot, ...]
    """The days they name."""
    ticks: tuple[Tick, ...]
    """The first day, the last one and that of the event; others where there is room."""
    event: int | None
    """Place of the event's day on the axis, 0 to 1000, if it is on it."""
    height: int
    """The height of the picture if a row is 30 high."""


class EventPage(msgspec.Struct, frozen=True, kw_only=True):
    """`event.html`: the accounts of one event, compared."""

    title: str
    """What happened."""
    date: str
    """The day in words, or nothing."""
    iso_date: str
    """The day as YYYY-MM-DD, or nothing."""
    place: str
    """Where, or nothing."""
    tallies: tuple[Tally, ...]
    """The counts below the title."""
    witnesses: tuple[Witness, ...]
    """The accounts."""
    differences: tuple[Difference, ...]
    """Where accounts differ, the hardest first."""
    finer: tuple[Difference, ...]
    """What is consistent and told at different detail."""
    kinds: tuple[Choice, ...]
    """Kinds of difference, to filter by."""
    outlets: tuple[Choice, ...]
    """Accounts, to filter the differences by."""
    utterances: tuple[Utterance, ...]
    """What was said, where versions have other words."""
    alike: tuple[Utterance, ...]
    """What was said and is quoted in the same words, if not at the same length."""
    topics: tuple[TopicGroup, ...]
    """Who covers what that two accounts or more have."""
    overlaps: tuple[Overlap, ...]
    """Length and overlap of the accounts, if there are two to a dozen and they have topics."""
    quoted: tuple[Quoted, ...]
    """Who quotes whom, the most quoted first: the people whom several accounts quote, or all if they are few."""
    quoted_by_one: tuple[Quoted, ...]
    """The other people, whom only one account quotes."""
    days: tuple[Day, ...]
    """What happened when."""
    picture: Picture | None
    """The same as a picture, if there are three days and two accounts or more."""
    several: tuple[Stated, ...]
    """Facts that two accounts or more state, those of most independent ones first."""
    only_one: tuple[OnlyOne, ...]
    """What only one account reports."""
    shared: tuple[SharedText, ...]
    """Text that accounts share, pair by pair."""
    shares: tuple[ShareRow, ...]
    """The same as a table of all with all, for three to a dozen accounts."""
    accounts: tuple[AccountText, ...]
    """The accounts to read."""
    makers: tuple[Maker, ...]
    """The plugins at work."""
    rules: tuple[Rule, ...]
    """The rules by which all was found that has none beside it: those of quotations first, then by kind of work."""
    linked_data: Mapping[str, Any]
    """The event, its accounts and the claims in which they differ, in the words of schema.org, for search engines."""


# ── the other pages ────────────────────────────────────────────────────────────────────────────────────────


class IndexPage(msgspec.Struct, frozen=True, kw_only=True):
    """`index.html`: all events, the latest first."""

    events: tuple[EventEntry, ...]
    """The events of this page of the list."""
    kinds: tuple[Choice, ...]
    """Kinds of these events, to filter by; the value is that of the entry's `kind`."""
    outlets: tuple[Choice, ...]
    """Outlets of these events, to filter by; the value is the outlet's name."""
    tallies: tuple[Tally, ...]
    """What the site has."""
    newer: str
    """Address of the page before this one, or nothing."""
    older: str
    """Address of the page after this one, or nothing."""


class ListEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An outlet, person or topic in a list."""

    name: str
    """Its name."""
    url: str
    """Address of its page."""
    tallies: tuple[Tally, ...]
    """What its page has."""
    siglum: Siglum | None = None
    """The outlet's letter, if it is an outlet."""


class ListPage(msgspec.Struct, frozen=True, kw_only=True):
    """`list.html`: all outlets, people or topics."""

    title: str
    """What is listed."""
    intro: str
    """A sentence about it."""
    entries: tuple[ListEntry, ...]
    """The list."""


class Remark(msgspec.Struct, frozen=True, kw_only=True):
    """A quotation on the page of a person or an outlet."""

    citation: Citation
    """The words in their sentence."""
    anchor: str
    """Its anchor here; the same as in the account."""
    utterance: str
    """Anchor of the utterance on the event's page if other accounts have it too, or nothing."""


class EventPart(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """The part of a page that belongs to one event."""

    event: EventEntry
    """The event."""
    entries: tuple[T, ...]
    """What the page has of it."""


class OutletAccount(msgspec.Struct, frozen=True, kw_only=True):
    """An account on its outlet's page."""

    witness: Witness
    """The account."""
    page: str
    """Address of the event's page."""
    differences: tuple[Link, ...]
    """Where it differs from others."""


class OutletPage(msgspec.Struct, frozen=True, kw_only=True):
    """`outlet.html`: what one outlet reported."""

    name: str
    """The outlet."""
    siglum: Siglum
    """Its letter."""
    tallies: tuple[Tally, ...]
    """What it has."""
    events: tuple[EventPart[OutletAccount], ...]
    """Its accounts."""
    quoted: tuple[ListEntry, ...]
    """Whom it quotes, the most quoted first."""


class PersonPage(msgspec.Struct, frozen=True, kw_only=True):
    """`person.html`: all that one person is quoted with."""

    name: str
    """The person."""
    variants: tuple[str, ...]
    """Other forms of the name in the accounts."""
    tallies: tuple[Tally, ...]
    """What the page has."""
    events: tuple[EventPart[Remark], ...]
    """The quotations."""
    linked_data: Mapping[str, Any]
    """The quotations in the words of schema.org, for search engines."""


class TopicPage(msgspec.Struct, frozen=True, kw_only=True):
    """`topic.html`: who mentions a topic, event by event."""

    name: str
    """The topic."""
    tallies: tuple[Tally, ...]
    """What the page has."""
    events: tuple[EventPart[Coverage], ...]
    """The accounts."""


class MethodPage(msgspec.Struct, frozen=True, kw_only=True):
    """`method.html`: how the site is made, what it can and cannot tell."""

    plugins: tuple[str, ...]
    """The plugins at work."""


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """A remark about one file."""

    path: str
    """The file, relative to the content folder."""
    line: int | None
    """Its line, or None."""
    text: str
    """The remark."""


class ReportPage(msgspec.Struct, frozen=True, kw_only=True):
    """`report.html`: how the build went."""

    tallies: tuple[Tally, ...]
    """What was read and what was set aside."""
    set_aside: tuple[Note, ...]
    """Files that are not on the site, and why."""
    notes: tuple[Note, ...]
    """Remarks about files that are."""


class FeedPage(msgspec.Struct, frozen=True, kw_only=True):
    """`feed.xml`, `feed.json`: the latest events as an Atom feed (RFC 4287) and as a JSON Feed (jsonfeed.org, 1.1).

    The site has one, and each outlet and person; for sites with a `base_url`.
    """

    about: str
    """Address of the page that it is the feed of; nothing for the site."""
    events: tuple[EventEntry, ...]
    """At most fifty events, the latest first."""
    updated: str
    """The day of the latest event as YYYY-MM-DD; builds have no clock, so that they can be repeated."""
    summaries: tuple[str, ...]
    """The counts of each event in a line."""


class CardPage(msgspec.Struct, frozen=True, kw_only=True):
    """`card.svg`: the picture that stands for an event where its address is shared, for sites with a `base_url`."""

    event: EventEntry
    """The event."""
    lines: tuple[str, ...]
    """Its title in lines that fit."""
    sigla: tuple[Siglum, ...]
    """As many of its accounts as fit."""


class SitemapPage(msgspec.Struct, frozen=True, kw_only=True):
    """`sitemap.xml`: the addresses of all pages, for sites with a `base_url`."""

    urls: tuple[str, ...]
    """Addresses relative to the site's root."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of the search index."""

    kind: Literal["event", "outlet", "person", "topic", "quotation"]
    """What it is."""
    title: str
    """The words to show and to search in."""
    url: str
    """Address relative to the site's root."""
    more: str = ""
    """More words to search in and to show below."""


class SearchIndex(msgspec.Struct, frozen=True, kw_only=True):
    """`search-index.js`: what the search page looks in."""

    entries: tuple[Found, ...]
    """Events, outlets, people, topics and quotations."""


class SearchPage(msgspec.Struct, frozen=True, kw_only=True):
    """`search.html`: search in all of the site."""


class NotFoundPage(msgspec.Struct, frozen=True, kw_only=True):
    """`404.html`: shown at any address that is not there."""
