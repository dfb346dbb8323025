"""Saved web pages."""

from __future__ import annotations

import datetime

import pytest
from digest.standard import html

from digest import Metadata, Source
from digest.errors import ContentError

PAGE = """\
<!DOCTYPE html>
<html lang="en-GB">
<head>
<title>Tram line reopens after flood | Holm Gazette</title>
<meta property="og:title" content="Tram line reopens after flood">
<meta property="og:site_name" content="Holm Gazette">
<meta property="article:published_time" content="2022-05-06T21:00:00+02:00">
<link rel="canonical" href="https://gazette.example/tram">
</head>
<body>
<nav><a href="/">Home</a> <a href="/city">City</a></nav>
<article>
<h1>Tram line reopens after flood</h1>
<p>Trams ran on the river line <b>again</b>
on Friday, nine weeks after the flood washed away the track at Holm.</p>
<img src="a.jpg" alt="A tram on the new track">
<h2>Nine weeks of buses</h2>
<p>&ldquo;I never want to see a replacement bus again,&rdquo; said Ida Storm, who takes the line to work every day.</p>
<blockquote><p>The bed is a metre higher than it was, the company wrote in a letter to the council.</p></blockquote>
<ul><li>The first tram left at five in the morning.</li><li>Tickets are free until Sunday.</li></ul>
<script>track("<p>not a paragraph</p>")</script>
</article>
<footer><p>Copyright Holm Gazette</p></footer>
</body>
</html>
"""


def read(page: str | bytes, path: str = "a.html") -> tuple[list[tuple[str, int, str | None]], Metadata]:
    [document] = html.read_documents(Source(path, page.encode() if isinstance(page, str) else page))
    return [(document.text[p.start : p.end], p.line, p.kind) for p in document.paragraphs], document.metadata


def test_the_clock_does_not_matter():
    """The date that a page states is taken, also where the clock of this machine is not there yet."""
    _, metadata = read(PAGE.replace("2022-05-06", "2091-05-06"))
    assert metadata.published == datetime.date(2091, 5, 6)


def test_main_text():
    """The article's blocks with their lines in the file and the kinds that the markup gives; no menu, no script."""
    blocks, _ = read(PAGE)
    assert blocks == [
        ("Tram line reopens after flood", 13, "heading"),
        (
            "Trams ran on the river line again on Friday, nine weeks after the flood washed away the track at Holm.",
            14,
            None,
        ),
        ("A tram on the new track", 14, "caption"),
        ("Nine weeks of buses", 17, "heading"),
        (
            "“I never want to see a replacement bus again,” said Ida Storm, who takes the line to work every day.",
            18,
            None,
        ),
        ("The bed is a metre higher than it was, the company wrote in a letter to the council.", 19, None),
        ("The first tram left at five in the morning.", 20, None),
        ("Tickets are free until Sunday.", 20, None),
    ]


def test_quotations_in_markup():
    """What stands in <q> gets the marks that a browser would set, unless it has its own."""
    quoted = "<q>Trams ran <b>again</b></q>, said Ida Storm of the <q>“river”</q> line after nine weeks of buses.</p>"
    blocks, _ = read(PAGE.replace("Trams ran on the river line <b>again</b>", quoted))
    assert blocks[1][0] == "“Trams ran again”, said Ida Storm of the “river” line after nine weeks of buses."


def test_metadata():
    """What the page says of itself; the day of publishing is that of the writer's zone."""
    _, metadata = read(PAGE)
    assert metadata == Metadata(
        title="Tram line reopens after flood",
        outlet="Holm Gazette",
        published=datetime.date(2022, 5, 6),
        url="https://gazette.example/tram",
        language="en-GB",
    )


def test_declared_encoding():
    """An old code page that the page declares is used."""
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-1">').replace("Ida Storm", "Ida Åström")
    blocks, _ = read(page.replace("&ldquo;", '"').replace("&rdquo;", '"').encode("latin-1"))
    assert any("Ida Åström" in text for text, _, _ in blocks)


