"""Topics: what is named, what covers it, and in which order."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from digest.standard.topics import FEWEST, map_topics
from msgspec.structs import replace

from digest import Claim, Collation, Person, Topic

Collate = Callable[..., Collation]

HARBOUR = """Harbour strike enters second week

Dockers in Velmar stopped work on Monday over safety rules. The port authority said fuel imports were at risk.
The Federal Maritime Board (FMB) asked for calm. “The crane inspections were skipped,” said Ilse Marn."""
COAST = """Velmar dockers stay out

The strike over crane inspections goes on. A spokesman for the FMB said talks would resume.
A crane inspection takes a day. Tourism has not suffered in Velmar, said the University of Velmar."""


def covers(topic: Topic) -> list[str]:
    return sorted({passage.article for passage in topic.evidence})


def by_name(collation: Collation) -> dict[str, Topic]:
    return {topic.name: topic for topic in map_topics(collation)}


def test_names_and_noun_phrases_are_topics(collate: Collate) -> None:
    """Names and noun phrases of the text become topics; days, reporting verbs and vague nouns do not."""
    topics = by_name(collate({"harbour": HARBOUR, "coast": COAST}))
    assert {"Velmar", "crane inspections", "Federal Maritime Board", "fuel imports"} <= set(topics)
    assert not {"Monday", "said", "day", "week", "second week", "spokesman", "risk"} & {name.lower() for name in topics}


def test_a_long_name_after_a_possessive_is_evidence(collate: Collate) -> None:
    """An account that says "Velmar's Hall of the Old Guilds" mentions the hall."""
    texts = {
        "harbour": "Talks open\nThe Hall of the Old Guilds was full when the talks opened on Monday.",
        "coast": "Talks begin\nDelegates met in Velmar’s Hall of the Old Guilds on Monday, and left at night.",
    }
    topics = by_name(collate(texts))
    assert {passage.article for passage in topics["Hall of the Old Guilds"].evidence} == {"harbour", "coast"}


def test_plural_and_singular_are_one_topic(collate: Collate) -> None:
    """Forms of one noun meet in one topic."""
    topics = by_name(collate({"harbour": HARBOUR, "coast": COAST}))
    forms = [passage.text for passage in topics["crane inspections"].evidence]
    assert forms == ["crane inspections", "crane inspections", "crane inspection"]


def test_what_happened_is_a_topic_by_its_noun(collate: Collate) -> None:
    """A noun that is also a verb counts where an article or a number makes it a noun, and nowhere else."""
    texts = {
        "harbour": "Quay night\nThere were 31 arrests by the crane. The wind was light, and nobody dared to run.",
        "coast": "Quay dawn\nPolice counted 30 arrests at the gate, before cats run out and dockers push again.",
    }
    topics = by_name(collate(texts))
    assert covers(topics["arrests"]) == ["coast", "harbour"]
    assert "wind" in topics
    assert not {"run", "push"} & set(topics)


def test_sorts_of_people_are_topics_but_not_those_who_tell(collate: Collate) -> None:
    """Parties to the news in the plural count; reporters, officials and a single one of them do not."""
    text = "Quay night\nMarn told reporters that prosecutors would meet officials, and sent a lawyer to the quay."
    assert {"prosecutors", "reporters", "officials", "lawyer"} & set(by_name(collate({"harbour": text}))) == {
        "prosecutors"
    }


def test_a_noun_that_begins_a_sentence_is_no_name(collate: Collate) -> None:
    """ "Cranes" at the head of a sentence and "cranes" inside another are one topic."""
    texts = {
        "harbour": "Quay night\nOn Monday the cranes stood still. Cranes cost money.",
        "coast": "Quay dawn\nCranes hung over the quay. Nobody moved.",
    }
    topics = by_name(collate(texts))
    assert covers(topics["cranes"]) == ["coast", "harbour"]
    assert "Cranes" not in topics


def test_initials_cover_their_long_form(collate: Collate) -> None:
    """An article that has only the initials covers the topic that another spells out."""
    topics = by_name(collate({"harbour": HARBOUR, "coast": COAST}))
    assert covers(topics["Federal Maritime Board"]) == ["coast", "harbour"]
    assert "FMB" not in topics


def test_initials_that_the_text_says_a_name_goes_by(collate: Collate) -> None:
    """They need not be those of its words."""
    first = "New rules\n\nCrews of the Harbour League, also known as HARL or HALE, met. The Harbour League is old."
    second, third = "Delays\n\nOn Monday HALE met the crews.", "Old piers\n\nOn Friday HARL met them on the quay."
    topics = by_name(collate({"a": first, "b": second, "c": third}))
    assert covers(topics["Harbour League"]) == ["a", "b", "c"]
    assert not {"HARL", "HALE"} & topics.keys()


def test_a_word_that_only_begins_sentences_is_no_name(collate: Collate) -> None:
    """Unless another account has it inside a sentence."""
    first = "New rules\n\nContrary to them, the quay is shut. Brightwell runs it with old crews."
    topics = by_name(collate({"a": first, "b": "Delays\n\nOn Monday the crews of Brightwell met on the quay."}))
    assert "Contrary" not in topics
    assert "Brightwell" in topics


def test_lower_case_long_form_takes_its_initials(collate: Collate) -> None:
    """The long form may be a common phrase."""
    first = "New rules\n\nThe port will use optical recognition (OR) from June. The OR gear is on order."
    topics = by_name(collate({"a": first, "b": "Delays\n\nThe OR gear failed."}))
    assert covers(topics["optical recognition"]) == ["a", "b"]


def test_part_of_a_longer_name_is_no_evidence(collate: Collate) -> None:
    """A university named after a city does not cover the city."""
    topics = by_name(
        collate({"a": "Port\n\nShips left Velmar.", "b": "Study\n\nA team at the University of Velmar said so."})
    )
    assert covers(topics["Velmar"]) == ["a"]


def test_a_person_is_one_topic_under_every_variant(collate: Collate) -> None:
    """Short and full name of a person count as one topic, under the canonical name."""
    collation = collate(
        {"a": "Talks\n\nThey spoke with Ilse Marn.", "b": "Talks\n\nOn the quay Marn waited."},
        people=(Person(name="Ilse Marn", variants=("Ilse Marn", "Marn"), mentions=()),),
    )
    assert covers(by_name(collation)["Ilse Marn"]) == ["a", "b"]


def test_sums_of_money_are_topics(collate: Collate) -> None:
    """A sum is a topic; two spellings of one sum are one."""
    texts = {"a": "Cost\n\nThe quay cost $40 million.", "b": "Cost\n\nIt took 40 million dollars."}
    claims = [
        Claim("a", 19, 30, "$40 million", kind="money", value="40000000 USD", sentence=(6, 31), rule="test"),
        Claim("b", 14, 32, "40 million dollars", kind="money", value="40000000 USD", sentence=(6, 33), rule="test"),
    ]
    topics = by_name(collate(texts, claims=claims))
    assert covers(topics["$40 million"]) == ["a", "b"]


def test_all_of_something_is_no_figure(collate: Collate) -> None:
    """A share is a topic, but not 100%."""
    claims = [
        Claim("a", 6, 9, "40%", kind="percent", value="40", sentence=(6, 30), rule="test"),
        Claim("a", 26, 30, "100%", kind="percent", value="100", sentence=(6, 30), rule="test"),
    ]
    topics = by_name(collate({"a": "Cost\n\n40% is shut, and not 100% of it."}, claims=claims))
    assert "40%" in topics
    assert "100%" not in topics


def test_other_stories_are_no_evidence(collate: Collate) -> None:
    """Text of another story on the page covers nothing."""
    texts = {"a": "Port\n\nThe lock gates leak.", "b": "Port\n\nThe lock gates hold.\nOTHER: Zoo elephants escape"}
    names = by_name(collate(texts))
    assert any("lock gates" in name for name in names)
    assert not any("elephant" in name for name in names)


def test_addresses_are_no_evidence(collate: Collate) -> None:
    """What stands in an address, a handle or a hashtag is nothing that the account speaks of."""
    text = (
        "Port\n\nSee https://port.example/Velmar/Zbq7Gates or ask @DockCrewVelmar about the #SluiceGate and the lock."
    )
    assert not any(
        word in name for name in by_name(collate({"a": text})) for word in ("Zbq", "Crew", "https", "Sluice")
    )


def test_what_all_share_stands_before_what_one_mentions_once(collate: Collate) -> None:
    """A term of every article ranks above a term that one article has once."""
    names = list(by_name(collate({"harbour": HARBOUR, "coast": COAST})))
    assert names.index("Velmar") < names.index("fuel imports")


def test_a_part_of_a_longer_term_is_left_out(collate: Collate) -> None:
    """A phrase that only occurs inside a longer one adds nothing."""
    text = "Port\n\nThe tidal barrier plan failed. A tidal barrier plan costs money."
    names = list(by_name(collate({"a": text})))
    assert [name for name in names if "tidal" in name] == ["tidal barrier"]


def test_a_short_event_has_a_short_list(collate: Collate) -> None:
    """The list grows with the text, so that a page stays readable."""
    text = "Names\n\n" + " ".join(f"They met Ada Brook{letter} there." for letter in "abcdefghijklmnopqrstuvwxyz")
    assert len(by_name(collate({"a": text}))) == FEWEST


def test_nothing_is_found_in_an_empty_text(collate: Collate) -> None:
    """An article with a title alone has no topics to compare."""
    assert by_name(collate({"a": "No"})) == {}


@pytest.mark.parametrize(
    ("sentences", "topics", "none"),
    [
        ("Divers tried to salvage the barge. They will salvage what this salvage crew left.", "barge", "salvage"),
        ("The tidal gate shut. A tidal wave hit the quay, in the tidal basin. It was tidal.", "quay", "tidal"),
        ("A lorry carrying bricks sank. The lorry was old.", "lorry", "lorry carrying"),
        ("A decision that happens in Velmar concerns the quay. This happens at the quay.", "quay", "happens"),
        ("Boys hurled pebbles at the quay. Gulls fled the boys who hurled pebbles.", "quay", "hurled pebbles"),
        ("The quay strike continues. Nobody thinks that the quay strike continues.", "quay strike", "strike continues"),
        ("The law may require tugs at the quay. Laws that require tugs are old.", "quay", "require tugs"),
        ("The quay was shut (Getty Images). The mayor told Reuters so.", "quay", "Getty Images"),
        ("The quay was shut (Getty Images). The mayor told Reuters so.", "quay", "Reuters"),
        ("The quay is Northern, they said. Its Northern guests left.", "guests", "Northern"),
        ("HATS OFF Velmar wins the cup at the quay.", "quay", "HATS OFF Velmar"),
        ("CLOSE Ilse Marn at the quay.", "quay", "CLOSE Ilse Marn"),
    ],
)
def test_words_that_name_nothing_are_no_topics(collate: Collate, sentences: str, topics: str, none: str) -> None:
    """Verbs, adjectives, credits, and calls in capitals are no topics."""
    found = by_name(collate({"harbour": f"Harbour news\n{sentences}", "coast": f"Coast news\n{sentences}"}))
    assert topics in {name.removeprefix("the ") for name in found}
    assert none not in found


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        ("Verá", "VERA", "Verá"),
        ("UN Harbour Council", "U.N. Harbour Council", "UN Harbour Council"),
        ("Velmar Otters", "Otters", "Velmar Otters"),
    ],
)
def test_spellings_of_a_name_are_one_topic(collate: Collate, one: str, other: str, name: str) -> None:
    """Accents, capitals, the points of initials and a team's town make no second topic."""
    texts = {
        "harbour": f"Harbour news\nThe quay of {one} was shut. So was all of {one} on Monday.",
        "coast": f"Coast news\nPeople say the quay near {other} was shut on Monday.",
    }
    found = by_name(collate(texts))
    assert [topic for topic in (one, other) if topic in found] == [name]
    assert covers(found[name]) == ["coast", "harbour"]


