"""Reporting frames: who is said to say, ask, deny something, and with which verb.

A frame is found around a reporting verb ("Ostrander said", "said Ostrander", "…, she added"), around "according to"
and "in the words of", and before a colon that leads in a quotation.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from ..english.common_words import PREPOSITIONS, TIME_WORDS
from ..english.cues import (
    DOCUMENTS,
    FORMS,
    FOUND_OUT,
    NOUNS,
    PICTURES,
    Class,
    Verb,
    reporting_verb,
    stance_verb,
)
from .phrases import PRONOUNS, TIMES, Source, phrase_ending, phrase_starting
from .subjects import AUXILIARIES, clause_subject, is_skipped, subject_before, with_apposed_name
from .tokens import Sentence, Token
from .verbs import before_adverbs, can_speak, is_noun, is_participle, is_passive

# What may stand before its subject: "…, asked Ostrander".
_INVERTED: tuple[Class, ...] = ("say", "ask", "mark", "deny", "urge", "think")
_AFTER_SOURCE = frozenset((*",.;:", *"in on at of during after before when as who".split()))
# After these a participle need not be what the subject does: "blamed for opposing it".
_OTHERS_DOING = frozenset("for without through against about of from".split())
# "forced Ostrander to admit it": it was said.
MAKERS = frozenset("force forces forced forcing led prompted compelled obliged".split())
# What somebody says things in or at: "held a news conference announcing".
OCCASIONS = frozenset("conference interview briefing hearing rally ceremony appearance string series".split())
_PHRASES = {"according": "to", "words": "of"}
_BESIDE = frozenset("to on at in by with".split())
_OBJECTS = {"him": "he", "her": "she", "them": "they"}


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
        frame = None
        if token.text in FORMS:
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
    verb = reporting_verb(token.text, *(after.text for after in tokens[at + 1 : at + 4])) or stance_verb(token.text)
    if verb is None or is_noun(tokens, at, verb):
        return None
    stop = at + len(verb.lemma.split())
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
    return last.source if last.begin and last.stop == at - 1 and tokens[last.begin - 1].text == "," else None


def _active(tokens: Sequence[Token], at: int, stop: int, verb: Verb) -> Frame | None:
    """ "Ostrander said": the source is the subject before the verb, or does what a participle says."""
    token = tokens[at]
    if verb.participle and tokens[at - 1].text in _OTHERS_DOING and not verb.can("say", "tell"):
        return None
    source = _actor(tokens, at) if verb.participle else _made_to(tokens, at) or subject_before(tokens, at)
    if source is None:
        return None
    if verb.lemma in FOUND_OUT and source.head.removesuffix("s") in PICTURES:
        return None
    source = _issuer(tokens, source) or with_apposed_name(tokens, source)
    if not verb.can("say", "tell") and not can_speak(source):
        return None
    back = before_adverbs(tokens, at)
    apart = back != source.stop - 1 and tokens[back].text != "," and tokens[back].kind != "name"
    if verb.lemma in NOUNS and token.text.endswith("s") and apart:
        return None
    return Frame(min(source.begin, at), stop, source, verb, token.start, tokens[stop - 1].end)


def _issuer(tokens: Sequence[Token], source: Source) -> Source | None:
    """Who speaks through a document: "a statement released by Ostrander"."""
    rest = [token.text for token in tokens[source.stop : source.stop + 2]]
    if source.head not in DOCUMENTS or len(rest) < 2 or rest[1] != "by" or not rest[0].endswith(("ed", "written")):
        return None
    issuer = phrase_starting(tokens, source.stop + 2, len(tokens))
    return msgspec.structs.replace(issuer, begin=source.begin) if issuer and can_speak(issuer) else None


def _made_to(tokens: Sequence[Token], at: int) -> Source | None:
    """Who is made to say it, and so did: "forced Ostrander, the owner, to admit"."""
    verb = reporting_verb(tokens[at].text)
    if at < 3 or tokens[at - 1].text != "to" or verb is None or not verb.can("say"):
        return None
    maker = next((i for i in range(at - 2, -1, -1) if tokens[i].text in MAKERS), None)
    made = phrase_starting(tokens, maker + 1, at - 1) if maker is not None else None
    between = tokens[made.stop : at - 1] if made else ()
    return made if not between or between[0].text == between[-1].text == "," else None


def _actor(tokens: Sequence[Token], at: int) -> Source | None:
    """Who does what a present participle says: "…, adding", "footage of Ostrander saying"."""
    while at > 1 and (is_skipped(tokens[at - 1]) and tokens[at - 1].text not in AUXILIARIES):
        at -= 1  # "first telling", "flatly calling"
    if at == 0:
        return clause_subject(tokens, 0, len(tokens))
    if tokens[at - 1].kind == "quote" or tokens[at - 1].text == ",":
        return clause_subject(tokens, 0, at - 1)
    if at == 1 and tokens[0].text in PREPOSITIONS:  # "After saying so, Ostrander left"
        return clause_subject(tokens, 0, len(tokens))
    before = phrase_ending(tokens, at - 1)
    if before and (before.entity >= 0 or before.head in PRONOUNS):
        return before
    if before and before.head in DOCUMENTS | OCCASIONS:  # "Ostrander released a statement saying"
        return clause_subject(tokens, 0, at - 1)
    return subject_before(tokens, at) if before is None else None


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
    source = phrase_starting(tokens, stop, len(tokens)) or _object(tokens, stop)
    if source is None or [token.text for token in tokens[source.stop : source.stop + 2]] != ["as", "saying"]:
        return None
    quoter, says = subject_before(tokens, at), source.stop + 1
    said = Verb("say", frozenset(("say",)))
    return Frame(quoter.begin if quoter else at, says + 1, source, said, tokens[says].start, tokens[says].end)


def _object(tokens: Sequence[Token], at: int) -> Source | None:
    """ "him", "her" or "them" as a source."""
    if at >= len(tokens) or tokens[at].text not in _OBJECTS:
        return None
    return Source(tokens[at].start, tokens[at].end, at, at + 1, _OBJECTS[tokens[at].text])


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
    if before.kind != "quote" and not (before.text in ",—–-" and _ends_clause(tokens, at - 1)):
        return None
    source = phrase_starting(tokens, _after_hearer(tokens, stop) if after_quotation else stop, len(tokens))
    if source is None or source.head in ("that", "it", "i") or tokens[source.begin].text in TIME_WORDS:
        return None
    source = with_apposed_name(tokens, source)
    if before.kind != "quote" and (_followed_by_clause(tokens, source) or not _is_somebody(source)):
        return None
    return Frame(at, source.stop, source, verb, tokens[at].start, tokens[stop - 1].end, True)


def _is_somebody(source: Source) -> bool:
    return can_speak(source) and (source.entity >= 0 or source.head not in DOCUMENTS)


def _after_hearer(tokens: Sequence[Token], at: int) -> int:
    """The index after when, where and to whom it was said, where the source comes last: "told Monday the press Vik"."""
    end = at
    while end < len(tokens) and tokens[end].text in TIMES:
        end += 1
    while end < len(tokens) and tokens[end].text in _BESIDE:
        beside = phrase_starting(tokens, end + 1, len(tokens))
        if beside is None:
            break
        named = beside.entity >= 0 and beside.stop - beside.begin > 1  # "the press Mr. Vik"
        end = beside.stop - named
    return end


def _ends_clause(tokens: Sequence[Token], comma: int) -> bool:
    return comma > 0 and (tokens[comma - 1].kind == "quote" or comma > 3)


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
    if source is None:
        return None
    source = with_apposed_name(tokens, source)
    verb = Verb(f"{tokens[at].text} {last}", frozenset(("say",)))
    return Frame(at, source.stop, source, verb, tokens[at].start, tokens[at + 1].end, True)


def _at_colon(tokens: Sequence[Token], at: int, found: Sequence[Frame]) -> Frame | None:
    """ "Ostrander: “…”", with no verb: a headline or a transcript."""
    if found or at + 1 >= len(tokens) or tokens[at + 1].kind != "quote":
        return None
    source = phrase_ending(tokens, at - 1)
    if source is None or source.begin:
        return None
    return Frame(source.begin, at + 1, source, None, tokens[at].start, tokens[at].end)


def without_capitals(tokens: Sequence[Token]) -> Sentence:
    """The tokens of a headline, whose words may all be capitalised, as they would be in running text."""
    return tuple(
        msgspec.structs.replace(token, capital=False) if token.kind == "word" and token.capital else token
        for token in tokens
    )
