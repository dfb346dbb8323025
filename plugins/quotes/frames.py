"""Reporting frames: who is said to say, ask, deny something, and with which verb.

A frame is found around a reporting verb ("Ostrander said", "said Ostrander", "…, she added"), around "according to"
and "in the words of", and before a colon that leads in a quotation.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from ..english.common_words import DETERMINERS, PREPOSITIONS, TIME_WORDS
from ..english.cues import (
    FORMS,
    FOUND_OUT,
    NOUNS,
    PICTURES,
    Class,
    Verb,
    reporting_verb,
    stance_verb,
)
from .actors import actor, after_hearer, has_subject, is_somebody, issuer, made_to, object_pronoun
from .openings import clause_start, clause_subject, with_apposed_name
from .phrases import Source, phrase_ending, phrase_starting
from .subjects import subject_before
from .tokens import Sentence, Token
from .verbs import before_adverbs, can_speak, is_noun, is_participle, is_passive, is_verb, may_be_verb

# What may stand before its subject: "…, asked Ostrander".
_INVERTED: tuple[Class, ...] = ("say", "ask", "mark", "deny", "urge", "think")
_AFTER_SOURCE = frozenset((*",.;:", *"in on at of during after before when as who".split()))
# After these a participle need not be what the subject does: "blamed for opposing it".
_OTHERS_DOING = frozenset("for without through against about of from".split())
_PHRASES = {"according": "to", "words": "of"}
_PARTICLES = frozenset("for in on out".split())
_ARTICLES = DETERMINERS - {"that"}
# "No court has said", which reports nothing.
_NOBODY = frozenset("no neither nobody none nor nothing any".split())
_RECKONINGS = frozenset("admission account estimate reckoning telling calculation".split())
_OWNERS = {"his": "he", "her": "she", "their": "they", "its": "it", "one": "one"}


class Frame(msgspec.Struct, frozen=True):
    """A source and what reports its speech. Indices are tokens of one sentence.

    `begin` and `stop` bound source and verb together, half-open. `verb` is None for a colon alone; `cue_start` and
    `cue_end` are the offsets of the verb or phrase. `inverted` where the source follows the verb, which `is_passive`
    where that is after "by".
    """

    begin: int
    stop: int
    source: Source
    verb: Verb | None
    cue_start: int
    cue_end: int
    inverted: bool = False
    is_passive: bool = False

    @property
    def is_according(self) -> bool:
        """Whether it is "according to", which governs the clause beside it."""
        return self.verb is not None and self.verb.lemma == "according to"


def find_frames(tokens: Sequence[Token]) -> list[Frame]:
    """The frames of a sentence, in the order of their verbs."""
    found: list[Frame] = []
    for at, token in enumerate(tokens):
        frame = _at_reckoning(tokens, at) if token.text in _RECKONINGS else None
        if frame is None and token.text in FORMS:
            frame = _at_verb(tokens, at, found)
        elif token.text in _PHRASES:
            frame = _at_phrase(tokens, at)
        elif token.text == ":":
            frame = _at_colon(tokens, at, found)
        if frame:
            found.append(frame)
    return found


def _at_verb(tokens: Sequence[Token], at: int, found: Sequence[Frame]) -> Frame | None:
    token = tokens[at]
    if token.kind != "word" or (token.capital and at and tokens[at - 1].kind != "quote"):
        return None
    parted = at + 2 < len(tokens) and tokens[at + 1].text in TIME_WORDS and tokens[at + 2].text in _PARTICLES
    rest = tokens[at + 1 + parted : at + 4 + parted]  # "called Friday for"
    verb = reporting_verb(token.text, *(after.text for after in rest)) or stance_verb(token.text)
    if verb is None or is_noun(tokens, at, verb):
        return None
    words = len(verb.lemma.split())
    stop = at + words + (parted and words > 1)
    if is_passive(tokens, at, verb):
        return _passive(tokens, at, stop, verb)
    if is_participle(tokens, at):
        return None
    if verb.participle and (teller := _teller(tokens, at, found)):
        return Frame(at, stop, teller, verb, token.start, tokens[stop - 1].end)
    return _quoted(tokens, at, stop, verb) or _inverted(tokens, at, stop, verb) or _active(tokens, at, stop, verb)


def _teller(tokens: Sequence[Token], at: int, found: Sequence[Frame]) -> Source | None:
    """Who goes on after a clause and its cue: "The bridge will hold, Ostrander said, adding"."""
    last = found[-1] if found else None
    if last is None or last.verb is None or not last.verb.can("say", "tell") or tokens[at - 1].text != ",":
        return None
    parted = any(token.text == "," or is_verb(token) for token in tokens[last.stop : at - 1])
    return last.source if last.begin and not parted and tokens[last.begin - 1].text == "," else None


def _active(tokens: Sequence[Token], at: int, stop: int, verb: Verb) -> Frame | None:
    """ "Ostrander said": the source is the subject before the verb, or does what a participle says."""
    token = tokens[at]
    if verb.participle and tokens[at - 1].text in _OTHERS_DOING and not verb.can("say", "tell"):
        return None
    source = actor(tokens, at) if verb.participle else made_to(tokens, at) or subject_before(tokens, at)
    if source is None or tokens[source.begin].text in _NOBODY:
        return None
    if verb.lemma in FOUND_OUT and source.head.removesuffix("s") in PICTURES:
        return None
    compound = source.stop == at and any(part.text == "of" for part in tokens[source.begin : at])
    if verb.lemma in NOUNS and token.text.endswith("s") and compound and not can_speak(source):
        return None  # "an exchange of letters and notes that"
    source = issuer(tokens, source) or with_apposed_name(tokens, source)
    speaks = can_speak(source) or _is_person(tokens, source) or _is_after_quotation(tokens, source, verb)
    if not (speaks or _is_plain(tokens, source, at, verb)):
        other = _main_subject(tokens, at, source, verb)
        if other is None:
            return None
        source = other
    back = before_adverbs(tokens, at)
    apart = back != source.stop - 1 and tokens[back].text != "," and tokens[back].kind != "name"
    if verb.lemma in NOUNS and token.text.endswith("s") and apart:
        return None
    return Frame(min(source.begin, at), stop, source, verb, token.start, tokens[stop - 1].end)


def _is_person(tokens: Sequence[Token], source: Source) -> bool:
    """Whether it opens with "those", or "who" follows, which stand for people."""
    return tokens[source.begin].text == "those" or "who" in [
        token.text for token in tokens[source.stop : source.stop + 2]
    ]


def _is_plain(tokens: Sequence[Token], source: Source, at: int, verb: Verb) -> bool:
    """Whether a clause is nothing but "The dockhand said": so it is somebody, by whatever name."""
    opens = source.begin == 0 or tokens[source.begin - 1].text in (",", "that", "and", "but")
    short = source.stop == at and source.stop - source.begin < 4
    determined = tokens[source.begin].text in _ARTICLES
    return opens and short and determined and not verb.bare and verb.can("say", "tell") and verb.lemma not in FOUND_OUT


def _is_after_quotation(tokens: Sequence[Token], source: Source, verb: Verb) -> bool:
    """Whether words that anything may be said to say stand right before: "“…,” the graffito said"."""
    return source.begin > 0 and tokens[source.begin - 1].kind == "quote" and verb.can("say", "tell", "ask")


def _main_subject(tokens: Sequence[Token], at: int, source: Source, verb: Verb) -> Source | None:
    """The subject of the clause where what stands before the verb can't speak: "He came after the storm and said"."""
    if not verb.can("say", "tell", "ask") or verb.lemma in FOUND_OUT or tokens[at].text.endswith("s"):
        return None
    before = tokens[source.begin - 1] if source.begin else None
    inside = before is None or before.text in PREPOSITIONS or before.text in (",", "and") or may_be_verb(before)
    if not inside:  # "where the masons said"
        return None
    subject = clause_subject(tokens, clause_start(tokens, at), at)
    speaks = subject is not None and can_speak(subject) and tokens[subject.begin].text not in _NOBODY
    return subject if speaks else None