def test_a_family_name_is_the_person_of_another_account(collate: Collate) -> None:
    """An account that gives the family name alone covers the one person of that name."""
    texts = {
        "harbour": "Harbour news\nIlse Marn, 44, opened the quay. Ms. Marn left.",
        "coast": "Coast news\nThe quay was opened, and Marn left at night.",
    }
    found = by_name(collate(texts))
    assert covers(found["Ilse Marn"]) == ["coast", "harbour"]
    assert "Marn" not in found


def test_the_outlets_of_an_event_are_no_topics(collate: Collate) -> None:
    """An account that names its own paper says nothing of the event."""
    collation = collate({"harbour": "Harbour news\nThe quay was shut, the Velmar Courier has learned."})
    assert "Velmar Courier" in by_name(collation)
    account = collation.event.accounts[0]
    article = replace(account.article, metadata=replace(account.article.metadata, outlet="Velmar Courier"))
    event = replace(collation.event, accounts=(replace(account, article=article),))
    assert "Velmar Courier" not in by_name(replace(collation, event=event))


def test_spellings_of_one_term_are_one_topic(collate: Collate) -> None:
    """British and American spelling, a compound apart or together and the Arabic article make no other topic."""
    texts = {
        "harbour": "Quay hit\nThe air strikes on the harbour centre of al-Qasr hit a warehouse. Labour rules were cut.",
        "coast": "Quay hit\nThe airstrikes on the harbor center of Qasr hit a warehouse. The labor rules were cut.",
    }
    topics = by_name(collate(texts))
    shared = [sorted(covers(topic)) for name, topic in topics.items() if "strike" in name or "Qasr" in name]
    assert shared == [["coast", "harbour"]] * 2
    assert covers(topics["labor rules"] if "labor rules" in topics else topics["Labour rules"]) == ["coast", "harbour"]


def test_sources_of_the_news_are_no_topics(collate: Collate) -> None:
    """Outlets that accounts cite are no topics, unless headlines are about them."""
    body = "Ilse Marn told CNN and the Velmar Post that the crane was safe. She told the Post so twice."
    names = set(by_name(collate({"harbour": f"Crane is safe\n{body}", "coast": f"Crane inspected\n{body}"})))
    assert "Ilse Marn" in names
    assert not {"CNN", "Velmar Post", "Post"} & names
    texts = {"harbour": f"Velmar Post is sold\n{body}", "coast": f"Buyer for the Velmar Post\n{body}"}
    assert "Velmar Post" in by_name(collate(texts))


def test_what_is_joined_to_a_name_is_no_name(collate: Collate) -> None:
    """A company has one topic with and without its legal form; "Velmar-based" and "Apparently" make no other of it."""
    texts = {
        "harbour": "Crane sold\nThe crane was sold to Brightwell Ltd on Monday. Apparently Brightwell paid at once.",
        "coast": "Crane bought\nThe crane was bought by Velmar-based Brightwell on Monday, said Ilse Marn.",
    }
    names = by_name(collate(texts))
    assert [name for name in names if "Brightwell" in name] == ["Brightwell"]
