"""Reading a folder: which files are articles, what is set aside and why, and the articles' ids."""

import datetime
import os
import threading
from pathlib import Path

import pytest

from digest.config import PluginEntry, Site
from digest.errors import ConfigError, ContentError, PluginError
from digest.model import Document
from digest.plugins import Host
from digest.read import MAX_BYTES, MAX_CHARACTERS, SetAside, article_ids, find, load, read


def host(root: Path, reader: str | None = None) -> Host:
    """A host with the text reader, or with a reader of its own whose code is given."""
    if reader:
        (root / "plugins").mkdir()
        (root / "plugins" / "reader.py").write_text(reader, "utf-8")
    entry = PluginEntry("reader" if reader else "text")
    return Host(Site(root=root, content=root / "content", output=root / "public", plugins=(entry,)))


def read_all(content: Path, host: Host) -> tuple[list[Document | ContentError], list[SetAside]]:
    found = find(content)
    documents, set_aside = [], list(found.set_aside)
    for name in found.files:
        try:
            documents += read(load(content, name), host)
        except ContentError as error:
            set_aside.append(SetAside.of(error))
    return documents, sorted(set_aside, key=lambda fault: fault.path)


@pytest.fixture
def content(tmp_path):
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


def test_files_are_read_by_path(tmp_path, content):
    """All folders are read, in the order of the paths, which are relative with slashes."""
    (content / "b").mkdir()
    for name in ("z.txt", "b/y.txt", "a.txt"):
        (content / name).write_text("A ferry was late.\n")
    documents, set_aside = read_all(content, host(tmp_path))
    assert [document.path for document in documents] == ["a.txt", "b/y.txt", "z.txt"]
    assert set_aside == []


def test_hidden_files_and_the_parts_of_saved_pages_are_passed_over(tmp_path, content):
    """Editors' files, and the images and styles that a browser saves, are no articles."""
    (content / ".git").mkdir()
    for name in (".git/config.txt", ".draft.txt", "photo.JPG", "site.css", "script.js"):
        (content / name).write_text("x")
    assert read_all(content, host(tmp_path)) == ([], [])


def test_the_folder_of_a_saved_page_is_passed_over(content):
    """A folder that a browser named after a page beside it is none of articles; one without its page is."""
    for name in (
        "dam.html",
        "dam_files/frame.html",
        "dam_files/ads.js.download",
        "damm.HTM",
        "damm-Dateien/frame.html",
    ):
        (content / name).parent.mkdir(exist_ok=True)
        (content / name).write_text("The dam holds.", "utf-8")
    (content / "case_files").mkdir()
    (content / "case_files" / "court.txt").write_text("The court sat.", "utf-8")
    assert list(find(content).files) == ["case_files/court.txt", "dam.html", "damm.HTM"]


def test_what_cannot_be_read_is_set_aside_and_the_rest_is_read(tmp_path, content):
    """Each bad file is listed with its reason; a good one beside them is still read."""
    (content / "good.txt").write_text("A ferry was late.\n")
    (content / "letter.docx").write_bytes(b"PK\x03\x04")
    (content / "empty.txt").write_bytes(b"")
    with (content / "huge.txt").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    documents, set_aside = read_all(content, host(tmp_path))
    assert [document.path for document in documents] == ["good.txt"]
    assert [fault.path for fault in set_aside] == ["empty.txt", "huge.txt", "letter.docx"]
    assert set_aside[1] == SetAside("huge.txt", "is larger than 20 MB; split it into articles")
    assert "no plugin of this site reads .docx files" in set_aside[2].reason


