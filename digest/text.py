"""Sentences and words of running text, as offsets, and names and addresses that are safe."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from digest.model import Article, Block, Span

# In characters. What is done with a sentence may take the square of its length, so that length needs a bound; of
# 10,000 sentences of newspapers the longest has 551.
LONGEST = 1000

# Words that end in a full stop without ending a sentence when a capital follows: titles and initials never do, what
# may stand last in a sentence does not unless a word follows that begins one.
_TITLE = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sgt|Capt|Maj|Adm|Cpl|Pvt|Rep|Reps|Sen|Sens|Gov|Govs|Pres|Supt|Insp|Det"
    r"|Rev|Hon|Fr|St|Ste|Mt|Ft|Ave|Blvd|Rd|No|Nos|vs|v|viz|cf|al|approx|ca|e\.g|i\.e)|(?<![\w’'.])[A-Z])\.$"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Sr|Jr|Inc|Ltd|Co|Corp|Bros|Dept|Univ"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun"
    r"|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore"
    r"|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|a\.m|p\.m)|(?<![\w’'])(?:[A-Z]\.)+[A-Z])\.$"
)
_BEGINNING = re.compile(
    r"\s+[\"'“‘(]*(?:The|An?|This|That|These|Those|He|She|It|They|We|You|His|Her|Its|Their|Our|My|There|But|And|So|Yet"
    r"|In|On|At|As|If|When|While|After|Before|For|With|By|From|To|Since|Although|Though|Because|Under|Some|Many|Most"
    r"|However|According|What|Who|Why|How)\s"
)
# A run of marks is tried once, from its first mark on, and as a whole. That all begins with one class of characters
# makes the search several times as fast.
_END = re.compile(
    r"[.!?…。！？\n](?:(?<=[.!?…])(?<![.!?…].)[.!?…]*+[\"'”’»)\]]*+(?=\s|$)|(?<=[a-z][a-z][.!?])(?=[A-Z][a-z]*\s)"
    r"|(?<=[。！？])[。！？]*[”’」』）]*|(?<=\n)\n*)"
)
_OPENER = re.compile(r"\s*+[\"'“‘«(\[]*+\s*+(?=[^a-z\s\"'“‘«(\[])")
_DEVICE = re.compile(r"con|prn|aux|nul|(?:com|lpt)\d")
_UNSAFE = re.compile(r"[^a-z0-9]+")
_WEB_URL = re.compile(r"https?://[^\s\0-\x1f\x7f/][^\s\0-\x1f\x7f]*", re.IGNORECASE)
# Soft hyphens and other characters of no width, which pages have inside their words.
_NO_WIDTH = r"\u00ad\u200b-\u200d\u2060\ufeff"
WORD = re.compile(rf"\w+(?:(?:[.’'&-]|[{_NO_WIDTH}]++)\w+)*", re.UNICODE)
_INVISIBLE = re.compile(rf"[{_NO_WIDTH}\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Letters that Unicode doesn't take apart, and marks that have a plain form.
_PLAIN = str.maketrans("øØłŁđĐ‘’ʼ`´‐‑‒–", "oOlLdD" + 5 * "'" + 4 * "-")


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of `text[start:end]`, as trimmed half-open offsets into `text`, in order.

    A line break always ends a sentence. A full stop after an initial or a known abbreviation does not, nor one
    that a lower-case letter follows; after "D.C." or "p.m." one does if a word such as "The" follows. What is
    longer than `LONGEST` is no sentence but a table or a list, and is cut at spaces.
    """
    end = len(text) if end is None else end
    spans: list[Span] = []
    begin = start
    for match in _END.finditer(text, start, end):
        if match[0].startswith("\n"):
            _append(spans, text, begin, match.start())
            begin = match.end()
        elif _ends_sentence(text, begin, match, end):
            _append(spans, text, begin, match.end())
            begin = match.end()
    _append(spans, text, begin, end)
    return spans


def sentences_of(article: Article, block: Block) -> Sequence[Span]:
    """The sentences of one of an article's blocks, as `sentences` gives them; found once for each article."""
    return article.derived(_by_block)[block.start]


def _by_block(article: Article) -> dict[int, list[Span]]:
    return {block.start: sentences(article.text, block.start, block.end) for block in article.blocks}


def _ends_sentence(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    if match.end() == end or match[0][0] in "。！？":
        return True
    if not _OPENER.match(text, match.end(), end):
        return False
    if match[0][0] != "." or match[0].startswith(".."):
        return True
    before, stop = max(begin, match.start() - 12), match.start() + 1
    if _TITLE.search(text, before, stop):
        return False
    return not _ABBREVIATION.search(text, before, stop) or bool(_BEGINNING.match(text, match.end(), end))


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end:
        cut = end if end - start <= LONGEST else _space(text, start, end)
        piece = text[start:cut]
        first = start + len(piece) - len(piece.lstrip())
        if piece.strip():
            spans.append((first, first + len(piece.strip())))
        start = cut


def _space(text: str, start: int, end: int) -> int:
    """The last space of the first `LONGEST` characters, or the first space after them, or the end."""
    before = text.rfind(" ", start + 1, start + LONGEST)
    after = text.find(" ", start + LONGEST, end)
    return next((place for place in (before, after) if place > 0), end)


def words(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The words of `text[start:end]` as offsets: letters and digits, with inner points, hyphens and apostrophes."""
    return [match.span() for match in WORD.finditer(text, start, len(text) if end is None else end)]


def visible(text: str) -> str:
    """A text on one line without characters of no width and those that turn the direction of writing."""
    return " ".join(_INVISIBLE.sub("", text).split())


def plain(text: str) -> str:
    """How words are compared that outlets spell to their own style: without accents, case and what is not seen."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", visible(text).translate(_PLAIN))
        text = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return text.casefold()


def slug(text: str, limit: int = 60) -> str:
    """Lower-case ASCII letters, digits and hyphens, at most `limit` characters; `x` if nothing is left.

    What Windows takes for a device, such as `con`, gets an `-x`.
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    plain = _UNSAFE.sub("-", plain).strip("-")[:limit].rstrip("-") or "x"
    return f"{plain}-x" if _DEVICE.fullmatch(plain) else plain


def numbered(names: Iterable[str]) -> list[str]:
    """The names in their order, with `-2` and so on where another is the same: each is there once."""
    taken: set[str] = set()
    last: Counter[str] = Counter()
    found = []
    for name in names:
        candidate = name
        while candidate in taken:
            last[name] += 1
            candidate = f"{name}-{last[name] + 1}"
        taken.add(candidate)
        found.append(candidate)
    return found


def web_url(value: str | None) -> str | None:
    """An address that may become a link: http and https only; None for others (`javascript:`, `file:`, …)."""
    value = (value or "").strip()
    try:
        return value if _WEB_URL.fullmatch(value) and urlsplit(value).netloc else None
    except ValueError:  # such as an IPv6 address that is none
        return None
