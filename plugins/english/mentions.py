"""Mentions of names in running text, by rules: capitals, initials, particles, and the roles that stand beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from digest import Article
from digest.text import visible

from .capitals import ACRONYM, NEVER_NAMES, PLACES_OF, SUFFIXES, Word, is_title_case, runs_of, without_head, words_of
from .cues import reporting_verb
from .gazetteer import PLACES as WORLD
from .given_names import GIVEN, gender_of
from .roles import FEMALE_ROLES, HONORIFICS, MALE_ROLES, ORGANISATIONS, PLACES, RANKS
from .terms import is_demonym
from .titles import apposition, head_phrase, role_before, split_title

Kind = Literal["person", "organisation", "place", "other"]
Gender = Literal["m", "f"]

_NEXT_WORD = re.compile(r" (?:also |then |later )?([a-z]+)\b")
# What follows a subject: "Long’s", "Long, who", "Long was".
_SUBJECT = re.compile(r"[’']s\b|,? (?:[—–―-] )?(?:who|whose|was|is|has|had|will|would|did)\b")
# What has an article is no person by what follows alone: "the Texans, who", "the 19-year-old Dutchman, who".
_DETERMINED = re.compile(r"\b(?:[Tt]he|[Aa]n?)(?: \w+-[\w-]+)? $")
_QUARTERS = frozenset("North South East West Northern Southern Eastern Western Central Latin St".split())
_QUARTER_INITIALS = frozenset("NSEW")
_PLACED = re.compile(r"\b(?:to|of|in|for|from) $")
_PARTY_TAG = re.compile(r"[A-Z]-[A-Z][\w.]*")
_AGE = re.compile(r", \d\d[,;.)]|, who\b| \(\d\d\)|, an? \d\d-year-old\b")
_PLACE_ACRONYMS = frozenset("US U.S USA U.S.A UK U.K UAE U.A.E DC D.C EU E.U".split())


class Mention(msgspec.Struct, frozen=True):
    """A name where it stands: offsets without title and possessive; `outer` is where a title before it starts.

    `paragraph` is the start of its block. `kind`, `role` and `gender` are what the name's own words and its
    neighbours show, None where they don't.
    """

    start: int
    end: int
    name: str
    outer: int
    paragraph: int
    kind: Kind | None = None
    role: str | None = None
    gender: Gender | None = None


def find_mentions(article: Article) -> list[Mention]:
    """The mentions of names in an article's own blocks, in the order of the text."""
    runs: list[tuple[list[Word], list[Word]]] = []
    guarded: list[tuple[list[Word], list[Word]]] = []
    lower: set[str] = set()
    for block in article.own_blocks:
        words = words_of(article, block)
        found = [(run, words) for run in runs_of(article.text, words) if run]
        if is_title_case(article.text, block, words):
            guarded += found
        else:
            runs += found
            lower.update(word.text for word in words if word.text.islower())
    known = {word.text for run, _ in runs for word in run if not word.initial}
    trimmed = [(run, words) for whole, words in runs if (run := without_head(whole, lower, known))]
    trimmed = [(part, words) for run, words in trimmed for part in _apart(article.text, run)]
    titled = [(split_title(run), words) for run, words in trimmed]
    names = {form for (_, name), _ in titled for form in _forms(name)}
    more = _hidden_names(article.text, trimmed)
    more += [(part, words) for run, words in guarded for part in _known_parts(split_title(run)[1], names)]
    titled += [(split_title(run), words) for run, words in more]
    mentions = (_mention(article.text, title, name, words) for (title, name), words in titled)
    return sorted((mention for mention in mentions if mention), key=lambda mention: mention.start)


def _hidden_names(text: str, runs: Sequence[tuple[list[Word], list[Word]]]) -> list[tuple[list[Word], list[Word]]]:
    """People whose family name is a common word ("Long said"), if the text has it in a full name."""
    family = {run[-1].text for run, _ in runs if len(run) > 1 and run[-1].lower in NEVER_NAMES}
    if not family:
        return []
    known = {word.start for run, _ in runs for word in run}
    paragraphs = {words[0].paragraph: words for _, words in runs}
    return [
        ([word], words)
        for words in paragraphs.values()
        for word in words
        if word.text in family and word.start not in known
        if not word.initial or speaks(text, word.end) or _SUBJECT.match(text, word.end)
    ]


