"""Signs: what a line of a news page is by its own wording, whatever stands around it.

`SIGNS` is tried from top to bottom, and the first that fits is the line's sign. Each pattern is anchored and
has no wildcard without a bound, and is tried on lines up to `LONGEST` characters only.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from digest import BlockKind

from . import phrases
from .vocabulary import OTHER_INTERFACE_WORDS, ROLES, SECTIONS, TELLING_WORDS, TIME_WORDS

LONGEST = 400  # characters; a longer line is a paragraph of text
_SHORT = 160  # characters; stamps, bylines and buttons have fewer
_FURNITURE_WORDS = 12
_BYLINE_WORDS = 14
_NAME_WORDS = 5
_MENU_WORDS = 5

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_JOINT = re.compile(r"(?<=[a-z\d])(?=[A-Z])")
_DATE_IN_FIGURES = re.compile(r"\W*(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4})\b")
_DATELINE_ALONE = re.compile(
    r"(?:\([A-Z]{2,6}\) )?[A-Z][A-Z .’'-]{2,40}, [A-Z][a-z]{2,8}\.? \d{1,2}(?: \([A-Z]{2,6}\))?\Z"
)
_YEAR = re.compile(r"\b20[0-4]\d\b")
_PUBLISHED = re.compile(
    r"\A\W*(?:first |originally )?(?:posted|published|updated|modified|filed|issued)\b"
    r"|\b\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\b|[A-Z]{2,4}\b|\Z|,)",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"[\"“”«»„]|\b(?:said|says|told|wrote|thought|added|he|she|they)\b", re.IGNORECASE)
_SENTENCE_END = (".", "!", "?", ":", "”", '"', "’")
_NAME_PARTS = frozenset("and in of at for the on by to with via de da del van von der den al el bin la le di".split())


class Sign(NamedTuple):
    """A kind of line and the test for it; `name` is the reason that a reader is given."""

    name: str
    kind: BlockKind
    fits: Callable[[str], object]


def _unspoken(test: Callable[[str], object]) -> Callable[[str], bool]:
    """The test, for lines that quote nobody and tell of nobody: a reporter's sentence may hold the same words."""
    return lambda text: bool(test(text)) and not _SPOKEN.search(text)


# ── tests by the words of a line ───────────────────────────────────────────────────────────────────────────


def words_of(text: str) -> list[str]:
    """The words of a line in lower case, without figures; of `ShareTweet`, two buttons run together, both words."""
    parted = _JOINT.sub(" ", text)
    return [token.replace("’", "'") for token in _TOKEN.findall(parted.lower())]


def _is_furniture(text: str) -> bool:
    words = words_of(text) if len(text) < _SHORT else []
    if not words or len(words) > _FURNITURE_WORDS or text.endswith((".", "?")):
        return False
    return any(word in TELLING_WORDS for word in words) and all(
        word in TELLING_WORDS or word in OTHER_INTERFACE_WORDS for word in words
    )


def _is_time_stamp(text: str) -> bool:
    if len(text) > _SHORT:
        return False
    words = words_of(text)
    if not words or (words[0] == "by" and len(words) < _NAME_WORDS):
        return bool(_DATE_IN_FIGURES.match(text))
    dated = any(char.isdigit() for char in text) or "ago" in words or "yesterday" in words
    return dated and all(word in TIME_WORDS for word in words)


def _is_publishing_note(text: str) -> bool:
    """A date with a time of day or a verb of publishing, and nothing else but names: `Posted on May 3, 2021 by Jo`."""
    if len(text) > _SHORT or not _YEAR.search(text) or not _PUBLISHED.search(text) or _is_byline(text):
        return False
    rest = [word for word in _TOKEN.findall(text) if word.lower() not in TIME_WORDS]
    known = [word for word in rest if word.lower() in TELLING_WORDS or word.lower() in OTHER_INTERFACE_WORDS]
    return len(rest) - len(known) <= _NAME_WORDS and all(word[0].isupper() or word in known for word in rest)


def is_section(text: str) -> bool:
    """Whether a line has only names of sections, such as `World | Politics`."""
    words = words_of(text)
    return 0 < len(words) < 10 and all(word in SECTIONS or word in ("and", "the", "of", "in") for word in words)


def _is_menu(text: str) -> bool:
    """A row of a site's sections: five words or more, each with a capital, and most of them sections or buttons."""
    words = words_of(text)
    if len(words) < _MENU_WORDS or len(words) > 3 * _MENU_WORDS or not is_name(text) or text.endswith(_SENTENCE_END):
        return False
    return sum(word in SECTIONS or word in TELLING_WORDS for word in words) >= 0.6 * len(words)


