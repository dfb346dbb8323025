"""The sentences of an event's accounts by their words, and those that state the same thing.

Two sentences state one thing if most of what the shorter says stands in the longer: content words as concepts, the
rarer the weightier. Names alone do not make a statement, nor do the offices that go with them, and neither does what
one of the two negates.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice

import msgspec

from digest import Account, Article, Claim, Collation, Passage, Span, Statement
from digest.text import WORD

from ..alignment.substance import NEGATIONS
from ..claims.compare import relation
from ..claims.sameness import FIGURES
from ..discrepancies.weights import roots, sentence_roots, word_weights
from ..english.lemmas import content_lemmas
from ..english.names import find_entities
from ..english.roles import ROLES
from .standing import clearest_first, stands_alone

# What two sentences must share: the weight of all words, of those in no name, how many, and the share of the shorter.
_WEIGHT, _PLAIN_WEIGHT, _PLAIN_COUNT, _COVERAGE = 2.2, 1.2, 2, 0.6
# Titles and first paragraphs of one event tell the whole of it, each with details of its own.
_COVERAGE_OF_LEADS = 0.4
_OF_OFFICES = ("vice", "presidential")
_EXACT = (*FIGURES, "date")
# A post that is shown as a whole has its address, or the name of who posted it.
_POST = re.compile(r"https?:|\bpic\.twitter\.com|\(@\w")
# What an outlet says of itself is no news, and what leads to something else says nothing.
_ASIDE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b|[:—–-]$")
# A word that more sentences of an event have finds no others.
_MOST_SHARING = 60


class Sentence(msgspec.Struct, frozen=True, dict=True):
    """A sentence of an account: `words` are all its content words, `told` those that the outlet says in its own name.

    `leads` where it stands in the title or in the first paragraph, which tell the whole story.

    That is nothing where somebody is quoted in full: what stands around such a quotation only says who speaks.
    Nor is it anything in a post that is shown as a whole, in a caption, and where an outlet speaks of itself.
    """

    account: Account
    start: int
    end: int
    words: frozenset[str]
    told: frozenset[str]
    leads: bool = False

    @property
    def passage(self) -> Passage:
        """The sentence with its place."""
        return self.account.article.passage(self.start, self.end)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims in the sentence."""
        return tuple(claim for claim in self.account.claims if claim.sentence == (self.start, self.end))

    @cached_property
    def is_negated(self) -> bool:
        """Whether it has a negation."""
        words = (word.lower() for word in WORD.findall(self.account.article.text, self.start, self.end))
        return any(word in NEGATIONS or word.endswith(("n't", "n’t")) for word in words)


class Index(msgspec.Struct, frozen=True):
    """The sentences of an event, where each word stands, what words weigh, and which are part of a name."""

    sentences: tuple[Sentence, ...]
    places: Mapping[str, Sequence[int]]
    weights: Mapping[str, float]
    names: frozenset[str]

    def weigh(self, words: Iterable[str]) -> float:
        """The weight of words together."""
        return sum(self.weights.get(word, 0.0) for word in sorted(words))

    def near(self, words: Iterable[str]) -> Mapping[int, float]:
        """The sentences that share telling words, by their number, with the weight of these."""
        found: defaultdict[int, float] = defaultdict(float)
        for word in sorted(words):
            places = self.places.get(word, ())
            for number in places if len(places) <= _MOST_SHARING else ():
                found[number] += self.weights[word]
        return found


def index_sentences(collation: Collation) -> Index:
    """The sentences of all accounts, laid out for looking up words."""
    sentences = tuple(
        sentence for account in collation.event.accounts for sentence in _sentences(account) if sentence.words
    )
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        for word in sentence.words:
            places[word].append(number)
    names = frozenset(word for account in collation.event.accounts for word in account.article.derived(_name_words))
    names |= roots([*ROLES, *_OF_OFFICES])
    return Index(sentences, places, word_weights(collation), names)


def _sentences(account: Account) -> Iterator[Sentence]:
    article = account.article
    untold = [quote.span for quote in account.quotes if quote.kind == "direct"]
    untold += [(block.start, block.end) for block in article.blocks_of("caption", "credit")]
    leads = {block.start for block in [*article.blocks_of("title"), *islice(article.blocks_of("body"), 1)]}
    parts = [quote.span for quote in account.quotes if quote.kind in ("partial", "title")]
    for (start, end), words in article.derived(sentence_roots):
        inside = [(max(start, a), min(end, b)) for a, b in parts if a < end and start < b]
        told = _outside(article, start, end, inside) if inside else words
        if any(a < end and start < b for a, b in untold) or _is_aside(article.text[start:end]):
            told = frozenset()
        yield Sentence(account, start, end, words, told, start in leads)


