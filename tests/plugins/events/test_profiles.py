"""What grouping has to know of an account."""

from __future__ import annotations

from digest.standard.events.profiles import profile_of
from digest.standard.events.terms import vectors_of


def test_a_headline_counts_for_more_than_the_text(tell) -> None:
    """A word of the headline outweighs one that the text has three times: a brief has little but its headline."""
    text = "Islanders sell kelp\nTraders of lobster met. They sold lobster for lobster.\n"
    [vector] = vectors_of([profile_of(tell("brief", text)).story])
    assert vector["kelp"] > vector["lobster"]
