"""Figures and dates: which belong to one matter, how hard they differ, and what is never compared."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import msgspec
import pytest
from digest.standard.claims import extract_claims
from digest.standard.discrepancies import tag_discrepancies
from digest.standard.discrepancies.dates import event_date_detail, misdated_captions, page_dates
from digest.standard.discrepancies.days import differing_days
from digest.standard.discrepancies.deeds import differing_deeds
from digest.standard.discrepancies.disputes import disputed_crowds
from digest.standard.discrepancies.headlines import headline_figures
from digest.standard.discrepancies.measures import differing_measures
from digest.standard.discrepancies.tallies import differing_tallies, divided_or_unanimous
from digest.standard.discrepancies.tenures import differing_tenures
from digest.standard.discrepancies.weekdays import wrong_weekdays

from digest import Collation, Discrepancy, Event, Metadata, Passage, Person, Reuse

Collate = Callable[..., Collation]
DAY = datetime.date(2031, 5, 16)


def figures(collate: Collate, *texts: str, people: tuple[Person, ...] = ()) -> list[Discrepancy]:
    named = {name: f"Report\n\n{text}" for name, text in zip(("gazette", "mail", "echo"), texts, strict=False)}
    return list(differing_measures(collate(named, people, extract_claims=extract_claims)))


SIDE = " The council met in spring. Nobody spoke of it. A lawyer wrote letters. Rain fell. The mayor was away."


@pytest.mark.parametrize(
    ("first", "second", "severity"),
    [
        (
            "The flooded Orrin tunnel will cost $40 million to repair.",
            "Repair of the flooded Orrin tunnel will cost $55 million.",
            "contradiction",
        ),
        (
            "Some 1,200 striking harbour dockers marched to the Orrin gate.",
            "About 1,500 striking harbour dockers marched to the Orrin gate.",
            "imprecision",
        ),
        (
            "Up to 1,500 striking harbour dockers marched to the Orrin gate.",
            "As many as 1,400 striking harbour dockers marched to the Orrin gate.",
            "imprecision",
        ),
        (
            "The council bought a $43,250 bronze Orrin statue.",
            "A bronze Orrin statue was bought by the council for $43,000.",
            "consistent-but-different-granularity",
        ),
    ],
)
def test_figures_for_one_matter(collate: Collate, first: str, second: str, severity: str) -> None:
    """Figures that can't both be right contradict; an open hedge makes them imprecise, rounding makes them agree."""
    (found,) = figures(collate, first + SIDE, second + SIDE)
    assert found.severity == severity
    assert found.scope == "cross-outlet"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The tunnel will cost $40 million.", "A new ferry will cost $55 million."),
        ("Harbour dockers marched: 1,200 dockers at the Orrin gate.", "At the Orrin gate 1,500 students sang."),
        (
            "The flooded Orrin tunnel cost $40 million to repair.",
            "The flooded Orrin tunnel cost $400 million to repair.",
        ),
        (
            "The flooded Orrin tunnel cost $40 million, the Orrin bridge $55 million.",
            "The flooded Orrin bridge cost $55 million.",
        ),
        ("The Orrin tunnel repair took 40 workers.", "The Orrin tunnel repair took $55 million."),
        ("Lind scored for Orrin in the 18th minute.", "Orrin won it in the 36th minute."),
        ("The Orrin clinic fed mice for 10 weeks.", "Mice in the Orrin clinic took it for 10 months."),
        ("The boat has 40 hours of air left, Orrin said.", "At Orrin they had 20 hours of air left in the boat."),
        ("Orrin Steel shed 1,500 contract workers.", "Orrin Steel shed 2,900 workers."),
        ("Lind has 27 goals in the league this year.", "Lind has 35 goals in all cups this year."),
        ("Some 400,000 homes in Orrin were dark after the gale.", "After the gale 310,000 homes were dark."),
        ("In Spain 400,000 homes were dark after the gale.", "The gale left 310,000 homes in Portugal dark."),
        ("The bank cut by 50 points on 12 May.", "On 3 March the bank cut by 75 points."),
        ("Lind won 60% of the vote in the first round.", "Lind won 76% of the vote in the runoff."),
        ("The fund shrank by 30 jobs.", "The fund shrank by another 45 jobs."),
        ("Orrin Steel guards 900 jobs, out of 1,150 in all.", "Orrin Steel guards 1,150 jobs."),
        ("Dozens of striking harbour dockers marched.", "Scores of striking harbour dockers marched."),
        # A part, or what is left beside a part, is not the whole.
        ("The Orrin list names 28 other mayors.", "The Orrin list names 40 mayors."),
        ("The Orrin fire killed ten Danish sailors and two pilots.", "The Orrin fire killed 12 people."),
        ("The Orrin fire hurt many, including 20 children.", "The Orrin fire hurt some 30 people."),
        # The words of a unit say nothing of what is measured, and a state of some hour is not that of another.
        ("A tug of Orrin hauls 64 metric tons.", "The Velmar ferry lifts 105 metric tons."),
        ("Some 400,000 Orrin homes are dark after the gale.", "Still 390,000 Orrin homes are dark after the gale."),
        # What ought to be is not what is.
        ("The Orrin tower has to be 226 metres tall to count.", "The Orrin tower is 221 metres tall."),
        ("The Orrin dock law needs 50 votes to pass.", "The 60 votes needed for the Orrin dock law were there."),
        ("Orrin Left needs a net gain of six seats.", "Orrin Left would need a net gain of five seats."),
        # What a storm does changes by the hour; a count beside the other one in a sentence is not that one.
        ("The Orrin storm hit the quay with winds of 120 mph.", "The Orrin storm hit the quay with winds of 140 mph."),
        ("The Orrin jury held Marn guilty on eight of 18 counts.", "The Orrin jury held Marn guilty on eight counts."),
        # What one gains another loses; those that are added are not all.
        ("Some 20,000 dockers gained a pension in Orrin.", "In Orrin 22,000 dockers lost a pension."),
        ("Orrin hired three more pilots for the quay.", "Orrin hired four pilots for the quay."),
        # Each poll has a share of its own.
        (
            "A Gazette poll in May found that 61 percent of islanders want the Orrin tolls to end.",
            "A Mail/Echo News survey found that 68 percent of islanders want the Orrin tolls to end.",
        ),
        # Far apart, and nothing but the thing counted in common.
        ("Eighteen suspects are held in Orrin.", "Police know 31 suspects by name."),
    ],
)
def test_other_matters_never_meet(collate: Collate, first: str, second: str) -> None:
    """Other things counted, other units, other orders of size, lots, places, times, steps: no discrepancy."""
    assert figures(collate, first + SIDE, second + SIDE) == []


