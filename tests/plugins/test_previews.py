"""The previews of links that a scraper glued into sentences are told by their form and left out."""

from __future__ import annotations

import pytest
from digest.standard.previews import without_previews
from digest.standard.source_text import Piece, join_pieces

from digest import Metadata


@pytest.mark.parametrize(
    ("scraped", "text"),
    [
        (
            "Mayor Ida Holm Ida Maria HolmMayor opens 'Enough,' says Vik Towns share a ferry MORE (Velmar) said so.",
            "Mayor Ida Holm (Velmar) said so.",
        ),
        ("It was Mr. McVik Jonathan (Jon) Lee McVikFerry lost at sea MORE’s boat.", "It was Mr. McVik’s boat."),
        ("Ida Holm Ida HolmMORE and Lars Vik Lars Ole VikTwo tugs MORE met.", "Ida Holm and Lars Vik met."),
    ],
)
def test_without_previews(scraped, text):
    """From the name in full, glued to headlines or to the link, up to the link: what is left is the sentence."""
    assert without_previews(scraped)[0] == text


@pytest.mark.parametrize(
    "text",
    [
        "Holm and HolmTech want MORE of it.",
        "Ida Holm Ida Maria HolmMayor opens bridge, and no link follows.",
        "CLICK HERE FOR MORE ON HOLM, Holm Holmgren said.",
        "Ida Holm Ida HolmMayor opens MOREOVER bridge.",
    ],
)
def test_text_is_kept(text):
    """A name in another name, a name that comes twice without a link, and a call to read more are no previews."""
    assert without_previews(text) == (text, 0)


def test_build_report():
    """A reader's document says how many were left out."""
    document = join_pieces("a.md", [Piece("Ida Holm Ida HolmTwo tugs MORE said so.", 1)], Metadata())
    assert document.text == "Ida Holm said so."
    assert document.notes == ("previews of links inside sentences were left out: 1",)
