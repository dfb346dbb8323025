"""Base forms of English words by rule, and the content words of a stretch of text.

Suffix rules in the manner of Porter (1980), but to words and not to stems, with a table for what is
irregular. It need not be right for every word; it must bring the forms of one word together.
"""

from __future__ import annotations

import re
from functools import lru_cache

from digest.text import WORD

from .common_words import ADVERBS, FUNCTION_WORDS, NUMBER_WORDS, TIME_WORDS, VERBS

_IRREGULAR = """
arise: arose arisen; be: is are was were been being am; bear: bore borne; beat: beaten; become: became;
begin: began begun; bend: bent; bind: bound; bite: bit bitten; blow: blew blown; break: broke broken; bring:
brought; build: built; buy: bought; catch: caught; choose: chose chosen; come: came; creep: crept; deal:
dealt; die: dying; dig: dug; do: did done does; draw: drew drawn; drive: drove driven; eat: ate eaten; fall: fell
fallen; feed: fed; feel: felt; fight: fought; find: found; flee: fled; fly: flew flown; forget: forgot
forgotten; freeze: froze frozen; get: got gotten; give: gave given; go: went gone goes; grow: grew grown;
hang: hung; have: has had; hear: heard; hide: hid hidden; hold: held; keep: kept; know: knew known; lay:
laid; lead: led; leave: left; lend: lent; lie: lain lying; lose: lost; make: made; mean: meant; meet: met;
pay: paid; ride: rode ridden; ring: rang rung; rise: rose risen; run: ran; say: said; see: saw seen; seek:
sought; sell: sold; send: sent; shake: shook shaken; shoot: shot; show: shown; shrink: shrank; sing: sang
sung; sink: sank sunk; sit: sat; sleep: slept; speak: spoke spoken; spend: spent; stand: stood; steal: stole
stolen; stick: stuck; strike: struck stricken; swear: swore sworn; sweep: swept; swim: swam; take: took
taken; teach: taught; tear: tore torn; tell: told; think: thought; throw: threw thrown; understand:
understood; wake: woke; wear: wore worn; win: won; withdraw: withdrew withdrawn; write: wrote written;
undergo: underwent; overthrow: overthrew overthrown; tie: tying; person: people persons; man: men; woman:
women; child: children; foot: feet; tooth: teeth; mouse: mice; life: lives; wife: wives; knife: knives;
leaf: leaves; half: halves; wolf: wolves; thief: thieves; shelf: shelves; crisis: crises; criterion:
criteria; basis: bases; analysis: analyses; spokesman: spokesmen; policeman: policemen; fireman: firemen;
gunman: gunmen; lawmaker: lawmakers; congressman: congressmen; businessman: businessmen; fisherman:
fishermen; serviceman: servicemen; hero: heroes; potato: potatoes; veto: vetoes;
missing: missing; species: species; series: series; news: news; talks: talks;
troops: troops; police: police; means: means; united: united; agree: agreed agreeing; free: freed freeing;
guarantee: guaranteed; decree: decreed; hundred: hundred; need: need; indeed: indeed; speed: speed; seed:
seed; breed: breed; bus: buses; gas: gases; process: processes; address: addresses; focus: focused focuses
focusing; plus: plus; virus: viruses; campus: campuses; lens: lens
"""
_LEMMAS = {
    form: lemma.strip()
    for entry in " ".join(_IRREGULAR.split()).split(";")
    for lemma, _, forms in (entry.partition(":"),)
    for form in forms.split()
}
_POSSESSIVE = re.compile(r"[’']s?$")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_VOWEL = re.compile(r"[aeiouy]")
# A stem that ends so lost an e with its suffix: "raised", "forced", "moved", "arguing", "pledged".
_LOST_E = re.compile(r"(?:[^aeiou]l|[cvuz]|[^s]s|[^aeou]at|dg|[aeiour]g|[aeo]r[gs]|[^aeiou][aeiou]{2}s|[^aeiou]ur)$")
# British English doubles an l that is not stressed: "cancelled", "travelling".
_DOUBLED_L = re.compile(r"[aeiouy][^aeiouy]+ell$|[aeo]n?troll$")
_SHORT = re.compile(r"[^aeiouy]*[aeiouy][^aeiouwxy]$")
_NO_CONTENT = FUNCTION_WORDS | ADVERBS | TIME_WORDS | NUMBER_WORDS


@lru_cache(maxsize=20_000)
def lemma(word: str) -> str:
    """The lower-case base form of a word: "Students’" gives "student", "raised" "raise", "met" "meet"."""
    word = _POSSESSIVE.sub("", word.lower())
    if word in _LEMMAS:
        return _LEMMAS[word]
    if word.endswith("s"):
        return _singular(word)
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return _verb(word[: -len(ending)], word)
    return word


def noun_lemma(word: str) -> str:
    """The lower-case singular of a noun: "Meetings" gives "meeting", "people" "person"."""
    word = _POSSESSIVE.sub("", word.lower())
    return _LEMMAS.get(word) or (_singular(word) if word.endswith("s") else word)


def content_lemmas(text: str, start: int, end: int) -> tuple[str, ...]:
    """The different lemmas of the content words of `text[start:end]`, in order of their first occurrence.

    Function words, adverbs, words of time and numbers other than years are left out.
    """
    lemmas = map(_content_lemma, WORD.findall(text, start, end))
    return tuple(dict.fromkeys(found for found in lemmas if found is not None))


@lru_cache(maxsize=20_000)
def _content_lemma(word: str) -> str | None:
    """The lemma of a content word, None for another word."""
    if _POSSESSIVE.sub("", word.lower()) in _NO_CONTENT:
        return None
    # A capitalised word is a name more often than a verb: "Beijing" is not a form of "beij".
    found = noun_lemma(word) if word[0].isupper() else lemma(word)
    return None if found in _NO_CONTENT or (found[0].isdigit() and not _YEAR.fullmatch(found)) else found


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if len(word) > 3 and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _verb(stem: str, word: str) -> str:
    """The base form for a stem whose "ed" or "ing" is cut off; the word itself where that was no ending."""
    if not _VOWEL.search(stem) or (word.endswith("eed") and stem not in VERBS):
        return word
    if stem in VERBS:
        return stem
    if stem + "e" in VERBS:
        return stem + "e"
    if stem.endswith("i") and word.endswith("ed"):
        return stem[:-1] + "y"
    if len(stem) > 3 and stem[-1] == stem[-2] and (stem[-1] not in "lsz" or _DOUBLED_L.search(stem)):
        return stem[:-1]
    if _LOST_E.search(stem) or (len(stem) <= 4 and _SHORT.fullmatch(stem)):
        return stem + "e"
    return stem