@pytest.mark.parametrize(("others", "count"), [(0, 1), (8, 0)])
def test_a_figure_that_few_of_many_give(collate: Collate, others: int, count: int) -> None:
    """Among the figures of many outlets two that are alike by chance are found: more must speak for a contradiction."""
    texts = {"gazette": f"Orrin\n\nFour senators were at the quay.{SIDE}", "mail": f"Orrin\n\nSix senators met.{SIDE}"}
    texts |= {f"echo{number}": f"Orrin\n\nThe quay was shut.{SIDE}" for number in range(others)}
    assert len(list(differing_measures(collate(texts, extract_claims=extract_claims)))) == count


def test_how_sure_figures_are_of_one_matter(collate: Collate) -> None:
    """The more two clauses share, the surer it is; some words around other words leave it open."""
    (sure,) = figures(
        collate,
        "Repair of the flooded Orrin tunnel will cost $40 million.",
        "Repair of the flooded Orrin tunnel will cost $55 million.",
    )
    (open_,) = figures(
        collate,
        "The club sold 250 tickets for the lantern walk on the quay.",
        "Children held most of the 200 tickets when the ferry band began to play.",
    )
    assert open_.confidence < 0.6 < 0.8 < sure.confidence


def test_an_account_that_gives_both_amounts_tells_them_apart(collate: Collate) -> None:
    """Two amounts that a third account gives both are of two moments, not a contradiction."""
    before, after = "Marn led Abney by 19 points in the Orrin cup.", "Marn led Abney by 15 points in the Orrin cup."
    assert len(figures(collate, before + SIDE, after + SIDE)) == 1
    assert figures(collate, before + SIDE, after + SIDE, f"{before}{SIDE} {after}") == []


def test_a_headline_leaves_the_hedge_to_the_text(collate: Collate) -> None:
    """An amount that an account hedges somewhere is meant so everywhere."""
    bare = "Some marched: 1,200 striking harbour dockers marched to the Orrin gate."
    hedged = f"{bare}{SIDE} About 1,200 striking harbour dockers marched to the Orrin gate."
    other = "The 1,260 striking harbour dockers marched to the Orrin gate."
    severities = [found.severity for text in (bare, hedged) for found in figures(collate, text + SIDE, other + SIDE)]
    assert severities == ["contradiction", "consistent-but-different-granularity"]


def of_outlets(told: Collation, *outlets: str) -> Collation:
    """The collation as told by these outlets, each account a day after the one before."""
    accounts = tuple(
        msgspec.structs.replace(
            account,
            article=msgspec.structs.replace(
                account.article, metadata=Metadata(outlet=outlet, published=DAY + datetime.timedelta(day))
            ),
        )
        for day, (account, outlet) in enumerate(zip(told.event.accounts, outlets, strict=True))
    )
    return msgspec.structs.replace(told, event=msgspec.structs.replace(told.event, accounts=accounts))


@pytest.mark.parametrize(("outlet", "count"), [("gazette", 0), ("mail", 1)])
def test_a_later_article_of_one_outlet_brings_the_earlier_up_to_date(collate: Collate, outlet: str, count: int) -> None:
    """What an outlet gives otherwise on another day is no contradiction; what another outlet gives is one."""
    told = collate(
        {
            "a": f"Cup\n\nMarn led Abney by 19 points in the Orrin cup.{SIDE}",
            "b": f"Cup\n\nMarn led Abney by 15 points in the Orrin cup.{SIDE}",
        },
        extract_claims=extract_claims,
    )
    assert len(list(differing_measures(of_outlets(told, "gazette", outlet)))) == count


