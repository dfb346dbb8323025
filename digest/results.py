"""What plugins return, checked before anything is made of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from digest.errors import ContentError, PluginError
from digest.model import Event, Page

T = TypeVar("T")


def items_of(name: str, hook: str, subject: str, answer: Any, *kinds: type[T]) -> list[T]:
    """The items that a hook gave, each of one of the kinds. Raises PluginError."""
    if not isinstance(answer, Iterable) or isinstance(answer, str | bytes):
        advice = "; put it into a list" if isinstance(answer, kinds) else ""
        message = f"returned {type(answer).__name__}, not a sequence of {kinds[0].__name__}{advice}"
        raise PluginError(name, message, hook=hook, subject=subject)
    return [checked(name, hook, subject, item, *kinds) for item in answer]


def checked(name: str, hook: str, subject: str, item: Any, *kinds: type[T]) -> T:
    """A result whose fields are of the types that the model says: Python itself would let anything through."""
    result = next((kind for kind in kinds if isinstance(item, kind)), None)
    if result is None:
        message = f"returned a {type(item).__name__} where a {kinds[0].__name__} is needed"
        raise PluginError(name, message, hook=hook, subject=subject)
    if result in _AS_RETURNED:
        as_returned: T = item
        return as_returned
    try:
        return msgspec.msgpack.decode(msgspec.msgpack.encode(item), type=result)
    except (TypeError, ValueError) as error:
        reason = str(error).replace("Invalid RFC3339 encoded date", "needs a date, not a time: use .date()")
        fault = f"{reason}{_offender(item, str(error))}"
        message = f"returned a {result.__name__} that cannot be one: {fault}; see docs/model.md"
        raise PluginError(name, message, hook=hook, subject=subject) from None


def _offender(item: object, error: str) -> str:
    """The value that a fault is about, and what it may be instead, where msgspec only names its field."""
    field = re.search(r" - at `\$\.(\w+)`", error)
    if field is None:
        return ""
    allowed = get_type_hints(type(item)).get(field[1])
    choice = f", not one of {', '.join(map(repr, get_args(allowed)))}" if get_origin(allowed) is Literal else ""
    return f", which is {getattr(item, field[1])!r}{choice}"


# A page's context may be anything, an event has the accounts that the host made, and a fault is only reported.
_AS_RETURNED = (Page, Event, dict, ContentError)
