"""What an event is called: the title of its most central account, and an id made from it."""

from __future__ import annotations

import datetime
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from itertools import count, islice

import msgspec

from digest import Article
from digest.text import sentences_of

from .terms import Words, content_words

_ID_LENGTH = 60
_TITLE_WORDS = 18
_OPENING = 2  # paragraphs
_WORD = re.compile(r"[a-z0-9]+")
_OUTLET_SEPARATOR = re.compile(r"(?<!\s)\s++[|–—•·-]\s+")
# A quotation at the end that the statement before it can do without: after a colon, a dash or a preposition.
_QUOTED_TAIL = re.compile(
    r"(?<!\s)(?:\s*+[:–—-]|\s++(?:at|in|as|on|over|amid|after|with|of|for))\s+(?:[“\"][^“”\"]*[”\"]|[‘'](?:[^‘’']|(?<=\w)[’'](?=\w))*+[’'])$"
)
_STATEMENT_WORDS = 4
# What a title loses of its rank where it is no plain statement: a question, what calls on the reader or names the kind
# of piece ("How …", "Watch …", "(VIDEO)", "…, reviewed"), one that breaks off, a quotation, "Report: …", capitals.
_FAULTS = (
    (
        0.6,
        re.compile(
            r"\?|^(?:How|Why|What|When|Where|Who|Here|Watch|See|Hear|Meet|Footage|Video|Photos|Pictures|Live)\b"
            r"|\b(?:LIVE|VIDEO|PHOTOS|WATCH)\b|, [Rr]eviewed$|[:–—-] how to\b|\b[Ll]ive: |(?:\.\.\.|…)$"
            r"|\b(?:things|need) to know\b|\b[Ww]hat we know\b|\b\d+ (?:things|ways|reasons|facts)\b|\b[Nn]otes from\b"
            r"|\b(?:[Yy]ou|[Yy]our|[Ww]e|[Oo]ur|us|[Mm]y|I|[Tt]his|[Tt]hese)\b(?!\.)"
        ),
    ),
    (0.75, re.compile(r"[\"“”„«»]|[‘'][^’'\s]{0,60}+\s[^’']{0,200}[’']")),
    (0.85, re.compile(r"^[\w ]{1,15}: |!|\b(?:very|so|really|quite)\b")),
    (0.85, re.compile(r"^[^a-z]*$")),
)
_LONG = 0.8
# "LINDOW (NNA) –".
_DATELINE = re.compile(
    r"[A-Z][^a-z(\n]{1,40}(?:\([\w ,]{1,30}\) ?)?(?:—|–|--| - ) ?|[A-Z][^(\n]{1,40}\([\w ,]{1,30}\) ?(?:—|–|-) ?"
)
# "(Updated 3 May, 9:12)", an address, a post.
_ASIDE = re.compile(r"[(\[]|https?:|[^\n]*(?:pic\.twitter|https?:|\bt\.co/)")
# A story without a title is called by how it begins: rather not, if another has one.
_UNTITLED = 0.3
_FEWEST_WORDS = 5


class Headline(msgspec.Struct, frozen=True):
    """A title that an event could have, its content words, and those that it or the story's opening has.

    `plainness`, 0 to 1, is less for what is no plain statement.
    """

    title: str
    words: frozenset[str]
    opening: frozenset[str]
    plainness: float


def headline(article: Article, language: str = "en") -> Headline:
    """An article's own title, without the outlet's name and a quotation that it can do without; else its beginning."""
    title = without_quotation(without_outlet(article)) if article.metadata.title else _beginning(article)
    words = content_words(title, language)
    opening = (article.text[block.start : block.end] for block in islice(article.blocks_of("body"), _OPENING))
    plainness = math.prod(factor for factor, pattern in _FAULTS if pattern.search(title))
    plainness *= _LONG if len(title.split()) > _TITLE_WORDS else 1.0
    return Headline(
        title=title,
        words=words.stems,
        opening=words.stems | content_words("\n".join(opening), language).stems,
        plainness=plainness if article.metadata.title else _UNTITLED,
    )


def event_title(headlines: Sequence[Headline], stories: Sequence[Words]) -> str:
    """One of the titles of these stories: a plain statement that has most in common with the others."""
    told = [(headline.words, headline.opening, story.stems) for headline, story in zip(headlines, stories, strict=True)]

    def rank(headline: Headline) -> tuple[float, float, str]:
        others = [texts for other, texts in zip(headlines, told, strict=True) if other.title != headline.title]
        return -_nearness(headline.words, others) * headline.plainness, -headline.plainness, headline.title

    return min(headlines, key=rank).title


def _nearness(words: frozenset[str], others: Iterable[Sequence[frozenset[str]]]) -> float:
    """The cosine of a title and the others' words, which count once each for their title, opening and story."""
    counts = Counter(word for texts in others for text in texts for word in text)
    length = math.sqrt(sum(count * count for count in counts.values()) * len(words))
    return sum(counts[word] for word in words) / length if length else 0.0


def _beginning(article: Article) -> str:
    """The first sentence of the story with several words, cut to the length of a title; else the file's path."""
    for block in article.blocks_of("body"):
        for start, end in sentences_of(article, block):
            words = _DATELINE.sub("", article.text[start:end], count=1).split()
            if len(words) >= _FEWEST_WORDS and not _ASIDE.match(article.text, start):
                return " ".join(words[:_TITLE_WORDS]) + (" …" if len(words) > _TITLE_WORDS else "")
    return article.title


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
