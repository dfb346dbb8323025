"""What a story is about, in numbers."""

from __future__ import annotations

from digest.standard.events.terms import story_vectors


def test_a_headline_counts_for_more_than_the_text(tell) -> None:
    """A word of the headline outweighs one that the text has three times: a brief has little but its headline."""
    text = "Islanders sell kelp\nTraders of lobster met. They sold lobster for lobster.\n"
    [vector] = story_vectors([tell("brief", text)])
    assert vector["kelp"] > vector["lobster"]
