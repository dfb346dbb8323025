"""What a number counts: the noun phrase after it, the casualties around it, "the number of …" before it."""

from __future__ import annotations

import re

import msgspec

from digest.text import WORD

from ..english.common_words import ADVERBS, FUNCTION_WORDS, IRREGULAR_FORMS, TIME_WORDS, VAGUE_ADJECTIVES
from ..english.lemmas import lemma, noun_lemma
from ..english.numerals import SMALL
from ..english.terms import NOUNS_IN_ING, is_common_verb

_MOST_WORDS = 6
_FURTHEST = 200
_PLURALS = frozenset("people men women children police troops cattle personnel feet lives staff data media".split())
_NOT_PLURAL = re.compile(r"(?:ss|us|is|’s|'s)$")
_LINK = re.compile(r"[ \u00a0-]|(?:,|, and| and) (?=[a-z]+(?:ed|al|ic|ive|an|ese|ish)\b)")
_OF = re.compile(r" (?:more )?of (?:the |its |his |her |their |all |those |these |our )?(?:[\d,]+ |some )?")
_IN_OR_FOR = re.compile(r" (?:of|in|for|worth of) (?:the |its |his |her |their |a |an |new |some )?")
_SKIPPED = frozenset(
    "more other additional further new extra such north south east west northeast northwest southeast southwest".split()
)
_PARTICIPLES = frozenset("including excluding following using according".split())
_NUMBER_WORDS = frozenset(SMALL) - {"one"}
_VERB_S = frozenset("says has is was does goes comes remains makes means appears seems tells shows".split())

# Verb forms that are as often nouns.
_NOUNS_TOO = frozenset("cost cut".split())
_GENERIC = frozenset("person people victim individual resident other".split())
_OUTCOMES = {
    "kill": "killed", "die": "killed", "dead": "killed", "death": "killed", "fatality": "killed", "slay": "killed",
    "slain": "killed", "perish": "killed", "deceased": "killed", "massacre": "killed",
    "injure": "injured", "wound": "injured", "hurt": "injured", "injury": "injured",
    "missing": "missing", "arrest": "arrested", "detain": "arrested",
    "rescue": "rescued", "displace": "displaced", "evacuate": "evacuated", "homeless": "displaced",
    "infect": "infected", "hospitalize": "hospitalised", "hospitalise": "hospitalised",
}  # fmt: skip
_OUTCOME_NOUNS = frozenset("death fatality injury".split())
# "31 arrests" are so many people arrested; as a verb the word is the same.
_COUNTED_OUTCOMES = _OUTCOME_NOUNS | {"arrest"}
_BETWEEN = (
    r"(?:,? (?:were|was|are|is|have|has|had|be|being|been|also|others?|left|who|people|reported|confirmed|feared"
    r"|remain|remains|remained|listed"
    r"|presumed|believed|at least|seriously|badly|critically|slightly|still|so far|later|that|found|declared"
    r"|pronounced|officially|already)){0,8}"
)
# "12 people, including two guides, were killed".
_ASIDE = r"(?:, (?:including|among them) [^,.;()\n]{1,60},)?"
_AFTER = re.compile(_ASIDE + _BETWEEN + r" (?P<word>[a-z]+)\b")
_BEFORE = re.compile(
    r"\b(?P<word>kill(?:s|ed|ing)|injur(?:es|ed|ing)|wound(?:s|ed|ing)|massacr(?:ed|ing)|arrest(?:s|ed|ing)"
    r"|detain(?:s|ed|ing)|rescu(?:ed|ing)|displac(?:ed|ing)|evacuat(?:ed|ing)|infect(?:ed|ing)"
    r"|hospitali[sz](?:ed|ing)|hurt(?:ing)?)(?: (?:the|another|a further|an additional|a total of))? $"
    r"|(?P<toll>\bclaim(?:s|ed|ing) the lives of) $",
    re.IGNORECASE,
)
_DEATH_TOLL = re.compile(r"\bdeath toll\b[^.;]{0,150}?\b(?:of|to|at|is|was|reached|hit|now|passed) $", re.IGNORECASE)
# What a toll passes is a lower bound, and the verb belongs to the number.
_PASSES = re.compile(r"(?:exceed|surpass|eclips|top)\w* ")
_CROWD = re.compile(
    r"\b(?:crowd|audience|attendance|congregation|turnout)s?"
    r" (?:(?:was |is )?(?:put |estimated )?(?:of|at)|was|reached|numbered) $",
    re.IGNORECASE,
)
_MARGIN = re.compile(r"\b(?:difference|margin|majority|lead|gap) of (?:only |just )?$", re.IGNORECASE)
_CAME = re.compile(
    r" of (?:us|you)\b| (?:had |have |has )?(?:(?:took|taken|take) part|marched|attended|turned out|gathered"
    r"|demonstrated|rallied|protested)\b"
)
_NUMBER_OF = re.compile(r"\bnumber of (?P<noun>[\w ’'-]{3,60})")


