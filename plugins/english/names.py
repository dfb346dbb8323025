"""Who and what an article names: its mentions of names chained into entities.

A chain starts with the fullest form ("Maria Ostrander") and takes in the shorter ones that can only be meant by
it: the family name, the given name, "Ms. Ostrander", another form of the given name, an acronym.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec
from rapidfuzz.distance import OSA

from digest import Article

from .given_names import may_be_same
from .mentions import Gender, Kind, Mention, find_mentions, speaks

__all__ = ["Entity", "Gender", "Kind", "Mention", "find_entities"]

# How many times more than others a person is named whose family name needs no given name.
_PROMINENT = 3
# "WHO", "FBI": capitals that are no name written large.
_LONGEST_INITIALS = 3
_SPACE = re.compile(r"[ \u00a0]+")
_LINKS = frozenset("of for the and on & de da do dos du del della di van von der den ter al el la le".split())


class Entity(msgspec.Struct, frozen=True):
    """Someone or something that an article names.

    `name` is the canonical form: the fullest that occurs, and of equals the most frequent. `roles` are titles and
    appositions as printed, in the order of the text; `gender` is what titles or the given name show.
    """

    name: str
    kind: Kind
    roles: tuple[str, ...]
    gender: Gender | None
    mentions: tuple[Mention, ...]

    @property
    def words(self) -> list[str]:
        """The words of the canonical name."""
        return _words(self.name)


class _Chain(msgspec.Struct):
    """Mentions of one entity while it is put together; `words` are those of its fullest form."""

    words: list[str]
    mentions: list[Mention]

    @property
    def is_person(self) -> bool:
        return any(mention.kind == "person" for mention in self.mentions)

    @property
    def gender(self) -> Gender | None:
        shown = Counter(mention.gender for mention in self.mentions if mention.gender)
        return max(sorted(shown.items()), key=lambda item: item[1])[0] if shown else None


def find_entities(article: Article) -> tuple[Entity, ...]:
    """The entities that an article's own blocks name, in the order in which they first occur."""
    return article.derived(_entities)


def _entities(article: Article) -> tuple[Entity, ...]:
    by_form: dict[str, _Chain] = {}
    for mention in _recased(find_mentions(article)):
        if words := _words(mention.name):
            by_form.setdefault(_plain(mention.name), _Chain(words, [])).mentions.append(mention)
    full, short = _merge_full(list(by_form.values()))
    rest = _attach_short(article.text, full, short)
    rest = _attach_slips(full, rest)
    chains = _attach_acronyms(full, rest)
    return tuple(sorted(map(_entity, chains), key=lambda entity: entity.mentions[0].start))


