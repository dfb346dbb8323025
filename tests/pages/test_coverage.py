"""Who covers what."""

from __future__ import annotations

import msgspec
from layouts import edition_of as edition

from digest.language import ENGLISH
from digest.model import Comparison
from digest.pages.accounts import witnesses
from digest.pages.coverage import overlaps, quoted, topic_groups, topic_rows


def test_what_the_same_accounts_have_stands_together(ferries: Comparison) -> None:
    """Topics of all, of all but one, of some; within, by the account that lacks them. What one has is listed apart."""
    groups = topic_groups(topic_rows(edition(ferries)), 4, ENGLISH)
    assert [(group.label, [row.name for row in group.rows]) for group in groups] == [
        ("Everyone mentions", ["the number of people hurt", "Aldo Verrin"]),
        ("All but one mention", ["fog", "the radar"]),
        ("Some mention", ["Sallow Crossings"]),
    ]


def test_a_cell_tells_how_much_and_where(ferries: Comparison) -> None:
    """Several mentions are a full cell, one is thin, none is empty; the words are found in their paragraph."""
    fog = next(row for row in topic_rows(edition(ferries)) if row.name == "fog")
    assert [cell.extent for cell in fog.cells] == ["thin", "thin", "full", "none"]
    first = fog.cells[0].first
    assert first is not None
    assert first.words == "fog"
    offset, length = map(int, fog.cells[0].words.split(","))
    paragraph = ferries.event.accounts[0].article.text.split("\n")[3]
    assert paragraph[offset : offset + length] == "fog"
    assert fog.cells[3].first is None


def test_long_groups_are_folded_but_not_that_of_all(ferries: Comparison) -> None:
    """A page is not flooded by what some accounts mention."""
    row = next(row for row in topic_rows(edition(ferries)) if row.name == "Sallow Crossings")
    many = [msgspec.structs.replace(row, name=str(number)) for number in range(30)]
    (group,) = topic_groups(many, 4, ENGLISH)
    assert (group.open, len(group.rows), group.more) == (False, 25, 5)
    common = topic_rows(edition(ferries))[0]
    assert [group.open for group in topic_groups([common] * 30, 4, ENGLISH)] == [True]


def test_one_account_is_compared_with_nothing(ferries: Comparison) -> None:
    """With a single account there is no matrix."""
    event = msgspec.structs.replace(ferries.event, accounts=ferries.event.accounts[:1])
    collation = msgspec.structs.replace(ferries.collation, event=event, alignments=(), reuse=())
    single = edition(msgspec.structs.replace(ferries, collation=collation, discrepancies=(), topics=()))
    assert topic_groups(topic_rows(single), 1, ENGLISH) == ()


def test_who_is_quoted_how_often(ferries: Comparison) -> None:
    """Speakers by the number of their quotations, account by account."""
    found, by_one = quoted(edition(ferries))
    assert [(row.name, row.numbers) for row in found] == [
        ("Aldo Verrin", (2, 2, 0, 1)),
        ("Mette Arnholt", (2, 1, 1, 0)),
        ("Jonas Brekke", (0, 0, 2, 0)),
        ("Sunniva Rask", (0, 0, 1, 0)),
    ]
    assert by_one == ()


def test_of_many_people_those_whom_only_one_quotes_stand_apart(ferries: Comparison) -> None:
    """A crowd of people who are quoted once each doesn't hide those whom several accounts quote."""
    gazette = ferries.event.accounts[0]
    crowd = tuple(msgspec.structs.replace(gazette.quotes[0], speaker=f"Guest {n}", start=n) for n in range(9))
    accounts = (msgspec.structs.replace(gazette, quotes=(*gazette.quotes, *crowd)), *ferries.event.accounts[1:])
    event = msgspec.structs.replace(ferries.event, accounts=accounts)
    collation = msgspec.structs.replace(ferries.collation, event=event)
    several, by_one = quoted(edition(msgspec.structs.replace(ferries, collation=collation)))
    assert [row.name for row in several] == ["Aldo Verrin", "Mette Arnholt"]
    assert len(by_one) == 11


def test_overlap_of_accounts(ferries: Comparison) -> None:
    """Each account's topics in common with each; the same from both sides, and never more than either has."""
    edited = edition(ferries)
    found = overlaps(witnesses(edited), topic_rows(edited))
    table = [overlap.common for overlap in found]
    assert [overlap.witness.siglum.letters for overlap in found] == ["H", "N", "D", "1"]
    assert table == [(6, 5, 4, 2), (5, 6, 4, 2), (4, 4, 6, 2), (2, 2, 2, 2)]


def test_overlap_needs_a_few_accounts(ferries: Comparison) -> None:
    """One account has none to be compared with, and a table of very many is not read."""
    edited = edition(ferries)
    assert overlaps(witnesses(edited)[:1], topic_rows(edited)) == ()
    assert overlaps(witnesses(edited) * 4, topic_rows(edited)) == ()
    assert overlaps(witnesses(edited), ()) == ()