# What a length is the length of: "15 km deep", "a depth of 15 km", "18 km north of the town".
_ASPECTS = {
    "deep": "depth", "tall": "height", "high": "height", "long": "length", "wide": "width", "thick": "thickness",
}  # fmt: skip
ASPECT_WORDS = frozenset(_ASPECTS)
_IN_OTHER_UNITS = r"(?: \([^()\n]{1,24}\))?"
_ASPECT_AFTER = re.compile(rf"{_IN_OTHER_UNITS}[ -](?P<word>{'|'.join(_ASPECTS)})\b")
_AWAY = re.compile(
    rf"{_IN_OTHER_UNITS} (?:to the )?(?:away|from|off|outside|(?:north|south|east|west)[\w-]* (?:of|from))\b"
)
ASPECTS = frozenset({*_ASPECTS.values(), "distance", "altitude", "elevation"})
_ASPECT_BEFORE = re.compile(rf"\b(?P<aspect>{'|'.join(sorted(ASPECTS))}) of $")


# "A five-judge bench" has five judges; "a two-tier system" has no tiers that anybody counts.
_MEMBERS = re.compile(
    r"-(?P<noun>judge|justice|member|man|woman|person|nation|country|party|team|vehicle|car|ship|vessel|plane"
    r"|engine|seat|bed|game|match|race|volume|page|storey|story|point|city|state|company|student|officer|soldier) "
    r"(?=[a-z])"
)


class Counted(msgspec.Struct, frozen=True):
    """What is counted: the lemma of the head noun, and where its phrase ends."""

    noun: str
    end: int


def noun_after(text: str, position: int, end: int, plural: bool) -> Counted | None:
    """The head of the noun phrase that begins at `position`, right after a number.

    With `plural` only a plural noun counts, as after any number but one; else the last word of the phrase.
    """
    phrase: list[tuple[str, int]] = []
    last = position
    for match in WORD.finditer(text, position, end):
        link = text[last : match.start()]
        if len(phrase) == _MOST_WORDS or not (_LINK.fullmatch(link) or match.start() == position):
            break
        word = match[0]
        if _ends_phrase(word, bool(phrase)):
            break
        phrase.append((word, match.end()))
        last = match.end()
        if word.endswith(("’s", "'s")):
            return None
    return _plural_head(phrase) if plural else _last_head(phrase)


def _ends_phrase(word: str, inside: bool) -> bool:
    lower = word.lower()
    if lower in ("more", "other", "new", "such", "own", "additional", "further", "same") and not inside:
        return False
    if (
        lower[0].isdigit()
        or lower in _NUMBER_WORDS
        or lower in _PARTICIPLES
        or (lower in FUNCTION_WORDS and word != "US")
        or lower in ADVERBS
        or lower in TIME_WORDS
        or lower in _VERB_S
    ):
        return True
    return lower in IRREGULAR_FORMS and lower not in _NOUNS_TOO


def _plural_head(phrase: list[tuple[str, int]]) -> Counted | None:
    head = None
    for index, (word, stop) in enumerate(phrase):
        lower = word.lower()
        plural = lower in _PLURALS or (lower.endswith("s") and len(lower) > 3 and not _NOT_PLURAL.search(lower))
        if plural and (index == 0 or head is None or not is_common_verb(lower)):
            head = Counted(noun_lemma(word), stop)
        elif head is not None:
            break
    return head


