"""British and American spelling: what outlets on either side of the ocean print is one word."""

from __future__ import annotations

import re
from functools import lru_cache

# "colour" and "color", "centre" and "center", "defence" and "defense", "anaemia" and "anemia", "realise" and "realize",
# "programme" and "program"; "traveller" and "traveler", where the l ends an unstressed syllable: not "calling".
_AMERICAN = (
    (re.compile(r"(?<=\w{3})our(?=$|s$|ed$|ing$|hoods?$|ites?$|able$|ful$)"), "or"),
    (re.compile(r"(?<=\w[bt])re$"), "er"),
    (re.compile(r"(?:(?<=defen)|(?<=offen)|(?<=licen)|(?<=preten))ce(?=s?$)"), "se"),
    (re.compile(r"ae(?=[sdm]\w)"), "e"),
    (re.compile(r"(?<=\w{3})is(?=(?:e|ed|es|ing|ations?)$)"), "iz"),
    (re.compile(r"(?<=gram)me(?=s?$)"), ""),
    (re.compile(r"(?:(?<=[aeiou][^aeiou][aeo]l)|(?<=[aeiou][^aeiou]{2}[aeo]l)|(?<=uel))l(?=ed$|ing$|ers?$)"), ""),
)


@lru_cache(maxsize=50_000)
def american(word: str) -> str:
    """The American spelling of a lower-case word that may be spelt the British way, to compare it by.

    A few words come out as none: "promise" as "promize", wherever it stands.
    """
    for british, spelling in _AMERICAN:
        word = british.sub(spelling, word)
    return word
