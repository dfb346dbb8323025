"""The day of the event: told at different detail, dated otherwise under a picture, or long before the page."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from digest import Account, Article, Claim, Collation, Discrepancy, Event, Passage, Reading
from digest.text import sentences_of

from ..english.calendar import compatible, resolve
from ..english.dates import find_dates
from ..english.lemmas import content_lemmas
from .people import people_at
from .readings import distinct, reading, reading_at, who_gives_what
from .weights import roots, word_weights

# A day, by its date or by its weekday, without a year.
_DAY = re.compile(r"XXXX-(?:WXX-[1-7]|(?:\d\d|XX)-\d\d)(?:T.*)?")
_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?")
_WEEKDAY = re.compile(r"XXXX-WXX-[1-7]")
# "On this day": the day that is named before.
_THAT_DAY = "UNDEF-REF-plus-0-day"
# The date of a picture or of a post is not that of what it tells.
PICTURE_OR_POST = re.compile(r"(?<![\w.])@\w|\b(?:pic\.twitter|photo|picture|image|footage|video)", re.IGNORECASE)
# A document has a day of its own: "a letter dated April 9".
_DATED = re.compile(r"\bdated (?:on )?$", re.IGNORECASE)
# How many days a date with its year may be off the event's and still be meant for it.
_SLIP = 1
# The weight of the words that tell of one matter.
_TELLING = 1.5
# A page that is dated longer than this after its event is a copy or a reprint.
_LONGEST_DELAY = 31


def event_date_detail(collation: Collation) -> Iterator[Discrepancy]:
    """One discrepancy if accounts give the day of the event at different detail: "Friday", "the 26th", "April 26"."""
    event = collation.event
    named = [claim for account in event.accounts if (claim := next(_event_days(event, account), None))]
    if not any(account.article.metadata.published for account in event.accounts):
        named = list(_of_one_matter(collation, named))
    readings = distinct(reading(claim, _without_article(claim.text)) for claim in named)
    forms = {detail_of(claim.value) for claim in _claims_at(event, readings)}
    if len(forms) > 1 and len({found.article for found in readings}) > 1:
        yield Discrepancy(
            kind="date",
            severity="consistent-but-different-granularity",
            confidence=0.8,
            summary="Day of the event",
            explanation=who_gives_what(event, readings),
            readings=readings,
            rule="dates that name the day of the event, with or without month and year",
        )


def _of_one_matter(collation: Collation, named: Sequence[Claim]) -> Iterator[Claim]:
    """The days whose sentences share telling words with another: without dates of pages a weekday fits too much."""
    articles = collation.event.by_id
    weights = word_weights(collation)
    said = [roots(content_lemmas(articles[claim.article].article.text, *claim.sentence)) for claim in named]
    for place, claim in enumerate(named):
        shared = (said[place] & other for other in said[:place] + said[place + 1 :])
        if any(sum(weights.get(word, 0.0) for word in sorted(words)) >= _TELLING for words in shared):
            yield claim


def _event_days(event: Event, account: Account) -> Iterator[Claim]:
    """Where an account names the day of the event, but for the dates of pictures, posts and documents."""
    text = account.article.text
    for claim in account.claims:
        of_picture = _in_caption(account, claim) or PICTURE_OR_POST.search(text, *claim.sentence)
        of_document = _DATED.search(text, max(0, claim.start - 10), claim.start)
        if is_day(claim) and on_event_day(event, claim) and not (of_picture or of_document):
            yield claim


def is_day(claim: Claim) -> bool:
    """Whether a claim names a day, by its date or by its weekday."""
    return claim.kind == "date" and bool(_DAY.fullmatch(claim.value) or _FULL_DAY.fullmatch(claim.value))


def on_event_day(event: Event, claim: Claim) -> bool:
    """Whether the day that a claim names is, or can be, that of the event."""
    if event.date is None:
        return False
    if claim.low is not None:
        return claim.low == claim.high == event.date.toordinal()
    return compatible(claim.value, event.date.isoformat()) is True


def _claims_at(event: Event, readings: tuple[Reading, ...]) -> Iterator[Claim]:
    places = {(found.article, found.start) for found in readings}
    return (claim for account in event.accounts for claim in account.claims if (account.id, claim.start) in places)


def detail_of(value: str) -> str:
    """Which parts of a date a value has: "XXXX-XX-26" and "XXXX-XX-19" are alike in detail."""
    return re.sub(r"T.*", "", re.sub(r"\d", "0", value))


def _without_article(text: str) -> str:
    return re.sub(r"^(?:on )?", "", text, flags=re.IGNORECASE)


def misdated_captions(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each caption that dates a meeting of the event to a day that no account gives otherwise."""
    event = collation.event
    claims = [(account, claim) for account in event.accounts for claim in account.claims if is_day(claim)]
    given = {day_of(event, claim) for account, claim in claims if not _in_caption(account, claim)}
    for account, claim in claims:
        dated = _in_caption(account, claim) and not on_event_day(event, claim) and _may_be_meant(event, claim)
        people = people_at(collation, account.id, claim.sentence)
        if not dated or len(people) < 2 or day_of(event, claim) in {None, *given}:
            continue
        told = [passage for other in event.accounts for passage in _told_on_the_day(collation, other, people)]
        if any(passage.article == claim.article for passage, _ in told):
            known = {passage.article for passage, _ in told}
            days = (next(_event_days(event, other), None) for other in event.accounts if other.id not in known)
            yield _misdated(event, claim, [*told, *((day, day) for day in days if day)])


