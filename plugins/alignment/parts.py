"""Quotations cut into parts of about a clause: what two outlets may have in common and a third leave out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

import msgspec

from digest import Account, Article, Event, Quote, Span
from digest.text import WORD, sentences, words

from ..english.common_words import FUNCTION_WORDS
from ..english.contractions import expand

# Where a sentence falls into statements of their own: strong punctuation, an ellipsis, a comma before a conjunction.
_JOINT = re.compile(
    r"(?P<strong>[;:](?=\s)|\s[–—-]+(?=\s)|—|\[?(?:…|\.\.\.)\]?)"
    r"|,(?=\s(?:and|but|or|so|yet|because|while|although|though|if|when|whereas)\s)"
)
# A subject after "and": a clause begins there, and no last item of a list.
_SUBJECT = re.compile(r",\s\w+\s(?:I|you|he|she|it|we|they|there|that)\s", re.IGNORECASE)
_SHORTEST = 4
_TERMS = ("partial", "scare")
# Of a sentence without end only so many words are compared.
_LONGEST = 60


class Part(msgspec.Struct, frozen=True):
    """A clause of a quotation: its place, its words in lower case, and the number of its quotation in the event."""

    article: str
    start: int
    end: int
    words: tuple[str, ...]
    quote: Quote
    number: int


def split_quotes(event: Event) -> list[Part]:
    """The parts of all quotations by article and place; of terms in marks only those long enough to be speech."""
    quotes = ((account.article, quote) for account in event.accounts for quote in _speech(account))
    return [
        Part(article.id, start, end, normal_words(article.text, start, end)[:_LONGEST], quote, number)
        for number, (article, quote) in enumerate(quotes)
        for start, end in _clauses(article, quote)
    ]


def _speech(account: Account) -> Iterator[Quote]:
    """The quotations that may be speech, without those of a headline that the page repeats."""
    headlines: set[str] = set()
    for quote in account.quotes:
        if quote.kind == "title" and quote.text in headlines:
            continue
        if quote.kind == "title":
            headlines.add(quote.text)
        if not (quote.kind in _TERMS and _is_title(quote.text)) and (
            quote.kind != "scare" or len(words(quote.text)) >= _SHORTEST
        ):
            yield quote


def _is_title(text: str) -> bool:
    """Whether all that a term in marks says is capitalised: it names a song, a ship or a campaign."""
    content = [word for a, b in words(text) if (word := text[a:b]).lower() not in FUNCTION_WORDS]
    named = text[0].isupper() and "," not in text[:-1]
    return named and len(content) > 1 and all(word[0].isupper() and not word.isupper() for word in content)


def normal_words(text: str, start: int, end: int) -> tuple[str, ...]:
    """The words of a range in lower case, contractions taken apart."""
    return tuple(chain.from_iterable(map(forms_of, WORD.findall(text, start, end))))


@lru_cache(maxsize=20_000)
def forms_of(word: str) -> tuple[str, ...]:
    """A word in lower case, a contraction as its words."""
    return expand(word.lower().replace("’", "'"))


def _clauses(article: Article, quote: Quote) -> Iterator[Span]:
    """The quotation cut at sentence ends and joints; a piece of a few words stays with its neighbour."""
    for start, end in sentences(article.text, quote.start, quote.end):
        begin = start
        for match in _JOINT.finditer(article.text, start, end):
            before, after = _count(article, begin, match.start()), _count(article, match.end(), end)
            if min(before, after) >= _SHORTEST and (match["strong"] or not _in_list(article, begin, match.start())):
                yield _trimmed(article.text, begin, match.end())
                begin = match.end()
        if _count(article, begin, end):
            yield _trimmed(article.text, begin, end)


def _in_list(article: Article, start: int, comma: int) -> bool:
    """Whether a comma stands in a list, as the second in "one, two, and three" and that in "not only one, but two"."""
    if _SUBJECT.match(article.text, comma):
        return False
    previous = article.text.rfind(",", start, comma)
    short = previous >= 0 and _count(article, previous, comma) < _SHORTEST
    return short or article.text.find("not only", start, comma) >= 0


def _count(article: Article, start: int, end: int) -> int:
    return len(WORD.findall(article.text, start, end))


def _trimmed(text: str, start: int, end: int) -> Span:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end
