"""How names are compared: word by word, without accents, hyphens and points; and which words are none."""

from __future__ import annotations

import re

from digest import Article
from digest.text import plain

from ..english.given_names import GIVEN
from ..english.terms import is_common_verb

# So many mentions in an article make someone a person of its story.
CENTRAL = 3
_DOUBLE = re.compile(r"(\w)\1")
_WORD = re.compile(r"\w+(?:[’'.&]\w+)*")
# What a page has run together: "OstranderGOP". "MacArthur" has fewer letters before its capital.
_RUN_TOGETHER = re.compile(r"[a-z]{3}[A-Z]")


def words_of_name(name: str) -> list[str]:
    """The words of a name as they are compared: how hyphens, accents and capitals are set is an outlet's style."""
    return plain(name).replace("-", " ").replace(".", "").split()


def are_given(name: str, other: str) -> bool:
    """Whether both are first names, and so of two people, unless one is the other with a letter doubled."""
    return {name.capitalize(), other.capitalize()} <= GIVEN and not is_doubled(name, other)


def is_doubled(name: str, other: str) -> bool:
    """Whether a letter inside a name is double in the other, as in Philip and Phillip."""
    return name != other and name[-1] == other[-1] and _DOUBLE.sub(r"\1", name) == _DOUBLE.sub(r"\1", other)


def is_run_together(name: str) -> bool:
    """Whether a page has put a name and the next word into one."""
    return bool(_RUN_TOGETHER.search(name))


def common_words(article: Article) -> frozenset[str]:
    """The words that an article has in lower case somewhere."""
    words = (_WORD.findall(article.text, block.start, block.end) for block in article.own_blocks)
    return frozenset(word for found in words for word in found if word.islower())


def is_common(name: str, common: frozenset[str]) -> bool:
    """Whether a name is rather a word that begins a sentence or stands in a headline."""
    return name.lower() in common or is_common_verb(name.lower())
