"""Which words the accounts of an event use as nouns: a tagger's question, answered from where else they stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from ..english.common_words import ADVERBS, FUNCTION_WORDS, PREPOSITIONS
from ..english.terms import NOUNS_IN_ING, is_common_verb, stem
from .texts import Text, Token, stem_of

ADJECTIVAL = re.compile(r"(?:ic|al|ous|ive|ble|ful|less|ary|ory)$")
_NOMINAL = re.compile(r"(?:[st]ion|ment|ity|ness|ism|ship|[ae]nce|hood|folk|ure)$")

_BEFORE_VERBS = frozenset(
    """to will would can could may might must shall should cannot don't doesn't didn't won't wouldn't
    can't couldn't i you he she we they who let let's not""".split()
)
_BEFORE_ADJECTIVES = frozenset(
    """is are was were be been being isn't aren't wasn't weren't it's that's very too so quite rather really as
    how seem seems seemed become becomes became""".split()
)
_ARTICLES = frozenset("a an the my your his her its our their whose every".split())
# What stands before nouns only; the other determiners are pronouns as well ("that happens", "all agree").
_BEFORE_NOUNS = _ARTICLES | {"another", "no"} | (PREPOSITIONS - {"to", "like", "than"})
# What is no noun is so more than so many times as often as a noun.
_TWICE = 2
# Inside a phrase it is a verb: "a lorry carrying bricks".
_PARTICIPLE = re.compile(r"(?:ed|ing)$")


class Uses(msgspec.Struct):
    """How often a stem is used as what: `modifier` is a word before another one, `plain` where only a noun can stand.

    `head` is the end of a run of words ("oil tanker"), `specified` one with an article, `certain` tells of
    a plural or an ending that no verb has.
    """

    plain: int = 0
    head: int = 0
    modifier: int = 0
    specified: int = 0
    other: int = 0
    certain: bool = False

    @property
    def is_noun(self) -> bool:
        """Whether it may stand alone: it is a noun more often than not, and does not only stand before others."""
        nouns = self.plain + self.head
        if self.certain:
            return True
        return self.other <= max(1, _TWICE * (nouns + self.specified)) and (nouns > 0 or self.modifier < _TWICE)


def uses_of(texts: Iterable[Text]) -> dict[str, Uses]:
    """How the texts use each word that they print in lower case, by its stem."""
    found: dict[str, Uses] = defaultdict(Uses)
    for text in texts:
        source = text.article.text
        for index, token in enumerate(text.tokens):
            if source[token.start].islower():
                _count(found[token.stem], source[token.start : token.end], text.tokens, index)
    return found


def _count(uses: Uses, word: str, tokens: Sequence[Token], index: int) -> None:
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    before = tokens[index - 1].word if tokens[index].joined else ""
    after = following.word if following and following.joined else ""
    closed = not after or after in FUNCTION_WORDS or after in ADVERBS or is_common_verb(after)
    plural = _is_plural(word)
    uses.certain = uses.certain or _is_certain(word)
    called = before in _BEFORE_VERBS and not (before == "to" and (plural or not closed))
    described = before in _BEFORE_ADJECTIVES and not plural and closed
    if called or described or (after in _ARTICLES and before not in _BEFORE_NOUNS):
        uses.other += 1
    elif not closed:
        uses.modifier += 1
        uses.specified += before in _ARTICLES
    elif (
        before in _BEFORE_NOUNS
        or before.endswith(("'s", "s'"))
        or ADJECTIVAL.search(before)
        or (plural and before.isdigit())
    ):
        uses.plain += not (plural and before in ("a", "an"))
    elif before and before not in FUNCTION_WORDS and not is_common_verb(word):
        uses.head += 1


def _is_plural(word: str) -> bool:
    return word.endswith("s") and stem(word) != word


@lru_cache(maxsize=20_000)
def _is_certain(word: str) -> bool:
    """Whether a word is a noun by its form alone."""
    return (_is_plural(word) or bool(_NOMINAL.search(word))) and not is_common_verb(word)


def _is_verb(word: str) -> bool:
    return is_common_verb(word) and word not in NOUNS_IN_ING


def names_a_thing(words: list[str], uses: dict[str, Uses], is_whole: bool, by_article: bool) -> bool:
    """Whether a run of lower-case words can be a noun phrase, judged by how the accounts use its words elsewhere.

    A part of a longer run (not `is_whole`) must end in a word that is a noun for certain; `by_article` tells that
    an article or the like stands before the run.
    """
    first, last = uses[stem_of(words[0])], uses[stem_of(words[-1])]
    if len(words) == 1:
        return last.is_noun and (last.plain > 0 or not is_common_verb(words[0]))
    gerund = words[-1].endswith("ing") and not is_common_verb(words[-1])
    certain = last.certain or last.plain > 0 or gerund
    if not is_whole and not certain:
        return False
    certain = certain or by_article
    if ADJECTIVAL.search(words[-1]) and not certain:
        return False
    if any(_PARTICIPLE.search(word) and _is_verb(word) for word in words[1 : len(words) - certain]):
        return False
    nouns = first.plain + first.head + first.specified
    verbal = first.other > _TWICE * nouns or (words[0].endswith("ing") and _is_verb(words[0]) and not nouns)
    return (by_article or not verbal) and (certain or last.other <= max(1, _TWICE * last.head))
