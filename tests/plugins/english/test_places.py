"""Places in running text, and what lies in what."""

from __future__ import annotations

import pytest
from digest.standard.english.gazetteer import PLACES, canonical, lies_in
from digest.standard.english.places import dateline, find_places


@pytest.mark.parametrize(("text", "expected"), [
    ("They met in Oslo on Thursday.", {"Oslo": ("Oslo",)}),
    ("They met at the Harbour Hall in Bergen, Norway, again.", {"Harbour Hall in Bergen": ("Harbour Hall", "Bergen")}),
    ("She lives in Port Ellery, Ohio.", {"Port Ellery, Ohio": ("Port Ellery", "Ohio")}),
    ("Floods came to the region around Lake Hallen and in the town of Lindby.",
     {"Lake Hallen": ("Lake Hallen",), "Lindby": ("Lindby",)}),
    ("They voted in the U.S. and at home.", {"U.S.": ("United States",)}),
    ("They voted in northwest Norway.", {"Norway": ("Norway",)}),
    ("They voted in the United States.", {"United States": ("United States",)}),
    ("Bakers in Congress spoke in English in March, in the Oslo affair, in Lindqvist's view.", {}),
    ("She believes in Brandt; he is a professor at Quayside University.", {}),
    ("He was shot at Quayside University.", {"Quayside University": ("Quayside University",)}),
])  # fmt: skip
def test_find_places(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    """A place stands after a preposition and is listed, named as one by its head, or put into a listed one."""
    assert {text[p.start : p.end]: p.names for p in find_places(text, 0, len(text))} == expected


def test_near_a_place() -> None:
    """What is near a place is told from what is in it."""
    text = "A barn near Oslo and a mill in Oslo."
    assert [place.near for place in find_places(text, 0, len(text))] == [True, False]


def test_people_are_no_places() -> None:
    """A name known as a person's is no place, but a listed place stays one."""
    text = "They trust in Brandt Hill and live in Jordan."
    assert [p.names for p in find_places(text, 0, len(text), {"Brandt Hill", "Jordan"})] == [("Jordan",)]


@pytest.mark.parametrize(("text", "names"), [
    ("BERGEN, Norway (NP) — The mayor met bakers.", ("Bergen", "Norway")),
    ("LINDBY — Bakers marched.", ("Lindby",)), ("Oslo – Bakers marched.", ("Oslo",)),
    ("NEW YORK (NP) - Bakers marched.", ("New York",)),
    ("The mayor — a baker — marched.", None), ("Bakers marched in Oslo — again.", None),
    ("NAIROBI: The bakers marched.", ("Nairobi",)), ("WATCH: The bakers marched.", None), ("Oslo: bakers march", None),
    ("Copenhagen, 4 September 2031 – The bakers marched.", ("Copenhagen",)),
])  # fmt: skip
def test_dateline(text: str, names: tuple[str, ...] | None) -> None:
    """A dateline is a listed place or one in capitals before a dash, with its country; or both and a colon."""
    place = dateline(text, 0, len(text))
    assert (place and place.names) == names


def test_gazetteer() -> None:
    """Cities lie in divisions and countries, by any of their names; every other name an alias gives is listed."""
    assert lies_in("Los Angeles", "U.S.")
    assert lies_in("Munich", "Germany")
    assert not lies_in("Germany", "Munich")
    assert not lies_in("Munich", "France")
    assert canonical("Britain") == "United Kingdom"
    assert all(canonical(name) in PLACES for name in PLACES)


@pytest.mark.parametrize("piece", ["in A", "in the ", "at A B ", "A of the ", "in A, ", "A’s ", "in Oslo "])
def test_runs_of_pieces_are_read(piece: str) -> None:
    """Whatever is found in a long run of pieces of places lies in it, in order."""
    text = piece * 300
    found = [(place.start, place.end) for place in find_places(text, 0, len(text))]
    assert found == sorted(found)
    assert all(0 <= start < end <= len(text) for start, end in found)
    dateline(text, 0, len(text))