def test_all_outlets_are_in_one_discrepancy(collate: Collate) -> None:
    """A third outlet that agrees with one of two is among the readings."""
    (found,) = figures(
        collate,
        "The flooded Orrin tunnel will cost $40 million to repair." + SIDE,
        "Repair of the flooded Orrin tunnel will cost $55 million." + SIDE,
        "To repair the flooded Orrin tunnel costs $55 million." + SIDE,
    )
    assert {reading.article: reading.value for reading in found.readings} == {
        "gazette": "$40 million",
        "mail": "$55 million",
        "echo": "$55 million",
    }
    assert found.summary == "Cost"


def test_figures_in_a_list_are_told_apart(collate: Collate) -> None:
    """Where a sentence has several sums, each is compared by the words next to it."""
    (found,) = figures(
        collate,
        "They spent $310 at Harrow Toys, $980 on Orrin Cruises and $5,600 at the Velmar Spa Resort." + SIDE,
        "A $5,700 stay at the Velmar Spa Resort was paid for by the council." + SIDE,
    )
    assert {reading.text for reading in found.readings if "5," in reading.text} == {r.text for r in found.readings}


@pytest.mark.parametrize(
    ("first", "second", "severities"),
    [
        (
            "In the Orrin tunnel fire 12 people were hurt.",
            "The fire in the Orrin tunnel: 19 people were hurt.",
            [],
        ),
        (
            "The flooded Orrin tunnel will cost $40 million to repair.",
            "Repair of the flooded Orrin tunnel will cost $55 million.",
            ["contradiction"],
        ),
    ],
)
def test_counts_of_different_days_may_have_changed(
    collate: Collate, first: str, second: str, severities: list[str]
) -> None:
    """What a later article counts is no difference, for counts grow; what something costs is."""
    (gazette,) = collate(
        {"gazette": f"Report\n\n{first}{SIDE}"}, extract_claims=extract_claims, published=DAY
    ).event.accounts
    (mail,) = collate(
        {"mail": f"Report\n\n{second}{SIDE}"},
        extract_claims=extract_claims,
        published=DAY + datetime.timedelta(2),
    ).event.accounts
    event = Event(id="event", title="Event", date=None, place=None, accounts=(gazette, mail))
    found = differing_measures(Collation(event, (), (), ()))
    assert [discrepancy.severity for discrepancy in found] == severities


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # A count of another order of size is no other candidate.
        ("The Orrin ferry had 312 people aboard; nine people sang.", "Boats of Orrin brought in 331 people."),
        # So is a figure that both accounts give.
        ("The union wants 9%. Velmar Rail has offered 5%.", "The union wants 9%. The offer of Velmar Rail is 4.5%."),
        # A part and its whole are told by the words after both.
        ("Orrin paid out $80 million of a $250 million loan for the Velmar wind farm.",
         "The Velmar wind farm gets $95 million of the loan."),
        # An amount in other units is the same amount.
        ("Flames took 9,400 hectares at Orrin.", "At Orrin 11,000 hectares, or 27,180 acres, burned."),
        # Depth is not distance.
        ("The quake struck 80 km from Orrin at a depth of 11 km.", "The Orrin quake was 15km deep, 80 km away."),
        ("Lind scored for Orrin in the 118th minute.", "Orrin won it in the 116th minute."),
        # One number in two units is a slip.
        ("The Orrin trial treated mice for 24 weeks.", "Mice in the Orrin trial took it for 24 months."),
        ("In Velmar turnout was 63 percent.", "The turnout in Orrin reached 68 percent."),
        # One course of things has one length, however it is told.
        ("The talks ended after less than an hour.", "They came out of a more than five-hour-long meeting."),
        ("The approximately five hours they spent together were warm.", "The meeting lasted two and a half hours."),
        ("The trial, which lasted 38 days, heard him.", "The trial went on for 41 days."),
        ("They sat down after a two-hour debate.", "By the stove they debated for three hours."),
    ],
)  # fmt: skip
def test_the_only_figures_of_their_sort(collate: Collate, first: str, second: str) -> None:
    """Figures that nothing else in the accounts could be meant by need few words in common."""
    assert len(figures(collate, first + SIDE, second + SIDE)) == 1


def test_sums_by_different_people(collate: Collate) -> None:
    """A figure of one person is not compared with that of another."""
    texts = ("Ida Lind cut $700 million from harbours.", "Tor Holm cut $880 million from harbours.")
    first = collate({name: f"Report\n\n{text}{SIDE}" for name, text in zip(("gazette", "mail"), texts, strict=True)},
                    extract_claims=extract_claims)  # fmt: skip
    people = named(first, "Ida Lind", "Tor Holm")
    assert figures(collate, *(text + SIDE for text in texts))
    assert figures(collate, *(text + SIDE for text in texts), people=people) == []


