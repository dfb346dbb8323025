"""Where a reported clause ends: at another frame that stands beside its own, or where the main clause goes on."""

from __future__ import annotations

from collections.abc import Sequence

from ..english.cues import FOUND_OUT
from .complements import is_listed
from .frames import Frame
from .tokens import Sentence

DASHES = frozenset("—–―")
# A subordinate clause that opens a sentence has its subject within so many tokens.
NEAR_START = 4
SUBORDINATORS = frozenset(
    "after although as because before if once since though until when which while who whose".split()
)


def clause_end(tokens: Sentence, begin: int, frame: Frame, frames: Sequence[Frame]) -> int:
    """The index after the clause: before another frame that is joined to this one, or the end of the sentence."""
    end = next((i for i in range(begin, len(tokens)) if _ends_clause(tokens, i)), len(tokens))
    if _is_subordinate(tokens, frame):
        end = next((i for i in range(begin, end) if tokens[i].text == "," and not is_listed(tokens, i, end)), end)
    for other in frames:
        starts = other.begin if other.source.begin > frame.stop else other.stop - 1
        if begin < starts < end and other is not frame and _is_joined(tokens, frame, other, starts):
            end = starts
        if begin < other.begin < end and _is_cue_after(tokens, other):
            end = other.begin
    end -= tokens[end - 1].text == "with" and tokens[end - 2].text == ","
    while end > begin and (tokens[end - 1].kind == "punct" or tokens[end - 1].text in ("and", "but")):
        end -= 1
    return end


def _ends_clause(tokens: Sentence, at: int) -> bool:
    """Whether a semicolon stands there, or an aside in parentheses that no word follows."""
    if tokens[at].text != "(":
        return tokens[at].text == ";"
    closing = next((i for i in range(at, len(tokens) - 1) if tokens[i].text == ")"), None)
    return closing is None or (tokens[closing + 1].kind == "punct" and tokens[closing + 1].text != ",")


def _is_cue_after(tokens: Sentence, frame: Frame) -> bool:
    """Whether a frame ends the sentence that it reports: "…, the mayor has learned"."""
    says = frame.verb is not None and frame.verb.can("say", "tell", "think") and not frame.verb.participle
    ends = frame.inverted or frame.stop >= len(tokens) - 1
    return says and ends and not frame.is_according and tokens[frame.begin - 1].text == ","


def _is_subordinate(tokens: Sentence, frame: Frame) -> bool:
    """Whether the main clause goes on after the frame's: "Holm, who said …, left", "When Holm said …, Vik left"."""
    if [token.text for token in tokens[frame.source.stop : frame.stop][:2]] == [",", "who"]:
        return True
    opens = frame.begin < NEAR_START or tokens[frame.begin - 2].text in (",", "and", "but")
    if frame.begin and opens and tokens[frame.begin - 1].text in SUBORDINATORS:
        return True
    verb = frame.stop - 1
    if frame.verb and frame.verb.participle and tokens[verb - 1].text in SUBORDINATORS:
        return True
    if tokens[frame.source.begin].text == "whose":
        return True
    introduced = tokens[0].text.endswith("ing") and frame.source.begin < frame.begin + 1
    return introduced and frame.begin > 0 and all(token.text != "," for token in tokens[: frame.begin])


def _is_joined(tokens: Sentence, frame: Frame, other: Frame, at: int) -> bool:
    """Whether a second frame stands beside the first: "…, adding", "… and said", ", but the mayor said"."""
    if other.verb is not None and tokens[at - 1].text == "with":  # "…, with the mayor saying"
        return other.verb.participle and tokens[at - 2].text == ","
    if tokens[at - 1].text not in (",", "and", "but", *DASHES) or other.verb is None:
        return False
    same_subject = other.source.begin <= frame.begin and not (other.verb.bare and frame.verb and not frame.verb.bare)
    dashed = tokens[at - 1].text in DASHES and other.source.begin >= at
    new_clause = dashed or (tokens[at - 1].text in ("and", "but") and tokens[at - 2].text == ",")
    participle = other.verb.participle and (other.verb.lemma not in FOUND_OUT or tokens[at - 1].text == ",")
    return participle or same_subject or new_clause or other.is_according
