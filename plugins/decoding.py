"""The bytes of a file as text, whatever its encoding; a fault is a ContentError that says what to do."""

from __future__ import annotations

import codecs

from digest import Source
from digest.errors import ContentError

# UTF-32 stands before UTF-16: its little-endian mark begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 50_000  # bytes
_MOSTLY_ASCII = 0.2
_LATIN_CODE_PAGES = ("cp1252", "cp1250", "cp1254", "cp1257")


def decode(source: Source, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of a file, with LF line ends and without byte order mark, and notes for the build report.

    Tried in turn: the byte order mark, UTF-8, the encoding that the file declares, a guess from the bytes.
    Raises ContentError for a file that is empty or is no text.
    """
    text, notes = _decode(source, declared)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if not text.strip():
        raise ContentError(source.path, "the file is empty; write the article into it or remove it")
    nul = text.find("\0")
    if nul >= 0:
        line = text.count("\n", 0, nul) + 1
        raise ContentError(source.path, "contains NUL bytes, so it is no text; save it as UTF-8 text", line)
    return text, notes


def _decode(source: Source, declared: str | None) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if source.data.startswith(mark):
            notes = () if encoding == "utf-8" else (f"read as {encoding}, by its byte order mark",)
            return _strictly(source, encoding), notes
    try:
        return source.data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    if declared and (text := _try(source.data, declared)) is not None:
        return text, (f"read as {declared}, as the file declares",)
    return _guess(source)


def _strictly(source: Source, encoding: str) -> str:
    try:
        return source.data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"is not valid {encoding} at byte {error.start}; save it as UTF-8"
        raise ContentError(source.path, message) from error


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _guess(source: Source) -> tuple[str, tuple[str, ...]]:
    from charset_normalizer import from_bytes

    high = sum(byte > 127 for byte in source.data[:_SAMPLE])
    mostly_ascii = high < _MOSTLY_ASCII * min(len(source.data), _SAMPLE)
    # A few accents and curly quotation marks are too little evidence: such text is taken for East Asian.
    choice = list(_LATIN_CODE_PAGES) if mostly_ascii else None
    best = None if b"\0" in source.data else from_bytes(source.data, cp_isolation=choice).best()
    if best is None:
        raise ContentError(source.path, "is no text in any known encoding; save it as UTF-8 text")
    return str(best), (f"not UTF-8; read as {best.encoding}, a guess from the bytes: save it as UTF-8",)
