"""Who is who across accounts."""

from __future__ import annotations

import pytest
from digest.standard.people import resolve_people
from digest.standard.quotes import extract_quotes

CASES = {
    "short and full forms of a given name": (
        ["Tony Marsh, the arbitrator, spoke on Monday. Marsh smiled.", "Antony Marsh, the arbitrator, was late."],
        {("Antony Marsh", "Marsh", "Tony Marsh")},
    ),
    "a family name alone": (
        ["Mayor Petra Vance spoke on Monday.", "Ms. Vance was late, the drivers said."],
        {("Petra Vance", "Vance")},
    ),
    "a family name that comes first": (
        ["President Xan Jiming spoke on Monday.", "President Xan was late."],
        {("Xan", "Xan Jiming")},
    ),
    "a family name with another gender": (
        ["Odile Vance, the first lady, spoke on Monday.", "Mr. Vance was late, the drivers said."],
        {("Odile Vance",), ("Vance",)},
    ),
    "two people of one family name": (
        ["Minister Wen Yi spoke on Monday.", "Police chief Wen Xiaoda was late."],
        {("Wen Yi",), ("Wen Xiaoda",)},
    ),
    "a slip is not joined": (
        ["Rana Mitterand, a professor, spoke on Monday.", "The professor Rana Mittelund was late."],
        {("Rana Mitterand",), ("Rana Mittelund",)},
    ),
    "a middle initial and a numeral": (
        ["Senator John P. Brand III spoke on Monday.", "Senator John Brand was late."],
        {("John Brand", "John P. Brand III")},
    ),
    "hyphens, accents and characters that are not seen": (
        [
            "Leader Kan Yong-Il met Zoé O’Hara, a pilot.",
            "Kan Yong Il, the leader, met Zoe O'Hara, a pi\u00adlot, on Sunday.",
        ],
        {("Kan Yong Il", "Kan Yong-Il"), ("Zoe O'Hara", "Zoé O’Hara")},
    ),
    "a name with a soft hyphen": (
        ["Mayor Petra Vance spoke on Monday.", "Mayor Petra Van\u00adce was late."],
        {("Petra Vance",)},
    ),
    "a middle initial": (
        ["Senator John P. Brand spoke on Monday.", "Senator John Brand was late."],
        {("John Brand", "John P. Brand")},
    ),
}


@pytest.mark.parametrize(("texts", "expected"), CASES.values(), ids=CASES.keys())
def test_names(texts, expected, collate) -> None:
    """Forms that can only be one person's are joined; in doubt they stay apart."""
    event = collate({f"outlet{number}": f"Story\n{text}" for number, text in enumerate(texts)}).event
    assert {person.variants for person in resolve_people(event)} == expected


def test_ambiguous_family_name_stays_alone(collate) -> None:
    """A family name that two people of the event have is given to neither."""
    texts = {
        "a": "Story\nMinister Wen Yi spoke on Monday.",
        "b": "Story\nOfficer Wen Xiaoda was late.",
        "c": "Story\nMr. Wen smiled on Monday.",
    }
    names = {person.name for person in resolve_people(collate(texts).event)}
    assert names >= {"Wen Yi", "Wen Xiaoda"}
    assert not any({"Wen", "Wen Yi"} <= set(p.variants) for p in resolve_people(collate(texts).event))


def test_role_settles_who_is_meant(collate) -> None:
    """Of two people of one name, the one with the same office is meant."""
    texts = {
        "a": "Story\nForeign Minister Wen Yi spoke on Monday.",
        "b": "Story\nOfficer Wen Xiaoda was late.",
        "c": "Story\nForeign Minister Wen smiled on Monday.",
    }
    [person] = [p for p in resolve_people(collate(texts).event) if p.name == "Wen Yi"]
    assert {mention.article for mention in person.mentions} == {"a", "c"}


def test_quoted_organisations(collate) -> None:
    """An organisation is among the people if it is quoted; its forms are joined where only one fits."""
    texts = {
        "a": "Story\n“The wall is safe,” the Harbour Department said.",
        "b": "Story\n“The wall is safe,” the Brae Harbour Department said. The Farrow Ministry was silent.",
    }
    event = collate(texts, extract_quotes=extract_quotes).event
    [organisation] = resolve_people(event)
    assert {mention.article for mention in organisation.mentions} == {"a", "b"}


def test_mentions_are_verbatim(collate) -> None:
    """Each mention stands in its article as it says."""
    event = collate({"a": "Story\nMayor Petra Vance spoke. Vance left."}).event
    [person] = resolve_people(event)
    text = event.accounts[0].article.text
    assert (
        [text[m.start : m.end] for m in person.mentions]
        == [m.text for m in person.mentions]
        == ["Petra Vance", "Vance"]
    )
