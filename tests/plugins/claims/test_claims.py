"""Claims of all kinds."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from digest.standard.claims import extract_claims
from digest.standard.claims.compare import relation
from digest.standard.claims.sameness import comparable

from digest import Article, Claim, Metadata

FIXTURES = Path(__file__).parents[2] / "fixtures" / "claims"
CASES = yaml.safe_load((FIXTURES / "claims.yaml").read_text(encoding="utf-8"))
RELATIONS = yaml.safe_load((FIXTURES / "relations.yaml").read_text(encoding="utf-8"))
MakeArticle = Callable[..., Article]


def claims_of(article: Article, *kinds: str) -> list[Claim]:
    """The claims of these kinds, in the order of the text."""
    return sorted((claim for claim in extract_claims(article) if claim.kind in kinds), key=lambda claim: claim.span)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_claims(case: dict[str, Any], make_article: MakeArticle) -> None:
    """A text makes just these claims: words, kind, normal form, thing counted."""
    found = claims_of(make_article(case["text"]), *case["kinds"])
    assert [[claim.text, claim.kind, claim.value, claim.counted] for claim in found] == case["claims"]


def test_claims_are_verbatim_and_bounded(make_article: MakeArticle) -> None:
    """Every claim stands in its sentence as it says, and its bounds are in order."""
    article = make_article("\n".join(case["text"] for case in CASES), title="Nine boats sink off Oslo on Friday")
    claims = list(extract_claims(article))
    assert len(claims) > len(CASES)
    for claim in claims:
        assert article.text[claim.start : claim.end] == claim.text
        assert claim.sentence[0] <= claim.start < claim.end <= claim.sentence[1]
        assert claim.low is None or claim.high is None or claim.low <= claim.high


def test_units_of_one_dimension(make_article: MakeArticle) -> None:
    """Bounds are in one unit for a dimension, so that miles meet kilometres and Fahrenheit Celsius."""
    article = make_article("It is 10 km or 6.2137 miles. It was 50 degrees Fahrenheit. It took 90 minutes.")
    bounds = [(claim.low, claim.unit) for claim in claims_of(article, "number", "duration")]
    assert bounds == [
        (pytest.approx(10000), "metre"),
        (pytest.approx(10000, rel=1e-3), "metre"),
        (pytest.approx(10), "degree-Celsius"),
        (pytest.approx(1.5), "hour"),
    ]


def test_words_about_a_claim(make_article: MakeArticle) -> None:
    """A claim carries the content words of its own clause, as lemmas, and the year it names."""
    article = make_article("The bakers were tired, but in 2019 the millers of Bergen ground 40 sacks of rye.")
    (claim,) = claims_of(article, "number")
    assert claim.about == ("2019", "miller", "bergen", "ground", "sack", "rye")


def test_caption_claims(make_article: MakeArticle) -> None:
    """A claim in a caption can be told from one in the body."""
    claims = claims_of(make_article("[caption] Bakers meet on June 3.\nBakers met on June 4."), "date")
    assert [claim.rule.startswith("caption: ") for claim in claims] == [True, False]


def dated(article: Article, published: str) -> Article:
    """The article with a day of publication."""
    return msgspec.structs.replace(article, metadata=Metadata(published=datetime.date.fromisoformat(published)))


def resolved(article: Article) -> list[str | None]:
    """The first days that the article's dates mean."""
    days = (claim.low for claim in claims_of(article, "date"))
    return [None if day is None else datetime.date.fromordinal(int(day)).isoformat() for day in days]


def test_dates_count_from_publication(make_article: MakeArticle) -> None:
    """Weekdays are looked for backwards after a past tense and forwards after a future one."""
    text = "Bakers met on Tuesday. They will march on Friday. The next day they will rest."
    assert resolved(dated(make_article(text), "2024-04-25")) == ["2024-04-23", "2024-04-26", "2024-04-27"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The mayor spoke of Friday's march.", [None]),
        ("The mayor was a guest on the Sunday talk show.", [None]),
        ("They will march on Friday. The mayor spoke of Friday's march.", ["2024-04-26", "2024-04-26"]),
        ("The mayor spoke of Thursday's march.", ["2024-04-25"]),
        ("They march on Saturday Night Live.", []),
        ("The council is poised to meet on Monday.", ["2024-04-29"]),
        ("The council will open some gates, including the old one, on Monday.", ["2024-04-29"]),
        ("Holm has a good chance on Monday.", [None]),
        ("The mayor will speak, but his note on Tuesday didn't say where.", ["2024-04-23"]),
        ("The council prepared to meet on Monday.", ["2024-04-29"]),
    ],
    ids=[
        "possessive",
        "article",
        "told elsewhere",
        "day of publication",
        "name",
        "to come",
        "clause before",
        "present",
        "negated",
        "plan",
    ],
)
def test_weekdays_that_the_verb_says_nothing_of(make_article: MakeArticle, text: str, days: list[str | None]) -> None:
    """What a weekday only belongs to may be past or to come: the rest of the article tells which, or nothing does."""
    assert resolved(dated(make_article(text), "2024-04-25")) == days


