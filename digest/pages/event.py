"""The event page, put together from its parts."""

from __future__ import annotations

from collections.abc import Sequence

from digest.pages.accounts import accounts, witnesses
from digest.pages.alone import only_one
from digest.pages.chronology import dated, days
from digest.pages.coverage import overlaps, quoted, topic_groups
from digest.pages.differences import FINER, differences, kinds, outlets
from digest.pages.edition import Edition, tally
from digest.pages.linked_data import event_data
from digest.pages.making import makers, rules
from digest.pages.outline import spoken
from digest.pages.picture import picture
from digest.pages.reuse import shared, shares
from digest.pages.statements import stated
from digest.pages.utterances import differ, utterances
from digest.pages.views.coverage import TopicRow
from digest.pages.views.differences import Difference
from digest.pages.views.event import EventPage
from digest.pages.views.shared import Tally


def event_page(edition: Edition, rows: Sequence[TopicRow]) -> EventPage:
    """What the page of an event shows, in its order."""
    event = edition.comparison.event
    found = differences(edition)
    told = tuple(d for d in found if d.severity != FINER and not d.probable)
    remarks = utterances(edition)
    found_days = dated(edition)
    found_witnesses = witnesses(edition)
    several, alone = stated(edition)
    often, by_one = quoted(edition)
    pairs = shared(edition)
    return EventPage(
        title=event.title,
        date=edition.language.date(event.date, "full"),
        iso_date=event.date.isoformat() if event.date else "",
        place=event.place or "",
        tallies=_tallies(edition, told, sum(map(differ, remarks))),
        witnesses=found_witnesses,
        differences=told,
        unsure=tuple(d for d in found if d.severity != FINER and d.probable),
        finer=tuple(d for d in found if d.severity == FINER),
        kinds=kinds(told, edition.language),
        outlets=outlets(told, edition),
        utterances=tuple(u for u in remarks if differ(u)),
        alike=tuple(u for u in remarks if not differ(u)),
        topics=topic_groups(rows, len(event.accounts), edition.language),
        overlaps=overlaps(found_witnesses, rows),
        quoted=often,
        quoted_by_one=by_one,
        days=days(found_days, edition),
        picture=picture(found_days, edition),
        several=several,
        only_one=only_one(edition, rows, alone),
        shared=pairs,
        shares=shares(pairs),
        accounts=accounts(edition),
        makers=makers(edition),
        rules=rules(edition),
        linked_data=event_data(edition, told),
    )


def _is_fact(difference: Difference) -> bool:
    """Whether not only the words differ."""
    return difference.kind != "quote-wording" and difference.severity != "wording-only"


def _tallies(edition: Edition, told: Sequence[Difference], versions: int) -> tuple[Tally, ...]:
    """The counts of an event, without those that say nothing, such as that a single account contradicts no other."""
    comparison, language = edition.comparison, edition.language
    accounts = len(comparison.event.accounts)
    witnesses = len(comparison.collation.witnesses)
    facts = sum(map(_is_fact, told))
    said = sum(1 for account in comparison.event.accounts for _ in spoken(account))
    found = (
        (tally(language, accounts, "account", "accounts", "accounts"), True),
        (tally(language, witnesses, "independent", "independent", "shared"), witnesses < accounts),
        (tally(language, said, "quotation", "quotations", "quoted"), True),
        (
            tally(language, versions, "in more than one version", "in more than one version", "utterances"),
            versions > 0,
        ),
        (
            tally(language, facts, "fact told differently", "facts told differently", "differences"),
            facts > 0 or (accounts > 1 and not told),
        ),
    )
    return tuple(count for count, telling in found if telling)
