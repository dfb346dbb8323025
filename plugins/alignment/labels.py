"""A short name for an utterance, in words that were said."""

from __future__ import annotations

from collections.abc import Sequence

from digest import Member
from digest.text import words

_LENGTH = 8


def label(members: Sequence[Member]) -> str:
    """The shortest version of two or more words, or its beginning: that is what the others have too."""
    several = [member for member in members if len(words(member.text)) > 1] or members
    text = min(several, key=lambda member: (len(words(member.text)), member.article, member.start)).text
    spans = words(text)
    beginning = " ".join(text[spans[0][0] : spans[:_LENGTH][-1][1]].split())
    return beginning + ("…" if len(spans) > _LENGTH else "")
