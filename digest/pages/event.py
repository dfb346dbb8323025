"""The event page, put together from its parts."""

from __future__ import annotations

from collections.abc import Sequence

from digest.pages.accounts import accounts, witnesses
from digest.pages.chronology import dated, days
from digest.pages.coverage import only_one, overlaps, quoted, topic_groups
from digest.pages.differences import FINER, differences, kinds, outlets
from digest.pages.edition import Edition, tally
from digest.pages.linked_data import event_data
from digest.pages.making import makers, rules
from digest.pages.outline import spoken
from digest.pages.picture import picture
from digest.pages.reuse import shared, shares
from digest.pages.statements import stated
from digest.pages.utterances import differ, utterances
from digest.pages.views import EventPage, Tally, TopicRow


def event_page(edition: Edition, rows: Sequence[TopicRow]) -> EventPage:
    """What the page of an event shows, in its order."""
    event = edition.comparison.event
    found = differences(edition)
    told = tuple(d for d in found if d.severity != FINER)
    remarks = utterances(edition)
    found_days = dated(edition)
    found_witnesses = witnesses(edition)
    several, alone = stated(edition)
    pairs = shared(edition)
    return EventPage(
        title=event.title,
        date=edition.language.date(event.date, "full"),
        iso_date=event.date.isoformat() if event.date else "",
        place=event.place or "",
        tallies=_tallies(edition, sum(d.kind != "quote-wording" for d in told), sum(map(differ, remarks))),
        witnesses=found_witnesses,
        differences=told,
        finer=tuple(d for d in found if d.severity == FINER),
        kinds=kinds(told, edition.language),
        outlets=outlets(told, edition),
        utterances=tuple(u for u in remarks if differ(u)),
        alike=tuple(u for u in remarks if not differ(u)),
        topics=topic_groups(rows, len(event.accounts), edition.language),
        overlaps=overlaps(found_witnesses, rows),
        quoted=quoted(edition),
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


def _tallies(edition: Edition, told: int, versions: int) -> tuple[Tally, ...]:
    """The counts of an event; independent accounts are told only if there are fewer of them."""
    comparison = edition.comparison
    event = comparison.event
    witnesses = len(comparison.collation.witnesses)
    said = sum(1 for account in event.accounts for _ in spoken(account))
    found = [
        tally(edition.language, len(event.accounts), "account", "accounts", "accounts"),
        tally(edition.language, witnesses, "independent", "independent", "shared"),
        tally(edition.language, said, "quotation", "quotations", "quoted"),
        tally(edition.language, versions, "in more than one version", "in more than one version", "utterances"),
        tally(edition.language, told, "fact told differently", "facts told differently", "differences"),
    ]
    if not versions:
        del found[3]
    if witnesses == len(event.accounts):
        del found[1]
    return tuple(found)
