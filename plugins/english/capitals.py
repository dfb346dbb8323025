"""Runs of capitalised words, out of which names are made.

A capital says little at the head of a sentence and nothing in a title-case line: a word there counts only if the rest
of the text shows it to be a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from digest import Article, Block
from digest.text import WORD, sentences_of, visible

from .common_words import ADVERBS, FUNCTION_WORDS, NUMBER_WORDS, TIME_WORDS, VAGUE_ADJECTIVES, VAGUE_NOUNS
from .given_names import GIVEN
from .roles import FORMER, HONORIFICS, ORGANISATIONS, PLACES, ROLES
from .terms import is_common_verb

ACRONYM = re.compile(r"(?:[A-Z]\.){2,}|(?:[A-Z]\.)+[A-Z]|[A-Z][A-Z&-]{1,7}\d?")
SUFFIXES = frozenset(("Jr", "Sr", "II", "III", "IV"))
# Heads of places that take "of": "Gulf of Pellworm".
PLACES_OF = PLACES | {"Gulf", "Republic", "Isle", "People", "Kingdom"}
# Months and a verb that are given or family names as well.
_NAMES_TOO = frozenset("may will april june august".split())
NEVER_NAMES = (FUNCTION_WORDS | ADVERBS | NUMBER_WORDS | TIME_WORDS | {"earlier", "previously", "i"}) - _NAMES_TOO
_SELDOM_NAMES = NEVER_NAMES | VAGUE_ADJECTIVES | VAGUE_NOUNS | FORMER
_POSSESSIVES = ("’s", "'s")
_PARTICLES = frozenset("de da do dos du del della di van von der den ter bin ibn bint al el la le ben y e".split())


class Word(msgspec.Struct, frozen=True):
    """A word with its place, without its possessive ending; `initial` where a capital is owed to the position."""

    start: int
    end: int
    text: str
    paragraph: int
    initial: bool

    @property
    def lower(self) -> str:
        """The word in lower case, with a plain apostrophe."""
        return self.text.lower().replace("’", "'")


def words_of(article: Article, block: Block) -> list[Word]:
    """The words of a block, in order."""
    text = article.text
    words: list[Word] = []
    for start, end in sentences_of(article, block):
        at_head = True
        for match in WORD.finditer(text, start, end):
            begin, bare = match.start(), match[0]
            if bare.endswith(_POSSESSIVES):
                bare = bare[:-2]
            initial = at_head or text[begin - 1] in "“\"‘'«„("
            words.append(
                Word(begin, begin + len(bare), bare if bare.isascii() else visible(bare), block.start, initial)
            )
            at_head = False
    return words


def is_title_case(text: str, block: Block, words: Sequence[Word]) -> bool:
    """Whether capitals say nothing here: a headline in title case, a line in capitals."""
    if block.kind in ("title", "heading", "credit"):
        return True
    long = [word.text for word in words if len(word.text) > 3 and word.text[0].isalpha()]
    if text[block.end - 1] in '.!?”"':
        return sum(word.isupper() for word in long) > 0.7 * len(long)
    return sum(word[0].isupper() for word in long) > max(4, 0.7 * len(long))


def runs_of(text: str, words: Sequence[Word]) -> Iterator[list[Word]]:
    """Maximal runs of capitalised words with the particles and prepositions that names have inside."""
    run: list[Word] = []
    for word in words:
        if not run and not word.text[0].isupper():
            continue
        if run and not _joined(text, run[-1], word):
            yield _trim(run)
            run = []
        if (_is_capital(word, run) and not _is_no_name(text, word, run)) or (run and _connects(word, run)):
            run.append(word)
        elif run:
            yield _trim(run)
            run = []
    yield _trim(run)


def _joined(text: str, left: Word, right: Word) -> bool:
    gap = text[left.end : right.start]
    if gap in (" ", "\u00a0", " & "):
        return True
    if gap in (". ", ".", ".\u00a0") and not right.initial:
        return left.text in HONORIFICS or len(left.text) == 1 or "." in left.text or left.text in SUFFIXES
    return gap == ", " and right.text in SUFFIXES


def _is_capital(word: Word, run: Sequence[Word]) -> bool:
    if not word.text[0].isupper():
        return False
    lower = word.lower
    if lower in _NAMES_TOO and not run:
        return lower == "will" and not word.initial
    if word.text in HONORIFICS or word.text.isupper():
        return True
    return lower not in NEVER_NAMES or bool(run and run[-1].text in GIVEN)


def _is_no_name(text: str, word: Word, run: Sequence[Word]) -> bool:
    """Whether a capital A is the article and no initial ("BRAE - A Velmar woman"), a month that of a date."""
    if word.text == "A":
        return not run and not text.startswith(".", word.end)
    return word.lower in _NAMES_TOO and text[word.end + 1 : word.end + 2].isdigit()


def _connects(word: Word, run: Sequence[Word]) -> bool:
    if word.text in _PARTICLES or _has_particle(word):
        return True
    heads = {part.text for part in run}
    if word.text in ("of", "for"):
        return run[-1].lower in ROLES or run[-1].text in ORGANISATIONS or run[-1].text in PLACES_OF
    if word.text == "the":
        return run[-1].text in ("of", "for", "on")
    if word.text == "on":
        return bool(heads & {"Committee", "Commission", "Center", "Council", "Panel"})
    return word.text == "and" and ("of" in heads or "for" in heads) and bool(heads & ORGANISATIONS)


def _has_particle(word: Word) -> bool:
    """Whether a particle is joined to a name: "al-Vik"."""
    particle, _, name = word.text.partition("-")
    return particle in _PARTICLES and name[:1].isupper()


def _trim(run: list[Word]) -> list[Word]:
    end = len(run)
    while end and not (run[end - 1].text[0].isupper() or _has_particle(run[end - 1])):
        end -= 1
    return run[:end]


def without_head(run: list[Word], lower: set[str], known: set[str]) -> list[Word]:
    """The run without a first word that owes its capital to its position."""
    if not run[0].initial or run[0].lower in ROLES or run[0].text in HONORIFICS:
        return run
    head = run[0]
    if head.text in known or (head.text in GIVEN and len(run) > 1) or ACRONYM.fullmatch(head.text):
        return run
    common = head.lower in _SELDOM_NAMES or head.lower in lower or is_common_verb(head.lower)
    if not common and not (len(run) == 1 and head.lower.endswith(("ing", "ly", "ers", "ors", "ists"))):
        return run
    return next((run[i:] for i in range(1, len(run)) if run[i].text[0].isupper()), [])
