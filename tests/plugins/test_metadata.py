"""What a page says of itself in its text."""

from __future__ import annotations

import datetime

import pytest
from digest.standard import cleaning, metadata, text

from digest import Metadata, Source

STORY = """\
The council of Holm closed the old bridge on Tuesday after engineers found rust in two of its piers.
“We had no choice,” said the mayor, Ida Storm, who crosses it herself every day on the way to work.
Buses will take another way until the repairs are finished, and nobody could say when that will be.
"""


def find(before: str = "", after: str = "") -> Metadata:
    [document] = text.read_documents(Source("a.txt", f"{before}\n\n{STORY}\n{after}\n".encode()))
    return metadata.find_metadata(document, tuple(cleaning.label_blocks(document)))


@pytest.mark.parametrize(
    ("line", "title", "outlet"),
    [
        ("Old bridge closed over rust – Holm Daily News", "Old bridge closed over rust", "Holm Daily News"),
        ("Old bridge closed over rust | The Holmer", "Old bridge closed over rust", "The Holmer"),
        ("Old bridge closed over rust - KLMN", "Old bridge closed over rust", "KLMN"),
        (
            "Old bridge closed over rust — gazette.example.com",
            "Old bridge closed over rust — gazette.example.com",
            None,
        ),
        ("Old bridge closed over rust - what we know", "Old bridge closed over rust - what we know", None),
        ("Old bridge closed over rust – Storm", "Old bridge closed over rust – Storm", None),
        ("Old bridge closed over rust | Live updates", "Old bridge closed over rust | Live updates", None),
        ("Old bridge closed over rust | Opinion", "Old bridge closed over rust | Opinion", None),
        ("Old bridge closed over rust", "Old bridge closed over rust", None),
    ],
)
def test_title_and_its_suffix(line, title, outlet):
    """A suffix is an outlet if its name or its mark says so; a part of the headline stays where it is."""
    found = find(line)
    assert (found.title, found.outlet) == (title, outlet)


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("from The Holm Times - Home https://h.example/1", "The Holm Times"),
        ("© 2022 Holm Gazette. All rights reserved.", "Holm Gazette"),
        ("Copyright 2021 KLMN. All rights reserved.", "KLMN"),
        ("The post Old bridge closed over rust appeared first on Holm Gazette.", "Holm Gazette"),
        ("This article was originally published by The Holm Review.", "The Holm Review"),
        ("© Copyright Holm Media 2021", None),
        ("© REPRODUCTION RESERVED", None),
        ("All rights reserved.", None),
        ("Source: engineers", None),
        ("Comments", None),
    ],
)
def test_outlet_from_a_source_line(line, outlet):
    """The page's own name stands in source and copyright lines."""
    assert find("Old bridge closed over rust", line).outlet == outlet


@pytest.mark.parametrize(
    ("head", "foot", "outlet"),
    [
        ("THE HOLM MONITOR\nNorth | South | Jobs", "The Holm Monitor AB, Quay Street", "The Holm Monitor"),
        ("The Evening Quill\nLog in", "© Quill Newspapers Limited 2021. Registered in Holm.", "The Evening Quill"),
        ("Holm Now\nLog in", "Comments\nFollow Holm Now", "Holm Now"),
        ("Holm Now\nLog in", "Write to desk@holmnow.example", "Holm Now"),
        ("PierWatch – News and views from the harbour", "", "PierWatch"),
        ("El Diario de Holm\nInicio", "", "El Diario de Holm"),
        ("Bridges of Holm\nLog in", "© 2021 Quill Limited", "Bridges of Holm"),
        ("Skip to content\nBridges of Holm – the daily of the quay\nLog in", "", "Bridges of Holm"),
        ("MYACCOUNT\nBridges", "", None),
        ("Home > Counties\nWater War\nLog in", "", None),
        ("News   Products   Contact", "Contact the news desk", None),
        ("Press Releases\nMedia", "", None),
        ("Log in", "Comments\nFollow Holm Now\nHolm Now Newsletters\nHolm Now", "Holm Now"),
        ("Log in\nHolm Now", "Comments\nWrite to us: desk@holmnow.example", "Holm Now"),
        ("Log in", "Comments\nThe Quay Street Journal\nhttps://www.qsj.example/jobs", "The Quay Street Journal"),
        ("Log in\nNews\nJobs\nHarbour", "Comments\nFollow Harbour", None),
        ("Log in", "© 2021 Quill Broadcasting\nTerms", None),
        ("Log in", "https://quay.example/2021/05/old-bridge-closed-over-rust.html", "quay.example"),
        ("Log in", "https://quay.example/2021/05/trams-return-to-the-quay.html", None),
        ("Ida Storm\nPier War", "Follow us", None),
    ],
)
def test_outlet_from_what_the_page_says_of_itself(head, foot, outlet):
    """A name counts where enough of the page has it: its head, its affairs, its rights, its addresses; a menu never."""
    assert find(f"{head}\n\nOld bridge closed over rust\nBy Ole Vik", foot).outlet == outlet


