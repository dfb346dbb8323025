"""Whether two quotations can be of one speaker, by what the outlets call him."""

from __future__ import annotations

import re
from typing import Literal

Compatibility = Literal["same", "unknown", "other"]

_WORD = re.compile(r"\w+")


def compatibility(first: str | None, second: str | None) -> Compatibility:
    """`same` if one name is the other or a part of it; `unknown` if a speaker is not named ("an official")."""
    if not _is_named(first) or not _is_named(second):
        return "unknown"
    one, other = (set(_WORD.findall((name or "").lower())) for name in (first, second))
    return "same" if one <= other or other <= one else "other"


def _is_named(speaker: str | None) -> bool:
    return bool(speaker) and any(word[0].isupper() for word in _WORD.findall(speaker or "")[-1:])
