"""Names in two spellings, opposed statements."""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec
import pytest
from digest.standard.discrepancies.names import other_given_names, spelt_otherwise
from digest.standard.discrepancies.relatives import relatives_spelt_otherwise
from digest.standard.discrepancies.repeats import told_once
from digest.standard.discrepancies.slips import misspelt_names
from digest.standard.discrepancies.spellings import misspelt_things
from digest.standard.discrepancies.statements import opposed_statements

from digest import Collation, Discrepancy, Metadata, Passage, Person, Quote, Reading

Collate = Callable[..., Collation]

DID = {"gazette": "approved", "mail": "rejected"}


@pytest.mark.parametrize(
    ("text", "spellings"),
    [
        ("Maria Ostrander, a professor, spoke first. “It leaks,” Ostrender said.", ["Maria Ostrander", "Ostrender"]),
        ("Maria Ostrander, a professor, spoke first. “It leaks,” Ostrander said.", []),
        ("Maria Ostrander, a professor, met Joan Ostrender, a lawyer. Ostrender left.", []),
        ("Maria Ostrander, a professor, spoke to the Ostranders.", []),
        ("Mr. Covan spoke. Covan left, and Covan wrote. “It leaks,” Coven said.", ["Covan", "Coven"]),
        ("Maria Ostrander, a professor, spoke first. Astrander was silent.", []),
        ("Ms. Anna Wells and her daughter, Ann Wells, spoke.", []),
        ("Ada Wenbo, a singer, left. Fans mourned her on Weibo. Weibo shut the page.", []),
        ("François Ollander, a baker, spoke first. “It leaks,” Francois Ollander said.", []),
        ("Kan Delane, a baker, spoke first. “It leaks,” DeLane said.", []),
        ("Kevin O’Brient, a baker, spoke first. “It leaks,” O'Brient said.", []),
        ("Karla Seabirds, a baker, spoke of SeabirdsX.", []),
        ("Karl Danish, a farmer, spoke of Danes and of Danish butter.", []),
        ("Omar Nur Al-Haddid, a baker, spoke. Once Al-Hadid sang.", ["Omar Nur Al-Haddid", "Al-Hadid"]),
        ("Ada Davis, a baker, spoke first. David sang.", []),
        ("Afra Vollani, a guard, fled the town of Vollane. Vollane fell.", []),
        ("Marko Dovin, a baker, spoke first. It was a Dovik’s Cube, she wrote.", []),
        ("Maria Velamor, a painter, spoke first. Everybody saw the Velamer fall.", []),
        (
            "He met Hassul in 1994. President Hassul Ostrin spoke. President Hasul Ostrin sang.",
            ["Hassul Ostrin", "Hasul Ostrin"],
        ),
        ("Maria Ostrander, a professor, spoke first. “It leaks,” @Ostrender wrote.", []),
        ("Morvald bin Kasim feared Jon Morvalt, a guard. Once Morvald wrote of him.", []),
    ],
)
def test_misspelt_names(collate: Collate, text: str, spellings: list[str]) -> None:
    """A letter or two of difference is a slip, unless the other form is someone of its own or a plural."""
    found = list(misspelt_names(collate({"gazette": f"Leaks\n\n{text}"})))
    assert [reading.value for discrepancy in found for reading in discrepancy.readings] == spellings
    assert all((d.scope, d.severity) == ("internal", "likely-error") for d in found)


def person(collation: Collation, name: str) -> Person:
    """A person with every mention of the family name, and with what stands before it if that is a name."""
    family = name.split()[-1]
    mentions = [
        Passage(account.id, match.start(), match.end(), match[0])
        for account in collation.event.accounts
        for match in re.finditer(rf"(?:\b[A-Z]\w*\.? )?{family}", account.article.text)
    ]
    return Person(name=name, variants=(name, family), mentions=tuple(mentions))


OFTEN = " Then Abney left. Later Abney wrote."


