"""How names of people are compared: word by word, without accents, hyphens and points."""

from __future__ import annotations

import re

from digest.text import plain

from ..english.given_names import GIVEN

# So many mentions in an article make someone a person of its story.
CENTRAL = 3
_DOUBLE = re.compile(r"(\w)\1")


def words_of_name(name: str) -> list[str]:
    """The words of a name as they are compared: how hyphens, accents and capitals are set is an outlet's style."""
    return plain(name).replace("-", " ").replace(".", "").split()


def are_given(name: str, other: str) -> bool:
    """Whether both are first names, and so of two people, unless one is the other with a letter doubled."""
    return {name.capitalize(), other.capitalize()} <= GIVEN and not is_doubled(name, other)


def is_doubled(name: str, other: str) -> bool:
    """Whether a letter inside a name is double in the other, as in Philip and Phillip."""
    return name != other and name[-1] == other[-1] and _DOUBLE.sub(r"\1", name) == _DOUBLE.sub(r"\1", other)
