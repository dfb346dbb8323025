"""Tests of the plugin eml; run `python -m pytest` in the folder that has pyproject.toml."""

import contextlib
import datetime
from email.message import EmailMessage

import digest_plugin_eml
import pytest

from digest import Source
from digest.errors import ContentError
from digest.testing import run_hook

PLAIN = "The dam at Ostrey\nheld all night.\n\n\u201cWe slept beside the gauges,\u201d said Mara Lind.\n"
HTML = """<style>p {}</style><h1>Dam holds</h1>
<p>The <b>dam</b> &amp; the gauges held.<br>It rained.</p><script>x()</script>"""


def mail(**headers):
    """A mail with these headers beside subject, sender and date."""
    message = EmailMessage()
    given = {"Subject": "Dam holds", "From": "Ostrey Courier <news@courier.example>", **headers}
    given.setdefault("Date", "Tue, 06 May 2031 07:00:00 +0200")
    for name, value in given.items():
        message[name.replace("_", "-")] = value
    return message


def read(message):
    """The document of a mail, and its paragraphs."""
    [document] = run_hook(digest_plugin_eml, "read_documents", Source("news.eml", message.as_bytes()))
    return document, [document.text[p.start : p.end] for p in document.paragraphs]


def test_plain_text_is_unwrapped():
    """A paragraph is one line however it was wrapped; headers give title, outlet and date."""
    message = mail()
    message.set_content(PLAIN)
    document, lines = read(message)
    assert lines == [
        "Dam holds",
        "The dam at Ostrey held all night.",
        "\u201cWe slept beside the gauges,\u201d said Mara Lind.",
    ]
    assert document.metadata.outlet == "Ostrey Courier"
    assert document.metadata.published == datetime.date(2031, 5, 6)


def test_html_is_read_where_there_is_no_plain_text():
    """Blocks are paragraphs, styles and scripts are left out, a heading that repeats the subject too."""
    message = mail(List_Id="Courier at Seven <seven.courier.example>")
    message.set_content(HTML, subtype="html")
    document, lines = read(message)
    assert lines == ["Dam holds", "The dam & the gauges held.", "It rained."]
    assert document.metadata.outlet == "Courier at Seven"


def test_other_files_are_left_to_others():
    """Only `.eml` files are read."""
    assert run_hook(digest_plugin_eml, "read_documents", Source("news.txt", b"Dam holds")) is None


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"Subject: Dam\n\n", "is a mail without text"),
        (b"Subject: Dam\nContent-Type: image/png\n\nPNG", "is a mail without text"),
        (b"Subject: Dam\nContent-Type: text/plain; charset=klingon\n\nQapla", "encoding that nobody knows"),
    ],
)
def test_a_mail_without_text_is_refused(data, message):
    """It is set aside with a reason, like any file that cannot be read."""
    with pytest.raises(ContentError, match=message):
        run_hook(digest_plugin_eml, "read_documents", Source("news.eml", data))


@pytest.mark.parametrize("data", [b"", b"\0\xff", b"MIME-Version: 1.0", b"Date: never\nFrom: @@\nSubject:\n\nIt held."])
def test_damaged_mails_do_no_harm(data):
    """Whatever is in the file, it is read or refused."""
    with contextlib.suppress(ContentError):
        assert run_hook(digest_plugin_eml, "read_documents", Source("x.eml", data))