@pytest.mark.parametrize(
    ("gazette", "mail", "values"),
    [
        ("Theodore Abney spoke." + OFTEN, "Ted Abney spoke." + OFTEN, ["Theodore", "Ted"]),
        ("Theodore Abney spoke." + OFTEN, "T. Abney spoke." + OFTEN, []),
        ("Theodore Abney spoke." + OFTEN, "Mayor Abney spoke." + OFTEN, []),
        ("Theodore Abney spoke." + OFTEN, "Theodore Abney spoke." + OFTEN, []),
        ("Theodore Abney spoke.", "Ted Abney spoke.", []),
        ("Allan Abney spoke.", "Alan Abney spoke.", ["Allan", "Alan"]),
    ],
)
def test_other_given_names(collate: Collate, gazette: str, mail: str, values: list[str]) -> None:
    """A short and a long first name are told, not an initial or a title, and not of people named in passing."""
    texts = {"gazette": f"Port\n\n{gazette}", "mail": f"Port\n\n{mail}", "echo": "Port\n\nMr. Abney spoke."}
    people = (person(collate(texts), "Theodore Abney"),)
    found = list(other_given_names(collate(texts, people)))
    assert [reading.value for discrepancy in found for reading in discrepancy.readings] == values
    assert all(discrepancy.severity == "wording-only" for discrepancy in found)


def test_a_first_name_in_a_quotation_is_its_speakers(collate: Collate) -> None:
    """How somebody who is quoted calls a person is not how the outlet does."""
    texts = {"gazette": f"Port\n\n“Ted Abney lies,” Orr said.{OFTEN}", "mail": f"Port\n\nTheodore Abney spoke.{OFTEN}"}
    people = (person(collate(texts), "Theodore Abney"),)
    assert len(list(other_given_names(collate(texts, people)))) == 1
    said = Quote("gazette", 7, 21, "Ted Abney lies", kind="direct", speaker="Orr", rule="marks")
    assert list(other_given_names(collate(texts, people, quotes=[said]))) == []


@pytest.mark.parametrize(
    ("gazette", "mail", "severities"),
    [
        ("Maria Ostrander", "Maria Ostrender", ["likely-error"]),
        ("Yelena Ostrander", "Jelena Ostrander", ["wording-only"]),
        ("Maarten Hoekzema", "Martin Hoeksma", ["likely-error"]),
        ("Inês Falcão-Orr", "Ines Falcao Orr", []),
        ("John Ostrander", "Joan Ostrander", []),
        ("Kim Ostrander", "Lee Ostrander", []),
        ("Mohammed Ostrander", "Mohamed Ostrander", ["wording-only"]),
        ("Maria Ostrander", "Maria Ostlund", []),
        ("Ostria Harbour Guard", "Ostrian Harbour Guard", []),
        ("Maria Gradden", "Maria Bradden", []),
        ("Maria Dorl", "Maria Dorn", []),
        ("Maria Ostrander", "Maria OstranderTV", []),
    ],
)
def test_spelt_otherwise(collate: Collate, gazette: str, mail: str, severities: list[str]) -> None:
    """A name that outlets spell otherwise is told; two known first names, or accents alone, are no slip."""
    texts = {"gazette": f"Port\n\n{gazette} spoke.", "mail": f"Port\n\n{mail} spoke."}
    people = tuple(
        Person(name=name, variants=(name,), mentions=(Passage(article, 6, 6 + len(name), name),))
        for article, name in (("gazette", gazette), ("mail", mail))
    )
    found = list(spelt_otherwise(collate(texts, people)))
    assert [discrepancy.severity for discrepancy in found] == severities
    both = {"gazette": f"Port\n\n{gazette} met {mail}.", "mail": f"Port\n\n{mail} spoke."}
    second = Passage("gazette", 11 + len(gazette), 11 + len(gazette) + len(mail), mail)
    known = (people[0], Person(name=mail, variants=(mail,), mentions=(second, *people[1].mentions)))
    assert list(spelt_otherwise(collate(both, known))) == []


