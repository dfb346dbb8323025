"""Who and what an article names: its mentions of names chained into entities.

A chain starts with the fullest form ("Maria Ostrander") and takes in the shorter ones that can only be meant by
it: the family name, the given name, "Ms. Ostrander", another form of the given name, an acronym.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec
from rapidfuzz.distance import OSA

from digest import Article

from .given_names import may_be_same
from .mentions import Gender, Kind, Mention, find_mentions, speaks

__all__ = ["Entity", "Gender", "Kind", "Mention", "find_entities"]

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


def find_entities(article: Article) -> tuple[Entity, ...]:
    """The entities that an article's own blocks name, in the order in which they first occur."""
    mentions = [mention for mention in find_mentions(article) if _words(mention.name)]
    chains: dict[str, list[Mention]] = {}
    for mention in mentions:
        chains.setdefault(_key(mention.name), []).append(mention)
    groups = _merge_full(list(chains.values()))
    groups = _attach_short(article.text, groups)
    groups = _attach_slips(groups)
    groups = _attach_acronyms(groups)
    entities = [_entity(sorted(group, key=lambda mention: mention.start)) for group in groups]
    return tuple(sorted(entities, key=lambda entity: entity.mentions[0].start))


def _key(name: str) -> str:
    """The same for forms of a name that differ in points only: "N.A.A.C.P." and "NAACP"."""
    return name.replace(".", "").replace("’", "'")


def _words(name: str) -> list[str]:
    return [word for word in re.split(r"[ \u00a0]+", _key(name)) if word and word not in ("Jr", "Sr", "Jr,")]


def _is_person(group: Iterable[Mention]) -> bool:
    return any(mention.kind == "person" for mention in group)


def _merge_full(groups: list[list[Mention]]) -> list[list[Mention]]:
    """Join full names of one person: middle names and initials, other forms of the given name."""
    merged: list[list[Mention]] = []
    for group in sorted(groups, key=lambda group: (-len(_words(group[0].name)), group[0].start)):
        words = _words(group[0].name)
        home = next((other for other in merged if _same_person(words, _words(other[0].name))), None)
        if home is None or len(words) < 2 or not (_is_person(group) or _is_person(home)):
            merged.append(group)
        else:
            home += group
    return merged


def _same_person(short: Sequence[str], long: Sequence[str]) -> bool:
    if len(short) < 2 or len(long) < 2 or short[-1] != long[-1] or not may_be_same(short[0], long[0]):
        return False
    middle = iter(long[1:-1])
    return len(short) == 2 or len(long) == 2 or all(any(a[0] == b[0] for b in middle) for a in short[1:-1])


def _attach_short(text: str, groups: list[list[Mention]]) -> list[list[Mention]]:
    """Give each single-word mention to the full name that it can be the family or the given name of.

    Where several can, the one named last before it is meant. A first word counts as well as a last one, so that
    family names which come first ("Park" for "Park Jae-sung") find their owner.
    """
    full = [list(group) for group in groups if len(_words(group[0].name)) > 1]
    rest: list[list[Mention]] = []
    for group in groups:
        words = _words(group[0].name)
        if len(words) > 1:
            continue
        owners = _owners(words[0], full, any(speaks(text, mention.end) for mention in group))
        if not owners:
            rest.append(list(group))
            continue
        for mention in group:
            _nearest(mention, owners).append(mention)
    return full + rest


def _attach_slips(groups: list[list[Mention]]) -> list[list[Mention]]:
    """Join a family name that is one letter off a person's, if the text never introduces anyone of that name."""
    full = [group for group in groups if _is_person(group) and len(_words(group[0].name)) > 1]
    kept: list[list[Mention]] = []
    for group in groups:
        word = _words(group[0].name)[-1]
        owners = [other for other in full if _is_slip(word, _words(other[0].name)[-1]) and other is not group]
        if len(_words(group[0].name)) == 1 and group[0].kind is None and len(owners) == 1:
            owners[0].extend(group)
        else:
            kept.append(group)
    return kept


def _is_slip(word: str, name: str) -> bool:
    return word[:4] == name[:4] and len(word) > 4 and OSA.distance(word, name) == 1


def _owners(word: str, full: list[list[Mention]], is_speaker: bool) -> list[list[Mention]]:
    """The full names that a word can be short for: people's, and for a word that speaks any that may be a person's."""
    people = [group for group in full if _is_person(group) or (is_speaker and group[0].kind is None)]
    by_last = [group for group in people if _words(group[0].name)[-1] == word]
    return by_last or [group for group in people if _words(group[0].name)[0] == word]


def _nearest(mention: Mention, owners: list[list[Mention]]) -> list[Mention]:
    """The owner named last; of several in one paragraph, the one named first there, who is more prominent."""
    fitting = [
        group for group in owners if mention.gender is None or _gender(group) in (None, mention.gender)
    ] or owners
    before = [(m.paragraph, -m.start, -i) for i, group in enumerate(fitting) for m in group if m.start <= mention.start]
    return fitting[-max(before)[2]] if before else owners[0]


def _attach_acronyms(groups: list[list[Mention]]) -> list[list[Mention]]:
    """Join an acronym with the one name whose capital letters spell it."""
    spelled: dict[str, list[list[Mention]]] = {}
    for group in groups:
        words = [word for word in _words(group[0].name) if word not in _LINKS]
        if len(words) > 1:
            spelled.setdefault("".join(word[0] for word in words), []).append(group)
    kept: list[list[Mention]] = []
    for group in groups:
        key = _key(group[0].name)
        owners = spelled.get(key, []) if key.isupper() and len(key) > 2 else []
        if len(owners) == 1:
            owners[0].extend(group)
        else:
            kept.append(group)
    return kept


def _entity(group: Sequence[Mention]) -> Entity:
    forms = Counter(mention.name for mention in group)
    name = max(forms, key=lambda form: (min(len(_words(form)), 2), forms[form], -_first(group, form)))
    roles = tuple(dict.fromkeys(mention.role for mention in group if mention.role))
    return Entity(name, _kind(group, name), roles, _gender(group), tuple(group))


def _first(group: Sequence[Mention], form: str) -> int:
    return next(i for i, mention in enumerate(group) if mention.name == form)


def _kind(group: Sequence[Mention], name: str) -> Kind:
    kinds = Counter(mention.kind for mention in group if mention.kind)
    if kinds:
        return max(kinds, key=lambda kind: (kinds[kind], kind))
    called_short = any(len(_words(mention.name)) == 1 for mention in group) and len(_words(name)) > 1
    return "person" if called_short else "other"


def _gender(group: Iterable[Mention]) -> Gender | None:
    shown = Counter(mention.gender for mention in group if mention.gender)
    return max(sorted(shown.items()), key=lambda item: item[1])[0] if shown else None
