"""Text that is made to be slow: what an article costs grows with its length, whatever is in it."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress

import pytest

from digest.annotate import annotate
from digest.config import Site
from digest.errors import ContentError
from digest.model import Source
from digest.plugins import Host
from digest.read import read

# Each is repeated without end: the ways in which patterns and loops over one sentence go wrong.
MARKS = (
    "“",
    "“a ",
    "“a” ",
    '"',
    '"a" ',
    "'",
    "‘a’ ",
    "(",
    "[",
    "<",
    "<b>",
    "&amp;",
    "\\",
    "/",
    "a/b ",
    "#",
    "# ",
    "> ",
)
STOPS = (".", "A. ", "Mr. ", "U.S. ", "!", "?! ", "…", ": ", "-", "– ", "* ", "- a\n", "a\n", " ", "\t", "\u00a0 ")
LETTERS = ("a", "a ", "é", "中", "😀", "\u202e", "Ann Bo ", "Ann Bo, ", "of the ", "the minister of ", "according to ")
FIGURES = ("1", "1 ", "1,", "1.", "$1 ", "$95 billion ", "one hundred and ", "five and a half ", "about nearly ")
DATES = ("June ", "Friday, ", "on June 19, 2023, ", "10 people were killed, ")
SPEECH = ("said ", "said Ann, ", "he said, ", "Ann said that ", "“A,” said Ann. ")
FURNITURE = ("| ", "By Ann Bo\n", "Photo: ", "© ", "https://a.example/ ", "a@b.example ")
UNITS = (*MARKS, *STOPS, *LETTERS, *FIGURES, *DATES, *SPEECH, *FURNITURE)
SHORT, LONG = 1_500, 4_500


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Host:
    root = tmp_path_factory.mktemp("hostile")
    return Host(Site(root=root, content=root, output=root))


@pytest.mark.parametrize("unit", UNITS)
def test_an_article_costs_what_its_length_asks(unit: str, host: Host) -> None:
    """Three times the text takes about three times the work to read and annotate, not nine times."""

    def work(text: str) -> None:
        source = Source("ferry.txt", f"Ferry sails\n\nIt sails again, Ann said.\n\n{text}\n\nThe end.".encode())
        for document in read(source, host):
            annotate(document, "ferry", host)

    assert _seconds(work, unit, LONG) < 5 * _seconds(work, unit, SHORT) + 0.25


@pytest.mark.parametrize("page", ["# Ferry\n\n{}\n", "<h1>Ferry</h1><p>It sails.</p><p>{}</p>"], ids=["md", "html"])
@pytest.mark.parametrize("unit", UNITS)
def test_a_page_costs_what_its_length_asks(unit: str, page: str, host: Host) -> None:
    """The same holds for reading what has markup."""
    name = "page.html" if "<h1>" in page else "page.md"

    def work(text: str) -> None:
        read(Source(name, page.replace("{}", text).encode()), host)

    assert _seconds(work, unit, 4 * LONG) < 5 * _seconds(work, unit, 4 * SHORT) + 0.25


def _seconds(work: Callable[[str], None], unit: str, length: int) -> float:
    """Processor time for a text of this length. To refuse it is as good as to take it."""
    start = time.process_time()
    with suppress(ContentError):
        work(unit * (length // len(unit)))
    return time.process_time() - start
