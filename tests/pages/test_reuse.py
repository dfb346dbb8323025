"""Text that accounts share."""

from __future__ import annotations

import msgspec
from layouts import edition_of

from digest.model import Comparison, Reuse
from digest.pages.reuse import shared, shares


def test_a_ribbon_joins_the_places_of_a_passage(ferries: Comparison) -> None:
    """The longer text is a bar of 1000; each passage is a piece of both bars, as long as it is in the texts."""
    (pair,) = shared(edition_of(ferries))
    assert (pair.first.outlet, pair.second.outlet, pair.percent) == ("The Daily Lantern", "Northern Wire", 42)
    assert max(pair.lengths) == 1000
    assert len(pair.ribbons) == 2
    for ribbon in pair.ribbons:
        assert 0 <= ribbon.first[0] < ribbon.first[1] <= pair.lengths[0]
        assert 0 <= ribbon.second[0] < ribbon.second[1] <= pair.lengths[1]
        assert abs((ribbon.first[1] - ribbon.first[0]) - (ribbon.second[1] - ribbon.second[0])) <= 1


def test_what_was_left_out_takes_no_room(ferries: Comparison) -> None:
    """The title, which stands below the page's furniture, is at the beginning of the bar."""
    gazette, wire = ferries.event.accounts[:2]
    title = next(gazette.article.blocks_of("title"))
    place = gazette.article.passage(title.start, title.end)
    reuse = Reuse(articles=(gazette.id, wire.id), share=0.1, passages=((place, wire.article.passage(0, 9)),), rule="r")
    collation = msgspec.structs.replace(ferries.collation, reuse=(reuse,))
    (pair,) = shared(edition_of(msgspec.structs.replace(ferries, collation=collation)))
    assert title.start > 0
    assert pair.ribbons[0].first[0] == 0


def test_all_with_all_is_a_table_from_three_accounts_on(ferries: Comparison) -> None:
    """For a pair the sentence is enough; in the table who shares nothing has no number."""
    (reuse,) = ferries.collation.reuse
    assert shares(shared(edition_of(ferries))) == ()
    more = msgspec.structs.replace(reuse, articles=("gazette", "wire"), share=0.2, passages=())
    collation = msgspec.structs.replace(ferries.collation, reuse=(reuse, more))
    rows = shares(shared(edition_of(msgspec.structs.replace(ferries, collation=collation))))
    assert {row.siglum.letters: row.percents for row in rows} == {
        "D": (None, None, 42),
        "H": (None, None, 20),
        "N": (42, 20, None),
    }
