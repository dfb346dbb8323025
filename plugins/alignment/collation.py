"""The versions of one utterance side by side, word for word, as a scholarly edition collates its witnesses.

Each version in turn is laid against the table of those before it, the longest first: progressive alignment by
Needleman and Wunsch, "A general method applicable to the search for similarities", 1970, as CollateX does it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from math import inf

import msgspec

from digest import Column, Member, Passage, Span, Variation
from digest.text import words

from ..english.common_words import FUNCTION_WORDS, NUMBER_WORDS
from ..english.lemmas import lemma
from .stretches import likeness
from .substance import NEGATIONS

_GAP, _END_GAP = 0.4, 0.3
_MISMATCH = 0.3
_LONGEST, _BAND = 500, 60
_ROOT = 5
# Indirect speech puts "can" into "could"; "can" and "must" are two things.
_MODALS = {"can": "can", "could": "can", "may": "may", "might": "may", "must": "must", "should": "should"}


class Token(msgspec.Struct, frozen=True):
    """A word of a version: its place, and its lower-case form by which versions are compared."""

    start: int
    end: int
    form: str


# A row of the table while it grows: one word or nothing for each version laid in so far.
Row = tuple[Token | None, ...]


def collate(members: Sequence[Member]) -> tuple[Column, ...]:
    """The columns of the members' collation, in the order of the utterance; neighbours of one sort are one column.

    None if a member is longer than what is worth reading as a table.
    """
    versions = [_tokens(member) for member in members]
    if max(map(len, versions)) > _LONGEST:
        return ()
    order = sorted(range(len(members)), key=lambda i: (-len(versions[i]), i))
    table: list[Row] = []
    for count, index in enumerate(order):
        table = _lay_in(table, versions[index], count)
    rows = [tuple(row[order.index(i)] for i in range(len(members))) for row in table]
    extents = [_extent(rows, index) for index in range(len(members))]
    runs = groupby(enumerate(rows), key=lambda item: _sort(item[1], item[0], extents))
    # "People have not slept" and "nobody has slept" deny the same thing, in different columns.
    denials = len({sum(map(_is_negation, (token.form for token in version))) for version in versions}) > 1
    return tuple(_column(members, sort, [row for _, row in run], denials) for (sort, _), run in runs)


def _tokens(member: Member) -> list[Token]:
    return [
        Token(member.start + a, member.start + b, member.text[a:b].lower().replace("’", "'"))
        for a, b in words(member.text)
    ]


def _lay_in(table: Sequence[Row], tokens: Sequence[Token], count: int) -> list[Row]:
    """The table with one more version, after `count` others."""
    nothing: Row = (None,) * count
    rows: list[Row] = []
    i = j = 0
    for _, takes_row, takes_token in _best_path(table, tokens):
        rows.append((*(table[i] if takes_row else nothing), tokens[j] if takes_token else None))
        i, j = i + takes_row, j + takes_token
    return rows


# A step of an alignment: the score up to it, whether it takes a row of the table, and whether it takes a word.
Move = tuple[float, bool, bool]
_NO_MOVE: Move = (-inf, True, False)


def _best_path(table: Sequence[Row], tokens: Sequence[Token]) -> list[Move]:
    """The moves of the best global alignment of a version with the table, from the beginning.

    Words that a version lacks at its beginning or end cost less than words it lacks inside. Of long versions only what
    stands at about the same place is compared, so that a speech takes time in proportion to its length.
    """
    width = _BAND + abs(len(table) - len(tokens))
    grid: list[list[Move]] = [[(-_GAP * column, False, True) for column in range(len(tokens) + 1)]]
    for number, row in enumerate(table, start=1):
        above = grid[-1]
        forms = {token.form for token in row if token}
        line = [(-_END_GAP * number, True, False), *[_NO_MOVE] * len(tokens)]
        for column in range(max(1, number - width), min(len(tokens), number + width) + 1):
            both = above[column - 1][0] + _match(forms, tokens[column - 1].form)
            row_only = above[column][0] - (_END_GAP if column == len(tokens) else _GAP)
            token_only = line[column - 1][0] - _GAP
            line[column] = max((both, True, True), (row_only, True, False), (token_only, False, True))
        grid.append(line)
    path: list[Move] = []
    i, j = len(table), len(tokens)
    while i or j:
        path.append(grid[i][j])
        i, j = i - path[-1][1], j - path[-1][2]
    return path[::-1]


def _match(forms: Iterable[str], form: str) -> float:
    """How well a word fits the words of a row: as its likest word there."""
    likest = max(likeness(other, form) for other in forms)
    return likest * (0.5 if form in FUNCTION_WORDS else 1.0) if likest else -_MISMATCH


def _extent(rows: Sequence[Row], index: int) -> Span:
    """The first row of a version and the one after its last."""
    filled = [number for number, row in enumerate(rows) if row[index]]
    return (filled[0], filled[-1] + 1) if filled else (0, 0)


def _sort(row: Row, number: int, extents: Sequence[Span]) -> tuple[str, tuple[bool, ...]]:
    """What neighbouring rows must have in common to make one column: who has words there, and why others do not."""
    if len({token.form for token in row if token}) > 1:
        return "differ", ()
    missing = [start <= number < end for (start, end), token in zip(extents, row, strict=True) if not token]
    present = tuple(token is not None for token in row)
    return ("cut" if any(missing) else "boundary" if missing else "agree"), present


def _column(members: Sequence[Member], sort: str, rows: Sequence[Row], denials: bool) -> Column:
    by_member = [[token for token in cell if token] for cell in zip(*rows, strict=True)]
    cells = tuple(_cell(member, tokens) for member, tokens in zip(members, by_member, strict=True))
    forms = [[token.form for token in tokens] for tokens in by_member if tokens]
    return Column(cells, _variation(sort, forms, denials))


def _cell(member: Member, tokens: Sequence[Token]) -> Passage | None:
    if not tokens:
        return None
    start, end = tokens[0].start, tokens[-1].end
    return Passage(member.article, start, end, member.text[start - member.start : end - member.start])


def _variation(sort: str, cells: Sequence[Sequence[str]], denials: bool) -> Variation | None:
    """How the cells of a column differ; `denials` says that some versions deny more than others."""
    match sort:
        case "agree":
            return None
        case "boundary":
            return "boundary"
        case "cut":
            return "meaning" if denials and NEGATIONS.issuperset(cells[0]) else "cut"
    of_sort = [[found for cell in cells if (found := key(cell))] for key in (_modals, _numbers)]
    if (denials and _any_differ(cells, _negations)) or any(map(_any_differ, of_sort)):
        return "meaning"
    return "wording" if _any_differ(cells, _bases) else "form"


def _any_differ(cells: Sequence[Sequence[str]], key: Callable[[Sequence[str]], object] = tuple) -> bool:
    return len({key(cell) for cell in cells}) > 1


def _negations(cell: Sequence[str]) -> bool:
    return any(map(_is_negation, cell))


def _is_negation(form: str) -> bool:
    return form in NEGATIONS or form.endswith("n't")


def _modals(cell: Sequence[str]) -> list[str]:
    """What a cell says can, may, must or should be, whatever the tense."""
    return [_MODALS[form] for form in cell if form in _MODALS]


def _numbers(cell: Sequence[str]) -> list[str]:
    return [form for form in cell if form[0].isdigit() or form in NUMBER_WORDS]


def _bases(cell: Sequence[str]) -> tuple[str, ...]:
    """The words without what inflection and spelling change; pronouns differ by person, auxiliaries by tense."""
    return tuple(lemma(form)[:_ROOT] for form in cell if form not in FUNCTION_WORDS)
