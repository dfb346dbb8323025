"""The name of the outlet, where a page prints its own.

Better nothing than a wrong outlet: a name counts only from a place where pages print their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from digest import Block

from .cleaning.signs import is_section, sign_of
from .cleaning.vocabulary import OTHER_INTERFACE_WORDS, SECTIONS, TELLING_WORDS

_SUFFIX = re.compile(r"(?P<title>.{8,300}?)\s?(?P<mark>\s[–—-]|\s?[|»])\s(?P<outlet>[^|–—»]{2,40})\Z")
_NAME = r"(?P<outlet>(?:[Tt]he\s+)?[A-Z][\w.’'&!]*(?:\s+(?:[A-Z0-9][\w.’'&!]*|of|the|and|de|la|el|&)){0,5})"
_OUTLET_WORD = re.compile(
    r"(?:\b(?:News|Times|Post|Herald|Tribune|Gazette|Journal|Daily|Weekly|Guardian|Telegraph|Chronicle|Observer|Press|Mail"
    r"|Standard|Star|Mirror|Express|Independent|Examiner|Inquirer|Courier|Bulletin|Dispatch|Globe|Sentinel|Register"
    r"|Reporter|Record|Review|Monitor|Echo|Argus|Mercury|Agency|Broadcasting|TV|Television|Radio|FM|Network|Media|Magazine"
    r"|Today|Online|Wire|Newswire|Newspaper|Ledger|Advertiser|Advocate|Beacon|Clarion|Messenger|Recorder|Intelligencer"
    r"|Enquirer|Zeitung|Tagblatt|Tageblatt|Nachrichten|Rundschau|Diario|Noticias|Periódico|Tribuna|Jornal|Notícias"
    r"|Giornale|Gazzetta|Corriere|Gazette|Quotidien)\b|\w\.(?:com|org|net|co\.\w\w|news|tv)\b)"
)
_ACRONYM = re.compile(r"[A-Z]{2,6}(?:\s(?:News|World|Online|TV)(?:\s\w+)?)?")
_NO_OUTLET = re.compile(
    r"\b(?:live|updates?|analysis|explainer|opinion|video|watch|photos?|pictures|interview|report|exclusive|breaking|comment"
    r"|editorial|letters|review|politics|world|business|sports?|health|home|page|part)\s*\Z",
    re.IGNORECASE,
)
_SOURCE_LINE = re.compile(rf"[Ff]rom\s+{_NAME}(?:\s+[-–|]\s+\w+)?\s+https?://\S+\s*\Z")
_APPEARED = re.compile(rf"[Tt]he (?:post|article|story)\s.{{1,200}}\sappeared first (?:on|in)\s+{_NAME}[.\s]*\Z")
_ORIGINAL = re.compile(
    r"[Tt]his (?:article|story|post|report) (?:was|is|has been) (?:originally |first )?published (?:by|on|in|at)"
    rf"\s+{_NAME}[.\s]*\Z"
)
_COPYRIGHT = re.compile(
    rf"(?:[Cc]opyright\s*)?(?:©|\([Cc]\)|[Cc]opyright)\s*(?:[Cc]opyright\s*)?(?:\d{{4}}(?:\s?[-–]\s?\d{{4}})?,?\s+)?(?:by\s+)?{_NAME}"
)
_OWNER = re.compile(
    r",?\s+(?:(?:US |UK |USA )?(?:Inc|LLC|Ltd|Limited|Co|Corp|Company|GmbH|AG|SE|AB|A(?:/S)?\Z|N\.V|B\.V|Group|Plc|PLC"
    r"|S\.A)|All [Rr]ights|ALL RIGHTS|\d{4})\b.*\Z"
)
_MENU_WORDS = TELLING_WORDS | OTHER_INTERFACE_WORDS | SECTIONS
_LEGAL = re.compile(r"\b(?:reserved|reproduction|rights|prohibited|republishing|permission)\b", re.IGNORECASE)
_SLOGAN = re.compile(
    r"\s(?:[–—|-]|::)\s{1,3}(?=.{0,200}\b(?:[Nn]ews|[Aa]nalysis|[Mm]agazine|[Ii]ndependent|[Ss]tories|[Jj]ournalism)\b)"
)
_OWN_LINE = re.compile(
    r"©|\(c\)|\b(?:copyright|follow|subscribe|contact|about|newsletter|support|member|newspapers?|published|for)\b",
    re.IGNORECASE,
)
_COPYRIGHT_MARK = re.compile(r"©|\(c\)|\bcopyright\b", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:@|://(?:www\.)?|\bwww\.)([\w-]{3,40})\.")
_LITTLE = frozenset("of the and de la el del in & for le les der die das".split())
_WORDS = re.compile(r"[^\W\d_][\w.’'&!-]*(?: [\w.’'&!-]+)*")
_WEB_NAME = re.compile(r"[\w-]{3,30}\.(?:com|org|net|news|info|[a-z]{2})")
# What may follow an outlet's name in its line: a slogan, an edition, a remark on the translation.
_QUALIFIER = re.compile(r"\s+[|–—-]\s|\s{2,}|\s\(|\sin English\b|\s[Hh]ome ?page\b|\.(?:com|org|net|example)\b")
_SKIP = re.compile(r"\W*(?:skip|jump|go) to ", re.IGNORECASE)
_LINKS = re.compile(r"\s{2,}|\s[|>·]\s")
_TOP = 3  # lines
_HEAD = 40  # lines
_AFFAIRS = 200  # characters
_TOLD = ("title", "heading", "body", "other_story")
_STATEMENTS = (_SOURCE_LINE, _APPEARED, _ORIGINAL)


def split_title(printed: str) -> tuple[str, str | None]:
    """A title line as title and outlet: `Bridge closed – Harbour News` gives both, `Bridge closed – again` one.

    A suffix is an outlet if its name says so, or the stroke before it.
    """
    match = _SUFFIX.fullmatch(" ".join(printed.split()))
    if not match or _NO_OUTLET.search(match["outlet"]) or not _is_name(match["outlet"]):
        return printed, None
    name = match["outlet"]
    is_outlet = _OUTLET_WORD.search(name) or _ACRONYM.fullmatch(name) or match["mark"].strip() in ("|", "»")
    return (match["title"].strip(), name) if is_outlet else (printed, None)


def _is_name(text: str) -> bool:
    words = text.split()
    return len(words) <= 6 and all(not word[0].islower() or word in _LITTLE for word in words)


def outlet_of(lines: Sequence[tuple[Block, str]], title: str | None) -> str | None:
    """The outlet of a page, given its labelled lines, or None where no line is sure to be its name."""
    return (
        _stated(lines)
        or _in_alternative_texts(lines, title)
        or _masthead(lines)
        or _first_line(lines)
        or _in_copyright_line(lines)
    )


def _stated(lines: Iterable[tuple[Block, str]]) -> str | None:
    """The name in a line that gives the story's source."""
    for block, text in lines:
        if block.kind in ("credit", "boilerplate"):
            for pattern in _STATEMENTS:
                if match := pattern.match(text[:400]):
                    return match["outlet"].strip(" .")
    return None