def test_meetings_of_other_people(collate: Collate) -> None:
    """Two meetings of one person with different others have lengths of their own."""
    texts = ("Ida Lind and Tor Holm met for two hours.", "Tor Holm and Ada Orr met for three hours.")
    bare = collate({name: f"Report\n\n{text}{SIDE}" for name, text in zip(("gazette", "mail"), texts, strict=True)})
    people = named(bare, "Ida Lind", "Tor Holm", "Ada Orr")
    assert figures(collate, *(text + SIDE for text in texts))
    assert figures(collate, *(text + SIDE for text in texts), people=people) == []


def test_an_answer_is_about_its_question(collate: Collate) -> None:
    """A figure in the paragraph after a question is about what was asked."""
    texts = ("Who will pay for the Orrin tunnel?\n\nThe council: $40 million.{}",
             "The council will pay $55 million for the Orrin tunnel.{}")  # fmt: skip
    assert len(figures(collate, *(text.format(SIDE) for text in texts))) == 1


def named(collation: Collation, *names: str) -> tuple[Person, ...]:
    people = []
    for name in names:
        family = name.split()[-1]
        mentions = [
            Passage(account.id, start, start + len(family), family)
            for account in collation.event.accounts
            for start in range(len(account.article.text))
            if account.article.text.startswith(family, start)
        ]
        people.append(Person(name=name, variants=(name, family), mentions=tuple(mentions)))
    return tuple(people)


def test_the_hours_of_two_people_are_of_one_meeting(collate: Collate) -> None:
    """Durations of hours that name the same two people are compared whatever the wording."""
    texts = {
        "gazette": "Talks\n\nMarn sat down with Abney and spent four hours settling the strike.",
        "mail": "Talks\n\nAbney called his talks with Marn, which lasted more than six hours, useful.",
    }
    bare = collate(texts)
    (found,) = differing_measures(collate(texts, named(bare, "Ilse Marn", "Tom Abney"), extract_claims=extract_claims))
    assert (found.kind, found.severity) == ("duration", "contradiction")


def test_day_of_the_event_in_different_detail(collate: Collate) -> None:
    """A weekday and a date that name the same day agree, and are told as such."""
    texts = {
        "gazette": "Talks\n\nThey met on Friday.",
        "mail": "Talks\n\nThey met on May 16.",
        "echo": "Talks\n\nNo day.",
    }
    (found,) = event_date_detail(collate(texts, extract_claims=extract_claims, date=DAY, published=DAY))
    assert found.severity == "consistent-but-different-granularity"
    assert [reading.value for reading in found.readings] == ["Friday", "May 16"]


def test_pictures_and_letters_do_not_name_the_day_of_the_event(collate: Collate) -> None:
    """An account's first words on the day count; the dates of pictures, posts and documents are their own."""
    texts = {
        "gazette": "Talks\n\nThey met on Friday.",
        "mail": "Talks\n\nA picture of May 16, 2031 shows it. They met on May 16. On Friday, May 16, it rained.",
        "echo": "Talks\n\nA letter dated May 16, 2031 lies there.",
    }
    (found,) = event_date_detail(collate(texts, extract_claims=extract_claims, date=DAY, published=DAY))
    assert [reading.value for reading in found.readings] == ["Friday", "May 16"]


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        ("The envoys of Velmar met on Friday.", "The Velmar envoys met on May 16.", ["Friday", "May 16"]),
        ("The envoys of Velmar met on Friday.", "On May 16 the harbour had its first ferry.", []),
    ],
)
def test_weekdays_without_a_page_date(collate: Collate, first: str, second: str, values: list[str]) -> None:
    """Where no account says when its page is from, a weekday is that of a date only among the same words."""
    texts = {"gazette": f"Talks\n\n{first}{SIDE}", "mail": f"Talks\n\n{second}{SIDE}"}
    found = event_date_detail(collate(texts, extract_claims=extract_claims, date=DAY))
    assert [reading.value for discrepancy in found for reading in discrepancy.readings] == values


def test_the_same_detail_is_not_worth_telling(collate: Collate) -> None:
    """Where all say Friday there is nothing to tell."""
    texts = {"gazette": "Talks\n\nThey met on Friday.", "mail": "Talks\n\nOn Friday they met."}
    assert list(event_date_detail(collate(texts, extract_claims=extract_claims, date=DAY))) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They met on Saturday, May 17, 2031.", []),
        ("They met on Friday, May 17, 2031.", ["Friday", "May 17, 2031"]),
        ("They met on Friday 17 May 2031.", ["Friday", "17 May 2031"]),
        ("They met on Friday, May 17.", []),
        ("They met on Friday. On May 17, 2031 it rained.", []),
    ],
)
def test_wrong_weekdays(collate: Collate, text: str, values: list[str]) -> None:
    """A weekday that the calendar does not have for the date beside it is a slip, if the year is printed."""
    found = list(wrong_weekdays(collate({"gazette": f"Talks\n\n{text}"}, extract_claims=extract_claims)))
    assert [reading.value for discrepancy in found for reading in discrepancy.readings] == values
    assert all((d.scope, d.severity) == ("internal", "likely-error") for d in found)


