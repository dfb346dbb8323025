"""Tries each regular expression of digest and its plugins on the worst text that can be made for it.

    python bench/patterns.py --length 1000000

Texts are made from the pattern's own parts: its characters, pairs of them, and its words, again and again, with an end
that it doesn't want. First the steps of a backtracking matcher are counted for a text and one of four times its length:
a pattern whose steps grow by more than seven is named, and the exit code is 1. With `--length` the worst text of each
is then matched by Python's own engine at full length, and the slowest are listed.

Patterns without an unlimited repeat are passed over: at each place of a text they cost so much and no more.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

from backtracking import Matcher, TooManyError, is_bounded, pieces

_LENGTH = 48
_GROWTH = 7.0
_MOST_STEPS = 150_000
_ENDS = ("\0", "")
_SECONDS = 10
# Where a pattern searches, a module that has it calls one of these.
_SEARCHING = r"\b{}\.(?:search|finditer|findall|sub|subn|split)\("


class Found(NamedTuple):
    """A pattern, where it stands, and whether it is looked for at every place of a text or matched at one."""

    module: str
    name: str
    pattern: re.Pattern[str]
    searches: bool


def main() -> None:
    """Read the arguments and run."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--length", type=int, default=0, help="characters of the text for Python's own engine")
    arguments.add_argument("--only", default="", help="modules whose name has this in it")
    arguments.add_argument("--pieces", type=int, default=40, help="how many texts to try with each pattern")
    options = arguments.parse_args()
    sys.setrecursionlimit(20_000)
    signal.signal(signal.SIGVTALRM, _give_up)
    found = [entry for entry in patterns() if options.only in entry.module and not is_bounded(entry.pattern)]
    bad = 0
    for entry in found:
        growth, text = worst(entry, options.pieces)
        seconds = time_of(entry, text, options.length) if options.length else 0.0
        bad += growth > _GROWTH
        if growth > _GROWTH or seconds > 1:
            where = f"{entry.module}.{entry.name}"
            print(f"{where}: grows by {growth:.1f} with {text[0]!r}; {seconds:.1f} s at {options.length:,}", flush=True)
    print(f"{len(found)} patterns with unlimited repeats, {bad} of them grow faster than their text")
    sys.exit(bad > 0)


def patterns() -> list[Found]:
    """All patterns that modules of digest compile when they are imported."""
    compiled: dict[int, tuple[str, re.Pattern[str]]] = {}
    compile_ = re.compile

    def record(pattern: Any, flags: int = 0) -> Any:
        made = compile_(pattern, flags)
        module = sys._getframe(1).f_globals["__name__"]
        if module.startswith("digest.") and isinstance(made.pattern, str):
            compiled.setdefault(id(made), (module, made))
        return made

    re.compile = record
    try:
        for name in ("digest", "digest.standard"):
            package = importlib.import_module(name)
            for module in pkgutil.walk_packages(package.__path__, f"{name}."):
                importlib.import_module(module.name)
    finally:
        re.compile = compile_
    return sorted(set(_named(compiled)), key=lambda entry: (entry.module, entry.name, entry.pattern.pattern))


def _named(compiled: dict[int, tuple[str, re.Pattern[str]]]) -> Iterator[Found]:
    modules = {name: module for name, module in sys.modules.items() if name.startswith("digest.")}
    sources = {name: Path(module.__file__ or "").read_text("utf-8") for name, module in modules.items()}
    for home, pattern in compiled.values():
        uses = [
            (where, n) for where, module in modules.items() for n, value in vars(module).items() if value is pattern
        ]
        if uses:
            searches = any(re.search(_SEARCHING.format(name), sources[where]) for where, name in uses)
        else:
            searches = re.search(r"\)\.match$", sources[home], re.MULTILINE) is None
        yield Found(home, uses[0][1] if uses else "", pattern, searches)


def worst(entry: Found, number: int) -> tuple[float, tuple[str, str]]:
    """The largest growth of steps, and the piece and the end that the text is made of."""
    grown = (0.0, ("a", ""))
    for piece in pieces(entry.pattern, 4)[:number]:
        times = max(3, _LENGTH // len(piece))
        for end in _ENDS:
            short, long = (steps(entry, piece * count + end) for count in (times, 4 * times))
            if long > 40 * times:  # fewer are a constant cost at each place
                grown = max(grown, (long / short, (piece, end)))
    return grown


def steps(entry: Found, text: str) -> int:
    """How many steps a backtracking matcher takes."""
    matcher = Matcher(entry.pattern, text, _MOST_STEPS)
    with contextlib.suppress(TooManyError):
        matcher.search() if entry.searches else matcher.match()
    return matcher.steps


def time_of(entry: Found, text: tuple[str, str], length: int) -> float:
    """CPU seconds of Python's own engine; infinity for more than ten."""
    whole = text[0] * (length // len(text[0])) + text[1]
    signal.setitimer(signal.ITIMER_VIRTUAL, _SECONDS)
    begun = time.process_time()
    try:
        if entry.searches:
            for _ in entry.pattern.finditer(whole):
                pass
        else:
            entry.pattern.match(whole)
    except TimeoutError:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - begun


def _give_up(number: int, frame: FrameType | None) -> None:
    raise TimeoutError


if __name__ == "__main__":
    main()
