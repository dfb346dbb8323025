"""Where an event was: a vote over the places that its accounts put it at."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from digest import Account

from ..english.gazetteer import COUNTRIES, PLACES
from ..english.names import find_entities
from .positions import position_weights

# What a mention says of the event's place, by how the text gives it; other mentions count by their position.
_DATELINE_OR_CAPTION = 3.0
_POSITION = 0.5
# A place needs so much support from each account on average, a more exact one so much of what the best has.
_SUPPORT = 1.5
_EXACT_SUPPORT = 0.5


def event_place(accounts: Sequence[Account]) -> str | None:
    """The most exact of the places with good support ("Harbour Hall, Bergen"); None if none has it.

    Each account has one vote for each place it names.
    """
    support: defaultdict[str, float] = defaultdict(float)
    named = [_votes(account) for account in accounts]
    places = sorted({place for votes in named for place in votes})
    for account, votes in zip(accounts, named, strict=True):
        for place in places:
            support[place] += max(votes.get(place, 0.0), _bare_vote(account, place))
    best = max(support.values(), default=0.0)
    if best < _SUPPORT * len(accounts):
        return None
    candidates = [place for place in support if support[place] >= _EXACT_SUPPORT * best]
    return max(candidates, key=lambda place: (_exactness(place), support[place], place))


def _votes(account: Account) -> dict[str, float]:
    """For each place an account names, and each place that it is in, the weight of its best mention."""
    weights = position_weights(account.article)
    votes: defaultdict[str, float] = defaultdict(float)
    for claim in account.claims:
        if claim.kind == "place" and (position := weights.at(claim.start)):
            marked = claim.rule.startswith(("dateline", "caption"))
            names = claim.value.split(", ")
            for index in range(len(names)):
                place = ", ".join(names[index:])
                votes[place] = max(votes[place], _DATELINE_OR_CAPTION if marked else _POSITION * position)
    return votes


def _bare_vote(account: Account, place: str) -> float:
    """What it says of a place that its name stands somewhere in the account, as in "the mayor of Port Ellery".

    Nothing for what acts in the news, countries and capitals and houses of government: towns only lie there.
    """
    name = place.split(", ")[0]
    bodies = {entity.name for entity in find_entities(account.article) if entity.kind == "organisation"}
    if name in PLACES or name in bodies:
        return 0.0
    weights = position_weights(account.article)
    mentions = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", account.article.text, re.IGNORECASE)
    return _POSITION * max((weights.at(mention.start()) for mention in mentions), default=0.0)


def _exactness(place: str) -> int:
    """More for a venue in a city than for a city, and for that than for a country."""
    return place.count(", ") + (place not in COUNTRIES)
