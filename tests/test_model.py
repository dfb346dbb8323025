"""The values that flow through a build: what they tell beyond their fields."""

from __future__ import annotations

import datetime

import msgspec
import pytest

from digest import (
    Account,
    Article,
    Block,
    BlockKind,
    Claim,
    Collation,
    Document,
    Event,
    Group,
    Metadata,
    Passage,
    Reading,
    Reuse,
    Statement,
)
from digest.model import DEPENDENT, Discrepancy, fingerprint

TEXT = "Ferry late\nShe was late.\nSubscribe\nCat found\n"


def article(name: str, outlet: str | None = None, title: str | None = None) -> Article:
    """An article of four blocks: title, body, boilerplate, another story."""
    kinds: list[tuple[int, int, BlockKind]] = [
        (0, 10, "title"),
        (11, 24, "body"),
        (25, 34, "boilerplate"),
        (35, 44, "other_story"),
    ]
    metadata = Metadata(title=title, outlet=outlet)
    blocks = tuple(Block(start, end, kind, line, "test") for line, (start, end, kind) in enumerate(kinds, 1))
    return Article(name, Document(path=f"{name}.txt", text=TEXT, paragraphs=()), blocks, metadata)


def event(**outlets: str | None) -> Event:
    """An event with an account of each outlet, by its article's id."""
    accounts = tuple(Account(article(name, outlet), (), ()) for name, outlet in outlets.items())
    return Event(id="late", title="Late", date=None, place=None, accounts=accounts)


def reuse(first: Passage, second: Passage, share: float) -> Reuse:
    """Text that two articles share."""
    return Reuse(articles=(first.article, second.article), share=share, passages=((first, second),), rule="test")


def test_metadata_is_completed() -> None:
    """What is known stays, what is unknown is taken from the other, and neither is changed."""
    day = datetime.date(2031, 5, 6)
    mine, other = (
        Metadata(title="Late", draft=False),
        Metadata(title="On time", outlet="Post", published=day, draft=True),
    )
    assert mine.or_else(other) == Metadata(title="Late", outlet="Post", published=day, draft=False)
    assert mine == Metadata(title="Late", draft=False)


@pytest.mark.parametrize(
    ("start", "end", "touches"), [(0, 5, False), (0, 6, True), (6, 8, True), (9, 12, True), (10, 12, False)]
)
def test_passages_touch_if_they_share_a_character(start: int, end: int, touches: bool) -> None:
    """Ranges that only meet do not touch, nor do the same ranges of two articles."""
    one = Passage("a", 5, 10, "")
    assert one.touches(Passage("a", start, end, "")) is touches
    assert Passage("a", start, end, "").touches(one) is touches
    assert not one.touches(Passage("b", start, end, ""))


def test_an_article_knows_its_own_text() -> None:
    """Its own blocks are those that tell the story; without a title it goes by its path."""
    found = article("a")
    assert [block.kind for block in found.own_blocks] == ["title", "body"]
    assert [block.start for block in found.blocks_of("other_story", "body")] == [11, 35]
    assert (found.title, article("a", title="Ferry late").title) == ("a.txt", "Ferry late")
    assert found.passage(11, 14) == Passage("a", 11, 14, "She")
    assert found.passage(11, 14).span == (11, 14)


def test_what_is_derived_is_made_once() -> None:
    """A function is asked once for each value, and two functions are kept apart."""
    made: list[str] = []

    def words(one: Article) -> int:
        made.append(one.id)
        return len(one.text.split())

    def lines(one: Article) -> int:
        return len(one.text.splitlines())

    first, second = article("a"), article("b")
    assert [first.derived(words), first.derived(words), second.derived(words), first.derived(lines)] == [8, 8, 8, 4]
    assert made == ["a", "b"]


def test_bounds_of_a_claim_are_floats() -> None:
    """A plugin may give whole bounds; the claim is the same after the cache has kept it, to the byte."""
    claim = Claim("ferry", 0, 8, "40 boats", kind="number", value="40", low=40, high=40, sentence=(0, 8), rule="test")
    kept = msgspec.msgpack.decode(msgspec.msgpack.encode(claim), type=Claim)
    assert msgspec.json.encode(kept) == msgspec.json.encode(claim)
    assert type(claim.low) is type(claim.high) is float


def test_a_group_becomes_an_event() -> None:
    """The event has all that the group says, and the accounts."""
    day = datetime.date(2031, 5, 6)
    found = Group(id="late", title="Late", date=day, place="Helm", accounts=("a",)).event(event(a=None).accounts)
    assert (found.id, found.title, found.date, found.place) == ("late", "Late", day, "Helm")
    assert [account.id for account in found.accounts] == ["a"]


def test_unnamed_outlets_are_numbered_where_there_are_several() -> None:
    """A known outlet goes by its name, the only unknown one has no number."""
    several = event(a=None, b="Post", c=None)
    assert [several.outlet(name) for name in "abc"] == ["Unnamed outlet 1", "Post", "Unnamed outlet 2"]
    assert event(a=None, b="Post").outlet("a") == "Unnamed outlet"


def test_ids_depend_on_the_places_alone() -> None:
    """The order of passages and their words do not count; their articles, offsets and what is told apart do."""
    one, other = Passage("a", 0, 4, "late"), Passage("b", 2, 6, "late")
    assert fingerprint((one, other)) == fingerprint((other, Passage("a", 0, 4, "soon")))
    different = [(one,), (one, Passage("b", 2, 7, "")), (one, Passage("c", 2, 6, "")), (one, Passage("b", 1, 6, ""))]
    assert len({fingerprint((one, other)), fingerprint((one, other), "date"), *map(fingerprint, different)}) == 6


def test_a_difference_within_one_article_is_internal() -> None:
    """The scope follows from where the readings stand."""
    readings = tuple(Reading(name, at, at + 1, "x", value="x") for name, at in (("a", 0), ("a", 5), ("b", 0)))
    found = Discrepancy(
        kind="number", severity="imprecision", confidence=1.0, summary="s", explanation="e", readings=readings, rule="r"
    )
    assert found.scope == "cross-outlet"
    assert msgspec.structs.replace(found, readings=readings[:2]).scope == "internal"


def test_a_statement_is_made_where_its_evidence_is() -> None:
    """An article is named once, however often it states the same."""
    evidence = tuple(Passage(name, at, at + 1, "x") for name, at in (("a", 0), ("a", 5), ("b", 0)))
    assert Statement(kind="fact", text="x", evidence=evidence, rule="r").articles == {"a", "b"}


def test_articles_that_share_much_are_one_witness() -> None:
    """From `DEPENDENT` on two are one, and so are those that depend on one third; below, only what they share is."""
    passages = {name: Passage(name, 0, 10, "Ferry late") for name in "abcd"}
    pairs = (
        reuse(passages["a"], passages["b"], DEPENDENT),
        reuse(passages["b"], passages["c"], 0.9),
        reuse(passages["c"], passages["d"], DEPENDENT - 0.01),
    )
    collation = Collation(event(a=None, b=None, c=None, d=None), (), (), pairs)
    assert collation.witnesses == (("a", "b", "c"), ("d",))
    apart = Passage("d", 20, 30, "")
    assert collation.independent([passages["a"], passages["c"]]) == 1
    assert collation.independent([passages["a"], passages["d"]]) == 2
    assert collation.independent([passages["c"], passages["d"]]) == 1
    assert collation.independent([passages["c"], apart]) == 2
    assert collation.independent([]) == 0
