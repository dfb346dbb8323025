"""An invented event in four accounts with everything that a page can show, made by hand."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from digest.model import (
    Account,
    Alignment,
    Article,
    Block,
    BlockKind,
    Claim,
    Collation,
    Comparison,
    Discrepancy,
    DiscrepancyKind,
    Document,
    Event,
    Member,
    Metadata,
    Paragraph,
    Passage,
    Person,
    Quote,
    QuoteKind,
    Reading,
    Reuse,
    Severity,
    Statement,
    Topic,
)

EVENT_DAY = datetime.date(2031, 3, 14)

FERRIES = Path(__file__).parents[1] / "fixtures" / "ferries"
COMPLETE = "There will be a swift and complete inquiry, and its findings will be made public within sixty days,"
THOROUGH = "There will be a swift and thorough inquiry and its findings will be made public within 60 days,"
SHARED = ("At least 17 people", "The Marenka’s radar")


class Maker:
    """Makes annotations of an article from the words that they are about."""

    def __init__(self, article_id: str, outlet: str | None, **metadata: Any) -> None:
        lines = (FERRIES / f"{article_id}.txt").read_text("utf-8").splitlines()
        blocks = [(cast(BlockKind, kind), words) for kind, _, words in (line.partition(": ") for line in lines)]
        text = "\n".join(words for _, words in blocks)
        starts, at = [], 0
        for _, words in blocks:
            starts.append(at)
            at += len(words) + 1
        document = Document(
            path=f"ferries/{article_id}.txt",
            text=text,
            paragraphs=tuple(
                Paragraph(start, start + len(words), line)
                for line, (start, (_, words)) in enumerate(zip(starts, blocks, strict=True), 1)
            ),
            notes=("encoding guessed: windows-1252",) if article_id == "radio" else (),
        )
        title = next(words for kind, words in blocks if kind == "title")
        self.article = Article(
            id=article_id,
            document=document,
            blocks=tuple(
                Block(start, start + len(words), kind, line, f"looks like {kind.replace('_', ' ')}", "cleaning")
                for line, (start, (kind, words)) in enumerate(zip(starts, blocks, strict=True), 1)
            ),
            metadata=Metadata(title=title, outlet=outlet, language="en", **metadata),
        )

    def passage(self, words: str, nth: int = 0) -> Passage:
        start = -1
        for _ in range(nth + 1):
            start = self.article.text.index(words, start + 1)
        return self.article.passage(start, start + len(words))

    def line(self, words: str) -> Passage:
        """The whole paragraph that begins with these words."""
        return self.passage(next(line for line in self.article.text.split("\n") if line.startswith(words)))

    def quote(self, words: str, speaker: str | None, kind: QuoteKind = "direct", nth: int = 0) -> Quote:
        p = self.passage(words, nth)
        return Quote(p.article, p.start, p.end, p.text, kind=kind, speaker=speaker, rule="cue after", plugin="quotes")

    def member(self, words: str, nth: int = 0) -> Member:
        p = self.passage(words, nth)
        return Member(p.article, p.start, p.end, p.text, quote=f"{p.article}-q{p.start}")

    def reading(self, words: str, value: str, nth: int = 0) -> Reading:
        p = self.passage(words, nth)
        return Reading(p.article, p.start, p.end, p.text, value=value)

    def day(self, words: str, day: datetime.date, nth: int = 0) -> Claim:
        p = self.passage(words, nth)
        number = float(day.toordinal())
        return Claim(
            p.article,
            p.start,
            p.end,
            p.text,
            kind="date",
            value=day.isoformat(),
            low=number,
            high=number,
            unit="date",
            sentence=p.span,
            rule="day and month",
            plugin="claims",
        )

    def account(self, quotes: Sequence[Quote] = (), claims: Sequence[Claim] = ()) -> Account:
        return Account(self.article, tuple(quotes), tuple(claims))


def discrepancy(
    kind: DiscrepancyKind,
    severity: Severity,
    summary: str,
    explanation: str,
    *readings: Reading,
    confidence: float = 0.9,
) -> Discrepancy:
    return Discrepancy(
        kind=kind,
        severity=severity,
        confidence=confidence,
        summary=summary,
        explanation=explanation,
        readings=readings,
        rule="same thing counted, other value",
        plugin="discrepancies",
    )


def ferry_comparison() -> Comparison:
    """Four accounts of a collision; one has text of another, one is a brief."""
    published = datetime.date(2031, 3, 15)
    g = Maker("gazette", "Harbour Gazette", published=published, url="https://gazette.example/ferries")
    w = Maker("wire", "Northern Wire", published=EVENT_DAY, url="https://wire.example/1")
    la = Maker("lantern", "The Daily Lantern", published=published, url="javascript:alert(1)")
    r = Maker("radio", None)
    arnholt, verrin = "Mette Arnholt", "Aldo Verrin"
    friday, asked = EVENT_DAY, datetime.date(2031, 2, 2)
    accounts = (
        g.account(
            [
                g.quote("We heard the horn twice and then nothing but metal,", arnholt),
                g.quote("Nobody on my bridge had seen a light.", arnholt),
                g.quote("swift and complete", verrin, "partial"),
                g.quote(
                    COMPLETE,
                    verrin,
                ),
            ],
            [g.day("on Friday morning", friday), g.day("February 2, 2031", asked)],
        ),
        w.account(
            [
                w.quote("We heard the horn twice, then nothing but metal,", arnholt),
                w.quote("swift and thorough", verrin, "partial"),
                w.quote(
                    THOROUGH,
                    verrin,
                ),
            ],
            [w.day("on Friday", friday)],
        ),
        la.account(
            [
                la.quote("we heard the horn twice", arnholt, "partial"),
                la.quote(
                    "We have written three letters since the autumn, and the ministry answered none of them,",
                    "Jonas Brekke",
                ),
                la.quote("The fog is not to blame, the timetable is.", "Jonas Brekke"),
                la.quote("A minister who knew and did nothing cannot stay,", "Sunniva Rask"),
            ],
            [la.day("on Friday", friday)],
        ),
        r.account([r.quote("a swift and complete inquiry", verrin, "partial")]),
    )
    event = Event(
        id="ferries-2031",
        title="Two ferries collided in fog off Port Sallow",
        date=EVENT_DAY,
        place="Port Sallow",
        accounts=accounts,
    )
    alignments = (
        Alignment(
            speaker=arnholt,
            label="the horn, then metal",
            members=(
                g.member("We heard the horn twice and then nothing but metal,"),
                w.member("We heard the horn twice, then nothing but metal,"),
                la.member("we heard the horn twice"),
            ),
            rule="the same words",
        ),
        Alignment(
            speaker=verrin,
            label="an inquiry within sixty days",
            members=(
                g.member(COMPLETE),
                w.member(THOROUGH),
                r.member("a swift and complete inquiry"),
            ),
            confidence=0.5,
            rule="the same in other words",
        ),
        Alignment(
            speaker=verrin,
            label="swift and complete",
            members=(g.member("swift and complete"), r.member("swift and complete")),
            rule="the same words",
        ),
    )
    found = (
        discrepancy(
            "number",
            "contradiction",
            "How many were hurt",
            "Harbour Gazette gives 14, Northern Wire and The Daily Lantern at least 17.",
            g.reading("14", "14"),
            g.reading("14 passengers", "14"),
            w.reading("At least 17", "17+", 1),
            la.reading("At least 17", "17+"),
            r.reading("About a dozen", "~12"),
        ),
        discrepancy(
            "duration",
            "contradiction",
            "How long the harbour was closed",
            "Harbour Gazette gives five hours, two others more than six.",
            g.reading("five hours", "5 hour"),
            w.reading("more than six hours", ">6 hour"),
            la.reading("more than six hours", ">6 hour"),
        ),
        discrepancy(
            "duration",
            "imprecision",
            "How long the radar had been out of order",
            "Harbour Gazette gives three weeks, the others about three weeks.",
            g.reading("three weeks", "3 week"),
            w.reading("about three weeks", "~3 week"),
            la.reading("about three weeks", "~3 week"),
        ),
        discrepancy(
            "quote-wording",
            "wording-only",
            "Verrin on the inquiry",
            "One outlet has “complete”, another “thorough”.",
            g.reading("swift and complete", "complete"),
            w.reading("swift and thorough", "thorough"),
        ),
        discrepancy(
            "name",
            "likely-error",
            "The name of the captain",
            "Northern Wire writes Arnhold, all others Arnholt.",
            w.reading("Arnhold", "Arnhold"),
            g.reading("Arnholt", "Arnholt"),
            la.reading("Arnholt", "Arnholt"),
            confidence=0.5,
        ),
        discrepancy(
            "date",
            "consistent-but-different-granularity",
            "The day of the fine",
            "One outlet gives the year, the other counts back from today.",
            g.reading("in 2029", "2029"),
            w.reading("two years ago", "2029"),
        ),
    )
    topics = tuple(
        Topic(name=name, evidence=evidence, rule="a noun", plugin="topics")
        for name, evidence in {
            "the number of people hurt": (
                g.passage("14"),
                g.passage("14 passengers"),
                w.passage("17"),
                la.passage("17"),
                r.passage("a dozen"),
            ),
            "Aldo Verrin": tuple(maker.passage("Verrin") for maker in (g, w, la, r)),
            "fog": (g.passage("fog"), w.passage("fog"), la.passage("fog"), la.passage("fog", 1)),
            "the radar": (g.passage("radar"), w.passage("radar"), la.passage("radar")),
            "Sallow Crossings": (g.passage("Sallow Crossings"), w.passage("Sallow Crossings")),
            "fishermen": (la.passage("fishermen"),),
            "Lund Island": (g.passage("Lund Island"),),
            "a call to resign": (la.passage("resign"),),
            "passengers a year": (w.passage("900,000 passengers a year"),),
        }.items()
    )
    reuse = (
        Reuse(
            articles=("lantern", "wire"),
            share=0.42,
            passages=tuple((la.line(words), w.line(words)) for words in SHARED),
            origin="Northern Wire",
            rule="a long run of the same words",
            plugin="reuse",
        ),
    )
    people = (
        Person(name=arnholt, variants=("Arnholt", "Captain Mette Arnholt"), mentions=()),
        Person(name=verrin, variants=("Verrin", "Aldo Verrin"), mentions=()),
    )
    statements = (
        Statement(
            kind="quotation",
            text="the horn, then metal",
            evidence=(
                g.passage("We heard the horn twice and then nothing but metal,"),
                w.passage("We heard the horn twice, then nothing but metal,"),
            ),
            speaker=arnholt,
            rule="as this sample has it",
            plugin="statements",
        ),
        Statement(
            kind="fact", text="dense fog", evidence=(w.passage("fog"), g.passage("fog")), rule="r", plugin="statements"
        ),
        Statement(
            kind="fact",
            text="a fine of 1.2 million crowns",
            evidence=(g.passage("a fine of 1.2 million crowns"),),
            rule="as this sample has it",
            plugin="statements",
        ),
        Statement(
            kind="quotation",
            text="A minister who knew and did nothing cannot stay,",
            evidence=(la.passage("A minister who knew and did nothing cannot stay,"),),
            speaker="Sunniva Rask",
            rule="as this sample has it",
            plugin="statements",
        ),
    )
    return Comparison(Collation(event, people, alignments, reuse), found, topics, statements)