def _last_head(phrase: list[tuple[str, int]]) -> Counted | None:
    while phrase and _is_no_head(phrase[-1][0].lower()):
        phrase = phrase[:-1]
    for index, (word, _) in enumerate(phrase):
        if index and word.lower().endswith("ed") and is_common_verb(word.lower()):
            phrase = phrase[:index]
            break
    return Counted(noun_lemma(phrase[-1][0]), phrase[-1][1]) if phrase else None


def _is_no_head(word: str) -> bool:
    if word in _SKIPPED or word in VAGUE_ADJECTIVES:
        return True
    return word.endswith(("ed", "ly")) or (word.endswith("ing") and word not in NOUNS_IN_ING)


def members(text: str, position: int) -> Counted | None:
    """What a group has that is named by its number: judges for "five-judge bench"."""
    match = _MEMBERS.match(text, position)
    return Counted(noun_lemma(match["noun"]), match.end("noun")) if match else None


def noun_of(text: str, position: int, end: int) -> Counted | None:
    """The head after "of": "dozens of people", "40 percent of the wells"."""
    match = _OF.match(text, position, end)
    if match is None:
        return None
    return noun_after(text, match.end(), end, plural=True) or noun_after(text, match.end(), end, plural=False)


def purpose_after(text: str, position: int, end: int) -> Counted | None:
    """The head of what an amount is for: "of talks", "in new military aid", "worth of arms"."""
    match = _IN_OR_FOR.match(text, position, end)
    if match is None:
        return None
    counted = noun_after(text, match.end(), end, plural=False)
    # What is for someone is not made of them: "$5 million for Lindby", "£2 million for the Lindby wind farm".
    last = text.rfind(" ", 0, counted.end) + 1 if counted else 0
    first = match.end() if match[0].startswith(" for ") else last
    return None if counted and (text[first].isupper() or text[last].isupper()) else counted


def casualty(text: str, start: int, number: int, after: int, end: int) -> tuple[str, int] | None:
    """What befell those counted and where that is said: "killed" for "12 were killed", "killing 12", "a toll of 12".

    `number` is where the number with its hedge begins, `after` where the phrase of the thing counted ends.
    """
    match = _AFTER.match(text, after, end)
    outcome = _OUTCOMES.get(lemma(match["word"])) if match else None
    if match and outcome and lemma(match["word"]) not in _OUTCOME_NOUNS:
        return outcome, match.end()
    passed = _PASSES.match(text, number) and "death toll" in text[start:number]
    if passed or _DEATH_TOLL.search(text, start, number):
        return "killed", after
    before = _BEFORE.search(text, max(start, number - 60), number)
    if before is None:
        return None
    return ("killed" if before["toll"] else _OUTCOMES.get(lemma(before["word"]), "killed")), after


def casualty_noun(noun: str | None) -> str | None:
    """The outcome that a noun itself names: "killed" for "deaths", "injured" for "injuries"."""
    return _OUTCOMES[noun] if noun in _COUNTED_OUTCOMES else None


def one_word_for_people(noun: str | None) -> str:
    """ "person" for those who are counted without saying who they are."""
    return "person" if noun is None or noun in _GENERIC else noun


def aspect(text: str, start: int, number: int, after: int, end: int) -> Counted | None:
    """What a length measures of a thing: its depth, height, width, length, or how far away it is."""
    if match := _ASPECT_AFTER.match(text, after, end):
        return Counted(_ASPECTS[match["word"]], match.end())
    if match := _AWAY.match(text, after, end):
        return Counted("distance", after)
    before = _ASPECT_BEFORE.search(text, max(start, number - 16), number)
    return Counted(before["aspect"], after) if before else None


def number_of(text: str, start: int, number: int, after: int) -> str | None:
    """The thing counted where no noun follows: "the number of wells fell to 120", "a crowd of 500", "500 marched"."""
    if _CROWD.search(text, max(start, number - 40), number) or _CAME.match(text, after):
        return "person"
    if _MARGIN.search(text, max(start, number - 24), number) and " votes" in text[start:number]:
        return "vote"
    matches = list(_NUMBER_OF.finditer(text, max(start, number - _FURTHEST), number))
    counted = noun_after(text, matches[-1].start("noun"), number, plural=True) if matches else None
    return counted.noun if counted else None
