"""RSS and Atom files."""

from __future__ import annotations

import datetime

import pytest
from digest.standard import feeds

from digest import Document, Source
from digest.errors import ContentError

RSS = """\
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
<title>Holm Gazette</title>
<link>https://gazette.example/</link>
<language>en-gb</language>
<item>
<title>Trams &amp;amp; buses</title>
<link>https://gazette.example/tram</link>
<pubDate>Fri, 06 May 2022 23:30:00 -0700</pubDate>
<description>In short.</description>
<content:encoded><![CDATA[<p>Trams ran <b>again</b> on Friday.</p><ul><li>Free<li>until Sunday</ul><script>x()</script>
Late<br>news]]></content:encoded>
</item>
<item>
<title>Fair opens</title>
<link>javascript:alert(1)</link>
<description>The fair opened on Monday.</description>
</item>
<item><title>Only a headline</title></item>
</channel>
</rss>
"""

ATOM = """\
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">
<title type="html">Holmer &lt;b&gt;Zeitung&lt;/b&gt;</title>
<entry><title>Brücke gesperrt</title><updated>2022-05-06T23:30:00-07:00</updated>
<link href="https://zeitung.example/b"/><content type="html">&lt;p&gt;Die Brücke ist zu.&lt;/p&gt;</content></entry>
</feed>
"""


def read(feed: str | bytes, path: str = "a.xml") -> list[Document]:
    return list(feeds.read_documents(Source(path, feed.encode() if isinstance(feed, str) else feed)) or ())


def blocks(document: Document) -> list[tuple[str, int, str | None]]:
    return [(document.text[p.start : p.end], p.line, p.kind) for p in document.paragraphs]


def test_rss():
    """An entry is an article: title, the fullest text without its markup, the line of the entry."""
    first, second = read(RSS)
    assert (first.path, second.path) == ("a.xml#1", "a.xml#2")
    assert blocks(first) == [
        ("Trams & buses", 7, "title"),
        ("Trams ran again on Friday.", 7, None),
        ("Free", 7, None),
        ("until Sunday", 7, None),
        ("Late", 7, None),
        ("news", 7, None),
    ]
    assert blocks(second)[1] == ("The fair opened on Monday.", 15, None)


def test_metadata():
    """Outlet and language are the feed's; the day is that of the writer's zone; only web addresses are kept."""
    first, second = read(RSS)
    assert first.metadata.title == "Trams & buses"
    assert first.metadata.outlet == "Holm Gazette"
    assert first.metadata.published == datetime.date(2022, 5, 6)
    assert first.metadata.url == "https://gazette.example/tram"
    assert first.metadata.language == "en-gb"
    assert (second.metadata.published, second.metadata.url) == (None, None)


def test_atom():
    """Atom is read as RSS is."""
    [document] = read(ATOM, "a.atom")
    assert blocks(document) == [("Brücke gesperrt", 3, "title"), ("Die Brücke ist zu.", 3, None)]
    assert document.metadata.outlet == "Holmer Zeitung"
    assert document.metadata.published == datetime.date(2022, 5, 6)


def test_other_encodings():
    """UTF-16 and declared code pages are read."""
    for encoding in ("utf-16", "iso-8859-1"):
        feed = ATOM.replace("<feed", f'<?xml version="1.0" encoding="{encoding}"?><feed', 1)
        [document] = read(feed.encode(encoding))
        assert document.metadata.title == "Brücke gesperrt"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(encoding):
    """A file that declares entities could explode when it is read."""
    bomb = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><rss><channel>&b;</channel></rss>'
    with pytest.raises(ContentError, match=r"a\.xml: declares XML entities, which are refused"):
        read(bomb.encode(encoding))


def test_cut_off():
    """What can be read of a broken feed is read, with a note."""
    first = read(RSS[: RSS.index("</item>") + 10])[0]
    assert first.metadata.title == "Trams & buses"
    assert "not well formed" in first.notes[0]


@pytest.mark.parametrize(
    ("feed", "message"),
    [
        ("", "has no entries"),
        ("<html><p>hi</p></html>", "has no entries"),
        ("<rss><channel></channel></rss>", "has no entries"),
        ("http://127.0.0.1/feed", "has no entries"),
        ("<rss><channel><item><title>x</title></item></channel></rss>", "its entries have no text"),
    ],
)
def test_faults(feed, message):
    """A file that is no feed, or one of headlines only, is a fault; an address is not fetched."""
    with pytest.raises(ContentError, match=message):
        read(feed)


@pytest.mark.parametrize("markup", ["<" * 500_000, "<div>" * 10_000 + "x", "word " * 1_000_000])
def test_hostile_entry(markup):
    """Strange markup in an entry is read in a moment and doesn't harm its neighbours."""
    entry = f"<item><title>x</title><description><![CDATA[{markup}]]></description></item>"
    documents = read(RSS.replace("<item>", entry + "<item>", 1))
    assert documents[-1].metadata.title == "Fair opens"


def test_attributes_without_end():
    """An entry with a tag of attributes without end is set aside by its number, and not its neighbours."""
    markup = "<p " + " ".join(f"a{n}" for n in range(100_000)) + ">x"
    entry = f"<item><title>x</title><description><![CDATA[{markup}]]></description></item>"
    fault, *documents = feeds.read_documents(Source("a.rss", RSS.replace("<item>", entry + "<item>", 1).encode()))
    assert str(fault).startswith("a.rss#1: has a tag with more than 1,000 attributes")
    assert documents[-1].metadata.title == "Fair opens"


def test_other_files_are_left_to_others():
    """Only `.rss`, `.atom` and `.xml` are this reader's."""
    assert feeds.read_documents(Source("a.txt", b"x")) is None


def test_an_entry_that_breaks_off():
    """What the parser makes of broken markup, such as a content that is nothing, is no fault of the reader's."""
    with pytest.raises(ContentError, match="its entries have no text"):
        feeds.read_documents(Source("feed.atom", b"<entry<title</content>"))
