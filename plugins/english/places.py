"""Places in running text: what stands where only a place can, or is on the general list of them.

"in Oslo", "near Port Ellery, Ohio", "at the Harbour Hall in Bergen", "BERGEN —" at the head of an article.
"""

from __future__ import annotations

import re
from collections.abc import Container

import msgspec

from .gazetteer import PLACES, canonical
from .roles import PLACES as HEADS
from .roles import ROLES
from .terms import is_demonym
from .timex import MONTHS, WEEKDAYS

_NAME = r"(?:[A-Z][\w’'.-]*|U\.S\.|U\.K\.)(?:(?: (?:of the|of|de la|de|del|da|do|al|el))? [A-Z][\w’'-]*\.?){0,5}"
_LOCATIVE = re.compile(
    rf"\b(?P<word>[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ii]nside|[Aa]cross|[Aa]round)"
    r"(?P<what>(?: the)?(?: (?:(?:north|south)?(?:east|west)(?:ern)?|(?:north|south)(?:ern)?|central|downtown|nearby"
    r"|rural|coastal|neighbou?ring))?(?: (?:\w+ )?(?:city|town|village|province|district|island|suburb|county|state"
    r"|region|capital|neighbou?rhood)(?: of)?)?)"
    rf" (?P<name>{_NAME})"
)
_WHOLE = re.compile(rf",? (?:in (?:the )?)?(?P<name>{_NAME})|, (?P<state>{_NAME})")
_DAY = r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d\d?|\d\d? [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)?"
_DATELINE = re.compile(
    r"(?P<name>[A-Z][\w.’' -]{1,40}?)(?:, (?P<whole>[A-Z][A-Za-z. ]{1,24}?))?"
    rf"{_DAY},?(?: \([A-Z][\w .,/-]{{1,30}}\))?{_DAY} ?(?:—|–|--| - |(?P<colon>:(?= )))"
)
_POSSESSIVE = re.compile(r"[’']s?$")
# "a professor at", "mycologists at": who works there.
_ROLE_BEFORE = re.compile(rf"\b(?:{'|'.join(sorted(ROLES))}|[a-z]+(?:ist|ician))s? $", re.IGNORECASE)
_CITY_KIND = re.compile(r"\b(?:city|town|village|province|district|island|suburb|county|region) of$")
_VENUES = HEADS | frozenset(
    """University College School Hospital Church Cathedral Mosque Temple Stadium Arena Centre Center Museum Theatre
    Theater House Court Prison Embassy Ministry Courthouse Guesthouse Headquarters Academy Library Mall Market Base
    Camp Mansion Garden Gardens Field Zoo Monument Memorial Abbey Castle Terminal Casino Club Clinic Institute
    Capitol Pentagon Kremlin Auditorium Hangar Barracks Dam Pier""".split()
)
# Listed places that take the article; "in the Taiwan issue" names no place.
_WITH_ARTICLE = re.compile(
    r"(?:United|U\.[SK]\.|US|UK|UAE|Netherlands|Philippines|Bahamas|Gambia|Maldives|Seychelles|Congo|Ivory|Czech|Dominican"
    r"|Central|Solomon|Vatican|West Bank|Gaza Strip|Palestinian|Hague)(?!\w)"
)
# Houses that one can be in without being there.
_BODIES = frozenset("House Court Ministry Embassy Institute Academy Club".split())
# What begins the name of a place, and is none by itself.
_HEADED = frozenset("Lake Mount Fort Cape Port Saint St. Camp".split())
_NO_PLACES = frozenset(
    """Congress Parliament Senate House English French German Spanish Arabic God Jesus Christ I Democrats Republicans
    Internet Twitter Facebook Christianity Islam Olympics Christmas Easter Ramadan Thanksgiving Nato NATO
    Cabinet""".split()
) | {word.capitalize() for word in (*MONTHS, *WEEKDAYS)}


class Place(msgspec.Struct, frozen=True):
    """A place as printed at `[start, end)`; `names` go from the narrowest ("Harbour Hall", "Bergen", "Norway").

    `near` says that the text puts it near the place, not in it; `dateline` that it heads an article.
    """

    start: int
    end: int
    names: tuple[str, ...]
    near: bool = False
    dateline: bool = False


