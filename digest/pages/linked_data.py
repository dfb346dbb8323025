"""An event and its accounts in the vocabulary of schema.org, as JSON-LD has it."""

from __future__ import annotations

from typing import Any

from digest.model import Account, Event
from digest.pages.accounts import web_address


def linked_data(event: Event) -> dict[str, Any]:
    """The event with the articles about it; what is not known is left out."""
    return _known(
        {
            "@context": "https://schema.org",
            "@type": "Event",
            "name": event.title,
            "startDate": event.date and event.date.isoformat(),
            "location": event.place and {"@type": "Place", "name": event.place},
            "subjectOf": [_article(account) for account in event.accounts],
        }
    )


def _article(account: Account) -> dict[str, Any]:
    metadata = account.article.metadata
    return _known(
        {
            "@type": "NewsArticle",
            "headline": account.article.title,
            "publisher": metadata.outlet and {"@type": "Organization", "name": metadata.outlet},
            "datePublished": metadata.published and metadata.published.isoformat(),
            "inLanguage": metadata.language,
            "url": web_address(metadata.url),
        }
    )


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}
