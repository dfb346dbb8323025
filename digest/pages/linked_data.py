"""What pages show, in the vocabulary of schema.org as JSON-LD: an event with the articles about it, and quotations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from digest.model import Account
from digest.pages.edition import Edition
from digest.pages.views.differences import Difference
from digest.pages.views.listings import EventPart, Remark
from digest.pages.views.shared import Siglum
from digest.text import web_url

_CONTEXT = "https://schema.org"


def event_data(edition: Edition, told: Iterable[Difference]) -> dict[str, Any]:
    """The event, the articles about it and the claims in which these differ; what is not known is left out."""
    event = edition.comparison.event
    articles = [_article(account, edition.sigla[account.id]) for account in event.accounts]
    claims = [claim for d in told if d.kind != "quote-wording" for claim in _claims(d)]
    return _known(
        {
            "@context": _CONTEXT,
            "@type": "Event",
            "name": event.title,
            "startDate": event.date and event.date.isoformat(),
            "location": event.place and {"@type": "Place", "name": event.place},
            "subjectOf": [*articles, *claims],
        }
    )


def quotation_data(name: str, parts: Sequence[EventPart[Remark]], root: str) -> dict[str, Any]:
    """All that somebody, who may be an institution, is quoted with; `root` leads from the page to the site's root."""
    return {
        "@context": _CONTEXT,
        "@graph": [
            {
                "@type": "Quotation",
                "@id": f"#{remark.anchor}",
                "text": remark.citation.words,
                "spokenByCharacter": {"name": name},
                "isPartOf": {"@id": f"{root}{remark.citation.page}#{remark.citation.siglum.account}"},
            }
            for part in parts
            for remark in part.entries
        ],
    }


def _article(account: Account, siglum: Siglum) -> dict[str, Any]:
    metadata = account.article.metadata
    return _known(
        {
            "@type": "NewsArticle",
            "@id": f"#{siglum.account}",
            "headline": account.article.title,
            "publisher": metadata.outlet and {"@type": "Organization", "name": metadata.outlet},
            "datePublished": metadata.published and metadata.published.isoformat(),
            "inLanguage": metadata.language,
            "url": web_url(metadata.url),
        }
    )


def _claims(difference: Difference) -> Iterable[dict[str, Any]]:
    """The readings of a difference, each with the articles that it appears in."""
    for version in difference.versions:
        yield {
            "@type": "Claim",
            "name": difference.summary,
            "text": version.value,
            "appearance": [{"@id": f"#{siglum.account}"} for siglum in version.sigla],
        }


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}