def _in_copyright_line(lines: Sequence[tuple[Block, str]]) -> str | None:
    """The name in a copyright line below the story: that of an outlet, or one that the page has elsewhere too.

    Others are the owner's, or a photographer's.
    """
    last = max((index for index, (block, _) in enumerate(lines) if block.kind == "body"), default=0)
    for block, text in lines[last:]:
        match = _COPYRIGHT.match(text[:400]) if block.kind in ("boilerplate", "credit") else None
        name = _OWNER.sub("", re.split(r"\.\s?(?=[A-Z])", match["outlet"])[0]).strip(" .") if match else ""
        page = [other for _, other in lines if other != text]
        is_outlet = _OUTLET_WORD.search(name) or _ACRONYM.fullmatch(name) or any(name in other for other in page)
        if name not in ("", "All", "The") and is_outlet and not _LEGAL.search(name):
            return name
    return None


def _masthead(lines: Sequence[tuple[Block, str]]) -> str | None:
    """The name above the title that is that of an outlet, or that the page has in a line of its own affairs."""
    top = next((index for index, (block, _) in enumerate(lines) if block.kind == "title"), 0)
    domains = {found.lower() for _, text in lines for found in _DOMAIN.findall(text[:400])}
    affairs = [text for block, text in lines if block.kind not in _TOLD and len(text) < _AFFAIRS]
    for index, (_, text) in enumerate(lines[: min(top, _HEAD)]):
        name, *slogan = _SLOGAN.split(text[:_AFFAIRS], maxsplit=1)
        if _could_be_masthead(name) and (
            slogan
            or _is_named_as_outlet(name, index)
            or _squeezed(name) in domains
            or any(_is_of(name, other) for other in affairs if other != text)
        ):
            return _in_mixed_case(name, affairs)
    return None


