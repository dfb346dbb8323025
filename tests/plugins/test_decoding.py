"""Bytes become text in whatever encoding they are."""

from __future__ import annotations

import pytest
from digest.standard.decoding import decode

from digest import Source
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
