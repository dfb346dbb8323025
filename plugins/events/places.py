"""Where an event was: a vote over the places that its accounts put it at."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from digest import Account, Article

from ..english.common_words import FUNCTION_WORDS
from ..english.gazetteer import COUNTRIES, PLACES, canonical, lies_in
from ..english.names import find_entities
from ..english.roles import HONORIFICS
from .positions import OPENING, position_weights

# What a mention says of the event's place, by how the text gives it; other mentions count by their position.
_DATELINE_OR_CAPTION = 3.0
_POSITION = 0.5
# So much has an account that puts something at a place in its headline or opening.
_PLACED = _POSITION * OPENING
# A place needs so much support from each account on average, a more exact one so much of what the best has.
_SUPPORT = 1.5
_EXACT_SUPPORT = 0.4

_NAME = r"[A-Z][\w’'-]+(?: (?:of |de la |de |del |da |do )?[A-Z][\w’'-]+){0,2}"
# Names that can only be places: "the old port of Farrow", "the Port Ellery City Council".
_TOWN = re.compile(
    rf"\b(?:city|town|village|port|capital|suburb|hamlet|district) of (?P<name>{_NAME})"
    rf"|\b(?P<seat>{_NAME}) (?:(?:City|Town|Village|Borough|District) (?:Council|Hall)|[Cc]ity [Cc]ouncil)\b"
)
# "Norway's Hitra island", "Chile's Alto Lindow copper mine": a part of a listed place.
_PART = re.compile(
    rf"\b(?P<whole>[A-Z]\w+(?: [A-Z]\w+)?)[’']s (?P<name>{_NAME}) (?:[a-z]+ )?"
    r"(?:city|town|village|port|island|peninsula|province|region|district|mine|airport|beach)\b"
)
# "Lindow. The river rose …", "Lindow: river rises": a place, if another account puts something there.
_HEADING = re.compile(rf"(?P<name>{_NAME})[.:] (?=[“‘\"']?[A-Z0-9])")
# "came to Oslo" says that something is there, "Oslo denies it" does not.
_AT = r"\b(?:in|at|near|of|to|through|outside|around) "
# "a picture of Tern" may be of anything.
_THERE = r"\b(?:in|at|near|to|through|outside|around) "
# A body that meets somewhere, and heads datelines.
_NO_PLACES = frozenset({"United Nations"})


def event_place(accounts: Sequence[Account]) -> str | None:
    """The most exact of the places with good support ("Harbour Hall, Bergen"); None if none has it.

    Each account has one vote for each place it names. A country that has good support too is added.
    """
    alone = len(accounts) == 1
    named = [_votes(account) for account in accounts]
    for account, votes in zip(accounts, named, strict=True):
        votes.update(_headings(account, [other for other in accounts if other is not account]))
    places = sorted({place for votes in named for place in votes})
    votes_for = {place: [_vote(place, *pair) for pair in zip(accounts, named, strict=True)] for place in places}
    support = {place: sum(votes) for place, votes in votes_for.items()}
    enough = sorted((p for p in places if _is_enough(p, votes_for[p], named)), key=lambda p: -support[p])
    if alone:
        enough = [place for place in enough if _insists(accounts[0], place)]
    if not enough:
        return None
    shared = [
        place
        for place in places
        if support[place] >= _EXACT_SUPPORT * support[enough[0]]
        and max(_placing(votes_for.get(name, ())) for name in (place, place.split(", ")[0])) >= min(2, len(accounts))
        and _may_be(place, enough[0])
        and any(_opens_with(account, place) for account in accounts)
    ]
    candidates = shared or [place for place in enough if support[place] == support[enough[0]]]
    place = max(candidates, key=lambda place: (_exactness(place), support[place], place))
    countries = [name for name in enough if name in COUNTRIES and (lies_in if alone else _may_lie_in)(place, name)]
    return ", ".join([place, *countries[:1]])


def _vote(place: str, account: Account, votes: Mapping[str, float]) -> float:
    return max(votes.get(place, 0.0), _bare_vote(account, place))


def _is_enough(place: str, votes: Sequence[float], named: Sequence[Mapping[str, float]]) -> bool:
    """Whether a place has the support that it needs: on average, or from more than two thirds of the accounts.

    More than one has to name it. A dateline that another account bears out is enough where no account puts the event
    anywhere else: the others, as features do, leave it open.
    """
    if sum(vote > 0 for vote in votes) < min(2, len(votes)):
        return False
    if sum(votes) >= _SUPPORT * len(votes) or 3 * _placing(votes) > 2 * len(votes):
        return True
    agreed = all(
        vote >= _PLACED or all(_lies_in(place, other) for other in found if found[other] >= _PLACED)
        for vote, found in zip(votes, named, strict=True)
    )
    return agreed and max(votes) >= _DATELINE_OR_CAPTION


def _placing(votes: Sequence[float]) -> int:
    """How many accounts put the event at a place."""
    return sum(vote >= _PLACED for vote in votes)


def _lies_in(place: str, whole: str) -> bool:
    return place.endswith(f", {whole}") or lies_in(place, whole)


def _may_be(place: str, best: str) -> bool:
    """Whether a place can be where the best one is: known places lie where they lie."""
    names, whole = place.split(", "), best.split(", ")[0]
    return any(name == whole or lies_in(name, whole) for name in names) or PLACES.isdisjoint(names)


def _may_lie_in(place: str, country: str) -> bool:
    """Whether a country can be added to a place: its own to a listed place, what the accounts say to another."""
    return lies_in(place, country) if place in PLACES else "," not in place


def _votes(account: Account) -> dict[str, float]:
    """For each place an account names, and each place that it is in, the weight of its best mention."""
    weights = account.article.derived(position_weights)
    votes: defaultdict[str, float] = defaultdict(float)
    for claim in account.claims:
        if claim.kind == "place" and (position := weights.at(claim.start)):
            marked = claim.rule.startswith(("dateline", "caption"))
            names = claim.value.split(", ")
            for index in range(len(names)):
                place = ", ".join(names[index:])
                votes[place] = max(votes[place], _DATELINE_OR_CAPTION if marked else _POSITION * position)
    for match in _TOWN.finditer(account.article.text):
        name = (match["name"] or match["seat"]).removeprefix("The ")
        if name.lower() not in FUNCTION_WORDS:
            votes[name] = max(votes[name], _POSITION * weights.at(match.start()))
    for match in _PART.finditer(account.article.text):
        if match["whole"] in PLACES:
            for place in (match["name"], f"{match['name']}, {canonical(match['whole'])}", canonical(match["whole"])):
                votes[place] = max(votes[place], _POSITION * weights.at(match.start()))
    return {place: vote for place, vote in votes.items() if vote and place.split(", ")[0] not in _NO_PLACES}


def _headings(account: Account, others: Sequence[Account]) -> dict[str, float]:
    """The place that stands by itself before the headline or the story, and that another account puts something at."""
    article = account.article
    headings = (_HEADING.match(article.text, start) for start in _openings(article))
    names = {heading["name"] for heading in headings if heading and heading["name"] not in HONORIFICS}
    acting = {entity.name for entity in find_entities(article) if entity.kind in ("person", "organisation")}
    return {
        name: _DATELINE_OR_CAPTION
        for name in sorted(names - acting)
        if any(re.search(rf"{_THERE}{re.escape(name)}\b", other.article.text) for other in others)
    }


def _openings(article: Article) -> Iterator[int]:
    """Where the headline begins, and where the story does."""
    for blocks in (article.blocks_of("title"), article.blocks_of("body")):
        yield from (block.start for block in islice(blocks, 1))


def _bare_vote(account: Account, place: str) -> float:
    """What it says of a place that its name stands somewhere in the account, as in "the mayor of Port Ellery".

    Nothing for what acts in the news, countries and houses of government: towns only lie there. Capitals and other
    listed cities act too, unless something is "in" or comes "to" them.
    """
    name = place.split(", ")[0]
    entities = find_entities(account.article)
    if name in COUNTRIES or any(entity.name == name and entity.kind == "organisation" for entity in entities):
        return 0.0
    return _POSITION * max(_mentions(account, name, _AT if name in PLACES else ""), default=0.0)


def _opens_with(account: Account, place: str) -> bool:
    """Whether headline, captions or opening name a place, other than as where the reporter writes from."""
    return OPENING in _mentions(account, place.split(", ")[0])


def _insists(account: Account, place: str) -> bool:
    """Whether an account by itself says more than once, in headline, captions, opening or dateline, where it was."""
    name = place.split(", ")[0]
    datelines = [claim for claim in account.claims if claim.rule == "dateline" and claim.text.startswith(name)]
    return [*_mentions(account, name)].count(OPENING) + len(datelines) > 1


def _mentions(account: Account, name: str, before: str = "") -> Iterator[float]:
    """The weights of the positions at which an account has a name, but for its dateline."""
    weights = account.article.derived(position_weights)
    datelines = {claim.start for claim in account.claims if claim.rule == "dateline"}
    for mention in re.finditer(rf"{before}(?<!\w){re.escape(name)}(?!\w)", account.article.text, re.IGNORECASE):
        if mention.start() not in datelines:
            yield weights.at(mention.start())


def _exactness(place: str) -> int:
    """More for a venue in a city than for a city, and for that than for a country."""
    name = place.split(", ")[0]
    return place.count(", ") + (name not in COUNTRIES) + (name not in PLACES)
