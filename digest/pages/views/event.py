"""The page of one event; its parts are views of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from digest.pages.views.accounts import AccountText, Witness
from digest.pages.views.chronology import Day, Picture
from digest.pages.views.coverage import Overlap, Quoted, TopicGroup
from digest.pages.views.differences import Difference
from digest.pages.views.making import Maker, Rule
from digest.pages.views.reuse import SharedText, ShareRow
from digest.pages.views.shared import Choice, Tally
from digest.pages.views.statements import OnlyOne, Stated
from digest.pages.views.utterances import Utterance


class EventPage(msgspec.Struct, frozen=True, kw_only=True):
    """`event.html`: the accounts of one event, compared."""

    title: str
    """What happened."""
    date: str
    """The day in words, or nothing."""
    iso_date: str
    """The day as YYYY-MM-DD, or nothing."""
    place: str
    """Where, or nothing."""
    tallies: tuple[Tally, ...]
    """The counts below the title."""
    witnesses: tuple[Witness, ...]
    """The accounts."""
    differences: tuple[Difference, ...]
    """Where accounts differ, the hardest first."""
    unsure: tuple[Difference, ...]
    """Where they perhaps differ."""
    finer: tuple[Difference, ...]
    """What is consistent and told at different detail."""
    kinds: tuple[Choice, ...]
    """Kinds of difference, to filter by."""
    outlets: tuple[Choice, ...]
    """Accounts, to filter the differences by."""
    utterances: tuple[Utterance, ...]
    """What was said, where versions have other words."""
    alike: tuple[Utterance, ...]
    """What was said and is quoted in the same words, if not at the same length."""
    topics: tuple[TopicGroup, ...]
    """Who covers what that two accounts or more have."""
    overlaps: tuple[Overlap, ...]
    """Length and overlap of the accounts, if there are two to a dozen and they have topics."""
    quoted: tuple[Quoted, ...]
    """Who quotes whom, the most quoted first: the people whom several accounts quote, or all if they are few."""
    quoted_by_one: tuple[Quoted, ...]
    """The other people, whom only one account quotes."""
    days: tuple[Day, ...]
    """What happened when."""
    picture: Picture | None
    """The same as a picture, if there are three days and two accounts or more."""
    several: tuple[Stated, ...]
    """Facts that two accounts or more state, those of most independent ones first."""
    only_one: tuple[OnlyOne, ...]
    """What only one account reports."""
    shared: tuple[SharedText, ...]
    """Text that accounts share, pair by pair."""
    shares: tuple[ShareRow, ...]
    """The same as a table of all with all, for three to a dozen accounts."""
    accounts: tuple[AccountText, ...]
    """The accounts to read."""
    makers: tuple[Maker, ...]
    """The plugins at work."""
    rules: tuple[Rule, ...]
    """The rules by which all was found that has none beside it: those of quotations first, then by kind of work."""
    linked_data: Mapping[str, Any]
    """The event, its accounts and the claims in which they differ, in the words of schema.org, for search engines."""
