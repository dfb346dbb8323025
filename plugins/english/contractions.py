"""What is run together in speech and taken apart in print: "won't" and "will not" are the same words."""

from __future__ import annotations

from functools import lru_cache

_WHOLE = {
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("is", "not"),
    "let's": ("let", "us"),
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
    "gotta": ("got", "to"),
}
_ENDINGS = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "'d": "would"}
# After these words "'s" is a verb; after a noun it may as well be its possessive, and then it is no word of its own.
_BEFORE_IS = frozenset("he she it that this there here what who where how one everybody everyone nobody".split())


@lru_cache(maxsize=20_000)
def expand(word: str) -> tuple[str, ...]:
    """The words in a lower-case one with straight apostrophes: "doesn't" gives "does", "not"; "firm's" "firm"."""
    if word in _WHOLE:
        return _WHOLE[word]
    for ending, full in _ENDINGS.items():
        if word.endswith(ending) and len(word) > len(ending):
            return word.removesuffix(ending), full
    if word.endswith("'s") and len(word) > 2:
        base = word.removesuffix("'s")
        return (base, "is") if base in _BEFORE_IS else (base,)
    return (word,)
