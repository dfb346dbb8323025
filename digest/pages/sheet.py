"""A page that is laid out only when somebody wants it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from digest.cache import Key, key_of
from digest.model import Page


class Sheet(msgspec.Struct, frozen=True):
    """A page of the site that is yet to be laid out. `key` depends on all that `page` is made from; None if unknown."""

    url: str
    key: Key | None
    page: Callable[[], Page]


def sheet(page: Page) -> Sheet:
    """The sheet of a page that is laid out already; it has no key if its context is not plain data."""
    try:
        key = key_of(page.template, page.title, msgspec.msgpack.encode(page.context))
    except (TypeError, ValueError, NotImplementedError):
        key = None
    return Sheet(page.url, key, lambda: page)


def leaf(url: str, template: str, title: str, context: Any) -> Sheet:
    """The sheet of a page with this context."""
    return sheet(Page(url=url, template=template, title=title, context=context))
