"""An account's text cut into segments, and its marks."""

from __future__ import annotations

import itertools

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from layouts import edition_of

from digest.model import Column, Comparison
from digest.pages.accounts import accounts
from digest.pages.marks import Mark, segments

TEXT = "abcdefghij"


def mark(start: int, end: int, kind: str = "q", href: str = "") -> Mark:
    return Mark(start, end, kind, f"{kind}{start}", href, "")


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
    anchors = list(itertools.chain.from_iterable(segment.anchors for segment in found))
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


def test_two_marks_at_one_place_keep_both_anchors() -> None:
    """A link to either of two marks that begin together arrives."""
    (found,) = segments(TEXT, 2, 4, [mark(2, 4, "q"), mark(2, 4, "d")])
    assert found.anchors == ("q2", "d2")


def test_marks_lead_to_entries(ferries: Comparison) -> None:
    """A difference leads to its card, an aligned quotation to its versions, any other to its speaker's page."""
    edition = edition_of(ferries)
    gazette = accounts(edition)[0]
    links = {s.text: s.href for p in gazette.paragraphs for s in p.segments if s.href}
    assert links["five hours"] == f"#{ferries.discrepancies[1].id}"
    assert links["We heard the horn twice and then nothing but metal,"] == f"#{ferries.collation.alignments[0].id}"
    assert links["Nobody on my bridge had seen a light."].startswith("people/mette-arnholt.html#q-")


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