def _passive(tokens: Sequence[Token], at: int, stop: int, verb: Verb) -> Frame | None:
    """ "It was announced by the ministry": the source stands after "by"."""
    for i in range(stop, min(stop + 6, len(tokens) - 1)):
        if tokens[i].text == "by":
            source = phrase_starting(tokens, i + 1, len(tokens))
            return (
                Frame(at, source.stop, source, verb, tokens[at].start, tokens[stop - 1].end, True, True)
                if source
                else None
            )
    return None


def _quoted(tokens: Sequence[Token], at: int, stop: int, verb: Verb) -> Frame | None:
    """ "The paper quoted Ostrander as saying": who is quoted is the source."""
    if verb.lemma not in ("quote", "cite"):
        return None
    source = phrase_starting(tokens, stop, len(tokens)) or object_pronoun(tokens, stop)
    if source is None or [token.text for token in tokens[source.stop : source.stop + 2]] != ["as", "saying"]:
        return None
    quoter, says = subject_before(tokens, at), source.stop + 1
    said = Verb("say", frozenset(("say",)))
    return Frame(quoter.begin if quoter else at, says + 1, source, said, tokens[says].start, tokens[says].end)


def _inverted(tokens: Sequence[Token], at: int, stop: int, verb: Verb) -> Frame | None:
    """ "…, said Ostrander": the verb stands right after a quotation or a comma, with no subject before it."""
    before = tokens[at - 1]
    after_quotation = "quote" in (before.kind, tokens[at - 2].kind if at > 1 else "")
    if (
        verb.participle
        or verb.lemma in FOUND_OUT
        or not (verb.can(*_INVERTED) or (verb.can("tell") and after_quotation and tokens[at].text.endswith("s")))
    ):
        return None
    if before.text == "," and has_subject(tokens, at):
        return None
    if before.kind != "quote" and not (before.text in ",—–-" and _ends_clause(tokens, at - 1)):
        return None
    source = phrase_starting(tokens, after_hearer(tokens, stop) if after_quotation else stop, len(tokens))
    if source is None or source.head in ("that", "it", "i") or tokens[source.begin].text in TIME_WORDS:
        return None
    source = with_apposed_name(tokens, source)
    if before.kind != "quote" and (_followed_by_clause(tokens, source) or not is_somebody(source)):
        return None
    return Frame(at, source.stop, source, verb, tokens[at].start, tokens[stop - 1].end, True)