def test_addresses_of_other_kinds_are_dropped():
    """A canonical address that is no web address is not kept."""
    _, metadata = read(PAGE.replace("https://gazette.example/tram", "javascript:alert(1)"))
    assert metadata.url is None


def test_broken_markup():
    """Tags that are not closed don't matter."""
    page = PAGE.replace("</p>", "").replace("</article>", "").replace("</h2>", "")
    assert any(text.startswith("Trams ran") for text, _, _ in read(page)[0])


@pytest.mark.parametrize(
    "page", ["just words", "<" * 100_000, "<html></html>", "<div>" * 10_000 + "x" + "</div>" * 10_000]
)
def test_no_article(page):
    """A page without an article is a fault that says what to do."""
    with pytest.raises(ContentError, match=r"a\.html: .*; save"):
        read(page)


def test_attributes_without_end():
    """A tag with attributes without end is refused, also where marks of a tag's end stand in them."""
    attributes = " ".join(f'a{n}=">"' for n in range(100_000))
    with pytest.raises(ContentError, match=r"a\.html: has a tag with more than 1,000 attributes; save its text"):
        read(PAGE.replace("<article", f"<article {attributes}", 1))


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        (PAGE.replace("</article>", "<a href=x>more</a>" * 20_000 + "</article>"), "has more than 20,000 tags"),
        (PAGE.replace("</article>", "<p>" + "word " * 2_000_000 + "</article>"), "has more than 9,000,000 characters"),
        (
            PAGE.replace("</article>", f"<img src='data:,{'A' * 9_000_000}'><p>The end.</article>"),
            "has an attribute of more than 9,000,000 letters",
        ),
    ],
    ids=["tags", "text", "attribute"],
)
def test_more_than_a_page_has(page, fault):
    """A page on which trafilatura would work for minutes, or of which the parser would drop the rest, is refused."""
    with pytest.raises(ContentError, match=fault):
        read(page)


def test_one_long_line():
    """A page of five megabytes on one line is read."""
    blocks, _ = read("<html><body><p>" + "word " * 1_000_000)
    assert len(blocks) == 1


def test_other_files_are_left_to_others():
    """Only `.html` and `.htm` are this reader's."""
    assert html.read_documents(Source("a.xhtml", b"x")) is None
    assert read(PAGE, "A.HTM")[0]


def test_line_finder():
    """A block is found by its words, whatever markup and white space stand between them; else the line before."""
    line_of = html.line_finder("<p>One\n<b>two</b>\n\n<p>\n three&amp;four<script>\nx</script>\n<p>One two")
    assert [line_of(text) for text in ("One two", "three&four", "five", "One two")] == [1, 5, 5, 7]


def test_captions_are_kept():
    """A figure's caption is a block of its own in its place, whatever markup it has inside."""
    figure = '<figure><img src="a.jpg"><figcaption>A tram at Holm, <b>6 May 2022</b>.</figcaption></figure>\n<h2>'
    blocks, _ = read(PAGE.replace("<h2>", figure))
    assert ("A tram at Holm, 6 May 2022.", 17, "caption") in blocks
    assert [kind for _, _, kind in blocks].count("caption") == 2


def test_the_text_tells_a_wrong_language() -> None:
    """A page that states a language which its text is not in has that of the text; a tag with a region stays."""
    german = (
        "<p>Die Bahn fährt wieder auf der Strecke am Fluss, und das ist für die Leute in der Stadt eine gute Sache, "
        "weil sie nicht mehr mit dem Bus zu der Arbeit müssen.</p>"
    )
    page = f'<html lang="{{}}"><head><title>Bahn</title></head><body><article>{german * 4}</article></body></html>'
    for stated, expected in (("en", "de"), ("de_AT", "de-AT"), ("nds", "nds")):
        [document] = html.read_documents(Source("a.html", page.replace("{}", stated).encode()))
        assert document.metadata.language == expected