CAPTION = "CAPTION: Ilse Marn and Tom Abney shake hands in Velmar on the {day}."


@pytest.mark.parametrize(
    ("day", "values"),
    [
        ("9th", ["the 9th", "the 16th"]),
        ("16th", []),
        ("14th", []),
        # With its year a date is that of an old picture, unless it is next to the event's.
        ("9th of May, 2031", []),
        ("15th of May, 2031", ["the 15th of May, 2031", "the 16th"]),
    ],
)
def test_misdated_captions(collate: Collate, day: str, values: list[str]) -> None:
    """A caption with two people of the event together on a day that nobody else gives is likely a slip."""
    text = f"Talks\n\nIlse Marn met Tom Abney on the 16th. A strike began on the 14th.\n{CAPTION.format(day=day)}"
    people = named(collate({"gazette": text}), "Ilse Marn", "Tom Abney")
    found = list(misdated_captions(collate({"gazette": text}, people, extract_claims=extract_claims, date=DAY)))
    assert [reading.value for discrepancy in found for reading in discrepancy.readings] == values
    assert all(discrepancy.severity == "likely-error" for discrepancy in found)


def test_a_caption_of_one_person_may_be_of_another_day(collate: Collate) -> None:
    """A picture of one person says nothing about the day of a meeting."""
    text = "Talks\n\nIlse Marn met Tom Abney on the 16th.\nCAPTION: Ilse Marn in Velmar on the 9th."
    people = named(collate({"gazette": text}), "Ilse Marn", "Tom Abney")
    assert list(misdated_captions(collate({"gazette": text}, people, extract_claims=extract_claims, date=DAY))) == []


def test_pages_dated_long_after_the_event(collate: Collate) -> None:
    """A page dated a year after the day its text gives in full says so; one of the same week does not."""
    text = "Talks\n\nUpdated June 2, 2032\nThey met on Friday.\nCAPTION: They met in Velmar on May 16, 2031."
    late = collate({"gazette": text}, extract_claims=extract_claims, date=DAY, published=datetime.date(2032, 6, 2))
    soon = collate({"gazette": text}, extract_claims=extract_claims, date=DAY, published=datetime.date(2031, 5, 18))
    assert [reading.value for d in page_dates(late) for reading in d.readings] == ["June 2, 2032", "May 16, 2031"]
    assert list(page_dates(soon)) == []


def test_a_look_back_is_dated_long_after_the_event(collate: Collate) -> None:
    """An article whose weekdays are those of its own week looks back; nothing is wrong with its date."""
    text = "Talks\n\nUpdated June 2, 2032\nThey met in Velmar on May 16, 2031. On Monday a plaque was unveiled."
    back = collate({"gazette": text}, extract_claims=extract_claims, date=DAY, published=datetime.date(2032, 6, 2))
    assert list(page_dates(back)) == []