def test_who_lives_in_a_country_is_no_slip(collate: Collate) -> None:
    """Not even where an account writes of the country as of a person."""
    told = "The boats of Sweden left. A flag of Sweden flew. The king of Sweden sang. Swedes danced."
    texts = {"gazette": told, "mail": "Mr. Sweden, a baker, spoke. “It leaks,” Sweden said."}
    assert list(misspelt_names(collate({outlet: f"Leaks\n\n{text}" for outlet, text in texts.items()}))) == []


def test_a_spelling_that_several_outlets_have_is_no_slip(collate: Collate) -> None:
    """Two transliterations that two outlets each print are other words; one outlet alone has perhaps made a slip."""
    texts = {"gazette": "Ada Vollanov", "mail": "Ada Vollanoff", "echo": "Ada Vollanov", "lantern": "Ada Vollanoff"}
    texts = {outlet: f"Port\n\n{name} spoke on Monday." for outlet, name in texts.items()}

    def severity(shown: dict[str, str]) -> str:
        people = tuple(
            Person(
                name=name,
                variants=(name,),
                mentions=tuple(
                    Passage(outlet, text.index(name), text.index(name) + len(name), name)
                    for outlet, text in shown.items()
                    if f"{name} " in text
                ),
            )
            for name in ("Ada Vollanoff", "Ada Vollanov")
        )
        (found,) = spelt_otherwise(collate(shown, people))
        return found.severity

    assert severity(texts) == "wording-only"
    assert severity({outlet: text for outlet, text in texts.items() if outlet != "lantern"}) == "likely-error"


def test_a_father_is_no_misspelling_of_his_daughter(collate: Collate) -> None:
    """Who stands beside somebody of a like name in one outlet is not her under another spelling in the next."""
    texts = {
        "gazette": "Port\n\nDorvella Ostrander and Dorvell Ostrander spoke.",
        "mail": "Port\n\nDorvvella Ostrander.",
    }
    people = tuple(
        Person(name=name, variants=(name,), mentions=(Passage(article, start, start + len(name), name),))
        for article, start, name in (
            ("gazette", 6, "Dorvella Ostrander"),
            ("gazette", 29, "Dorvell Ostrander"),
            ("mail", 6, "Dorvvella Ostrander"),
        )
    )
    (found,) = spelt_otherwise(collate(texts, people))
    assert [reading.value for reading in found.readings] == ["Dorvella Ostrander", "Dorvvella Ostrander"]


@pytest.mark.parametrize(
    ("text", "spellings"),
    [
        ("The quay of Whelmstead was shut. Trams to Whelmsted stood still.", ["Whelmstead", "Whelmsted"]),
        ("The quay of Whelmstead was shut. The Welhmstead ferry was late.", []),
        ("The quay of Brandholm was shut. Trams to Bradnholm stood still.", ["Brandholm", "Bradnholm"]),
        ("The quay of Brandholm was shut. Trams to Brandhelm stood still.", []),
        ("The quay of Brandholm was shut. The Brandholms Line was late.", []),
        ("The quay of Müllerburg was shut. Trams to Muellerburg stood still.", []),
        ("The quay of Harbour Point was shut. Trams to Harbor Point stood still.", []),
        ("The Orrin County ferry passed the Velmar Country Club.", []),
        ("The Prime Minister went to Orrin Minster.", []),
        ("The council of Restore met. RESTOORE Orrin Quay, it wrote.", []),
        ("The boats of Vellandas sank. The Vellandans swam ashore.", []),
        ("The quay was shut by the Vetters Council. The vetters met in Vettters Hall.", []),
    ],
)
def test_misspelt_things(collate: Collate, text: str, spellings: list[str]) -> None:
    """A place spelt in two ways is told if a letter inside is dropped, doubled or swapped; other names are let be."""
    found = list(misspelt_things(collate({"gazette": f"Quays\n\n{text}"})))
    assert [reading.value for discrepancy in found for reading in discrepancy.readings] == spellings
    assert all((d.scope, d.severity) == ("internal", "likely-error") for d in found)


