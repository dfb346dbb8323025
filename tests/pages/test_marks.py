"""An account's text cut into segments, and its marks."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from layouts import edition_of

from digest.model import Column, Comparison
from digest.pages.accounts import accounts
from digest.pages.marks import Mark, segments

TEXT = "abcdefghij"


def mark(start: int, end: int, kind: str = "q", href: str = "") -> Mark:
    return Mark(start, end, kind, f"m{start}", href, f"r{end}")


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=6), st.integers(0, 4), st.integers(5, 10))
def test_segments_keep_the_text_whatever_overlaps(ranges: list[tuple[int, int]], start: int, end: int) -> None:
    """Segments put together are the text; each has the marks that cover it; each anchor stands once."""
    marks = [mark(min(pair), max(pair), f"k{number}") for number, pair in enumerate(ranges) if pair[0] != pair[1]]
    found = segments(TEXT, start, end, marks)
    assert "".join(segment.text for segment in found) == TEXT[start:end]
    at = start
    for segment in found:
        covering = {m.kind for m in marks if m.start <= at and at + len(segment.text) <= m.end}
        assert set(segment.classes.split()) == covering
        at += len(segment.text)
    anchors = [segment.anchor for segment in found if segment.anchor]
    assert sorted(anchors) == sorted({m.anchor for m in marks if start <= m.start < end})


def test_crossing_marks_are_cut_at_their_edges() -> None:
    """Where two marks cross, the common piece has both classes and the link of the more important one."""
    found = segments(TEXT, 0, 10, [mark(1, 6, "q", "#a"), mark(4, 9, "d", "#d")])
    assert [(s.text, s.classes, s.href) for s in found] == [
        ("a", "", ""),
        ("bcd", "q", "#a"),
        ("ef", "d q", "#d"),
        ("ghi", "d", "#d"),
        ("j", "", ""),
    ]


def test_anchor_and_rule_stand_where_a_mark_begins() -> None:
    """A mark in pieces has its anchor and its rule on the first; marks that begin together share it."""
    found = segments(TEXT, 0, 10, [mark(2, 8, "q"), mark(2, 4, "d"), mark(6, 7, "d")])
    assert [(s.text, s.anchor, s.rule) for s in found if s.classes] == [
        ("cd", "m2", "r8"),
        ("ef", "", ""),
        ("g", "m6", "r7"),
        ("h", "", ""),
    ]


def test_marks_lead_to_entries(ferries: Comparison) -> None:
    """A difference leads to its card, an aligned quotation to its versions, any other to its speaker's page."""
    edition = edition_of(ferries)
    gazette = accounts(edition)[0]
    links = {s.text: s.href for p in gazette.paragraphs for s in p.segments if s.href}
    assert links["five hours"] == f"#{ferries.discrepancies[1].id}"
    assert links["We heard the horn twice and then nothing but metal,"] == f"#{ferries.collation.alignments[0].id}"
    assert links["Nobody on my bridge had seen a light."].startswith("people/mette-arnholt.html#m-")


def test_a_quotation_of_nobody_known_leads_to_its_rule(ferries: Comparison) -> None:
    """A mark with no page of a speaker to lead to leads to the rule that found it."""
    gazette = ferries.event.accounts[0]
    quotes = tuple(msgspec.structs.replace(quote, speaker=None) for quote in gazette.quotes)
    event = msgspec.structs.replace(ferries.event, accounts=(msgspec.structs.replace(gazette, quotes=quotes),))
    collation = msgspec.structs.replace(ferries.collation, event=event, alignments=(), reuse=())
    edition = edition_of(msgspec.structs.replace(ferries, collation=collation, discrepancies=()))
    found = [s for p in accounts(edition)[0].paragraphs for s in p.segments if s.classes == "q"]
    assert {(s.href, s.rule) for s in found} == {("#r1", "r1")}


def test_a_difference_inside_a_quotation_wins_the_link(ferries: Comparison) -> None:
    """What is told differently within a quotation leads to the card, and is still marked as quoted."""
    edition = edition_of(ferries)
    found = [s for p in accounts(edition)[0].paragraphs for s in p.segments if s.text == "swift and complete"]
    assert [(s.classes, s.href[:3]) for s in found] == [("q v", "#d-")]


def test_only_the_words_that_differ_are_shaded(ferries: Comparison) -> None:
    """In a quotation with other versions the differing words are shaded, not all of it."""
    first = ferries.collation.alignments[0]
    article = ferries.event.accounts[0].article
    start = article.text.index("twice")
    column = Column((article.passage(start, start + 5), None, None), "wording")
    shared = Column(tuple(first.members), "boundary")
    alignment = msgspec.structs.replace(first, columns=(column, shared))
    collation = msgspec.structs.replace(ferries.collation, alignments=(alignment,))
    comparison = msgspec.structs.replace(ferries, collation=collation, discrepancies=())
    edition = edition_of(comparison)
    pieces = [s for p in accounts(edition)[0].paragraphs for s in p.segments if s.href == f"#{alignment.id}"]
    assert [(s.text, s.classes) for s in pieces] == [
        ("We heard the horn ", "q"),
        ("twice", "d q"),
        (" and then nothing but metal,", "q"),
    ]
