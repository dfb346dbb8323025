"""Mentions of names in running text, by rules: capitals, initials, particles, and the roles that stand beside them.

A capital says little at the head of a sentence and nothing in a title-case line, so a word there counts as a
name only if the rest of the text shows it to be one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from digest import Article, Block
from digest.text import WORD, sentences

from .common_words import ADVERBS, FUNCTION_WORDS, NUMBER_WORDS, TIME_WORDS, VAGUE_ADJECTIVES, VAGUE_NOUNS
from .cues import reporting_verb
from .given_names import GIVEN, gender_of
from .roles import (
    FEMALE_ROLES,
    FORMER,
    HONORIFICS,
    MALE_ROLES,
    OFFICES,
    ORGANISATIONS,
    PLACES,
    PORTFOLIOS,
    RANKS,
    ROLES,
)
from .terms import is_common_verb

Kind = Literal["person", "organisation", "place", "other"]
Gender = Literal["m", "f"]

_POSSESSIVE = re.compile(r"[’']s?$")
_ACRONYM = re.compile(r"(?:[A-Z]\.){2,}|(?:[A-Z]\.)+[A-Z]|[A-Z][A-Z&-]{1,7}\d?")
_CLAUSE_WORDS = FUNCTION_WORDS - {"of", "and"}
_NEXT_WORD = re.compile(r" (?:also |then |later )?([a-z]+)\b")
_PARTY_TAG = re.compile(r"[A-Z]-[A-Z][\w.]*")
_PARTICLES = frozenset("de da do dos du del della di van von der den ter bin ibn bint al el la le ben y e".split())
_SUFFIXES = frozenset(("Jr", "Sr", "II", "III", "IV"))
_DEMONYM = re.compile(r"(?:ese|ish|ian|ean|ican|crat|cratic|ist|Greek|French|Dutch|German|Iraqi|Israeli|Thai)s?$")
_AGE = re.compile(r", \d\d[,;.)]|, who\b| \(\d\d\)")
_APPOSITION = re.compile(r", (?P<role>(?:[^,.;:!?“”\"()\n]|\.(?=\w|-|,| [a-z])){3,100})")
_NAMES_TOO = frozenset("may will april june august".split())
_NEVER_NAMES = (FUNCTION_WORDS | ADVERBS | NUMBER_WORDS | TIME_WORDS | {"earlier", "previously", "i"}) - _NAMES_TOO
_SELDOM_NAMES = _NEVER_NAMES | VAGUE_ADJECTIVES | VAGUE_NOUNS
_PLACES_OF = PLACES | {"Gulf", "Republic", "Isle", "People", "Kingdom"}
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


class Word(msgspec.Struct, frozen=True):
    """A word with its place, without its possessive ending; `initial` where a capital is owed to the position."""

    start: int
    end: int
    text: str
    paragraph: int
    initial: bool

    @property
    def lower(self) -> str:
        """The word in lower case, with a plain apostrophe."""
        return self.text.lower().replace("’", "'")


def find_mentions(article: Article) -> list[Mention]:
    """The mentions of names in an article's own blocks, in the order of the text."""
    runs: list[tuple[list[Word], list[Word]]] = []
    guarded: list[tuple[list[Word], list[Word]]] = []
    for block in article.own_blocks:
        words = _words(article.text, block)
        where = guarded if _is_title_case(article.text, block, words) else runs
        where += [(run, words) for run in _runs(article.text, words) if run]
    lower = {word.text for _, words in runs for word in words if word.text.islower()}
    known = {word.text for run, _ in runs for word in run if not word.initial}
    trimmed = [(run, words) for whole, words in runs if (run := _without_head(whole, lower, known))]
    names = {name for run, _ in trimmed for name in _forms(_split_title(run)[1])}
    trimmed += _hidden_names(article.text, trimmed)
    trimmed += [(part, words) for run, words in guarded for part in _known_parts(_split_title(run)[1], names)]
    found = [_mention(article.text, run, words) for run, words in trimmed]
    return sorted((mention for mention in found if mention), key=lambda mention: mention.start)


def _hidden_names(text: str, runs: Sequence[tuple[list[Word], list[Word]]]) -> list[tuple[list[Word], list[Word]]]:
    """Speakers whose family name is a common word ("Long said"), if the text has it in a full name."""
    family = {run[-1].text for run, _ in runs if len(run) > 1 and run[-1].lower in _NEVER_NAMES}
    if not family:
        return []
    known = {word.start for run, _ in runs for word in run}
    paragraphs = {words[0].paragraph: words for _, words in runs}
    return [
        ([word], words)
        for words in paragraphs.values()
        for word in words
        if word.text in family and word.start not in known and speaks(text, word.end)
    ]


def _words(text: str, block: Block) -> list[Word]:
    words: list[Word] = []
    for start, end in sentences(text, block.start, block.end):
        at_head = True
        for match in WORD.finditer(text, start, end):
            bare = _POSSESSIVE.sub("", match[0])
            initial = at_head or text[match.start() - 1] in "“\"‘'«„("
            words.append(Word(match.start(), match.start() + len(bare), bare, block.start, initial))
            at_head = False
    return words


