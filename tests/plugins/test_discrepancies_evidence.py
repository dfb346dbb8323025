"""What speaks for two figures being of one matter, and which amounts are brought together by it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from digest.standard.claims import extract_claims
from digest.standard.discrepancies.amounts import quantities
from digest.standard.discrepancies.contexts import figures
from digest.standard.discrepancies.evidence import Evidence, evidence
from digest.standard.discrepancies.measures import differing_measures
from digest.standard.discrepancies.weights import word_weights

from digest import Collation, Discrepancy, Passage, Person

Collate = Callable[..., Collation]
SIDE = " The council met in spring. Nobody spoke of it. A lawyer wrote letters. Rain fell. The mayor was away."
NAMES = ("gazette", "mail", "echo")


def collated(collate: Collate, *texts: str) -> Collation:
    named = {name: f"Report\n\n{text}{SIDE}" for name, text in zip(NAMES, texts, strict=False)}
    return collate(named, extract_claims=extract_claims)


def weighed(collate: Collate, first: str, second: str) -> Evidence:
    """The evidence for the first figures of two accounts."""
    collation = collated(collate, first, second)
    one, other = (quantities(account.id, list(figures(collation, account)))[0] for account in collation.event.accounts)
    return evidence(one.figures[0], other.figures[0], word_weights(collation))


def found(collation: Collation, *people: Person) -> list[Discrepancy]:
    return list(differing_measures(Collation(collation.event, people, (), ())))


PLAIN = ("Fire burned 40 barns near Orrin.", "Flames took 44 barns.")


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ("Fire burned 40 barns near Orrin.", "Fire burned 44 barns near Orrin.", "both with “burn” and “fire”"),
        ("Fire burned 40 barns, 12 huts.", "Flames took 44 barns, 12 huts.", "another figure beside both is the same"),
        ("Fire burned 14 barns near Orrin.", "Flames took 41 barns.", "the same is counted or measured"),
    ],
)  # fmt: skip
def test_more_in_common_is_more_evidence(collate: Collate, first: str, second: str, reason: str) -> None:
    """Words, figures beside them and digits in another order speak for one matter, and the reasons say so."""
    stronger = weighed(collate, first, second)
    assert reason in stronger.reasons
    assert stronger.weight > weighed(collate, "Fire burned 14 barns near Orrin.", "Flames took 44 barns.").weight


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Fire burned 40 barns near Orrin.", "Flames took 80 barns."),
        ("Fire burned 40 barns in Orrin.", "Flames took 44 barns."),
        ("Fire burned 40 barns near Orrin.", "Flames took 44 buildings."),
        ("Fire burned 40 barns near Orrin.", "Trees fell. Roads shut. Flames took 44 barns."),
    ],
)
def test_what_speaks_against_one_matter(collate: Collate, first: str, second: str) -> None:
    """A greater distance, a place, another name or another part of the story is less evidence."""
    assert weighed(collate, first, second).weight < weighed(collate, *PLAIN).weight


def test_the_rule_says_why(collate: Collate) -> None:
    """A discrepancy gives the reasons for taking its figures for one matter."""
    (told,) = found(collated(collate, "Fire burned 40 barns near Orrin.", "Fire burned 55 barns near Orrin."))
    assert told.rule == "figures for one matter: the same is counted or measured; both with “burn” and “fire”"


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        ("It was the sixth storm this year.", "It was the fifth storm this year.", ["sixth", "fifth"]),
        ("Lind fell in the sixth round.", "The fifth round was dull.", []),
    ],
)
def test_ranks_that_are_told_of_something(collate: Collate, first: str, second: str, values: list[str]) -> None:
    """Which of a row something was is compared, not which of them is spoken of."""
    told = found(collated(collate, first, second))
    assert [reading.value for discrepancy in told for reading in discrepancy.readings] == values


def test_one_figure_has_one_value(collate: Collate) -> None:
    """What two accounts print in different words is shown in the shorter ones, in both of them."""
    told_by = ("40 wooden barns", "40 barns", "55 barns")
    texts = [f"Fire burned {number} near Orrin." for number in told_by]
    (told,) = found(collated(collate, *texts))
    assert [reading.value for reading in told.readings] == ["40 barns", "40 barns", "55 barns"]


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        ("Ida Lind, 26, was hurt.", "The 27-year-old nurse Ida Lind was hurt.", ["26", "a 27-year-old nurse Ida Lind"]),
        ("Ida Lind, 26, was hurt.", "Ida Lind was 19 when she came.", []),
        ("Ida Lind, 26, was hurt.", "Her mother Ada Lind, 27, was away.", []),
        ("Ida Lind, 26, was hurt.", "Ida Lind, 47, was hurt.", []),
        ("Ida Lind, 26, was hurt.", "Ida Lind, 62, was hurt.", ["26", "62"]),
    ],
)
def test_ages_of_one_person(collate: Collate, first: str, second: str, values: list[str]) -> None:
    """Ages are compared if they are of one person now, and near each other or with exchanged digits."""
    collation = collated(collate, first, second)
    mentions: dict[str, list[Passage]] = {"Ida Lind": [], "Ada Lind": []}
    for account in collation.event.accounts:
        for name, passages in mentions.items():
            at = account.article.text.find(name)
            if at >= 0:
                passages.append(account.article.passage(at, at + len(name)))
    people = [
        Person(name=name, variants=(name,), mentions=tuple(passages)) for name, passages in mentions.items() if passages
    ]
    told = found(collation, *people)
    assert [reading.value for discrepancy in told for reading in discrepancy.readings] == values