def _apart(text: str, run: list[Word]) -> list[list[Word]]:
    """A run in two where a place is followed by who holds an office there: "ambassador to Norland Ida Holm"."""
    for cut in range(1, len(run) - 1):
        if run[cut].text in GIVEN and " ".join(word.text for word in run[:cut]) in WORLD:
            return [run[:cut], run[cut:]] if _PLACED.search(text, max(0, run[0].start - 6), run[0].start) else [run]
    return [run]


def _forms(name: Sequence[Word]) -> set[str]:
    """The name and its single words, as they may stand elsewhere."""
    words = [word.text for word in name]
    return {" ".join(words)} | {word for word in words if word[0].isupper()}


def _known_parts(run: Sequence[Word], names: set[str]) -> Iterator[list[Word]]:
    """The pieces of a title-case run that are names elsewhere in the text, the longest first."""
    at = 0
    while at < len(run):
        ends = range(min(len(run), at + 5), at, -1)
        end = next((end for end in ends if " ".join(word.text for word in run[at:end]) in names), None)
        if end:
            yield list(run[at:end])
        at = end or at + 1


def _mention(text: str, title: Sequence[Word], name: Sequence[Word], words: Sequence[Word]) -> Mention | None:
    if not name or (len(name) == 1 and len(name[0].text) == 1) or _PARTY_TAG.fullmatch(name[0].text):
        return None
    start, end = name[0].start, name[-1].end
    if "." in name[-1].text or name[-1].text in SUFFIXES:
        end += text.startswith(".", end)
    before = title or role_before(text, name, words)
    outer = before[0].start if before else start
    shown = [word.text for word in before]
    polite = bool(shown) and shown[-1] in HONORIFICS
    role = text[outer : before[-1].end] if before and not polite else apposition(text, end)
    if not before and len(name) == 1 and name[0].text in WORLD:
        role = ""  # "in Norland, a reporter asked"
    role = role or (RANKS.get(shown[-1], "") if polite else "")
    thing = not before and bool(_DETERMINED.search(text, max(0, start - 40), start))
    kind = _kind(name, bool(before or role), not thing and bool(_AGE.match(text, end)))
    if kind is None and len(name) > 1 and not thing and speaks(text, end):
        kind = "person"
    gender = _gender(shown + head_phrase(role), name[0].text) if kind == "person" else None
    return Mention(start, end, visible(text[start:end]), outer, words[0].paragraph, kind, role or None, gender)


def speaks(text: str, end: int) -> bool:
    """Whether the word after a name is a verb of saying."""
    match = _NEXT_WORD.match(text, end)
    verb = reporting_verb(match[1]) if match else None
    return verb is not None and verb.can("say", "tell") and not verb.bare


def _kind(name: Sequence[Word], has_role: bool, has_age: bool) -> Kind | None:
    texts = [word.text for word in name]
    given = len(texts) > 1 and texts[0] in GIVEN
    if given and len(texts) == 2:
        return "person"
    if _is_on_map(texts):
        return "place"
    if len(texts) > 1 and (texts[-1] in ORGANISATIONS or (set(texts) & ORGANISATIONS and {"of", "for"} & set(texts))):
        return "organisation"
    if ACRONYM.fullmatch(texts[-1]) and len(texts) == 1:
        return "place" if texts[0] in _PLACE_ACRONYMS else "organisation"
    if given or has_role or has_age or any(len(word) == 1 for word in texts[:-1]):
        return "person"
    if len(texts) > 1 and (texts[-1] in PLACES or (set(texts) & PLACES_OF and "of" in texts)):
        return "place"
    return "organisation" if texts[-1] in ORGANISATIONS else None


def _is_on_map(name: Sequence[str]) -> bool:
    """Whether a name of several words is that of a country, a state, a city or the people there: "South Koreans"."""
    if len(name) == 1:
        return False
    if name[0] in _QUARTER_INITIALS and " ".join(name[1:]) in WORLD:
        return True
    return " ".join(name) in WORLD or (name[0] in _QUARTERS and (name[0] == "St" or is_demonym(name[-1])))


def _gender(shown: Sequence[str], first: str) -> Gender | None:
    for word in shown:
        sign = HONORIFICS.get(word)
        if sign == "m" or word.lower() in MALE_ROLES:
            return "m"
        if sign or word.lower() in FEMALE_ROLES:
            return "f"
    return gender_of(first)
