"""What a discrepancy is about, as an editor would put it: "Length of the talks", "Number of people killed"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest import Claim, Event

from ..claims.compare import is_tally
from ..claims.counting import ASPECT_WORDS, ASPECTS
from ..claims.units import UNIT_WORDS
from ..english.common_words import VERBS
from ..english.lemmas import lemma, noun_lemma
from ..english.synonyms import concept
from ..english.terms import is_common_verb, noun_phrases
from .contexts import Figure
from .subjects import COURSES

_DIMENSIONS = {
    "metre": "Distance", "kilogram": "Weight", "square-metre": "Area", "litre": "Volume", "megawatt": "Power",
    "kilometre-an-hour": "Speed", "degree-Celsius": "Temperature", "magnitude": "Magnitude", "year old": "Age",
}  # fmt: skip
# What tells how large something is, by its concept.
_OF_SIZE = frozenset("measure span stretch increase".split())
# Sums of money, by their concepts.
_SUMS = frozenset(
    """loan offer saving fine aid package budget bond bail insurance debt grant donation fund fee damage loss profit
    revenue investment contract salary bonus prize reward stake bid agreement compensation settlement penalty""".split()
)
_FATE = re.compile(r" (?:(?:were|was|are|is|be|been|being|have|has|had|who) ){0,3}(?P<fate>[a-z]+(?:ed|en|wn|ught))\b")
# A verb that needs no object: "12 people who spoke at …", not "12 people who spent the night".
_ACT = re.compile(r" (?:who )?(?P<verb>[a-z]+)(?=[.,;]| (?:at|in|on|to|for|against|about|with|from|by|during|after)\b)")
_WHERE = re.compile(r"\b(?:at|aboard|on|in) (?:the|its|a|an) (?:[\w’'-]+ ){0,2}(?P<noun>[a-z]+)\b")
# How many characters away a noun may stand that says what is measured.
_FURTHEST = 60
_IRREGULAR_PLURALS = {"person": "people", "man": "men", "woman": "women", "child": "children"}
_DOUBLED = re.compile(r"[^aeiou][aeiou][bdgmnprt]$")


def figures_matter(event: Event, found: Sequence[Figure]) -> str:
    """What figures for one matter measure, as a short noun phrase."""
    claim = found[0].claim
    if is_tally(claim):
        return "Result of the vote" if claim.unit == "vote" else "Result"
    if claim.kind == "duration":
        course = next(_nouns(event, found, COURSES, shared=False), None)
        return f"Length of the {course}" if course else "Length of time"
    if claim.kind == "money":
        return _sum(event, found)
    if claim.kind == "percent":
        return _share(event, found)
    if claim.unit in _DIMENSIONS:
        aspects = (str(figure.claim.counted) for figure in found if _is_aspect(figure.claim))
        plain = "Length" if any(figure.act in _OF_SIZE for figure in found) else _DIMENSIONS[claim.unit]
        what = next(aspects, plain if claim.unit == "metre" else _DIMENSIONS[claim.unit]).capitalize()
        thing = next((noun for noun in _nouns(event, found) if noun.lower() != what.lower()), None)
        return f"{what} of the {thing}" if thing and claim.unit != "year old" else what
    return _count(event, found)


def act_matter(sort: str, act: str | None) -> str:
    """When an act was that is given by its verb: "Date of the sentencing", "Year of the building"."""
    if act in (None, "date"):
        return f"{sort} given"
    if act not in VERBS and act not in ("sentence", "arrest", "publish", "launch", "sign"):
        return f"{sort} of the {act}"
    if act.endswith("e") and not act.endswith("ee"):
        return f"{sort} of the {act[:-1]}ing"
    return f"{sort} of the {act}{act[-1] if len(act) < 5 and _DOUBLED.search(act) else ''}ing"


def _is_aspect(claim: Claim) -> bool:
    """Whether the thing counted is what is measured: a depth, or "of thrust"."""
    return claim.counted in ASPECTS or f" of {claim.counted}" in claim.text


def _sum(event: Event, found: Sequence[Figure]) -> str:
    claim = found[0].claim
    if "/" in (claim.unit or ""):
        return f"Amount per {str(claim.unit).split('/')[1]}"
    named = next(_nouns(event, found, _SUMS), None)
    if named:
        return f"Amount of the {named}"
    thing = next(_nouns(event, found), None)
    what = next((word for word in ("cost", "price") if _all_share(found, word)), None)
    if what:
        return f"{what.capitalize()} of the {thing}" if thing and concept(lemma(thing)) != what else what.capitalize()
    return f"Sum for the {thing}" if thing else "Sum of money"


def _share(event: Event, found: Sequence[Figure]) -> str:
    of_what = next((_plural(figure) for figure in found if "fraction" in figure.claim.rule), None)
    if of_what:
        return f"Share of {of_what}"
    common = frozenset.intersection(*(figure.words for figure in found)) - VERBS
    printed = {word for figure in found for word in _sentence(event, figure).lower().split()}
    thing = next(_nouns(event, found), next(iter(common & printed), None) if len(common) == 1 else None)
    return f"Percentage: {thing}" if thing else "Percentage"


def _sentence(event: Event, figure: Figure) -> str:
    return event.by_id[figure.claim.article].article.text[slice(*figure.claim.sentence)]


def _count(event: Event, found: Sequence[Figure]) -> str:
    counted = max(found, key=lambda figure: len((figure.claim.unit or "").split()))
    what = _plural(counted)
    _, *fate = (counted.claim.unit or "").split()
    for figure in found if not fate else ():
        fate = _fate(event.by_id[figure.claim.article].article.text, figure, found)
        if fate:
            break
    return " ".join(["Number of", what, *fate])


def _fate(text: str, figure: Figure, found: Sequence[Figure]) -> list[str]:
    """What was done to those counted, what they did or where they were, if all accounts have the word."""
    claim = figure.claim
    for form, lead in ((_FATE, ""), (_ACT, "who "), (_WHERE, "")):
        match = form.search(text, claim.end, claim.sentence[1]) if form is _WHERE else form.match(text, claim.end)
        word = match[match.lastgroup or 0] if match else ""
        if match and _all_share(found, concept(lemma(word))) and word not in claim.text:
            is_act = form is not _ACT or (is_common_verb(word) and claim.counted == "person")
            return [lead + (match[0].strip() if form is _WHERE else word)] if is_act else []
    return []


def _all_share(found: Sequence[Figure], root: str) -> bool:
    return all(root in figure.words for figure in found)


def _plural(figure: Figure) -> str:
    """The thing counted in the plural, as printed if it is printed beside the figure."""
    noun = (figure.claim.counted or figure.claim.unit or "").split()[0]
    printed = (word for word in figure.claim.text.split() if noun_lemma(word) == noun and word.lower() != noun)
    return next(printed, _IRREGULAR_PLURALS.get(noun) or noun.removesuffix("s") + "s").lower()


def _nouns(
    event: Event, found: Sequence[Figure], concepts: frozenset[str] | None = None, shared: bool = True
) -> Iterator[str]:
    """The nouns near the figures that all of them have, or that one has, nearest first; of some concepts if given."""
    common = frozenset.intersection(*(figure.words for figure in found))
    among = (common if shared else frozenset().union(*(figure.near for figure in found))) - UNIT_WORDS - ASPECT_WORDS
    nearby = []
    for figure in found:
        text, claim = event.by_id[figure.claim.article].article.text, figure.claim
        for phrase in noun_phrases(text, *claim.sentence):
            start, end = phrase[-1]
            root = concept(lemma(text[start:end]))
            if root in among and (concepts is None or root in concepts):
                nearby.append((max(start - claim.end, claim.start - end), text[start:end]))
    return (noun for distance, noun in sorted(nearby) if distance <= _FURTHEST)