def is_name(text: str) -> bool:
    """Whether a line's words all begin with a capital letter, but for small ones."""
    words = text.replace(",", " ").replace("|", " ").split()
    capitals = [word for word in words if word.lower() not in _NAME_PARTS and word not in "&-–—"]
    return bool(capitals) and all(word[0].isupper() for word in capitals)


def _has_office(text: str) -> bool:
    """A journalist's office and a name or nothing more: `Jane Roe, Staff Writer`, `Politics editor`."""
    words = words_of(text) if len(text) < _SHORT else []
    if len(words) > _BYLINE_WORDS or text.endswith(_SENTENCE_END) or not ROLES.intersection(words):
        return False
    first_word, *_ = words
    names = " ".join(word for word in text.split() if word.strip(",").lower() not in ROLES)
    return all(word in ROLES for word in words) or (is_name(names) and first_word not in ("the", "a"))


_MAIL = re.compile(r"\s[\w.+-]{1,64}@[\w.-]{3,80}\Z")
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_BY = re.compile(
    r"[\W_]{0,60}(?:(?:written|reported|story|text|words|analysis|review|reporting|edited|editing|translated|compiled"
    r"|produced|interview|posted|published|photographs?|pictures|illustrations?|(?:medically )?reviewed|fact-checked"
    r") )?by\s*:?\s+(?P<names>\S.*)"
    r"|[\W_]{0,60}(?:(?:authors?|writer|reporter|editor|byline)\s?:|author\b"
    r"|(?:text|words|story)\s(?=.{2,60}\b(?:photos?|pictures|video)\s)"
    r"|from our (?:own )?correspondent)\s*(?P<named>\S.*)",
    re.IGNORECASE,
)
# Above an entry of a live page: `From CNN’s Jane Roe in London`.
_FROM = re.compile(r"From (?:[A-Z][\w.’'-]*\s){1,4}(?<=[’']s\s)(?P<names>[A-Z].*)")


def _is_byline(text: str) -> bool:
    match = _BY.match(text) or _FROM.match(text)
    if not match:
        return bool(_MAIL.search(text)) and is_name(_MAIL.sub("", text)) and len(text.split()) < _NAME_WORDS + 2
    if text.endswith(_SENTENCE_END) and len(text.split()) > _BYLINE_WORDS:
        return False
    names = re.split(r"[|•·(;]|\s[–—-]\s|\d|, with\b", match[match.lastgroup or 0])[0]
    return len(names.split()) <= _BYLINE_WORDS and is_name(names) and not _WEEKDAY.match(names)


def _is_agency_line(text: str) -> bool:
    """Names and an agency, or names parted by strokes: `Jane Roe/Pool via REUTERS`, `Roe/Doe`."""
    if len(text.split()) > 10 or text.endswith(_SENTENCE_END) or not is_name(re.sub(r"[/()]", " ", text)):
        return False
    parted = (
        _AGENCY_NAME.search(text)
        or _PERSON_OF.fullmatch(text)
        or _STROKE.search(text)
        or (" for " in text and len(text.split()) < 8)
    )
    return bool(parted) and not is_section(text)


# ── tests by patterns ──────────────────────────────────────────────────────────────────────────────────────

_NO_WORDS = re.compile(r"(?:[\W\d_]*|[\W\d_]*(?:/|of|k)[\W\d_]*)\Z")
_RESIDUE = re.compile(
    r"(?<!\d)%(?:\d\$)?[ds]\b|\{\{|\}\}|<%|%>|\[object Object\]|spot_img|\$\(document\)|function\s?\(|googletag\."
    r"|window\.\w|adsbygoogle|document\.getElement|\bvar \w+ ?=|\A\s?[\[{]\s?[\[{\"]",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"(?:undefined|null|NaN|lorem ipsum\b.{0,200})\Z", re.IGNORECASE)