@pytest.mark.parametrize(
    ("gazette", "mail", "values"),
    [
        ("trained on Parr Island", "trained on Par Island", []),
        ("trained on Parrett Island", "trained on Parett Island", ["Parrett Island", "Parett Island"]),
        ("trained on Parrett Island", "trained on Barrett Island", []),
        ("trained in Parrett", "trained in Parett", []),
        ("joined the Humane League", "joined the Human League", ["Humane League", "Human League"]),
        ("joined the Port Watch", "joined the Port Watches", []),
        ("met in Velmar Hollow", "met in Velmir Hollow", ["Velmar Hollow", "Velmir Hollow"]),
        ("met in Velmar Hollow", "met in Helmar Hollow", []),
        ("won the Women of Iron Cup", "won the Woman of Iron Cup", []),
        ("met the Velma Ladina Choir", "met the Velma Ladino Choir", []),
        ("flew the Orrin 747A", "flew the Orrin 747B", []),
        ("paid the Harbor Program", "paid the Harbour Programme", []),
        ("trained on Parrett Island, not on Parett Island", "trained on Parett Island", ["Parrett", "Parett"]),
    ],
)
def test_things_spelt_otherwise(collate: Collate, gazette: str, mail: str, values: list[str]) -> None:
    """A name of several words that outlets spell otherwise is told, and once if an article has it both ways."""
    texts = {"gazette": f"Drill\n\nThe guard {gazette}.", "mail": f"Drill\n\nThe guard {mail}."}
    found = list(misspelt_things(collate(texts)))
    assert [reading.value for discrepancy in found for reading in discrepancy.readings] == values


@pytest.mark.parametrize(
    ("gazette", "mail", "values"),
    [
        ("his wife, Stefany, sang", "wife Steffany sang", ["Stefany", "Steffany"]),
        ("his wife, Stefany, sang", "sister Steffany sang", []),
        ("his wife, Stefany, sang", "wife Magda sang", []),
        ("his wife, Anna, sang", "wife Ana sang", []),
        ("his wife, Stefany, and a miller’s wife, Magda, sang", "wife Steffany sang", []),
    ],
)
def test_relatives_spelt_otherwise(collate: Collate, gazette: str, mail: str, values: list[str]) -> None:
    """The first name of a relative that differs by a letter is told, if each account has one such relative."""
    texts = {"gazette": f"Choir\n\nAt the fair {gazette}.", "mail": f"Choir\n\nAt the fair {mail}."}
    found = list(relatives_spelt_otherwise(collate(texts)))
    assert [reading.value for discrepancy in found for reading in discrepancy.readings] == values


def test_a_slip_in_a_name_is_told_once() -> None:
    """A name whose spellings have been told is left out, also of another person of that family."""

    def names(*values: str) -> Discrepancy:
        readings = tuple(Reading("gazette", 0, 4, "text", value=value) for value in values)
        return Discrepancy(
            kind="name",
            severity="likely-error",
            confidence=0.7,
            summary="Spelling",
            explanation="",
            readings=readings,
            rule="",
        )

    first, other = names("Ada Ostrander", "Ostrender"), names("Karl Velmar", "Karl Velmer")
    again = names("Bo Ostrander", "Bo Ostrender")
    assert list(told_once([first, again, other, names("Ted", "Theodore")])) == [first, other, names("Ted", "Theodore")]