def test_outlet_from_alternative_texts():
    """Where two pictures' texts begin with the same name before the title, it is the site's."""
    title = "Old bridge closed over rust"
    picture = f"Quill Online {title} City"
    assert find(f"{title}\n{picture}\n{picture}").outlet == "Quill Online"
    assert find(f"{title}\n{picture}").outlet is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Monday, April 29, 2024", "2024-04-29"),
        ("Published: 3 May 2021", "2021-05-03"),
        ("Published 3 May 2021 | Updated 5 May 2021", "2021-05-03"),
        ("2021-05-03 09:30", "2021-05-03"),
        ("APRIL 4, 2021 9:15 AM", "2021-04-04"),
        ("By Ida Storm, May 3, 2021", "2021-05-03"),
        ("Posted on May 3, 2021 by Ida", "2021-05-03"),
        ("May 3, 2021, 09:30 ET", "2021-05-03"),
        ("Published 6:00 a.m. CT May 3, 2021 | Updated 9:12 a.m. CT May 4, 2021", "2021-05-03"),
        ("Monday May 3 2021, 12.01am BST, The Holm Compass", "2021-05-03"),
        ("posted by Ida . May 3, 2021 . 11 comments", "2021-05-03"),
        ("Sept. 3, 2021", "2021-09-03"),
        ("13/5/2021", "2021-05-13"),
        ("3.5.2021 by ida_s", "2021-05-03"),
        ("4/5/2021", None),
        ("13 minutes ago", None),
        ("Yesterday at 10:30", None),
        ("May 2021", None),
    ],
)
def test_page_date(line, day):
    """A full date above the story; never a relative one, and none that can be read in two ways."""
    expected = datetime.date.fromisoformat(day) if day else None
    assert find(f"Old bridge closed over rust\n{line}").published == expected


def test_page_date_below_a_standfirst():
    """A byline may stand below a standfirst that reads like a paragraph; the menu has the day of the visit."""
    head = "Sunday, 9 May 2021\nOld bridge closed over rust\n"
    head += "For ninety years the carts of Holm went over one bridge, and then somebody looked under it.\n"
    assert find(f"{head}By Ida Storm\nPublished May 3, 2021").published == datetime.date(2021, 5, 3)
    assert find(f"{head}Trams return to Holm\nMay 3, 2020").published == datetime.date(2021, 5, 9)


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("HOLM FREE PRESS — small, stubborn\n\nNews | Sport | Jobs | Shop\n\nWhat we saw at the weir\nBy Ida Storm", 2),
        ("Opinion  World  Climate  Games\n\nWhat we saw at the weir\nIt looked like rust.", 1),
        ("The night the carts stopped\nEngineers looked under the bridge of Holm. They found rust in two piers", 0),
        ("Carts stop. What does it mean for Holm?\n\n3 May 2021\n\nBuses wait at the old bridge in Holm\nHand Out", 0),
        ("The Piers Were Made of Oak. The Rust Did Not Mind.\n\nBy Ida Storm", 0),
    ],
)
def test_title_of_a_head_full_of_other_lines(before, title):
    """Menus, slogans, standfirsts and captions are not the title, though they may share more with the story."""
    assert find(before).title == [line for line in before.split("\n") if line][title]


def test_dates_of_the_story_are_not_the_pages():
    """A date in the text or below it is not the day of publishing."""
    assert find("Old bridge closed over rust", "Related news\nMarch 3, 2019").published is None


def test_language():
    """The language is that of the story."""
    assert find("Old bridge closed over rust").language == "en"


def test_nothing():
    """A bare text states nothing but its language."""
    assert find() == Metadata(language="en")
