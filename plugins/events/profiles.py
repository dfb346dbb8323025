"""What grouping has to know of an account: small, found once, and kept while the account stays as it is."""

from __future__ import annotations

from itertools import chain

import msgspec

from digest import Account

from .dating import DateEvidence, date_evidence
from .naming import Headline, headline, without_outlet
from .terms import Words, content_words

# A headline tells of nothing but the story: its words count as if they stood there so often.
_TITLE = 3


class Profile(msgspec.Struct, frozen=True):
    """What one account's story is about, when it was, and how it could be called.

    `language` is without its region, such as "en"; "" if unknown.
    """

    id: str
    headline: Headline
    story: Words
    dates: DateEvidence
    language: str
    outlet: str | None


def profile_of(account: Account) -> Profile:
    """The profile of an account: of its title and the blocks that tell the story."""
    article = account.article
    language = (article.metadata.language or "").split("-")[0].lower()
    blocks = (article.text[block.start : block.end] for block in article.own_blocks if block.kind != "credit")
    title = without_outlet(article) if article.metadata.title else ""
    return Profile(
        id=account.id,
        headline=headline(article, language or "en"),
        story=content_words("\n".join(chain([title] * _TITLE, blocks)), language or "en"),
        dates=date_evidence(account),
        language=language,
        outlet=article.outlet,
    )
