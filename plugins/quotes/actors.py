"""Who does what a reporting verb says, where that takes more than the subject before it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from ..english.common_words import AUXILIARIES, PREPOSITIONS
from ..english.cues import (
    DOCUMENTS,
    reporting_verb,
)
from .openings import clause_start, clause_subject
from .phrases import PRONOUNS, TIMES, Source, is_finite, phrase_ending, phrase_starting
from .subjects import before_commas, is_skipped, subject_before
from .tokens import Token
from .verbs import can_speak, is_verb

# "forced Ostrander to admit it": it was said.
MAKERS = frozenset("force forces forced forcing led prompted compelled obliged".split())
# What somebody says things in or at: "held a news conference announcing".
OCCASIONS = frozenset("conference interview briefing hearing rally ceremony appearance string series".split())
_WROTE = frozenset("wrote written writing sent sending texted emailed e-mailed penned".split())
_BESIDE = frozenset("to on at in by with".split())
_OBJECTS = {"him": "he", "her": "she", "them": "they"}


def issuer(tokens: Sequence[Token], source: Source) -> Source | None:
    """Who speaks through a document: "a statement released by Ostrander"."""
    rest = [token.text for token in tokens[source.stop : source.stop + 2]]
    if source.head not in DOCUMENTS or len(rest) < 2 or rest[1] != "by" or not rest[0].endswith(("ed", "written")):
        return None
    issuer = phrase_starting(tokens, source.stop + 2, len(tokens))
    return msgspec.structs.replace(issuer, begin=source.begin) if issuer and can_speak(issuer) else None


def made_to(tokens: Sequence[Token], at: int) -> Source | None:
    """Who is made to say it, and so did: "forced Ostrander, the owner, to admit"."""
    verb = reporting_verb(tokens[at].text)
    if at < 3 or tokens[at - 1].text != "to" or verb is None or not verb.can("say"):
        return None
    maker = next((i for i in range(at - 2, -1, -1) if tokens[i].text in MAKERS), None)
    made = phrase_starting(tokens, maker + 1, at - 1) if maker is not None else None
    between = tokens[made.stop : at - 1] if made else ()
    return made if not between or between[0].text == between[-1].text == "," else None


def actor(tokens: Sequence[Token], at: int) -> Source | None:
    """Who does what a present participle says: "…, adding", "footage of Ostrander saying"."""
    while at > 1 and (is_skipped(tokens[at - 1]) and tokens[at - 1].text not in AUXILIARIES):
        at -= 1  # "first telling", "flatly calling"
    if at == 0:
        return clause_subject(tokens, 0, len(tokens))
    if tokens[at - 1].kind == "quote" or tokens[at - 1].text == ",":
        return clause_subject(tokens, clause_start(tokens, at - 1), at - 1)
    if at == 1 and tokens[0].text in PREPOSITIONS:  # "After saying so, Ostrander left"
        return clause_subject(tokens, 0, len(tokens))
    before = phrase_ending(tokens, at - 1)
    link = tokens[before.begin - 1].text if before and before.begin > 1 else ""
    if before and link == "to" and (writer := _writer(tokens, before.begin)):
        return writer
    if before and link == "of" and is_somebody(before):  # "members of the council saying"
        members = phrase_ending(tokens, before.begin - 2)
        if members and is_somebody(members):
            written = tokens[members.begin - 1].text == "to"
            return (_writer(tokens, members.begin) if written else None) or members
    if before and (before.entity >= 0 or before.head in PRONOUNS):
        return before
    if before and (before.head in DOCUMENTS or before.head in OCCASIONS):  # "Ostrander released a statement saying"
        return clause_subject(tokens, clause_start(tokens, at - 1), at - 1)
    return subject_before(tokens, at) if before is None else None


def _writer(tokens: Sequence[Token], hearer: int) -> Source | None:
    """Who wrote to somebody: "a letter Ostrander wrote last year to the mayor calling it …"."""
    if tokens[hearer - 2].text in DOCUMENTS:  # "submitted a memo to the mayor explaining"
        return clause_subject(tokens, clause_start(tokens, hearer), hearer)
    wrote = next((i for i in range(hearer - 1, 0, -1) if tokens[i].text in _WROTE), None)
    return subject_before(tokens, wrote) if wrote is not None else None


def object_pronoun(tokens: Sequence[Token], at: int) -> Source | None:
    """ "him", "her" or "them" as a source."""
    if at >= len(tokens) or tokens[at].text not in _OBJECTS:
        return None
    return Source(tokens[at].start, tokens[at].end, at, at + 1, _OBJECTS[tokens[at].text])


def has_subject(tokens: Sequence[Token], at: int) -> bool:
    """Whether a person and an apposition stand before the verb: "Ostrander, the mayor of Velmar, said a …"."""
    subject = before_commas(tokens, at - 1)
    if subject is None or subject.entity < 0 or tokens[subject.stop].text != ",":
        return False
    return not any(is_verb(token) or is_finite(token) for token in tokens[subject.stop : at])


def is_somebody(source: Source) -> bool:
    """Whether a source is people rather than a document."""
    return can_speak(source) and (source.entity >= 0 or source.head not in DOCUMENTS)


def after_hearer(tokens: Sequence[Token], at: int) -> int:
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