_NEXT = re.compile(
    r"[\W_]{0,60}(?:PREV|NEXT|PREVIOUS|Prev|Next|Previous|Older|Newer)"
    r"(?:\s(?:[Aa]rticle|[Pp]ost|[Ss]tory|[Nn]ews|ARTICLE|POST|STORY|NEWS))?(?:\s?[:»›→«‹←|]\s?\S|\s?[\"“‘]?[A-Z0-9])"
)
_RUNNING_TIME = re.compile(
    r"[\W_]{0,60}(?:(?:video|watch|duration|now playing)\W+)?(?:\d{1,2}:)?\d{1,2}:\d{2}"
    r"(?:\s?[-–—|]\s?source\b.{0,30})?[\W_]*\Z",
    re.IGNORECASE,
)
_STROKE = re.compile(r"\w\s?/\s?\w")
_NAME = r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}"
_AGENCY = (
    r"(?:Reuters|REUTERS|AFP|AP|Associated Press|Getty(?:\sImages)?|EPA(?:-EFE)?|EFE|ANSA|DPA|dpa|Xinhua|Yonhap|Kyodo"
    r"|Jiji|TASS|PA(?:\s(?:Media|Wire|Images))?|Sputnik|RIA Novosti|Anadolu|ANI|PTI|IANS|IRNA|Bloomberg|Alamy|iStock"
    r"|Shutterstock|Zuma(?:\sPress)?|Sipa|NurPhoto|UPI|Imago|Picture Alliance|Keystone|Canadian Press|AAP|CNS|VCG"
    r"|Unsplash|Pexels|Wikimedia(?:\sCommons)?|Flickr|Handout|Pool|Courtesy)"
)
_AGENCY_NAME = re.compile(rf"(?:\A|[\s/|(]){_AGENCY}(?:\Z|[\s/|,)])")
_PERSON_OF = re.compile(rf"[A-Z][\w’'-]+(?:\s[A-Z][\w.’'-]*){{1,2}}\s\|\s{_NAME}")
_CAPTION_END = re.compile(
    rf"(?:\(?(?:[A-Z]{{2,5}}|Reuters|REUTERS)\s(?:Photo|Video|Pool|File)\b.{{0,60}}"
    r"|[(\[.|/—–]\s?(?:[Pp]hoto|[Ii]mage|[Pp]ic(?:ture)?|[Cc]redit|PHOTO)(?:graph)?s?\s?"
    r"(?:by\b|[:=©/]|credit|courtesy).{0,80}"
    rf"|\b[Vv]ia\s(?:Getty|AP|Reuters|REUTERS|AFP).{{0,30}}|[.!?]\s\S{{1,30}}\s[Vv]ia\s{_NAME}"
    r"|\bREUTERS/.{0,40}|(?:/|, )Getty\sImages|\s[©ⓒ]\s?\S.{1,60}"
    rf"|[.\w)\"”]\s?[/|]\s?(?:{_NAME}\s?/\s?)?{_AGENCY}(?:[\s/,]+[A-Z]\w*){{0,3}}(?:\s\d{{1,3}})?"
    rf"|[.!?)”]\s+(?:{_AGENCY}|{_NAME}\s?/\s?[A-Z][\w ]{{1,30}})|\({_NAME}/{_NAME}"
    rf"|\([^()\s][^()]{{1,60}}[/|][^()]{{1,60}}\)\Z|\[(?:File\b|{_NAME}/).{{0,60}}\])[)\].]*\Z"
)
_POINTING = re.compile(
    r"\((?:pictured|above|below|inset|cent(?:er|re)|(?:file|stock|library|archive) (?:photo|image|picture)"
    r"|(?:far |top |bottom |second )?(?:left|right))\b"
    r"[^()]{0,30}\)"
)


def _has_credit_at_end(text: str) -> bool:
    end = text[-140:]
    possible = any(mark in end for mark in "/|[(:=©") or end.rsplit(None, 1)[-1][:1].isupper()
    return possible and bool(_CAPTION_END.search(end))


def _is_image_source(text: str) -> bool:
    return bool(phrases.names_image_source(text)) and (not text.endswith(".") or is_name(text))


def _leads_to_next(text: str) -> bool:
    return bool(_NEXT.match(text)) and not text.endswith(".")


def _is_residue(text: str) -> bool:
    possible = any(mark in text for mark in "%{}<[_$(=")
    return bool(possible and _RESIDUE.search(text)) or bool(_PLACEHOLDER.match(text))


def _ends_in_capitals(text: str) -> bool:
    """A line with its photographer in capitals at its end: `The quay at night JANE ROE`."""
    words = text.split()
    count = next((at for at, word in enumerate(reversed(words)) if not (word.isupper() and word[0].isalpha())), 0)
    before = words[: len(words) - count]
    return 1 < count < 6 and len(before) > 3 and before[-1][-1].isalpha() and not any(map(str.isupper, before))