def test_dates_of_a_copied_page(make_article: MakeArticle) -> None:
    """A page dated long after its captions is a copy: its dates count from the captions' day."""
    text = "[caption] Bakers march in Bergen, June 19, 2023.\nThey marched on Monday. They had met last month."
    assert resolved(dated(make_article(text), "2024-04-29")) == ["2023-06-19", "2023-06-19", "2023-05-01"]


def test_dates_beside_an_old_picture(make_article: MakeArticle) -> None:
    """A picture from the archive says nothing about the day of the article."""
    text = "[caption] File photo: bakers in Bergen, June 19, 2023.\nThey marched on Monday."
    assert resolved(dated(make_article(text), "2024-04-29")) == ["2023-06-19", "2024-04-29"]


def test_dates_without_a_reference(make_article: MakeArticle) -> None:
    """Where nothing tells the day, what is partial stays so."""
    assert resolved(make_article("They marched on Monday, and in May 2020.")) == [None, "2020-05-01"]


@pytest.mark.parametrize(("kind", "first", "second", "expected"), RELATIONS)
def test_relation(kind: str, first: str, second: str, expected: str | None, make_article: MakeArticle) -> None:
    """Two claims about one matter are equal, agree at other granularity, are vaguer, contradict, or cannot be told."""
    (one,), (two,) = claims_of(make_article(first), kind), claims_of(make_article(second), kind)
    assert relation(one, two) == expected
    assert relation(two, one) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("They met yesterday.", "They met on May 6, 2031.", "granularity"),
        ("They met yesterday.", "They met on May 3.", "contradiction"),
        ("They met yesterday.", "They met this month.", "granularity"),
        ("They met last week.", "They met on May 3.", "granularity"),
        ("They met last week.", "They met yesterday.", "contradiction"),
        ("They met last year.", "They met in 2030.", "granularity"),
        ("They met last year.", "They met in the 1990s.", "contradiction"),
        ("They met yesterday.", "They met at 7 p.m. sharp.", None),
    ],
)
def test_relation_of_days_that_count_from_the_page(
    first: str, second: str, expected: str | None, make_article: MakeArticle
) -> None:
    """Days that are told in other ways agree if they may be the same one, and contradict each other if not."""
    (one,), (two,) = (claims_of(dated(make_article(text), "2031-05-07"), "date") for text in (first, second))
    assert relation(one, two) == expected
    assert relation(two, one) == expected


def test_relation_of_different_kinds(make_article: MakeArticle) -> None:
    """A count and a date, of which one has no figure to read, are not compared."""
    (count,), (day,) = (
        claims_of(make_article("It hit at least 84 people."), "number"),
        claims_of(make_article("It was on July 14."), "date"),
    )
    assert relation(count, day) is relation(day, count) is None


@pytest.mark.parametrize(("first", "second", "expected"), [
    ("He met 300 Norlandic students.", "He met 200 Norlandic students.", True),
    ("He met 300 Norlandic students.", "He met 200 Sudlandic students.", False),
    ("He met 300 Norlandic students.", "He met 200 students.", True),
    ("He met 300 students.", "He met 200 teachers.", False),
    ("Police held 12 people.", "The flood killed 12 people.", False),
    ("Forty workers came.", "Exactly 43 employees came.", True),
    ("In 2019, 40 boats sank.", "In 2021, 50 boats sank.", False),
    ("The number of students fell from 900 to many.", "The number of students was 300.", False),
    ("It is 40 miles long.", "It weighs 40 tonnes.", False),
])  # fmt: skip
def test_comparable(first: str, second: str, expected: bool, make_article: MakeArticle) -> None:
    """Figures of other things, narrowed otherwise, of other years or from before a change are not compared."""
    (one,), (two,) = claims_of(make_article(first), "number"), claims_of(make_article(second), "number")
    assert comparable(one, two) is expected
    assert comparable(two, one) is expected
