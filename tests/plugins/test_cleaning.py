"""Labels of whole pages. A line of a fixture is `label | text`; `a/b` says that either will do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from digest.standard import cleaning, markdown, text
from digest.standard.cleaning import lexicon, signs

from digest import Block, Source

PAGES = sorted((Path(__file__).parents[1] / "fixtures" / "cleaning").glob("*.txt"))


def labelled(page: str) -> list[tuple[int, str, set[str]]]:
    """Line number, text and allowed labels of each line that is not blank; the first line is a remark."""
    rows = []
    for number, row in enumerate(page.splitlines()[1:], 2):
        labels, _, line = row.partition("|")
        if line.strip():
            rows.append((number, line.strip(), set(labels.strip().split("/"))))
    return rows


def plain(page: str) -> str:
    """The page as a reader of files sees it: the lines without their labels, the remark a blank line."""
    lines = [row.partition("|")[2].strip() for row in page.splitlines()[1:]]
    return "\n" + "\n".join(lines) + "\n"


def label(page: str) -> list[Block]:
    [document] = text.read_documents(Source("page.txt", page.encode())) or ()
    return list(cleaning.label_blocks(document))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page(path):
    """Every line of a page has the label that a reader would give it."""
    page = path.read_text(encoding="utf-8")
    blocks = label(plain(page))
    wrong = [
        f"{path.name}:{line}: {block.kind} ({block.rule}), not {' or '.join(sorted(labels))}: {words}"
        for (line, words, labels), block in zip(labelled(page), blocks, strict=True)
        if block.kind not in labels
    ]
    assert not wrong, "\n".join(wrong)


PARAGRAPH = (
    "The council of Holm closed the old bridge on Tuesday after engineers found rust in two of its piers, and buses"
    " will take another way until the repairs are finished."
)
BODY_LINES = PAGES[0].parents[1] / "body_lines.txt"


@pytest.mark.parametrize("line", BODY_LINES.read_text(encoding="utf-8").splitlines())
def test_a_line_of_the_story_is_never_junk(line):
    """Sentences and fragments that begin as buttons do, or are short, stay in the story they stand in."""
    page = "\n\n".join([PARAGRAPH, PARAGRAPH + " Nobody was hurt.", line, PARAGRAPH, "The mayor said so.", PARAGRAPH])
    block = label(page)[2]
    assert block.kind in ("body", "heading"), block.rule


@pytest.mark.parametrize(
    "page",
    [
        "word " * 1_000_000,
        "a" * 1_000_000,
        "A " * 199,
        "/" * 400,
        "by " * 130,
        "Related news\nSome headline here\n" * 3_000,
        "Some title here\n01:10\n" * 3_000,
        "no full stop here\nReuters\n" * 3_000,
        (PARAGRAPH + "\n10:10\n") * 1_000,
        "\u200b\n\u2028\n*",
    ],
    ids=lambda page: page[:12].strip(),
)
def test_hostile_page(page):
    """Whatever the page, each of its lines gets one label, with a reason, and soon."""
    blocks = label(page)
    assert len(blocks) == sum(bool(line.strip()) for line in page.split("\n"))
    assert all(block.rule for block in blocks)


def test_nothing_but_short_lines():
    """A page without running text is left as it is: there is no telling what is furniture."""
    assert {block.kind for block in label("Holm 12\n\nSado 9\n\nLantau 7\n\nEllis 3")} == {"body"}


def test_stated_title():
    """The title that the file states is found among the lines, though it ends as a sentence does."""
    blocks = label(f"---\ntitle: Old bridge closed over rust.\n---\nOld bridge closed over rust.\n\n{PARAGRAPH}\n")
    assert [block.kind for block in blocks] == ["title", "body"]
    assert blocks[0].line == 4


def test_markup_of_the_file():
    """What the format says of a block holds where nothing is known better; a second title is a heading."""
    story = f"# Old bridge closed\n\n{PARAGRAPH}\n\n# What the mayor said\n\n{PARAGRAPH}\n\n"
    source = story + "![The bridge](b.png)\n\n## Comments\n"
    [document] = markdown.read_documents(Source("a.md", source.encode())) or ()
    kinds = [block.kind for block in cleaning.label_blocks(document)]
    assert kinds == ["title", "body", "heading", "body", "caption", "boilerplate"]


def test_a_page_that_keeps_its_layout():
    """Where text is indented as it stood on the page, other columns below the story are not the story's."""
    comments = [
        "The bridge has been in need of paint since my father's day.",
        "Nobody asked those of us who walk across it every morning.",
    ]
    page = [
        "  The Holm Courier",
        "    Old bridge closed after rust is found",
        *["      " + PARAGRAPH, "      The mayor said so, and the engineers agreed with her.", "      " + PARAGRAPH],
        "        17 answers",
        *["              " + comment for comment in comments],
    ]
    kinds = [block.kind for block in label("\n".join(page))]
    assert kinds[2:5] == ["body"] * 3
    assert "body" not in kinds[5:]
    assert "body" in [block.kind for block in label("\n".join(map(str.strip, page)))][5:]


def test_a_list_and_a_table_in_markup():
    """Where a file has markup, lines that are no sentences are the story's: cells of a table, points of a list."""
    table = "| The name of the pier | Rust | Built |\n|---|---|---|\n" + "".join(
        f"| Pier {n} | {n} | 190{n} |\n" for n in range(1, 6)
    )
    points = "\n".join(
        f"- the {name} end of the bridge, with its lamps and benches" for name in ("north", "south", "east")
    )
    page = f"# Old bridge closed\n\n{table}\n{PARAGRAPH}\n\n{PARAGRAPH}\n\n{points}\n\n{PARAGRAPH}\n"
    [document] = markdown.read_documents(Source("page.md", page.encode())) or ()
    kinds = [block.kind for block in cleaning.label_blocks(document)]
    assert kinds == ["title", *["heading"] * 6, *["body"] * 6]


PHRASES = Path(lexicon.__file__).with_name("phrases.txt").read_text(encoding="utf-8")


def test_every_family_of_phrases_is_used():
    """A family that no sign asks for, or a phrase that stands twice, is left over."""
    source = "".join(Path(module.__file__).read_text("utf-8") for module in (signs, signs.credits))
    assert [family for family in lexicon.PHRASES if f'"{family}"' not in source] == []
    phrases = [line for line in PHRASES.splitlines() if line and line[0] not in "#[@"]
    assert sorted(set(phrases)) == sorted(phrases)


def test_phrases_are_bounded():
    """A phrase has no wildcard without a bound, so that no line takes long."""
    assert re.findall(r".*(?<!\\)\.[*+].*|.*\\S[*+].*", re.sub(r"\[[^\]\n]*\]", "x", PHRASES)) == []


def test_modes_of_phrases():
    """A whole phrase fills a line, an opening one begins it, one inside stands anywhere; definitions are filled in."""
    read = lexicon.read(
        "@day = (?:today|now)\n[a: whole]\nopen @day\n[b: opening]\n# a remark\nread …here\n[c: inside]\nour app\n"
    )
    assert read["a"]("* Open NOW *")
    assert not read["a"]("Open now, said the baker")
    assert read["b"]("Read the rest here and there")
    assert read["c"]("Please use our app today")
    with pytest.raises(ValueError, match="without a family: stray"):
        lexicon.read("stray\n")
