"""Candidate topics that are names: everyone and everything named, but for outlets, credits and datelines."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence
from unicodedata import normalize

from digest import Collation

from ..english.common_words import ADVERBS
from ..english.gazetteer import PLACES
from ..english.names import Entity
from ..english.terms import is_common_verb, is_demonym, is_vague
from ..reuse import AGENCIES
from .terms import Term
from .texts import Key, Text, key_of, stem_of

_LONGEST_ACRONYM = 5
# "the U.S. Congress" is "Congress", "the UN Security Council" is "the Security Council".
_COUNTRY = re.compile(r"^(?:U\.S\.|US|United States|U\.K\.|UK|U\.N\.|UN|United Nations) (?=[A-Z])")
# "Brightwell Ltd" is "Brightwell".
_COMPANY = re.compile(
    r"(?<=\w)(?:,? (?:Inc|Ltd|Limited|Corp|Corporation|Co|PLC|Plc|plc|LLC|GmbH|AG|Group (?=Ltd|Limited|plc|PLC))\.?)+$"
)
# Who reports the news: outlets of all sorts, which accounts name as their sources.
_OUTLET = re.compile(
    r"(?:.* )?(?:News(?: Service| Agency| Online)?|Times|Herald|Tribune|Gazette|Guardian|Telegraph|Chronicle|Newswire"
    r"|Press Association|Broadcasting \w+|Television|Mail Online)"
    r"|(?:The )?(?:Daily|Sunday|Evening|Morning) [A-Z]\w+|[A-Z]\w+(?: [A-Z]\w+)? (?:Post|Journal|Online|Magazine)"
    r"|(?:BBC|CNN|NBC|CBS|ABC|MSNBC|CNBC|NPR|PBS|ITV|CTV|CBC|RTE|AFP|Fox News|Sky News|Al Jazeera|Al Arabiya)\b.*"
    r"|[\w.-]+\.(?:com|net|org)"
)
# "San Rosa-based Brightwell", "Brightwell-owned": no name.
_JOINED = re.compile(r"-(?:based|[a-z]+(?:ing|ed|style|like))\b")
# Who is thanked for a text or a picture, and the word before.
_CREDITED = re.compile(
    rf"(?:the )?(?:{AGENCIES}|EPA|Getty|Alamy|Shutterstock|Agencies|AP Photo|Reuters Pictures)"
    r"|(?:credit|copyright|photos?|photographs?|pictures?|images?|caption|video|enlarge)(?: .*)?"
    r"|.* (?:images|photo|pictures|pressphoto agency)",
    re.IGNORECASE,
)
_SENTENCE_STARTS = re.compile(r"(?:^|\n|[.!?:…”\"][ \n]?|[–—] )[“‘\"'(]*\Z")
_NO_NOUN = re.compile(r"[A-Z][a-z]+(?:ed|ing|ic|ous|ive|ful|less|able)")
# What follows a word that begins a sentence and is no subject: "Contrary to …", "Cue the …".
_NO_SUBJECT = re.compile(r"!| (?:to|the|an?|this|that|these|those|you|he|she|it|we|they)\b")
_LONGEST_START = 8  # characters: a stop, a break, marks
_QUARTER = re.compile(r"(?:North|South|East|West)ern")


def names(collation: Collation, texts: Sequence[Text]) -> Iterator[Term]:
    """A term for everyone and everything named, under all forms of the name in all accounts; no outlet by itself."""
    outlets = {_fold(account.article.outlet or "") for account in collation.event.accounts}
    sources = {name for text in texts for entity in text.entities if _reports(entity, texts) for name in _calls(entity)}
    common = {token.stem for text in texts for token in text.tokens if text.article.text[token.start].islower()}
    people = {form: person.name for person in collation.people for form in (person.name, *person.variants)}
    persons = set(people.values())
    terms: dict[Key, Term] = {}
    for text in texts:
        for entity in text.entities:
            name = people.get(entity.name, entity.name)
            if name == entity.name and (_is_idle(entity) or _is_common(entity, common) or _only_opens(entity, text)):
                continue
            if _CREDITED.fullmatch(name) or _fold(name) in outlets or entity.name in sources:
                continue
            name = _COMPANY.sub("", name)
            forms = Counter(_COMPANY.sub("", mention.name) for mention in entity.mentions)
            keys = {
                key_of(_COUNTRY.sub("", name)),
                *(key_of(form) for form in forms if form.isupper() and len(form) > 2),
            }
            known = {(_fold(name),), *keys}
            persons |= {name} if entity.kind == "person" else set()
            term = next((terms[key] for key in sorted(known) if key in terms), None) or Term("name", Counter(), set())
            term.keys |= keys
            term.forms.update({name: forms.total()} if name != entity.name else forms)
            spans = [(mention.start, mention.end) for mention in entity.mentions]
            term.passages.setdefault(text.article.id, []).extend(text.article.passage(*span) for span in spans)
            terms.update(dict.fromkeys({*known, *term.keys}, term))
    yield from _merge_last(list({id(term): term for term in terms.values()}.values()), persons)


def _fold(name: str) -> str:
    """The same for spellings of one name: "San José" and "SAN JOSE", "N.A.T.O." and "Nato"."""
    return "".join(c for c in normalize("NFKD", name) if c.isalnum() or c == " ").casefold()


def _merge_last(terms: Sequence[Term], persons: Container[str]) -> list[Term]:
    """The names, a family name joined with the one person of that name, "Bears" with "Harbour Bears"."""
    owners: dict[str, list[Term]] = defaultdict(list)
    for term in terms:
        first, last = term.name.split()[0], term.name.split()[-1]
        if first != last and (term.name in persons or (last.endswith("s") and "-" not in first)):
            owners[last].append(term)
    kept = []
    for term in terms:
        owner = owners.get(term.name, [])
        if len(owner) != 1:
            kept.append(term)
            continue
        owner[0].forms.update(term.forms)
        for article, passages in term.passages.items():
            owner[0].passages.setdefault(article, []).extend(passages)
    return kept


def _is_idle(entity: Entity) -> bool:
    """Whether a name tells a reader nothing: "Post" alone, "Danish", "China-US", a dateline in capitals."""
    words = entity.words
    capitals = [word for word in words if word.isupper() and len(word) > 1]
    if (len(words) == len(capitals) and len(max(words, key=len)) > _LONGEST_ACRONYM) or len(capitals) > 1:
        return True
    if words[0] in capitals and len(words[0]) > 2 and len(words) > 1 and _says_nothing(words[0]):
        return True
    if entity.kind == "person":
        return False
    if _JOINED.search(entity.name) or (len(words) > 1 and words[0].lower() in ADVERBS):
        return True
    if is_demonym(words[-1]) or _QUARTER.fullmatch(words[-1]) or (len(words) == 1 and "-" in words[0]):
        return True
    return len(words) == 1 and _says_nothing(words[0])


def _is_common(entity: Entity, common: Container[str]) -> bool:
    """Whether a name is a noun that begins a sentence: one word that accounts print in lower case elsewhere."""
    if entity.kind == "person" or entity.name in PLACES or entity.name.isupper():
        return False
    return len(entity.words) == 1 and stem_of(entity.words[0]) in common


def _only_opens(entity: Entity, text: Text) -> bool:
    """Whether an adjective, a participle or an adverb stands nowhere but where every word has a capital: no name."""
    if entity.kind != "other" or entity.name in PLACES or len(entity.words) > 1:
        return False
    article = text.article
    if not _NO_NOUN.fullmatch(entity.name) and not all(
        _NO_SUBJECT.match(article.text, mention.end) for mention in entity.mentions
    ):
        return False
    heads = [(block.start, block.end) for block in article.blocks_of("title", "heading")]
    return all(
        any(start <= mention.start < end for start, end in heads)
        or _SENTENCE_STARTS.search(article.text, max(0, mention.start - _LONGEST_START), mention.start)
        for mention in entity.mentions
    )


def _reports(entity: Entity, texts: Sequence[Text]) -> bool:
    """Whether a name is that of an outlet which the accounts have their news from; one in two headlines is the news."""
    if entity.kind == "person" or not _OUTLET.fullmatch(entity.name):
        return False
    return sum(entity.name in (text.article.metadata.title or "") for text in texts) < 2


def _calls(entity: Entity) -> tuple[str, str]:
    """The name of an outlet and the word that accounts call it by: "the Post"."""
    return entity.name, entity.words[-1]


def _says_nothing(word: str) -> bool:
    return is_vague(word.lower()) or is_common_verb(word.lower())
