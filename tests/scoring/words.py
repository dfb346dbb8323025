"""When two pieces of text, names or titles count as the same."""

from __future__ import annotations

import re
import unicodedata

from digest import Account, Passage

from .labels import STRAIGHT, Place

_MARKS = "\"'“”‘’«»[]….,;:!?-–— "


def core(account: Account, passage: Passage | Place) -> Place:
    """A range without the marks and points at its edges."""
    text = account.article.text[passage.start : passage.end]
    start = passage.start + len(text) - len(text.lstrip(_MARKS))
    return Place(account.id, start, start + len(text.strip(_MARKS)))


def overlap(one: Passage | Place, other: Place) -> float:
    """The shared part of the range that both span, 0 to 1."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / max(1, max(one.end, other.end) - min(one.start, other.start))


def plain(name: str) -> str:
    """A name without case, accents, article and punctuation."""
    letters = unicodedata.normalize("NFKD", name.lower().translate(STRAIGHT))
    return re.sub(r"^(the|an?) |[^a-z0-9 ]", "", re.sub(r"[-']", " ", letters)).strip()


def same_name(found: str | None, label: str) -> bool:
    """Whether the names are the same but for a title or a forename."""
    one, other = plain(found or ""), plain(label)
    return one == other or (len(one) > 3 and (one in other or other in one))


def same_title(found: str | None, label: str) -> bool:
    """Whether the titles have the same words."""
    return re.findall(r"\w+", (found or "").lower()) == re.findall(r"\w+", label.lower())
