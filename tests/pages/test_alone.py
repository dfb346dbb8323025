"""What only one of the accounts has."""

from __future__ import annotations

import msgspec
from layouts import edition_of as edition

from digest.model import Comparison
from digest.pages.alone import only_one
from digest.pages.coverage import topic_rows
from digest.pages.views.statements import Stated


def test_what_only_one_account_has(ferries: Comparison) -> None:
    """Each account's own topics, and the people whom only it quotes."""
    found = {o.siglum.outlet: o for o in only_one(edition(ferries), topic_rows(edition(ferries)), {})}
    assert [name for name, _ in found["The Daily Lantern"].topics] == ["a call to resign", "fishermen"]
    assert [name for name, _ in found["The Daily Lantern"].speakers] == ["Jonas Brekke", "Sunniva Rask"]
    assert "Unnamed outlet" not in found


def test_what_only_one_account_states(ferries: Comparison) -> None:
    """Its statements are shown; of those whom only it quotes, the ones whose words are not among these."""
    edited = edition(ferries)
    lantern = ferries.event.accounts[2]
    place = edited.cite(lantern.quotes[0])
    statement = Stated(speaker="Sunniva Rask", words="Go", shown=place, citations=(place,))
    found = {o.siglum.outlet: o for o in only_one(edited, (), {lantern.id: (statement,)})}
    assert found["The Daily Lantern"].statements == (statement,)
    assert [name for name, _ in found["The Daily Lantern"].speakers] == ["Jonas Brekke"]


def test_people_alone_are_enough(ferries: Comparison) -> None:
    """An account is listed also if the people whom only it quotes are all that it has alone; others are not."""
    found = only_one(edition(ferries), (), {})
    assert [(o.siglum.outlet, o.statements, o.topics, o.more) for o in found] == [("The Daily Lantern", (), (), 0)]


def test_a_name_that_another_account_has_in_part_is_not_listed(ferries: Comparison) -> None:
    """Another account may call the same by another name, so one word of it elsewhere is enough; short ones are not."""
    lantern = ferries.event.accounts[2].article
    topic = next(topic for topic in ferries.topics if topic.name == "fishermen")

    def shown(name: str) -> bool:
        renamed = (msgspec.structs.replace(topic, name=name),)
        rows = topic_rows(edition(msgspec.structs.replace(ferries, topics=renamed)))
        found = {o.siglum.outlet: o for o in only_one(edition(ferries), rows, {})}
        return [name for name, _ in found[lantern.outlet or ""].topics] == [name]

    assert shown("Guild of Northern Anglers") is False  # "Northern" stands in another account, "of" is no part
    assert shown("Guild of Anglers")
    assert shown("angler’s catch")
    assert shown("GNA") is False  # another account may have it in full
    assert shown("Verrins") is False  # another account has "Verrin"


def test_one_account_has_nothing_alone(ferries: Comparison) -> None:
    """With a single account there is nothing that only one reports."""
    event = msgspec.structs.replace(ferries.event, accounts=ferries.event.accounts[:1])
    collation = msgspec.structs.replace(ferries.collation, event=event, alignments=(), reuse=())
    single = edition(msgspec.structs.replace(ferries, collation=collation, discrepancies=(), topics=()))
    assert only_one(single, topic_rows(single), {}) == ()
