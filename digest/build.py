"""The build, from top to bottom: read, annotate each article, group, compare each event, lay out, render, publish."""

from __future__ import annotations

from pathlib import Path

import msgspec

from digest.annotate import annotate
from digest.compare import compare
from digest.errors import ContentError
from digest.group import group
from digest.model import Account, Comparison
from digest.plugins import Host
from digest.read import SetAside, article_ids, read


class Analysis(msgspec.Struct, frozen=True):
    """What the articles of a site say, event by event, and what had to be set aside."""

    comparisons: tuple[Comparison, ...]
    set_aside: tuple[SetAside, ...]


def analyse(content: Path, host: Host) -> Analysis:
    """Read, annotate, group and compare all articles of a folder.

    Raises DigestError for faults of configuration or plugins; articles that can't be read are set aside.
    """
    documents, set_aside = read(content, host)
    accounts: list[Account] = []
    for document, article_id in zip(documents, article_ids(documents), strict=True):
        try:
            accounts.append(annotate(document, article_id, host))
        except ContentError as error:
            set_aside.append(SetAside(error.path, error.message, error.line))
    events = group(accounts, host)
    return Analysis(tuple(compare(event, host) for event in events), tuple(set_aside))