def _is_title_case(text: str, block: Block, words: Sequence[Word]) -> bool:
    """Whether capitals say nothing here: a headline in title case, a line in capitals."""
    if block.kind in ("title", "heading", "credit"):
        return True
    long = [word.text for word in words if len(word.text) > 3 and word.text[0].isalpha()]
    if text[block.end - 1] in '.!?”"':
        return sum(word.isupper() for word in long) > 0.7 * len(long)
    return sum(word[0].isupper() for word in long) > max(4, 0.7 * len(long))


def _runs(text: str, words: Sequence[Word]) -> Iterator[list[Word]]:
    """Maximal runs of capitalised words with the particles and prepositions that names have inside."""
    run: list[Word] = []
    for word in words:
        if run and not _joined(text, run[-1], word):
            yield _trim(run)
            run = []
        if _is_capital(word, run) or (run and _connects(word, run)):
            run.append(word)
        elif run:
            yield _trim(run)
            run = []
    yield _trim(run)


def _joined(text: str, left: Word, right: Word) -> bool:
    gap = text[left.end : right.start]
    if gap in (" ", "\u00a0", " & "):
        return True
    if gap in (". ", ".", ".\u00a0"):
        return left.text in HONORIFICS or len(left.text) == 1 or "." in left.text or left.text in _SUFFIXES
    return gap == ", " and right.text in _SUFFIXES


def _is_capital(word: Word, run: Sequence[Word]) -> bool:
    if not word.text[0].isupper():
        return False
    if word.lower in _NAMES_TOO and not run:
        return word.lower == "will" and not word.initial
    if word.text in HONORIFICS or word.text.isupper():
        return True
    return word.lower not in _NEVER_NAMES or bool(run and run[-1].text in GIVEN)


def _connects(word: Word, run: Sequence[Word]) -> bool:
    if word.text in _PARTICLES:
        return True
    heads = {part.text for part in run}
    if word.text in ("of", "for"):
        return run[-1].lower in ROLES or run[-1].text in ORGANISATIONS | _PLACES_OF
    if word.text == "the":
        return run[-1].text in ("of", "for", "on")
    if word.text == "on":
        return bool(heads & {"Committee", "Commission", "Center", "Council", "Panel"})
    return word.text == "and" and ("of" in heads or "for" in heads) and bool(heads & ORGANISATIONS)


def _trim(run: list[Word]) -> list[Word]:
    end = len(run)
    while end and not run[end - 1].text[0].isupper():
        end -= 1
    return run[:end]


def _forms(name: Sequence[Word]) -> set[str]:
    """The name and its single words, as they may stand elsewhere."""
    words = [word.text for word in name]
    return {" ".join(words)} | {word for word in words if word[0].isupper()}


def _without_head(run: list[Word], lower: set[str], known: set[str]) -> list[Word]:
    """The run without a first word that owes its capital to its position."""
    if not run[0].initial or run[0].lower in ROLES or run[0].text in HONORIFICS:
        return run
    head = run[0]
    if head.text in known or (head.text in GIVEN and len(run) > 1) or _ACRONYM.fullmatch(head.text):
        return run
    common = head.lower in _SELDOM_NAMES or head.lower in lower or is_common_verb(head.lower)
    if not common and not (len(run) == 1 and head.lower.endswith(("ing", "ly", "ers", "ors", "ists"))):
        return run
    return next((run[i:] for i in range(1, len(run)) if run[i].text[0].isupper()), [])


def _known_parts(run: Sequence[Word], names: set[str]) -> Iterator[list[Word]]:
    """The pieces of a title-case run that are names elsewhere in the text, the longest first."""
    at = 0
    while at < len(run):
        ends = range(min(len(run), at + 5), at, -1)
        end = next((end for end in ends if " ".join(word.text for word in run[at:end]) in names), None)
        if end:
            yield list(run[at:end])
        at = end or at + 1


def _mention(text: str, run: Sequence[Word], words: Sequence[Word]) -> Mention | None:
    title, name = _split_title(run)
    if not name or (len(name) == 1 and len(name[0].text) == 1) or _PARTY_TAG.fullmatch(name[0].text):
        return None
    start, end = name[0].start, name[-1].end
    if "." in name[-1].text or name[-1].text in _SUFFIXES:
        end += text.startswith(".", end)
    before = title or _role_before(text, name, words)
    outer = before[0].start if before else start
    shown = [word.text for word in before]
    polite = bool(shown) and shown[-1] in HONORIFICS
    role = text[outer : before[-1].end] if before and not polite else _apposition(text, end)
    role = role or (RANKS.get(shown[-1], "") if polite else "")
    kind = _kind(name, bool(before or role), bool(_AGE.match(text, end)))
    if kind is None and len(name) > 1 and speaks(text, end):
        kind = "person"
    gender = _gender(shown + _head_phrase(role), name[0].text) if kind == "person" else None
    return Mention(start, end, text[start:end], outer, words[0].paragraph, kind, role or None, gender)