def test_what_is_too_long_for_an_article_is_set_aside(tmp_path, content):
    """A book or a log is no article; comparing it would take minutes. The longest reportage is one."""
    (content / "book.txt").write_text("word " * (MAX_CHARACTERS // 5) + "x")
    (content / "long.txt").write_text("word " * (MAX_CHARACTERS // 5))
    [fault, long], _ = read_all(content, host(tmp_path))
    assert isinstance(long, Document)
    reason = "is 200,001 characters long, and an article has 200,000 at most; split it into articles"
    assert SetAside.of(fault) == SetAside("book.txt", reason)


def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(content, monkeypatch):
    """What was a file when it was looked at and is a pipe when it is opened is set aside."""
    (content / "was.txt").write_text("A ferry was late.\n")
    was = (content / "was.txt").lstat()
    os.mkfifo(content / "a.txt")
    monkeypatch.setattr(Path, "lstat", lambda path: was)
    faults = []

    def look() -> None:
        faults.extend(find(content).set_aside)
        with pytest.raises(ContentError, match="it is no regular file any more"):
            load(content, "a.txt")
        faults.append("loaded")

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    thread.join(30)
    assert faults == [SetAside("a.txt", "cannot be read: it is no regular file any more"), "loaded"]


def test_a_link_out_of_the_folder_is_set_aside(tmp_path, content):
    """A symbolic link can't bring a file of the machine onto the site; one within the folder is fine."""
    (tmp_path / "secret.txt").write_text("password")
    (content / "leak.txt").symlink_to(tmp_path / "secret.txt")
    (content / "gone.txt").symlink_to(content / "nowhere.txt")
    (content / "real.txt").write_text("A ferry was late.\n")
    (content / "same.txt").symlink_to(content / "real.txt")
    documents, set_aside = read_all(content, host(tmp_path))
    assert [document.path for document in documents] == ["real.txt", "same.txt"]
    assert [(fault.path, fault.reason.split(";")[0]) for fault in set_aside] == [
        ("gone.txt", "is not a regular file"),
        ("leak.txt", "is a link to a place outside the content folder"),
    ]


def test_a_missing_folder_is_a_fault_of_configuration(tmp_path):
    """A content folder that doesn't exist stops the build: nothing would be published."""
    with pytest.raises(ConfigError, match="no such folder"):
        find(tmp_path / "content")


@pytest.mark.parametrize("span", ["0, 0", "0, 99", "-1, 2", "3, 4), Paragraph(0, 2"])
def test_a_readers_paragraphs_are_checked(tmp_path, content, span):
    """Empty, disordered or outlying paragraphs are the reader's fault, named with the file."""
    (content / "a.txt").write_text("x")
    spans = span.replace("), Paragraph(0, 2", ", 1), Paragraph(0, 2, 1")
    spans = spans if ")" in spans else f"{spans}, 1"
    code = (
        "from digest import Document, Paragraph, hookimpl\n"
        "@hookimpl\n"
        "def read_documents(source):\n"
        f"    return [Document(path=source.path, text='four', paragraphs=(Paragraph({spans}),))]\n"
    )
    with pytest.raises(PluginError, match=r"plugin 'reader', read_documents, on a\.txt: paragraph .* is out of order"):
        read_all(content, host(tmp_path, code))


READER = """
import datetime
from digest import Document, Metadata, Paragraph, hookimpl

@hookimpl
def read_documents(source):
    def item(path, **metadata):
        return Document(path=path, text="four", paragraphs=(Paragraph(0, 4, 1),), metadata=Metadata(**metadata))
    return [{items}]
"""


def test_a_file_without_articles_is_set_aside(tmp_path, content):
    """A reader that takes a file and finds nothing in it does not make the file disappear."""
    (content / "empty.box").write_text("From nobody\n")
    reader = "from digest import hookimpl\n\n\n@hookimpl\ndef read_documents():\n    return []\n"
    _, [fault] = read_all(content, host(tmp_path, reader))
    assert fault == SetAside("empty.box", "the plugin 'reader' found no article in it; look at the file")


def test_only_web_addresses_are_kept(tmp_path, content):
    """An address that may not become a link is left out with a note, whichever plugin read it."""
    (content / "a.txt").write_text("x")
    items = "item('a.txt#1', url='javascript:alert(1)'), item('a.txt#2', url='https://example.org/a')"
    (bad, good), _ = read_all(content, host(tmp_path, READER.format(items=items)))
    assert (bad.metadata.url, good.metadata.url, good.notes) == (None, "https://example.org/a", ())
    assert bad.notes == (
        "'javascript:alert(1)' is not a web address and is left out; it must begin with http:// or https://",
    )


@pytest.mark.parametrize(("year", "kept"), [(1, False), (1604, False), (1605, True), (2031, True), (9999, False)])
def test_only_dates_of_articles_are_kept(tmp_path, content, year, kept):
    """A system that knows no date may state its first; that is left out with a note, whichever plugin read it."""
    (content / "a.txt").write_text("x")
    day = datetime.date(year, 1, 1)
    [document], _ = read_all(content, host(tmp_path, READER.format(items=f"item('a.txt', published={day!r})")))
    assert document.metadata.published == (day if kept else None)
    assert document.notes == (
        () if kept else (f"{day} is not the date of an article and is left out; write YYYY-MM-DD",)
    )


def test_names_do_not_turn_what_stands_behind_them(tmp_path, content):
    """A title or an outlet can't reverse the line that it is printed in, whichever plugin read it."""
    (content / "a.txt").write_text("x")
    named = "item('a.txt', title='Ferry \\u202elate', outlet='The \\u2066Gazette\\u202e')"
    [document], _ = read_all(content, host(tmp_path, READER.format(items=named)))
    assert (document.metadata.title, document.metadata.outlet) == ("Ferry late", "The Gazette")


def test_a_time_for_a_date_is_named(tmp_path, content):
    """A datetime is a date to Python and none to digest; the message says what to do."""
    (content / "a.txt").write_text("x")
    items = "item('a.txt', published=datetime.datetime(2031, 5, 6, 7))"
    with pytest.raises(PluginError, match=r"needs a date, not a time: use \.date\(\) - at `\$\.metadata\.published`"):
        read_all(content, host(tmp_path, READER.format(items=items)))


@pytest.mark.parametrize(
    ("items", "message"),
    [
        ("item('a.txt'), item('a.txt')", "two documents have the path 'a.txt'; number them"),
        ("item('a.txt#1'), item('a.txt#1')", "two documents have the path 'a.txt#1'; number them"),
        ("item('b.txt')", "the path 'b.txt' is not that of the file; take source.path"),
        ("item('a.txt#x')", "the path 'a.txt#x' is not that of the file; take source.path"),
    ],
)
def test_a_documents_path_is_its_files(tmp_path, content, items, message):
    """A document is found again by its path, so that must be the file's, with a number where there are several."""
    (content / "a.txt").write_text("x")
    with pytest.raises(PluginError, match=message):
        read_all(content, host(tmp_path, READER.format(items=items)))


def test_ids_are_short_where_they_can_be_and_unique_always():
    """The file's name, its path where names meet, a number where even slugs meet; feeds' entries by number."""
    paths = ["a/ferry.txt", "b/ferry.txt", "Port Strike!.txt", "feed.xml#1", "feed.xml#2", "c/🙂.txt", "c/🎈.txt"]
    ids = article_ids(paths)
    assert ids == ["a-ferry-txt", "b-ferry-txt", "port-strike", "feed-1", "feed-2", "c-txt", "c-txt-2"]
