"""What a figure is said of: the noun before its verb ("turnout was 63 percent"), or what lasted so long."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from digest import Claim, Passage

from ..english.common_words import FUNCTION_WORDS, IRREGULAR_FORMS
from ..english.lemmas import lemma
from ..english.synonyms import concept

# What takes time, by its concept.
COURSES = frozenset(
    """meet trial deliberation hearing visit flight strike delay sentence siege march protest speech call interview
    debate search operation evacuate outage war treatment close ceasefire ceremony testimony pause chase stay career
    service march voyage scuffle clash shake"""
    .split()
)  # fmt: skip
_SUBJECT = re.compile(
    r"\b(?P<noun>[A-Za-z][a-z’'-]{2,})(?: (?:in|at|for|of|among) (?:the )?[\w-]+)?(?:,? (?:which|that))? "
    r"(?:of|was|is|were|are|at|reached|hit|stands? at|stood at"
    r"|rose to|fell to|lasted|took|went on for|continued for|totall?ed|averaged|will be|would be|worth"
    r"|(?:will |would )?costs?|ended after"
    r"|lasting|has lasted|had lasted)(?: (?:only|just))? $"
)
# The verb of "talked for four hours" is one of the three words before "for".
_TIMED_VERB = re.compile(r"\b(?P<verb>(?:[a-z]+ ){1,3})for (?:only |just )?$")
_TOGETHER = re.compile(
    r" (?:that )?(?:they|the two|both|we) (?:spent|had been|were)(?: [a-z]+)? (?:together|talking)\b"
)
_NO_SUBJECTS = FUNCTION_WORDS | frozenset(
    """period total maximum minimum average rate number figure amount sum end start man woman people
    others all""".split()
)
_LONGEST = 60
# "Ida Holm, 45", "Ida Holm, a 45-year-old", "Ida Holm, who was 45"; "45-year-old baker Ida Holm"; "the 45-year-old".
_BEFORE_AGE = re.compile(r"(?:[’']s)?,?(?: \(|\(| who)?(?: (?:is|was|aged?|now))?(?: (?:an?|the|only|just))? ?")
_OLD = re.compile(r"[\w-]+?[ -]years?[ -]old")
_ROLE = re.compile(r"(?: [\w“”‘’'\"-]+){0,4} ")
_THE = re.compile(r"\b[Tt]he $")
# A person with so many mentions, and so many times those of the next, is whom a story is about.
_OFTEN, _FAR_MORE = 3, 2


def subject(text: str, claim: Claim) -> str | None:
    """The concept of the noun that a figure is said of: turnout in "turnout was 63 percent"; None if not told so."""
    match = _SUBJECT.search(text, max(claim.sentence[0], claim.start - _LONGEST), claim.start)
    # A capital is that of a name, but where a sentence begins.
    if match is None or (match["noun"][0].isupper() and match.start() > claim.sentence[0]):
        return None
    noun = match["noun"].lower()
    return None if noun in _NO_SUBJECTS else concept(lemma(noun))


def course(text: str, claim: Claim) -> str | None:
    """The concept of what lasted as long as a duration says, if it is plain: "a two-hour meeting", "they met for …"."""
    if claim.kind != "duration":
        return None
    verb = _TIMED_VERB.search(text, max(claim.sentence[0], claim.start - _LONGEST), claim.start)
    named = [claim.counted and concept(claim.counted), subject(text, claim)]
    named += [concept(lemma(word)) for word in reversed(verb["verb"].split())] if verb else []
    told = next((found for found in named if found in COURSES), None)
    return told or ("meet" if _TOGETHER.match(text, claim.end, claim.sentence[1]) else None)


def holder(text: str, claim: Claim, mentions: Sequence[tuple[Passage, str]]) -> str | None:
    """Whose age a claim gives, by the people's `mentions` in the account, each with the canonical name."""
    for mention, name in mentions:
        if mention.end <= claim.start and _BEFORE_AGE.fullmatch(text, mention.end, claim.start):
            return name
    old = _OLD.match(text, claim.start)
    if old is None:
        return None
    for mention, name in mentions:
        if old.end() <= mention.start and _ROLE.fullmatch(text, old.end(), mention.start):
            between = set(text[old.end() : mention.start].lower().split())
            return None if between & (FUNCTION_WORDS | IRREGULAR_FORMS) else name
    return protagonist(mentions) if _THE.search(text, max(0, claim.start - 4), claim.start) else None


def protagonist(mentions: Sequence[tuple[Passage, str]]) -> str | None:
    """The one person whom an account names far more often than anybody else."""
    ranked = Counter(name for _, name in mentions).most_common(2)
    if not ranked or ranked[0][1] < _OFTEN:
        return None
    return ranked[0][0] if len(ranked) < 2 or ranked[0][1] >= _FAR_MORE * ranked[1][1] else None
