"""Sentences, words and slugs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text import LONGEST, numbered, plain, sentences, slug, visible, web_url, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. The match went on.", ["It rained.", "The match went on."]),
        ("Mr. Okafor met Sen. Lund on Jan. 5. They left.", ["Mr. Okafor met Sen. Lund on Jan. 5.", "They left."]),
        ("J. K. Aalto spoke first.", ["J. K. Aalto spoke first."]),
        ("“It is late.” He left.", ["“It is late.”", "He left."]),
        ("“Is it late?” she asked.", ["“Is it late?” she asked."]),
        ("The U.S. envoy arrived at 5 p.m. on Friday.", ["The U.S. envoy arrived at 5 p.m. on Friday."]),
        ("They met in Velmar, D.C. But the U.S. Navy left.", ["They met in Velmar, D.C.", "But the U.S. Navy left."]),
        ("It shuts at 5 p.m. “The quay is dark.”", ["It shuts at 5 p.m.", "“The quay is dark.”"]),
        ("Vik Inc. Holdings and J. The Lund fell.", ["Vik Inc. Holdings and J. The Lund fell."]),
        ("The harbour is shut.Vik runs quay.Example now.", ["The harbour is shut.", "Vik runs quay.", "Example now."]),
        ("Vik.no and 3.Holm are names.", ["Vik.no and 3.Holm are names."]),
        ("It cost 3.5 million. Why?", ["It cost 3.5 million.", "Why?"]),
        ("Wait… what? No!", ["Wait… what?", "No!"]),
        ("one line\nanother line", ["one line", "another line"]),
        ("他说：“好。”然后走了。", ["他说：“好。”", "然后走了。"]),
        ("  \n \n", []),
    ],
)
def test_sentences(text, expected):
    """Sentences end where a reader would end them."""
    assert [text[start:end] for start, end in sentences(text)] == expected


@given(st.text(alphabet="aB .!?…\n\"“”’'1", max_size=200))
def test_sentences_cover_all_but_white_space(text):
    """Nothing of a text is lost: sentences are in order, apart, trimmed, and only white space lies between."""
    at = 0
    for start, end in sentences(text):
        assert at <= start < end
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


def test_long_stretches_are_cut():
    """A table or list without full stops is cut at spaces, so that what a sentence costs has a bound."""
    table = "12,345  " * 1000
    pieces = [table[start:end] for start, end in sentences(table)]
    assert " ".join(" ".join(pieces).split()) == " ".join(table.split())
    assert max(map(len, pieces)) <= LONGEST
    word = "a" * (2 * LONGEST)
    assert sentences(f"{word} b") == [(0, 2 * LONGEST), (2 * LONGEST + 1, 2 * LONGEST + 2)]


def test_words():
    """Inner apostrophes, hyphens and points belong to a word; marks around it don't."""
    text = "“Don’t,” said Anne-Marie of the U.N. at 3.5%."
    assert [text[a:b] for a, b in words(text)] == ["Don’t", "said", "Anne-Marie", "of", "the", "U.N", "at", "3.5"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Åland’s Vote: 2024!", "alands-vote-2024"),
        ("../../etc/passwd", "etc-passwd"),
        ("🙂🙂", "x"),
        ("", "x"),
        ("a" * 300, "a" * 60),
        ("CON", "con-x"),
        ("nul", "nul-x"),
        ("LPT1", "lpt1-x"),
        ("nul.txt", "nul-txt"),
        ("console", "console"),
    ],
)
def test_slug(text, expected):
    """A slug is safe as a file name and in a URL, whatever it was made from."""
    assert slug(text) == expected


def test_numbered_names_are_unique():
    """A number that would give a name that is there already is passed over."""
    assert numbered(["x", "x", "x-2", "y", "x"]) == ["x", "x-2", "x-2-2", "y", "x-3"]
    assert len(set(numbered(["x", "x-2", "x", "x-2", "x"]))) == 5


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("https://a.example/x?y=1", True),
        ("HTTP://a.example", True),
        ("javascript:alert(1)", False),
        ("//a.example", False),
        ("file:///etc/passwd", False),
        ("data:text/html,x", False),
        ("https://", False),
        ("https:///nohost", False),
        ("https://a b", False),
        ("https://a.example/\njavascript:x", False),
        ("https://a.example/\x1b[2J", False),
        ("https://[::1", False),
        ("https://[::1]/a", True),
        ("", False),
        (None, False),
    ],
)
def test_web_url(value, kept):
    """Only http and https addresses may become links."""
    assert web_url(value) == (value if kept else None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zoé O’Hara", "zoe o'hara"),
        ("Lars Bjørn‑Łuk", "lars bjorn-luk"),
        ("Ida\u00a0Holm\u00adga\u200bard\ufeff", "ida holmgaard"),
        ("Straße", "strasse"),
    ],
)
def test_plain(text, expected) -> None:
    """Spellings that differ in style only, or in what nobody sees, are one."""
    assert plain(text) == expected


def test_visible() -> None:
    """What is not seen, or turns the direction of writing, is left out; the rest stays as it is."""
    assert visible("Zoé\u00a0O’Ha\u00adra\u202e\n(19)") == "Zoé O’Hara (19)"


def test_words_with_soft_hyphens() -> None:
    """A soft hyphen parts no word."""
    text = "The har\u00adbour."
    assert [text[start:end] for start, end in words(text)] == ["The", "har\u00adbour"]
