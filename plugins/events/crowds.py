"""How many stories of a story's days are half like it: a running story or a debate has many, and few of one event.

In such a crowd likeness says less, as all share the words of the subject. So more of it is asked where nothing else
tells that two stories are of one event.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from .dating import DateEvidence
from .required import LEAST, REACH

# Unrelated stories are less alike, those of one event mostly more.
HALF_ALIKE = 0.08
# So many half-alike stories are no crowd yet, and so many make the thickest.
_NO_CROWD, _THICK = 4, 10


def crowds(similarities: Iterable[tuple[float, int, int]], dates: Sequence[DateEvidence]) -> list[float]:
    """For each story how thick a crowd it stands in, 0 to 1, from how similar pairs of stories are.

    A story without any date stands in none, as nobody knows which others are of its days.
    """
    half_alike: Counter[int] = Counter()
    for similarity, *pair in similarities:
        if HALF_ALIKE <= similarity < LEAST and _of_one_time(*(dates[story] for story in pair)):
            half_alike.update(pair)
    return [min(1.0, max(0.0, (half_alike[i] - _NO_CROWD) / (_THICK - _NO_CROWD))) for i in range(len(dates))]


def _of_one_time(first: DateEvidence, second: DateEvidence) -> bool:
    return first.date is not None and second.date is not None and abs((first.date - second.date).days) < REACH