def _may_be_meant(event: Event, claim: Claim) -> bool:
    """Whether a date without a year, or one next to the event's, could be a slip for it; others are of old pictures."""
    if _DAY.fullmatch(claim.value):
        return True
    day = day_of(event, claim)
    return day is not None and event.date is not None and abs(day - event.date.toordinal()) <= _SLIP


def _told_on_the_day(collation: Collation, account: Account, people: frozenset[str]) -> Iterator[tuple[Passage, Claim]]:
    """The sentences that name all the people, in paragraphs that are dated to the day of the event."""
    article = account.article
    dated = [claim for claim in account.claims if claim.kind == "date" and not _in_caption(account, claim)]
    day: Claim | None = None
    for claim in dated:
        if is_day(claim):
            day = claim if on_event_day(collation.event, claim) else None
        if day is None or not (claim is day or claim.value == _THAT_DAY):
            continue
        block = next(block for block in article.blocks if block.start <= claim.start < block.end)
        for span in sentences_of(article, block):
            if people <= people_at(collation, account.id, span):
                yield article.passage(*span), day


def day_of(event: Event, claim: Claim) -> int | None:
    """The one day that a claim names, as an ordinal; None where it names none or a longer time."""
    days = days_of(event, claim)
    return days[0] if days and days[0] == days[1] else None


def days_of(event: Event, claim: Claim) -> tuple[int, int] | None:
    """The first and last day that a claim names; an account without a date of its own counts from the event's."""
    if claim.low is not None and claim.high is not None:
        return int(claim.low), int(claim.high)
    return resolve(claim.value, event.date)


def _in_caption(account: Account, claim: Claim) -> bool:
    return any(block.start <= claim.start < block.end for block in account.article.blocks_of("caption"))


def _misdated(event: Event, claim: Claim, told: Sequence[tuple[Passage, Claim]]) -> Discrepancy:
    readings = distinct(
        (
            reading(claim, _without_article(claim.text)),
            *(reading(passage, _without_article(date.text)) for passage, date in told),
        )
    )
    return Discrepancy(
        kind="date",
        severity="likely-error",
        confidence=0.6,
        summary="Date under a picture",
        explanation=f"A caption of {event.outlet(claim.article)} gives {readings[0].value}; "
        + who_gives_what(event, readings[1:]),
        readings=readings,
        rule="a caption that names people of the event together and another day",
    )


def page_dates(collation: Collation) -> Iterator[Discrepancy]:
    """A discrepancy for each article whose page is dated long after the day that its text gives in full."""
    event = collation.event
    for account in event.accounts:
        published = account.article.metadata.published
        if event.date is None or published is None or (published - event.date).days <= _LONGEST_DELAY:
            continue
        printed = _printed(account.article, published.isoformat())
        told = [claim for claim in account.claims if claim.value.startswith(event.date.isoformat())]
        if printed and told and _tells_of_the_week(account, event.date):
            readings = (printed, reading(told[0], told[0].text))
            yield Discrepancy(
                kind="date",
                severity="likely-error",
                confidence=0.8,
                summary="Date of the page and date of the event",
                explanation=f"{event.outlet(account.id)} dates its page {printed.value}, its text {told[0].text}.",
                readings=readings,
                rule="a page dated more than a month after the day in its text",
            )


def _tells_of_the_week(account: Account, day: datetime.date) -> bool:
    """Whether the weekdays of an account are those around a day; in a look back they are those of the page."""
    days = [claim.low for claim in account.claims if claim.kind == "date" and _WEEKDAY.match(claim.value)]
    return any(low is not None and abs(low - day.toordinal()) <= 7 for low in days)


def _printed(article: Article, date: str) -> Reading | None:
    """The page's date where the page prints it."""
    for found in find_dates(article.text):
        if found.value.startswith(date):
            return reading_at(article, found.start, found.end, article.text[found.start : found.end])
    return None
