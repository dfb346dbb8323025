"""Readings and the sentence that says who gives what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from digest import Account, Article, Event, Passage, Reading

# Outlets that a sentence names one by one.
_NAMED = 3


def reading(passage: Passage, value: str) -> Reading:
    """A passage as the reading of its account."""
    return Reading(passage.article, passage.start, passage.end, passage.text, value=value)


def reading_at(article: Article, start: int, end: int, value: str) -> Reading:
    """The text between two offsets as the reading of its account."""
    return reading(article.passage(start, end), value)


def who_gives_what(event: Event, readings: Sequence[Reading], show: Callable[[str], str] = str) -> str:
    """One sentence: "The Gazette and The Post give 40 dead, Radio North gives 43."

    Values keep the order of the readings; `show` says how a value is printed.
    """
    outlets: dict[str, list[str]] = {}
    for found in readings:
        named = outlets.setdefault(found.value, [])
        if event.outlet(found.article) not in named:
            named.append(event.outlet(found.article))
    if len({name for named in outlets.values() for name in named}) == 1:
        return (
            f"{event.outlet(readings[0].article)} gives {listed([show(value) for value in outlets]).removesuffix('.')}."
        )
    clauses = [f"{outlets_in_short(named)} {_verb(named)} {show(value)}" for value, named in outlets.items()]
    return ", ".join(clauses).removesuffix(".") + "."


def distinct(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """The readings in the order of the accounts' text, of one value in one account the first."""
    first: dict[tuple[str, str], Reading] = {}
    for found in readings:
        first.setdefault((found.article, found.value), found)
    return tuple(first.values())


def speaks(account: Account, start: int, end: int) -> bool:
    """Whether a range has words of a quotation in it: then it is not the outlet that says so."""
    in_marks = ("direct", "partial", "title")
    return any(quote.kind in in_marks and quote.start < end and start < quote.end for quote in account.quotes)


def quoted(text: str) -> str:
    """The text in quotation marks."""
    return f"“{text}”"


def listed(items: Sequence[str]) -> str:
    """The items with commas and "and"."""
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1]


def outlets_in_short(names: Sequence[str]) -> str:
    """The outlets by name; of more than a sentence can hold the first few, and how many more."""
    more = len(names) - _NAMED
    return listed(names) if more < 2 else f"{', '.join(names[:_NAMED])} and {more} more"


def _verb(items: Sequence[str]) -> str:
    return "give" if len(items) > 1 else "gives"