def _first_line(lines: Sequence[tuple[Block, str]]) -> str | None:
    """The name in a page's first line, where only a link over the menus may stand above it and menus do below."""
    top = next((index for index, (block, _) in enumerate(lines) if block.kind == "title"), 0)
    first, *rest = [text for _, text in lines[:top] if not _SKIP.match(text)] or [""]
    name = _QUALIFIER.split(first)[0].strip()
    furnished = any(sign_of(text) or len(_LINKS.split(text)) > 2 for text in rest)
    if not furnished or not _could_be_masthead(name) or all(word in _MENU_WORDS for word in name.lower().split()):
        return None
    return _in_mixed_case(name, [text for block, text in lines if block.kind not in _TOLD and len(text) < _AFFAIRS])


def _is_named_as_outlet(name: str, index: int) -> bool:
    """Whether a name says that it is an outlet's, and is not made of the words of menus, as `Press Room` is."""
    words = name.lower().split()
    at_top = words[0] == "the" or (index < _TOP and not all(word in _MENU_WORDS for word in words))
    return at_top and len(words) > 1 and bool(_OUTLET_WORD.search(name.title() if name.isupper() else name))


def _could_be_masthead(name: str) -> bool:
    if _WEB_NAME.fullmatch(name):
        return True
    is_short = len(name.split()) < 6 and _WORDS.fullmatch(name)
    return bool(is_short) and _is_name(name) and not sign_of(name) and not is_section(name)


def _squeezed(name: str) -> str:
    return re.sub(r"\W", "", name.lower()).removeprefix("the")


def _is_of(name: str, line: str) -> bool:
    """Whether a line of the page's own affairs has the name, or a copyright line a word of it."""
    if not _OWN_LINE.search(line):
        return False
    own = [word for word in name.lower().split() if word not in _LITTLE]
    has = [word for word in own if re.search(rf"\b{re.escape(word)}\b", line.lower())]
    return bool(has) and (len(has) == len(own) or bool(_COPYRIGHT_MARK.search(line)))


def _in_mixed_case(name: str, others: Iterable[str]) -> str:
    """A name in capitals as the page has it elsewhere, or with capitals at the beginning of its words."""
    if not name.isupper() or (len(name) < 6 and " " not in name):
        return name
    pattern = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
    elsewhere = (match[0] for match in map(pattern.search, others) if match)
    return next((found for found in elsewhere if not found.isupper() and not found.islower()), name.title())


def _in_alternative_texts(lines: Iterable[tuple[Block, str]], title: str | None) -> str | None:
    """The site's name before the title in alternative texts of pictures, where two of them agree."""
    before = []
    for block, text in lines:
        if title and block.kind in ("boilerplate", "caption") and not block.rule.startswith("running"):
            start = _plain(text).find(_plain(title))
            before.append(text[:start].strip(" -–|:") if start > 0 else "")
    names = {name for name in before if name and _is_name(name) and before.count(name) > 1}
    return min(names, default=None)


def _plain(text: str) -> str:
    """The text with straight quotation marks, character by character."""
    return text.translate({0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'"}).lower()
