"""What a reporting verb takes: a clause with or without "that", a question, or what `complements` finds."""

from __future__ import annotations

from collections.abc import Sequence

from ..english.common_words import DETERMINERS, IRREGULAR_FORMS, NUMBER_WORDS, PREPOSITIONS, TIME_WORDS
from ..english.cues import DOCUMENTS, GROUPS, NOUNS, VERBS, reporting_verb
from ..english.terms import is_common_verb
from .complements import Reported, asked_for, infinitive, is_infinitive, is_listed
from .frames import Frame
from .matters import OBJECTS, matter
from .phrases import PRONOUNS, SPELLS, phrase_starting
from .subjects import AUXILIARIES, is_skipped
from .tokens import Sentence, Token

_CLAUSE_OPENERS = (
    PRONOUNS
    | DETERMINERS
    | NUMBER_WORDS
    | frozenset(
        "there if only even too much more less nobody nothing none someone everyone everybody everything".split()
    )
)
_VERBAL = AUXILIARIES | IRREGULAR_FORMS | frozenset(VERBS)
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
# What opens a phrase of when, where and to whom it was said.
_CIRCUMSTANCES = frozenset("to with for in on at during after before under through amid".split())
_FARTHEST_THAT = 10
DASHES = frozenset("—–―")
# Verbs that report what was found out; only documents and bodies do that in words.
FOUND_OUT = frozenset("show find".split())
# A subordinate clause that opens a sentence has its subject within so many tokens.
NEAR_START = 4
SUBORDINATORS = frozenset(
    "after although as because before if once since though until when which while who whose".split()
)


def is_according(frame: Frame) -> bool:
    """Whether it is "according to", which governs the clause beside it."""
    return frame.verb is not None and frame.verb.lemma == "according to"


def after_verb(tokens: Sentence, frame: Frame, frames: Sequence[Frame]) -> Reported | None:
    """What follows the verb, by its opening word."""
    at = _that(tokens, frame) if _takes_clause(frame) or _demands(frame) or _knows(frame) else None
    if at is not None:
        return Reported(at + 1, _clause_end(tokens, at, frame, frames), frame, "clause after 'that'")
    at = after_addressee(tokens, frame)
    at += _takes_clause(frame) and at + 1 < len(tokens) and tokens[at].text == "that" and not is_verb(tokens[at + 1])
    stop = _clause_end(tokens, min(at, frame.stop), frame, frames)
    at += at < stop and tokens[at].text == "not" and is_infinitive(tokens, at + 1)
    if at < stop and is_infinitive(tokens, at):
        return infinitive(tokens, at, stop, frame)
    if frame.stop < stop and (request := asked_for(tokens, frame, stop)):
        return request
    if at < stop and (clause := _clause(tokens, at, stop, frame)):
        return clause
    return None if at >= stop and _takes_person(frame) else matter(tokens, frame, at, stop)


def _clause(tokens: Sentence, at: int, stop: int, frame: Frame) -> Reported | None:
    """A clause that no "that" opens."""
    if frame.verb is None:
        return None
    if tokens[at].text in _QUESTION_WORDS and (frame.verb.can("say", "tell", "ask") or frame.verb.lemma in _TREATED):
        return Reported(at, stop, frame, "indirect question")
    if tokens[at].text == "that" and frame.verb.lemma in NOUNS and is_verb(tokens[at + 1]):
        return None  # "rules that promise"
    opens = frame.begin > 0 and tokens[frame.begin - 1].text in _RELATIVES
    if opens and is_verb(tokens[frame.stop]) and _takes_clause(frame):
        return Reported(frame.stop, stop, frame, "clause around the frame")
    if frame.verb.lemma in ("write", "add") and tokens[at].text in DETERMINERS - {"the"}:
        return None  # "wrote a book", "added a goal"
    is_clause = _takes_clause(frame) and _is_clause(tokens, at, stop, frame.verb.lemma == "say")
    return Reported(at, stop, frame, "clause after the verb") if is_clause else None


def _takes_clause(frame: Frame) -> bool:
    verb, head = frame.verb, frame.source.head
    if verb is None:
        return False
    if verb.lemma in FOUND_OUT:
        told = head in DOCUMENTS | GROUPS or head.removesuffix("s") in DOCUMENTS | GROUPS
        return told or (verb.lemma == "find" and frame.source.entity < 0 and head not in PRONOUNS)
    return (verb.can("say", "tell") and verb.lemma != "go on") or verb.lemma in _HELD


def _knows(frame: Frame) -> bool:
    return frame.verb is not None and frame.verb.lemma in _KNOWN


def _demands(frame: Frame) -> bool:
    return frame.verb is not None and frame.verb.can("urge", "intend") and frame.verb.lemma not in _NO_CLAUSE


def _that(tokens: Sentence, frame: Frame) -> int | None:
    """The index of the "that" which opens the clause: at once, or after whom, when and where it was said."""
    begin = _after_aside(tokens, frame.stop)
    for at in range(begin, min(begin + _FARTHEST_THAT, len(tokens) - 1)):
        if tokens[at].text == "that" and (at == frame.stop or not _demands(frame)):
            return None if _is_relative(tokens[at + 1], frame) else at
        if tokens[at].kind == "quote" or tokens[at].text in (".", ";", ":") or _is_predicate(tokens, at):
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
    return is_verb(following) and not (noun and frame.verb is not None and frame.verb.lemma not in NOUNS)


def _after_aside(tokens: Sentence, at: int) -> int:
    """The index after what stands between commas at index `at`: "warned, as did the mayor, that …"."""
    if at >= len(tokens) or tokens[at].text != ",":
        return at
    closing = (i for i in range(at + 1, min(at + _FARTHEST_THAT, len(tokens) - 1)) if tokens[i].text == ",")
    second = next(closing, None)
    return second + 1 if second is not None else at


