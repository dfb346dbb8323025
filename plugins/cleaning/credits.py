"""Lines that say who wrote, took or lent something, alone or at the end of a caption."""

from __future__ import annotations

import re

from .lexicon import PHRASES
from .vocabulary import ROLES
from .wording import NAME_WORDS, SENTENCE_END, SHORT, is_name, is_section, is_spoken, words_of

_BYLINE_WORDS = 14
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
_FOR = re.compile(r"(?!An?\s|The\s)[A-Z][\w.’'-]*\s[A-Z][\w.’'-]*\sfor\s(?:[Tt]he\s)?[A-Z][\w.’'-]*(?:\s[A-Z]\w*){0,3}")
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
_CREDIT_FIRST = re.compile(rf"[A-Z][\w.’'-]*\s{_NAME}\s?/\s?(?:{_NAME}\s?/\s?)?{_AGENCY}\s(?=[A-Z])")
_POINTING = re.compile(
    r"\((?:pictured|above|below|inset|cent(?:er|re)|(?:file|stock|library|archive) (?:photo|image|picture)"
    r"|(?:far |top |bottom |second )?(?:left|right))\b"
    r"[^()]{0,30}\)"
)


_JOURNALIST = r"(?:reporter|correspondent|journalist|writer|editor|columnist|author)"
_OF_AUTHOR = re.compile(
    rf"(?:(?:[A-Z]\w+[- ]based )?(?i:{_JOURNALIST})s? (?:who )?(?:cover(?:s|ing)|based)\b"
    rf"|(?i:{_JOURNALIST} )?(?:[A-Z][\w.’'-]+ ){{2,3}}"
    rf"(?:covers|writes|reported from|is (?:an?|the|.{{2,30}}’s) (?:\w+[ -]){{0,4}}{_JOURNALIST})\b)"
)

# How a note on an author ends.
_REACHED = re.compile(
    r"\b(?:[Ff]ollow (?:him|her|them) on (?:Twitter|X|Facebook|Instagram|LinkedIn|Bluesky|Threads)\b"
    r"|(?:[Oo]pinions|[Vv]iews) expressed in this (?:commentary|article|column|piece|story) are\b"
    r"|(?:can|may) be (?:reached|contacted) (?:at|on|via)\b[^.!?]{0,60}[\w-]\.[a-z]{2,}\b).{0,80}\Z"
)


def is_byline(text: str) -> bool:
    """Whether a line names who wrote or edited: `By Jane Roe, Staff Writer`, `Jane Roe jroe@quay.example`."""
    match = _BY.match(text) or _FROM.match(text)
    if not match:
        return bool(_MAIL.search(text)) and is_name(_MAIL.sub("", text)) and len(text.split()) < NAME_WORDS + 2
    if text.endswith(SENTENCE_END) and len(text.split()) > _BYLINE_WORDS:
        return False
    names = re.split(r"[|•·(;]|\s[–—-]\s|\d|, with\b", match[match.lastgroup or 0])[0]
    return len(names.split()) <= _BYLINE_WORDS and is_name(names) and not _WEEKDAY.match(names)


def is_agency_line(text: str) -> bool:
    """Names and an agency, or names parted by strokes: `Jane Roe/Pool via REUTERS`, `Roe/Doe`."""
    if len(text.split()) > 10 or text.endswith(SENTENCE_END) or not is_name(re.sub(r"[/()]", " ", text)):
        return False
    parted = _AGENCY_NAME.search(text) or _PERSON_OF.fullmatch(text) or _STROKE.search(text) or _FOR.fullmatch(text)
    return bool(parted) and not is_section(text)


def has_office(text: str) -> bool:
    """A journalist's office and a name or nothing more: `Jane Roe, Staff Writer`, `Politics editor`."""
    words = words_of(text) if len(text) < SHORT else []
    if len(words) > _BYLINE_WORDS or text.endswith(SENTENCE_END) or not ROLES.intersection(words):
        return False
    first_word, *_ = words
    names = " ".join(word for word in text.split() if word.strip(",").lower() not in ROLES)
    return all(word in ROLES for word in words) or (is_name(names) and first_word not in ("the", "a"))


def has_credit(text: str) -> bool:
    """Whether a line ends as a caption does, or begins so: `… (AP Photo/Jane Roe)`, `Jane Roe/Reuters The mayor …`."""
    if _CREDIT_FIRST.match(text):
        return True
    end = text[-140:]
    possible = any(mark in end for mark in "/|[(:=©") or end.rsplit(None, 1)[-1][:1].isupper()
    return possible and bool(_CAPTION_END.search(end))


def is_image_source(text: str) -> bool:
    """Whether a line says where a picture is from, and is no sentence."""
    return bool(PHRASES["image source"](text)) and (not text.endswith(".") or is_name(text))


def ends_in_capitals(text: str) -> bool:
    """A line with its photographer in capitals at its end: `The quay at night JANE ROE`."""
    words = text.split()
    count = next((at for at, word in enumerate(reversed(words)) if not (word.isupper() and word[0].isalpha())), 0)
    before = words[: len(words) - count]
    return 1 < count < 6 and len(before) > 3 and before[-1][-1].isalpha() and not any(map(str.isupper, before))


def tells_of_author(text: str) -> bool:
    """Whether a line is a note on its author: `Jane Roe is a reporter …`, `… Follow her on X`."""
    return bool(_REACHED.search(text)) or (bool(_OF_AUTHOR.match(text)) and not is_spoken(text))


def points_at_picture(text: str) -> bool:
    """Whether a line points into a picture and is no sentence: `The mayor (left) with the engineer`."""
    return not text.endswith(SENTENCE_END) and bool(_POINTING.search(text))
