"""The name of the outlet, told by what a page says of itself.

A page names its outlet at its head, in its copyright line and its addresses, and wherever it speaks of its own affairs
(`Follow The Quay`, `Quay newsletters`). The places in which a name stands are its witnesses; they are weighed together.
Better no outlet than a wrong one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from digest import Block

from .mentions import LITTLE, LONGEST, MENU_WORDS, NAME, TOLD, Witness, is_name, is_outlet_name, mentions, plain

_SUFFIX = re.compile(r"(?P<title>.{8,300}?)\s?(?P<mark>\s[–—-]|\s?[|»])\s(?P<outlet>[^|–—»]{2,40})\Z")
_NO_OUTLET = re.compile(
    r"\b(?:live|updates?|analysis|explainer|opinion|video|watch|photos?|pictures|interview|report|exclusive|breaking|comment"
    r"|editorial|letters|review|politics|world|business|sports?|health|home|page|part)\s*\Z",
    re.IGNORECASE,
)
_STATEMENTS = (
    re.compile(rf"[Ff]rom\s+(?P<name>{NAME})(?:\s+[-–|]\s+\w+)?\s+https?://\S+\s*\Z"),
    re.compile(rf"[Tt]he (?:post|article|story)\s.{{1,200}}\sappeared first (?:on|in)\s+(?P<name>{NAME})[.\s]*\Z"),
    re.compile(
        r"[Tt]his (?:article|story|post|report) (?:was|is|has been) (?:originally |first )?published (?:by|on|in|at)"
        rf"\s+(?P<name>{NAME})[.\s]*\Z"
    ),
)
_RIGHTS = re.compile(r"©|\(c\)|\bcopyright\b", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:@|://(?:www\.)?|\bwww\.)([\w-]{2,40})\.")
_URL = re.compile(r"(?:[Pp]ermalink\W{1,3})?https?://(?:www\.)?(?P<site>[\w.-]{4,60})/(?P<path>\S{10,400})")
_TOP_LEVEL = re.compile(r"\.(?:com?|org|net|example)\b.*")
_OTHER_WEIGHTS: Mapping[Witness, int] = {
    "first": 2, "slogan": 2, "copyright": 2, "address": 2, "byline": 2, "picture": 3,
}  # fmt: skip
_ENOUGH = 3
"""Every other kind of witness weighs one; such as a name has, no name of a section or of a firm had on 90 pages."""


def split_title(printed: str) -> tuple[str, str | None]:
    """A title line as title and outlet: `Bridge closed – Harbour News` gives both, `Bridge closed – again` one.

    A suffix is an outlet if its name says so, or the stroke before it.
    """
    match = _SUFFIX.fullmatch(" ".join(printed.split()))
    if not match or _NO_OUTLET.search(match["outlet"]) or not is_name(match["outlet"]):
        return printed, None
    is_outlet = is_outlet_name(match["outlet"]) or match["mark"].strip() in ("|", "»")
    return (match["title"].strip(), match["outlet"]) if is_outlet else (printed, None)


def outlet_of(lines: Sequence[tuple[Block, str]], title: str | None) -> str | None:
    """The outlet of a page, given its labelled lines, or None where too little speaks for any name."""
    affairs = [text for block, text in lines if block.kind not in TOLD and len(text) < LONGEST]
    return _stated(affairs) or _elected(lines, affairs, title) or _own_site(affairs, title)


def _stated(affairs: Sequence[str]) -> str | None:
    """The name in a line that gives the story's source."""
    matches = (pattern.match(text) for text in affairs for pattern in _STATEMENTS)
    return next((match["name"].strip(" .") for match in matches if match), None)


def _elected(lines: Sequence[tuple[Block, str]], affairs: Sequence[str], title: str | None) -> str | None:
    """The name with the weightiest witnesses; of several, the one that is printed most."""
    witnesses: dict[str, set[Witness]] = defaultdict(set)
    printed: dict[str, Counter[str]] = defaultdict(Counter)
    for name, witness in mentions(lines, title):
        key = _key(name)
        again = witness == "affairs" and witness in witnesses[key]
        witnesses[key].add("affairs again" if again else witness)
        printed[key][name] += 1
    domains = {label.lower().replace("-", "") for text in affairs for label in _DOMAIN.findall(text)}
    rights = {word for text in affairs if _RIGHTS.search(text) for word in text.lower().split()}
    for key, kinds in witnesses.items():
        initials = {_initials(name) for name in printed[key]}
        if domains & {key, *initials}:
            kinds.add("address")
        if "top" in kinds and any(rights.intersection(_telling_words(name)) for name in printed[key]):
            kinds.add("copyright")
        for short in initials & witnesses.keys():
            kinds |= witnesses[short]
    weights = {key: sum(_OTHER_WEIGHTS.get(kind, 1) for kind in kinds) for key, kinds in witnesses.items()}
    best = max(weights, key=lambda key: (weights[key], printed[key].total()), default="")
    return _best_form(printed[best]) if weights.get(best, 0) >= _ENOUGH else None


def _own_site(affairs: Sequence[str], title: str | None) -> str | None:
    """The site in the page's own address, which has the words of the title."""
    words = {word for word in plain(title or "").split() if len(word) > 3 and word.isalpha()}
    for match in map(_URL.fullmatch, affairs):
        if match and sum(word in match["path"].lower() for word in words) >= _ENOUGH:
            return match["site"]
    return None


def _key(name: str) -> str:
    """A name's letters, so that `The Quay`, `QUAY` and `TheQuay.com` are one."""
    return re.sub(r"\W", "", _TOP_LEVEL.sub("", name.lower())).removeprefix("the")


def _initials(name: str) -> str:
    words = [word for word in name.lower().split() if word not in LITTLE]
    return "".join(word[0] for word in words) if len(words) > 2 else ""


def _telling_words(name: str) -> list[str]:
    return [word for word in name.lower().split() if len(word) > 3 and word not in LITTLE and word not in MENU_WORDS]


def _best_form(names: Counter[str]) -> str:
    """The form that is printed most; one in capitals only if there is no other, and then with small letters."""
    mixed = [name for name in names if not name.isupper()]
    titled = [name if len(name) < 6 and " " not in name else name.title() for name in names]
    return max(mixed or titled, key=lambda name: (names[name], name))