def test_a_person_by_another_account(collate: Collate) -> None:
    """Who is shown to be a person in one account is one in the others; what one posts on is none."""
    texts = {
        "gazette": "Leaks\n\nDorje Ostrander spoke first. “It leaks,” Ostrender said. Anger over Ostrandor grew.",
        "mail": "Leaks\n\nDorje Ostrander, a professor, spoke. In a post on Ostrandor, a singer wrote of it.",
    }
    (found,) = misspelt_names(collate(texts))
    assert [(reading.article, reading.value) for reading in found.readings] == [
        ("gazette", "Dorje Ostrander"),
        ("gazette", "Ostrender"),
    ]


def test_a_word_that_begins_a_sentence_is_no_misspelt_name(collate: Collate) -> None:
    """What an account has in lower case is a word in the others too."""
    gazette = "Trees\n\nMaria Wallnut, a baker, spoke first. Walnut rows fell. Then Walnut rows burned."
    assert len(list(misspelt_names(collate({"gazette": gazette})))) == 1
    assert list(misspelt_names(collate({"gazette": gazette, "mail": "Trees\n\nEach walnut fell."}))) == []


def test_a_slip_beside_how_others_spell_it(collate: Collate) -> None:
    """A name misspelt in one article is shown with the other outlets' spelling."""
    texts = {"gazette": "Port\n\nMaria Ostrander left. Ostrender smiled.", "mail": "Port\n\nMaria Ostrander spoke."}
    (found,) = misspelt_names(collate(texts, (person(collate(texts), "Maria Ostrander"),)))
    assert [(r.article, r.value) for r in found.readings if r.article == "mail"] == [("mail", "Maria Ostrander")]
    assert found.scope == "cross-outlet"


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        (
            "The council voted to keep the old gate above the mill open.",
            "The council voted to keep the old gate above the mill closed.",
            ["open", "closed"],
        ),
        (
            "The inspector said that the gate had been tested before the flood.",
            "The inspector said that the gate had not been tested before the flood.",
            ["been", "not been"],
        ),
        (
            "The council voted to keep the old gate above the mill open.",
            "The council voted to keep the old gate above the farm closed.",
            [],
        ),
        (
            "The neighbours of the old gate waited at the mill before dawn.",
            "The neighbours of the old gate waited at the mill after the service.",
            [],
        ),
        ("The gate was open.", "The gate was closed.", []),
        (
            "The council of Orrin approved the dredging plan for the harbour.",
            "The council of Orrin rejected the dredging plan for the harbour after hours of debate.",
            ["approved", "rejected"],
        ),
        (
            "The council of Orrin approved the dredging plan for the harbour.",
            "The council of Orrin rejected the parking plan for the town hall after hours of debate.",
            [],
        ),
        (
            "The council of Orrin approved the dredging plan for the sluice, mole and basin.",
            "The council of Orrin rejected the dredging plan for the mole and basin that the five villages share.",
            [],
        ),
    ],
)
def test_opposed_statements(collate: Collate, first: str, second: str, values: list[str]) -> None:
    """Sentences that differ in a negation or an antonym alone contradict; any other difference excuses them."""
    found = list(opposed_statements(collate({"gazette": f"Flood\n\n{first}", "mail": f"Flood\n\n{second}"})))
    assert [reading.value for discrepancy in found for reading in discrepancy.readings] == values


def test_one_outlet_opposes_nothing_to_itself(collate: Collate) -> None:
    """Two articles of one outlet are of two matters or of two hours."""
    texts = {name: f"Flood\n\nThe council of Orrin {did} the plan for the harbour." for name, did in DID.items()}
    two = collate(texts)
    accounts = tuple(
        msgspec.structs.replace(
            account, article=msgspec.structs.replace(account.article, metadata=Metadata(outlet="Orrin Gazette"))
        )
        for account in two.event.accounts
    )
    one = msgspec.structs.replace(two, event=msgspec.structs.replace(two.event, accounts=accounts))
    assert len(list(opposed_statements(two))) == 1
    assert list(opposed_statements(one)) == []
