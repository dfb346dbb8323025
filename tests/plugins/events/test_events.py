"""Which accounts tell of the same event, and when and where that was."""

from __future__ import annotations

import datetime
import random
from pathlib import Path

import pytest
import yaml
from digest.standard.events import group_articles, locate_event

from digest import Account

FILE = Path(__file__).parents[2] / "fixtures" / "events" / "stories.yaml"
STORIES = yaml.safe_load(FILE.read_text("utf-8"))
RUSSIAN = "Землетрясение у берегов Велморы\nВо вторник у северного берега Велморы произошло землетрясение.\n"


def accounts_of(story, tell) -> list[Account]:
    return [tell(entry["id"], entry["text"], entry.get("published")) for entry in story["accounts"]]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["name"])
def test_groups(story, tell) -> None:
    """The accounts of an event, and no others, are in one event."""
    events = group_articles(accounts_of(story, tell))
    wanted = {
        label: {entry["id"] for entry in story["accounts"] if entry["event"] == label} for label in story["events"]
    }
    found = [set(event.accounts) for event in events]
    assert sorted(map(sorted, found)) == sorted(map(sorted, wanted.values()))


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["name"])
def test_date_and_place(story, tell) -> None:
    """The date and place of an event are the story's own, not those of a page or a mention in passing."""
    labels = {entry["id"]: entry["event"] for entry in story["accounts"]}
    accounts = {account.id: account for account in accounts_of(story, tell)}
    for group in group_articles(list(accounts.values())):
        event = group.event(tuple(accounts[name] for name in group.accounts))
        expected = story["events"][labels[group.accounts[0]]]
        assert event.date == expected["date"]
        if "place" in expected:
            assert locate_event(event) == expected["place"]


def test_order_of_articles_does_not_matter(tell) -> None:
    """The same events come out, whatever the order in which the accounts come in."""
    accounts = [account for story in STORIES for account in accounts_of(story, tell)]
    shuffled = random.Random(1).sample(accounts, len(accounts))
    assert group_articles(accounts) == group_articles(shuffled)


def test_languages_are_kept_apart(tell) -> None:
    """Two articles of different languages are two events, even if one quotes the other at length."""
    text = STORIES[0]["accounts"][0]["text"]
    day = datetime.date(2031, 3, 4)
    accounts = [tell("english", text, day), tell("russian", RUSSIAN + text, day, "ru")]
    assert len(group_articles(accounts)) == 2


def test_small_words_of_other_languages_join_nothing(tell) -> None:
    """Two stories of one day in a language that few articles are in have more in common than that language's words."""
    day = datetime.date(2031, 3, 4)
    accounts = [
        tell(
            "harbour",
            "El puerto de Sarn cierra por la noche\n"
            "La alcaldesa de Sarn dijo que el puerto se cierra por la noche, y que los barcos que lleguen a las seis "
            "se quedan en la bahia con las luces encendidas, porque en el muelle no hay quien los reciba.\n",
            day,
            "es",
        ),
        tell(
            "bees",
            "Las abejas que no vuelven\n"
            "Los apicultores de la sierra dicen que se les va la mitad de las colmenas en el invierno, y que por la "
            "noche las que quedan no se oyen, porque en los campos de trigo no hay con que vivan.\n",
            day,
            "es",
        ),
    ]
    accounts += [account for story in STORIES[:3] for account in accounts_of(story, tell)]
    assert ("harbour",) in [group.accounts for group in group_articles(accounts)]


def test_undated_copies_are_one_event(tell) -> None:
    """Two copies of one story with no date at all are one event without a date."""
    text = "Bridge reopens\nThe swing bridge over the Calder at Farrow reopened after repairs to its hinges and deck.\n"
    [event] = group_articles([tell("one", text), tell("two", text)])
    assert event.date is None
    assert event.id == "bridge-reopens"


def test_a_town_named_by_all_is_the_place(tell) -> None:
    """It counts for a town that an account names it at its head, even if it does not say "in"."""
    texts = (
        "Clock tower burns\nFiremen fought a blaze in the clock tower in Port Ellery, Ohio, for six hours.\n",
        "Clock tower burns\nThe mayor of Port Ellery wept as firemen fought the blaze in the clock tower.\n",
        "Clock tower burns\nFor six hours Port Ellery watched firemen fight the blaze in its clock tower.\n",
    )
    accounts = tuple(tell(name, text) for name, text in zip("abc", texts, strict=True))
    [group] = group_articles(accounts)
    event = group.event(accounts)
    assert locate_event(event) == "Port Ellery, Ohio"


def test_no_articles_no_events() -> None:
    """An empty folder has no events."""
    assert list(group_articles([])) == []


def test_many_articles_find_their_events(tell) -> None:
    """Hundreds of pairs on as many days are told apart."""
    draw = random.Random(7)
    vocabulary = ["".join(draw.choices("bdfgklmnprstvz", k=3)) + draw.choice("aeiou") * 2 for _ in range(8000)]
    accounts = []
    for number in range(250):
        words = draw.choices(vocabulary, k=60)
        day = datetime.date(2030, 1, 1) + datetime.timedelta(days=number % 365)
        for outlet in "ab":
            text = " ".join(draw.sample(words, 50) + draw.choices(vocabulary, k=25))
            accounts.append(tell(f"{number}-{outlet}", f"Story {words[0]} {words[1]}\n{text.capitalize()}.\n", day))
    events = group_articles(accounts)
    assert sum(len(event.accounts) == 2 for event in events) > 247
