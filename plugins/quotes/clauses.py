"""What a reporting verb takes: a clause with or without "that", a question, or what `complements` finds."""

from __future__ import annotations

from collections.abc import Sequence

from ..english.common_words import AUXILIARIES, DETERMINERS, PREPOSITIONS, TIME_WORDS
from ..english.cues import FOUND_OUT, NOUNS, TELLERS, reporting_verb
from .bounds import SUBORDINATORS, clause_end
from .complements import Reported, asked_for, infinitive, is_infinitive
from .frames import Frame
from .hearers import CIRCUMSTANCES, CLAUSE_OPENERS, after_addressee, after_aside, takes_person
from .matters import matter
from .phrases import PRONOUNS, phrase_starting
from .subjects import is_skipped
from .tokens import Sentence, Token
from .verbs import is_verb, may_be_verb

_QUESTION_WORDS = frozenset("whether if how why what who where".split())
_RELATIVES = frozenset("which who that what".split())
# Verbs of dealing with a matter, which a question may name.
_TREATED = frozenset("discuss describe detail outline document know understand learn consider decide".split())
# What opens a clause inside another, with a verb of its own.
_OPENERS = frozenset("that because if though until when which while who whose".split())
# Verbs of thinking that commit the thinker to what follows.
_HELD = frozenset(
    "think believe hope expect fear worry assume suspect doubt agree disagree deny dispute decide".split()
)
# Verbs of meaning to do that no clause with "that" follows.
_NO_CLAUSE = frozenset("decline refuse offer want plan".split())
# Verbs that may take things that one sees and hears as well: only "that" tells.
_KNOWN = frozenset("feel know understand realize realise learn hear recognize recognise consider see".split())
# "It promises to be a cold night."
_BODES = frozenset("promise threaten".split())
# Those that take a clause without "that" as well, if its auxiliary follows its subject: "felt the toll was high".
_FELT = frozenset("feel hear know understand".split())
_INFINITE = frozenset("be been being having".split())
_CONJUNCTIONS = SUBORDINATORS - {"who", "which", "whose"}
_FARTHEST_THAT = 10


def after_verb(tokens: Sentence, frame: Frame, frames: Sequence[Frame]) -> Reported | None:
    """What follows the verb, by its opening word."""
    at = _that(tokens, frame) if _takes_clause(frame) or _demands(frame) or _knows(frame) else None
    if at is not None:
        return Reported(at + 1, clause_end(tokens, at, frame, frames), frame, "clause after 'that'")
    at = after_addressee(tokens, frame)
    at += _takes_clause(frame) and at + 1 < len(tokens) and tokens[at].text == "that" and not is_verb(tokens[at + 1])
    stop = clause_end(tokens, min(at, frame.stop), frame, frames)
    at += at < stop and tokens[at].text == "not" and is_infinitive(tokens, at + 1)
    if at < stop and is_infinitive(tokens, at):
        promising = frame.source.head in ("it", "this") and frame.verb is not None and frame.verb.lemma in _BODES
        at -= tokens[at - 1].text == "not" and at > frame.stop
        return None if promising else infinitive(tokens, at, stop, frame)
    if frame.stop < stop and (request := asked_for(tokens, frame, stop)):
        return request
    if at < stop and (clause := _clause(tokens, at, stop, frame)):
        return clause
    return None if at >= stop and takes_person(frame) else matter(tokens, frame, at, stop)


def _clause(tokens: Sentence, at: int, stop: int, frame: Frame) -> Reported | None:
    """A clause that no "that" opens."""
    if frame.verb is None:
        return None
    relative = tokens[at].text == "who" and tokens[at - 1].kind == "name"  # "told Vik, who …"
    if (
        tokens[at].text in _QUESTION_WORDS
        and not relative
        and (frame.verb.can("say", "tell", "ask") or frame.verb.lemma in _TREATED)
    ):
        return Reported(at, stop, frame, "indirect question")
    if tokens[at].text == "that" and frame.verb.lemma in NOUNS and any(map(is_verb, tokens[at + 1 : at + 2])):
        return None  # "rules that promise"
    opens = frame.begin > 0 and tokens[frame.begin - 1].text in _RELATIVES
    if opens and is_verb(tokens[frame.stop]) and _takes_clause(frame):
        return Reported(frame.stop, stop, frame, "clause around the frame")
    if frame.verb.lemma in ("write", "add") and tokens[at].text in DETERMINERS - {"the"}:
        return None  # "wrote a book", "added a goal"
    felt = frame.verb.lemma in _FELT and (subject := phrase_starting(tokens, at, stop)) and subject.stop < stop
    if felt and subject and tokens[subject.stop].text in AUXILIARIES - _INFINITE:
        return Reported(at, stop, frame, "clause after the verb")
    is_clause = _takes_clause(frame) and _is_clause(tokens, at, stop, frame.verb.lemma == "say")
    return Reported(at, stop, frame, "clause after the verb") if is_clause else None


