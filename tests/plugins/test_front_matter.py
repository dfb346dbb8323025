"""Front matter becomes metadata, and what is wrong with it is told by its line."""

from __future__ import annotations

import datetime

import pytest
from digest.standard.front_matter import split_front_matter

from digest import Metadata
from digest.errors import ContentError


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
