"""The places of a page in which an outlet names itself, each with the name that stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from digest import Block

from ..cleaning.signs import AGENCY, sign_of
from ..cleaning.vocabulary import OTHER_INTERFACE_WORDS, SECTIONS, TELLING_WORDS
from ..cleaning.wording import is_section

Witness = Literal[
    "line",
    "top",
    "name",
    "first",
    "slogan",
    "affairs",
    "affairs again",
    "copyright",
    "owner",
    "byline",
    "address",
    "picture",
]

TOLD = ("title", "heading", "body")
LITTLE = frozenset("of the and de do da la el del in & for le les der die das".split())
MENU_WORDS = TELLING_WORDS | OTHER_INTERFACE_WORDS | SECTIONS
LONGEST = 300  # characters of a line
_TOP = 3  # lines
_CAPITAL = r"[^\W_a-z][\w’'&!-]*(?:\.\w+)*"
NAME = rf"(?:[Tt]he\s+)?{_CAPITAL}(?:\s+(?:{_CAPITAL}|of|the|and|de|do|da|la|el|d[’']\w+|&)){{0,5}}"
_WHOLE_NAME = re.compile(NAME)
_WEB_NAME = re.compile(r"[\w-]{3,30}\.(?:com|org|net|news|info|example|[a-z]{2})(?:\.[a-z]{2})?")
_OUTLET_WORD = re.compile(
    r"(?:\b(?:News|Times|Post|Herald|Tribune|Gazette|Journal|Daily|Weekly|Guardian|Telegraph|Chronicle|Observer|Press|Mail"
    r"|Standard|Star|Mirror|Express|Independent|Examiner|Inquirer|Courier|Bulletin|Dispatch|Globe|Sentinel|Register"
    r"|Reporter|Record|Review|Monitor|Echo|Argus|Mercury|Agency|Broadcasting|TV|Television|Radio|FM|Network|Media|Magazine"
    r"|Today|Online|Wire|Newswire|Newspaper|Ledger|Advertiser|Advocate|Beacon|Clarion|Messenger|Recorder|Intelligencer"
    r"|Enquirer|Zeitung|Tagblatt|Tageblatt|Nachrichten|Rundschau|Diario|Noticias|Periódico|Tribuna|Jornal|Notícias"
    r"|Giornale|Gazzetta|Corriere|Quotidien)\b|\w\.(?:com|org|net|co\.\w\w|news|tv)\b)"
)
_ACRONYM = re.compile(r"[A-Z]{2,6}(?:\s(?:News|World|Online|TV)(?:\s\w+)?)?")
_COPYRIGHT = re.compile(
    r"(?:.{0,40}\s)?(?:©|\([Cc]\)|[Cc]opyright)\s*(?:[Cc]opyright\s*|©\s*)?"
    rf"(?:\d{{4}}(?:\s?[-–]\s?\d{{4}})?[,.]?\s+)?(?:by\s+)?(?P<name>{NAME})"
)
# What follows the name of an owner; a company that publishes many outlets is told by the words before it.
_OWNER = re.compile(
    r"[,.]?\s+(?:(?:US |UK |USA )?(?:Inc|LLC|Ltd|Limited|Co|Corp|Company|GmbH|AG|SE|AB|A(?:/S)?\Z|N\.V|B\.V|Group|Plc"
    r"|PLC|S\.A)|All [Rr]ights|ALL RIGHTS|\d{4})\b.*\Z"
)
_COMPANY = re.compile(r"\b(?:Media|Network|Communications|Broadcasting|Interactive|Agency|Publishing|Press)\b")
_LEGAL = re.compile(r"\b(?:reserved|reproduction|rights|prohibited|republishing|permission)\b", re.IGNORECASE)
_AFFAIR = re.compile(
    r"(?i:About|Contact|Follow|Join|Support|Subscribe to|Sign up (?:for|to)|Advertise (?:with|on|in)|Welcome to"
    r"|Download|Work (?:for|at|with)|Get|Inside|Search|Talk to|Write (?:for|to)|Trending (?:now )?(?:on|in)"
    rf"|Keep up (?:to date )?with|More (?:from|on|in)|Read more (?:on|at|in)|Tweets by)\s+(?P<name>{NAME})"
)
# What an outlet has, behind its name.
_THING = re.compile(
    r"\s(?:(?:E-?mail\s)?Newsletters?|Apps?|Store|Shop|Jobs|Archives?|Subscriptions?|Staff|Contributors?|Podcasts?|Events"
    r"|Mobile|Community|Feedback|Account|Customer|Premium|Pro|Plus|Membership|Sports?|World|Health|Radio|TV|Live"
    r"|(?:on|On)\s(?:Facebook|Twitter|X|Instagram|YouTube)|is supported by)\b.*\Z"
)
_BYLINE = re.compile(rf"(?:By|Reporter|Author)\b.{{2,60}}?(?:,|\s[–|-]|\bfor)\s+(?P<name>{NAME})\s*\Z")
_SOURCE = re.compile(rf"(?i:source)\s*:\s*(?P<name>{NAME})\s*\Z")
_SLOGAN = re.compile(
    r"\s(?:[–—|-]|::)\s{1,3}(?=.{0,200}\b(?:[Nn]ews|[Aa]nalysis|[Mm]agazine|[Ii]ndependent|[Ss]tories|[Jj]ournalism)\b)"
)
# What may follow an outlet's name in its line: an edition, a remark on the translation.
_QUALIFIER = re.compile(r"\s+[|–—-]\s|\s{2,}|\s\(|\sin English\b|\s[Hh]ome ?page\b")
_BULLET = re.compile(r"\A[\s*+•·▪◦‣o–—-]{1,20}(?=\W?[^\W_a-z])")
_SKIP = re.compile(r"\W*(?:skip|jump|go) to ", re.IGNORECASE)
_CELLS = re.compile(r"\s{2,}|\s?[|·>•]\s")


class Mention(NamedTuple):
    """A name as it is printed, and the kind of place that it stands in."""

    name: str
    witness: Witness


def mentions(lines: Sequence[tuple[Block, str]], title: str | None) -> Iterator[Mention]:
    """The names that could be the outlet's, in the order of the page."""
    top = next((index for index, (block, _) in enumerate(lines) if block.kind == "title"), 0)
    found = [*_in_pictures(lines, title), *_in_first_line([text for _, text in lines[:top]])]
    for index, (block, text) in enumerate(lines):
        if block.kind not in TOLD and len(text) < LONGEST:
            cells = _CELLS.split(text)
            if index < top:
                found += _in_slogan(text)
            if index < min(top, _TOP) and len(cells) == 1:
                found += _at_top(text)
            for cell in cells:
                found += _in_cell(_BULLET.sub("", cell.strip()))
    return (mention for mention in found if _could_be_outlet(mention.name))


