"""What an event is called."""

from __future__ import annotations

import datetime

import pytest
from digest.standard.events.naming import event_id, event_title, headline, without_outlet, without_quotation
from digest.standard.events.terms import content_words

from digest import Article, Block, Document, Metadata

DAY = datetime.date(2030, 5, 6)


def titled(title: str, outlet: str | None = None) -> Article:
    document = Document(path="a.txt", text=title, paragraphs=())
    return Article("a", document, (), Metadata(title=title, outlet=outlet))


@pytest.mark.parametrize(
    ("title", "outlet", "expected"),
    [
        ("Council votes for harbour wall | Brae Courier", None, "Council votes for harbour wall"),
        ("Council votes for wall - the brae courier", "The Brae Courier", "Council votes for wall"),
        ("Harbour wall – a quarrel over cost", None, "Harbour wall – a quarrel over cost"),
        ("Council votes for harbour wall", "Brae Courier", "Council votes for harbour wall"),
    ],
)
def test_without_outlet(title, outlet, expected) -> None:
    """The outlet's name at the end goes; a second half of the headline stays."""
    assert without_outlet(titled(title, outlet)) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Mayor Vance resigns at last: “I am tired”", "Mayor Vance resigns at last"),
        ("Renn receives President Stolz at “decisive hour for the river”", "Renn receives President Stolz"),
        ("Vance: “I am tired”", "Vance: “I am tired”"),
        ("Drivers say shifts are “inhuman”", "Drivers say shifts are “inhuman”"),
    ],
)
def test_without_quotation(title, expected) -> None:
    """A quotation at the end goes if a statement is left without it."""
    assert without_quotation(title) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Mayor’s café: a “Crème” story", "2030-05-06-mayors-cafe-a-creme-story"),
        ("../../etc/passwd", "2030-05-06-etc-passwd"),
        ("会談", "2030-05-06"),
    ],
)
def test_id_is_a_safe_path(title, expected) -> None:
    """An id is made of ASCII letters, digits and hyphens."""
    assert event_id(title, DAY, {}) == expected


def test_id_is_short_and_unique() -> None:
    """An id has at most 60 characters, and a number where it is taken."""
    first = event_id("word " * 40, DAY, {})
    second = event_id("word " * 40, DAY, {first})
    assert second == f"{first}-2"
    assert len(second) <= 60
    assert event_id("", None, {"event", "event-2"}) == "event-3"


@pytest.mark.parametrize(
    "title",
    [
        "How a heron stopped the clock",
        "Watch the heron on the town hall clock",
        "Heron stops town hall clock (VIDEO)",
        "The town hall heron, reviewed",
        "Town hall clock - how to wind it",
        "Seven herons and the clock: 7 things to know about Dunmarrow",
        "The heron that stopped our town hall clock",
        "“Herons stopped it”, says keeper of town hall clock",
        "TOWN HALL CLOCK STOPPED BY HERON",
        "Heron stops town hall clock after...",
    ],
)
def test_a_plain_statement_names_the_event(title) -> None:
    """A title that calls on the reader, breaks off or names the kind of piece stands back where another is near."""
    titles = [title, "Heron on town hall clock stops its hands", "Heron stopped the town hall clock, says keeper"]
    assert named(titles) != title


def named(titles: list[str], body: str = "") -> str:
    """The title of an event of stories with these titles, an empty one for none, and the same text."""
    headlines = [headline(told(title, body)) for title in titles]
    return event_title(headlines, [content_words(f"{title} {body}") for title in titles])


def told(title: str, body: str) -> Article:
    document = Document(path="a.txt", text=body, paragraphs=())
    blocks = (Block(0, len(body), "body", 1, "text"),) if body else ()
    return Article("a", document, blocks, Metadata(title=title or None))


def test_the_title_nearest_to_the_other_accounts_names_the_event() -> None:
    """The title that shares most with the other titles, openings and stories is the event's, not the catchiest."""
    body = "A fire has destroyed the old rope works on Brae harbour. Nobody was hurt in the fire."
    titles = ["Night of flames", "Fire destroys rope works at Brae harbour", "Rope works fire: all are safe"]
    assert named(titles, body) == "Fire destroys rope works at Brae harbour"


def test_a_file_name_is_no_title() -> None:
    """An untitled story is called by its first full sentence, without its dateline and cut short; a title wins."""
    body = (
        "(Updated 3 May, 9:12)\nBRAE (NNA) — A fire has destroyed the old rope works on the harbour of Brae, and the "
        "night watch says that it began in a shed."
    )
    expected = "A fire has destroyed the old rope works on the harbour of Brae, and the night watch says …"
    assert named([""], body) == expected
    assert named(["", "Rope works of Brae lost"], body) == "Rope works of Brae lost"
    assert named([""]) == "a.txt"
