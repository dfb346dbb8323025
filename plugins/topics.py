"""What the accounts of an event mention: names, figures and noun phrases found in their own text.

A term is covered by an article where a form of it stands in the title, a heading, a caption or the body; plural,
possessive and the short form of "artificial intelligence (AI)" are forms of one term. Ranking follows the idea of
the C-value (Frantzi, Ananiadou and Mima 2000): frequent, long, and not merely a part of a longer term.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import log2

import msgspec

from digest import Account, Article, Collation, Passage, Span, Topic, hookimpl
from digest.text import sentences, words

from .english.common_words import FUNCTION_WORDS
from .english.names import Entity, find_entities
from .english.terms import is_common_verb, is_demonym, is_vague, noun_phrases, stem

Key = tuple[str, ...]

EVIDENCE_PER_ARTICLE = 5
WORDS_PER_TOPIC = 12
FEWEST, MOST = 24, 120
_LONGEST_ACRONYM = 5

# "artificial intelligence (AI)": initials in brackets after a long form.
_INITIALS = re.compile(r" \(([A-Z][A-Za-z&]{1,7})\)")
_MARKED = re.compile(r"[“‘\"]([^“”‘’\"\n]{3,40})[”’\"]")
_JOINT = re.compile(r"[ \u00a0-]")
_ADJECTIVAL = re.compile(r"(?:ic|al|ous|ive|ble|ful|less|ary|ory)$")
_ARTICLE = re.compile(r"\b(?:an?|the|his|her|its|our|their|this|that|no|any) $", re.IGNORECASE)
_NEXT = re.compile(r" ([\w’'-]+)")
_PREPOSITION = re.compile(r"\b(?:of|on|in|for|about|over|against|with|without|from|into|by|to|under) $", re.IGNORECASE)
# "the U.S. Congress" is "Congress".
_COUNTRY = re.compile(r"^(?:U\.S\.|US|U\.K\.|UK) (?=[A-Z])")
# What makes a term worth a row, by its kind.
_WEIGHT = {"name": 1.5, "figure": 1.6, "phrase": 1.3, "word": 0.5}


class Token(msgspec.Struct, frozen=True):
    """A word of an article's own text: its stem and place, `joined` where only a space parts it from the one before."""

    stem: str
    start: int
    end: int
    joined: bool


class Text(msgspec.Struct, frozen=True):
    """An article laid out for looking up terms: its tokens, where each stem stands, and the names in it."""

    article: Article
    tokens: list[Token]
    places: dict[str, list[int]]
    entities: tuple[Entity, ...]


class Term(msgspec.Struct):
    """A candidate topic while its mentions are gathered."""

    kind: str
    forms: Counter[str]
    keys: set[Key]
    passages: dict[str, list[Passage]] = msgspec.field(default_factory=dict)
    weight: float = 1.0

    @property
    def name(self) -> str:
        """The form to show: a name with more than one word, the shortest form of a figure, else the most frequent."""
        if self.kind == "figure":
            return min(self.forms, key=lambda form: (len(form), form))
        full = self.kind == "name"
        return min(self.forms, key=lambda form: (full and " " not in form, -self.forms[form], -len(form), form))

    @property
    def count(self) -> int:
        """How often it is mentioned."""
        return sum(len(found) for found in self.passages.values())

    @property
    def first(self) -> int:
        """How far down it first stands, in characters."""
        return min(found[0].start for found in self.passages.values())

    @property
    def score(self) -> float:
        """Its rank among the topics of an event: weight of its kind, mentions, and the articles that share it."""
        spread = 1 + 0.5 * (len(self.passages) - 1)
        return _WEIGHT[self.kind] * self.weight * log2(1 + self.count) * spread