@pytest.mark.parametrize(
    ("first", "second", "severities"),
    [
        ("Ilse Marn resigned on Monday.", "Ilse Marn resigned on Tuesday.", ["contradiction"]),
        ("Ilse Marn resigned on Monday.", "Marn resigned on May 12.", ["consistent-but-different-granularity"]),
        ("Ilse Marn resigned on Monday.", "Ilse Marn resigned on Monday.", []),
        ("Ilse Marn resigned on Monday.", "Tom Abney resigned on Tuesday.", []),
        ("Ilse Marn spoke on Monday.", "Ilse Marn spoke on Tuesday.", []),
        ("Ilse Marn was not charged on Monday.", "Ilse Marn was charged on Tuesday.", []),
    ],
)
def test_deeds_that_are_done_once(collate: Collate, first: str, second: str, severities: list[str]) -> None:
    """Two days for what a person does once contradict; what can be done again, or was not done, does not."""
    texts = {
        "gazette": f"Strike\n\n{first} Ilse Marn smiled.",
        "mail": f"Strike\n\nIlse Marn and Tom Abney came. {second}",
    }
    bare = collate(texts)
    people = named(bare, "Ilse Marn", "Tom Abney")
    found = differing_deeds(collate(texts, people, extract_claims=extract_claims, date=DAY, published=DAY))
    assert [discrepancy.severity for discrepancy in found] == severities


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        ("Marn will be sentenced on June 21.", "Marn will be sentenced on 28 June.", ["June 21", "28 June"]),
        ("Marn will be sentenced on June 21.", "Marn will be sentenced on 21 June.", []),
        ("Marn will be sentenced on June 21.", "Marn was arrested on 28 June.", []),
        (
            "Marn will be sentenced on June 21. Abney will be sentenced on June 28.",
            "Marn will be sentenced on 28 June.",
            [],
        ),
        ("The baths shut on June 30.", "The baths stay open until July 31.", ["June 30", "July 31"]),
        ("The note is dated 3 March.", "The date on it is March 13.", ["3 March", "March 13"]),
        ("The Orrin Queen was built in 1994.", "The Orrin Queen, built in 1984, sank.", ["1994", "1984"]),
        ("The Orrin Queen was built in 1994.", "The baths were built in 1984.", []),
        ("The quake hit at 5:42 a.m. in Orrin.", "All clocks stopped at 5:24 a.m. there.", ["5:42 a.m.", "5:24 a.m."]),
        ("The quake hit at 5:42 a.m. in Orrin.", "Sunday's quake stopped all clocks at 5:24 a.m. there.", []),
        ("The last train left at 5:40 a.m. again.", "He left the bar at 11pm.", []),
        ("The Orrin mill, founded in 1817, burned.", "Orrin has had its mill since 1871.", ["1817", "1871"]),
        ("The study was published on Monday.", "On Tuesday the study was published.", ["Monday", "Tuesday"]),
        ("Marn spoke on Monday.", "Marn spoke on Tuesday.", []),
        # Other occasions, pictures and posts.
        ("The Orrin probe was launched on 3 May.", "The Orrin probe was launched on 9 August.", []),
        ("The Orrin probe was launched on 3 May.", "An earlier Orrin probe was launched on 9 May.", []),
        ("The Orrin law was published on 3 May.", "A picture published on 9 May shows the Orrin law.", []),
        ("The Orrin law was published on 3 May.", "Orrin law, published by @orrin on 9 May.", []),
        ("The Orrin law was published on 3 May.", "The Orrin law was published on 9 May.", ["3 May", "9 May"]),
        # The stamp of the page.
        ("Orrin law was published on 3 May.", "Published May 16, 2031 The Orrin law is out.", []),
        (
            "The quay licence was given to Orrin Power in September 2016.",
            "Orrin Power had its quay licence from October 2016.",
            ["September 2016", "October 2016"],
        ),
        (
            "Orrin Power, whose quay licence the council of Velmar and its mayor fear, met them in June 2016.",
            "In October 2016 a court heard of drains; the council of Velmar and its mayor fear Orrin Power's licence.",
            [],
        ),
    ],
)
def test_one_act_on_two_days(collate: Collate, first: str, second: str, values: list[str]) -> None:
    """The same act at two times contradicts, if no account has both; so do two times with the same digits."""
    texts = {"gazette": f"Trial\n\n{first}{SIDE}", "mail": f"Trial\n\n{second}{SIDE}"}
    found = differing_days(collate(texts, extract_claims=extract_claims, published=DAY))
    assert [reading.value for discrepancy in found for reading in discrepancy.readings] == values


@pytest.mark.parametrize(("outlet", "count"), [("gazette", 0), ("mail", 1)])
def test_an_outlet_does_not_date_an_act_otherwise_than_itself(collate: Collate, outlet: str, count: int) -> None:
    """Two articles of one outlet tell of two acts, or the later one corrects the earlier."""
    texts = {
        "a": f"Law\n\nThe Orrin law was published on 3 May.{SIDE}",
        "b": f"Law\n\nThe Orrin law was published on 9 May.{SIDE}",
    }
    told = of_outlets(collate(texts, extract_claims=extract_claims), "gazette", outlet)
    assert len(list(differing_days(told))) == count


OFFICE = "Ada Nilsen, the mayor of Orrin, spoke. Nilsen led the council {years}."


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        ("from 1967 to 1979", "from 1966 to 1978", ["1967–1979", "1966–1978"]),
        ("in 1967-79", "from 1966 until 1979", ["1967–1979", "1966–1979"]),
        ("from 1967 to 1979", "between 1967 and 1979", []),
        ("from 1967 to 1979", "from 1984 to 1992", []),
        ("in 2001-02", "in 2002-03", []),
        ("from 1967 to 1979 and from 1984 to 1992", "from 1966 to 1978", []),
    ],
)
def test_tenures(collate: Collate, first: str, second: str, values: list[str]) -> None:
    """Spans of years after one name differ if they are close; not seasons, nor two spans that one account has."""
    texts = {name: f"Mayors\n\n{OFFICE.format(years=years)}" for name, years in (("gazette", first), ("mail", second))}
    mayor = Person(
        name="Ada Nilsen", variants=("Ada Nilsen", "Nilsen"), mentions=(Passage("gazette", 8, 18, "Ada Nilsen"),)
    )
    found = differing_tenures(collate(texts, (mayor,)))
    assert [reading.value for discrepancy in found for reading in discrepancy.readings] == values


