"""What the readers share: encodings, front matter, and documents made of blocks."""

from __future__ import annotations

import datetime

import pytest
from digest.standard.source_text import (
    Piece,
    decode,
    iso_date,
    join_pieces,
    line_paragraphs,
    split_front_matter,
)

from digest import Metadata, Source
from digest.errors import ContentError

GERMAN = (
    "Der Bürgermeister sagte, die Brücke müsse für länger geschlossen bleiben. „Schön ist das nicht“, fügte er hinzu."
)
RUSSIAN = "Мост через реку будет закрыт до конца месяца, сообщил мэр города. Жителей просят пользоваться паромом."


def read(data: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    return decode(Source("a.txt", data), declared)


class TestDecode:
    def test_utf8_needs_no_note(self):
        """UTF-8, with or without a byte order mark, is read without a remark; the mark is gone."""
        assert read("Zürich".encode()) == ("Zürich", ())
        assert read("Zürich".encode("utf-8-sig")) == ("Zürich", ())

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
    def test_byte_order_mark(self, encoding):
        """A byte order mark decides, and the report says so."""
        text, [note] = read("Zürich — “ja”".encode(encoding))
        assert text == "Zürich — “ja”"
        assert encoding in note

    def test_line_ends(self):
        """CRLF becomes LF; a lone CR is left as it is."""
        assert read(b"one\r\ntwo\rthree\n")[0] == "one\ntwo\rthree\n"

    @pytest.mark.parametrize(("text", "encoding"), [(GERMAN, "cp1252"), (GERMAN, "cp1250"), (RUSSIAN, "cp1251")])
    def test_guess(self, text, encoding):
        """An old code page is guessed from the bytes, and the report says which."""
        decoded, [note] = read(text.encode(encoding))
        assert decoded == text
        assert "guess" in note

    def test_a_few_accents_are_western(self):
        """A text with two accents is not taken for East Asian."""
        text = "“We’ll meet at the café,” said the mayor, “and not before noon.”"
        assert read(text.encode("cp1252"))[0] == text

    def test_declared_encoding(self):
        """What the file declares comes before a guess, and is ignored if it is nonsense."""
        text, [note] = read(RUSSIAN.encode("koi8-r"), "koi8-r")
        assert text == RUSSIAN
        assert "declares" in note
        assert "guess" in read(GERMAN.encode("cp1252"), "no-such-encoding")[1][0]

    @pytest.mark.parametrize("data", [b"", b"  \n\t\n", b"\xef\xbb\xbf\n"])
    def test_empty(self, data):
        """A file of nothing but white space is a fault."""
        with pytest.raises(ContentError, match=r"a\.txt: the file is empty; "):
            read(data)

    def test_nul_bytes(self):
        """NUL bytes are a fault, named with their line."""
        with pytest.raises(ContentError, match=r"a\.txt:2: contains NUL bytes"):
            read(b"one\ntwo\0")

    @pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\x89PNG\r\n\x1a\n\xff\xfe\0\0" * 9])
    def test_binary(self, data):
        """Bytes that are no text in any encoding are a fault that says what to do."""
        with pytest.raises(ContentError, match="save it as UTF-8"):
            read(data)

    def test_broken_utf16(self):
        """A text that breaks the promise of its byte order mark is a fault, not a guess."""
        with pytest.raises(ContentError, match="is not valid utf-16"):
            read("hello".encode("utf-16")[:-1])


class TestFrontMatter:
    def test_all_keys(self):
        """Every key is read, dates become dates, and the text begins on its own line of the file."""
        matter = (
            "title: 'Flood: the toll'\noutlet: River Post\ndate: 2021-02-03\nurl: https://r.example/1\nlanguage: en-GB"
            "\ndraft: yes"
        )
        metadata, text, line, notes = split_front_matter("a.txt", f"---\n{matter}\n---\n\nIt rained.\n")
        assert metadata == Metadata(
            title="Flood: the toll",
            outlet="River Post",
            published=datetime.date(2021, 2, 3),
            url="https://r.example/1",
            language="en-GB",
            draft=True,
        )
        assert (text, line, notes) == ("\nIt rained.\n", 9, ())

    def test_keys_of_other_programs(self):
        """An article is never lost for a key that another program uses: the report names it, lists and all."""
        matter = "layout: post\ntags: [rain, {a: b}]\ntitle: x\nauthor:\n  - name: Ida\n    title: Dr\noutlet: y"
        metadata, _, _, [note] = split_front_matter("a.txt", f"---\n{matter}\n---\nx\n")
        assert metadata == Metadata(title="x", outlet="y")
        assert note == "front matter keys that digest does not use: layout, tags, author"

    def test_a_near_miss(self):
        """A key that is nearly one of ours is named with the one that was meant."""
        *_, [note] = split_front_matter("a.txt", "---\noutlte: x\ntags: y\n---\nx\n")
        assert note.endswith(": outlte (did you mean outlet?), tags")

    @pytest.mark.parametrize(
        "text", ["It rained.\n", "---\nIt rained.\n---\n", "--\ntitle: x\n", "\n---\ntitle: x\n---\n"]
    )
    def test_none(self, text):
        """A line of dashes is front matter only at the very start and with a key below it."""
        assert split_front_matter("a.txt", text) == (Metadata(), text, 1, ())

    def test_values_are_text(self):
        """YAML's guesses about types are not followed: a title may be a number, `no` is a word; null is nothing."""
        metadata, *_ = split_front_matter("a.txt", "---\ntitle: 1984\noutlet: no\nurl: null\nlanguage:\n---\nx")
        assert metadata == Metadata(title="1984", outlet="no")

    def test_published_with_time(self):
        """Of a time, the day in the writer's own zone is kept."""
        metadata, *_ = split_front_matter("a.txt", "---\npublished: 2021-02-03T23:30:00-08:00\n---\nx")
        assert metadata.published == datetime.date(2021, 2, 3)

    @pytest.mark.parametrize(
        ("matter", "message"),
        [
            ("title: x\n? [a, b]\n: y", r"a\.txt:3:3: a key of front matter must be a word"),
            ("title: Flood: the toll", r"a\.txt:2:13: front matter is not valid YAML .*; quote values"),
            ("title: x\ntitle: y", r"a\.txt:3:8: 'title' is given twice"),
            ("published: 2021-02-03\ndate: 2021-02-04", r"a\.txt:3:7: 'date' is given twice"),
            (
                "title: x\npublished: 2021-02-30",
                r"a\.txt:3:12: published: '2021-02-30' is not a date; write it as YYYY-MM-DD",
            ),
            ("date: yesterday", r"a\.txt:2:7: date: 'yesterday' is not a date"),
            ("url: javascript:alert(1)", r"a\.txt:2:6: url: .* is not a web address"),
            ("draft: maybe", r"a\.txt:2:8: draft: 'maybe' is neither true nor false"),
            ("language: English please", r"a\.txt:2:11: language: .* is not a language tag"),
            ("title: [a, b]", r"a\.txt:2:8: title: write one value a line"),
            ("title:\n  de: x", r"a\.txt:3:3: title: write one value a line"),
            ("title: &a x\noutlet: *a", r"a\.txt:2:8: anchors and aliases"),
            ("title: x\noutlet: *a", r"a\.txt:3:9: anchors and aliases"),
            ("title: " + "[" * 10_000, r"a\.txt:2:8: title: write one value a line"),
            ("title: \x07", r"a\.txt:1:1: front matter is not valid YAML"),
        ],
    )
    def test_faults(self, matter, message):
        """Each fault names the file, the line and the remedy."""
        with pytest.raises(ContentError, match=message):
            split_front_matter("a.txt", f"---\n{matter}\n---\nx\n")

    def test_not_closed(self):
        """Front matter without an end is a fault, however long the file."""
        with pytest.raises(ContentError, match=r"a\.txt:1: front matter is not closed"):
            split_front_matter("a.txt", "---\ntitle: x\n" + "word " * 1_000_000)


@pytest.mark.parametrize(
    ("value", "day"),
    [("2021-02-03", 3), ("2021-02-03T10:00Z", 3), ("2021-02-03 10:00", 3), ("2021-2-3", None), ("03/02/2021", None)],
)
def test_iso_date(value, day):
    """ISO dates and times only: others can be read in two ways."""
    assert iso_date(value) == (datetime.date(2021, 2, day) if day else None)


def test_line_paragraphs():
    """A paragraph for each line that is not blank: its span is the line, its number that of the file."""
    text = "one\n\n  two \n\t\nthree"
    paragraphs = line_paragraphs(text, 5)
    assert [(text[p.start : p.end], p.line) for p in paragraphs] == [("one", 5), ("  two ", 7), ("three", 9)]


def test_join_pieces():
    """Blocks stand apart by an empty line, each on one line; empty ones are left out."""
    document = join_pieces("a.md", [Piece("A\n b", 1, "title"), Piece(" ", 2), Piece("c", 4)], Metadata())
    assert document.text == "A b\n\nc"
    assert [(document.text[p.start : p.end], p.line, p.kind) for p in document.paragraphs] == [
        ("A b", 1, "title"),
        ("c", 4, None),
    ]


def test_join_no_pieces():
    """A document without words is a fault."""
    with pytest.raises(ContentError, match="no article text was found"):
        join_pieces("a.md", [Piece(" \n ", 1)], Metadata())
