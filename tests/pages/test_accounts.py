"""The accounts to read, and how the head of the page lists them."""

from __future__ import annotations

from layouts import edition_of

from digest.model import Comparison
from digest.pages.accounts import accounts, witnesses


def test_what_was_left_out_has_its_reason(ferries: Comparison) -> None:
    """Page furniture and other stories are not in the text, and each is listed with line, reason and plugin."""
    edition = edition_of(ferries)
    gazette = accounts(edition)[0]
    assert not any("Subscribe" in s.text for p in gazette.paragraphs for s in p.segments)
    assert [(x.line, x.label, x.plugin) for x in gazette.left_out] == [
        (1, "page furniture", "cleaning"),
        (12, "another story", "cleaning"),
        (13, "page furniture", "cleaning"),
        (14, "page furniture", "cleaning"),
    ]
    assert gazette.left_out[0].rule == "looks like boilerplate"


def test_witnesses_are_measured_against_the_longest(ferries: Comparison) -> None:
    """Lengths are those of the outlet's own text; the longest account has 100 percent."""
    found = witnesses(edition_of(ferries))
    assert found[0].length == 100
    assert 15 < found[3].length < 30
    assert found[3].words == 34
    assert found[0].published == "15 March 2031"
    assert found[3].published == ""
    assert found[3].outlet_url == ""
