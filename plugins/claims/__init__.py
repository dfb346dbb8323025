"""Claims: facts of an article in a form that can be compared.

Dates and times (`timing`), numbers of all kinds (`quantities`), places (`locating`) and people with their
titles (`naming`). `sameness` tells for two claims whether they can be about one matter, `compare` how they then relate.
"""

from __future__ import annotations

from collections.abc import Iterator

from digest import Article, Claim, hookimpl

from ..english.names import find_entities
from .context import own_sentences
from .locating import place_claims
from .naming import name_claims
from .quantities import quantities
from .timing import date_claims, date_expressions, reference_date


@hookimpl
def extract_claims(article: Article) -> Iterator[Claim]:
    """The claims of the article's own blocks; boilerplate, other stories and credit lines make none."""
    sentences = list(own_sentences(article))
    entities = find_entities(article)
    dates = list(date_expressions(sentences))
    yield from date_claims(dates, reference_date(article, dates))
    taken = [(date.start, date.end) for _, date in dates]
    yield from quantities(sentences, taken)
    yield from place_claims(sentences, entities)
    yield from name_claims(sentences, entities)