def after_addressee(tokens: Sentence, frame: Frame) -> int:
    """The index after the person spoken to and the day: "told reporters", "said to the press on Monday"."""
    at, verb = after_day(tokens, frame.stop if frame.begin else _after_aside(tokens, frame.stop)), frame.verb
    if verb is None or at + 1 >= len(tokens):
        return at
    if verb.can("intend", "aim", "urge") and is_infinitive(tokens, at):
        return at
    takes_person = _takes_person(frame)
    if takes_person and tokens[at].text in OBJECTS:
        return after_day(tokens, at + 1)
    if not (takes_person or tokens[at].text in _CIRCUMSTANCES):
        return at
    if tokens[at].text == "to" and (is_common_verb(tokens[at + 1].text) or is_skipped(tokens[at + 1])):
        return at
    phrase = phrase_starting(tokens, at if takes_person else at + 1, len(tokens))
    return after_day(tokens, phrase.stop) if phrase and phrase.stop < len(tokens) else at


def _takes_person(frame: Frame) -> bool:
    verb = frame.verb
    return verb is not None and (verb.can("tell", "urge") or verb.lemma == "ask") and not verb.lemma.endswith(" for")


def after_day(tokens: Sentence, at: int) -> int:
    """The index after adverbs, days and "several months later", "two days after the talks"."""
    while at < len(tokens) and (
        (is_skipped(tokens[at]) and tokens[at].text not in _CLAUSE_OPENERS)
        or (tokens[at].text == "on" and _is_day(tokens, at + 1))
    ):
        at += 1
    if at + 2 < len(tokens) and tokens[at].text in DETERMINERS | NUMBER_WORDS and tokens[at + 1].text in SPELLS:
        if tokens[at + 2].text in ("after", "before"):
            event = phrase_starting(tokens, at + 3, len(tokens))
            return event.stop if event else at
        return at + 3 if tokens[at + 2].text in ("later", "earlier", "ago") else at
    return at


def _is_day(tokens: Sentence, at: int) -> bool:
    return at < len(tokens) and tokens[at].text in TIME_WORDS


def _is_clause(tokens: Sentence, begin: int, stop: int, likely: bool) -> bool:
    """Whether a subject and a verb stand there: "the bridge would hold", "it's safe"; if `likely`, any verb will do."""
    phrase = phrase_starting(tokens, begin, stop)
    if phrase is None:
        following = tokens[begin + 1].text if begin + 1 < stop else ""
        opens = tokens[begin].text in _CLAUSE_OPENERS or following in ("of", "from", "for", "in") or following.isdigit()
        return opens and any(is_verb(token) for token in tokens[begin + 1 : stop])
    after = tokens[phrase.stop : stop]
    if after and phrase.head in PRONOUNS and after[0].kind == "word" and not _goes_on(after[0]):
        return False
    if not after or after[0].text in SUBORDINATORS - {"who", "which", "whose"}:
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


def is_verb(token: Token) -> bool:
    """Whether a word has the form of a verb: an auxiliary, a past or present form, a participle."""
    if token.kind != "word" or token.capital or token.text in PREPOSITIONS:
        return False
    if token.text in _VERBAL or token.text.endswith(("ed", "ing")):
        return True
    return token.text.endswith("s") and is_common_verb(token.text)


def may_be_verb(token: Token) -> bool:
    """Whether a word has the form of a verb or is a common one's base form, which may be a noun as well."""
    return is_verb(token) or (token.kind == "word" and is_common_verb(token.text))


def _clause_end(tokens: Sentence, begin: int, frame: Frame, frames: Sequence[Frame]) -> int:
    """The index after the clause: before another frame that is joined to this one, or the end of the sentence."""
    end = next((i for i in range(begin, len(tokens)) if tokens[i].text in (";", "(")), len(tokens))
    if _is_subordinate(tokens, frame):
        end = next((i for i in range(begin, end) if tokens[i].text == "," and not is_listed(tokens, i, end)), end)
    for other in frames:
        starts = other.begin if other.source.begin > frame.stop else other.stop - 1
        if begin < starts < end and other is not frame and _is_joined(tokens, frame, other, starts):
            end = starts
    while end > begin and (tokens[end - 1].kind == "punct" or tokens[end - 1].text in ("and", "but")):
        end -= 1
    return end


def _is_subordinate(tokens: Sentence, frame: Frame) -> bool:
    """Whether the main clause goes on after the frame's: "Holm, who said …, left", "When Holm said …, Vik left"."""
    if [token.text for token in tokens[frame.source.stop : frame.stop][:2]] == [",", "who"]:
        return True
    if 0 < frame.begin < NEAR_START and tokens[frame.begin - 1].text in SUBORDINATORS:
        return True
    introduced = tokens[0].text.endswith("ing") and frame.source.begin < frame.begin + 1
    return introduced and frame.begin > 0 and all(token.text != "," for token in tokens[: frame.begin])


def _is_joined(tokens: Sentence, frame: Frame, other: Frame, at: int) -> bool:
    """Whether a second frame stands beside the first: "…, adding", "… and said", ", but the mayor said"."""
    if tokens[at - 1].text not in (",", "and", "but", *DASHES) or other.verb is None:
        return False
    same_subject = other.source.begin <= frame.begin
    new_clause = tokens[at - 1].text in DASHES or (tokens[at - 1].text in ("and", "but") and tokens[at - 2].text == ",")
    return other.verb.participle or same_subject or new_clause or is_according(other)
