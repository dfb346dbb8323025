"""Versions of one utterance."""

from __future__ import annotations

import msgspec
import pytest
from layouts import edition_of

from digest.model import Alignment, Column, Comparison, Passage
from digest.pages.edition import Edition
from digest.pages.utterances import utterances


def edition(comparison: Comparison, *alignments: Alignment) -> Edition:
    collation = msgspec.structs.replace(comparison.collation, alignments=alignments)
    comparison = msgspec.structs.replace(comparison, collation=collation)
    return edition_of(comparison)


def test_equal_words_are_one_wording(ferries: Comparison) -> None:
    """Versions that differ in case and punctuation alone are one wording, with the sigla of all."""
    first = ferries.collation.alignments[2]
    (found,) = utterances(edition(ferries, first))
    assert len(found.wordings) == 1
    assert [c.siglum.letters for c in found.wordings[0].citations] == ["H", "1"]
    assert found.note == "The same words in 2 accounts."


@pytest.mark.parametrize(
    ("members", "note"),
    [
        ((0, 1, 2), "No two accounts have the same words."),
        ((0, 0, 1, 2), "No two accounts have the same words."),
    ],
)
def test_the_note_counts_accounts(ferries: Comparison, members: tuple[int, ...], note: str) -> None:
    """Agreement is that of accounts, however often one of them repeats the words."""
    first = ferries.collation.alignments[0]
    chosen = msgspec.structs.replace(first, members=tuple(first.members[n] for n in members))
    assert utterances(edition(ferries, chosen))[0].note == note


def test_an_account_that_says_the_same_twice_has_no_versions(ferries: Comparison) -> None:
    """A remark in one account only is shown if its words vary there, not if it is repeated, in part or whole."""
    member = ferries.collation.alignments[0].members[0]
    column = Column((member, member), None)
    twice = msgspec.structs.replace(ferries.collation.alignments[0], members=(member, member), columns=(column,))
    part = msgspec.structs.replace(twice, columns=(column, Column((member, None), "boundary")))
    other = msgspec.structs.replace(twice, columns=(column, Column((member, member), "wording")))
    assert [u.varies for u in utterances(edition(ferries, twice, part, other))] == [("other words",)]


def test_columns_share_out_the_whole_version(ferries: Comparison) -> None:
    """The cells of a version are its text, with the punctuation; a gap is an empty cell."""
    first = ferries.collation.alignments[0]
    gazette, wire, lantern = first.members

    def part(member: Passage, words: str) -> Passage:
        start = member.start + member.text.index(words)
        return Passage(member.article, start, start + len(words), words)

    columns = (
        Column(tuple(part(m, m.text[:23].split(",")[0]) for m in first.members), None),
        Column((part(gazette, "and"), None, None), "cut"),
        Column((part(gazette, "then nothing but metal"), part(wire, "then nothing but metal"), None), "boundary"),
    )
    (found,) = utterances(edition(ferries, msgspec.structs.replace(first, columns=columns)))
    cells = [[cell.text for cell in wording.cells] for wording in found.wordings]
    assert [" ".join(filter(None, line)) for line in cells] == [m.text for m in first.members]
    assert cells[1][1:] == ["", "then nothing but metal,"]
    assert [cell.variation for cell in found.wordings[0].cells] == ["", "cut", "boundary"]
    assert found.varies == ("words left out", "how much is quoted")
    assert found.aligned
    assert lantern.text == "we heard the horn twice"


def test_versions_without_columns_are_lines(ferries: Comparison) -> None:
    """An alignment that is not collated shows each version whole."""
    (found,) = utterances(edition(ferries, ferries.collation.alignments[0]))
    assert not found.aligned
    assert [len(wording.cells) for wording in found.wordings] == [1, 1, 1]


def test_most_accounts_first_and_doubt_is_told(ferries: Comparison) -> None:
    """What most accounts have stands first, and the gravest variation before others; a doubtful alignment says so."""
    first, second, third = ferries.collation.alignments
    meaning = Column((first.members[0], None, None), "meaning")
    found = utterances(edition(ferries, third, second, msgspec.structs.replace(first, columns=(meaning,))))
    assert [u.witnesses for u in found] == [3, 3, 2]
    assert [u.varies for u in found] == [("a number or a negation",), (), ()]
    assert [u.probable for u in found if u.label == "an inquiry within sixty days"] == [True]