def speaks(text: str, end: int) -> bool:
    """Whether the word after a name is a verb of saying."""
    match = _NEXT_WORD.match(text, end)
    verb = reporting_verb(match[1]) if match else None
    return verb is not None and verb.can("say", "tell") and not verb.bare


def _split_title(run: Sequence[Word]) -> tuple[Sequence[Word], Sequence[Word]]:
    """A run in two: "Secretary of State" and "Maria Ostrander". The name is empty for an office alone."""
    if run[-1].text in ORGANISATIONS | PLACES and run[0].text not in HONORIFICS and run[0].text not in GIVEN:
        return (), run
    cut = 0
    for i, word in enumerate(run):
        if word.text in HONORIFICS or _is_role(word):
            cut = _end_of_office(run, i)
        elif word.text in ORGANISATIONS and not cut and any(w.text in ("of", "for") for w in run[i + 1 : i + 2]):
            return (), run
    if not cut and len(run) > 2 and _DEMONYM.search(run[0].text) and run[0].text not in GIVEN:
        cut = 1 if run[1].text in GIVEN else 0
    return run[:cut], run[cut:]


def _is_role(word: Word) -> bool:
    return word.lower in ROLES or word.lower.rsplit("-", 1)[-1] in ROLES


def _end_of_office(run: Sequence[Word], at: int) -> int:
    """The index after the office whose head stands at `at`, with its complement."""
    following = [word.text for word in run[at + 1 :]]
    if following[:1] and (run[at].lower, following[0].lower()) in OFFICES:
        return at + 2
    if following[:1] not in (["of"], ["for"]):
        return at + 1
    heads = [i for i, word in enumerate(following) if word in ORGANISATIONS]
    if heads:
        return at + 2 + heads[-1]
    end = at + 2
    while end < len(run) and (run[end].text in PORTFOLIOS or run[end].text in ("the", "and")):
        end += 1
    return end if end > at + 2 else len(run)


def _role_before(text: str, name: Sequence[Word], words: Sequence[Word]) -> Sequence[Word]:
    """The words of a role that lead up to a name: "State Department spokesman Ian Tarrant", "the mayor, Ida Holm,"."""
    at = bisect_left(words, name[0].start, key=lambda word: word.start)
    if not at or not _is_role(words[at - 1]):
        return ()
    begin, gap = at - 1, text[words[at - 1].end : name[0].start]
    between_commas = gap == ", " and text.startswith(",", name[-1].end) and text[words[begin].start - 2] != ","
    if gap != " " and not between_commas:
        return ()
    while begin and at - begin < 7 and _extends_role(text, words[begin - 1], words[begin]):
        begin -= 1
    return words[begin:at]


def _extends_role(text: str, word: Word, following: Word) -> bool:
    if text[word.end : following.start] not in (" ", "’s ", "'s ", "’ "):
        return False
    if word.text[0].isupper() or word.text in FORMER:
        return word.lower not in FUNCTION_WORDS or word.text.isupper()
    return word.text not in FUNCTION_WORDS | ADVERBS and not is_common_verb(word.text)


def _apposition(text: str, end: int) -> str:
    """The role that follows a name between commas: ", a professor at Norland University,"; "" if there is none."""
    match = _APPOSITION.match(text, end)
    if not match:
        return ""
    phrase = match["role"].split()
    for i, word in enumerate(phrase[:8]):
        if word.lower() in ROLES or word.lower().rsplit("-", 1)[-1] in ROLES:
            return "" if phrase[i + 1 : i + 2] and phrase[i + 1][0].isupper() else match["role"].strip()
        if (
            word == "whose"
            or (i and word in FUNCTION_WORDS - {"of", "and"})
            or (is_common_verb(word) and word not in FORMER)
        ):
            break
    return ""


def _head_phrase(role: str) -> list[str]:
    """The words of an apposition up to its head: "the bank's chairwoman" of "… who met the chairman"."""
    words = role.split()
    return words[: next((i + 1 for i, word in enumerate(words) if word.lower() in ROLES), 0)]


def _kind(name: Sequence[Word], has_role: bool, has_age: bool) -> Kind | None:
    texts = [word.text for word in name]
    given = len(texts) > 1 and texts[0] in GIVEN
    if given and len(texts) == 2:
        return "person"
    if len(texts) > 1 and (texts[-1] in ORGANISATIONS or (set(texts) & ORGANISATIONS and {"of", "for"} & set(texts))):
        return "organisation"
    if _ACRONYM.fullmatch(texts[-1]) and len(texts) == 1:
        return "place" if texts[0] in _PLACE_ACRONYMS else "organisation"
    if given or has_role or has_age or any(len(word) == 1 for word in texts[:-1]):
        return "person"
    if len(texts) > 1 and (texts[-1] in PLACES or (set(texts) & _PLACES_OF and "of" in texts)):
        return "place"
    return "organisation" if texts[-1] in ORGANISATIONS else None


def _gender(shown: Sequence[str], first: str) -> Gender | None:
    for word in shown:
        sign = HONORIFICS.get(word)
        if sign or word.lower() in MALE_ROLES | FEMALE_ROLES:
            return "m" if sign == "m" or word.lower() in MALE_ROLES else "f"
    return gender_of(first)
