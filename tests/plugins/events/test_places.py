"""Where an event was."""

from __future__ import annotations

import pytest
from digest.standard.events.places import event_place


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # The adjective of a people, and what a picture is of, are no places.
        (("Raid\nThe jets struck near Kurdish, Syria.", "Raid\nJets bombed a depot near Kurdish, Syria."), None),
        (("Tern: Photo of bird\nA bird was seen.", "Tern: a hoax\nThe picture of Tern went round."), None),
        # What is left of a longer name is none.
        (("Launch\nThe rocket left from Cape on Monday.", "Launch\nThe rocket flew near Cape on Monday."), None),
        # An account by itself must say it more than once.
        (("Mayor speaks\nThe mayor spoke in Oslo about the roads of another town.",), None),
        (("Mayor speaks in Oslo\nThe mayor spoke in Oslo about roads.",), "Oslo"),
    ],
)
def test_place(tell, texts, expected) -> None:
    """An event is where its accounts put it, in words that name a place."""
    assert event_place([tell(f"a{number}", text) for number, text in enumerate(texts)]) == expected