@hookimpl
def map_topics(collation: Collation) -> Iterator[Topic]:
    """The topics of an event, the most useful for comparing its accounts first."""
    texts = [_text(account.article) for account in collation.event.accounts]
    terms = _merge_initials([*_names(collation, texts), *_phrases(texts)], texts)
    for term in terms:
        term.passages = _find(term, texts)
    terms += _figures(collation.event.accounts)
    size = sum(len(text.tokens) for text in texts)
    limit = min(MOST, max(FEWEST, size // WORDS_PER_TOPIC))
    for term in _select(_without_parts(terms), limit):
        yield Topic(name=term.name, evidence=tuple(_evidence(term, collation.event.accounts)))


def _text(article: Article) -> Text:
    tokens: list[Token] = []
    for block in article.blocks_of("title", "heading", "body", "caption"):
        for start, end in words(article.text, block.start, block.end):
            joined = bool(tokens and _JOINT.fullmatch(article.text, tokens[-1].end, start))
            word = article.text[start:end]
            tokens.append(Token(stem(word), start, end, joined))
    places: dict[str, list[int]] = defaultdict(list)
    for index, token in enumerate(tokens):
        places[token.stem].append(index)
    return Text(article, tokens, places, find_entities(article))


def _key(form: str) -> Key:
    return tuple(stem(form[start:end]).replace(".", "") for start, end in words(form))


# ── candidates ─────────────────────────────────────────────────────────────────────────────────────────────


def _names(collation: Collation, texts: Sequence[Text]) -> Iterator[Term]:
    """A term for everyone and everything named, under all forms of the name in all accounts."""
    people = {form: person.name for person in collation.people for form in (person.name, *person.variants)}
    terms: dict[Key, Term] = {}
    for text in texts:
        for entity in text.entities:
            name = people.get(entity.name, entity.name)
            if name == entity.name and _is_idle(entity):
                continue
            forms = Counter(mention.name for mention in entity.mentions)
            keys = {_key(_COUNTRY.sub("", name)), *(_key(form) for form in forms if form.isupper() and len(form) > 2)}
            term = next((terms[key] for key in sorted(keys) if key in terms), None) or Term("name", Counter(), set())
            term.keys |= keys
            term.forms.update({name: forms.total()} if name != entity.name else forms)
            spans = [(mention.start, mention.end) for mention in entity.mentions]
            term.passages.setdefault(text.article.id, []).extend(text.article.passage(*span) for span in spans)
            terms.update(dict.fromkeys(term.keys, term))
    yield from {id(term): term for term in terms.values()}.values()


def _is_idle(entity: Entity) -> bool:
    """Whether a name tells a reader nothing: "Post" alone, "Danish", "China-US", a dateline in capitals."""
    words = entity.words
    if entity.name.isupper() and max(len(word) for word in words) > _LONGEST_ACRONYM:
        return True
    if entity.kind == "person":
        return False
    if is_demonym(words[-1]) or (len(words) == 1 and "-" in words[0]):
        return True
    return len(words) == 1 and _says_nothing(words[0])


def _says_nothing(word: str) -> bool:
    return is_vague(word.lower()) or is_common_verb(word.lower())


def _merge_initials(terms: Iterable[Term], texts: Sequence[Text]) -> list[Term]:
    """The terms, where a text says "long form (LF)" the long form has the initials as a key, and they are no term."""
    by_key: dict[Key, Term] = {}
    for term in terms:  # the names come first: a word that is a name is no phrase
        for key in term.keys:
            by_key.setdefault(key, term)
    for text in texts:
        for match in _INITIALS.finditer(text.article.text):
            long = _long_form(text.article.text, match)
            if not long:
                continue
            key, short = _key(long), _key(match[1])
            term = by_key.setdefault(key, Term("phrase", Counter(), {key}))
            term.forms[long] += 1
            initials = by_key.get(short)
            if initials and initials is not term:
                term.forms[long] += sum(initials.forms.values())
            term.keys.add(short)
            by_key[short] = term
    return list({id(term): term for term in by_key.values()}.values())


def _long_form(text: str, match: re.Match[str]) -> str | None:
    """The words before initials in brackets that they stand for (Schwartz and Hearst 2003, whole words only)."""
    letters = [letter for letter in match[1] if letter.isupper()]
    before = words(text, max(0, match.start() - 120), match.start())
    for size in range(len(letters), len(letters) + 3):
        heads = [text[start] for start, _ in before[-size:]]
        if len(before) >= size and _in_order(letters, heads):
            return text[before[-size][0] : before[-1][1]]
    return None


def _in_order(letters: Sequence[str], heads: Sequence[str]) -> bool:
    if heads[0].upper() != letters[0]:
        return False
    rest = iter(head.upper() for head in heads)
    return all(letter in rest for letter in letters)


def _phrases(texts: Sequence[Text]) -> Iterator[Term]:
    """A term for every noun phrase and every part of one that could be a phrase itself."""
    terms: dict[Key, Term] = {}
    for text in texts:
        source = text.article.text
        marked = {_key(match[1]) for match in _MARKED.finditer(source)}
        for block in text.article.blocks_of("title", "heading", "body", "caption"):
            for sentence in sentences(source, block.start, block.end):
                for phrase in noun_phrases(source, *sentence):
                    for part in _parts(source, phrase):
                        form = source[part[0][0] : part[-1][1]]
                        key = _key(form)
                        kind = "phrase" if len(key) > 1 else "word"
                        term = terms.setdefault(key, Term(kind, Counter(), {key}, weight=_weight(source, part)))
                        term.forms[form] += 1
                        if key in marked:
                            term.weight = 1.5
    yield from terms.values()


def _parts(source: str, phrase: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    """The runs of words in a phrase that say something by themselves: of single words the last alone, the head."""
    for first, last in combinations(range(len(phrase) + 1), 2):
        part = phrase[first:last]
        if len(part) == 1 and (last < len(phrase) or not _is_noun(source, *part[0])):
            continue
        if not all(is_vague(source[start:end]) for start, end in part):
            yield part


def _is_noun(source: str, start: int, end: int) -> bool:
    """Whether a word that stands alone is a noun there: by an article, or by a preposition or plural and its ending."""
    word = source[start:end]
    before = source[max(0, start - 12) : start]
    if is_common_verb(word):
        return False
    if _ADJECTIVAL.search(word):
        after = _NEXT.match(source, end)
        return bool(_ARTICLE.search(before)) and (after is None or after[1].lower() in FUNCTION_WORDS)
    listed = before.endswith(" and ") and source[end : end + 1] in (".", ",", ";")
    return listed or word.endswith("s") or bool(_ARTICLE.search(before) or _PREPOSITION.search(before))


def _weight(source: str, part: Sequence[Span]) -> float:
    """Less for a phrase with a vague word in it, and for one of more than two words."""
    vague = any(is_vague(source[start:end]) for start, end in part)
    return (0.8 if vague else 1.0) * (0.8 if len(part) > 2 else 1.0)


def _figures(accounts: Iterable[Account]) -> Iterator[Term]:
    """A term for each sum of money and share that the accounts give."""
    terms: dict[str, Term] = {}
    for account in accounts:
        for claim in account.claims:
            if claim.kind in ("money", "percent"):
                term = terms.setdefault(claim.value, Term("figure", Counter(), set(), {}))
                term.forms[claim.text] += 1
                term.keys.add(_key(claim.text))
                term.passages.setdefault(account.id, []).append(account.article.passage(*claim.span))
    yield from terms.values()


# ── evidence ───────────────────────────────────────────────────────────────────────────────────────────────


def _find(term: Term, texts: Iterable[Text]) -> dict[str, list[Passage]]:
    """Where a term stands, by article: a name where it is a mention, and any term where its words stand."""
    found: dict[str, list[Passage]] = {}
    for text in texts:
        named = {passage.span for passage in term.passages.get(text.article.id, ())}
        spans = named | {span for key in term.keys for span in _places(text, key, term.kind == "name")}
        if spans:
            found[text.article.id] = [text.article.passage(start, end) for start, end in sorted(spans)]
    return found


def _places(text: Text, key: Key, is_name: bool) -> Iterator[Span]:
    """Where the words of a key stand; those of a name only in lower case, its mentions being known."""
    for index in text.places.get(key[0], ()):
        run = text.tokens[index : index + len(key)]
        if tuple(token.stem for token in run) != key or not all(token.joined for token in run[1:]):
            continue
        start, end = run[0].start, run[-1].end
        if not is_name or (len(key) > 1 and text.article.text[start:end].islower()):
            yield start, end


def _evidence(term: Term, accounts: Iterable[Account]) -> Iterator[Passage]:
    for account in accounts:
        yield from term.passages.get(account.id, [])[:EVIDENCE_PER_ARTICLE]


# ── selection ──────────────────────────────────────────────────────────────────────────────────────────────


def _without_parts(terms: Iterable[Term]) -> list[Term]:
    """The terms that are found, without those that stand nowhere but inside a longer one."""
    found = [term for term in terms if term.passages]
    longer: dict[Key, list[Term]] = defaultdict(list)
    for term in found:
        for key in term.keys:
            for first, last in combinations(range(len(key) + 1), 2):
                longer[key[first:last]].append(term)
    return [
        term
        for term in found
        if not any(_is_within(term, other) for key in term.keys for other in longer[key] if other is not term)
    ]


def _is_within(term: Term, other: Term) -> bool:
    return term.keys != other.keys and all(
        any(outer.start <= inner.start and inner.end <= outer.end for outer in other.passages.get(article, ()))
        for article, passages in term.passages.items()
        for inner in passages
    )


def _select(terms: Sequence[Term], limit: int) -> list[Term]:
    """The best terms, none of which says of the same articles what a better one says already."""
    chosen: list[Term] = []
    for term in sorted(terms, key=lambda term: (-term.score, term.first, term.name)):
        if len(chosen) == limit:
            break
        if not any(_repeats(term, other) for other in chosen):
            chosen.append(term)
    return chosen


def _repeats(term: Term, other: Term) -> bool:
    """Whether one term's words are part of the other's, and the articles are the same."""
    if term.passages.keys() != other.passages.keys() or (term.kind == "figure") != (other.kind == "figure"):
        return False
    mine = {word for key in term.keys for word in key}
    theirs = {word for key in other.keys for word in key}
    return mine < theirs or theirs < mine or mine == theirs
