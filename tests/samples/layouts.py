"""Laying out comparisons that no build has made."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from digest.cache import Cache, key_of
from digest.config import Site
from digest.language import ENGLISH, Language
from digest.model import Comparison, Page
from digest.pages import lay_out
from digest.pages.directory import directory
from digest.pages.edition import Edition
from digest.pages.outline import outline
from digest.read import SetAside


def laid_out(
    comparisons: Sequence[Comparison],
    site: Site,
    set_aside: Sequence[SetAside] = (),
    language: Language = ENGLISH,
) -> list[Page]:
    """All pages of a site that has these comparisons, by address."""
    cache = Cache()
    keys = [key_of(msgspec.msgpack.encode(comparison)) for comparison in comparisons]
    for key, comparison in zip(keys, comparisons, strict=True):
        cache.put(key, comparison)
    kept = cache.kept(keys, Comparison)
    sheets = lay_out(kept, kept.derived(outline), site, set_aside, language, cache)
    return sorted((sheet.page() for sheet in sheets), key=lambda page: page.url)


def edition_of(comparison: Comparison) -> Edition:
    """The edition of the only event of a site."""
    return Edition(comparison, directory([outline(comparison)]))
