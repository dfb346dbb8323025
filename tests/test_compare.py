"""Comparison: speakers under one name, and findings that rest on evidence."""

import pytest

from digest.compare import compare
from digest.config import PluginEntry, Site
from digest.errors import PluginError
from digest.model import Account, Article, Block, Document, Event, Metadata, Paragraph, Quote
from digest.plugins import Host

TEXT = "“Late,” said Aalto."


def account(name: str, speaker: str) -> Account:
    document = Document(path=f"{name}.txt", text=TEXT, paragraphs=(Paragraph(0, len(TEXT), 1),))
    article = Article(name, document, (Block(0, len(TEXT), "body", 1, "x"),), Metadata())
    return Account(article, (Quote(name, 1, 6, "Late,", kind="direct", speaker=speaker, rule="r"),), ())


EVENT = Event(
    id="ferry", title="t", date=None, place=None, accounts=(account("one", "Aalto"), account("two", "K. Aalto"))
)


def run(root, code: str):
    (root / "plugins").mkdir()
    names = "Alignment, Discrepancy, Member, Passage, Person, Quote, Reading, Reuse, Topic, hookimpl"
    (root / "plugins" / "mine.py").write_text(f"from digest import {names}\n@hookimpl\n{code}", "utf-8")
    site = Site(root=root, content=root, output=root / "public", plugins=(PluginEntry("mine"),))
    return compare(EVENT, Host(site))


def test_speakers_get_one_name(tmp_path):
    """A speaker's name becomes the canonical one of the event's people."""
    person = "Person(name='Kaisa Aalto', variants=('Aalto', 'K. Aalto'), mentions=())"
    comparison = run(tmp_path, f"def resolve_people(event):\n    return [{person}]\n")
    assert [quote.speaker for a in comparison.event.accounts for quote in a.quotes] == ["Kaisa Aalto"] * 2
    assert [found.plugin for found in comparison.collation.people] == ["mine"]


def test_a_form_that_two_people_share_is_left_alone(tmp_path):
    """Where "Aalto" may be either of two, no quotation is given to one of them."""
    people = "[Person(name=f'{n} Aalto', variants=('Aalto', f'{n[0]}. Aalto'), mentions=()) for n in ('Kaisa', 'Timo')]"
    comparison = run(tmp_path, f"def resolve_people(event):\n    return {people}\n")
    assert [quote.speaker for a in comparison.event.accounts for quote in a.quotes] == ["Aalto", "Kaisa Aalto"]


def test_an_event_is_located_by_itself(tmp_path):
    """The place is that of the first plugin that knows one."""
    assert (
        run(tmp_path, "def locate_event(event):\n    return f'{len(event.accounts)} piers'\n").event.place == "2 piers"
    )


def test_an_event_keeps_its_place_if_nobody_knows_better(tmp_path):
    """Without an answer the place is as it was."""
    assert run(tmp_path, "def locate_event():\n    return None\n").event.place == EVENT.place


READING = "Reading('{}', 1, 6, 'Late,', value='late')"
DISCREPANCY = (
    "def tag_discrepancies(collation):\n"
    "    return [Discrepancy(kind='other', severity='imprecision', confidence=1.0, summary='s', explanation='e',"
    " readings=({}), rule='r')]\n"
)


def test_findings_carry_their_plugins_name(tmp_path):
    """What a plugin finds says who found it, and whether it is between outlets or inside one."""
    both = f"{READING.format('one')}, {READING.format('two')}"
    comparison = run(tmp_path, DISCREPANCY.format(both))
    (found,) = comparison.discrepancies
    assert (found.plugin, found.scope) == ("mine", "cross-outlet")


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (DISCREPANCY.format(READING.format("one") + ","), "a Discrepancy needs 2 passages as evidence, not 1"),
        (DISCREPANCY.format(READING.format("one") + "," + READING.format("three")), "names the article 'three'"),
        (
            "def map_topics():\n    return [Topic(name='t', evidence=(), rule='r')]\n",
            "Topic needs 1 passages as evidence, not 0",
        ),
        (
            "def map_topics():\n    return [Topic(name='t', evidence=(Passage('one', 0, 3, 'xyz'),), rule='r')]\n",
            "'xyz' does not stand at 0–3",
        ),
        (
            "def align_quotes():\n"
            "    return [Alignment(speaker=None, label='l', rule='r',"
            " members=(Member('one', 1, 6, 'Late,', quote='q'),))]\n",
            "an Alignment needs 2 passages as evidence, not 1",
        ),
        (
            "def resolve_people():\n"
            "    return [Person(name='A', variants=(), mentions=(Passage('one', 0, 99, TEXT),))]\nTEXT = 'x'\n",
            "is empty or outside the text",
        ),
    ],
)
def test_a_finding_needs_evidence(tmp_path, code, message):
    """A claim without passages that stand in the articles never reaches the site."""
    with pytest.raises(PluginError, match="plugin 'mine'") as caught:
        run(tmp_path, code)
    assert message.removeprefix("an ").removeprefix("a ") in str(caught.value)


def test_witnesses_join_accounts_that_share_text(tmp_path):
    """Two accounts of one agency text are one witness, and so is whoever shares with either."""
    passages = "((Passage('one', 1, 6, 'Late,'), Passage('two', 1, 6, 'Late,')),)"
    code = f"def find_reuse():\n    return [Reuse(articles=('one', 'two'), share=1.0, passages={passages}, rule='r')]\n"
    assert run(tmp_path, code).collation.witnesses == (("one", "two"),)