def is_outlet_name(name: str) -> bool:
    """Whether a name says by one of its words, or as an abbreviation, that it is an outlet's."""
    return bool(_OUTLET_WORD.search(name.title() if name.isupper() else name) or _ACRONYM.fullmatch(name))


def is_name(text: str) -> bool:
    """Whether a text is one to six words with capitals, but for small ones."""
    words = text.split()
    return 0 < len(words) <= 6 and all(
        not word[0].islower() or word in LITTLE or word[1:2] in ("'", "’") for word in words
    )


def _could_be_outlet(name: str) -> bool:
    if _WEB_NAME.fullmatch(name):
        return True
    is_menu = is_section(name) or (_is_of_menu(name) and not name.lower().startswith("the "))
    return is_name(name) and len(name) > 1 and any(map(str.isalpha, name)) and not is_menu and not _LEGAL.search(name)


def _is_of_menu(name: str) -> bool:
    return all(word in MENU_WORDS for word in name.lower().split())


# ── the places ─────────────────────────────────────────────────────────────────────────────────────────────


def _in_cell(text: str) -> Iterator[Mention]:
    """A name that fills a line or a cell of one, and one where the page speaks of its affairs, rights and authors."""
    if name := _alone(text):
        yield Mention(name, "address" if _WEB_NAME.fullmatch(name) else "line")
    if thing := _THING.search(text):
        yield Mention(text[: thing.start()], "affairs")
    if match := _AFFAIR.match(text):
        yield Mention(_THING.sub("", match["name"]), "affairs")
    if match := _COPYRIGHT.match(text):
        name = _OWNER.sub("", match["name"]).strip(" .,")
        yield Mention(name, "copyright")
        if is_outlet_name(name) and not _COMPANY.search(name):
            yield Mention(name, "owner")
    if (match := _BYLINE.match(text) or _SOURCE.match(text)) and not AGENCY.fits(match["name"]):
        yield Mention(match["name"].strip(" ."), "byline")


def _alone(text: str) -> str | None:
    name = _QUALIFIER.split(text)[0].strip()
    return name if _WHOLE_NAME.fullmatch(name) and not sign_of(name) else None


def _at_top(text: str) -> Iterator[Mention]:
    """A name in one of the first lines."""
    if name := _alone(text):
        yield Mention(name, "top")
        if " " in name and is_outlet_name(name):
            yield Mention(name, "name")


def _in_slogan(text: str) -> Iterator[Mention]:
    """The name before a slogan: `PierWatch – News from the harbour`."""
    name, *slogan = _SLOGAN.split(text, maxsplit=1)
    if slogan:
        yield Mention(name, "slogan")
        yield Mention(name, "line")


def _in_first_line(head: Sequence[str]) -> Iterator[Mention]:
    """The name in a page's first line, where only a link over the menus may stand above it and menus do below.

    One word alone with small letters is a button in another language.
    """
    first, *rest = [text for text in head if not _SKIP.match(text) and (" " in text or not sign_of(text))] or [""]
    name = _alone(_SLOGAN.split(first)[0]) or ""
    if (" " in name or not name[1:].islower()) and any(sign_of(text) or len(_CELLS.split(text)) > 2 for text in rest):
        for witness in ("first", "top", "line"):
            yield Mention(name, witness)


def _in_pictures(lines: Sequence[tuple[Block, str]], title: str | None) -> Iterator[Mention]:
    """The site's name before the title in alternative texts of pictures, where two of them agree."""
    before = []
    for block, text in lines:
        if title and block.kind in ("boilerplate", "caption") and not block.rule.startswith("running"):
            start = plain(text).find(plain(title))
            before.append(text[:start].strip(" -–|:") if start > 0 else "")
    for name in before:
        if name and before.count(name) > 1:
            yield Mention(name, "picture")


def plain(text: str) -> str:
    """The text in small letters and with straight quotation marks, character by character."""
    return text.translate({0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'"}).lower()