def test_headline_and_lead_support_each_other(collate: Collate) -> None:
    """An account that gives one figure in headline and lead says it once, and all accounts are in one discrepancy."""
    account = (
        "{count} dockers held in Orrin strike\n\nThe strike in Orrin went on, and {count} dockers had to wait.\n{side}"
    )
    texts = {
        name: account.format(count=count, side=SIDE) for name, count in (("gazette", 281), ("mail", 304), ("echo", 281))
    }
    (found,) = differing_measures(collate(texts, extract_claims=extract_claims))
    assert [reading.value for reading in found.readings] == ["281 dockers", "304 dockers", "281 dockers"]
    assert (found.severity, found.summary) == ("contradiction", "Number of dockers")


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        ("Turnout was 41 percent.", "Turnout was 47%, up from 38 percent.", ["41 percent", "47%"]),
        ("Turnout was 41 percent.", "Turnout was 47%, up from 38 percent in 2019.", ["41 percent", "47%"]),
        ("In all 1,214 adults took part.", "The trial had 1,241 people in it.", ["1,214 adults", "1,241 people"]),
        ("Marn won by 214 votes.", "Marn won by 160 votes.", ["214 votes", "160 votes"]),
        (
            "Turnout was 41 percent, in Orrin 52 percent.",
            "Turnout was 47%, in Orrin 55%.",
            ["41 percent", "47%"],
        ),
        ("Orrin offers a 31% premium to the closing price.", "Orrin offers a 37% premium to the average price.", []),
        ("One person spoke of the Orrin deal.", "Two officials spoke of the Orrin deal.", []),
    ],
)
def test_short_statements(collate: Collate, first: str, second: str, values: list[str]) -> None:
    """Statements of few words meet if all of them are shared, great counts if they are close, unless bases differ."""
    found = figures(collate, first + SIDE, second + SIDE)
    assert [reading.value for discrepancy in found for reading in discrepancy.readings] == values


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        ("Eight dockers slept at Orrin gate.", "Ten dockers slept at Orrin gate.", ["eight dockers", "ten dockers"]),
        (
            "In all 27 people were injured in the Orrin fire.",
            "The Orrin fire injured 31 people.",
            ["27 people", "31 people"],
        ),
        (
            "An 80-tonne crane fell on the Orrin quay.",
            "The crane that fell on the Orrin quay weighs 95 tonnes.",
            ["an 80-tonne crane", "95 tonnes"],
        ),
        ("Orrin Gas paid a $5,600 fine.", "Orrin Gas paid a fine of $5,900.", ["$5,600", "$5,900"]),
    ],
)
def test_figures_as_shown(collate: Collate, first: str, second: str, values: list[str]) -> None:
    """A figure is shown as a noun phrase that stands in the middle of a sentence."""
    (found,) = figures(collate, first + SIDE, second + SIDE)
    assert [reading.value for reading in found.readings] == values


def test_a_toll_that_was_open_may_rise(collate: Collate) -> None:
    """ "At least 12" on one day and 19 on the next agree."""
    early = collate(
        {"gazette": f"Fire\n\nThe Orrin tunnel fire killed at least 12 people.{SIDE}"},
        extract_claims=extract_claims,
        published=DAY,
    )
    late = collate(
        {"mail": f"Fire\n\nThe Orrin tunnel fire killed 19 people.{SIDE}"},
        extract_claims=extract_claims,
        published=DAY + datetime.timedelta(1),
    )
    accounts = (*early.event.accounts, *late.event.accounts)
    event = Event(id="event", title="Event", date=None, place=None, accounts=accounts)
    assert list(differing_measures(Collation(event, (), (), ()))) == []


@pytest.mark.parametrize(
    ("first", "second", "summary"),
    [
        ("The Orrin tunnel talks took three hours.", "The Orrin tunnel talks took five hours.", "Length of the talks"),
        (
            "The fire in the Orrin tunnel killed 12 people.",
            "In the fire in the Orrin tunnel 14 people died.",
            "Number of people killed",
        ),
        (
            "The Orrin tunnel got a loan of $40 million.",
            "The loan for the Orrin tunnel is $55 million.",
            "Amount of the loan",
        ),
        ("Turnout was 41 percent.", "Turnout was 47 percent.", "Percentage: turnout"),
        ("Orrin holders get $56 a share.", "Orrin holders get $58 a share.", "Amount per share"),
    ],
)
def test_summaries_of_figures(collate: Collate, first: str, second: str, summary: str) -> None:
    """A summary names what is measured in a short noun phrase."""
    (found,) = figures(collate, first + SIDE, second + SIDE)
    assert found.summary == summary


@pytest.mark.parametrize(
    ("headline", "values"),
    [
        ("Orrin tunnel fire hurt 19 dockers", ["19 dockers", "14 dockers"]),
        ("Orrin tunnel fire hurt 14 dockers", []),
        ("Orrin pays 19 dockers", []),
    ],
)
def test_a_headline_with_another_figure_than_the_text(collate: Collate, headline: str, values: list[str]) -> None:
    """A headline's figure that the text gives otherwise is likely a slip; another matter is none."""
    text = f"{headline}\n\nThe fire in the Orrin tunnel hurt 14 dockers on Friday.{SIDE}"
    found = list(headline_figures(collate({"gazette": text}, extract_claims=extract_claims)))
    assert [reading.value for discrepancy in found for reading in discrepancy.readings] == values
    assert all((discrepancy.severity, discrepancy.scope) == ("likely-error", "internal") for discrepancy in found)