def _recased(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions, a person's in capitals ("BRANDT: …") in the letters in which the text has the name elsewhere."""
    people = (mention.name for mention in mentions if mention.kind == "person" and not mention.name.isupper())
    known = {word.upper(): word for name in people for word in name.split()}
    for mention in mentions:
        words = [known.get(word, "") for word in mention.name.split()]
        if mention.name.isupper() and len(mention.name) > _LONGEST_INITIALS and all(words):
            yield msgspec.structs.replace(mention, name=" ".join(words), kind="person")
        else:
            yield mention


def _plain(name: str) -> str:
    """The same for forms of a name that differ in points only: "N.A.A.C.P." and "NAACP"."""
    return name.replace(".", "").replace("’", "'")


def _words(name: str) -> list[str]:
    return [word for word in _SPACE.split(_plain(name)) if word and word not in ("Jr", "Sr", "Jr,")]


def _merge_full(chains: list[_Chain]) -> tuple[list[_Chain], list[_Chain]]:
    """Names of several words, with those of one person joined, and names of a single word."""
    full: list[_Chain] = []
    by_last: dict[str, list[_Chain]] = {}
    for chain in sorted(chains, key=lambda chain: (-len(chain.words), chain.mentions[0].start)):
        if len(chain.words) == 1:
            continue
        family = by_last.setdefault(chain.words[-1], [])
        home = next((other for other in family if _same_person(chain.words, other.words)), None)
        if home and (chain.is_person or home.is_person):
            home.mentions += chain.mentions
        else:
            full.append(chain)
            family.append(chain)
    return full, [chain for chain in chains if len(chain.words) == 1]


def _same_person(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether two full names differ in middle names, initials or the form of the given name only."""
    if short[-1] != long[-1] or not may_be_same(short[0], long[0]):
        return False
    middle = iter(long[1:-1])
    return len(short) == 2 or len(long) == 2 or all(any(a[0] == b[0] for b in middle) for a in short[1:-1])


def _attach_short(text: str, full: list[_Chain], short: list[_Chain]) -> list[_Chain]:
    """Give single-word mentions to the full name that each can be short for; what is left belongs to none.

    Where several can, the one named last before it is meant. A first word counts as well as a last one, so that
    family names which come first ("Park" for "Park Jae-sung") find their owner.
    """
    people = {id(chain): chain.is_person for chain in full}
    rest: list[_Chain] = []
    for chain in short:
        is_speaker = any(speaks(text, mention.end) for mention in chain.mentions)
        able = [other for other in full if people[id(other)] or (is_speaker and other.mentions[0].kind is None)]
        word = chain.words[0]
        owners = [other for other in able if other.words[-1] == word] or [
            other for other in able if other.words[0] == word
        ]
        if not owners:
            rest.append(chain)
            continue
        if apart := _unlike(chain, owners):
            rest.append(_Chain(chain.words, apart))
        for mention in chain.mentions:
            if mention not in apart:
                _nearest(mention, owners).mentions.append(mention)
    return rest


def _unlike(chain: _Chain, owners: Sequence[_Chain]) -> list[Mention]:
    """The mentions of no owner: "Mr. Winslow" and plain "Winslow" where only Carla Winslow is named in full."""
    genders = {owner.gender for owner in owners}
    if genders == {None} and all(_is_known_before(chain, owner) for owner in owners):
        return list(chain.mentions)
    conflict = {mention.gender for mention in chain.mentions} - {None} - genders
    if not conflict or None in genders:
        return []
    return [mention for mention in chain.mentions if mention.gender not in genders]


def _is_known_before(chain: _Chain, owner: _Chain) -> bool:
    """Whether a title introduces somebody by the family name alone, before another, without it, is named in full."""
    first = chain.mentions[0]
    titles = {mention.role for mention in owner.mentions}
    return first.outer < first.start and first.start < owner.mentions[0].start and first.role not in titles


def _nearest(mention: Mention, owners: list[_Chain]) -> _Chain:
    """The owner named last; of several in one paragraph, the one named first there, who is more prominent.

    One whom the text names much more than the rest is meant where none of them is near.
    """
    if len(owners) == 1:
        return owners[0]
    fitting = [chain for chain in owners if {mention.gender, chain.gender} != {"m", "f"}] or owners
    often = sorted(fitting, key=lambda chain: -len(chain.mentions))
    here = any(m.paragraph == mention.paragraph for chain in often[1:] for m in chain.mentions)
    if len(often) > 1 and len(often[0].mentions) > _PROMINENT * len(often[1].mentions) and not here:
        return often[0]
    told = [(m.paragraph, -m.start, -i) for i, chain in enumerate(fitting) for m in chain.mentions]
    before = [place for place in told if -place[1] <= mention.start]
    return fitting[-max(before)[2]] if before else owners[0]


def _attach_slips(full: list[_Chain], rest: list[_Chain]) -> list[_Chain]:
    """Join a family name that is one letter off a person's; it may have a title, but nobody is called it in full."""
    kept: list[_Chain] = []
    for chain in rest:
        owners = [other for other in full if other.is_person and _is_slip(chain.words[0], other.words[-1])]
        genders = {chain.gender, *(owner.gender for owner in owners)} - {None}
        if chain.mentions[0].kind in (None, "person") and len(owners) == 1 and len(genders) < 2:
            owners[0].mentions += chain.mentions
        else:
            kept.append(chain)
    return kept


def _is_slip(word: str, name: str) -> bool:
    return word[:4] == name[:4] and len(word) > 4 and OSA.distance(word, name) == 1


def _attach_acronyms(full: list[_Chain], rest: list[_Chain]) -> list[_Chain]:
    """All chains, an acronym joined with the one name whose capital letters spell it."""
    spelled: dict[str, list[_Chain]] = {}
    for chain in full:
        spelled.setdefault("".join(word[0] for word in chain.words if word not in _LINKS), []).append(chain)
    kept: list[_Chain] = []
    for chain in rest:
        word = chain.words[0]
        owners = spelled.get(word, []) if word.isupper() and len(word) > 2 else []
        if len(owners) == 1:
            owners[0].mentions += chain.mentions
        else:
            kept.append(chain)
    return full + kept


def _entity(chain: _Chain) -> Entity:
    mentions = sorted(chain.mentions, key=lambda mention: mention.start)
    forms = Counter(mention.name for mention in mentions)
    order = {form: -i for i, form in enumerate(forms)}
    name = max(forms, key=lambda form: (min(len(_words(form)), 2), forms[form], order[form]))
    roles = tuple(dict.fromkeys(mention.role for mention in mentions if mention.role))
    return Entity(name, _kind(chain, mentions), roles, chain.gender, tuple(mentions))


def _kind(chain: _Chain, mentions: Iterable[Mention]) -> Kind:
    kinds = Counter(mention.kind for mention in mentions if mention.kind)
    if kinds:
        return max(kinds, key=lambda kind: (kinds[kind], kind))
    called_short = len(chain.words) > 1 and any(" " not in mention.name for mention in mentions)
    return "person" if called_short else "other"