def _is_aside(sentence: str) -> bool:
    return bool(_POST.search(sentence) or _ASIDE.search(sentence))


def _outside(article: Article, start: int, end: int, inside: Iterable[Span]) -> frozenset[str]:
    """The content words of a sentence that stand outside some ranges of it."""
    found: frozenset[str] = frozenset()
    for begin, stop in [*sorted(inside), (end, end)]:
        found |= roots(content_lemmas(article.text, start, max(start, begin)))
        start = stop
    return found


def _name_words(article: Article) -> frozenset[str]:
    return roots(word for entity in find_entities(article) for word in content_lemmas(entity.name, 0, len(entity.name)))


def central_sentences(index: Index, least: int) -> frozenset[tuple[str, Span]]:
    """The sentences, as article and range, that have so many words or more which half of the accounts or more have."""
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for sentence in index.sentences:
        for word in sentence.words:
            holders[word].add(sentence.account.id)
    half = max(2, len({sentence.account.id for sentence in index.sentences}) / 2)
    central = {word for word, accounts in holders.items() if len(accounts) >= half}
    return frozenset((s.account.id, (s.start, s.end)) for s in index.sentences if len(s.words & central) >= least)


# ── the same statement ─────────────────────────────────────────────────────────────────────────────────────


def shared_sentences(index: Index) -> Iterator[Statement]:
    """The sentences of two or more accounts that state one thing."""
    groups: dict[int, set[int]] = {}
    for _, first, second in sorted(_pairs(index), key=lambda pair: (-pair[0], pair[1:])):
        one, other = groups.get(first, {first}), groups.get(second, {second})
        merged = one | other
        # Two that only a third one is like, which says both things, state nothing together.
        across = [(index.sentences[a], index.sentences[b]) for a in one for b in other]
        akin = all(_is_akin(*pair, index) for pair in across)
        if akin and len({index.sentences[number].account.id for number in merged}) == len(merged):
            groups.update(dict.fromkeys(merged, merged))
    for group in sorted({id(found): sorted(found) for found in groups.values()}.values()):
        passages = [index.sentences[number].passage for number in group]
        evidence = tuple(passage for _, passage in clearest_first((passage.text, passage) for passage in passages))
        text = evidence[0].text
        if stands_alone(text):
            yield Statement(kind="fact", text=text, evidence=evidence, rule="sentences that share most of their words")


def _is_akin(one: Sentence, other: Sentence, index: Index) -> bool:
    """Whether two sentences share more than names, and do not oppose each other."""
    return len((one.told & other.told) - index.names) >= _PLAIN_COUNT and not _opposed(one, other)


def _pairs(index: Index) -> Iterator[tuple[float, int, int]]:
    """The pairs of sentences of different accounts that state one thing, with the share they have in common."""
    for second, sentence in enumerate(index.sentences):
        for first, weight in index.near(sentence.told).items():
            other = index.sentences[first]
            if first < second and weight >= _WEIGHT and other.account.id != sentence.account.id:
                share = _common_share(other, sentence, index)
                if share and not _opposed(other, sentence):
                    yield share, first, second


def _common_share(one: Sentence, other: Sentence, index: Index) -> float | None:
    """The share of the shorter sentence that both tell; None if that is too little for one statement."""
    common = one.told & other.told
    plain = common - index.names
    weight = index.weigh(common)
    if weight < _WEIGHT or len(plain) < _PLAIN_COUNT or index.weigh(plain) < _PLAIN_WEIGHT:
        return None
    share = weight / min(index.weigh(one.words), index.weigh(other.words))
    return share if share >= (_COVERAGE_OF_LEADS if one.leads and other.leads else _COVERAGE) else None


def _opposed(one: Sentence, other: Sentence) -> bool:
    """Whether only one of two sentences is negated, or one has a figure that is another in the other.

    So also where both may be right, as "at least two" and "at least six" can.
    """
    if one.is_negated != other.is_negated:
        return True
    claims = [claim for claim in other.claims if claim.kind in _EXACT]
    relations = [{_are_apart(claim, rival) for rival in claims} for claim in one.claims if claim.kind in _EXACT]
    return any(True in found and False not in found for found in relations)


def _are_apart(claim: Claim, rival: Claim) -> bool | None:
    """Whether two figures for one thing are not the same; None where that cannot be told."""
    found = relation(claim, rival)
    if found == "vaguer":
        return not {claim.low, claim.high} & {rival.low, rival.high} - {None}
    return None if found is None else found == "contradiction"