def test_outlets_that_share_text_are_one_witness(collate: Collate) -> None:
    """Where outlets that give one value have their text from each other, the explanation says so."""
    story = {
        name: f"Report\n\nThe flooded Orrin tunnel cost ${cost} million.{SIDE}"
        for name, cost in (("gazette", 40), ("mail", 40), ("echo", 55))
    }
    reuse = Reuse(articles=("gazette", "mail"), share=0.9, passages=(), rule="r")
    (found,) = tag_discrepancies(collate(story, reuse=(reuse,), extract_claims=extract_claims))
    assert found.explanation.endswith("Gazette and Mail share text: 2 outlets, one witness.")


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        ("The council voted 5-4 to keep it.", "The council voted 6 to 3 to keep it.", ["5-4", "6 to 3"]),
        ("The council voted 5-4 to keep it.", "The council voted 5 to 4 to keep it.", []),
        ("The council voted 5-4 to keep it.", "The senate voted 52-48 to keep it.", []),
        ("The senate kept it 52-48, the council said.", "A 50-50 vote would keep it, the council said.", []),
        ("The council voted 54-46 to keep it.", "They hold a bare 52-48 majority in the council.", []),
        ("The council voted 54-46 to keep it.", "The council passed it by a 52-48 majority.", ["54-46", "52-48"]),
        ("The council voted 5-4 to keep it. It voted 7-2 to sell the hall.", "The council voted 6-3 to keep it.", []),
    ],
)
def test_one_vote_with_two_results(collate: Collate, first: str, second: str, values: list[str]) -> None:
    """The only vote of each account contradicts if as many voted and they divided otherwise."""
    texts = {"gazette": f"Council\n\n{first}{SIDE}", "mail": f"Council\n\n{second}{SIDE}"}
    found = differing_tallies(collate(texts, extract_claims=extract_claims))
    assert [reading.value for discrepancy in found for reading in discrepancy.readings] == values


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        (
            "The jury found for Marn by a majority of ten to two.",
            "The jury came back. Its verdict was unanimous.",
            ["ten to two", "unanimous"],
        ),
        ("One of the judges dissented.", "It was unanimous. The judges left.", ["dissented", "unanimous"]),
        ("The council voted 9-4 to shut the baths.", "The school board voted unanimously for a new roof.", []),
        ("The council voted 9-4 to shut the baths.", "The council sat by unanimous consent.", []),
        ("In a 1994 case the council voted 9-4 to shut the baths.", "The council was unanimous.", []),
        ("The council voted 9-4 to shut the baths.", "The council voted 9-4; it was unanimous on the roof.", []),
    ],
)  # fmt: skip
def test_divided_or_unanimous(collate: Collate, first: str, second: str, values: list[str]) -> None:
    """A body whose vote one account counts on two sides cannot have been unanimous in another; other bodies can."""
    texts = {"gazette": f"Baths\n\n{first}", "mail": f"Baths\n\n{second}"}
    found = divided_or_unanimous(collate(texts, extract_claims=extract_claims))
    assert [reading.value for discrepancy in found for reading in discrepancy.readings] == values


BOTH = "Police put the crowd at 12,000. Organisers said 60,000."


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        (BOTH, "The organisers spoke of 90,000.", ["60,000 (organisers)", "90,000 (organisers)"]),
        (BOTH, "There were 60,000 of us.", ["12,000 (police)", "60,000 (organisers)", "60,000"]),
        (BOTH, BOTH, []),
        (BOTH, "It rained.", []),
        ("Police put the crowd at 12,000.", "There were 60,000 of us.", []),
    ],
)
def test_disputed_crowds(collate: Collate, first: str, second: str, values: list[str]) -> None:
    """A crowd that two sides count is told with who counts; without a second side nothing is disputed."""
    texts = {"gazette": f"March\n\n{first}", "mail": f"March\n\n{second}"}
    found = disputed_crowds(collate(texts, extract_claims=extract_claims))
    assert [reading.value for discrepancy in found for reading in discrepancy.readings] == values


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # A distance has two ends, and a unit tells of none.
        (
            "A baker stood 20 metres from the Orrin tram.",
            "When the tram stopped, a nurse was 35 metres away from the mill.",
        ),
        ("Velmar is 3,100 kilometres from Tarn.", "The rocket fell into the sea 2,000 kilometres east of Cape Ossa."),
        # Prices are those of an hour.
        ("Orrin shares fell to $63.20 at midday.", "Orrin shares fell to $65.10 at 9:34 a.m."),
    ],
)
def test_measures_of_other_things(collate: Collate, first: str, second: str) -> None:
    """Measures whose clauses share no word, or that are those of other hours, are not opposed."""
    assert not figures(collate, first + SIDE, second + SIDE)


def test_one_amount_in_two_units_is_one_difference(collate: Collate) -> None:
    """A figure in brackets after the same in another unit gives no second difference."""
    first = "The Orrin camp lies 40 km (25 miles) south of the border."
    second = "The Orrin camp lies 64 km (40 miles) south of the border."
    assert len(figures(collate, first + SIDE, second + SIDE)) == 1
