"""The matcher that counts steps: it finds what Python finds, and tells slow patterns from others."""

import re

import pytest
from backtracking import Matcher, TooManyError, is_bounded, pieces


def steps(pattern: str, text: str, flags: int = 0) -> int:
    matcher = Matcher(re.compile(pattern, flags), text, 10_000_000)
    matcher.search()
    return matcher.steps


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"(a+)+$", "aaaab aaa"),
        (r"\b(?:one|two)\b", "one two twofold"),
        (r"(?<=x)y|(?!z)\w", "xyz"),
        (r"[^\d\s]+?;", "ab1 cd;"),
        (r"a*+b|(?>ab|a)c", "aab abc ac"),
        (r"(?i:Quay)", "QUAY quay"),
        (r"^x{2,3}\Z", "xxx"),
    ],
)
def test_it_finds_what_python_finds(pattern, text):
    """The first end of each match at each place is the one of Python's engine."""
    compiled = re.compile(pattern)
    for place in range(len(text) + 1):
        matcher = Matcher(compiled, text, 100_000)
        found = next(matcher.run(list(matcher.tree), 0, place), None)
        match = compiled.match(text, place) if not pattern.startswith("^") or place == 0 else None
        assert found == (match.end() if match else None), place


def test_growth_is_told():
    """A repeat in a repeat, and one that is tried from every place, grow faster than their text."""
    assert steps(r"\w+;", "a" * 400) > 12 * steps(r"\w+;", "a" * 100)
    assert steps(r"(?<!\w)\w++;", "a" * 400) < 5 * steps(r"(?<!\w)\w++;", "a" * 100)
    with pytest.raises(TooManyError):
        Matcher(re.compile(r"(?:a+)+;"), "a" * 60, 100_000).match()


def test_pieces_are_of_the_pattern():
    """Hostile texts are made of what the pattern repeats; one without an unlimited repeat needs none."""
    assert {"a", ".", "a."} <= set(pieces(re.compile(r"\w+(?:\.\w+)*!"), 4))
    assert is_bounded(re.compile(r"\w{1,30}!"))
    assert not is_bounded(re.compile(r"\w+!"))
