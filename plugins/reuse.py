"""Text that two accounts share word for word: both from one agency, or one from the other.

Shared word n-grams show copied text: Lyon, Malcolm and Dickerson, "Detecting short passages of similar text in
large document collections", 2001. Quotations do not count, as two reporters at one press conference write down
the same words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec

from digest import Account, Article, Event, Passage, Reuse, Span, hookimpl
from digest.text import words

# So many words in a row are seldom the same by chance.
_NGRAM = 8
# A sentence of so many words is copied, whatever stands around it; shorter pieces are if they add up to so many
# words and such a share of the shorter account.
_LEAST_RUN = 15
_LEAST_SHARE, _LEAST_WORDS = 0.2, 40
_IN_MARKS = ("direct", "partial", "scare")

AGENCIES = (
    r"AFP|AP|The Associated Press|Associated Press|Agence France-Presse|Reuters|Xinhua|UPI|dpa|DPA|EFE|ANSA|PTI"
    r"|Kyodo News|Yonhap|TASS|Interfax|PA Media|Press Association|Bloomberg|IANS|ANI|Bernama"
    r"|Anadolu Agency|Canadian Press|AAP"
)
# An agency that is not in the list is known by its place: "SARN (NVP) -", "By Ida Brock with NVP".
_DATELINE = re.compile(
    rf"[^!?\n]{{0,50}}\((?P<name>{AGENCIES}|[A-Z]{{2,8}})\) ?[-–—]|[^.!?\n]{{0,50}}\((?P<known>{AGENCIES})\)"
)
_COPYRIGHT = re.compile(rf"(?i:copyright )(?:© ?)?\d{{4}} (?P<name>{AGENCIES})\b")
_CREDIT = re.compile(r"(?:[^\n]{0,80}\bwith|[Bb]y\W{0,3}) (?P<name>[A-Z]{2,8})\W*$")
_SOURCE_LINE = re.compile(
    r"(?i:from|source|via|with (?:files|reporting|material|inputs?) from|(?:(?:this|the) (?:article|story) )?(?:was )?"
    r"(?:first |originally )?(?:published|appeared) (?:on|in|by))\W{1,3}"
    r"(?P<name>(?:[Tt]he )?[A-Z][\w&.’'-]*(?: [A-Z][\w&.’'-]*){0,4})"
)
_AGENCY_LINE = re.compile(rf"(?P<name>{AGENCIES})\W*$")


class Text(msgspec.Struct, frozen=True):
    """An account's own words: their places, and what they are compared by, empty where a quotation stands."""

    article: Article
    spans: tuple[Span, ...]
    forms: tuple[str, ...]


# So many words from the first text's index on are the same as those from the second's index on.
Run = tuple[int, int, int]


@hookimpl
def find_reuse(event: Event) -> Iterator[Reuse]:
    """The pairs of accounts of which one has a sentence or more from the other, or both from a third."""
    texts = [_own_words(account) for account in event.accounts]
    for (first, second), starts in sorted(_shared_ngrams(texts).items()):
        one, other = texts[first], texts[second]
        runs = _runs(starts)
        count = sum(length for _, _, length in runs)
        share = count / min(_size(one), _size(other))
        longest = max(length for _, _, length in runs)
        if longest >= _LEAST_RUN or (count >= _LEAST_WORDS and share >= _LEAST_SHARE):
            yield Reuse(
                articles=(one.article.id, other.article.id),
                share=round(min(1.0, share), 3),
                passages=tuple((_passage(one, i, length), _passage(other, j, length)) for i, j, length in runs),
                origin=_origin(one.article) or _origin(other.article),
                rule="a long run of the same words" if longest >= _LEAST_RUN else "many short runs of the same words",
            )


def _own_words(account: Account) -> Text:
    """The words of the body; each quotation is one empty word, so that nothing is shared across it."""
    text = account.article.text
    quoted = [quote.span for quote in account.quotes if quote.kind in _IN_MARKS]
    spans: list[Span] = []
    for block in account.article.blocks_of("body"):
        begin = block.start
        for start, end in (span for span in quoted if block.start <= span[0] < block.end):
            spans += [*words(text, begin, start), (start, start)]
            begin = end
        spans += [*words(text, begin, block.end), (block.end, block.end)]
    return Text(account.article, tuple(spans), tuple(text[a:b].lower().replace("’", "'") for a, b in spans))


def _size(text: Text) -> int:
    return max(1, sum(map(bool, text.forms)))


def _shared_ngrams(texts: Sequence[Text]) -> dict[Span, list[Span]]:
    """For each pair of texts by index, where each n-gram that both have begins in them."""
    holders: defaultdict[tuple[str, ...], list[Span]] = defaultdict(list)
    for number, text in enumerate(texts):
        firsts: dict[tuple[str, ...], int] = {}
        for start, gram in enumerate(zip(*(text.forms[offset:] for offset in range(_NGRAM)), strict=False)):
            firsts.setdefault(gram, start)
        for gram, start in firsts.items():
            holders[gram].append((number, start))
    shared: defaultdict[Span, list[Span]] = defaultdict(list)
    for gram, places in holders.items():
        if len(places) > 1 and all(gram):
            for (first, start), (second, other) in combinations(places, 2):
                shared[first, second].append((start, other))
    return shared


def _runs(starts: Sequence[Span]) -> list[Run]:
    """The shared n-grams as maximal runs of words, none of which overlap in the first text."""
    runs: list[Run] = []
    for start, other in sorted(starts):
        if runs:
            i, j, length = runs[-1]
            if (start - i, other - j) == (length - _NGRAM + 1,) * 2:
                runs[-1] = i, j, length + 1
                continue
            if start < i + length:
                continue
        runs.append((start, other, _NGRAM))
    return runs


def _passage(text: Text, index: int, length: int) -> Passage:
    return text.article.passage(text.spans[index][0], text.spans[index + length - 1][1])


def _origin(article: Article) -> str | None:
    """The agency or outlet that the text says it is from: in the dateline, or in a line of its own."""
    opening = next(article.blocks_of("body"), None)
    if opening and (dateline := _DATELINE.match(article.text, opening.start, opening.end)):
        return dateline["name"] or dateline["known"]
    for block in article.blocks_of("credit", "boilerplate"):
        line = article.text[block.start : block.end].strip()
        credit = _CREDIT.match(line) if block.kind == "credit" else None
        if found := _SOURCE_LINE.match(line) or _AGENCY_LINE.fullmatch(line) or _COPYRIGHT.match(line) or credit:
            return found["name"]
    return None
