"""Candidate topics that are names: everyone and everything named, but for outlets, credits and datelines."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence
from unicodedata import normalize

from digest import Collation

from ..english.gazetteer import PLACES
from ..english.names import Entity
from ..english.terms import is_common_verb, is_demonym, is_vague, stem
from ..reuse import AGENCIES
from .terms import Term
from .texts import Key, Text, key_of

_LONGEST_ACRONYM = 5
# "the U.S. Congress" is "Congress", "the UN Security Council" is "the Security Council".
_COUNTRY = re.compile(r"^(?:U\.S\.|US|U\.K\.|UK|U\.N\.|UN|United Nations) (?=[A-Z])")
# Who is thanked for a text or a picture, and the word before.
_CREDITED = re.compile(
    rf"(?:the )?(?:{AGENCIES}|EPA|Getty|Alamy|Shutterstock|Agencies|AP Photo|Reuters Pictures)"
    r"|(?:credit|copyright|photos?|photographs?|pictures?|images?|caption|video|enlarge)(?: .*)?"
    r"|.* (?:images|photo|pictures|pressphoto agency)",
    re.IGNORECASE,
)
_QUARTER = re.compile(r"(?:North|South|East|West)ern")


def names(collation: Collation, texts: Sequence[Text]) -> Iterator[Term]:
    """A term for everyone and everything named, under all forms of the name in all accounts; no outlet by itself."""
    outlets = {_fold(account.article.outlet or "") for account in collation.event.accounts}
    common = {token.stem for text in texts for token in text.tokens if text.article.text[token.start].islower()}
    people = {form: person.name for person in collation.people for form in (person.name, *person.variants)}
    persons = set(people.values())
    terms: dict[Key, Term] = {}
    for text in texts:
        for entity in text.entities:
            name = people.get(entity.name, entity.name)
            if name == entity.name and (_is_idle(entity) or _is_common(entity, common)):
                continue
            if _CREDITED.fullmatch(name) or _fold(name) in outlets:
                continue
            forms = Counter(mention.name for mention in entity.mentions)
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
    if is_demonym(words[-1]) or _QUARTER.fullmatch(words[-1]) or (len(words) == 1 and "-" in words[0]):
        return True
    return len(words) == 1 and _says_nothing(words[0])


def _is_common(entity: Entity, common: Container[str]) -> bool:
    """Whether a name is a noun that begins a sentence: one word that accounts print in lower case elsewhere."""
    if entity.kind == "person" or entity.name in PLACES or entity.name.isupper():
        return False
    return len(entity.words) == 1 and stem(entity.words[0]) in common


def _says_nothing(word: str) -> bool:
    return is_vague(word.lower()) or is_common_verb(word.lower())
