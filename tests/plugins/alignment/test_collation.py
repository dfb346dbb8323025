"""The versions of an utterance in a table."""

from __future__ import annotations

import pytest
from digest.standard.alignment.collation import collate

from digest import Member


def table(*versions: str) -> list[tuple[list[str], str | None]]:
    """The columns as cells' texts ("" where there is none) and the kind of variation."""
    members = [
        Member(name, 100, 100 + len(text), text, quote="q") for name, text in zip("abcdef", versions, strict=False)
    ]
    columns = collate(members)
    return [([cell.text if cell else "" for cell in column.cells], column.variation) for column in columns]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Trams can rust here", "Trams must rust here", True),
        ("Trams can rust here", "Trams could rust here", False),
        ("Trams will rust here", "Trams would rust here", False),
        ("Drivers here have not slept since dawn", "Nobody here has slept since dawn", False),
        ("Drivers here have not slept since dawn", "Drivers here have slept since dawn", True),
        ("We did not say that it was bad", "We did not say that it was not bad", True),
    ],
)
def test_what_makes_another_meaning(first, second, expected) -> None:
    """Another modal verb does, another tense of it does not; a denial does, in other words it does not."""
    assert ("meaning" in {variation for _, variation in table(first, second)}) is expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("We will stay.", "We will stay", [(["We will stay", "We will stay"], None)]),
        (
            "We will stay in town",
            "stay in town",
            [(["We will", ""], "boundary"), (["stay in town", "stay in town"], None)],
        ),
        (
            "We will gladly stay in town",
            "We will stay in town",
            [
                (["We will", "We will"], None),
                (["gladly", ""], "cut"),
                (["stay in town", "stay in town"], None),
            ],
        ),
        (
            "They closed the bridge",
            "They shut the bridge",
            [(["They", "They"], None), (["closed", "shut"], "wording"), (["the bridge", "the bridge"], None)],
        ),
        (
            "They stabilised the bridge",
            "They stabilise the bridge",
            [(["They", "They"], None), (["stabilised", "stabilise"], "form"), (["the bridge", "the bridge"], None)],
        ),
        (
            "We did not close the bridge",
            "We did close the bridge",
            [
                (["We did", "We did"], None),
                (["not", ""], "meaning"),
                (["close the bridge", "close the bridge"], None),
            ],
        ),
        (
            "It took five hours",
            "It took six hours",
            [(["It took", "It took"], None), (["five", "six"], "meaning"), (["hours", "hours"], None)],
        ),
    ],
)
def test_two_versions(first, second, expected) -> None:
    """Words in common share a column; what differs is told apart by its kind."""
    assert table(first, second) == expected


def test_three_versions() -> None:
    """A third version is laid against what the first two have."""
    assert table("neighbours, not strangers", "be neighbours, not enemies", "neighbours, not enemies") == [
        (["", "be", ""], "boundary"),
        (["neighbours, not"] * 3, None),
        (["strangers", "enemies", "enemies"], "wording"),
    ]


def test_cells_have_their_place() -> None:
    """A cell is a passage of its member's article."""
    [column] = collate([Member("a", 7, 16, "Stay calm", quote="q"), Member("b", 0, 10, "Stay calm.", quote="r")])
    assert [(cell.article, cell.start, cell.end) for cell in column.cells if cell] == [("a", 7, 16), ("b", 0, 9)]


def test_nothing_is_lost() -> None:
    """The cells of a version, put together, are its words in their order."""
    versions = ("We never said that the tolls must go at once", "The tolls we said must never go", "tolls go")
    for index, version in enumerate(versions):
        cells = " ".join(cells[index] for cells, _ in table(*versions) if cells[index])
        assert cells.split() == version.split()


def test_endless_speech_is_not_collated() -> None:
    """A version of a thousand words is no matter for a table."""
    assert table("tram " * 1000, "tram") == []
