"""What an event is called: the title of its most central account, and an id made from it."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Container, Sequence
from itertools import count

import msgspec

from digest import Article

from ..vectors import Vector, dot, total
from .terms import Words, content_words, vectors_of

_ID_LENGTH = 60
_TITLE_WORDS = 18
_WORD = re.compile(r"[a-z0-9]+")
_OUTLET_SEPARATOR = re.compile(r"(?<!\s)\s++[|–—•·-]\s+")
# A quotation at the end that the statement before it can do without: after a colon, a dash or a preposition.
_QUOTED_TAIL = re.compile(
    r"(?<!\s)(?:\s*+[:–—-]|\s++(?:at|in|as|on|over|amid|after|with|of|for))\s+(?:[“\"][^“”\"]*[”\"]|[‘'][^‘’']*[’'])$"
)
_STATEMENT_WORDS = 4
# What is not a plain statement stands back: a quotation, a question, "Watch: …", a title too long for one, and what
# calls on the reader or names the kind of piece ("How …", "Watch …", "(VIDEO)", "…, reviewed").
_NOT_PLAIN = re.compile(
    r"[\"“”„«»?]|[‘'][^’'\s]{0,60}+\s[^’']{0,200}[’']|^[\w ]{1,12}: "
    r"|^(?:How|Why|What|When|Where|Who|Here|This is|Watch|See|Hear|Meet|Footage|Video|Photos|Pictures|Live)\b"
    r"|\b(?:LIVE|VIDEO|PHOTOS|WATCH)\b|, [Rr]eviewed$|[:–—-] how to\b"
)


class Headline(msgspec.Struct, frozen=True):
    """A title that an event could have, and its content words."""

    title: str
    words: Words


def headline(article: Article) -> Headline:
    """An article's own title, without the outlet's name and a quotation that it can do without."""
    title = without_quotation(without_outlet(article))
    return Headline(title, content_words(title))


def event_title(headlines: Sequence[Headline], vectors: Sequence[Vector]) -> str:
    """One of the titles of stories with these vectors: plain if there is one, and nearest to all."""
    story = total(vectors)
    nearness = [dot(vector, story) for vector in vectors_of([headline.words for headline in headlines])]

    def rank(index: int) -> tuple[bool, bool, float, str]:
        title = headlines[index].title
        long = len(title.split()) > _TITLE_WORDS
        return bool(_NOT_PLAIN.search(title)), long, -nearness[index], title

    return headlines[min(range(len(headlines)), key=rank)].title


def without_outlet(article: Article) -> str:
    """The title without a last part that names the outlet: after a dash or bar, and shorter than the rest."""
    title = " ".join(article.title.split())
    *head, last = _OUTLET_SEPARATOR.split(title)
    if not head:
        return title
    rest = title[: title.rindex(last)].rstrip(" |–—•·-")
    named = article.outlet is not None and article.outlet.lower() in last.lower()
    return rest if named or (len(last.split()) <= 4 < len(rest.split()) and last.istitle()) else title


def without_quotation(title: str) -> str:
    """The title without a quotation at its end, if a statement is left: "Mayor resigns: 'I am tired'"."""
    rest = _QUOTED_TAIL.sub("", title)
    return rest if len(rest.split()) >= _STATEMENT_WORDS else title


def event_id(title: str, date: datetime.date | None, taken: Container[str]) -> str:
    """The date and the first words of the title, in ASCII and at most 60 characters, with a number if taken."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower().replace("'", "")
    words = [date.isoformat()] if date else []
    for word in _WORD.findall(plain):
        if len("-".join([*words, word])) > _ID_LENGTH - 5:
            break
        words.append(word)
    name = "-".join(words) or "event"
    numbered = (f"{name}-{number}" for number in count(2))
    return name if name not in taken else next(other for other in numbered if other not in taken)