def _takes_clause(frame: Frame) -> bool:
    verb, head = frame.verb, frame.source.head
    if verb is None:
        return False
    if verb.lemma in FOUND_OUT:
        told = not {head, head.removesuffix("s")}.isdisjoint(TELLERS)
        return told or (verb.lemma == "find" and frame.source.entity < 0 and head not in PRONOUNS)
    return (verb.can("say", "tell") and verb.lemma != "go on") or verb.lemma in _HELD


def _knows(frame: Frame) -> bool:
    return frame.verb is not None and frame.verb.lemma in _KNOWN


def _demands(frame: Frame) -> bool:
    return frame.verb is not None and frame.verb.can("urge", "intend") and frame.verb.lemma not in _NO_CLAUSE


def _that(tokens: Sentence, frame: Frame) -> int | None:
    """The index of the "that" which opens the clause: at once, or after whom, when and where it was said."""
    begin = after_aside(tokens, frame.stop)
    opener = tokens[begin] if begin < len(tokens) else None
    if opener is None or opener.text == "," or (opener.text == "to" and is_infinitive(tokens, begin)):
        return None  # "threatened to close the quay that …"
    loose = opener.text in ("that", "afterward", "afterwards") or opener.text in PREPOSITIONS or is_skipped(opener)
    if not loose and frame.verb and frame.verb.lemma == "say":
        return None  # "said the examples that …"
    for at in range(begin, min(begin + _FARTHEST_THAT, len(tokens) - 1)):
        if tokens[at].text == "that" and (
            at == frame.stop or not _demands(frame) or tokens[frame.stop].text in CIRCUMSTANCES
        ):
            return None if _is_relative(tokens[at + 1], frame) else at
        show = tokens[at].kind == "quote" and tokens[at].text.istitle() and frame.verb and frame.verb.can("tell")
        if (tokens[at].kind == "quote" and not show) or tokens[at].text in (".", ";", ":") or _is_predicate(tokens, at):
            return None
    return None


def _is_predicate(tokens: Sentence, at: int) -> bool:
    """Whether a verb stands there: no noun ("a radio show"), no participle ("a notice issued on Monday")."""
    before, following = tokens[at - 1], tokens[at + 1].text
    verb = reporting_verb(tokens[at].text)
    is_noun = before.text in DETERMINERS or before.owner or (verb is not None and verb.bare and verb.lemma in NOUNS)
    describes = tokens[at].text.endswith("ed") and (following in PREPOSITIONS or following in TIME_WORDS)
    return is_verb(tokens[at]) and not is_noun and not describes


def _is_relative(following: Token, frame: Frame) -> bool:
    """Whether "that" stands for what is before it: "the rules that promise", but not "said that claims were false"."""
    verb = reporting_verb(following.text)
    noun = verb is not None and verb.lemma in NOUNS and not following.text.endswith("ed")
    finite = is_verb(following) and not following.text.endswith("ing")
    return finite and not (noun and frame.verb is not None and frame.verb.lemma not in NOUNS)


def _is_clause(tokens: Sentence, begin: int, stop: int, likely: bool) -> bool:
    """Whether a subject and a verb stand there: "the bridge would hold", "it's safe"; if `likely`, any verb will do."""
    phrase = phrase_starting(tokens, begin, stop)
    if phrase is None:
        following = tokens[begin + 1].text if begin + 1 < stop else ""
        opens = tokens[begin].text in CLAUSE_OPENERS or following in ("of", "from", "for", "in") or following.isdigit()
        return opens and any(is_verb(token) for token in tokens[begin + 1 : stop])
    if likely and any(is_verb(token) for token in tokens[phrase.begin + 2 : min(phrase.stop, stop - 2)]):
        return True  # "said the mayor's plan points the wrong way"
    after = tokens[phrase.stop : stop]
    if after and phrase.head in PRONOUNS and after[0].kind == "word" and not _goes_on(after[0]):
        return False
    if not after or after[0].text in _CONJUNCTIONS:
        return False
    if after[0].text in ("and", "or") and phrase_starting(tokens, phrase.stop + 1, stop) is None:
        return False
    if likely:
        return any(map(may_be_verb, after))
    verbs = sum(is_verb(token) and not token.text.endswith("ing") for token in after)
    return verbs > sum(token.text in _OPENERS for token in after)


def _goes_on(token: Token) -> bool:
    """Whether a word after a pronoun lets it be a subject: "it also was", but not "said it over and over"."""
    return may_be_verb(token) or is_skipped(token) or token.text in ("and", "or", "who", "themselves", "himself")
