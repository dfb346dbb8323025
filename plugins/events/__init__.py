"""Which accounts tell of the same event, and what the event is called, when and where it was."""

from __future__ import annotations

from collections.abc import Sequence

from digest import Account, Event, Group, derived, hookimpl

from .clustering import Story, cluster
from .dating import event_date
from .naming import event_id, event_title
from .places import event_place
from .profiles import Profile, profile_of
from .reasons import reasons
from .terms import vectors_by_language

NEEDS = ("extract_claims",)


@hookimpl
def group_articles(accounts: Sequence[Account]) -> Sequence[Group]:
    """Every account in one group; an account that is like no other is a group of its own."""
    profiles = sorted(derived(accounts, profile_of), key=lambda profile: profile.id)
    stories = _stories(profiles)
    groups: dict[str, Group] = {}
    for members in cluster(stories):
        own = [profiles[index] for index in members]
        date = event_date([profile.dates for profile in own])
        title = event_title([profile.headline for profile in own], [profile.story for profile in own])
        name = event_id(title, date, taken=groups)
        groups[name] = Group(id=name, title=title, date=date, accounts=tuple(profiles[index].id for index in members))
    return list(groups.values())


@hookimpl
def locate_event(event: Event) -> str | None:
    """The place that most of its accounts put it at."""
    return event_place(event.accounts)


@hookimpl
def explain_grouping(first: Account, second: Account, accounts: Sequence[Account]) -> Sequence[str]:
    """What two accounts share, how alike they are and must be, and their days."""
    profiles = sorted(derived(accounts, profile_of), key=lambda profile: profile.id)
    return reasons(first, second, [profile.id for profile in profiles], _stories(profiles))


def _stories(profiles: Sequence[Profile]) -> list[Story]:
    languages = [profile.language for profile in profiles]
    vectors = vectors_by_language([profile.story for profile in profiles], [language or "en" for language in languages])
    return [
        Story(vector, profile.dates, frozenset(profile.story.names), profile.language, profile.outlet)
        for vector, profile in zip(vectors, profiles, strict=True)
    ]
