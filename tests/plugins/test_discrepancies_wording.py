"""Versions of quotations: which differences are noticed, and who is said to have what."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from digest.standard.discrepancies.attribution import other_speakers
from digest.standard.discrepancies.differences import Word, changes, is_noticeable, spell_out
from digest.standard.discrepancies.headlines import headline_quotations
from digest.standard.discrepancies.wording import other_wording

from digest import Alignment, Collation, Discrepancy, Member, Person, Quote

Collate = Callable[..., Collation]

FIXTURE = Path(__file__).parents[1] / "fixtures" / "discrepancies" / "changes.yaml"


def cases() -> list[object]:
    lines = [n for n, line in enumerate(FIXTURE.read_text("utf-8").splitlines(), 1) if line.startswith("- ")]
    return [
        pytest.param(case["first"], case["second"], case["noticed"], id=f"{FIXTURE.name}:{line}")
        for case, line in zip(yaml.safe_load(FIXTURE.read_text("utf-8")), lines, strict=True)
    ]


def printed(text: str, words: tuple[Word, ...]) -> str:
    return text[words[0].start : words[-1].end] if words else ""


@pytest.mark.parametrize(("first", "second", "noticed"), cases())
def test_noticeable_changes(first: str, second: str, noticed: list[str]) -> None:
    """Other content words, modals, negations and numbers are noticed; spelling, tense, brackets and cuts are not."""
    found = changes(spell_out(first, 0, len(first)), spell_out(second, 0, len(second)))
    shown = [f"{printed(first, c.first)} / {printed(second, c.second)}" for c in found if is_noticeable(c)]
    assert shown == noticed


def utterance(collate: Collate, versions: dict[str, tuple[str, str]], kind: str = "direct") -> Collation:
    """An event in which each outlet prints one quotation: outlet → (speaker, words)."""
    texts, quotes, members = {}, [], []
    for outlet, (speaker, words) in versions.items():
        text = f"Port news\n\n{speaker} said: “{words}”"
        start = text.index("“") + 1
        cue = (text.index(speaker, 9), text.index(speaker, 9) + len(speaker))
        quote = Quote(outlet, start, len(text) - 1, words, kind=kind, speaker=speaker, cue=cue, rule="test")
        texts[outlet], quotes = text, [*quotes, quote]
        members.append(Member(outlet, quote.start, quote.end, words, quote=quote.id))
    alignment = Alignment(speaker="Ilse Marn", label="the sea wall", members=tuple(members), rule="r")
    speakers = {speaker for speaker, _ in versions.values()}
    people = tuple(Person(name=name, variants=(name,), mentions=()) for name in sorted(speakers))
    return collate(texts, people, quotes=quotes, alignments=(alignment,))


def wording(collation: Collation) -> list[Discrepancy]:
    return list(other_wording(collation))


def test_one_discrepancy_has_all_versions(collate: Collate) -> None:
    """Three outlets with three words for one thing give one discrepancy with three readings."""
    collation = utterance(
        collate,
        {
            "gazette": ("Marn", "The sea wall is rotten and must go"),
            "mail": ("Marn", "The sea wall is decayed and must go"),
            "echo": ("Marn", "The sea wall is crumbling and must go"),
        },
    )
    (found,) = wording(collation)
    assert (found.kind, found.severity, found.scope) == ("quote-wording", "wording-only", "cross-outlet")
    assert {reading.article: reading.value for reading in found.readings} == {
        "gazette": "rotten",
        "mail": "decayed",
        "echo": "crumbling",
    }
    assert found.explanation == "Gazette gives “rotten”, Mail gives “decayed”, Echo gives “crumbling”."


def test_equal_versions_are_no_discrepancy(collate: Collate) -> None:
    """The same words, one of them cut short, do not differ."""
    collation = utterance(
        collate,
        {"gazette": ("Marn", "The sea wall is rotten and must go"), "mail": ("Marn", "The sea wall is rotten")},
    )
    assert wording(collation) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The sea wall did fail the test last spring", "The sea wall did not fail the test last spring"),
        ("The sea wall can rust where it stands", "The sea wall must rust where it stands"),
    ],
)
def test_a_word_that_turns_a_statement_round(collate: Collate, first: str, second: str) -> None:
    """Versions that differ in a negation or in what may and must be alone cannot both be what was said."""
    collation = utterance(collate, {"gazette": ("Marn", first), "mail": ("Marn", second)})
    (found,) = wording(collation)
    assert found.severity == "contradiction"


def test_indirect_speech_is_not_compared_by_words(collate: Collate) -> None:
    """A paraphrase is expected to use other words."""
    versions = {
        "gazette": ("Marn", "The sea wall is rotten and must go"),
        "mail": ("Marn", "The sea wall is decayed and must go"),
    }
    assert wording(utterance(collate, versions, kind="indirect")) == []


SENTENCE = "The council knew about the cracks for eleven years"


def test_one_quotation_with_two_speakers(collate: Collate) -> None:
    """The same words given to two people who are named beside it are tagged as a matter of attribution."""
    collation = utterance(collate, {"gazette": ("Ilse Marn", SENTENCE), "mail": ("Tom Abney", SENTENCE)})
    (found,) = other_speakers(collation)
    assert (found.kind, found.severity, found.confidence) == ("attribution", "contradiction", 0.8)
    assert found.explanation == "Gazette gives Ilse Marn, Mail gives Tom Abney."


def test_a_speaker_of_the_paragraph_before(collate: Collate) -> None:
    """A quotation that is a paragraph of its own has its speaker from the one before, which may name another."""
    apart = f"Cracks\n\nIlse Marn says that Tom Abney shut the gate.\n\n“{SENTENCE}.”"
    beside = f"Cracks\n\n“{SENTENCE},” Ilse Marn said."
    start, other = apart.index(SENTENCE), beside.index(SENTENCE)
    quotes = [
        Quote(
            "gazette", start, start + len(SENTENCE), SENTENCE, kind="direct", speaker="Tom Abney",
            cue=(apart.index("Tom"), apart.index("Tom") + 9), rule="test",
        ),
        Quote(
            "mail", other, other + len(SENTENCE), SENTENCE, kind="direct", speaker="Ilse Marn",
            cue=(beside.index("Ilse"), beside.index("Ilse") + 9), rule="test",
        ),
    ]  # fmt: skip
    people = tuple(Person(name=name, variants=(name,), mentions=()) for name in ("Ilse Marn", "Tom Abney"))
    assert list(other_speakers(collate({"gazette": apart, "mail": beside}, people, quotes=quotes))) == []


def test_a_short_sentence_with_two_speakers(collate: Collate) -> None:
    """Five words that are a whole sentence with something to say are enough; five words of no substance are not."""
    for sentence, found in (("We will not dredge harbours", 1), ("We will see to it", 0)):
        collation = utterance(collate, {"gazette": ("Ilse Marn", sentence), "mail": ("Tom Abney", sentence)})
        assert len(list(other_speakers(collation))) == found


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("The sea is our bank. Today they gave us back the key", "The sea is our bank, and we have back the key", 1),
        ("Our thoughts and prayers are with the families", "Thoughts and prayers are with all the families", 0),
        ("They broke the law, the wall, and the bank of this town", "The bank will not pay for what the wall costs", 0),
    ],
)
def test_one_remark_in_other_words_with_two_speakers(collate: Collate, first: str, second: str, found: int) -> None:
    """Nearly the same words may be one remark, whoever aligned them; what everybody says is not."""
    collation = utterance(collate, {"gazette": ("Ilse Marn", first), "mail": ("Tom Abney", second)})
    assert [d.confidence for d in other_speakers(collation)] == found * [0.5]


def test_an_account_that_gives_a_remark_to_two_people(collate: Collate) -> None:
    """Both have said something of the kind, as allies do: another account names one of them rightly."""
    both = f"Cracks\n\n“{SENTENCE},” Ilse Marn said.\n\nThe day was cold.\n\n“{SENTENCE},” Tom Abney said."
    one = f"Cracks\n\n“{SENTENCE},” Ilse Marn said."
    people = tuple(Person(name=name, variants=(name,), mentions=()) for name in ("Ilse Marn", "Tom Abney"))

    def said(outlet: str, text: str, speaker: str, start: int) -> Quote:
        cue = (text.index(speaker, start), text.index(speaker, start) + len(speaker))
        span = text.index(SENTENCE, start), text.index(SENTENCE, start) + len(SENTENCE)
        return Quote(outlet, *span, SENTENCE, kind="direct", speaker=speaker, cue=cue, rule="test")

    quotes = [
        said("gazette", both, "Ilse Marn", 0),
        said("gazette", both, "Tom Abney", both.index("cold")),
        said("mail", one, "Ilse Marn", 0),
    ]
    assert list(other_speakers(collate({"gazette": both, "mail": one}, people, quotes=quotes))) == []


def test_a_speaker_who_tells_of_another(collate: Collate) -> None:
    """Where the paragraph before a quotation names both speakers, it may be the one or the other who says it."""
    texts = {
        "gazette": f"Port news\n\nIlse Marn says that Tom Abney has seen the wall.\n\n“{SENTENCE}.”",
        "mail": f"Port news\n\nIlse Marn said: “{SENTENCE}.”",
    }
    quotes = []
    for outlet, speaker in (("gazette", "Tom Abney"), ("mail", "Ilse Marn")):
        text = texts[outlet]
        start, cue = text.index(SENTENCE), text.index(speaker)
        where = (cue, cue + len(speaker))
        end = start + len(SENTENCE)
        quotes.append(Quote(outlet, start, end, SENTENCE, kind="direct", speaker=speaker, cue=where, rule="test"))
    people = tuple(Person(name=name, variants=(name,), mentions=()) for name in ("Ilse Marn", "Tom Abney"))
    assert list(other_speakers(collate(texts, people, quotes=quotes))) == []


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        (
            "the town drowns in water",
            ["the town drowns in water", "The town leaks money, and water runs in the streets"],
        ),
        ("money, and water", []),
        ("water runs in streets", []),
        ("shambles", []),
    ],
)
def test_headline_quotations(collate: Collate, headline: str, found: list[str]) -> None:
    """A headline’s quotation that the text has in other words is told; a cut is not, nor what the text never has."""
    said = "The town leaks money, and water runs in the streets"
    text = f"Mayor: “{headline}”\n\n“{said},” said Marn."
    quotes = [
        Quote("gazette", start, start + len(words), words, kind=kind, speaker="Marn", rule="test")
        for words, start, kind in ((headline, 8, "title"), (said, text.index(said), "direct"))
    ]
    discrepancies = list(headline_quotations(collate({"gazette": text}, quotes=quotes)))
    assert [reading.value for discrepancy in discrepancies for reading in discrepancy.readings] == found
    assert all(discrepancy.scope == "internal" for discrepancy in discrepancies)


def test_forms_of_one_name_are_one_speaker(collate: Collate) -> None:
    """A family name and a full name are not two people."""
    for form in ("Marn", "MARN"):
        collation = utterance(collate, {"gazette": ("Ilse Marn", SENTENCE), "mail": (form, SENTENCE)})
        assert list(other_speakers(collation)) == []


def test_short_phrases_may_be_shared(collate: Collate) -> None:
    """Two people may well use the same short phrase."""
    collation = utterance(collate, {"gazette": ("Ilse Marn", "deeply sorry"), "mail": ("Tom Abney", "deeply sorry")})
    assert list(other_speakers(collation)) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "I love this harbour but it is going to ruin in the world of today",
            "I wish this was the greatest place in the world",
        ),
        (
            "We cannot give this mayor the quiet corners he needs to hide",
            "We must not forget about the quiet corners that continue to exist in our towns",
        ),
    ],
)
def test_versions_that_share_little_are_not_compared(collate: Collate, first: str, second: str) -> None:
    """Sentences of one pattern with few content words in common are two remarks, however they were aligned."""
    assert wording(utterance(collate, {"gazette": ("Marn", first), "mail": ("Marn", second)})) == []


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        ("The sea wall is simply rotten", "The sea wall is simply decayed", ["rotten", "decayed"]),
        ("no easy road to the harbour", "It does not close Orrin's road to the harbour, it opens it", []),
        ("that was not a straight wall", "I thought a straight wall is a straight wall and went on", []),
    ],
)
def test_short_versions_have_one_word_for_another(collate: Collate, first: str, second: str, values: list[str]) -> None:
    """A few words in common come again in other remarks; they are versions only if nearly all the rest agrees."""
    found = wording(utterance(collate, {"gazette": ("Marn", first), "mail": ("Marn", second)}))
    assert [reading.value for discrepancy in found for reading in discrepancy.readings] == values


@pytest.mark.parametrize(
    ("elsewhere", "count"),
    [
        ("I was going to close the old harbour wall anyway", 0),  # an outlet that has the other form only
        ("We shall see what the summer brings to Orrin", 1),
    ],
)
def test_who_repeats_himself_says_it_in_two_ways(collate: Collate, elsewhere: str, count: int) -> None:
    """Where an account has a remark in both forms, others choose one of them; else one form differs from the other."""
    said = {
        "gazette": ["I was going to close the old harbour wall today", elsewhere],
        "mail": ["I was going to close the old harbour wall anyway"],
    }
    texts = {
        outlet: "Port news\n\n" + " ".join(f"Marn said: “{words}.”" for words in all) for outlet, all in said.items()
    }
    quotes = [
        Quote(outlet, at, at + len(words), words, kind="direct", speaker="Marn", rule="test")
        for outlet, all in said.items()
        for words in all
        for at in [texts[outlet].index(words)]
    ]
    members = tuple(Member(q.article, q.start, q.end, q.text, quote=q.id) for q in quotes)
    alignment = Alignment(speaker="Marn", label="the wall", members=members, rule="r")
    assert len(wording(collate(texts, quotes=quotes, alignments=(alignment,)))) == count


def test_parts_of_one_utterance_are_no_versions(collate: Collate) -> None:
    """What one outlet has in two places of one quotation is said twice, not in two ways."""
    text = "Port news\n\nMarn said: “The wall is rotten and must go. The wall is decayed and must go.”"
    spans = [(text.index("The wall is r"), text.index(" The wall is d")), (text.index("The wall is d"), len(text) - 1)]
    quotes = [
        Quote("gazette", a, b, text[a:b], kind="direct", speaker="Marn", utterance=spans[0][0], rule="test")
        for a, b in spans
    ]
    members = tuple(Member("gazette", q.start, q.end, q.text, quote=q.id) for q in quotes)
    alignment = Alignment(speaker="Marn", label="the wall", members=members, rule="r")
    assert wording(collate({"gazette": text}, quotes=quotes, alignments=(alignment,))) == []
