"""Citations: a passage in its sentence, with the place it leads to."""

from __future__ import annotations

import msgspec
from layouts import edition_of as edition

from digest.language import ENGLISH
from digest.model import Comparison, Passage
from digest.pages.edition import mark_anchor, tally, together


def passage(comparison: Comparison, words: str, account: int = 0) -> Passage:
    article = comparison.event.accounts[account].article
    start = article.text.index(words)
    return article.passage(start, start + len(words))


def test_a_citation_is_the_sentence_around_the_words(ferries: Comparison) -> None:
    """Sentences before and after are not part of it."""
    found = edition(ferries).cite(passage(ferries, "declined"))
    assert (found.before, found.words, found.after) == ("Its director, Petra Quill, ", "declined", " to comment.")
    assert found.page == "events/ferries-2031.html"
    assert found.anchor.startswith("p-")


def test_words_over_two_sentences_have_both(ferries: Comparison) -> None:
    """A passage that crosses a full stop is cited from the first sentence's beginning to the second one's end."""
    found = edition(ferries).cite(passage(ferries, "in 2029. Its director"))
    assert found.before.startswith("The line, Sallow Crossings")
    assert found.after == ", Petra Quill, declined to comment."


def test_a_long_sentence_is_cut_around_the_words(ferries: Comparison) -> None:
    """At most so much context is shown, cut between words, and the cut is visible."""
    account = ferries.event.accounts[0]
    text = "word " * 100 + "here " + "word " * 100
    blocks = (msgspec.structs.replace(account.article.blocks[3], start=0, end=len(text)),)
    document = msgspec.structs.replace(account.article.document, text=text)
    article = msgspec.structs.replace(account.article, document=document, blocks=blocks)
    account = msgspec.structs.replace(account, article=article, quotes=(), claims=())
    event = msgspec.structs.replace(ferries.event, accounts=(account,))
    collation = msgspec.structs.replace(ferries.collation, event=event, alignments=(), reuse=())
    found = edition(msgspec.structs.replace(ferries, collation=collation)).cite(article.passage(500, 504))
    assert found.words == "here"
    assert found.before.startswith("… word ")
    assert found.after.endswith(" word …")
    assert len(found.before) + len(found.after) < 370


def test_what_was_left_out_is_cited_by_its_paragraph(ferries: Comparison) -> None:
    """There are no marks in what was left out, so a link goes to the paragraph in the list of it."""
    found = passage(ferries, "Lund Island school")
    assert edition(ferries).cite(found, mark_anchor(found)).anchor.startswith("p-")
    hurt = passage(ferries, "14 passengers")
    assert edition(ferries).cite(hurt, mark_anchor(hurt)).anchor.startswith("m-")


def test_a_passage_after_all_blocks_is_cited_from_the_last(ferries: Comparison) -> None:
    """Whatever a plugin marks can be cited."""
    article = ferries.event.accounts[0].article
    end = len(article.text)
    assert edition(ferries).cite(article.passage(end, end)).anchor.startswith("p-")


def test_equal_sentences_are_put_together(ferries: Comparison) -> None:
    """Only the very same words in the very same sentence are one."""
    one = edition(ferries)
    shared = [one.cite(passage(ferries, "dense fog", account)) for account in (1, 2)]
    other = one.cite(passage(ferries, "fog", 1))
    assert [len(group) for group in together([*shared, other])] == [2, 1]


def test_numbers_have_their_noun() -> None:
    """One account, two accounts, no accounts."""
    assert [tally(ENGLISH, number, "account", "accounts").noun for number in (0, 1, 2)] == [
        "accounts",
        "account",
        "accounts",
    ]