_JOURNALIST = r"(?:reporter|correspondent|journalist|writer|editor|columnist|author)"
_OF_AUTHOR = re.compile(
    rf"(?:(?:[A-Z]\w+[- ]based )?(?i:{_JOURNALIST})s? (?:who )?(?:cover(?:s|ing)|based)\b"
    rf"|(?i:{_JOURNALIST} )?(?:[A-Z][\w.’'-]+ ){{2,3}}"
    rf"(?:covers|writes|reported from|is (?:an?|the|.{{2,30}}’s) (?:\w+[ -]){{0,4}}{_JOURNALIST})\b)"
)


def _tells_of_author(text: str) -> bool:
    return bool(_OF_AUTHOR.match(text)) and not _SPOKEN.search(text)


def _points_at_picture(text: str) -> bool:
    return not text.endswith(_SENTENCE_END) and bool(_POINTING.search(text))


RUNNING_TIME = Sign("running time", "boilerplate", _RUNNING_TIME.match)
TIME_STAMP = Sign(
    "time stamp",
    "boilerplate",
    lambda text: _is_time_stamp(text) or _is_publishing_note(text) or _DATELINE_ALONE.match(text),
)
BYLINE = Sign("byline", "credit", lambda text: _is_byline(text) or _has_office(text))
LINK_HEADING = Sign("heading of links to other stories", "boilerplate", phrases.heads_links)
NEXT_STORY = Sign("link to the next or previous story", "other_story", _leads_to_next)
LINK = Sign("link to another story", "other_story", phrases.links_story)
COMMENT_FORM = Sign("comment form", "boilerplate", phrases.is_comment_form)
PAGER = Sign("link to the next or previous story", "boilerplate", phrases.turns_page)
NAVIGATION = Sign("navigation", "boilerplate", phrases.is_navigation)
SUBSCRIPTION = Sign("subscription or newsletter", "boilerplate", _unspoken(phrases.asks_to_subscribe))
NOTICE = Sign("notice of the page", "boilerplate", _unspoken(phrases.is_notice))
TAGS = Sign("tags", "boilerplate", phrases.has_tags)
COPYRIGHT = Sign("copyright line", "boilerplate", _unspoken(phrases.is_copyright_line))
AGENCY = Sign("photo agency line", "credit", _is_agency_line)
IMAGE_SOURCE = Sign("image source", "credit", _is_image_source)
CAPTION = Sign("caption with its credit", "caption", _has_credit_at_end)
ABOVE_CREDIT = Sign("above the credit of a picture", "caption", lambda _: False)  # told by the line below it
AUTHOR_NOTE = Sign("note on the author", "credit", _tells_of_author)

SIGNS: tuple[Sign, ...] = (
    RUNNING_TIME,
    TIME_STAMP,
    Sign("no words", "boilerplate", _NO_WORDS.match),
    Sign("template residue", "boilerplate", _is_residue),
    PAGER,
    NEXT_STORY,
    LINK,
    COMMENT_FORM,
    LINK_HEADING,
    TAGS,
    COPYRIGHT,
    Sign("legal line", "boilerplate", _unspoken(phrases.is_legal_line)),
    Sign("footer of the page", "boilerplate", phrases.is_footer),
    Sign("advertisement", "boilerplate", phrases.is_advertisement),
    NAVIGATION,
    SUBSCRIPTION,
    Sign("appeal to the reader", "boilerplate", _unspoken(phrases.appeals_to_reader)),
    NOTICE,
    Sign("link to read on", "boilerplate", phrases.leads_on),
    Sign("note on the page's origin", "boilerplate", _unspoken(phrases.tells_origin)),
    Sign("how to reach the author", "boilerplate", phrases.is_contact),
    Sign("button or form", "boilerplate", _is_furniture),
    Sign("menu in a row", "boilerplate", _is_menu),
    Sign("image caption", "caption", phrases.opens_caption),
    Sign("picture pointed at", "caption", _points_at_picture),
    Sign("photographer at the end", "caption", _ends_in_capitals),
    IMAGE_SOURCE,
    AGENCY,
    CAPTION,
    BYLINE,
    Sign("sign-off of reporters or agencies", "credit", phrases.signs_off),
    AUTHOR_NOTE,
)
"""The signs; of those that fit, the first counts."""

AFTER_STORY: frozenset[Sign] = frozenset({PAGER, NEXT_STORY, LINK_HEADING, COMMENT_FORM, TAGS, COPYRIGHT})
"""Signs that the story is over, if it doesn't go on below."""


def sign_of(text: str) -> Sign | None:
    """The first sign that fits a line, None for a line that could be a part of the story."""
    candidates = SIGNS if len(text) <= LONGEST else (CAPTION,)
    return next((sign for sign in candidates if sign.fits(text)), None)