def find_places(text: str, start: int, end: int, people: Container[str] = ()) -> list[Place]:
    """The places that `text[start:end]` puts something at, in order. `people` are names that are no places."""
    found: list[Place] = []
    position = start
    while match := _LOCATIVE.search(text, position, end):
        place = _place(text, match, end, people)
        position = place.end if place else match.start("name")
        if place:
            found.append(place)
    return found


def dateline(text: str, start: int, end: int) -> Place | None:
    """The place that heads an article: "BERGEN, Norway (AP) —", of a listed one also "BERGEN:"; None without one."""
    match = _DATELINE.match(text, start, end)
    if match is None:
        return None
    names = [_titled(match["name"])] + ([_titled(match["whole"])] if match["whole"] else [])
    in_capitals, listed = match["name"].isupper(), any(name in PLACES for name in names)
    # "WATCH:" has a colon too.
    if not (in_capitals and listed if match["colon"] else in_capitals or listed):
        return None
    stop = match.end("whole") if match["whole"] else match.end("name")
    return Place(start, stop, tuple(canonical(name) for name in names), dateline=True)


def _titled(name: str) -> str:
    name = name.strip()
    return name if name in PLACES or not name.isupper() else name.title()


def _place(text: str, match: re.Match[str], end: int, people: Container[str]) -> Place | None:
    begin, stop = match.span("name")
    name = text[begin:stop].rstrip(".,") if text[begin:stop] not in PLACES else text[begin:stop]
    stop = begin + len(name)
    owner = re.match(r"(?P<whole>[A-Z][\w. -]*?)[’']s (?P<venue>[A-Z].*)", name)
    if owner and owner["whole"] in PLACES and _is_venue(owner["venue"]):
        return Place(begin, stop, (owner["venue"], canonical(owner["whole"])))
    name = name if name in PLACES else _POSSESSIVE.sub("", name)
    if name not in PLACES and (name in people or name.split()[0] in _NO_PLACES or name.split()[-1] in people):
        return None
    stop = begin + len(name)
    whole = _WHOLE.match(text, stop, end)
    outer = (whole["name"] or whole["state"]) if whole else None
    outer = _known_prefix(outer) if outer else None
    if not _is_place(text, match, name, outer):
        return None
    names: tuple[str, ...] = (canonical(name),)
    if outer and whole:
        names += (canonical(outer),)
        stop = whole.start("name" if whole["name"] else "state") + len(outer)
    return Place(begin, stop, names, near=match["word"].lower() in ("near", "outside"))


def _known_prefix(name: str) -> str | None:
    """The longest beginning of a name that is a listed place."""
    words = name.rstrip(",").split(" ")
    candidates = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    for candidate in candidates:
        for form in (candidate, _POSSESSIVE.sub("", candidate), candidate.rstrip(".")):
            if form in PLACES:
                return form
    return None


def _is_place(text: str, match: re.Match[str], name: str, outer: str | None) -> bool:
    word = match["word"].lower()
    if word == "at" and _ROLE_BEFORE.search(text, max(0, match.start() - 30), match.start()):
        return False
    if word == "in" and name.split()[-1] in _BODIES:
        return False
    if word == "at" or (match["what"].strip() == "the" and not _WITH_ARTICLE.match(name)):
        return _is_venue(name) or (outer is not None and word == "at" and match["what"].strip() == "the")
    if name in PLACES:
        return True
    if is_demonym(name) or name in _HEADED:
        return False
    if _CITY_KIND.search(match["what"]) or outer is not None:
        return word != "around"
    return name.split()[-1] in HEADS or name.split()[0] in _HEADED


def _is_venue(name: str) -> bool:
    """Whether a name is a building's or ground's: "Harbour Hall", "Great Hall of the Guilds"."""
    words = name.split()
    return words[-1] in _VENUES or ("of" in words[1:] and words[words.index("of") - 1] in _VENUES)
