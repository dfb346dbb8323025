"""What a line is by its words: nothing but those of buttons, sections or dates, or a name."""

from __future__ import annotations

import re

from .vocabulary import OTHER_INTERFACE_WORDS, SECTIONS, TELLING_WORDS, TIME_WORDS

SHORT = 160  # characters; stamps, bylines and buttons have fewer
NAME_WORDS = 5
_FURNITURE_WORDS = 12
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
SENTENCE_END = (".", "!", "?", ":", "”", '"', "’")
_NAME_PARTS = frozenset("and in of at for the on by to with via de da del van von der den al el bin la le di".split())
_NO_WORDS = re.compile(r"(?:[\W\d_]*|[\W\d_]*(?:/|of|k)[\W\d_]*)\Z")
_RESIDUE = re.compile(
    r"(?<!\d)%(?:\d\$)?[ds]\b|\{\{|\}\}|<%|%>|\[object Object\]|spot_img|\$\(document\)|function\s?\(|googletag\."
    r"|window\.\w|adsbygoogle|document\.getElement|\bvar \w+ ?=|\A\s?[\[{]\s?[\[{\"]",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"(?:undefined|null|NaN|lorem ipsum\b.{0,200})\Z", re.IGNORECASE)


def words_of(text: str) -> list[str]:
    """The words of a line in lower case, without figures; of `ShareTweet`, two buttons run together, both words."""
    parted = _JOINT.sub(" ", text)
    return [token.replace("’", "'") for token in _TOKEN.findall(parted.lower())]


def is_furniture(text: str) -> bool:
    """Whether a line is a button, a link or a form: words of an interface only, a telling one among them."""
    words = words_of(text) if len(text) < SHORT else []
    if not words or len(words) > _FURNITURE_WORDS or text.endswith((".", "?")):
        return False
    return any(word in TELLING_WORDS for word in words) and all(
        word in TELLING_WORDS or word in OTHER_INTERFACE_WORDS for word in words
    )


def is_time_stamp(text: str) -> bool:
    """Whether a line is a date or a time and words such as `Updated`, or a dateline alone."""
    if len(text) > SHORT:
        return False
    words = words_of(text)
    if _DATELINE_ALONE.match(text):
        return True
    if not words or (words[0] == "by" and len(words) < NAME_WORDS):
        return bool(_DATE_IN_FIGURES.match(text))
    dated = any(char.isdigit() for char in text) or "ago" in words or "yesterday" in words
    return dated and all(word in TIME_WORDS for word in words)


def is_publishing_note(text: str) -> bool:
    """A date with a time of day or a verb of publishing, and nothing else but names: `Posted on May 3, 2021 by Jo`."""
    if len(text) > SHORT or not _YEAR.search(text) or not _PUBLISHED.search(text):
        return False
    rest = [word for word in _TOKEN.findall(text) if word.lower() not in TIME_WORDS]
    known = [word for word in rest if word.lower() in TELLING_WORDS or word.lower() in OTHER_INTERFACE_WORDS]
    return len(rest) - len(known) <= NAME_WORDS and all(word[0].isupper() or word in known for word in rest)


def is_section(text: str) -> bool:
    """Whether a line has only names of sections, such as `World | Politics`."""
    words = words_of(text)
    return 0 < len(words) < 10 and all(word in SECTIONS or word in ("and", "the", "of", "in") for word in words)


def is_menu(text: str) -> bool:
    """A row of a site's sections: five words or more, each with a capital, and most of them sections or buttons."""
    if text.endswith(SENTENCE_END) or not is_name(text):
        return False
    words = words_of(text)
    if len(words) < _MENU_WORDS or len(words) > 3 * _MENU_WORDS:
        return False
    return sum(word in SECTIONS or word in TELLING_WORDS for word in words) >= 0.6 * len(words)


def is_name(text: str) -> bool:
    """Whether a line's words all begin with a capital letter, but for small ones."""
    words = text.replace(",", " ").replace("|", " ").split()
    capitals = [word for word in words if word.lower() not in _NAME_PARTS and word not in "&-–—"]
    return bool(capitals) and all(word[0].isupper() for word in capitals)


def has_no_words(text: str) -> bool:
    """Whether a line has figures and marks only, or those of a counter: `3/8`, `12k`."""
    return bool(_NO_WORDS.match(text))


def is_residue(text: str) -> bool:
    """Whether a template or a script has left something in a line."""
    possible = any(mark in text for mark in "%{}<[_$(=")
    return bool(possible and _RESIDUE.search(text)) or bool(_PLACEHOLDER.match(text))


def is_spoken(text: str) -> bool:
    """Whether a line may quote somebody or tell of somebody: then a reporter may have written it."""
    return bool(_SPOKEN.search(text))
