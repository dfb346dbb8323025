"""Reported speech without quotation marks: the clause or phrase that a frame reports, cut at its borders.

Only what the frame's grammar shows is taken: "said (that) …", "…, she said", "according to …", "vowed to …",
"urged them to …", "denied the charge". What is negated, wished for or imagined ("would not say", "to say") is not.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

import msgspec

from ..english.common_words import DETERMINERS, IRREGULAR_FORMS, NUMBER_WORDS, PREPOSITIONS, TIME_WORDS
from ..english.cues import DOCUMENTS, GROUPS, NOUNS, VERBS, reporting_verb
from ..english.terms import is_common_verb
from .complements import OBJECTS, Reported, asked_for, infinitive, is_infinitive, is_listed, matter, trimmed, undergone
from .frames import Frame, can_speak
from .lines import Line
from .nominals import OWNERS
from .phrases import PRONOUNS, SPELLS, phrase_ending, phrase_starting
from .subjects import AUXILIARIES, after_dateline, is_skipped
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
_UNREAL = frozenset("not never no will would could might may should must to if".split())
# "went on to say", "tried to argue": it was said all the same.
_DONE = frozenset(
    """on try tries tried trying attempt attempts attempted attempting continue continues continued continuing appear
    appears appeared seem seems seemed begin begins began proceeded quick rushed""".split()
)
# "let them say", "made her admit": nobody need have done it.
_CAUSES = frozenset("if unless let lets letting make makes made making help helps helped".split())
_MODALS = frozenset("can could may might would should must".split())
_SUBORDINATORS = frozenset(
    "after although as because before if once since though until when which while who whose".split()
)
_RELATIVES = frozenset("which who that what".split())
# Verbs of dealing with a matter, which a question may name.
_TREATED = frozenset("discuss describe detail outline document know understand learn consider decide".split())
# What opens a clause inside another, with a verb of its own.
_OPENERS = frozenset("that because if though until when which while who whose".split())
# Verbs that report what was found out; only documents and bodies do that in words.
_FOUND_OUT = frozenset("show find".split())
# Verbs whose subject may be a thing that says nothing: "the crash suggests that …".
_SHOWN = _FOUND_OUT | frozenset("suggest indicate imply signal reveal underline underscore confirm estimate".split())
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
_DASHES = frozenset("—–―")
_FEWEST_WORDS = 2
_FARTHEST_THAT = 10
# A subordinate clause that opens a sentence has its subject within so many tokens.
_NEAR_START = 4
# What a headline names as its source.
_HEADED = frozenset("poll survey study report police officials experts source sources minister president mayor".split())


def find_reported(line: Line, speaking: Container[int]) -> Iterator[Reported]:
    """What the frames of a sentence report without marks, and its nouns and adjectives.

    `speaking` are the entities that are sources elsewhere, so that a headline may name one before a colon.
    """
    tokens, frames = line.tokens, (*line.frames, *line.stances)
    is_headline = line.block.kind in ("title", "heading")
    nominals = [found for found in line.nominals if _is_meant(tokens, found.frame)]
    cues = {found.frame.cue_start for found in nominals}
    owned = {found.frame.begin for found in nominals if tokens[found.frame.begin].text in OWNERS}
    reports = [found for frame in frames if _is_meant(tokens, frame) and (found := _report(tokens, frame, frames))]
    reports = [found for found in reports if found.begin not in owned and found.frame.cue_start not in cues]
    headed = _after_colon(tokens, speaking) if is_headline else None
    for found in (*reports, *nominals, *([headed] if headed else [])):
        if clean := _clean(tokens, found, is_headline):
            yield clean


def _report(tokens: Sentence, frame: Frame, frames: Sequence[Frame]) -> Reported | None:
    if frame.is_passive:
        return undergone(tokens, frame)
    found = None if frame.inverted else _after_verb(tokens, frame, frames)
    return found or _after_according(tokens, frame) or _around(tokens, frame) or _before_frame(tokens, frame)


def _after_colon(tokens: Sentence, speaking: Container[int]) -> Reported | None:
    """ "Poll: toll is unpopular", "Ostrander: bridge will hold": who speaks in a headline."""
    colon = next((at for at in range(min(_NEAR_START, len(tokens))) if tokens[at].text == ":"), None)
    source = phrase_ending(tokens, colon - 1) if colon else None
    if colon is None or source is None or source.begin or not any(map(_may_be_verb, tokens[colon + 1 :])):
        return None
    if source.entity not in speaking and source.head not in _HEADED:
        return None
    frame = Frame(0, colon + 1, source, None, tokens[colon].start, tokens[colon].end)
    return Reported(colon + 1, trimmed(tokens, len(tokens)), frame, "after a colon in the headline")


def _is_meant(tokens: Sentence, frame: Frame) -> bool:
    """Whether the frame says that somebody did say it."""
    if frame.verb is None or frame.source.head in ("i", "you", "who"):
        return False
    if _is_according(frame):
        return True
    verb = next(i for i in range(frame.begin, frame.stop) if tokens[i].start == frame.cue_start)
    back = verb - 1
    if (frame.source.begin and tokens[frame.source.begin - 1].text in _CAUSES) or _is_imagined(tokens, frame, verb):
        return False
    while back >= 0 and is_skipped(tokens[back]):
        if tokens[back].text in _UNREAL or tokens[back].text.endswith("n't"):
            return False
        back -= 1
    if back > 0 and tokens[back].text == "to" and tokens[back - 1].text in _DONE:
        back -= 1
    speaks = can_speak(frame.source) or (frame.verb.can("say", "tell") and frame.verb.lemma not in _SHOWN)
    return speaks and (back < 0 or tokens[back].text not in _UNREAL)


def _is_imagined(tokens: Sentence, frame: Frame, verb: int) -> bool:
    """Whether nobody need have said it: "could win by asking them to", "Holm needs to talk and lay out a plan"."""
    source = frame.source
    bare_word = source.stop - source.begin == 1 and not source.begin and source.entity < 0 and source.head not in OWNERS
    if frame.verb is None or (bare_word and not can_speak(source)):
        return True
    if frame.verb.participle:
        return any(token.text in _MODALS for token in tokens[source.stop : verb])
    single = source.entity >= 0 or source.head in ("he", "she", "it")
    return frame.verb.bare and single and tokens[verb - 1].text in ("and", "or", ",")


def _is_according(frame: Frame) -> bool:
    return frame.verb is not None and frame.verb.lemma == "according to"


def _clean(tokens: Sentence, found: Reported, quotable: bool) -> Reported | None:
    """What is found without punctuation before it, if it is more than a pronoun; with a quotation if `quotable`."""
    begin = next((at for at in range(found.begin, found.stop) if tokens[at].kind != "punct"), found.stop)
    stop = found.stop if quotable else _before_quotation(tokens, begin, found.stop)
    inside = tokens[begin:stop]
    said = [token for token in inside if token.kind in ("word", "name")]
    if len(said) < _FEWEST_WORDS and not any(token.kind == "name" for token in said):
        return None
    if any(token.kind == "quote" for token in inside) and not quotable:
        return None
    return msgspec.structs.replace(found, begin=begin, stop=stop)


def _before_quotation(tokens: Sentence, begin: int, stop: int) -> int:
    """The end of the clause before a second one that has a quotation: "said that it was late and that it was “sad”"."""
    quoted = next((at for at in range(begin, stop) if tokens[at].kind == "quote"), stop)
    second = (at for at in range(begin + 1, quoted - 1) if quoted < stop and tokens[at].text in ("and", "but"))
    return next((trimmed(tokens, at) for at in second if tokens[at + 1].text == "that"), stop)


def _after_verb(tokens: Sentence, frame: Frame, frames: Sequence[Frame]) -> Reported | None:
    """What follows the verb, by its opening word."""
    at = _that(tokens, frame) if _takes_clause(frame) or _demands(frame) or _knows(frame) else None
    if at is not None:
        return Reported(at + 1, _clause_end(tokens, at, frame, frames), frame, "clause after 'that'")
    at = _after_addressee(tokens, frame)
    at += _takes_clause(frame) and at + 1 < len(tokens) and tokens[at].text == "that" and not _is_verb(tokens[at + 1])
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
    if tokens[at].text == "that" and frame.verb.lemma in NOUNS and _is_verb(tokens[at + 1]):
        return None  # "rules that promise"
    opens = frame.begin > 0 and tokens[frame.begin - 1].text in _RELATIVES
    if opens and _is_verb(tokens[frame.stop]) and _takes_clause(frame):
        return Reported(frame.stop, stop, frame, "clause around the frame")
    if frame.verb.lemma in ("write", "add") and tokens[at].text in DETERMINERS - {"the"}:
        return None  # "wrote a book", "added a goal"
    is_clause = _takes_clause(frame) and _is_clause(tokens, at, stop, frame.verb.lemma == "say")
    return Reported(at, stop, frame, "clause after the verb") if is_clause else None


def _takes_clause(frame: Frame) -> bool:
    verb, head = frame.verb, frame.source.head
    if verb is None:
        return False
    if verb.lemma in _FOUND_OUT:
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
    return _is_verb(tokens[at]) and not is_noun and not describes


def _is_relative(following: Token, frame: Frame) -> bool:
    """Whether "that" stands for what is before it: "the rules that promise", but not "said that claims were false"."""
    verb = reporting_verb(following.text)
    noun = verb is not None and verb.lemma in NOUNS and not following.text.endswith("ed")
    return _is_verb(following) and not (noun and frame.verb is not None and frame.verb.lemma not in NOUNS)


def _after_aside(tokens: Sentence, at: int) -> int:
    """The index after what stands between commas at index `at`: "warned, as did the mayor, that …"."""
    if at >= len(tokens) or tokens[at].text != ",":
        return at
    closing = (i for i in range(at + 1, min(at + _FARTHEST_THAT, len(tokens) - 1)) if tokens[i].text == ",")
    second = next(closing, None)
    return second + 1 if second is not None else at


def _after_addressee(tokens: Sentence, frame: Frame) -> int:
    """The index after the person spoken to and the day: "told reporters", "said to the press on Monday"."""
    at, verb = _after_day(tokens, frame.stop if frame.begin else _after_aside(tokens, frame.stop)), frame.verb
    if verb is None or at + 1 >= len(tokens):
        return at
    if verb.can("intend", "aim", "urge") and is_infinitive(tokens, at):
        return at
    takes_person = _takes_person(frame)
    if takes_person and tokens[at].text in OBJECTS:
        return _after_day(tokens, at + 1)
    if not (takes_person or tokens[at].text in _CIRCUMSTANCES):
        return at
    if tokens[at].text == "to" and (is_common_verb(tokens[at + 1].text) or is_skipped(tokens[at + 1])):
        return at
    phrase = phrase_starting(tokens, at if takes_person else at + 1, len(tokens))
    return _after_day(tokens, phrase.stop) if phrase and phrase.stop < len(tokens) else at


def _takes_person(frame: Frame) -> bool:
    verb = frame.verb
    return verb is not None and (verb.can("tell", "urge") or verb.lemma == "ask") and not verb.lemma.endswith(" for")


def _after_day(tokens: Sentence, at: int) -> int:
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
        return opens and any(_is_verb(token) for token in tokens[begin + 1 : stop])
    after = tokens[phrase.stop : stop]
    if after and phrase.head in PRONOUNS and after[0].kind == "word" and not _goes_on(after[0]):
        return False
    if not after or after[0].text in _SUBORDINATORS - {"who", "which", "whose"}:
        return False
    if after[0].text in ("and", "or") and phrase_starting(tokens, phrase.stop + 1, stop) is None:
        return False
    if likely:
        return any(map(_may_be_verb, after))
    verbs = sum(_is_verb(token) and not token.text.endswith("ing") for token in after)
    return verbs > sum(token.text in _OPENERS for token in after)


def _goes_on(token: Token) -> bool:
    """Whether a word after a pronoun lets it be a subject: "it also was", but not "said it over and over"."""
    return _may_be_verb(token) or is_skipped(token) or token.text in ("and", "or", "who", "themselves", "himself")


def _is_verb(token: Token) -> bool:
    if token.kind != "word" or token.capital or token.text in PREPOSITIONS:
        return False
    if token.text in _VERBAL or token.text.endswith(("ed", "ing")):
        return True
    return token.text.endswith("s") and is_common_verb(token.text)


def _may_be_verb(token: Token) -> bool:
    return _is_verb(token) or (token.kind == "word" and is_common_verb(token.text))


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
    if 0 < frame.begin < _NEAR_START and tokens[frame.begin - 1].text in _SUBORDINATORS:
        return True
    introduced = tokens[0].text.endswith("ing") and frame.source.begin < frame.begin + 1
    return introduced and frame.begin > 0 and all(token.text != "," for token in tokens[: frame.begin])


def _is_joined(tokens: Sentence, frame: Frame, other: Frame, at: int) -> bool:
    """Whether a second frame stands beside the first: "…, adding", "… and said", ", but the mayor said"."""
    if tokens[at - 1].text not in (",", "and", "but", *_DASHES) or other.verb is None:
        return False
    same_subject = other.source.begin <= frame.begin
    new_clause = tokens[at - 1].text in _DASHES or (
        tokens[at - 1].text in ("and", "but") and tokens[at - 2].text == ","
    )
    return other.verb.participle or same_subject or new_clause or _is_according(other)


def _after_according(tokens: Sentence, frame: Frame) -> Reported | None:
    """ "According to the mayor, the bridge will hold": the clause after a leading phrase."""
    if frame.begin or not _is_according(frame):
        return None
    comma = next((i for i in range(frame.stop, len(tokens)) if tokens[i].text == ","), None)
    if comma is None or not any(map(_may_be_verb, tokens[comma + 1 :])):
        return None
    return Reported(comma + 1, trimmed(tokens, len(tokens)), frame, "clause after 'according to'")


def _around(tokens: Sentence, frame: Frame) -> Reported | None:
    """ "The bridge, the mayor said, will hold": the longer part of a clause that the frame interrupts."""
    if frame.verb is None or not frame.verb.can("say", "tell") or not frame.begin:
        return None
    begin = frame.begin - 1 if tokens[frame.begin - 1].text == "as" else frame.begin
    resumed = _after_addressee(tokens, frame)
    if resumed >= len(tokens) - 2 or tokens[resumed].text != ",":
        return None
    if tokens[begin - 1].text != "," and (begin == frame.begin or begin):
        return None
    before, after = (0, max(0, begin - 1)), (resumed + 1, trimmed(tokens, len(tokens)))
    begin, stop = max(before, after, key=lambda part: part[1] - part[0])
    if tokens[resumed + 1].text in _SUBORDINATORS or not any(_is_verb(token) for token in tokens[begin:stop]):
        return None
    return Reported(begin, stop, frame, "clause around the frame")


def _before_frame(tokens: Sentence, frame: Frame) -> Reported | None:
    """ "The bridge will hold, the mayor said": what stands before the frame in its sentence."""
    if frame.verb is None or not frame.verb.can("say", "tell", "think") or frame.begin < _FEWEST_WORDS:
        return None
    if not _is_according(frame) and not _ends_sentence(tokens, frame):
        return None
    stop = trimmed(tokens, frame.begin)
    if tokens[frame.begin - 1].text in ("and", "but"):
        return None
    if tokens[0].text in _SUBORDINATORS and not any(token.text == "," for token in tokens[:stop]):
        return None
    if any(token.kind == "quote" for token in tokens) or not any(map(_may_be_verb, tokens[:stop])):
        return None
    begin = int(tokens[0].text in _DASHES) or after_dateline(tokens)
    return Reported(begin, stop, frame, "clause before the frame")


def _ends_sentence(tokens: Sentence, frame: Frame) -> bool:
    """Whether the frame follows a comma and only where and when it was said, or to whom, follows the frame."""
    rest = tokens[frame.stop :]
    told = frame.verb is not None and frame.verb.can("tell")
    loose = (
        not rest
        or _after_day(tokens, frame.stop) > frame.stop
        or rest[0].kind == "punct"
        or (rest[0].text in PREPOSITIONS and frame.verb is not None and not frame.verb.can("think"))
        or is_skipped(rest[0])
        or told
    )
    return tokens[frame.begin - 1].text == "," and loose