def _ends_clause(tokens: Sequence[Token], comma: int) -> bool:
    return comma > 3 or any(token.kind == "quote" for token in tokens[:comma])


def _followed_by_clause(tokens: Sequence[Token], source: Source) -> bool:
    """Whether the phrase after the verb begins what is said rather than names who says it."""
    return source.stop < len(tokens) and tokens[source.stop].text not in _AFTER_SOURCE


def _at_phrase(tokens: Sequence[Token], at: int) -> Frame | None:
    """ "according to Ostrander", "in the words of Ostrander"."""
    last = _PHRASES[tokens[at].text]
    if at + 2 >= len(tokens) or tokens[at + 1].text != last:
        return None
    if last == "of" and [token.text for token in tokens[max(0, at - 2) : at]] != ["in", "the"]:
        return None
    source = phrase_starting(tokens, at + 2, len(tokens))
    if at and tokens[at - 1].kind == "quote":
        source = source or object_pronoun(tokens, at + 2)
    if source is None:
        return None
    source = with_apposed_name(tokens, source)
    verb = Verb(f"{tokens[at].text} {last}", frozenset(("say",)))
    return Frame(at, source.stop, source, verb, tokens[at].start, tokens[at + 1].end, True)


def _at_reckoning(tokens: Sequence[Token], at: int) -> Frame | None:
    """ "By Ostrander's own admission", "by one estimate"."""
    owner = at - 1 - (at > 1 and tokens[at - 1].text == "own")
    whose = tokens[owner]
    if owner < 1 or tokens[owner - 1].text != "by" or not (whose.owner or whose.text in _OWNERS):
        return None
    head = whose.text if whose.owner or whose.text != "one" else tokens[at].text
    source = Source(whose.start, whose.end - whose.owner, owner, owner + 1, _OWNERS.get(head, head), whose.entity)
    if whose.text == "one":
        source = Source(whose.start, tokens[at].end, owner, at + 1, head)
    verb = Verb("according to", frozenset(("say",)))
    return Frame(owner - 1, at + 1, source, verb, tokens[owner - 1].start, tokens[at].end, True)


def _at_colon(tokens: Sequence[Token], at: int, found: Sequence[Frame]) -> Frame | None:
    """ "Ostrander: “…”", with no verb: a headline or a transcript."""
    if found or at + 1 >= len(tokens) or tokens[at + 1].kind != "quote":
        return None
    source = phrase_ending(tokens, at - 1)
    if source is None or source.begin or any(token.text.endswith("ed") for token in tokens[: at - 1]):
        return None
    return Frame(source.begin, at + 1, source, None, tokens[at].start, tokens[at].end)


def without_capitals(tokens: Sequence[Token]) -> Sentence:
    """The tokens of a headline, whose words may all be capitalised, as they would be in running text."""
    return tuple(
        msgspec.structs.replace(token, capital=False) if token.kind == "word" and token.capital else token
        for token in tokens
    )
