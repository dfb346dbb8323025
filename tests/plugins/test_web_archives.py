"""Web pages that a browser has saved as one file."""

from __future__ import annotations

import plistlib
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest
from digest.standard import html, web_archives

from digest import Document, Source
from digest.errors import ContentError

PAGE = """\
<html lang="en"><head><title>Tram line reopens</title></head><body><article><h1>Tram line reopens</h1>
<p>Trams ran on the river line again on Friday, nine weeks after the flood washed away the track at Skövde.</p>
<p>&ldquo;I never want to see a replacement bus again,&rdquo; said Ida Storm, who takes the line to work every day.</p>
</article></body></html>
"""


def mhtml(page: str = PAGE, charset: str = "utf-8") -> bytes:
    message = MIMEMultipart("related")
    message["Snapshot-Content-Location"] = "https://gazette.example/tram"
    message.attach(MIMEText("body { margin: 0 }", "css"))
    message.attach(MIMEText(page, "html", charset))
    message.attach(MIMEText("<p>An advertisement in a frame that is no part of the article at all.</p>", "html"))
    return message.as_bytes()


def webarchive(**resource: object) -> bytes:
    main = {f"WebResource{key}": value for key, value in resource.items()}
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": []}, fmt=plistlib.FMT_BINARY)


def read(path: str, data: bytes) -> Document:
    [document] = web_archives.read_documents(Source(path, data)) or ()
    return document


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("a.mhtml", mhtml()),
        ("a.MHT", mhtml(charset="iso-8859-1")),
        ("a.webarchive", webarchive(Data=PAGE.encode(), TextEncodingName="UTF-8", URL="https://gazette.example/tram")),
        (
            "a.webarchive",
            webarchive(Data=PAGE.encode("latin-1"), TextEncodingName="l1", URL="https://gazette.example/tram"),
        ),
    ],
)
def test_the_page_is_read_as_any_other(path, data):
    """The page of an archive has the text and lines of the page alone; its address is that of the archive."""
    [alone] = html.read_documents(Source("a.html", PAGE.encode()))
    document = read(path, data)
    assert (document.text, document.paragraphs) == (alone.text, alone.paragraphs)
    assert document.metadata.url == "https://gazette.example/tram"


def test_the_pages_own_address_comes_first():
    """What a page says of its address counts before where it was saved."""
    page = PAGE.replace("<head>", '<head><link rel="canonical" href="https://gazette.example/original">')
    assert read("a.mhtml", mhtml(page)).metadata.url == "https://gazette.example/original"


def test_only_web_addresses():
    """An archive from a disk, or with a script for an address, has none."""
    assert read("a.webarchive", webarchive(Data=PAGE.encode(), URL="javascript:alert(1)")).metadata.url is None


@pytest.mark.parametrize(
    ("path", "data", "message"),
    [
        ("a.mhtml", b"", "holds no web page"),
        ("a.mhtml", MIMEText("only text").as_bytes(), "holds no web page"),
        ("a.mhtml", b"Content-Type: multipart/mixed; boundary=x\n\n--x\n" * 5000, "holds no web page"),
        ("a.webarchive", b"<html>", "is no web archive"),
        ("a.webarchive", plistlib.dumps(["WebMainResource"]), "is no web archive"),
        ("a.webarchive", webarchive(Data="text"), "holds no web page"),
    ],
)
def test_bad_archives(path, data, message):
    """A file without a page is a fault of the file, with the remedy."""
    with pytest.raises(ContentError, match=message):
        read(path, data)


def test_other_files():
    """Other files are left to other readers."""
    assert web_archives.read_documents(Source("a.html", PAGE.encode())) is None
